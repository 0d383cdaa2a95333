"""The rows of a review: one an item or a sentence not used, with its state, its sort, its words and its ¶."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.gui.widgets.chips import PartyChip
from briefing_app.gui.widgets.listed_row import ListedRow
from briefing_app.gui.widgets.signs import ReviewSign
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme import Theme

_LABEL = 92
_MOST_CHIPS = 3


class ReviewRow(ListedRow):
    """A closed item of the queue; a click or the keyboard opens it."""

    def __init__(
        self,
        theme: Theme,
        state: str,
        label: str,
        words: str,
        marks: str,
        parties: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Make the row.

        Args:
            theme: what it draws with.
            state: of its review.
            label: what sort of item it is, in a word.
            words: what it says.
            marks: its paragraph marks.
            parties: those that stand before its words, each with its full name.
        """
        super().__init__(theme)
        # Tab goes from the list into the open card; from row to row lead the arrows, J and K.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        line.setSpacing(theme.px(12))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(ReviewSign(theme, state), 0, top)
        sort = TextLine(theme, label, "meta_bold", "ink3" if state == "rejected" else "ink2", wraps=False)
        sort.setFixedWidth(theme.px(_LABEL))
        sort.setContentsMargins(0, theme.px(3), 0, 0)
        line.addWidget(sort, 0, top)
        if parties:
            line.addLayout(_chips(theme, parties), 0)
        self.told = _told(theme, words, struck=state == "rejected")
        line.addWidget(self.told, 1, top)
        at = TextLine(theme, marks, "meta_bold", "accent", wraps=False)
        at.setContentsMargins(0, theme.px(3), 0, 0)
        line.addWidget(at, 0, top)
        self.setAccessibleName(_name(state, (label, *(name for _, name in parties)), words))
        self.setMinimumHeight(max(theme.target, theme.px(34)))


def _told(theme: Theme, words: str, *, struck: bool) -> TextLine:
    """Return what an item says, struck out where it is rejected."""
    text = TextLine(theme, words, "item", "ink3" if struck else "ink")
    font = text.font()
    font.setStrikeOut(struck)
    text.setFont(font)
    text.setContentsMargins(0, theme.px(1), 0, 0)
    return text


def _name(state: str, before: Sequence[str], words: str) -> str:
    """Return what a row is called aloud: what stands before its words, these, and its state."""
    said = {"accepted": tr("accepted"), "edited": tr("edited"), "rejected": tr("rejected")}
    how = said.get(state, tr("not reviewed"))
    return visible(tr("{label}, {words}, {state}", label=", ".join(before), words=words, state=how))


def _chips(theme: Theme, parties: Sequence[tuple[str, str]]) -> QHBoxLayout:
    """Return the chips of the first parties, and how many more there are."""
    line = QHBoxLayout()
    line.setContentsMargins(0, theme.px(2), 0, 0)
    line.setSpacing(theme.px(4))
    most = len(parties) if len(parties) <= _MOST_CHIPS else _MOST_CHIPS - 1
    for code, name in parties[:most]:
        line.addWidget(PartyChip(theme, code, name), 0, Qt.AlignmentFlag.AlignTop)
    if rest := parties[most:]:
        names = ", ".join(name for _, name in rest)
        line.addWidget(PartyChip(theme, tr("+{n}", n=len(rest)), names), 0, Qt.AlignmentFlag.AlignTop)
    return line


def heading(theme: Theme, words: str) -> QWidget:
    """Return the heading of a group of the queue."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(theme.px(12), theme.px(16), 0, theme.px(4))
    line.addWidget(TextLine(theme, words, "label", "ink3", wraps=False))
    return holder
