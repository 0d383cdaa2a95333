"""What is painted over the text of an article: its gutter, the line under the marked words, the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt

from briefing_app.gui.panels.passage_bar import SIGNS
from briefing_app.gui.widgets.icons import paint_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextCursor

    from briefing_app.gui.panels.passages import Block
    from briefing_app.gui.theme import Theme, Token

_NUMBER_AT = 32
_BAR = 3
_TO_STATE = 6
_MARK_LINE = 2
_ICON = 14
RING = 2  # px


def paint_gutter(
    painter: QPainter, theme: Theme, block: Block, area: QRectF, *, here: bool, in_view: bool
) -> None:
    """Paint what stands before a block: its number, or the sign of a passage's state.

    Args:
        painter: paints in the view.
        theme: what is painted with.
        block: the block.
        area: where it stands in the view; its bar at the left of that.
        here: its number is the one in view.
        in_view: a passage of it is in view, so it has the marker's bar.
    """
    if in_view:
        above = theme.px(_TO_STATE) if block.role == "state" else 0
        bar = QRectF(area.left(), area.top() - above, theme.px(_BAR), area.height() + above)
        painter.fillRect(bar, theme.color("markLine"))
    line = QRectF(0, area.top(), theme.px(_NUMBER_AT), theme.line_height("article"))
    if block.role == "state":
        icon, sign = SIGNS[block.state]
        edge, middle = theme.px(_ICON), theme.line_height("meta") / 2
        place = QRectF(line.right() - edge, area.top() + middle - edge / 2, edge, edge)
        paint_icon(painter, icon, place, theme.color(sign))
    if block.numbered and block.paragraph:
        cited = any(span.cited for span in block.spans)
        ink: Token = "markLine" if here else "accent" if cited else "ink3"
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font("meta_bold" if here else "meta", tabular=True))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, flags, str(block.paragraph))


def paint_marker_line(painter: QPainter, theme: Theme, cursor: QTextCursor, shift: float) -> None:
    """Paint the line under highlighted words; the highlighter alone is too faint beside the ground.

    Args:
        painter: paints in the view.
        theme: what is painted with.
        cursor: selects the words.
        shift: from the text's place in the document to its place in the view, in px.
    """
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    first, last = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if start < end:
            x, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
            y = origin.y() + line.y() + line.height() + shift - _MARK_LINE
            right = min(right, line.x() + line.naturalTextWidth())
            left = layout.position().x() + x
            painter.fillRect(QRectF(left, y, right - x, _MARK_LINE), theme.color("markLine"))


def paint_frame(painter: QPainter, theme: Theme, view: QRect) -> None:
    """Paint the focus at the edges of the view; nothing shows through."""
    area, color = QRectF(view), theme.color("accent")
    wide, high = area.width(), area.height()
    for x, y, right, down in (
        (0, 0, wide, RING),
        (0, high - RING, wide, RING),
        (0, 0, RING, high),
        (wide - RING, 0, RING, high),
    ):
        painter.fillRect(QRectF(x, y, right, down), color)


def _x(found: object) -> float:
    """Return the x that `cursorToX` gives, beside the position or alone: PySide's types do not say."""
    x = found[0] if isinstance(found, tuple) else found
    return x if isinstance(x, float) else 0.0
