"""The coverage strip: one block a paragraph, for mouse and keyboard, for short and endless articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from briefing_app.gui.widgets.coverage import CoverageStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

CITED = frozenset({1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 17})


def strip(theme: Theme) -> CoverageStrip:
    """Return a strip of 17 paragraphs, 13 of them cited."""
    found = CoverageStrip(theme)
    found.show_coverage(17, CITED)
    return found


def test_blocks_are_painted_and_said(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int]
) -> None:
    found = strip(theme)
    image = show(theme, found)
    assert found.height() >= 24
    assert count(image, theme.color("accent")) == 13 * 7 * 8
    assert count(image, theme.color("line2")) > 0
    assert count(image, theme.color("markLine")) == 0
    found.select(3)
    assert count(show(theme, found), theme.color("markLine")) == 7 * 8
    found.select(None)
    assert count(show(theme, found), theme.color("markLine")) == 0
    assert found.accessibleName() == "13 of 17 paragraphs cited"
    assert found.accessibleDescription() == "Not cited: 5, 6, 7, 16"


def test_the_tooltip_of_a_block(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    found = strip(theme)
    show(theme, found)
    at = QPoint(4 * 8 + 3, 2)
    QGuiApplication.sendEvent(found, QHelpEvent(QHelpEvent.Type.ToolTip, at, found.mapToGlobal(at)))
    assert QToolTip.text() == "¶5: not cited"
    QToolTip.hideText()
    assert found.words(4) == "¶4: cited"
    away = QPoint(400, 2)
    QGuiApplication.sendEvent(found, QHelpEvent(QHelpEvent.Type.ToolTip, away, found.mapToGlobal(away)))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_click_anywhere_in_the_height_opens_a_paragraph(
    theme: Theme, show: Callable[..., QImage], qtbot: QtBot
) -> None:
    found = strip(theme)
    show(theme, found)
    for y in (1, found.height() - 2):
        with qtbot.waitSignal(found.paragraph_activated) as told:
            QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(4 * 8 + 3, y))
        assert told.args == [5]
    with qtbot.assertNotEmitted(found.paragraph_activated):
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))


def test_keys_go_from_block_to_block(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    found = strip(theme)
    show(theme, found)
    found.select(4)
    found.window().activateWindow()
    rest = found.grab().toImage()
    found.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(found.hasFocus)
    assert found.grab().toImage() != rest
    told: list[int] = []
    found.paragraph_activated.connect(told.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Enter,
        Qt.Key.Key_X,
    ):
        QTest.keyClick(found, key)
    for _ in range(9):
        QTest.keyClick(found, Qt.Key.Key_Left)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert told == [5, 3, 1]


def test_an_endless_article_fits(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int], qtbot: QtBot
) -> None:
    found = CoverageStrip(theme)
    found.show_coverage(20_000, frozenset(range(1, 10_001)))
    found.select(20_000)
    image = show(theme, found, 300)
    assert 1000 < count(image, theme.color("accent")) < 300 * 8
    assert len(found.accessibleDescription()) < 400
    with qtbot.waitSignal(found.paragraph_activated) as told:
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(299, 10))
    assert told.args[0] > 19_900


def test_an_empty_one_does_nothing(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    found = CoverageStrip(theme)
    show(theme, found)
    with qtbot.assertNotEmitted(found.paragraph_activated):
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(2, 4))
        QTest.keyClick(found, Qt.Key.Key_Return)
        QTest.keyClick(found, Qt.Key.Key_Right)
