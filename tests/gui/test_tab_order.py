"""Tab goes through the window as it is read, and through lists whose rows come as one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.gui import tab_order
from briefing_app.gui.widgets.rows import SelectableRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from briefing_app.gui.main_window import MainWindow


def _walk(
    window: MainWindow, qapp: QApplication, first: QWidget, steps: int, key: Qt.Key
) -> Iterator[QWidget]:
    first.setFocus()
    for _ in range(steps):
        QTest.keyClick(window.focusWidget(), key)
        qapp.processEvents()
        yield window.focusWidget()


def test_tab_visits_every_row_once_and_comes_back(
    opened: Callable[..., MainWindow], vksd: Path, qapp: QApplication
) -> None:
    window = opened(vksd)
    window.activateWindow()
    first = next(tab_order.stops(window.frame))
    items = []
    for stop in _walk(window, qapp, first, 400, Qt.Key.Key_Tab):
        if isinstance(stop, SelectableRow):
            items.append(stop.item)
        if stop is first:
            break
    assert window.focusWidget() is first
    rows = [row.item for row in window.frame.brief.rows() if row.reachable()]
    listed = [item for item in items if item in set(rows)]
    agreements = [each for each in dict.fromkeys(rows) if each.startswith("a") and rows.count(each) == 1]
    assert [each for each in listed if each in set(agreements)] == agreements


def test_stops_of_the_brief_go_from_top_to_bottom(opened: Callable[..., MainWindow], vksd: Path) -> None:
    window = opened(vksd)
    brief = window.frame.brief
    rows = [each for each in tab_order.stops(brief) if isinstance(each, SelectableRow)]
    agreements = [row for row in rows if row.item.startswith("a")]
    tops = [row.mapTo(brief, QPoint()).y() for row in agreements if row.width() > brief.width() / 2]
    assert len(tops) > 3
    assert tops == sorted(tops)


def test_backwards_is_the_same_way_back(
    opened: Callable[..., MainWindow], kidd: Path, qapp: QApplication
) -> None:
    window = opened(kidd)
    window.activateWindow()
    every = list(tab_order.stops(window.frame))
    walked = _walk(window, qapp, every[0], 5, Qt.Key.Key_Backtab)
    assert [id(each) for each in walked] == [id(each) for each in every[:-6:-1]]


def test_a_stop_out_of_sight_is_scrolled_to(
    opened: Callable[..., MainWindow], vksd: Path, qapp: QApplication
) -> None:
    window = opened(vksd)
    window.activateWindow()
    for each in _walk(window, qapp, window.frame.brief, 70, Qt.Key.Key_Tab):
        if window.frame.brief.isAncestorOf(each):
            top = each.mapTo(window.frame.brief.viewport(), QPoint()).y()
            assert -each.height() < top < window.frame.brief.viewport().height()
