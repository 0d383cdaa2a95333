"""A comparison of two briefings: counts, filters, and the changes side by side, panel by panel."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.gui.panels.change_filters import ChangeFilters
from briefing_app.gui.panels.change_list import ChangeList
from briefing_app.gui.panels.change_row import GAP, LABEL, LEFT, RIGHT
from briefing_app.gui.panels.scrolling import Hairline
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.letters import heed_letters
from briefing_app.gui.widgets.text import TextLine
from briefing_app.words import ntr, tr
from briefing_app.workflow.change_words import counts

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from briefing_app.gui.theme import Theme
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change

_STEPS: dict[int, int] = {
    Qt.Key.Key_J: 1,
    Qt.Key.Key_N: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_K: -1,
    Qt.Key.Key_P: -1,
    Qt.Key.Key_Up: -1,
}
_ROOM = 720  # px at text size 1 from which two sides stand beside one another


class Comparison(NamedTuple):
    """Two briefings that are compared.

    Attributes:
        before: what the one is called.
        after: what the other is called.
        changes: from the one to the other.
        names: by which they are told.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    names: Naming


class CompareView(QWidget):
    """Shows a comparison; what is picked is told, and selected by who holds the view."""

    picked = Signal(object)  # a Change
    wanted = Signal()  # the brief, where the item that was picked is
    swapped = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, narrow: bool) -> None:
        """Make it, empty.

        Args:
            theme: what it draws with.
            narrow: the window is.
        """
        super().__init__()
        self._theme, self._narrow = theme, narrow
        heed_letters(self, theme)
        self._found: Comparison | None = None
        self._stacked = False
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("page"))
        self.setPalette(palette)
        self.list = ChangeList(theme)
        self.setFocusProxy(self.list)
        self.list.picked.connect(self.picked)
        self.title = TextLine(theme, "", "title", wraps=False)
        self.told = TextLine(theme, "", "ui", "ink2")
        self.filters = ChangeFilters(theme)
        self.filters.changed.connect(self._fill)
        self.before = TextLine(theme, "", "meta_bold", "ink2")
        self.after = TextLine(theme, "", "meta_bold", "ink2")
        self.nothing = TextLine(theme, "", "h2", "ink2")
        self.hint = TextLine(theme, "", "ui", "ink2")
        self.clear = Button(theme, tr("Show all changes"), "outline")
        self.clear.clicked.connect(self.filters.clear)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        side = px(14 if self._narrow else 32)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, px(10 if self._narrow else 20), 0, 0)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(LEFT), 0, side, 0)
        head.setSpacing(px(14))
        head.addWidget(self.title)
        head.addWidget(self.told, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self.filters)
        self.filters.setContentsMargins(px(LEFT), 0, side, 0)
        self.columns = QWidget()
        ends = QHBoxLayout(self.columns)
        bar = self.list.verticalScrollBar().sizeHint().width()
        ends.setContentsMargins(px(LEFT) + px(LABEL) + px(GAP), px(6), px(RIGHT) + bar, 0)
        ends.setSpacing(px(GAP))
        ends.addWidget(self.before, 1, Qt.AlignmentFlag.AlignTop)
        ends.addWidget(self.after, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.columns)
        column.addWidget(Hairline(self._theme))
        column.addWidget(self.list, 1)
        self.empty = QWidget()
        inside = QVBoxLayout(self.empty)
        inside.setContentsMargins(px(LEFT), px(32), side, 0)
        inside.setSpacing(px(8))
        inside.addWidget(self.nothing)
        inside.addWidget(self.hint)
        inside.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        column.addWidget(self.empty, 1)

    def show_comparison(self, found: Comparison) -> None:
        """Show a comparison; the change that was picked stays, where it still is one."""
        self._found = found
        n = len(found.changes)
        self.title.setText(ntr("{n} change", "{n} changes", n) if n else tr("No change"))
        self.told.setText(counts(found.changes, between=" · "))
        kinds = Counter(change.change for change in found.changes)
        self.filters.show_counts(kinds, Counter(change.panel for change in found.changes))
        self.filters.setVisible(bool(n))
        for end, word, name in (
            (self.before, tr("Before"), found.before),
            (self.after, tr("After"), found.after),
        ):
            end.setText(tr("{word}: {name}", word=word, name=name))
        self._fill()

    def _fill(self) -> None:
        found = self._found
        if found is None:
            return
        kept = [change for change in found.changes if self.filters.lets(change)]
        self._stacked = self.width() < self._theme.px(_ROOM)
        self.list.show_changes(kept, found.names, stacked=self._stacked)
        self.columns.setVisible(bool(kept) and not self._stacked)
        self.list.setVisible(bool(kept))
        self.empty.setVisible(not kept)
        self.clear.setVisible(bool(found.changes))
        if found.changes:
            self.nothing.setText(tr("No change of these kinds"))
            self.hint.setText(tr("The filters above leave none of the changes."))
        else:
            self.nothing.setText(tr("The two say the same"))
            self.hint.setText(
                tr("Every item, source and note is equal. How a file is laid out is no change.")
            )

    def resizeEvent(self, event: object) -> None:
        """Put the sides below one another where there is no room beside."""
        if self._found is not None and (self.width() < self._theme.px(_ROOM)) != self._stacked:
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from change to change with J, K and the arrows; swap, back, and on to the brief."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.list.end(last=key == Qt.Key.Key_End)
        elif key == Qt.Key.Key_X:
            self.swapped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
