"""Which standing item a new one tells of: none where that is in doubt, for nothing is merged on a guess."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_app.drafting.grammar import word_set
from briefing_app.model import dates
from briefing_app.model.agreements import Agreement
from briefing_app.model.items import Item
from briefing_app.model.meetings import Event, Meeting, is_off
from briefing_app.workflow.likeness import (
    figures_differ,
    holds,
    is_certain,
    is_same_text,
    likeness,
    nearly_same_name,
    said_in,
    same_name,
    same_office,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.items import Finding, Series, When
    from briefing_app.model.opcon import Condition
    from briefing_app.model.people import Participant

Held = Event | Meeting
AnyItem = TypeVar("AnyItem", bound=Item)
_FEW_DAYS = 14  # within which two reports of talks of the same parties in one place are of one meeting
_MONTH = 31  # days within which meetings of one proper name are one, told with different dates
_WORDS = re.compile(r"[^\W_]+")
_SMALL = word_set("the a an of and with in on for at to s")
_FINER = 10  # times as exact, and a date says more
# Words that every meeting may be called by.
_GENERIC = word_set(
    "the a an of and with in on for next last new meeting meetings talks dialogue session round conference "
    "visit ministers minister foreign defence defense affairs leaders chiefs officials experts summit forum "
    "gathering two three both first second third annual regular joint bilateral trilateral call telephone "
    "video political consultations ordinary extraordinary commission committee council plenary "
    "s this previous year month week"
)


class Stated(NamedTuple):
    """A statement as it is matched: what the item says, its force and whose it is."""

    text: str
    kind: str
    parties: tuple[str, ...]


def stated(item: Agreement | Finding) -> Stated:
    """Return what an agreement or a finding states."""
    if isinstance(item, Agreement):
        return Stated(item.statement, item.kind, item.parties)
    return Stated(item.text, "", ())


def parties_of(held: Held) -> tuple[str, ...]:
    """Return who meets."""
    return held.parties if isinstance(held, Event) else held.participants


def title_of(held: Held) -> str:
    """Return what a meeting is called."""
    return held.name if isinstance(held, Event) else held.title


# ------------------------------------------------------------------------------------------ statements


def same_statement(standing: Iterable[AnyItem], new: Agreement | Finding) -> AnyItem | None:
    """Return the one standing statement that is most like a new one, None for none or several.

    Args:
        standing: agreements or findings.
        new: another of the same sort.
    """
    scored = [(likeness_of(each, new), each) for each in standing if isinstance(each, type(new))]
    return _single(scored)


def likeness_of(one: Agreement | Finding, new: Agreement | Finding) -> float:
    """Return how surely two statements are one, 0 where they are not."""
    first, second = stated(one), stated(new)
    if apart(first.parties, second.parties):
        return 0.0
    told, other = said_in(first.text), said_in(second.text)
    found = likeness(told, other)
    if not found or first.kind == second.kind:
        return found and found + 1
    return found if is_certain(found) and not figures_differ(told, other) else 0.0


def apart(one: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two rows of parties have none in common; a row without any goes with all."""
    return bool(one) and bool(new) and not set(one) & set(new)


def _single(scored: Sequence[tuple[float, AnyItem]]) -> AnyItem | None:
    """Return what has the highest score, None where none has any or two have the same.

    What was rejected is only found where nothing else is.
    """
    for rejected in (False, True):
        some = [row for row in scored if row[0] > 0 and (row[1].review.state == "rejected") is rejected]
        best = max((score for score, _ in some), default=0.0)
        found = [each for score, each in some if score == best]
        if found:
            return found[0] if len(found) == 1 else None
    return None


# ---------------------------------------------------------------------------------------------- people


def same_person(standing: Sequence[Participant], new: Participant) -> Participant | None:
    """Return the standing person that a new one is, None for none or several."""
    return _single([(_sureness(each, new), each) for each in standing])


def _sureness(one: Participant, new: Participant) -> float:
    sides = one.side is None or new.side is None or one.side == new.side
    offices = not one.role or not new.role or same_office(one.role, new.role)
    pairs = [(a, b) for a in (one.name, *one.other_names) for b in (new.name, *new.other_names)]
    if equal := [len(words_of(a)) for a, b in pairs if words_of(a) == words_of(b)]:
        alone = max(equal) == 1  # a family name
        known = bool(one.side and new.side) and sides and offices if alone else sides or offices
        return 3.0 if known else 0.0
    if any(same_name(a, b) for a, b in pairs):
        return 2.0 if sides and offices else 0.0
    slip = sides and bool(one.role and new.role) and offices
    return 1.0 if slip and any(nearly_same_name(a, b) for a, b in pairs) else 0.0


def same_condition(standing: Sequence[Condition], new: Condition) -> Condition | None:
    """Return the standing condition that a new one is: by their numbers, else by their words."""
    if new.number:
        return _single([(float(each.number == new.number), each) for each in standing])
    return _single([(float(is_same_text(each.text, new.text)), each) for each in standing])


# -------------------------------------------------------------------------------------------- meetings


def same_meeting(standing: Iterable[Held], new: Held, beside: Iterable[Held] = ()) -> Held | None:
    """Return the standing meeting, the event among them, that a new one is, None for none or several.

    One with the same proper name a few weeks from it is the same one with another date, where nothing else
    is, and where neither source tells of two by that name.

    Args:
        standing: the meetings that stand.
        new: another one.
        beside: those that its own source tells of, it among them.
    """
    there = tuple(standing)
    found = _single([(_gathering(each, new), each) for each in there])
    if found is not None or any(each is not new and _same_called(each, new) for each in beside):
        return found
    called = [each for each in there if _same_called(each, new)]
    return called[0] if len(called) == 1 and _is_told_otherwise(called[0], new) else None


def same_event(one: Event | None, new: Event | None) -> bool:
    """Tell whether two articles report the same meeting.

    Beside what makes two meetings one, the same parties in the same place within the same few days do.
    """
    if one is None or new is None:
        return False
    if _gathering(one, new):
        return True
    if _other_series(one.series, new.series) or not (one.place and new.place and holds(one.place, new.place)):
        return False
    few = all(_days(each.when) <= _FEW_DAYS for each in (one, new))
    return few and len(set(one.parties) & set(new.parties)) > 1 and overlap(one.when, new.when)


def _gathering(one: Held, new: Held) -> float:
    """Return how surely two meetings are one, 0 where they are not."""
    if isinstance(one, Event) and isinstance(new, Meeting) and is_off(new):
        return 0.0  # it took place
    if apart(parties_of(one), parties_of(new)) or _other_series(one.series, new.series):
        return 0.0
    numbered = one.series and new.series and one.series.ordinal and one.series.ordinal == new.series.ordinal
    elsewhere = bool(one.place and new.place and not holds(one.place, new.place))
    whose = bool(parties_of(one)) and set(parties_of(one)) == set(parties_of(new))
    there = bool(one.place and new.place) and not elsewhere and overlap(one.when, new.when)
    if numbered:
        return 2.0 if whose or there or not _is_any(one.series, new.series) else 0.0
    if _is_reprint(one, new):
        return 1.0
    if elsewhere or not overlap(one.when, new.when):
        return 0.0
    if one.series and new.series:  # of one row; without both numbers, the date decides
        return 1.0
    first, second = (_specific(title_of(each)) for each in (one, new))
    few = min(first, second, key=len)
    return 1.0 if len(few) > 1 and few <= first and few <= second else 0.0


def _is_told_otherwise(one: Held, new: Held) -> bool:
    """Tell whether two meetings of one name are one whose date two sources give differently."""
    if apart(parties_of(one), parties_of(new)) or _other_series(one.series, new.series):
        return False
    if one.place and new.place and not holds(one.place, new.place):
        return False
    off = any(isinstance(each, Meeting) and is_off(each) for each in (one, new))
    return not off and _was_held(one) == _was_held(new) and _is_near(one.when, new.when)


def _was_held(held: Held) -> bool:
    return isinstance(held, Event) or bool(held.outcome and held.outcome.state == "held")


def _same_called(one: Held, new: Held) -> bool:
    """Tell whether two meetings have the same proper name, as "Shangri-La Dialogue" is one."""
    if not (_is_proper(title_of(one)) and _is_proper(title_of(new))):
        return False
    first, second = (_specific(title_of(each)) for each in (one, new))
    few = min(first, second, key=len)
    return len(few) > 1 and few <= first and few <= second


def _is_proper(title: str) -> bool:
    """Tell whether all words of a title but the small ones begin with a capital or a figure."""
    words = [word for word in _WORDS.findall(title) if word not in _SMALL]
    return bool(words) and not any(word[0].islower() for word in words)


def _is_reprint(one: Held, new: Held) -> bool:
    """Tell whether two meetings are told of in the very same words, with one title and date."""
    dated = bool(one.when and one.when.edtf) and one.when == new.when
    alike = dated and is_same_text(title_of(one), title_of(new))
    return alike and not {each.digest for each in one.evidence}.isdisjoint(
        each.digest for each in new.evidence
    )


def _other_series(one: Series | None, new: Series | None) -> bool:
    """Tell whether two meetings belong to different rows, or have different numbers in one."""
    if one is None or new is None:
        return False
    if one.ordinal and new.ordinal and one.ordinal != new.ordinal:
        return True
    known = bool(one.abbreviation) and one.abbreviation == new.abbreviation
    first, second = words_of(one.name), words_of(new.name)
    few = min(first, second, key=len)
    light = frozenset(("with", "and", "of", "the", "between"))
    inside = len(few) > 1 and (first - light <= second or second - light <= first)
    return not (known or inside or first == second)


def _is_any(*found: Series | None) -> bool:
    """Tell whether a row of meetings is called what many are called: "Meeting of Foreign Ministers"."""
    return any(each is not None and not _specific(each.name) for each in found)


def _specific(title: str) -> frozenset[str]:
    return words_of(title) - _GENERIC


# ----------------------------------------------------------------------------------------------- dates


def overlap(one: When | None, new: When | None) -> bool:
    """Tell whether two dates, both given and both with an end, can be the same day."""
    first, second = _bounds(one), _bounds(new)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def disagree(one: When | None, new: When | None) -> bool:
    """Tell whether two dates are both given and cannot be the same day; an open end goes on for ever.

    Two rows of a few days that begin and end on other days disagree, too: 4-5 June and 5-6 June.
    """
    if not (one and new and one.edtf and new.edtf):
        return False
    if _is_shifted(one, new):
        return True
    first, second = dates.parse(one.edtf), dates.parse(new.edtf)
    later = first.latest and second.earliest and first.latest < second.earliest
    return bool(later or (second.latest and first.earliest and second.latest < first.earliest))


def _is_shifted(one: When, new: When) -> bool:
    first, second = _bounds(one), _bounds(new)
    if not first or not second or max(_days(one), _days(new)) > _FEW_DAYS:
        return False
    return (
        (first[0] < second[0]) == (first[1] < second[1]) and first[0] != second[0] and first[1] != second[1]
    )


def finer(one: When | None, new: When | None) -> bool:
    """Tell whether a date says far more exactly when it is: the day where the other has a season."""
    return bool(overlap(one, new) and _days(one) > _FEW_DAYS and _days(new) * _FINER <= _days(one))


def _is_near(one: When | None, new: When | None) -> bool:
    """Tell whether two dates, neither longer than a month, begin within a month of each other in one year."""
    first, second = _bounds(one), _bounds(new)
    if not first or not second or max(_days(one), _days(new)) > _MONTH:
        return False
    years = {date.fromordinal(each[0]).year for each in (first, second)}
    return len(years) == 1 and abs(first[0] - second[0]) <= _MONTH


def _days(when: When | None) -> float:
    bounds = _bounds(when)
    return float(bounds[1] - bounds[0]) + 1 if bounds else float("inf")


def _bounds(when: When | None) -> tuple[int, int] | None:
    read = dates.parse(when.edtf) if when and when.edtf else None
    if read is None or read.earliest is None or read.latest is None:
        return None
    return read.earliest.toordinal(), read.latest.toordinal()
