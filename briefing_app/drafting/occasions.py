"""Whether words about people are about the meeting that the article reports, or about another occasion."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_BEEN = frozenset(("been", "was", "were", "is", "are", "have", "has", "had"))
_REACH = 14
_DEED = 3  # words between a deed and its year
_DEEDS = frozenset(("signed", "concluded", "initialled", "initialed", "agreed", "reached", "inked", "met"))
_SINCE = 5
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LEAD = 3


class Occasions:
    """What the article says of its own meeting, and of others."""

    def __init__(self, paragraphs: Sequence[Paragraph], lexicon: Lexicon, published: str | None) -> None:
        """Take the article's body and its date."""
        self._lexicon = lexicon
        self._cues = tuple(tuple(cue.split()) for cue in sorted(lexicon.lists["elsewhere"]))
        self._aside = tuple(tuple(cue.split()) for cue in sorted(lexicon.lists["aside"]))
        self._year = (published or "0000")[:4]
        self._day_names = lexicon.lists["weekdays"]
        lead = paragraphs[:LEAD]
        lows = [token.low for paragraph in lead for token in paragraph.tokens]
        self._days = {low for low in lows if low in self._day_names}
        self._months = {low[:3] for low in lows if low in lexicon.lists["months"]}
        first = {token.low[:3] for paragraph in paragraphs[:1] for token in paragraph.tokens}
        now = _MONTHS[int(published[5:7]) - 1] if published and published[5:7].isdigit() else ""
        # Where the date is not known, the months of the next paragraphs may be the meeting's own.
        self._now = (first & set(_MONTHS)) | {now} if now else set()
        self._places = {
            place for paragraph in lead for place in _places(paragraph, lexicon, 0, len(paragraph.tokens))
        }
        self.takes_place = self._takes_place(paragraphs)

    def _takes_place(self, paragraphs: Sequence[Paragraph]) -> bool:
        """Tell whether the article reports a meeting that took place: no preview, no postponement."""
        lists = self._lexicon.lists
        firsts = [
            [token.low for token in paragraph.tokens[slice(*paragraph.sentences[0])]]
            for paragraph in paragraphs[:2]
            if paragraph.sentences
        ]
        coming = False
        for lows in firsts:
            meets = any(low in lists["meetings"] for low in lows)
            off = any(
                low in lists["called_off"] and low != "off" and was in _BEEN for was, low in pairwise(lows)
            )
            if meets and off:
                return False
            after = any(
                low in ("after", "following") and set(lows[n + 1 : n + 4]) & lists["talks"]
                for n, low in enumerate(lows)
            )
            if after or any(low in lists["done"] for low in lows):
                return True
            coming = coming or (meets and any(low in lists["coming"] for low in lows))
        return not coming

    def is_this(self, paragraph: Paragraph, sentence: tuple[int, int], first: int, end: int) -> bool:
        """Tell whether what a sentence says of the names in `first` to `end` is of this meeting."""
        begin, stop = sentence
        lows = [token.low for token in paragraph.tokens[begin:stop]]
        if (
            not (self.takes_place or self._is_call(lows))
            or (paragraph.number > 1 and self._is_of_year(lows))
            or _has(_without_since(lows), self._cues)
            or (lows[0] == "earlier" and lows[1:2] == [","])
        ):
            return False
        if _is_past_perfect(paragraph.tokens, first, end, stop) or (
            paragraph.number > 1 and "courtesy" in lows
        ):
            return False
        if paragraph.number <= LEAD:
            return paragraph.number == 1 or not (self._now and self._is_another_month(lows, self._now))
        if _has(lows, self._aside):
            return False
        return not (self._is_another_day(lows) or self._is_away(paragraph, sentence, lows))

    def _is_of_year(self, lows: Sequence[str]) -> bool:
        """Tell whether something was signed or agreed in a year before: "signed in 2024 by X and Y"."""
        return any(
            low == "in"
            and len(year) == len(self._year)
            and "1900" <= year < self._year
            and bool(_DEEDS & set(lows[max(0, n - _DEED) : n]))
            for n, (low, year) in enumerate(pairwise(lows))
        )

    def _is_call(self, lows: Sequence[str]) -> bool:
        """Tell whether a sentence reports a call, as the one that settled a new date for what is put off."""
        called = set(lows) & (self._lexicon.lists["calls"] - {"secure"})
        return bool(called) and bool({"between", "with", "spoke"} & set(lows)) and "will" not in lows

    def is_beside(self, paragraph: Paragraph, sentence: tuple[int, int], first: int, end: int) -> bool:
        """Tell whether a meeting is one beside this: "later received", "met before the talks", "also met"."""
        if any(
            _had(paragraph.tokens, i, sentence[1]) for i in range(max(sentence[0], first - _REACH), first)
        ):
            return True
        near = max(sentence[0], first - 6)
        lows = [token.low for token in paragraph.tokens[near:end]]
        whole = [token.low for token in paragraph.tokens[sentence[0] : sentence[1]]]
        if paragraph.number > 1 and any(
            low in ("received", "receives", "receiving") for low in lows[first - near :]
        ):
            return True
        if whole[0] in ("later", "afterwards", "separately", "subsequently"):
            return True
        meets = self._lexicon.lists["meets"]
        for n, low in enumerate(lows):
            if low in meets and any(
                word in ("also", "later", "earlier", "separately") for word in lows[max(0, n - 2) : n]
            ):
                return True
        return paragraph.number > 1 and self._is_around(whole)

    def receives_peers(self, paragraph: Paragraph, sentence: tuple[int, int]) -> bool:
        """Tell whether an early sentence says that somebody received their like: "received his peer"."""
        lows = [token.low for token in paragraph.tokens[slice(*sentence)]]
        peers = self._lexicon.lists["counterparts"]
        active = "received" in lows and lows[lows.index("received") - 1] not in _BEEN
        return paragraph.number <= LEAD and active and any(low in peers for low in lows)

    def _is_around(self, lows: Sequence[str]) -> bool:
        """Tell whether a sentence dates something by the talks: "before the talks"."""
        for n, low in enumerate(lows[:-2]):
            timed = low in ("before", "after", "following") or (
                low in ("of", "to") and lows[n - 1] in ("ahead", "prior")
            )
            if (
                timed
                and lows[n + 1] in ("the", "their", "this")
                and lows[n + 2] in self._lexicon.lists["talks"]
            ):
                return True
        return False

    def _is_another_day(self, lows: Sequence[str]) -> bool:
        """Tell whether a sentence that speaks of meeting names a day or a month that the lead does not."""
        if not self._speaks_of_meeting(lows):
            return False
        if any(low in self._day_names and low not in self._days for low in lows) and self._days:
            return True
        return self._is_another_month(lows, self._months)

    def _is_another_month(self, lows: Sequence[str], months: AbstractSet[str]) -> bool:
        """Tell whether a sentence that speaks of meeting names another month: "met in March"."""
        return self._speaks_of_meeting(lows) and any(
            low in self._lexicon.lists["months"]
            and not (before == "since" and "first" in lows)
            and low[:3] not in months
            and before in ("in", "last", "since")
            for before, low in pairwise(lows)
        )

    def _is_away(self, paragraph: Paragraph, sentence: tuple[int, int], lows: Sequence[str]) -> bool:
        if not self._speaks_of_meeting(lows):
            return False
        return bool(set(_places(paragraph, self._lexicon, *sentence)) - self._places)

    def _speaks_of_meeting(self, lows: Sequence[str]) -> bool:
        lists = self._lexicon.lists
        return any(
            low in lists["meets"] or low in lists["talks"] or low in ("signed", "speech") for low in lows
        )


def _without_since(lows: Sequence[str]) -> list[str]:
    """Return words without the time from which something is the first: "the first since May last year"."""
    if "first" not in lows or "since" not in lows:
        return list(lows)
    at = len(lows) - 1 - lows[::-1].index("since")
    return [*lows[:at], *lows[at + _SINCE :]]


def _has(lows: Sequence[str], cues: Sequence[tuple[str, ...]]) -> bool:
    here = set(lows)
    near = [cue for cue in cues if here.issuperset(cue)]
    return any(tuple(lows[i : i + len(cue)]) == cue for cue in near for i in range(len(lows)))


def _is_past_perfect(tokens: Sequence[Token], first: int, end: int, stop: int) -> bool:
    """Tell whether the names' own verb stands in the past perfect: "had met"."""
    at = _after_aside(tokens, end, stop)
    while at < stop and (tokens[at].low in (",", "who") or is_adverb(tokens[at].low)):
        at += 1
    return _had(tokens, at, stop) or (first > 0 and tokens[first - 1].low == "had")


def _after_aside(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Return the token after an aside that a verb follows: "X, who had flown in, joined them"."""
    if [token.low for token in tokens[at : at + 2]] != [",", "who"]:
        return at
    comma = next((i for i in range(at + 2, stop) if tokens[i].text == ","), stop)
    verb = comma + 1 < stop and tokens[comma + 1].low.endswith("ed")
    return comma + 1 if verb else at


def _had(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Tell whether "had" stands at a token, and makes the past perfect of another verb than one of coming."""
    if at >= stop or tokens[at].low != "had":
        return False
    after = next(
        (tokens[i].low for i in range(at + 1, min(stop, at + 4)) if not is_adverb(tokens[i].low)), ""
    )
    return after not in ("come", "a", "the", "no")


def _places(paragraph: Paragraph, lexicon: Lexicon, begin: int, end: int) -> list[str]:
    """Return the cities that follow "in" or "at" in the tokens."""
    tokens = paragraph.tokens
    found: list[str] = []
    for i in range(begin + 1, end):
        place = lexicon.places.at(tokens, i) if tokens[i - 1].low in ("in", "at") else None
        if place:
            found.append(paragraph.said(i, place[0]))
    return found
