"""What the parties agreed, by the weight of the commitment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.panels.panel import Panel, Scene
from briefing_app.gui.panels.rows import Told, add_items
from briefing_app.gui.widgets.signs import KindSign
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model.outline import chips, groups, kind_meaning, kind_word
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.gui.theme import Theme
    from briefing_app.model.agreements import Kind


class Agreements(Panel):
    """One row an agreement; the sign and word of its kind stand once, before the first of the kind."""

    def __init__(self, scene: Scene) -> None:
        found = groups(scene.briefing)
        count = sum(len(each) for _, each in found)
        words = ntr("{n} item, by weight of commitment", "{n} items, by weight of commitment", count)
        right = TextLine(scene.theme, words, "meta", "ink3", wraps=False) if found else None
        super().__init__(scene, tr("Agreements"), None if scene.stacked else right)
        if not found:
            self.add(TextLine(self.theme, tr("No agreement is named in this source."), "meta", "ink3"))
            return
        told = [
            Told(
                each,
                each.statement,
                chips(scene.briefing, each),
                kind_word(kind),
                rich=True,
                label=None if i else partial(kind_label, self.theme, kind),
                gap=6 if n and not i else 0,
            )
            for n, (kind, agreements) in enumerate(found)
            for i, each in enumerate(agreements)
        ]
        add_items(self, told, labelled=True)


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
