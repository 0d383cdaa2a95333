"""What is offered for passages of an item whose words are no longer where they stood."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.gui.panels.flow import FlowLayout
from briefing_app.gui.panels.passages import ends
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine, explain
from briefing_app.model.outline import proof
from briefing_app.words import tr
from briefing_app.workflow.anchoring import nearest, words_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.document import Reading
    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Item


class AnchorRows(QWidget):
    """A row a passage that moved, was changed or is missing; nothing is done before it is chosen."""

    used = Signal(object, object)  # a passage, and the one that takes its place
    chosen = Signal(object)  # a passage whose place the words take that are selected in the source
    removed = Signal(object)  # a passage

    def __init__(self, theme: Theme, item: Item, reading: Reading) -> None:
        """Make the rows, none where all passages stand where they stood.

        Args:
            theme: what they draw with.
            item: the item.
            reading: the briefing, and the texts at hand.
        """
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for passage in proof(item):
            there = reading.found.get(passage)
            if there is None or there.state not in ("moved", "changed", "missing"):
                continue
            text = reading.text(passage.source)
            new = nearest(passage, reading.found, text)
            words = words_at(new, text) if new is not None else ""
            column.addWidget(self._row(passage, new, words, missing=there.state == "missing"))
        self.setVisible(column.count() > 0)

    def _row(self, passage: Passage, new: Passage | None, words: str, *, missing: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        buttons = FlowLayout(self._theme.px(8), self._theme.px(6))
        if missing:
            was = tr("¶{n}, not in the text: {words}", n=passage.paragraph, words=ends(passage))
            column.addWidget(TextLine(self._theme, was, "meta", "ink2"))
        if new is not None:
            like = tr("¶{n}, most like it: {words}") if missing else tr("¶{n}  {words}")
            told = like.format(n=new.paragraph, words=words)
            column.addWidget(TextLine(self._theme, told, "meta", "ink2"))
            use = partial(self.used.emit, passage, new)
            buttons.addWidget(self._button(tr("Use these words"), "quote", use))
        if missing or new is None:
            choose = self._button(tr("Use selected words"), "quote", partial(self.chosen.emit, passage))
            explain(choose, tr("Select the words in the text of the source first"))
            buttons.addWidget(choose)
            drop = partial(self.removed.emit, passage)
            buttons.addWidget(self._button(tr("Remove the passage"), "cross", drop))
        column.addLayout(buttons)
        return row

    def _button(self, words: str, icon: IconName, what: Callable[[], object]) -> Button:
        button = Button(self._theme, words, "outline", icon=icon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(what)
        return button
