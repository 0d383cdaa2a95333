"""The meeting that a briefing is about, and the meetings before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import StringConstraints

from briefing_app.model import dates
from briefing_app.model.evidence import Passage
from briefing_app.model.items import Item, Series, When
from briefing_app.model.parties import Country, Party
from briefing_app.model.record import Record, Text

if TYPE_CHECKING:
    from datetime import date

Mode = Literal["in-person", "video", "call"]
Certainty = Literal["confirmed", "expected", "possible", "none"]


class Event(Item):
    """The meeting that the briefing is about; its id is always `event`."""

    id: Annotated[str, StringConstraints(strict=True, pattern=r"^event$")]
    name: Text
    category: Text | None = None
    series: Series | None = None
    when: When
    place: Text | None = None
    country: Country | None = None
    mode: Mode | None = None
    parties: tuple[Party, ...] = ()


class Outcome(Record):
    """What became of a meeting; its passages may be absent where the item's own prove it."""

    state: Literal["held", "moved", "cancelled", "unknown"]
    when: When | None = None
    note: Text | None = None
    evidence: tuple[Passage, ...] = ()


class Meeting(Item):
    """A meeting other than the event, past or ahead; certainty `none` = cancelled or denied."""

    title: Text
    series: Series | None = None
    when: When | None = None
    certainty: Certainty
    place: Text | None = None
    country: Country | None = None
    mode: Mode | None = None
    participants: tuple[Party, ...] = ()
    alongside: Text | None = None
    outcome: Outcome | None = None


def last_word(meeting: Meeting) -> When | None:
    """Return the date that now holds: that of the outcome where it moved, else the meeting's."""
    if meeting.outcome and meeting.outcome.state == "moved" and meeting.outcome.when:
        return meeting.outcome.when
    return meeting.when


def is_ahead(meeting: Meeting, as_of: date) -> bool:
    """Tell whether `meeting` lies ahead on the day that the facts are true of (format.md, Meeting)."""
    if is_off(meeting) or (meeting.outcome and meeting.outcome.state == "held"):
        return False
    return _begins_from(meeting, as_of)


def is_off(meeting: Meeting) -> bool:
    """Tell whether `meeting` is cancelled or denied."""
    return meeting.certainty == "none" or bool(meeting.outcome and meeting.outcome.state == "cancelled")


def was_to_come(meeting: Meeting, as_of: date) -> bool:
    """Tell whether `meeting`, called off or denied, would have lain ahead on the day `as_of`."""
    held = meeting.outcome and meeting.outcome.state == "held"
    return is_off(meeting) and not held and _begins_from(meeting, as_of)


def date_passed(meeting: Meeting, today: date) -> bool:
    """Tell whether the last possible day of `meeting` is over with no outcome recorded.

    What has no end, as "from 15 January", is never over, and what still goes on is not over yet.
    """
    if meeting.outcome and meeting.outcome.state != "unknown":
        return False
    when = meeting.when
    last = dates.parse(when.edtf).latest if when and when.edtf else None
    return last is not None and last < today


def _begins_from(meeting: Meeting, day: date) -> bool:
    """Tell whether `day`, or a later one, may be the meeting's first; what has no date may begin any day."""
    when = last_word(meeting)
    start = dates.parse(when.edtf).latest_start if when and when.edtf else None
    return start is None or start >= day
