"""Scroll bars as thin as they can be and still be caught and seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from briefing_app.gui.theme import Theme, Token

_WIDTH = 12
# Qt's own language for widgets; only colours and sizes of the theme are put into it, never a text.
_STYLE = """
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; border: none; }}
QScrollBar::handle:vertical {{ background: {handle}; min-height: 32px; margin: 2px 3px; border-radius: 3px; }}
QScrollBar::handle:vertical:hover {{ background: {over}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""


def thin_bars(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give a scroll area thin bars in the theme's colours, on the ground of what they stand in."""
    area.verticalScrollBar().setStyleSheet(
        _STYLE.format(
            width=_WIDTH,
            handle=theme.colours["line2"],
            over=theme.colours["ink2"],
        )
    )


def paint_ground(area: QAbstractScrollArea, theme: Theme, ground: Token) -> None:
    """Give a scroll area thin bars and one colour behind all that is in it."""
    palette = area.palette()
    palette.setColor(area.backgroundRole(), theme.color(ground))
    palette.setColor(area.viewport().backgroundRole(), theme.color(ground))
    area.setPalette(palette)
    area.setAutoFillBackground(True)
    thin_bars(area, theme)
