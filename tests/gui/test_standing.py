from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from briefing_app.gui.preferences import Standing

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
    Change = Callable[[Path, Callable[[Any], object]], Path]

STEADY = 5  # looks in a row at which the brief has the same length
NEAR = 3  # px by which a place may be off after lengths were scaled to and fro


@pytest.fixture
def read(opened: Open, qtbot: QtBot) -> Open:
    """Return what opens a file and waits until all of it is laid out."""

    def open_file(*files: Path, width: int = 1280, height: int = 800) -> MainWindow:
        window = opened(*files, width=width, height=height)
        qtbot.waitUntil(lambda: window.frame.painted)
        brief = window.frame.brief
        qtbot.waitUntil(lambda: all(row.live is not None for row in brief.rows() if row.reachable()))
        bar, lengths = brief.verticalScrollBar(), deque([-1], maxlen=STEADY)

        def steady() -> bool:
            lengths.append(bar.maximum())
            return len(lengths) == STEADY and len(set(lengths)) == 1

        qtbot.waitUntil(steady, timeout=20_000)
        return window

    return open_file


def top_of(window: MainWindow, item: str) -> int:
    """Return how far below the top of the brief the row of an item stands."""
    brief = window.frame.brief
    row = next(row for row in brief.rows() if row.item == item and not row.reference)
    return row.widget.mapTo(brief.viewport(), QPoint()).y()


def scroll_to(window: MainWindow, item: str, below: int, qtbot: QtBot) -> None:
    """Scroll the brief so that the row of an item stands `below` px under its top, once it is long enough."""
    bar = window.frame.brief.verticalScrollBar()

    def there() -> bool:
        bar.setValue(bar.value() + top_of(window, item) - below)
        return top_of(window, item) == below and bar.value() < bar.maximum()

    qtbot.waitUntil(there)


def letter_at(window: MainWindow, letter: int) -> int:
    """Return how far below the top of the article a letter stands."""
    cursor = QTextCursor(window.frame.source.article.document())
    cursor.setPosition(letter)
    return window.frame.source.article.cursorRect(cursor).top()


def marked(window: MainWindow) -> int:
    """Return how far below the top of the article the highlighted words stand."""
    first, *_ = window.frame.source.article.extraSelections()
    return letter_at(window, first.cursor.selectionStart())


def test_another_text_size_keeps_the_places_of_brief_and_article(
    read: Open, vksd: Path, qtbot: QtBot
) -> None:
    window = read(vksd)
    window.pick("a1")
    for name in ("larger", "smaller", "smaller"):
        article = window.frame.source.article
        article.verticalScrollBar().setValue(0)
        article.verticalScrollBar().setValue(marked(window) - 100)
        assert marked(window) == 100
        scroll_to(window, "a1", -4, qtbot)
        before = window.frame
        window.actions_by_id[name].trigger()
        qtbot.waitUntil(lambda before=before: window.frame is not before)  # type: ignore[misc]
        qtbot.waitUntil(lambda: window.frame.painted)
        scale = window.frame.theme.scale / before.theme.scale
        qtbot.waitUntil(lambda scale=scale: abs(top_of(window, "a1") + 4 * scale) <= NEAR)  # type: ignore[misc]
        qtbot.waitUntil(lambda scale=scale: abs(marked(window) - 100 * scale) <= NEAR)  # type: ignore[misc]
        assert window.selection.item == "a1"


def test_a_selected_row_stays_in_sight_when_the_text_grows(read: Open, vksd: Path, qtbot: QtBot) -> None:
    window = read(vksd)
    window.pick("a1")
    scroll_to(window, "a1", 640, qtbot)
    window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: window.frame.theme.scale > 1 and window.frame.painted)
    view = window.frame.brief.viewport()
    qtbot.waitUntil(lambda: abs(top_of(window, "a1") - view.height() * 9 // 10) <= NEAR)


def test_an_article_without_a_selection_keeps_the_line_at_its_top(
    read: Open, vksd: Path, qtbot: QtBot
) -> None:
    window = read(vksd)
    bar = window.frame.source.article.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(180)
    _, (letter, down), _ = window.frame.source.place()
    assert letter > 0
    before = window.frame
    window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: window.frame is not before and window.frame.painted)
    qtbot.waitUntil(lambda: abs(letter_at(window, letter) - down * window.frame.theme.scale) <= NEAR)
    assert bar is not window.frame.source.article.verticalScrollBar()


def test_a_source_that_was_open_stays_open_while_it_hides_nothing_as_the_text_grows(
    read: Open, kidd: Path, qtbot: QtBot, settings: Settings
) -> None:
    """And the keyboard stays in the article."""
    window = read(kidd)
    window.pick("a5")
    QTest.keyClick(window.frame.brief, Qt.Key.Key_S)
    for size, shown in ((120, True), (130, False), (170, False), (110, True)):
        settings.change(text_size=size)
        qtbot.waitUntil(lambda size=size: window.frame.theme.scale == size / 100)  # type: ignore[misc]
        qtbot.waitUntil(lambda: window.frame.painted)
        assert window.frame.source_shown is shown, size
        assert window.actions_by_id["source"].isChecked() is shown
        if size == 120:
            assert window.focusWidget() is window.frame.source.article
        if shown:
            assert window.frame.source.article.highlighted() != ()
        else:
            assert "cooperate" in window.frame.peek.words.text()
    assert settings.now.source_shown


def test_a_source_that_was_closed_stays_closed_and_one_opened_over_the_brief_stays_as_there_is_room(
    read: Open, kidd: Path, qtbot: QtBot, settings: Settings
) -> None:
    settings.change(source_shown=False)
    window = read(kidd)
    window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: window.frame.fit.overlay)
    assert not window.frame.source_shown
    window.actions_by_id["source"].trigger()
    assert window.frame.source_shown
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: not window.frame.fit.overlay)
    assert window.frame.source_shown


def test_a_window_that_becomes_narrow_keeps_its_source_until_it_would_hide_the_brief(
    read: Open, kidd: Path, qtbot: QtBot
) -> None:
    window = read(kidd)
    window.pick("a5")
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.frame.fit.overlay and window.frame.painted)
    pane = window.frame.source
    assert pane.isVisible()
    qtbot.waitUntil(lambda: window.frame.brief.width() == 740)
    assert pane.mapTo(window, QPoint()).x() >= 740  # beside the brief: both have room
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not pane.isVisible())
    assert window.frame.brief.width() == 1000
    assert window.frame.peek.isVisible()
    window.resize(640, 700)
    qtbot.waitUntil(lambda: window.frame.fit.stacked and window.frame.painted)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.frame.fit.stacked and window.frame.painted)
    assert not window.frame.source_shown
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.frame.source_shown)
    assert not window.frame.workspace.lies_over
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not window.frame.fit.overlay and window.frame.source_shown)


def test_a_breakpoint_keeps_the_place_in_the_brief(read: Open, vksd: Path, qtbot: QtBot) -> None:
    window = read(vksd)
    window.pick("a3")
    scroll_to(window, "a3", 60, qtbot)
    before = window.frame
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.frame is not before and window.frame.painted)
    # The old one was laid out in the new width before it went.
    qtbot.waitUntil(lambda: 0 <= top_of(window, "a3") < 200)


def test_a_file_opens_where_it_was_left(
    read: Open, opened: Open, session: Session, settings: Settings, root: Path, qtbot: QtBot
) -> None:
    samples = root / "resources" / "examples"
    kidd, vksd = samples / "kidd-19.briefing", samples / "vksd-14.briefing"
    window = read(vksd)
    window.pick("a1", 1)
    scroll_to(window, "a1", -3, qtbot)
    article = window.frame.source.article
    article.verticalScrollBar().setValue(article.verticalScrollBar().value() - 20)
    at = marked(window)
    data = vksd.read_bytes()
    opened(kidd)  # the last window's closing ends the program
    window.close()
    again = read(vksd)
    assert again is not window
    assert (again.selection.item, again.selection.mark) == ("a1", 1)
    qtbot.waitUntil(lambda: abs(top_of(again, "a1") + 3) <= NEAR)
    qtbot.waitUntil(lambda: abs(marked(again) - at) <= NEAR)
    assert vksd.read_bytes() == data
    session.quit()
    assert settings.now.known[str(vksd)].standing.item == "a1"


def test_a_file_opened_from_the_list_in_the_same_window_opens_where_it_was_left(
    read: Open, session: Session, kidd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text("{")
    window = read(kidd)
    window.pick("a5")
    scroll_to(window, "a5", 10, qtbot)
    from briefing_app.gui.session import read_snapshot

    window.show_snapshot(read_snapshot(bad))
    assert window.selection.item == ""
    session.open([kidd])
    assert session.windows == [window]
    assert window.selection.item == "a5"
    qtbot.waitUntil(lambda: abs(top_of(window, "a5") - 10) <= NEAR)


def test_an_item_that_is_there_no_longer_is_not_selected(read: Open, settings: Settings, kidd: Path) -> None:
    settings.stood(kidd, Standing(item="zz9", mark=7, row="zz9", below=5, source="s9", letter=9_999))
    window = read(kidd)
    assert window.selection.item == ""
    assert window.frame.brief.verticalScrollBar().value() == 0


def test_who_scrolls_on_is_not_taken_back(read: Open, vksd: Path, qtbot: QtBot) -> None:
    window = read(vksd)
    scroll_to(window, "a1", 40, qtbot)
    window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: window.frame.theme.scale > 1 and window.frame.painted)
    brief = window.frame.brief
    qtbot.waitUntil(lambda: brief.verticalScrollBar().value() > 0)
    QTest.keyClick(brief, Qt.Key.Key_Home)
    brief.verticalScrollBar().rangeChanged.emit(0, brief.verticalScrollBar().maximum())
    assert brief.verticalScrollBar().value() == 0
    window.memory.hold()
    assert window.frame.stay.now(window.selection).row == ""


@pytest.mark.parametrize("sample", ["kidd-19", "vksd-14"])
def test_a_file_that_was_never_left_opens_at_its_beginning_and_that_of_its_article(
    read: Open, root: Path, sample: str
) -> None:
    window = read(root / "resources" / "examples" / f"{sample}.briefing")
    assert window.selection.item == ""
    assert window.frame.brief.verticalScrollBar().value() == 0
    assert window.frame.source.article.verticalScrollBar().maximum() > 0
    assert window.frame.source.article.verticalScrollBar().value() == 0
