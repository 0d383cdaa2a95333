"""A change in a list: its sign and word, how the thing calls itself, and each field before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from briefing_app.gui.widgets.change_sign import ChangeSign
from briefing_app.gui.widgets.listed_row import ListedRow
from briefing_app.gui.widgets.marked_text import MarkedText
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.workflow.change_words import kind_word

if TYPE_CHECKING:
    from briefing_app.gui.theme import Role, Theme
    from briefing_app.workflow.comparing import ChangeKind
    from briefing_app.workflow.sides import Pair, Sides, Text

LABEL, GAP = 122, 20  # px of the column of labels, and between columns
LEFT, RIGHT = 14, 14  # px beside a row's columns
_SAID = 160  # characters of a side that are read aloud


class ChangeRow(ListedRow):
    """A change; a click or the keyboard selects its item."""

    def __init__(self, theme: Theme, found: Sides, *, stacked: bool) -> None:
        """Make the row.

        Args:
            theme: what it draws with.
            found: the change, side by side.
            stacked: there is no room beside one another: before stands above after.
        """
        super().__init__(theme)
        self.change, self._stacked = found.change, stacked
        self._grid = QGridLayout(self)
        px = theme.px
        self._grid.setContentsMargins(px(LEFT), px(9), px(RIGHT), px(11))
        self._grid.setHorizontalSpacing(px(GAP))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnMinimumWidth(0, px(LABEL))
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self._line = 0
        self._add_title(found.title)
        for pair in found.pairs:
            self._add_pair(pair)
        self.setAccessibleName(_said(found))
        self.setMinimumHeight(max(theme.target, px(34)))

    def _add_title(self, title: Pair) -> None:
        kind = self.change.change
        self._grid.addWidget(_Head(self._theme, kind), self._line, 0, Qt.AlignmentFlag.AlignTop)
        if title.before == title.after:
            self._grid.addWidget(self._text(title.after, before=False, role="item_bold"), self._line, 1, 1, 2)
        else:
            self._add_sides(title, "item_bold")
        self._line += 1

    def _add_pair(self, pair: Pair) -> None:
        label = TextLine(self._theme, pair.label, "meta", "ink2")
        label.setContentsMargins(0, self._theme.px(1), 0, 0)
        self._grid.addWidget(label, self._line, 0, Qt.AlignmentFlag.AlignTop)
        self._add_sides(pair, "ui")
        self._line += 1
        if pair.note:
            note = TextLine(self._theme, pair.note, "meta", "ink2", selectable=True)
            self._grid.addWidget(note, self._line, 1, 1, 2)
            self._line += 1

    def _add_sides(self, pair: Pair, role: Role) -> None:
        """Add both sides, one beside the other or below it; of what came or went, stacked, only the one."""
        whole = self.change.change in ("added", "removed")
        for n, side in enumerate((pair.before, pair.after)):
            if self._stacked and whole:
                if side:
                    self._grid.addWidget(self._text(side, before=n == 0, role=role), self._line, 1, 1, 2)
                continue
            cell = self._cell(side, role, before=n == 0, titled=role != "ui")
            if not self._stacked:
                self._grid.addWidget(cell, self._line, 1 + n, Qt.AlignmentFlag.AlignTop)
                continue
            self._grid.addWidget(_Sided(self._theme, cell, before=n == 0), self._line, 1, 1, 2)
            self._line += 1 - n

    def _cell(self, side: Text, role: Role, *, before: bool, titled: bool) -> QWidget:
        if side:
            return self._text(side, before=before, role=role)
        whole = self.change.change in ("added", "removed")
        return TextLine(self._theme, tr("Not there") if titled or not whole else "", "ui", "ink3")

    def _text(self, side: Text, *, before: bool, role: Role) -> MarkedText:
        quiet = self.change.change == "removed"
        text = MarkedText(self._theme, side, role, "ink2" if quiet else "ink", before=before)
        text.clicked.connect(self.click)
        return text


class _Head(QWidget):
    """The sign and the word of a change."""

    def __init__(self, theme: Theme, kind: ChangeKind) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(ChangeSign(theme, kind))
        line.addWidget(TextLine(theme, kind_word(kind), "meta_bold", "ink", wraps=False), 1)


class _Sided(QWidget):
    """A side with the word that says which it is."""

    def __init__(self, theme: Theme, cell: QWidget, *, before: bool) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        word = TextLine(theme, tr("before") if before else tr("after"), "meta", "ink3", wraps=False)
        word.setFixedWidth(theme.px(46))
        line.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(cell, 1, Qt.AlignmentFlag.AlignTop)


def _said(found: Sides) -> str:
    """Return a change as it is read aloud."""
    parts = [kind_word(found.change.change), _words(found.title.after or found.title.before)]
    for pair in found.pairs:
        if pair.note:
            parts.append(f"{pair.label}: {pair.note}")
        elif pair.before and pair.after:
            before, after = _words(pair.before), _words(pair.after)
            parts.append(tr("{field}: {before}, now {after}", field=pair.label, before=before, after=after))
        else:
            parts.append(f"{pair.label}: {_words(pair.before or pair.after)}")
    return visible(". ".join(parts))


def _words(side: Text) -> str:
    words = "".join(piece.text for piece in side)
    return words if len(words) <= _SAID else words[:_SAID].rstrip() + "…"
