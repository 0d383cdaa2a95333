"""Finding in a real window: what is found, how it is marked, and where one is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.finder import finder_of
from briefing_app.gui.panels.article_found import ArticleFound
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.panels.review import ReviewView
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.widgets.found import FoundOver
from tests.gui.finding_steps import bar_of, find, framed, marked, press, seen
from tests.gui.lent import lent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(standing: Open, vksd: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    with lent(standing(vksd), qtbot) as found:
        yield found


@pytest.fixture
def editor(_shared_session: Session, window: MainWindow) -> Editor:
    return editor_of(_shared_session, window)


def test_a_match_selects_its_item_and_scrolls_there(window: MainWindow, qtbot: QtBot) -> None:
    before = window.frame.brief.verticalScrollBar().value()
    finder = find(window, "TANKER", qtbot)
    bar = bar_of(window)
    assert bar.field.hasFocus()
    assert bar.count.text() == f"1 of {len(finder.matches)}"
    assert framed(window.frame.brief) == ["tanker"]
    (row,) = [each for each in window.frame.brief.rows() if each.item == window.selection.item]
    assert row.live is not None
    top = row.live.mapTo(window.frame.brief.viewport(), QPoint()).y()
    assert 0 <= top < window.frame.brief.viewport().height()
    assert window.frame.brief.verticalScrollBar().value() != before


def test_next_and_previous_go_round_and_say_so(window: MainWindow, qtbot: QtBot) -> None:
    finder = find(window, "minister", qtbot)
    bar, count = bar_of(window), len(finder.matches)
    assert count > 10
    press(KEY.Key_Return)
    assert bar.count.text() == f"2 of {count}"
    press(KEY.Key_Return, SHIFT)
    press(KEY.Key_Return, SHIFT)
    assert bar.count.text() == f"{count} of {count}, from the end again"
    window.actions_by_id["find-next"].trigger()
    assert bar.count.text() == f"1 of {count}, from the beginning again"
    window.actions_by_id["find-previous"].trigger()
    window.actions_by_id["find-previous"].trigger()
    assert bar.count.text() == f"{count - 1} of {count}"
    bar.next.click()
    assert bar.count.text() == f"{count} of {count}"


@pytest.mark.parametrize("words", ["minister", "2025", "foc"])
def test_what_is_counted_is_what_is_marked(window: MainWindow, qtbot: QtBot, words: str) -> None:
    finder = find(window, words, qtbot)
    counted = [match for match in finder.matches if match.spot.side == "brief"]
    assert counted
    qtbot.waitUntil(lambda: marked(window.frame.brief) == len(counted))
    qtbot.waitUntil(lambda: len(framed(window.frame.brief)) == 1)
    for _ in range(len(counted)):
        if finder.matches[finder.current].spot.side == "brief":
            match = finder.matches[finder.current]
            assert framed(window.frame.brief) == [match.spot.text[match.start : match.end]]
        finder.step(1)


def test_a_folded_name_is_found_and_unfolded(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.frame.brief.findChildren(Participants)[0]
    assert not panel.unfolded
    find(window, "karrenfell", qtbot)
    row = next(each for each in window.frame.brief.rows() if each.item == window.selection.item)
    assert row.live is not None
    assert row.live.isVisible()
    assert panel.unfolded
    assert framed(window.frame.brief) == ["Karrenfell"]


def test_case_and_accents_are_forgiven(window: MainWindow, qtbot: QtBot) -> None:
    finder = find(window, "quandt-osso", qtbot)
    assert {match.spot.side for match in finder.matches} == {"brief", "source"}
    assert finder.matches[0].spot.text[finder.matches[0].start :][:11] == "Quandt-Ossó"


def test_what_is_no_item_is_found_too(window: MainWindow, qtbot: QtBot) -> None:
    bar_of(window).field.setText("deserve a question")  # of the comment
    qtbot.waitUntil(lambda: framed(window.frame.brief) == ["deserve a question"])
    (over,) = [
        each
        for each in window.frame.brief.findChildren(FoundOver)
        if not each.isHidden() and each.current == 0
    ]
    top = over.mapTo(window.frame.brief.viewport(), QPoint()).y()
    assert -over.height() < top < window.frame.brief.viewport().height()
    assert window.selection.item == ""


def test_it_looks_where_it_is_told(window: MainWindow, qtbot: QtBot) -> None:
    finder = find(window, "minister", qtbot)
    both = len(finder.matches)
    bar = bar_of(window)
    sides = {}
    for where, toggle in bar._toggles.items():
        toggle.click()
        qtbot.waitUntil(lambda: finder.settled)
        sides[where] = {match.spot.side for match in finder.matches}
        assert bar.field.hasFocus()
    assert sides == {"both": {"brief", "source"}, "brief": {"brief"}, "source": {"source"}}
    assert marked(window.frame.brief) == 0
    assert seen(window) != ""
    bar._toggles["both"].click()
    qtbot.waitUntil(lambda: finder.settled)
    assert len(finder.matches) == both


def test_a_match_in_another_source_shows_that(window: MainWindow, qtbot: QtBot) -> None:
    finder = find(window, "minister", qtbot)
    second = next(n for n, match in enumerate(finder.matches) if match.spot.key == "s2")
    while finder.current != second:
        press(KEY.Key_Return)
    assert window.frame.source.source == "s2"
    assert seen(window).casefold() == "minister"


def test_nothing_found_says_so(window: MainWindow, qtbot: QtBot) -> None:
    finder = find(window, "xyzzy", qtbot)
    bar = bar_of(window)
    assert bar.count.text() == "Nothing found"
    assert not bar.next.isEnabled()
    press(KEY.Key_Return)
    assert finder.current == -1
    find(window, " ", qtbot)
    assert bar.count.text() == ""
    assert marked(window.frame.brief) == 0


def test_esc_takes_the_marks_away_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.source.article.setFocus()
    find(window, "minister", qtbot)
    press(KEY.Key_Escape)
    assert finder_of(window).bar is None
    assert QApplication.focusWidget() is window.frame.source.article
    assert marked(window.frame.brief) == 0
    over = window.frame.source.findChild(ArticleFound)
    assert over is None or over.seen() == []
    window.frame.brief.setFocus()
    find(window, "tanker", qtbot)
    press(KEY.Key_Escape)
    row = QApplication.focusWidget()
    assert getattr(row, "item", "") == window.selection.item != ""


def test_the_selected_words_are_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    article = window.frame.source.article
    cursor = article.document().find("combined command")
    article.setTextCursor(cursor)
    bar = bar_of(window)
    assert bar.field.text() == "combined command"
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    article.setTextCursor(cursor)
    window.actions_by_id["find"].trigger()
    assert bar.field.text() == "combined command"
    assert bar.field.selectedText() == "combined command"


def test_f3_without_a_bar_opens_it_with_the_last_words(window: MainWindow, qtbot: QtBot) -> None:
    find(window, "tanker", qtbot)
    press(KEY.Key_Escape)
    window.actions_by_id["find-next"].trigger()
    assert bar_of(window).field.text() == "tanker"
    qtbot.waitUntil(lambda: finder_of(window).settled)
    assert bar_of(window).count.text().startswith("1 of ")


def test_it_begins_at_the_selected_item(window: MainWindow, qtbot: QtBot) -> None:
    window.pick("m12")
    finder = find(window, "minister", qtbot)
    assert finder.matches[finder.current].spot.key == "m12"


def test_back_leads_to_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.frame.brief.verticalScrollBar()
    window.pick("a5")
    window.frame.brief.reveal()
    qtbot.wait(10)
    there = bar.value()
    find(window, "minister", qtbot)
    for _ in range(3):
        press(KEY.Key_Return)
    assert window.selection.item != "a5"
    press(KEY.Key_Escape)
    window.actions_by_id["back"].trigger()
    qtbot.wait(10)
    assert window.selection.item == "a5"
    assert abs(bar.value() - there) <= 2
    window.actions_by_id["forward"].trigger()
    assert window.selection.item != "a5"


def test_back_leads_from_a_source_to_the_top_that_one_came_from(window: MainWindow, qtbot: QtBot) -> None:
    article = window.frame.source.article.verticalScrollBar()
    assert window.selection.item == ""
    bar_of(window)._toggles["source"].click()
    find(window, "opposition deputies", qtbot)
    assert article.value() > 0
    press(KEY.Key_Escape)
    window.actions_by_id["back"].trigger()
    qtbot.wait(10)
    assert article.value() == 0


def test_a_window_drawn_anew_goes_on_finding(
    opened: Open, vksd: Path, settings: Settings, qtbot: QtBot
) -> None:
    window = opened(vksd)
    finder = find(window, "minister", qtbot)
    press(KEY.Key_Return)
    before = bar_of(window)
    settings.change(text_size=120)
    qtbot.waitUntil(lambda: finder.bar is not None and finder.bar is not before)
    qtbot.waitUntil(lambda: finder.settled)
    bar = bar_of(window)
    assert bar.field.text() == "minister"
    assert bar.count.text() == f"2 of {len(finder.matches)}"
    assert bar.field.hasFocus()
    assert len(framed(window.frame.brief)) == 1


def test_an_edit_is_found_at_once(window: MainWindow, editor: Editor, qtbot: QtBot) -> None:
    finder = find(window, "ammunition", qtbot)
    count = len(finder.matches)
    window.pick(finder.matches[0].spot.key)
    window.actions_by_id["delete"].trigger()
    qtbot.waitUntil(lambda: finder.settled)
    assert len(finder.matches) == count - 1
    editor.undo()
    qtbot.waitUntil(lambda: finder.settled)
    assert len(finder.matches) == count


def test_a_review_is_looked_through(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["review"].trigger()
    held = window.frame.holder.held
    assert held is not None
    view = held.view
    assert isinstance(view, ReviewView)
    finder = find(window, "tanker", qtbot)
    assert bar_of(window).field.hasFocus()
    assert view.open == finder.matches[0].spot.key
    assert {match.spot.side for match in finder.matches} == {"brief", "source"}
    qtbot.waitUntil(lambda: framed(view) == ["tanker"])
    press(KEY.Key_Return)
    assert finder.matches[finder.current].spot.side == "source"
    assert seen(window) == "tanker"
    press(KEY.Key_Escape)
    assert QApplication.focusWidget() is view
    assert marked(view) == 0
    view.left.emit()


def test_a_review_that_ends_leaves_the_brief_to_be_found_in(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["review"].trigger()
    finder = find(window, "tanker", qtbot)
    held = window.frame.holder.held
    assert held is not None
    assert isinstance(held.view, ReviewView)
    held.view.left.emit()
    qtbot.waitUntil(lambda: finder.settled)
    qtbot.waitUntil(lambda: marked(window.frame.brief) == 1)


def test_a_source_over_the_brief_makes_way(opened: Open, vksd: Path, qtbot: QtBot) -> None:
    window = opened(vksd, width=960, height=600)
    finder = find(window, "minister", qtbot)
    source = next(n for n, match in enumerate(finder.matches) if match.spot.side == "source")
    while finder.current != source:
        press(KEY.Key_Return)
    assert window.frame.source_shown
    assert seen(window) != ""
    press(KEY.Key_Return, SHIFT)
    assert not window.frame.source_shown
    assert bar_of(window).field.hasFocus()


def test_the_bar_goes_with_the_briefing(window: MainWindow, faulty: Path, qtbot: QtBot) -> None:
    find(window, "minister", qtbot)
    window.show_snapshot(read_snapshot(faulty))
    assert finder_of(window).bar is None
    window.actions_by_id["find"].trigger()
    assert not window.actions_by_id["find"].isEnabled()


def test_marks_are_seen(window: MainWindow, qtbot: QtBot) -> None:
    find(window, "tanker", qtbot)
    qtbot.wait(20)
    (over,) = [each for each in window.frame.brief.findChildren(FoundOver) if each.current == 0]
    area = over.areas(*over.spans[0])[0]
    corner = over.mapTo(window, area.topLeft().toPoint())
    image = window.grab().toImage()
    colours = {
        image.pixelColor(corner.x() + x, corner.y() + y).name()
        for x in range(-2, int(area.width()) + 2)
        for y in range(int(area.height()))
    }
    assert window.frame.theme.color("markLine").name() in colours
    assert len(colours) > 2


def test_finding_leads_back_to_the_brief(window: MainWindow, qtbot: QtBot) -> None:
    other = QWidget()
    window.frame.views.addWidget(other)
    window.frame.views.setCurrentWidget(other)
    find(window, "tanker", qtbot)
    assert window.frame.views.currentWidget() is window.frame.brief
    assert framed(window.frame.brief) == ["tanker"]
    window.frame.views.removeWidget(other)
    other.deleteLater()
