"""Words, marks, and where sentences end."""

from __future__ import annotations

import pytest

from briefing_app.drafting.tokens import Phrases, sentences_of, tokens_of

SHORT = frozenset(("gen", "sept", "no"))


def _sentences(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [text[tokens[a].start : tokens[b - 1].end] for a, b in sentences_of(tokens, SHORT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korea-U.S. talks", ["Korea", "-", "U.S.", "talks"]),
        ("Kenya’s navy", ["Kenya", "’s", "navy"]),
        ("the allies’ ships", ["the", "allies", "’", "ships"]),
        ("they didn’t say", ["they", "didn’t", "say"]),
        ("a 4,500-tonne ship on the 3rd", ["a", "4,500", "-", "tonne", "ship", "on", "the", "3rd"]),
        ("wait... so -- no", ["wait", "...", "so", "--", "no"]),
        ("at 3:30 p.m. today", ["at", "3:30", "p.m.", "today"]),
        ("a snake_case word", ["a", "snake", "_", "case", "word"]),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens_of(text)] == expected


def test_a_token_knows_its_place_and_its_kind() -> None:
    text = "Didn’t 12 Côte"
    first, figure, last = tokens_of(text)
    assert (first.low, first.is_word, first.is_capital) == ("didn't", True, True)
    assert (figure.is_word, figure.is_capital) == (False, False)
    assert text[last.start : last.end] == "Côte"


@pytest.mark.parametrize(
    "expected",
    [
        ["They met.", "They agreed."],
        ["“They met.”", "They agreed!"],
        ["They met (again).", "Why?", "“Nobody knows”, he said."],
        ["They met in the U.S. Capitol building."],
        ["They met in the U.S.", "The rest is silence."],
        ["They met in the U.S.", "“So what?”", "3 ships left."],
        ["He called it the “war in the U.S.”", "Navy officers nodded."],
        ["Gen. Okello arrived on Sept. 4 with John F. Odera."],
        ["They met at 3 p.m. on Monday."],
        ["The price is 4.5 per cent."],
        ["They came… saw and left.", "That was all"],
        ["They came... saw and left.", "That was all"],
        ["It fell to 3.", "Rain followed."],
        ["See nato.int for more."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert _sentences(" ".join(expected)) == expected


def test_a_stop_that_stands_apart_shortens_nothing() -> None:
    assert _sentences("He spoke to the gen . They left.") == ["He spoke to the gen .", "They left."]


def test_nothing_has_no_sentences() -> None:
    assert sentences_of((), SHORT) == ()


def test_the_longest_phrase_wins_and_of_equal_ones_the_first() -> None:
    phrases = Phrases([("South Korea", "KR"), ("South", "?"), ("South Korea", "no")], cased=True)
    tokens = tokens_of("South Korea and South Africa, south Korea")
    assert phrases.at(tokens, 0) == (2, "KR")
    assert phrases.at(tokens, 3) == (4, "?")
    assert phrases.at(tokens, 1) is None
    assert phrases.at(tokens, 6) is None


def test_case_does_not_count_where_a_table_says_so() -> None:
    phrases = Phrases([("the two sides", 2)], cased=False)
    assert phrases.at(tokens_of("The Two Sides agreed"), 0) == (3, 2)
