"""Where a date phrase can begin: told by its words, for to try every form at every word takes long.

Each form is made of few words, and one of them is a figure or a word of the calendar. So only a run of such
words that ends in one of the latter is worth a trial.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import MONTHS, word_set
from briefing_app.drafting.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each form holds one of these, or a figure.
_CALENDAR = MONTHS | word_set(
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday "
    "day days week weeks weekend month months year years decade decades quarter half fiscal financial fy "
    "spring summer autumn fall winter yesterday tomorrow tonight today night morning afternoon evening "
    "future soon date time stage opportunity course long"
)
# What may stand before that word in a form.
_AMONG = word_set(
    "as early soon in on by no not later than or before earlier until after prior to ever since up till "
    "through starting beginning effective from with effect between around circa approximately of for during "
    "throughout late recently come at least about roughly the start middle end close turn very mid and first "
    "1st second 2nd latter third 3rd fourth 4th final last commencing sometime some this next current coming "
    "a an its their that one two three four five six seven eight nine ten eleven twelve within over same "
    "following previous few several couple near foreseeable too distant mutually convenient acceptable "
    "agreed appropriate earliest possible due"
)
_WORD = Pattern(r"\w+")
# Letters that are those of a word where case is ignored, but not in lower case.
_ODD = frozenset("ſK\u0130ı")


def starts_in(text: str) -> Iterator[int]:
    """Yield the code points of a text where a date phrase may begin, in order."""
    words = list(_WORD.finditer(text))
    odd = not text.isascii() and not _ODD.isdisjoint(text)
    found: list[int] = []
    leads = False
    for word in reversed(words):
        low = word[0].lower()
        leads = odd or low in _CALENDAR or (leads and low in _AMONG) or not low.isalpha()
        if leads:
            found.append(word.start())
    return reversed(found)
