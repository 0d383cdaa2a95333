"""Where a stage of another source belongs in the history that stands: never behind its last entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model import dates
from briefing_app.model.tracker import state_word
from briefing_app.words import tr
from briefing_app.workflow.conflicts import Conflict, date_words
from briefing_app.workflow.matching import disagree, finer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.items import When
    from briefing_app.model.opcon import Stage

_COMING = ("planned", "delayed")
_DONE = ("assessed", "verified")


class Place(NamedTuple):
    """What becomes of an entry.

    Attributes:
        same: the standing entry that it is.
        before: the standing entry that it goes before, as a part of the history.
        against: the last standing entry, which it contradicts.
        conflict: how.
    """

    same: Stage | None = None
    before: Stage | None = None
    against: Stage | None = None
    conflict: Conflict | None = None


def place_of(entry: Stage, standing: Sequence[Stage], track: str | None, *, is_last: bool) -> Place:
    """Return what becomes of an entry.

    Args:
        entry: what another source says of a stage.
        standing: the entries that stand of it, at least one.
        track: the name of its track.
        is_last: it is what that source says of the stage now.
    """
    same = next((each for each in reversed(standing) if _is_same(each, entry)), None)
    if same is not None:
        exact = _of_dates(same, entry, track) if finer(_date(same), _date(entry)) else None
        return Place(same=same, against=same, conflict=exact)
    last = standing[-1]
    before = next((each for each in standing if _is_earlier(entry, each)), last)
    conflict = _conflict(last, entry, track) if is_last else None
    if conflict is None:
        return Place(before=before)
    more = bool(entry.due or entry.reason) and entry.state == "delayed"
    return Place(before=before if more else None, against=last, conflict=conflict)


def _is_same(one: Stage, new: Stage) -> bool:
    later = disagree(one.when, new.when) or disagree(one.due, new.due)
    return one.state == new.state and not later and not disagree(_date(one), _date(new))


def _date(stage: Stage) -> When | None:
    return stage.when or stage.due


def _is_earlier(entry: Stage, standing: Stage) -> bool:
    days = []
    for each in (entry, standing):
        when = _date(each)
        days.append(dates.parse(when.edtf).earliest if when and when.edtf else None)
    return bool(days[0] and days[1] and days[0] < days[1])


def _conflict(last: Stage, entry: Stage, track: str | None) -> Conflict | None:
    """Return how an entry contradicts the last one that stands; None where it is only earlier."""
    if last.state == entry.state or (last.state in _COMING and entry.state in _COMING):
        return _of_dates(last, entry, track) if disagree(_date(last), _date(entry)) else None
    earlier = entry.state not in _DONE or last.state == "verified" != entry.state
    before = last.state in _DONE and earlier and not _is_earlier(last, entry)
    if entry.state == "rehearsed" or before:
        return None
    return Conflict(tr("State of {stage}", stage=_name(last, track)), _words(last), _words(entry))


def _of_dates(one: Stage, new: Stage, track: str | None) -> Conflict:
    about = tr("Date of {stage}", stage=_name(one, track))
    return Conflict(about, date_words(_date(one)), date_words(_date(new)))


def _name(stage: Stage, track: str | None) -> str:
    return tr("{stage} ({track})", stage=stage.stage, track=track) if track else stage.stage


def _words(stage: Stage) -> str:
    when = _date(stage)
    if when is None:
        return state_word(stage.state)
    return tr("{state}: {date}", state=state_word(stage.state), date=date_words(when))
