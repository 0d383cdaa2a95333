"""A text with the words marked that differ from another one: struck through, or underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from briefing_app.gui.widgets.text import RichTextView
from briefing_app.model.visible import visible

if TYPE_CHECKING:
    from briefing_app.gui.theme import Role, Theme, Token
    from briefing_app.workflow.sides import Text

_LINE_END = "\u2028"


class MarkedText(RichTextView):
    """One side of what changed."""

    def __init__(
        self, theme: Theme, pieces: Text, role: Role = "ui", color: Token = "ink", *, before: bool
    ) -> None:
        """Show a text.

        Args:
            theme: what it draws with.
            pieces: the text.
            role: its style.
            color: of its words.
            before: it is the side on which what differs is gone.
        """
        super().__init__(theme, role, color)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(theme.line_height(role), fixed)
        cursor.setBlockFormat(block)
        styles = {differs: self._style(differs=differs, before=before) for differs in (False, True)}
        for piece in pieces:
            cursor.insertText(visible(piece.text).replace("\n", _LINE_END), styles[piece.differs])
        cursor.endEditBlock()
        self._shown("".join(piece.text for piece in pieces))

    def _style(self, *, differs: bool, before: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self.theme.font(self._role))
        style.setForeground(self.theme.color(self._color))
        if differs and before:
            style.setFontStrikeOut(True)
            style.setForeground(self.theme.color("ink2"))
            style.setBackground(self.theme.color("chip"))
        elif differs:
            style.setFontUnderline(True)
            style.setForeground(self.theme.color("accent"))
            style.setBackground(self.theme.color("accentSoft"))
        return style
