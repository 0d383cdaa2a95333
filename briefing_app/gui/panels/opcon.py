"""The transition of operational control: stages, conditions, what else is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Row, Scene
from briefing_app.gui.panels.rows import Look, item_row
from briefing_app.gui.widgets.signs import KindSign
from briefing_app.gui.widgets.text import TextLine
from briefing_app.gui.widgets.tracker import Tracker
from briefing_app.model import tracker
from briefing_app.model.markup import rich_text
from briefing_app.model.outline import date_text, kind_word, opcon_agreements, shown
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.opcon import Opcon, Track, Transfer

_QUIET = Look("meta", "ink2")


class OpconPanel(Panel):
    """All that the sources say of the transition; what they do not say is drawn as not mentioned."""

    def __init__(self, scene: Scene, opcon: Opcon) -> None:
        super().__init__(scene, tr("OPCON transition"))
        self.space(6)
        for track in tracker.tracks(opcon):
            self._add_track(track)
        self._add_conditions(opcon)
        self.space(4)
        if opcon.approach and opcon.approach.review.state != "rejected":
            self.add_row(
                item_row(self, opcon.approach, opcon.approach.text, name=tr("Approach"), look=_QUIET)
            )
        if opcon.transfer and opcon.transfer.review.state != "rejected":
            text = _transfer_line(opcon.transfer)
            self.add_row(item_row(self, opcon.transfer, text, name=tr("Transfer"), look=_QUIET))
        for finding in shown(opcon.findings):
            self.add_row(item_row(self, finding, rich_text(finding.text), name=tr("Finding"), look=_QUIET))
        for each in opcon_agreements(scene.briefing):
            sign = KindSign(self.theme, each.kind)
            name = tr("{kind}, also under Agreements", kind=kind_word(each.kind))
            said = rich_text(each.statement)
            row = item_row(self, each, said, name=name, look=_QUIET._replace(lead=sign))
            self.add_row(replace(row, reference=True))
        self.end()

    def _add_track(self, track: Track) -> None:
        if track.name:
            self.space(4)
            self.add(TextLine(self.theme, track.name, "meta_bold", "ink2"))
            self.space(4)
        rows = tracker.rows(track)
        drawn = Tracker(self.theme)
        marks = [
            [(text, (row.item.id, n)) for n, text in enumerate(self.scene.marks(row.item))]
            if row.item
            else []
            for row in rows
        ]
        drawn.show_rows(rows, marks)
        drawn.mark_activated.connect(self._pick)
        stages = _Stages(drawn)
        self.rows += [Row(row.item.id, drawn, _Stage(stages, row.item.id)) for row in rows if row.item]
        self.add(drawn, hangs=True)

    def _pick(self, place: tuple[str, int]) -> None:
        self.picked.emit(*place)

    def _add_conditions(self, opcon: Opcon) -> None:
        conditions = shown(opcon.conditions)
        if not conditions:
            return
        self.space(8)
        self.add(TextLine(self.theme, tr("Conditions"), "small_bold", "ink2"))
        for condition in conditions:
            state = tracker.condition_word(condition)
            number = tr("{n}. ", n=condition.number) if condition.number else ""
            text = tr("{number}{condition}: {state}", number=number, condition=condition.text, state=state)
            self.add_row(item_row(self, condition, text, name=tr("Condition"), look=_QUIET))


class _Stages:
    """A tracker, and which of its stages is selected."""

    def __init__(self, drawn: Tracker) -> None:
        self.drawn, self.current = drawn, ""


class _Stage:
    """Lets a stage of a tracker be drawn as a row is."""

    def __init__(self, stages: _Stages, item: str) -> None:
        self._stages, self._item = stages, item

    def select(self, *, on: bool = True, mark: int | None = None) -> None:
        """Draw the stage's mark in view; let another stage's selection stand."""
        if on:
            self._stages.current = self._item
            self._stages.drawn.select((self._item, mark))
        elif self._stages.current == self._item:
            self._stages.current = ""
            self._stages.drawn.select(None)


def _transfer_line(transfer: Transfer) -> str:
    due = tr("due {date}", date=date_text(transfer.due)) if transfer.due else ""
    when = date_text(transfer.when) if transfer.when else ""
    said = "; ".join(part for part in (when, due) if part) or tr("no date given")
    note = f". {transfer.note}" if transfer.note else ""
    return tr("Transfer: {dates}{note}", dates=said, note=note)
