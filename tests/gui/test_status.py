"""What the line at the foot says, how long it stays, and where the keyboard goes when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from briefing_app.gui.acts import Acts
from briefing_app.gui.widgets.button import Button
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.status import StatusLine

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")
NO_PROGRAM = r"This plugin does not support (propagateSizeHints|QPlatformServices::open)"


@pytest.fixture
def window(standing: Callable[..., MainWindow], vksd: Path) -> Iterator[MainWindow]:
    with lending(standing) as lend:
        QAccessible.setActive(False)
        found = lend(vksd)
        found.frame.brief.setFocus()
        yield found


@pytest.fixture
def line(window: MainWindow) -> StatusLine:
    return window.frame.status


def pass_time(line: StatusLine) -> None:
    """Let the time pass after which a notice goes, if it goes."""
    if line._ends.isActive():
        line._ends.timeout.emit()


def test_what_only_tells_goes_by_itself(line: StatusLine) -> None:
    line.say("Copied.")
    assert 6_000 < line._ends.interval() < 10_000
    line._ends.start(1)
    QTest.qWait(20)
    assert line.isHidden()


@pytest.mark.parametrize(
    "say",
    [
        lambda line: line.say("Not saved.", color="error"),
        lambda line: line.say("Merged.", [("Save", line.close_line)]),
        lambda line: line.say("Not opened again: a.briefing", lasting=True),
    ],
)
def test_faults_and_offers_stay(
    window: MainWindow, line: StatusLine, say: Callable[[StatusLine], None]
) -> None:
    say(line)
    pass_time(line)
    window.actions_by_id["next-item"].trigger()
    assert line.isVisible()
    line.close_line()


def test_it_stays_while_the_keyboard_is_on_it(window: MainWindow, line: StatusLine) -> None:
    line.say("Copied.")
    line.take_focus()
    pass_time(line)
    assert line.isVisible()
    window.frame.brief.setFocus()
    pass_time(line)
    assert line.isHidden()


def test_it_stays_where_it_is_read_aloud(line: StatusLine) -> None:
    QAccessible.setActive(True)
    line.say("Copied.")
    assert not line._ends.isActive()
    QAccessible.setActive(False)
    line.close_line()


def test_the_next_act_takes_it_away(window: MainWindow, line: StatusLine) -> None:
    line.say("Copied.")
    window.actions_by_id["review"].trigger()
    assert line.isHidden()
    line.say("Copied.")
    window.actions_by_id["review"].trigger()
    assert line.isHidden()
    window.pick("a1")
    window.actions_by_id["copy-citation"].trigger()
    assert line.text.text() == "The item is on the clipboard, with its source."
    window.document.changed.emit()
    assert line.isHidden()


def test_the_keys_lead_to_it_and_let_it_stand(window: MainWindow, line: StatusLine) -> None:
    line.say("Copied.")
    window.actions_by_id["next-pane"].trigger()
    window.actions_by_id["next-pane"].trigger()
    assert line.isAncestorOf(window.focusWidget())
    line.close_line()


def test_esc_takes_away_what_is_no_fault(window: MainWindow, line: StatusLine) -> None:
    line.say("Merged.", [("Save", line.close_line)])
    QTest.keyClick(window.frame.brief, Qt.Key.Key_Escape)
    assert line.isHidden()
    line.say("Not saved.", color="error")
    QTest.keyClick(window.frame.brief, Qt.Key.Key_Escape)
    assert line.isVisible()
    line.take_focus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert line.isHidden()


def test_the_keyboard_goes_back_to_the_item(window: MainWindow, line: StatusLine) -> None:
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_J)
    row = window.focusWidget()
    line.say("Not saved.", color="error")
    line.take_focus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert line.isHidden()
    assert window.focusWidget() is row


@pytest.mark.qt_log_ignore(NO_PROGRAM)
def test_an_address_that_no_program_takes_is_told_and_copied(window: MainWindow, line: StatusLine) -> None:
    window.act("follow", "https://example.org/a")
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    dialog.accept()
    assert line.text.text() == "No program here opens https://example.org/a. It is on the clipboard."
    assert QGuiApplication.clipboard().text() == "https://example.org/a"


@pytest.mark.qt_log_ignore(NO_PROGRAM)
def test_a_folder_that_no_program_shows_is_told_and_copied(
    window: MainWindow, line: StatusLine, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")
    assert isinstance(window.acts, Acts)
    window.acts.printing._saved(tmp_path / "a.pdf", ())
    shown = {button.accessibleName(): button for button in line.findChildren(Button) if button.isVisible()}
    shown["Show in folder"].click()
    qtbot.waitUntil(lambda: line.text.text().startswith("No program here opens"))
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    line.close_line()
