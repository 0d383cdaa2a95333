"""A long list: its rows come as one goes, stand where they belong, and nobody notices."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.row_list import RowList
from briefing_app.gui.widgets.rows import ItemRow
from briefing_app.gui.widgets.signs import KindSign
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.outline import kind_word
from tools.bench import SECOND, grown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

MANY = 600


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a briefing of many agreements."""
    return grown(MANY, tmp_path_factory.mktemp("many"), SECOND)


@pytest.fixture
def window(lent: Callable[..., MainWindow], many: Path, qtbot: QtBot) -> MainWindow:
    """Return a window on many agreements, its rows near the view made."""
    found = lent(many)
    bar = found.frame.brief.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > MANY * 20)
    settle(found, qtbot)
    return found


def listed(window: MainWindow) -> RowList:
    """Return the list of agreements."""
    return max(window.frame.brief.findChildren(RowList), key=lambda each: len(each.rows))


def in_view(window: MainWindow) -> list[ItemRow]:
    """Return the rows of the list that are in sight, from top to bottom."""
    port = window.frame.brief.viewport()
    rows = [each for each in listed(window).findChildren(ItemRow) if each.isVisible()]
    tops = {each: each.mapTo(port, QPoint()).y() for each in rows}
    return sorted(
        (each for each in rows if -each.height() < tops[each] < port.height()), key=tops.__getitem__
    )


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the rows in and near the view are made: many of them come in several turns."""
    qtbot.waitUntil(lambda: not listed(window)._later.isActive())


def go(window: MainWindow, part: float, qtbot: QtBot) -> None:
    """Scroll to a part of the list, once the page knows how high it is, and wait for its rows."""
    rows, page = listed(window), window.frame.brief.widget()
    assert page is not None
    qtbot.waitUntil(lambda: not rows._growing.isActive())
    top = rows.mapTo(page, QPoint()).y()
    window.frame.brief.verticalScrollBar().setValue(round(top + part * (rows.height() - 400)))
    settle(window, qtbot)


def test_only_rows_near_the_view_are_widgets(window: MainWindow) -> None:
    assert len(listed(window).findChildren(ItemRow)) < 150
    assert len(listed(window).rows) > MANY / 2


@pytest.mark.parametrize("part", [0.0, 0.31, 0.77, 1.0])
def test_rows_in_view_follow_one_another_without_a_gap(window: MainWindow, part: float, qtbot: QtBot) -> None:
    go(window, part, qtbot)
    rows = in_view(window)
    order = [row.item for row in listed(window).rows]
    numbers = [order.index(row.item) for row in rows]
    assert len(rows) > 5
    assert numbers == list(range(numbers[0], numbers[0] + len(rows)))
    for above, below in pairwise(rows):
        assert 0 <= below.y() - above.geometry().bottom() - 1 <= 6
    for row in rows:
        assert row.height() == row.heightForWidth(row.width())


def test_no_step_makes_all_rows_of_a_view_at_once(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.frame.brief.verticalScrollBar()
    settle(window, qtbot)
    bar.setValue(bar.maximum() // 2)
    at_once = len(in_view(window))
    settle(window, qtbot)
    assert 1 <= at_once < len(in_view(window)) / 2


def test_rows_beyond_the_view_are_measured_in_another_width_too(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.frame.brief.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(window, qtbot)
    window.resize(1120, 800)
    seen, live = in_view(window), [row for row in listed(window).findChildren(ItemRow) if row.isVisible()]
    assert len(live) > 2 * len(seen)
    assert all(row.height() == row.heightForWidth(row.width()) for row in seen)
    settle(window, qtbot)
    rows = sorted((row for row in live if row.isVisible()), key=ItemRow.y)
    for above, below in pairwise(rows):
        assert below.y() > above.geometry().bottom()
        assert above.width() == below.width() == seen[0].width()


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_the_label_of_a_group_stays_at_the_top_while_its_rows_pass(
    window: MainWindow, part: float, qtbot: QtBot
) -> None:
    go(window, part, qtbot)
    port, rows = window.frame.brief.viewport(), listed(window)
    signs = [each for each in rows.findChildren(KindSign) if each.isVisible()]
    seen = [(each.mapTo(port, QPoint()).y(), each) for each in signs]
    at_top = [each for y, each in seen if 0 <= y < 40]
    assert len(at_top) == 1, seen
    briefing = window.document.briefing
    assert briefing is not None
    kinds = {each.id: each.kind for each in briefing.agreements}
    label = at_top[0].parentWidget()
    assert label is not None
    words = [line.text() for line in label.findChildren(TextLine)]
    assert words == [kind_word(kinds[in_view(window)[0].item])]
    window.frame.brief.verticalScrollBar().setValue(0)
    settle(window, qtbot)
    first = next(each for each in rows.findChildren(KindSign) if each.isVisible())
    assert first.mapTo(rows, QPoint()).y() < 40  # back before its own row


def test_each_row_tells_its_place_and_the_list_its_length(window: MainWindow) -> None:
    rows, found = listed(window).rows, listed(window)
    assert str(len(rows)) in found.accessibleName()
    assert rows[6].widget.accessibleDescription() == f"7 of {len(rows)}"
    assert rows[-1].widget.accessibleDescription() == f"{len(rows)} of {len(rows)}"


def test_a_picked_item_far_away_comes_into_view_and_stands_still(window: MainWindow, qtbot: QtBot) -> None:
    order = [row.item for row in listed(window).rows]
    window.pick(order[400])
    window.frame.brief.reveal(focus=True)
    row = listed(window).rows[400].live
    assert row is not None
    assert row in in_view(window)
    assert row.hasFocus()
    assert [each.item for each in in_view(window) if each.selected] == [order[400]]
    place = row.mapTo(window.frame.brief.viewport(), QPoint()).y()
    with qtbot.waitSignal(window.frame.brief.verticalScrollBar().rangeChanged, raising=False, timeout=500):
        pass
    assert row.mapTo(window.frame.brief.viewport(), QPoint()).y() == place


def test_the_row_with_the_keyboard_is_not_given_away(window: MainWindow) -> None:
    order = [row.item for row in listed(window).rows]
    window.pick(order[20])
    window.frame.brief.reveal(focus=True)
    row = window.focusWidget()
    assert isinstance(row, ItemRow)
    window.frame.brief.verticalScrollBar().setValue(window.frame.brief.verticalScrollBar().maximum())
    assert row.item == order[20]
    QTest.keyClick(row, Qt.Key.Key_Down)
    following = window.focusWidget()
    assert isinstance(following, ItemRow)
    assert following.item == order[21]
    assert following in in_view(window)


def test_what_is_at_the_top_stays_there_when_the_window_gets_narrower(window: MainWindow) -> None:
    order = [row.item for row in listed(window).rows]
    window.pick(order[250])
    window.frame.brief.reveal()
    before = window.frame.brief.anchor()
    assert before[0] in order
    window.resize(1230, 800)
    assert window.frame.brief.anchor() == before


def test_end_goes_to_the_very_end(window: MainWindow, qtbot: QtBot) -> None:
    brief = window.frame.brief
    QTest.keyClick(brief, Qt.Key.Key_End)
    bar = brief.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert in_view(window) or listed(window).mapTo(brief.viewport(), QPoint()).y() < 0


def test_keys_go_through_the_whole_list(window: MainWindow) -> None:
    order = [row.item for row in listed(window).rows]
    window.pick(order[0])
    window.frame.brief.reveal(focus=True)
    seen = []
    for _ in range(60):
        row = window.focusWidget()
        assert isinstance(row, ItemRow)
        seen.append(row.item)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert seen == order[:60]
    assert len(listed(window).findChildren(ItemRow)) < 250


def test_many_people_are_a_list_too(
    opened: Callable[..., MainWindow], changed_copy: Callable[..., Path], vksd: Path
) -> None:
    def crowd(tree: dict[str, list[dict[str, object]]]) -> None:
        one = tree["participants"][0]
        tree["participants"] += [{**one, "id": f"many{n}", "name": f"Nobody {n:03}"} for n in range(300)]

    window = opened(changed_copy(vksd, crowd))
    window.pick("many250")
    window.frame.brief.reveal()
    found = next(each for each in window.findChildren(RowList) if len(each.rows) > 300)
    assert any("Nobody 250" in row.accessibleName() and row.selected for row in found.findChildren(ItemRow))
    assert len(found.findChildren(ItemRow)) < 200
