from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMainWindow

from briefing_app.gui.placing import STEP, bring_back, edges, free_place, inside, place, remember

# What the offscreen platform says of several windows; a real one has no such limits.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

AREA = QRect(0, 24, 1600, 1000)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_the_place_is_remembered_for_the_screen(
    window: QMainWindow, settings: Settings, qtbot: QtBot
) -> None:
    window.setGeometry(90, 70, 660, 500)
    window.show()
    qtbot.waitUntil(window.isVisible)
    remember(window, settings)
    size = window.screen().size()
    (name,) = settings.now.geometries
    assert name.endswith(f"{size.width()}x{size.height()}")
    window.hide()
    other = QMainWindow()
    qtbot.addWidget(other)
    place(other, settings.now.geometries)
    assert other.geometry() == QRect(90, 70, 660, 500)


def test_the_place_on_another_screen_is_kept_and_not_used_here(
    window: QMainWindow, settings: Settings
) -> None:
    far = QMainWindow()
    far.setGeometry(300, 200, 700, 500)
    remember(far, settings)
    (data,) = settings.now.geometries.values()
    far.deleteLater()
    settings.change(geometries={"HDMI-9 2560x1440": data})
    place(window, settings.now.geometries)
    assert window.geometry().topLeft() != QPoint(300, 200)
    remember(window, settings)
    assert next(iter(settings.now.geometries)) == "HDMI-9 2560x1440"
    assert len(settings.now.geometries) == 2


def test_a_first_window_leaves_room_for_the_frame_around_it(window: QMainWindow) -> None:
    place(window, {})
    room = window.screen().availableSize()
    assert window.width() <= room.width() - 2
    assert window.height() <= room.height() - 24


def test_a_damaged_place_is_passed_over(window: QMainWindow, settings: Settings) -> None:
    remember(window, settings)
    place(window, dict.fromkeys(settings.now.geometries, "00ff"))
    assert window.width() >= 640


@pytest.mark.parametrize("corner", [(5_000, 40), (-3_000, -3_000), (40, 9_000), (700, 600)])
def test_a_window_out_of_sight_is_brought_back(window: QMainWindow, corner: tuple[int, int]) -> None:
    window.setGeometry(*corner, 700, 500)
    bring_back(window)
    area = window.screen().availableGeometry()
    assert area.contains(window.geometry())
    assert window.size().width() == 700


def test_a_window_larger_than_the_screen_is_made_smaller() -> None:
    assert inside(QRect(-50, 100, 5_000, 4_000), AREA) == AREA
    assert inside(QRect(1_200, 900, 800, 600), AREA) == QRect(800, 424, 800, 600)
    assert inside(QRect(10, 30, 800, 600), AREA) == QRect(10, 30, 800, 600)


def test_no_two_windows_stand_exactly_on_one_another() -> None:
    found = QRect(100, 100, 900, 700)
    taken = [found.topLeft()]
    for _ in range(15):
        found = free_place(found, taken, AREA)
        assert AREA.contains(found)
        assert found.topLeft() not in taken
        taken.append(found.topLeft())
    assert taken[1] == QPoint(100 + STEP, 100 + STEP)


def test_windows_as_large_as_the_screen_are_offset_too() -> None:
    found = free_place(AREA, [AREA.topLeft()], AREA)
    assert found.topLeft() == AREA.topLeft() + QPoint(STEP, STEP)
    assert AREA.contains(found)


def test_a_second_window_opens_beside_the_first_in_its_size(
    session: Session, opened: Open, kidd: Path, vksd: Path
) -> None:
    first = opened(kidd, width=660, height=520)
    first.setGeometry(20, 30, 660, 520)
    session.open([vksd])
    second = session.windows[-1]
    assert second.geometry() == first.geometry().translated(STEP, STEP)


def test_of_several_windows_every_title_bar_is_on_the_screen(
    session: Session, opened: Open, kidd: Path, vksd: Path, tmp_path: Path
) -> None:
    first = opened(kidd, width=660, height=520)
    first.setGeometry(20, 40, 660, 520)
    area = first.screen().availableGeometry()
    for number in range(8):
        copy = tmp_path / f"{number}.briefing"
        copy.write_bytes(vksd.read_bytes())
        session.open([copy])
    for window in session.windows:
        assert area.contains(window.geometry() + edges(first)), window.geometry()


def test_a_window_brought_back_keeps_its_title_bar_on_the_screen(window: QMainWindow) -> None:
    window.setGeometry(-300, -300, 700, 500)
    bring_back(window)
    assert window.geometry().top() >= window.screen().availableGeometry().top() + 20


def test_each_window_that_comes_back_has_its_own_size(
    session: Session, kidd: Path, vksd: Path, qtbot: QtBot
) -> None:
    session.open((kidd, vksd))
    stood = [QRect(40, 60, 660, 500), QRect(90, 80, 700, 520)]
    for window, where in zip(session.windows, stood, strict=True):
        window.setGeometry(where)
    qtbot.wait(1)
    session.quit()
    session.reopen()
    assert [window.geometry() for window in session.windows] == stood
    session.windows[0].close()
    session.open((kidd,))  # by hand: beside the one in use, in its size
    assert session.windows[-1].size() == session.windows[0].size()


def test_beside_a_maximised_window_a_new_one_is_maximised(
    session: Session, opened: Open, kidd: Path, vksd: Path
) -> None:
    opened(kidd).showMaximized()
    session.open([vksd])
    assert session.windows[-1].isMaximized()
