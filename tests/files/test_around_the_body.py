"""Notes, contacts, headings and quotes around a body: dropped with a reason, and no word lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files.charsets import text_of
from briefing_app.files.cleaning import clean
from tests.files.making import FIRST, LAST, SECOND

BODY = (FIRST, SECOND, f"{SECOND[:-1]} in the end.".replace("working", "second"), LAST)
HEAD = "Two to open harbour office\n\nBy Sample Writer\n\n3 March 2026"


def around(*below: str) -> list[tuple[str, str]]:
    article = clean("\n\n".join((HEAD, *BODY, *below)))
    assert article.paragraphs == BODY
    return [(each.text, each.reason) for each in article.dropped[3:]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Editor's note: This story was written before the talks began on Tuesday.", "note"),
        ("Correction: An earlier version named another harbour than that of Port Ansel.", "note"),
        ("This article was amended on 5 March 2026 to correct the name of the harbour.", "note"),
        ("(This story corrects the name of the harbour in the second paragraph.)", "note"),
        ("Sample Writer is a correspondent in Port Ansel and writes about harbours.", "note"),
        ("The views expressed in this article are those of its author alone.", "note"),
        ("The Harbour Times is the oldest daily newspaper of Port Ansel and its islands.", "note"),
        ("For further information please contact the press office on +00 123 456 7890.", "contact"),
        ("Media contact: press@harbour.example", "contact"),
        ("Tel. +00 123 456 7890", "contact"),
        ("ENDS", "notice"),
        ("###", "notice"),
        ("-30-", "notice"),
        ("AB/cd/EF", "notice"),
        ("Released by: Press Office, Ministry of Defence of Veldania", "notice"),
        ("Get the best of The Harbour Times in your inbox every morning.", "notice"),
        ("Related: Talks put off again | Harbour opens", "links"),
        ("Ministers shake hands before the talks. (Photo: Sample Wire)", "caption"),
        ("Photo: The ministers of both sides walk along the harbour of Port Ansel.", "caption"),
    ],
)
def test_below_the_body(line: str, reason: str) -> None:
    assert around(line) == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "The report was published on Monday, the minister told the parliament of Ostrova.",
        "The text was amended at the request of Ostrova, a spokesperson of the ministry said.",
        "Sources of energy were on the agenda, too, as the two sides said in the evening.",
        "Issued by both ministers, the statement names the costs of the harbour office.",
        "Updates of the plan are to follow in the autumn, when the parliaments meet again.",
        "Contact between the two navies has grown since the harbour was opened in May.",
        "For more information on the wreck, both sides will send divers to the harbour.",
        "The views of both sides on the harbour are close, the minister of Ostrova said.",
    ],
)
def test_body_text_that_looks_like_a_note_stays(line: str) -> None:
    text = "\n\n".join((HEAD, *BODY[:2], line, *BODY[2:]))
    assert clean(text).paragraphs == (*BODY[:2], line, *BODY[2:])


def test_what_stands_under_a_heading_of_contacts_or_notes_goes_with_it() -> None:
    assert around("Media contacts", "Press Office", "press@harbour.example") == [
        ("Media contacts", "contact"),
        ("Press Office", "contact"),
        ("press@harbour.example", "byline"),
    ]
    assert {
        reason for _, reason in around("Notes to editors", "The harbour was built in 1901 by both sides.")
    } == {"note"}
    assert {reason for _, reason in around("-ends-", "The harbour was built in 1901 by both sides.")} == {
        "notice"
    }


def test_pull_quotes_go_and_the_paragraph_that_they_repeat_stays() -> None:
    said = f"“We will build the office before the winter comes,” the minister said. {LAST}"
    for pulled in (
        "“We will build the office before the winter comes,”",
        "We will build the office before the winter comes",
        "“We will build the office before the winter comes” — the minister of Ostrova",
    ):
        article = clean(f"{HEAD}\n\n{FIRST}\n\n{pulled}\n\n{said}\n\n{SECOND}\n")
        assert article.paragraphs == (FIRST, said, SECOND)
        assert article.dropped[-1].reason == "repeated"


def test_a_standfirst_above_byline_or_dateline() -> None:
    summary = "Both ministers say that the office will serve the sailors of all islands."
    for head in (f"{summary}\n\nBy Sample Writer", f"By Sample Writer\n\n{summary}"):
        article = clean(f"Two to open harbour office\n\n{head}\n\nPORT ANSEL (Sample) - {FIRST}\n\n{LAST}\n")
        assert article.paragraphs == (f"PORT ANSEL (Sample) - {FIRST}", LAST)
        assert (summary, "standfirst") in [(each.text, each.reason) for each in article.dropped]


def test_a_head_without_blank_lines() -> None:
    article = clean(f"Two to open harbour office\nBy Sample Writer\n3 March 2026 10:00\n{FIRST}\n{LAST}\n")
    assert article.paragraphs == (FIRST, LAST)
    assert (article.title, article.author) == ("Two to open harbour office", "Sample Writer")


@given(
    st.lists(
        st.sampled_from(
            (
                *BODY,
                HEAD,
                "ENDS",
                "Media contacts",
                "Editor's note: x",
                "By A. Writer",
                "3 March 2026",
                "The two sides agreed to:",
                "- one; \n- two",
                "1. Harbour office",
                "PORT ANSEL (AP) - It began.",
                "“agreed to open a joint harbour office”",
                "Read more: x",
                "Ministry of Defence",
                "© 2026 Sample Wire",
                "a wrapped line that goes on\nin the next line and\nthe next",
            )
        ),
        max_size=12,
    ),
    st.sampled_from(("\n", "\n\n", "\r\n", "\n \n\n")),
)
def test_no_word_is_lost(parts: list[str], between: str) -> None:
    text = between.join(parts)
    article = clean(text)
    kept = " ".join([*article.paragraphs, *(each.text for each in article.dropped)])
    assert Counter(kept.split()) == Counter(text.split())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ministrowie obrony spotkali się w Warszawie, aby omówić współpracę zespołów żołnierzy.", "cp1250"),
        ("Министры обороны встретились в Москве и договорились о сотрудничестве.", "cp1251"),
        ("국방부는 금요일 한미 통합국방협의체 회의를 열었다고 밝혔다.", "cp949"),
        ("防衛省は金曜日に会議を開いた。", "cp932"),
        ("防衛省は金曜日に会議を開いた。", "euc_jp"),
        ("国防部星期五举行会议。", "gb18030"),
        ("Déjà vu — “good” café", "cp1252"),
    ],
)
def test_encodings_that_nothing_declares(text: str, encoding: str) -> None:
    found = text_of(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert found.guessed


@pytest.mark.parametrize("declared", ["euc-kr", "EUC_KR", "ks_c_5601-1987"])
def test_encodings_that_are_declared(declared: str) -> None:
    found = text_of("똠방각하".encode("cp949"), declared=declared)
    assert found is not None
    assert (found.text, found.guessed) == ("똠방각하", False)


@pytest.mark.parametrize("declared", ["no-such", "hex", "utf-8", "\x00"])
def test_declarations_that_are_wrong(declared: str) -> None:
    found = text_of("Déjà vu".encode("cp1252"), declared=declared)
    assert found is not None
    assert (found.text, found.guessed) == ("Déjà vu", True)
