"""Where dates are tried: to leave out the other words must lose no date."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.drafting import date_forms
from briefing_app.drafting.date_starts import starts_in
from tests.drafting.test_dates import ABSOLUTE

WORDS = (
    "the in of on by early late mid second last next this coming first end and to a few two within soon may "
    "June Monday Sept. 2026 2027 3rd 14 4 FY26 Q3 1990s year week half quarter summer days date future "
    "course tomorrow ago no later than as until year-end mid-June 2026-06-15T10:00 meeting troops , - / 's "
    "ſoon Kelvin"
)


def both_ways(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return where dates are found by trying every place, and by trying only some."""
    every = [found.span() for found in date_forms._SCANNER.finditer(text)]
    return every, [found.span() for found in date_forms._matches(text)]


@pytest.mark.parametrize("text", [row[0] for row in ABSOLUTE])
def test_no_date_is_lost(text: str) -> None:
    """Whatever form a date has, it is tried where it begins."""
    every, some = both_ways(text)
    assert some == every


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join))
def test_no_date_is_lost_among_words_of_dates(text: str) -> None:
    """Words of dates in any order are read as if every place were tried."""
    every, some = both_ways(text)
    assert some == every


def test_most_words_are_not_tried() -> None:
    """A place is tried only where words of a date lead to a figure or a word of the calendar."""
    text = "The ministers met in the early part of the second half of 2026 in the old town hall."
    tried = [text[at:].split(maxsplit=1)[0] for at in starts_in(text)]
    assert tried == ["of", "the", "second", "half", "of", "2026"]


def test_importing_the_grammar_compiles_nothing() -> None:
    """The patterns of the grammar are compiled when the first text is read."""
    code = (
        "import sys, briefing_app.drafting.draft\n"
        "from briefing_app.drafting.patterns import Pattern\n"
        "grammar = [m for name, m in sys.modules.items() if name.startswith('briefing_app.drafting')]\n"
        "values = [value for module in grammar for value in vars(module).values()]\n"
        "assert not any(isinstance(v, Pattern) and 'compiled' in vars(v) for v in values)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
