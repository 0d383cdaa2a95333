"""What a user does in the Problems view, in plain steps."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

_ASIDE = cycle((-8, 0, 8))

FAULTS = [
    ('"paragraph": 4,', '"paragraph": 40,'),
    ('"kind": "pledged"', '"kind": "pledgd"'),
    ('"edtf": "[2021-06..]"', '"edtf": "2021-13"'),
]


def write_faulty(text: str, file: Path) -> Path:
    """Write a file with three faults, in lines that end in CR LF, so that each byte of it counts."""
    for right, wrong in FAULTS:
        text = text.replace(right, wrong, 1)
    file.write_bytes(text.replace("\n", "\r\n").encode())
    return file


def button(window: MainWindow, word: str) -> Button:
    """Return the button of the Problems view whose word begins so."""
    row = window.frame.problems.actions_row
    assert row is not None
    return next(each for each in row.findChildren(Button) if each.accessibleName().startswith(word))


def left(window: MainWindow) -> list[str]:
    """Return the errors in the list; the warning of the line ends is none."""
    return [row.accessibleName() for row in window.frame.problems.rows if row.problem.severity == "error"]


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.frame.problems.findChildren(TextLine))


def press(window: MainWindow, word: str) -> None:
    """Press a button, as a hand does that has moved since it pressed the last one."""
    pressed = button(window, word)
    at = pressed.rect().center() + QPoint(next(_ASIDE), 0)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton, pos=at)


def select(window: MainWindow, part: str) -> None:
    view = window.frame.problems
    view.select(next(row for row in view.rows if part in row.accessibleName()))


def type_(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Type into the field of the selected problem, once it has been checked."""
    view = window.frame.problems
    press(window, "Edit")
    assert view.detail is not None
    assert view.detail.edit is not None
    field = view.detail.edit.field
    assert field.hasFocus() or not window.isActiveWindow()
    QTest.keyClicks(field, text)
    detail = view.detail
    said = str(text)
    qtbot.waitUntil(lambda: field.toPlainText() == said and not view._check.isActive())
    assert detail is view.detail


def advice(window: MainWindow) -> str:
    detail = window.frame.problems.detail
    assert detail is not None
    return detail.advice.message.text()


def enter(window: MainWindow) -> None:
    detail = window.frame.problems.detail
    assert detail is not None
    assert detail.edit is not None
    QTest.keyClick(detail.edit.field, Qt.Key.Key_Return)


def fix_all(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "2021-13")
    press(window, "Use [2021-06..]")
    press(window, "Use “pledged”")
    type_(window, qtbot, "4")
    enter(window)
