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
from briefing_app.model.outline import chips, groups, kind_meaning, kind_word
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.panels.panel import Scene
    from briefing_app.gui.theme import Theme
    from briefing_app.model.agreements import Kind
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
        return [
            Told(
                each,
                each.statement,
                chips(scene.briefing, each),
                name,
                rich=True,
                label=None if i else partial(kind_label, scene.theme, kind),
                gap=6 if n and not i else 0,
            )
            for n, (kind, name, agreements) in enumerate(
                (kind, kind_word(kind), agreements) for kind, agreements in groups(scene.briefing)
            )
            for i, each in enumerate(agreements)
        ]

    def told_now(self, scene: Scene, pairs: list[tuple[Item, Item]] | None) -> Sequence[Told]:
        """Return the agreements; where all stand where they stood, only what is altered is told anew."""
        here = [pair for pair in pairs or () if any(isinstance(each, Agreement) for each in pair)]
        if pairs is None or not self.lists or not all(_stays(*pair) for pair in here):
            return self.told(scene)
        now = {item.id: item for _, item in here if isinstance(item, Agreement)}
        told = [line.told for line in self.lists[0].lines if isinstance(line.told, Told)]
        return [_retold(each, now[each.item.id], scene) if each.item.id in now else each for each in told]

    def follow(self, scene: Scene) -> bool:
        """Show another state of the briefing, and how many there are now."""
        same = super().follow(scene)
        if same and self._count is not None:
            self._count.setText(_count(self.lists[0].lines))
        return same


def _stays(one: Item, other: Item) -> bool:
    """Tell whether an agreement stands where it stood."""
    if not (isinstance(one, Agreement) and isinstance(other, Agreement)) or one.id != other.id:
        return False
    rejected = [each.review.state == "rejected" for each in (one, other)]
    return one.kind == other.kind and rejected[0] == rejected[1]


def _retold(told: Told, item: Agreement, scene: Scene) -> Told:
    return told._replace(item=item, text=item.statement, parties=chips(scene.briefing, item))


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
