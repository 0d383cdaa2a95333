"""An item as other programs take it: a line of text with its source, plain and rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from briefing_app.gui.citation import citation
from briefing_app.model.briefing import items
from briefing_app.model.outline import marks

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


def item_data(briefing: Briefing, item_id: str) -> QMimeData:
    """Return an item with its citation, as plain text and as rich text whose source is a link.

    Args:
        briefing: the briefing.
        item_id: one of its items.
    """
    text = citation(briefing, item_id)
    document = QTextDocument()
    cursor = QTextCursor(document)
    plain = QTextCharFormat()
    cursor.insertText(text, plain)
    address = _address(briefing, item_id)
    if address:
        linked = QTextCharFormat()
        linked.setAnchor(True)
        linked.setAnchorHref(address)
        linked.setFontUnderline(True)
        cursor.insertText(" ", plain)
        cursor.insertText(address, linked)
    data = QMimeData()
    data.setText(text)
    # Qt writes and escapes the HTML; nothing of the file is pasted into it.
    data.setHtml(document.toHtml())
    return data


def _address(briefing: Briefing, item_id: str) -> str:
    item = next((each for _, each in items(briefing) if each.id == item_id), None)
    cited = [mark.source for mark in marks(briefing, item)] if item else []
    return next((source.url for source in briefing.sources if source.id in cited and source.url), "") or ""
