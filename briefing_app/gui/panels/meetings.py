"""The meetings ahead on one axis of time, and the others as a plain list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.gui.panels.listed import Listed
from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import (
    Told,
    add_items,
    counted,
    own_marking,
    place_of,
    timeline_row,
)
from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.gui.widgets.text import TextLine
from briefing_app.gui.widgets.text_document import runs_of, said
from briefing_app.gui.widgets.timeline import TimelineAxis, TimelineEntry, TimelineRow
from briefing_app.model import date_words, dates, timeline
from briefing_app.model.by_hand import is_by_hand
from briefing_app.model.markup import Paragraph, RichText
from briefing_app.model.meetings import Meeting, date_passed, last_word
from briefing_app.model.outline import (
    Part,
    ahead,
    certainty_word,
    date_text,
    meeting_parts,
    mode_word,
    other_meetings,
    others_heading,
    outcome_word,
    steps,
)
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import When
    from briefing_app.model.timeline import Axis, Bar


class MeetingsAhead(Panel):
    """What is still to come, judged by the day that the facts are true of."""

    def __init__(self, scene: Scene) -> None:
        as_of = dates.parse_day(scene.briefing.as_of)
        day = date_words.day_in_words(as_of)
        found = ahead(scene.briefing)
        passed = sum(date_passed(meeting, scene.today) for meeting in found)
        super().__init__(
            scene, tr("Meetings ahead, as of {day}", day=day), self._passed(scene, passed, len(found))
        )
        self.setAccessibleName(counted(self.accessibleName(), len(found)))
        if not found:
            words = tr("No meeting is named in this source.")
            if is_by_hand(scene.briefing):
                words = tr("No meeting ahead has been entered.")
            self.add(TextLine(self.theme, words, "meta", "ink3"))
            self.end()
            return
        spans = [dates.parse(when.edtf) for each in found for when in _whens(each) if when.edtf]
        axis = timeline.axis(as_of, spans)
        if spans:
            self.add(TimelineAxis(self.theme, axis, scene.today))
        for n, meeting in enumerate(found, 1):
            entry = _entry(scene, meeting, axis, place_of(n, len(found)))
            row = TimelineRow(self.theme, axis, scene.today, entry, scene.marks(meeting))
            row.outcome_wanted.connect(partial(self.outcome_wanted.emit, meeting.id))
            self.add_row(timeline_row(self, meeting.id, row))
        self.end()

    @staticmethod
    def drawn(briefing: Briefing) -> object:
        """Return what it draws of a briefing."""
        return briefing.as_of, ahead(briefing)

    @staticmethod
    def _passed(scene: Scene, passed: int, count: int) -> StatusChip | None:
        if not passed or passed < count or scene.stacked:
            return None
        words = ntr("The date has now passed", "All {n} dates now passed", passed)
        return StatusChip(scene.theme, words, "quiet", "clock")


class EarlierMeetings(Listed):
    """Meetings that are not ahead: held, cancelled or denied."""

    kind = Meeting

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, others_heading(scene.briefing))
        add_items(self, self.told(scene), labelled=True)

    @staticmethod
    def told(scene: Scene) -> Sequence[Told]:
        """Return the meetings, each with its date before it."""
        return [
            Told(
                each,
                said(parts := _parts(each)),
                label=partial(TextLine, scene.theme, date_text(each.when), "meta", "ink2"),
                drawn=partial(_drawn, parts),
            )
            for each in other_meetings(scene.briefing)
        ]

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing, where the panel is still called as it is."""
        return others_heading(scene.briefing) == others_heading(self.scene.briefing) and super().follow(scene)


def _whens(meeting: Meeting) -> tuple[When, ...]:
    moved = meeting.outcome.when if meeting.outcome else None
    return tuple(when for when in (meeting.when, moved) if when)


def _bar(axis: Axis, when: When | None) -> Bar | None:
    return axis.bar(dates.parse(when.edtf)) if when and when.edtf else None


def _entry(scene: Scene, meeting: Meeting, axis: Axis, place: str) -> TimelineEntry:
    moved = bool(meeting.outcome and meeting.outcome.state == "moved")
    return TimelineEntry(
        item=meeting.id,
        title=meeting.title,
        parts=(Part(certainty_word(meeting.certainty)), *meeting_parts(meeting)),
        steps=steps(meeting.certainty),
        bar=_bar(axis, meeting.when),
        passed=date_passed(meeting, scene.today),
        fate="moved" if moved else "",
        fate_word=outcome_word(meeting),
        moved_to=_bar(axis, meeting.outcome.when) if moved and meeting.outcome else None,
        tooltip=_tooltip(last_word(meeting)),
        place=place,
        marking=own_marking(scene, meeting),
    )


def _tooltip(when: When | None) -> str:
    if when is None or not when.edtf:
        return tr("No date given")
    return tr("{edtf}: {meaning}", edtf=when.edtf, meaning=date_words.meaning(dates.parse(when.edtf)))


def _parts(meeting: Meeting) -> tuple[Part, ...]:
    """Return what a line of the list says of a meeting; its date stands before the line."""
    inferred = {path.partition(".")[0] for path in meeting.inferred}
    note = meeting.outcome.note if meeting.outcome and meeting.outcome.note else ""
    occasion = tr("alongside {event}", event=meeting.alongside) if meeting.alongside else ""
    parts = (
        Part(meeting.title),
        Part(outcome_word(meeting) or tr("outcome not recorded")),
        Part(tr("date") if "when" in inferred else "", inferred=True),
        Part(meeting.place or "", bool({"place", "country"} & inferred)),
        Part(mode_word(meeting.mode) if meeting.mode != "in-person" else "", "mode" in inferred),
        Part(occasion, "alongside" in inferred),
        Part(note),
    )
    return tuple(part for part in parts if part.text)


def _drawn(parts: Sequence[Part]) -> RichText:
    return RichText((Paragraph(runs_of(parts)),))
