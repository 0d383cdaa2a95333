"""The transition of operational control: stages, conditions, what else is said of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.gui.panels.panel import Panel, Row, Scene
from briefing_app.gui.panels.rows import Look, Told, add_items, follow_items, own_marking
from briefing_app.gui.widgets.signs import SectionHeading
from briefing_app.gui.widgets.text import TextLine
from briefing_app.gui.widgets.tracker import Tracker
from briefing_app.model import tracker
from briefing_app.model.agreements import KINDS
from briefing_app.model.markup import Paragraph, RichText, Run, plain_text
from briefing_app.model.opcon import Opcon
from briefing_app.model.outline import expansion, kind_word, opcon_agreements, shown
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.model.opcon import Condition, Track, Transfer

_QUIET = Look("meta", "ink2")


class OpconPanel(Panel):
    """All that the sources say of the transition; what they do not say is drawn as not mentioned."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, tr("OPCON transition"))
        opcon = scene.briefing.opcon or Opcon()
        for heading in self.findChildren(SectionHeading):
            heading.explain(tr("OPCON: {words}", words=expansion(scene.briefing, "OPCON")))
        self.space(2)
        every = tracker.tracks(opcon)
        whole = tr("Whole force") if len(every) > 1 else ""
        drawn = [self._add_track(track, track.name or whole) for track in every]
        for each in drawn:
            each.stand_with(drawn)
        self._add_conditions(opcon)
        self.space(4)
        add_items(self, tuple(_said(opcon)), _QUIET)
        add_items(self, _repeated(scene), _QUIET, reference=True)
        self.end()

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing, where only agreements are not what they were."""
        told, lists = _repeated(scene), [rows for rows in self.lists if rows.shape.reference]
        if scene.briefing.opcon != self.scene.briefing.opcon or bool(told) != bool(lists):
            return False
        self.scene = scene
        for rows in lists:
            follow_items(self, rows, told)
        return True

    def _add_track(self, track: Track, name: str) -> Tracker:
        if name:
            self.space(4)
            self.add(TextLine(self.theme, name, "meta_bold", "ink2"))
            self.space(4)
        rows = tracker.rows(track)
        drawn = Tracker(self.theme, track=track.name or "")
        marks = [self.scene.marks(row.item) if row.item else () for row in rows]
        names: dict[str, str] = {row.code: expansion(self.scene.briefing, row.code) for row in rows}
        own = {row.item.id: own_marking(self.scene, row.item) for row in rows if row.item}
        drawn.show_rows(rows, marks, names, {item: found for item, found in own.items() if found})
        drawn.activated.connect(self._pick)
        drawn.mark_activated.connect(self.picked)
        for stage in drawn.stages:
            stage.drag_wanted.connect(self.drag_wanted)
        self.rows += [Row(stage.item, stage, stage) for stage in drawn.stages if stage.item]
        self.add_wide(drawn)
        return drawn

    def _pick(self, item: str) -> None:
        self.picked.emit(item, 0)

    def _add_conditions(self, opcon: Opcon) -> None:
        conditions = shown(opcon.conditions)
        if not conditions:
            return
        self.space(8)
        self.add(TextLine(self.theme, tr("Conditions"), "meta_bold", "ink2"))
        self.space(4)
        told = [
            Told(
                each,
                plain_text(_condition_text(each)),
                name=tr("Condition"),
                drawn=partial(_condition_text, each),
            )
            for each in conditions
        ]
        add_items(self, told, _QUIET._replace(strong="ink"), heading=tr("Conditions"))


def _repeated(scene: Scene) -> list[Told]:
    """Return the agreements on the transition, which stand in full elsewhere."""
    names = {kind: tr("{kind}, also under Agreements", kind=kind_word(kind)) for kind in KINDS}
    return [
        Told(
            each,
            each.statement,
            name=names[each.kind],
            rich=True,
            kind=each.kind,
        )
        for each in opcon_agreements(scene.briefing)
    ]


def _said(opcon: Opcon) -> Iterator[Told]:
    """Yield what is said of the transition besides its stages and conditions."""
    if opcon.approach and opcon.approach.review.state != "rejected":
        yield Told(opcon.approach, opcon.approach.text, name=tr("Approach"))
    if opcon.transfer and opcon.transfer.review.state != "rejected":
        yield Told(opcon.transfer, _transfer_line(opcon.transfer), name=tr("Transfer"))
    for finding in shown(opcon.findings):
        yield Told(finding, finding.text, name=tr("Finding"), rich=True)


def _condition_text(condition: Condition) -> RichText:
    """Return number, words and state of a condition; the state stands out, as it is what is looked for."""
    number = tr("{n}. ", n=condition.number) if condition.number else ""
    state = Run(tracker.condition_word(condition), strong=True)
    return RichText((Paragraph((Run(number), Run(condition.text), Run(" · "), state)),))


def _transfer_line(transfer: Transfer) -> str:
    note = f". {transfer.note}" if transfer.note else ""
    return tr("Transfer: {dates}{note}", dates=tracker.transfer_dates(transfer), note=note)
