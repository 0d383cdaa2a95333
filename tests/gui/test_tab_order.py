"""Tab goes through the window as it is read, and through lists whose rows come as one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.gui import tab_order
from briefing_app.gui.widgets.rows import SelectableRow
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")


@pytest.fixture
def lent(standing: Open) -> Iterator[Open]:
    """Return what lends the window of a file that these tests share."""
    with lending(standing) as lend:
        yield lend


def _walk(
    window: MainWindow, qapp: QApplication, first: QWidget, steps: int, key: Qt.Key
) -> Iterator[QWidget]:
    first.setFocus()
    for _ in range(steps):
        QTest.keyClick(window.focusWidget(), key)
        qapp.processEvents()
        yield window.focusWidget()


def test_tab_visits_every_row_once_scrolls_to_it_and_comes_back(
    lent: Open, vksd: Path, qapp: QApplication
) -> None:
    window = lent(vksd)
    window.activateWindow()
    first = next(tab_order.stops(window.frame))
    port = window.frame.brief.viewport()
    items = []
    for stop in _walk(window, qapp, first, 400, Qt.Key.Key_Tab):
        if isinstance(stop, SelectableRow):
            items.append(stop.item)
        if stop is first:
            break
        if window.frame.brief.isAncestorOf(stop):
            assert -stop.height() < stop.mapTo(port, QPoint()).y() < port.height()
    assert window.focusWidget() is first
    rows = [row.item for row in window.frame.brief.rows() if row.reachable()]
    listed = [item for item in items if item in set(rows)]
    agreements = [each for each in dict.fromkeys(rows) if each.startswith("a") and rows.count(each) == 1]
    assert [each for each in listed if each in set(agreements)] == agreements


def test_stops_of_the_brief_go_from_top_to_bottom(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    brief = window.frame.brief
    rows = [each for each in tab_order.stops(brief) if isinstance(each, SelectableRow)]
    agreements = [row for row in rows if row.item.startswith("a")]
    tops = [row.mapTo(brief, QPoint()).y() for row in agreements if row.width() > brief.width() / 2]
    assert len(tops) > 3
    assert tops == sorted(tops)


def test_backwards_is_the_same_way_back(lent: Open, kidd: Path, qapp: QApplication) -> None:
    window = lent(kidd)
    window.activateWindow()
    every = list(tab_order.stops(window.frame))
    walked = _walk(window, qapp, every[0], 5, Qt.Key.Key_Backtab)
    assert [id(each) for each in walked] == [id(each) for each in every[:-6:-1]]
