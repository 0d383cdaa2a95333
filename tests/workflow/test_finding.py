from __future__ import annotations

import pytest

from briefing_app.workflow.finding import Folded, Spot, find, folded, matches_in, needle_of, occurrences


def found(text: str, query: str) -> list[str]:
    """Return the words of a text that a query finds."""
    return [text[match.start : match.end] for match in find([Spot("brief", "a", text)], query)]


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("The Minister met ministers", "MINISTER", ["Minister", "minister"]),
        ("São Paulo and Sao Tomé", "são", ["São", "Sao"]),
        ("Tomé", "tome", ["Tomé"]),
        ("Tome\u0301 agreed", "tome", ["Tome\u0301"]),
        ("Tome\u0301", "e", ["e\u0301"]),
        ("Łódź, Øresund, Đà Nẵng", "lodz", ["Łódź"]),
        ("Øresund", "oresund", ["Øresund"]),
        ("Großer", "grosser", ["Großer"]),
        ("ÆØÅ", "aeoa", ["ÆØÅ"]),
        ("the U.S.’s “next” KIDD–talks", 'u.s.\'s "next" kidd-talks', ["U.S.’s “next” KIDD–talks"]),
        ("June\u00a04 and June 4", "june 4", ["June\u00a04", "June 4"]),
        ("co\u00adoperate", "cooperate", ["co\u00adoperate"]),
        ("İstanbul ISTANBUL", "istanbul", ["İstanbul", "ISTANBUL"]),
        ("ａｂｃ", "abc", ["ａｂｃ"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("국방부 장관", "국방부", ["국방부"]),
        ("국방부", "구", []),  # a syllable is one letter
        ("がか", "か", ["か"]),  # and so is a voiced one
        ("𝔸 and a \U0001f600 b", "b", ["b"]),
        ("nothing", "x", []),
    ],
)
def test_what_is_meant_is_found(text: str, query: str, words: list[str]) -> None:
    assert found(text, query) == words


@pytest.mark.parametrize(
    "printed", ["Shangri-La", "Shangri‑La", "Shangri–La", "Shangri La", "Shangri\u00a0La"]
)
@pytest.mark.parametrize("typed", ["Shangri La", "shangri-la", "Shangri–La", "SHANGRI\u00a0LA"])
def test_a_hyphen_is_found_by_a_blank_and_the_other_way_round(printed: str, typed: str) -> None:
    text = f"At the {printed} Dialogue"
    (match,) = find((Spot("brief", "m1", text),), typed)
    assert text[match.start : match.end] == printed


def test_a_letter_of_two_is_found_by_either_of_them() -> None:
    assert found("ß", "s") == ["ß", "ß"]
    assert found("aßb", "as") == ["aß"]


@pytest.mark.parametrize("query", ["", " ", "\u00a0\n", "\u00ad"])
def test_blanks_alone_find_nothing(query: str) -> None:
    assert needle_of(query) == ""
    assert found("a b c", query) == []


def test_a_decomposed_query_is_as_good() -> None:
    assert needle_of("Tome\u0301") == needle_of("Tomé") == "tome"
    assert needle_of("\u1112\u1161\u11ab") == "한"


def test_matches_keep_the_order_of_the_spots_and_say_where_they_are() -> None:
    spots = (Spot("brief", "a1", "a talk"), Spot("brief", "", "no"), Spot("source", "s1", "talks, talks", 4))
    matches = find(spots, "talk")
    assert [(match.spot.key, match.spot.block, match.start) for match in matches] == [
        ("a1", 0, 2),
        ("s1", 4, 0),
        ("s1", 4, 7),
    ]


def test_each_text_is_folded_once() -> None:
    known: dict[str, Folded] = {}
    for n in range(4):
        matches_in(Spot("brief", str(n), f"text {n % 2}"), "1", known)
    assert list(known) == ["text 0", "text 1"]
    known["text 1"] = Folded("another")
    assert matches_in(Spot("brief", "", "text 1"), "other", known)[0].start == 2


def test_plain_text_needs_no_places() -> None:
    assert folded("Plain – “text”").at is None
    assert folded("é").at is None
    assert folded("ß").at == (0, 0, 1)
    assert occurrences(folded("abc"), "") == ()
