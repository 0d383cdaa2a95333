"""What the parties agreed, by the weight of the commitment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.panels.listed import Listed
from briefing_app.gui.panels.rows import Told, add_items
from briefing_app.gui.widgets.signs import KindSign
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model.agreements import Agreement
from briefing_app.model.by_hand import is_by_hand
from briefing_app.model.inferring import parties_inferred
from briefing_app.model.markup import Paragraph, RichText, Run, rich_text
from briefing_app.model.outline import chips, groups, kind_meaning, kind_word
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.panels.panel import Scene
    from briefing_app.gui.theme import Theme
    from briefing_app.model.agreements import Kind
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item


class Agreements(Listed):
    """One row an agreement; the sign and word of its kind stand once, before the first of the kind."""

    kind = Agreement

    def __init__(self, scene: Scene) -> None:
        told = self.told(scene)
        beside = not scene.stacked and told
        self._count = TextLine(scene.theme, _count(told), "meta", "ink3", wraps=False) if beside else None
        super().__init__(scene, tr("Agreements"), self._count)
        if not told:
            words = tr("No agreement is named in this source.")
            if scene.briefing.unused:
                words = tr("No agreement was drafted. Sentences that were not used may name one.")
            elif is_by_hand(scene.briefing):
                words = tr("No agreement has been entered.")
            self.add(TextLine(self.theme, words, "meta", "ink3"))
            return
        add_items(self, told, labelled=True)

    @staticmethod
    def told(scene: Scene) -> Sequence[Told]:
        """Return the agreements, each kind with its label before the first of it."""
        return _told(scene, {})

    def told_now(self, scene: Scene, pairs: list[tuple[Item, Item]] | None) -> Sequence[Told]:
        """Return the agreements; of those that are not altered the same is told as before."""
        del pairs
        lines = [line.told for rows in self.lists for line in rows.lines]
        return _told(scene, {id(told.item): told for told in lines if isinstance(told, Told)})

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing, and how many there are now."""
        same = _usual(self.scene) == _usual(scene) and super().follow(scene)
        if same and self._count is not None:
            self._count.setText(_count(self.lists[0].lines))
        return same


def _usual(scene: Scene) -> tuple[str, ...]:
    """Return the parties that are not named again before each agreement."""
    event = scene.briefing.event
    return event.parties if event else ()


def _told(scene: Scene, known: dict[int, Told]) -> Sequence[Told]:
    """Return what is told of the agreements.

    Args:
        scene: what is drawn.
        known: what was told of the same items, by their identities.
    """
    made = []
    for n, (kind, agreements) in enumerate(groups(scene.briefing)):
        for i, each in enumerate(agreements):
            gap, was = 6 if n and not i else 0, known.get(id(each))
            if was is None or was.gap != gap or (was.label is None) != bool(i):
                label = None if i else partial(kind_label, scene.theme, kind)
                was = Told(
                    each,
                    each.statement,
                    chips(scene.briefing, each),
                    kind_word(kind),
                    rich=True,
                    label=label,
                    gap=gap,
                    drawn=_drawn(scene.briefing, each),
                )
            made.append(was)
    return made


def _drawn(briefing: Briefing, agreement: Agreement) -> Callable[[], RichText] | None:
    """Return what makes the statement with the note that parties are inferred, None where they are not."""
    note = parties_inferred(briefing, agreement)
    return partial(_noted, agreement.statement, note) if note else None


def _noted(statement: str, note: str) -> RichText:
    blocks, said = rich_text(statement).blocks, Run(f" {note}", inferred="note")
    if blocks and isinstance(blocks[-1], Paragraph):
        return RichText((*blocks[:-1], Paragraph((*blocks[-1].runs, said))))
    return RichText((*blocks, Paragraph((said,))))


def _count(found: Sequence[object]) -> str:
    return ntr("{n} item, by weight of commitment", "{n} items, by weight of commitment", len(found))


def kind_label(theme: Theme, kind: Kind) -> QWidget:
    """Return the sign and the word of a kind, its meaning in the tooltip."""
    label = QWidget()
    line = QHBoxLayout(label)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(7))
    line.addWidget(KindSign(theme, kind))
    line.addWidget(TextLine(theme, kind_word(kind), "meta_bold", "ink2", wraps=False), 1)
    explain(label, kind_meaning(kind))
    return label
