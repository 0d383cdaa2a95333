"""Where the keyboard is can be seen, and it stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing_app.gui.panels.event_row import EventRow
from briefing_app.gui.panels.review_card import ReviewCard
from briefing_app.gui.reviewing import Reviewing
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.tab_order import stops
from briefing_app.gui.widgets.text import TextLine
from briefing_app.gui.widgets.tracker import StageView
from tests.gui.lending import lending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def window(standing: Callable[..., MainWindow], vksd: Path) -> Iterator[MainWindow]:
    with lending(standing) as lend:
        yield lend(vksd)


def row_of(window: MainWindow, item: str) -> QWidget:
    """Return the widget of an item's row."""
    return next(row.widget for row in window.frame.brief.rows() if row.item == item and not row.reference)


def test_the_first_key_goes_to_the_event_and_shows_it(window: MainWindow) -> None:
    (row,) = window.frame.brief.findChildren(EventRow)
    plain = row.grab().toImage()
    QTest.keyClick(window.frame.brief, Qt.Key.Key_J)
    event = window.document.briefing.event if window.document.briefing else None
    assert event is not None
    assert window.selection.item == event.id
    assert row.hasFocus()
    assert row.selected
    ringed = row.grab().toImage()
    ink, at = window.frame.theme.color("accent"), row.rect().center()
    assert plain.pixelColor(at.x(), 0) != ink == ringed.pixelColor(at.x(), 0)  # the ring
    assert ringed.pixelColor(5, at.y()) == window.frame.theme.color("sel")
    assert row.accessibleName() == (
        "Event: 14th Veldania-Korvath Joint Security Dialogue, Source 1, paragraph 2, Source 2, paragraph 1"
    )


def test_the_event_is_picked_as_any_row_is(window: MainWindow) -> None:
    (row,) = window.frame.brief.findChildren(EventRow)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() / 2)
    assert row.selected
    QTest.keyClick(window.frame.brief, Qt.Key.Key_J)
    assert not row.selected
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_K)
    assert row.hasFocus()
    window.select(type(window.selection)())
    assert not row.selected
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.selected


def test_the_stage_of_a_component_is_told_with_its_name(window: MainWindow) -> None:
    names = [
        row.widget.accessibleName() for row in window.frame.brief.rows() if isinstance(row.widget, StageView)
    ]
    assert [name.startswith("Air component, ") for name in names] == [False] * 3 + [True] * 3


def test_the_row_keeps_the_keyboard_when_the_file_is_read_again(
    window: MainWindow, vksd: Path, qtbot: QtBot
) -> None:
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_J)
    item = window.selection.item
    assert row_of(window, item).hasFocus()
    window.show_snapshot(read_snapshot(vksd))
    assert window.selection.item == item
    qtbot.waitUntil(lambda: row_of(window, item).hasFocus())


def test_the_row_keeps_the_keyboard_in_another_layout(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.frame.brief, Qt.Key.Key_J)
    item, frame = window.selection.item, window.frame
    window.resize(960, 700)
    qtbot.waitUntil(lambda: window.frame is not frame)
    qtbot.waitUntil(lambda: row_of(window, item).hasFocus())


def test_shift_f10_opens_the_menu_of_the_item(window: MainWindow) -> None:
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_J)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    (menu,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert menu.actions()[0].text().replace("&", "") == "Show passage"
    menu.close()


def test_f6_enters_the_toolbar_at_its_first_button(window: MainWindow) -> None:
    window.frame.brief.setFocus()
    window.actions_by_id["previous-pane"].trigger()
    assert window.focusWidget() is next(stops(window.frame.toolbar))


def test_f6_goes_to_the_strip_of_a_narrow_window_too(opened: Callable[..., MainWindow], kidd: Path) -> None:
    window = opened(kidd, width=960, height=600)
    window.pick("a1")
    window.frame.brief.reveal(focus=True)
    been = []
    for action in ("next-pane", "next-pane", "next-pane", "previous-pane"):
        window.actions_by_id[action].trigger()
        frame, here = window.frame, window.focusWidget()
        been.append(next(n for n, pane in enumerate((frame.toolbar, frame.views, frame.peek))
                         if pane.isAncestorOf(here)))  # fmt: skip
    assert been == [2, 0, 1, 0]


@pytest.fixture
def review(window: MainWindow) -> Iterator[Reviewing]:
    window.actions_by_id["review"].trigger()
    (found,) = window.findChildren(Reviewing)
    yield found
    window.actions_by_id["review"].trigger()


def test_f6_goes_through_the_bar_of_a_review(window: MainWindow, review: Reviewing) -> None:
    been = []
    for _ in range(4):
        window.actions_by_id["next-pane"].trigger()
        been.append(review.bar.isAncestorOf(window.focusWidget()))
    assert any(been)
    assert not all(been)


def card(review: Reviewing) -> ReviewCard:
    assert isinstance(review.list.card, ReviewCard)
    return review.list.card


def test_stages_of_components_are_told_apart(review: Reviewing) -> None:
    briefing = review.window.document.briefing
    assert briefing is not None
    assert briefing.opcon is not None
    opcon = briefing.opcon
    told, stage = dict(review.list.words()), opcon.tracks[1].stages[-1]
    assert told[stage.id].startswith("Air component, FMC: Planned")
    assert told[opcon.tracks[0].stages[-1].id].startswith("FMC: Planned")
    review.list.show_item(stage.id)
    assert told[stage.id] == card(review).told.plain_text()


def test_the_keys_at_the_foot_are_those_of_what_is_open(review: Reviewing) -> None:
    def keys() -> list[str]:
        told = [each for each in review.foot.findChildren(TextLine) if each.isVisible()]
        return [each.text() for each in told if each.parent() is not review.foot]

    assert keys() == ["accept", "edit", "reject", "next", "previous", "see in source", "undo"]
    hints = {
        each.findChildren(TextLine)[0].text(): each for each in review.foot.findChildren(QWidget, "hint")
    }
    first = review.list.open
    QTest.mouseClick(hints["next"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert review.list.open != first  # a click does what the key does
    QTest.mouseClick(hints["edit"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert keys() == ["save", "cancel"]
    review.list.setFocus()
    QTest.keyClick(review.list, Qt.Key.Key_Escape)
    review.list.show_item(review.list.unused[0].id)
    assert keys() == ["make an item", "dismiss", "next", "previous", "see in source", "undo"]
    review.foot.resize(260, review.foot.height())
    assert 0 < len(keys()) < 6


def test_the_open_card_shows_whether_the_keys_act_on_it(review: Reviewing) -> None:
    ink = review.window.frame.theme.color("accent")

    def ring() -> bool:
        shot = card(review).grab().toImage()
        return bool(shot.pixelColor(1, shot.height() // 2) == ink)

    assert review.list.hasFocus()
    assert ring()
    review.window.frame.source.article.setFocus()
    assert not ring()
    QTest.keyClick(review.window.focusWidget(), Qt.Key.Key_Escape)
    assert review.list.hasFocus()
    assert ring()
