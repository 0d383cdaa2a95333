from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.session import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


# What a briefing need not have: without it a window is opened in a third of the time.
SPARED = ("participants", "agreements", "meetings", "opcon", "background", "gaps", "glossary")


def spare(tree: Any) -> None:
    """Leave of a briefing what a window needs."""
    for name in SPARED:
        tree.pop(name, None)


@pytest.fixture
def small(kidd: Path, changed_copy: Change) -> Path:
    """Return a small briefing."""
    return changed_copy(kidd, spare)


@pytest.fixture
def other(small: Path) -> Path:
    """Return another small briefing."""
    text = small.read_text(encoding="utf-8")
    path = small.with_name("other.briefing")
    path.write_text(text.replace('"id": "kidd-19"', '"id": "other"', 1), encoding="utf-8")
    return path


def texts(menu: QMenu) -> list[str]:
    """Return what a menu that opens now lists."""
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def test_several_files_open_in_a_window_each_and_none_twice(
    session: Session, opened: Open, small: Path, other: Path
) -> None:
    opened(small, other)
    assert len(session.windows) == 2
    session.open([other, small])
    assert len(session.windows) == 2


def test_what_another_start_was_given_is_opened_and_comes_to_the_front(
    session: Session, opened: Open, small: Path, other: Path
) -> None:
    first = opened(small)
    first.showMinimized()
    session.take([])
    assert not first.isMinimized()
    session.take([other, other.with_name("gone.briefing")])
    assert len(session.windows) == 3
    first.showMinimized()
    session.take([small])
    assert len(session.windows) == 3
    assert not first.isMinimized()


def test_opened_files_are_listed_and_gone_ones_can_be_taken_off(
    opened: Open, settings: Settings, small: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.briefing"
    copy.write_bytes(small.read_bytes())
    window = opened(copy)
    menu = window.submenus["recent"]
    title = "19th Korea-U.S. Integrated Defense Dialogue"
    assert texts(menu) == [f"{title}\tcopy.briefing", "Clear the list"]
    assert str(copy) in menu.actions()[0].toolTip()
    assert menu.toolTipsVisible()
    copy.unlink()
    assert texts(menu)[0] == f"{title} is gone: take it off the list\tcopy.briefing"
    menu.actions()[0].trigger()
    assert texts(menu) == ["No file yet"]
    assert settings.now.recent == ()


def test_the_list_can_be_cleared(opened: Open, settings: Settings, small: Path) -> None:
    menu = opened(small).submenus["recent"]
    assert texts(menu)[-1] == "Clear the list"
    menu.actions()[-1].trigger()
    assert settings.now.recent == ()
    assert settings.now.known == {}


def test_files_of_one_name_are_told_apart_by_their_folders(
    opened: Open, settings: Settings, small: Path, tmp_path: Path
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a&b.briefing").write_bytes(small.read_bytes())
        opened(tmp_path / folder / "a&b.briefing")
    settings.opened(tmp_path / "untitled.briefing", "")
    found = texts(opened(small).submenus["recent"])
    assert found[2].endswith("\ttwo/a&&b.briefing")
    assert found[3].endswith("\tone/a&&b.briefing")
    assert found[1].startswith("untitled is gone")


def test_a_bad_file_is_not_remembered(opened: Open, settings: Settings, tmp_path: Path) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text("{")
    opened(bad)
    assert settings.now.recent == ()
    assert settings.now.last == ()


def test_of_several_bad_files_each_is_told(session: Session, opened: Open, tmp_path: Path) -> None:
    bad, worse, gone = (tmp_path / name for name in ("bad.briefing", "worse.briefing", "gone.briefing"))
    bad.write_text("{")
    worse.write_text("[]")
    opened(bad, gone, worse)
    assert [window.document.snapshot.path for window in session.windows if window.document.snapshot] == [
        bad,
        gone,
        worse,
    ]
    session.open([worse, bad])  # each where it is told already
    assert len(session.windows) == 3


def test_a_bad_file_takes_the_place_of_one_that_was_told_before(
    session: Session, opened: Open, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text("{")
    opened(bad)
    session.open([tmp_path / "gone.briefing"])
    assert len(session.windows) == 1


def test_the_samples_menu_opens_a_sample(session: Session, opened: Open) -> None:
    window = opened()
    menu = window.submenus["samples"]
    assert texts(menu) == [title for _, title in session.samples()]
    menu.actions()[1].trigger()
    assert window.windowTitle().startswith(session.samples()[1][1])


def test_dark_and_light_redraw_every_window(opened: Open, small: Path, qtbot: QtBot) -> None:
    window = opened(small)
    assert window.frame.theme.scheme == "light"
    window.actions_by_id["scheme-dark"].trigger()
    qtbot.waitUntil(lambda: window.frame.theme.scheme == "dark")
    ground = window.frame.theme.color("page")
    assert window.frame.brief.palette().color(window.frame.brief.backgroundRole()) == ground
    window.actions_by_id["scheme-system"].trigger()
    qtbot.waitUntil(lambda: window.frame.theme.scheme == "light")


def test_the_text_grows_to_twice_its_size_and_no_further(
    opened: Open, settings: Settings, small: Path, qtbot: QtBot
) -> None:
    window = opened(small)
    for _ in range(15):
        window.actions_by_id["larger"].trigger()
    assert settings.now.text_size == 200
    qtbot.waitUntil(lambda: window.frame.theme.scale == 2.0)
    assert window.frame.fit.stacked
    window.actions_by_id["smaller"].trigger()
    assert settings.now.text_size == 190
    window.actions_by_id["normal"].trigger()
    qtbot.waitUntil(lambda: window.frame.theme.scale == 1.0)


def test_the_selection_outlives_a_change_of_theme(opened: Open, kidd: Path, qtbot: QtBot) -> None:
    window = opened(kidd)
    window.pick("a5")
    window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: window.frame.theme.scale > 1)
    assert window.frame.source.article.highlighted() == (
        "agreed to closely cooperate … the North's activities",
    )


def test_quitting_remembers_what_was_open(
    session: Session, opened: Open, settings: Settings, small: Path, other: Path
) -> None:
    opened(small, other)
    session.quit()
    assert settings.now.last == (str(small), str(other))
    assert session.windows == []
    assert settings.now.geometries


def test_what_was_open_is_opened_again_and_what_is_gone_is_told_in_a_line(
    session: Session, settings: Settings, small: Path, other: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.briefing"
    settings.change(last=(str(small), str(gone), str(other)))
    session.reopen()
    shown = [window.document.snapshot for window in session.windows]
    assert [each.path for each in shown if each] == [small, other]
    assert settings.now.last == (str(small), str(other))
    said = session.windows[-1].frame.status.text.text()
    assert said == "Not opened again: gone.briefing. It was moved or deleted."


def test_where_all_is_gone_the_first_page_says_so(session: Session, settings: Settings) -> None:
    settings.change(last=("/nowhere/a.briefing", "/nowhere/b.briefing"))
    session.reopen()
    (window,) = session.windows
    assert window.frame.status.text.text().startswith("Not opened again: a.briefing, b.briefing. They were")
    window.show()
    assert window.frame.views.currentWidget() is window.frame.first_run


def test_the_first_start_shows_the_first_page(session: Session) -> None:
    session.reopen()
    (window,) = session.windows
    assert window.frame.views.currentWidget() is window.frame.first_run
    assert window.frame.status.isHidden()


def test_opening_again_can_be_turned_off_in_every_window(
    session: Session, opened: Open, settings: Settings, small: Path, other: Path
) -> None:
    opened(small, other)
    first, second = session.windows
    assert first.actions_by_id["reopen"].isChecked()
    first.actions_by_id["reopen"].trigger()
    assert not settings.now.reopen
    assert not second.actions_by_id["reopen"].isChecked()
    session.quit()
    assert settings.now.last == (str(small), str(other))
    session.reopen()
    assert [window.document.snapshot for window in session.windows] == [None]


def test_ctrl_w_and_the_system_close_one_window_and_ctrl_q_all(
    session: Session,
    opened: Open,
    settings: Settings,
    small: Path,
    other: Path,
    changed_copy: Change,
    qtbot: QtBot,
) -> None:
    copy = changed_copy(small, lambda tree: tree)
    opened(small, other, copy)
    first, second, third = session.windows
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    QTest.keyClick(second, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert session.windows == [first, third]
    assert settings.now.last == (str(small), str(copy))
    QApplication.sendEvent(third, QCloseEvent())  # as for Alt+F4
    assert session.windows == [first]
    assert first.isVisible()
    session.open([other])
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    QTest.keyClick(first, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert session.windows == []
    assert settings.now.last == (str(small), str(other))


def test_a_closed_window_is_forgotten_unless_it_was_the_last(
    session: Session, opened: Open, settings: Settings, small: Path, other: Path
) -> None:
    opened(small, other)
    session.windows[0].actions_by_id["close"].trigger()
    assert settings.now.last == (str(other),)
    session.windows[0].actions_by_id["close"].trigger()
    assert settings.now.last == (str(other),)


def test_what_cannot_be_read_at_all_is_a_snapshot_of_problems(tmp_path: Path) -> None:
    found = read_snapshot(tmp_path)
    assert found.briefing is None
    assert len(found.problems) == 1
