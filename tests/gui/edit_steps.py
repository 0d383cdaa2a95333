"""What the tests of editing share: the card of an item, what the window shows, keys where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.model.briefing import Briefing


def card_of(editor: Editor) -> EditCard:
    """Return the card that is open."""
    assert editor.card is not None
    return editor.card


def shown(window: MainWindow) -> Briefing:
    """Return the briefing that a window shows."""
    assert window.document.briefing is not None
    return window.document.briefing


def edit(window: MainWindow, editor: Editor, name: str) -> EditCard:
    """Open the card of an item by its key."""
    window.pick(name)
    window.actions_by_id["edit-item"].trigger()
    return card_of(editor)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
