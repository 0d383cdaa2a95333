"""Two texts are told by the words that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.workflow.text_changes import MOST, PLACES, cut, differences, shown

LONG = (
    "South Korea and the United States agreed to push for a meeting of the defence ministers with Japan, "
    "which could come as early as June."
)


def test_short_texts_are_told_whole() -> None:
    assert list(differences("in June", "in July")) == ["in June -> in July"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("push for", "press for", "“push” -> “press” after “States agreed to”"),
        ("South Korea", "Korea", "“South” left out at the start"),
        ("South", "In May, South", "“In May,” added at the start"),
        ("South", "North", "“South” -> “North” at the start"),
        (" with Japan,", ",", "“ministers with Japan,” -> “ministers,” after “of the defence”"),
        ("as early as ", "", "“as early as” left out after “which could come”"),
        ("June.", "June. It is open.", "“It is open.” added after “early as June.”"),
        ("June.", "June.\n\n- one", "“↵↵- one” added after “early as June.”"),
    ],
)
def test_long_texts_are_told_by_what_differs(old: str, new: str, told: str) -> None:
    assert list(differences(LONG, LONG.replace(old, new, 1))) == [told]


def test_texts_that_look_the_same_are_told_by_their_characters() -> None:
    assert list(differences("an office", "an\u00a0office")) == ["looks the same, but U+0020 -> U+00A0"]
    assert list(differences("a ↵", "a \n")) == ["looks the same, but U+21B5 -> U+000A"]
    hidden = (
        LONG.replace("to push", "to\u00a0push").replace("Japan", "China").replace("early as", "early  as")
    )
    assert list(differences(LONG, hidden)) == [
        "“push” looks the same, but U+0020 -> U+00A0",
        "“Japan,” -> “China,” after “defence ministers with”",
        "“as” looks the same, but nothing -> U+0020",
    ]


def test_what_hides_is_made_visible() -> None:
    assert list(differences("abc", "a\u202ebc")) == ["abc -> a[U+202E]bc"]
    assert shown("a\u200bb\u00a0c\nd") == "a[U+200B]b c↵d"


def test_many_places_are_counted() -> None:
    words = [f"word{n}" for n in range(40)]
    other = [word if n % 4 else word.upper() for n, word in enumerate(words)]
    told = list(differences(" ".join(words), " ".join(other)))
    assert len(told) == PLACES + 1
    assert told[-1] == "and in 6 more places"
    told = list(differences(" ".join(words[:20]), " ".join(other[:20])))
    assert told[-1] == "and in 1 more place"


def test_a_long_quotation_is_cut_in_the_middle() -> None:
    (told,) = differences("Begin.", "Begin. " + "and so on " * 300)
    assert len(told) < MOST + 60
    assert " … " in told
    assert cut("short") == "short"
    assert len(cut("x" * 999, 50)) <= 50


def test_texts_without_a_common_word_are_one_place() -> None:
    (told,) = differences("a b " * 2000, "b c " * 2000)
    assert told.startswith("“a b a b")


@given(st.text(), st.text())
def test_every_difference_is_told_in_a_few_lines(before: str, after: str) -> None:
    told = list(differences(before, after)) if before != after else []
    assert bool(told) == (before != after)
    assert all("\n" not in each and len(each) < 3 * MOST for each in told)
