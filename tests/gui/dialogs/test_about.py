"""About: version and licences can be read in full, by keyboard alone, and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from briefing_app import __version__
from briefing_app.gui.diagnostics import PARTS, licences, parts
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [each for each in window.findChildren(QDialog) if each.isVisible()]


def _press(dialog: QDialog, word: str) -> None:
    (button,) = (each for each in dialog.findChildren(Button) if each.accessibleName() == word)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_every_part_is_named_with_its_licence(opened: Open, kidd: Path) -> None:
    window = opened(kidd)
    window.actions_by_id["about"].trigger()
    (dialog,) = _dialogs(window)
    lines = dialog.findChildren(TextLine)
    said = [line.text() for line in lines]
    assert f"Briefing {__version__}" in said
    for name, release, licence in parts():
        assert {name, release, licence} <= set(said)
        assert licence
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert all(line.textInteractionFlags() & selectable for line in lines)


def test_the_diagnostics_are_copied_from_there(opened: Open, kidd: Path) -> None:
    window = opened(kidd)
    window.actions_by_id["about"].trigger()
    _press(_dialogs(window)[0], "Copy diagnostics")
    assert QGuiApplication.clipboard().text().startswith(f"Briefing {__version__}")


def test_the_licences_are_read_in_full_by_keyboard(opened: Open, kidd: Path, qtbot: QtBot) -> None:
    window = opened(kidd)
    window.actions_by_id["about"].trigger()
    _press(_dialogs(window)[0], "Licence texts")
    qtbot.waitUntil(lambda: len(window.findChildren(QPlainTextEdit)) == 1)
    (text,) = window.findChildren(QPlainTextEdit)
    written = text.toPlainText()
    assert "Permission is hereby granted, free of charge" in written
    for name, release, _ in parts():
        assert f"{name} {release}: " in written
    assert text.isReadOnly()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == written
    for dialog in reversed(_dialogs(window)):
        dialog.close()


def test_what_ships_no_text_says_where_it_is() -> None:
    found = licences()
    assert len(found) <= len(PARTS) + 1
    assert found[0].texts
    for each in found[1:]:
        assert each.texts or each.home.startswith("http"), each.part
