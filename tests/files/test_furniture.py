"""What stands around a story: dropped with its reason, and never a sentence of the story with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files.cleaning import clean
from briefing_app.files.datelines import dateline_of
from briefing_app.files.furniture import author_in, is_sentence, is_stamp

FIRST = "Veldania and Ostrova agreed to open a joint harbour office, the ministry said Friday."
LAST = "The next talks will be held in Port Ansel in June, a spokesperson told reporters."


def dropped(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in clean(text).dropped]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Skip to main content", "navigation"),
        ("Home > World > Asia", "navigation"),
        ("Home > Newsroom > Statements, Transcripts & Photos", "navigation"),
        ("ADVERTISEMENT", "navigation"),
        ("Enditem", "notice"),
        ("Copyrights Port Ansel News. All Rights Reserved.", "notice"),
        ("Comments have to be in English, and in full sentences.", "notice"),
        ("Your comments will be moderated before they appear on this page.", "notice"),
        ("Was this article helpful? Yes / No", "feedback"),
        ("Leave a comment", "feedback"),
        ("Share on Facebook", "notice"),
        ("Facebook | Twitter | Email", "notice"),
        ("Facebook X WhatsApp Print", "notice"),
        ("URL is copied.", "notice"),
        ("Subscribe to our newsletter", "notice"),
        ("Follow us on Telegram", "notice"),
        ("(END)", "notice"),
        ("* * *", "notice"),
        ("Reporting by A. Writer; Editing by B. Editor", "notice"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "notice"),
        ("© 2024 Sample Wire. All rights reserved.", "notice"),
        ("All rights reserved © 2026 Sample News Agency (Sample)", "notice"),
        ("//Sample// HB", "notice"),
        ("Copyright (c) Sample Wire prohibits its content from being reprinted without consent.", "notice"),
        ("Related Articles", "links"),
        ("More information", "links"),
        ("Photo Captions & Credits", "links"),
        ("Read more: Harbour office opens", "links"),
        ("#harbour #talks", "links"),
        ("Keywords: harbour, talks", "links"),
        ("writer@example.org", "byline"),
        ("Photo: Sample Wire", "caption"),
        ("Photo 2: Minister Orel with Minister Tam at lunch, 3 May 2026", "caption"),
        ("REUTERS/A. Photographer", "caption"),
        ("[Photo] Minister Orel (right) shakes hands with Minister Tam in Port Ansel. (Ministry)", "caption"),
        ("This photo provided by the ministry shows the new harbour office in May. (Yonhap)", "caption"),
        ("This file photo, taken May 4, 2025, shows officers in a tent. (Haven Press)", "caption"),
        ("Ministers Orel (L) and Tam shake hands in Port Ansel on Friday. (Yonhap)", "caption"),
        ("FILE PHOTO: A ship enters the harbour of Port Ansel. REUTERS/A. Photographer", "caption"),
        ("Two officers trade caps at the pier. (Fleet Command photo by Cpl. Ida Sand)", "caption"),
        ("Web Views: 37", "notice"),
        ("PUBLIC DOMAIN", "notice"),
    ],
)
def test_furniture_by_its_own_words(line: str, reason: str) -> None:
    article = clean(f"{FIRST}\n\n{line}\n\n{LAST}\n")
    assert article.paragraphs == (FIRST, LAST)
    assert [(each.line, each.text, each.reason) for each in article.dropped] == [(3, line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright was among the topics that the ministers discussed on Friday.",
        "Share prices fell in both countries after the talks ended without a result.",
        "Satellite images show new activity at the site, the ministry said. (Yonhap)",
        "Related issues were discussed by the two sides on the second day of talks.",
        "By Friday, the two sides had agreed on most of the text of the statement.",
        "Subscribe to the treaty, he told the other ministers in a speech on Friday.",
        "“Yes,” she said.",
        "May 17, 2024",
    ],
)
def test_body_text_that_looks_like_furniture_stays(line: str) -> None:
    article = clean(f"{FIRST}\n\n{line}\n\n{LAST}\n")
    assert article.paragraphs == (FIRST, line, LAST)
    assert article.dropped == ()


def test_the_head_of_a_page() -> None:
    byline = "By A. Writer and B. Writer | Sample Wire"
    head = f"Two to open office\n\nUpdated: 17 May 2024, 10:30 GMT | World\n\n{byline}"
    article = clean(f"{head}\n\n{FIRST}\n\nTwo to open office\n\n{LAST}\n")
    assert article.paragraphs == (FIRST, LAST)
    assert article.title == "Two to open office"
    assert article.author == "A. Writer and B. Writer"
    assert [each.reason for each in article.dropped] == ["headline", "section", "byline", "repeated"]


@pytest.mark.parametrize("line", ["Joint statement", "1. Harbour office", "II. Harbour office"])
def test_a_heading_between_paragraphs_is_no_body(line: str) -> None:
    assert dropped(f"{FIRST}\n\n{line}\n\n{LAST}\n") == [(3, "heading")]


def test_items_of_a_list_are_no_headings() -> None:
    items = ("The two sides agreed to:", "Open a harbour office", "- Hold talks in June", "(a) Meet again")
    article = clean("\n\n".join([FIRST, *items, LAST]))
    assert article.paragraphs == (FIRST, *items, LAST)


def test_a_line_above_the_first_paragraph_is_the_title() -> None:
    dateline = "PORT ANSEL, May 17 (Sample) -- " + FIRST
    for first in (dateline, FIRST):
        article = clean(f"Two to open office\n\n{first}\n")
        assert article.title == "Two to open office"
        assert article.paragraphs == (first,)


def test_what_stands_between_headline_and_body_is_the_standfirst() -> None:
    article = clean(f"Two to open office\n\nMay 17, 2024\n\nA harbour for both\n\n{FIRST}\n")
    assert article.paragraphs == (FIRST,)
    assert [each.reason for each in article.dropped] == ["headline", "section", "standfirst"]


def test_a_paragraph_that_comes_again_is_dropped_but_a_short_answer_is_not() -> None:
    article = clean(f"{FIRST}\n\nThank you.\n\n{FIRST}\n\nThank you.\n")
    assert article.paragraphs == (FIRST, "Thank you.", "Thank you.")
    assert [(each.line, each.reason) for each in article.dropped] == [(5, "repeated")]


def test_links_under_their_heading_end_with_the_next_sentence() -> None:
    text = (
        f"{FIRST}\n\nRelated stories\n\nHarbour office opens\n\nTalks put off again\n\n{LAST}\n\nHarbours\n"
    )
    article = clean(text)
    assert article.paragraphs == (FIRST, LAST, "Harbours")
    assert dropped(text) == [(3, "links"), (5, "links"), (7, "links")]


def test_hard_wrapped_lines_are_joined_and_the_labels_at_their_edges_are_not() -> None:
    text = (
        "Veldania and Ostrova agreed to open a joint\nharbour office, the ministry said on Friday,\n"
        "and to pay for it.\nThe next talks will be held in Port Ansel in\n"
        "June, a spokesperson told reporters.\n"
        "    An indented line begins a paragraph of its own\nand goes on in the next line.\nSend Feedback\n"
    )
    assert clean("Skip to content\n" + text).paragraphs == (
        f"{FIRST[:-8]} on Friday, and to pay for it.",
        "The next talks will be held in Port Ansel in June, a spokesperson told reporters.",
        "An indented line begins a paragraph of its own and goes on in the next line.",
    )
    assert [reason for _, reason in dropped("Skip to content\n" + text)] == ["navigation", "feedback"]


def test_what_cannot_be_seen_does_not_come_between_words() -> None:
    assert (
        clean(f"\ufeffhar\u00adbour\u200b  \x07 office \ud800.\n\n{FIRST}").paragraphs[0]
        == "harbour office \ufffd."
    )


def test_a_page_without_sentences_and_an_empty_page() -> None:
    assert clean("Joint statement\n\nHarbour office\n").paragraphs == ("Joint statement", "Harbour office")
    assert clean("").paragraphs == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By A. Writer", "A. Writer"),
        ("BY A. WRITER, Sample Correspondent", None),
        ("By A. Writer, staff reporter", "A. Writer"),
        ("By A. Writer (writer@example.org)", "A. Writer"),
        ("by the ministry", None),
        ("By Friday the talks were over.", None),
        ("A. Writer", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    assert author_in(line) == name or name is None
    if name is None and line[0] == "b":
        assert author_in(line) is None


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("All News 09:46 May 14, 2021", True),
        ("Published: 2021-05-14 09:46 KST", True),
        ("Friday, 14 May 2021", True),
        ("On May 14, 2021 the ministers of both sides met again", False),
        ("Harbour office", False),
        ("May 14, 2021, 30 ships", False),
    ],
)
def test_time_stamps(line: str, stamp: bool) -> None:  # noqa: FBT001
    assert is_stamp(line) == stamp


def test_datelines() -> None:
    for text in (
        "SEOUL, May 14 (Sample) -- South",
        "PORT ANSEL (Sample) – The",
        "WASHINGTON — The",
        "TAIPEI/TOKYO - The",
    ):
        assert dateline_of(text)
    for text in ("South Korea -- and", "The talks - held", "NATO said"):
        assert not dateline_of(text)


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1), min_size=8, max_size=30))
def test_what_ends_like_a_sentence_of_eight_words_is_never_dropped(words: list[str]) -> None:
    sentence = clean(" ".join(words) + ".").paragraphs
    text = " ".join(words).lower()
    if text.startswith(("©", "(c)", "copyright", "<")):
        return
    assert len(sentence) == 1
    assert is_sentence(sentence[0])
    article = clean(f"A head\n\n{sentence[0]}\n\nBy A. Writer\n\n{LAST}\n\nSend Feedback\n")
    assert sentence[0] in article.paragraphs
