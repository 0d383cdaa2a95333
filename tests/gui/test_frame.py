from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QScrollArea

from tests.gui.lending import lending

# What the offscreen platform says of dialogs and of several windows; a real one has no such limits.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]


@pytest.fixture
def lent(standing: Open) -> Iterator[Open]:
    """Return what lends the window of a file that these tests share."""
    with lending(standing) as lend:
        yield lend


@pytest.fixture(scope="module")
def narrow(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of a sample for a window that is narrow."""
    copy = tmp_path_factory.mktemp("narrow") / "narrow.briefing"
    copy.write_bytes((root / "resources" / "examples" / "kidd-19.briefing").read_bytes())
    return copy


def test_the_sidebar_lists_files_and_opens_them(opened: Open, kidd: Path, changed_copy: Change) -> None:
    own = changed_copy(kidd, lambda tree: tree)
    window = opened(own)
    assert not window.actions_by_id["sidebar"].isChecked()  # 1280 px: not of itself
    window.actions_by_id["sidebar"].trigger()
    side = window.frame.side
    assert side.isVisible()
    assert side.entries[0].text() == "19th Korea-U.S. Integrated Defense Dialogue"
    assert own.name in side.entries[0].accessibleName()
    assert str(own) in side.entries[0].toolTip()
    assert side.entries[0].on
    wanted: list[list[Path]] = []
    window.files_wanted.connect(wanted.append)
    side.entries[0].setFocus()
    QTest.keyClick(side.entries[0], Qt.Key.Key_Down)
    assert side.entries[1].hasFocus()
    QTest.keyClick(side.entries[1], Qt.Key.Key_Return)
    assert wanted == [[window.samples()[0][0]]]
    window.actions_by_id["sidebar"].trigger()
    assert not side.isVisible()


def test_a_file_that_is_gone_is_told_and_taken_off_the_list(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    settings = window.settings
    settings.change(recent=("/nowhere/gone.briefing",))
    window.actions_by_id["sidebar"].trigger()
    gone = next(entry for entry in window.frame.side.entries if entry.text() == "gone")
    assert "gone" in gone.accessibleName()
    gone.click()
    status = window.frame.status
    assert "moved or deleted" in status.text.text()
    status._buttons[0].click()
    assert "/nowhere/gone.briefing" not in settings.now.recent
    assert "gone" not in [entry.text() for entry in window.frame.side.entries]


def test_a_title_stands_in_two_lines_of_the_sidebar_and_is_cut_there(
    lent: Open, kidd: Path, tmp_path: Path
) -> None:
    words = "A title so long that it needs more lines than the two that a row of the sidebar has for it"
    (tmp_path / "long.briefing").touch()
    window = lent(kidd)
    window.settings.opened(tmp_path / "long.briefing", words)
    window.actions_by_id["sidebar"].trigger()
    entry = next(each for each in window.frame.side.entries if each.text() == words)
    first, second = entry.lines(entry.width())
    assert words.startswith(first)
    assert second.endswith("…")
    short = window.frame.side.entries[-1]
    assert entry.height() >= entry.heightForWidth(entry.width()) > short.heightForWidth(9_999)
    assert len(entry.lines(9_999)) == 1
    assert words in entry.accessibleName()


def test_the_keyboard_stays_in_the_sidebar_when_settings_change(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.actions_by_id["sidebar"].trigger()
    window.frame.side.take_focus()
    entry = window.focusWidget()
    window.settings.change(export_wide=not window.settings.now.export_wide)
    assert window.focusWidget() is entry


def test_panes_come_and_go_in_their_own_window_and_in_the_next(
    session: Session, opened: Open, kidd: Path, vksd: Path, tmp_path: Path
) -> None:
    first = opened(kidd)
    second = opened(vksd)
    second.actions_by_id["sidebar"].trigger()
    second.actions_by_id["source"].trigger()
    first.pick("a5")
    for window, side in ((first, False), (second, True)):
        assert window.actions_by_id["sidebar"].isChecked() is side
        assert window.frame.place_of_side.isVisible() is side
        assert window.frame.source_shown is not side
    copy = tmp_path / "copy.briefing"
    copy.write_bytes(kidd.read_bytes())
    third = opened(copy)
    assert third.frame.place_of_side.isVisible()
    assert not third.frame.source_shown


def test_in_a_narrow_window_the_sidebar_lies_over_the_brief(lent: Open, narrow: Path, qtbot: QtBot) -> None:
    window = lent(narrow, width=960, height=600)
    qtbot.waitUntil(lambda: window.frame.fit.overlay)
    width = window.frame.brief.width()
    window.actions_by_id["sidebar"].trigger()
    assert window.frame.side.isVisible()
    assert window.frame.brief.width() == width
    window.actions_by_id["sidebar"].trigger()
    assert not window.frame.side.isVisible()


def test_escape_takes_away_what_lies_over_the_brief(lent: Open, narrow: Path, qtbot: QtBot) -> None:
    window = lent(narrow, width=960, height=600)
    qtbot.waitUntil(lambda: window.frame.fit.overlay)
    window.pick("a5")
    panes: tuple[tuple[Id, str], ...] = (("sidebar", "side"), ("source", "source"))
    for pane, name in panes:
        window.actions_by_id[pane].trigger()
        shown = getattr(window.frame, name)
        assert shown.isVisible()
        window.frame.brief.setFocus()
        QTest.keyClick(window.frame.brief, Qt.Key.Key_Escape)
        assert not shown.isVisible()
        assert not window.actions_by_id[pane].isChecked()
    window.actions_by_id["sidebar"].trigger()
    window.frame.side.take_focus()
    QTest.keyClick(window.frame.side.entries[0], Qt.Key.Key_Escape)
    assert not window.frame.side.isVisible()
    assert window.isVisible()


def test_a_file_that_goes_after_it_was_listed_is_told_in_the_line(
    lent: Open, narrow: Path, changed_copy: Change, tmp_path: Path, qtbot: QtBot
) -> None:
    window = lent(narrow, width=960, height=600)
    qtbot.waitUntil(lambda: window.frame.fit.overlay)
    path = changed_copy(narrow, lambda tree: tree)
    window.settings.opened(path, "A briefing that goes")
    window.actions_by_id["sidebar"].trigger()
    entry = next(each for each in window.frame.side.entries if each.text() == "A briefing that goes")
    path.unlink()
    entry.click()
    assert window.document.briefing is not None
    assert window.frame.status.text.text() == f"{path} is gone: it was moved or deleted."
    window.settings.forget(str(path))


def test_f6_goes_round_the_panes_that_lie_over_the_brief(lent: Open, narrow: Path, qtbot: QtBot) -> None:
    window = lent(narrow, width=960, height=600)
    qtbot.waitUntil(lambda: window.frame.fit.overlay)
    window.actions_by_id["sidebar"].trigger()
    window.actions_by_id["source"].trigger()
    window.frame.brief.setFocus()
    panes = (window.frame.toolbar, window.frame.side, window.frame.views, window.frame.source)
    for key, way in (
        (Qt.KeyboardModifier.NoModifier, [3, 0, 1, 2]),
        (Qt.KeyboardModifier.ShiftModifier, [1, 0, 3, 2]),
    ):
        seen = []
        for _ in range(4):
            QTest.keyClick(window, Qt.Key.Key_F6, key)
            seen.append(next(n for n, pane in enumerate(panes) if pane.isAncestorOf(window.focusWidget())))
        assert seen == way


def test_brackets_go_from_passage_to_passage_wherever_the_keyboard_is(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("a1")
    assert len(window.selection.marks) == 2
    window.frame.brief.reveal(focus=True)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_BracketRight)
    assert window.selection.mark == 1
    window.actions_by_id["source"].trigger()
    window.actions_by_id["previous-passage"].trigger()
    assert window.selection.mark == 0
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_BracketLeft)
    assert window.selection.mark == 0
    window.actions_by_id["source"].trigger()
    window.frame.source.article.setFocus()
    QTest.keyClick(window.frame.source.article, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.selection.mark == 1


def test_the_list_of_keys_shows_each_line_whole(lent: Open, kidd: Path, qtbot: QtBot) -> None:
    window = lent(kidd)
    window.actions_by_id["shortcuts"].trigger()
    dialog = next(each for each in window.findChildren(QDialog) if each.windowTitle() == "Keyboard shortcuts")
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    bar = scroll.verticalScrollBar()

    def last_can_be_seen() -> bool:
        bar.setValue(bar.maximum())  # on a small screen; on others it is at its end at once
        ends = [label.mapTo(scroll.viewport(), label.rect().bottomRight()) for label in labels]
        room = scroll.viewport().size()
        return max(end.y() for end in ends) < room.height() and max(end.x() for end in ends) < room.width()

    qtbot.waitUntil(last_can_be_seen)
    high = window.screen().availableGeometry().height()
    assert bar.maximum() == 0 or dialog.height() >= high * 8 // 10  # it scrolls only where there is no room
    dialog.reject()


def test_what_a_drop_will_do_is_told_over_the_briefing(lent: Open, kidd: Path, vksd: Path) -> None:
    window = lent(kidd)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(vksd))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window.frame, entering)
    assert window.frame.drop_over.isVisible()
    assert window.frame.drop_over.words == "Open vksd-14.briefing"
    assert window.frame.drop_over.size() == window.frame.size()
    QApplication.sendEvent(window.frame, QDragLeaveEvent())
    assert not window.frame.drop_over.isVisible()


def test_the_menu_of_an_item_picks_it_and_offers_what_can_be_done(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    row = next(row for row in window.frame.brief.rows() if row.item == "a5" and not row.reference)
    window.frame.brief.ensureWidgetVisible(row.widget)
    inside = row.widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, inside, row.widget.mapToGlobal(inside))
    QApplication.sendEvent(row.widget, event)
    assert window.selection.item == "a5"
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    words = [action.text().replace("&", "") for action in menu.actions()]
    assert words[:3] == ["Show passage", "Copy item with citation", "Edit item…"]
    assert "Record outcome…" not in words  # it is no meeting
    menu.actions()[1].trigger()
    menu.close()
    copied = QGuiApplication.clipboard().mimeData()
    assert "Yonhap" in copied.text()
    assert "en.yna.co.kr" in copied.html()


def test_help_tells_of_every_sign_and_opens_no_page(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.actions_by_id["help"].trigger()
    dialog = next(each for each in window.findChildren(QDialog) if each.windowTitle() == "Help")
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for word in (
        "Agreed",
        "Reaffirmed",
        "Pledged",
        "Assessed",
        "Discussed",
        "possible",
        "Delayed",
        "Unchecked",
    ):
        assert word in told, word
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_diagnostics_hold_versions_and_no_file_name(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.actions_by_id["diagnostics"].trigger()
    told = QGuiApplication.clipboard().text()
    assert "PySide6_Essentials" in told
    assert "Scheme light" in told
    assert "kidd" not in told.lower()


def test_about_names_the_licence_of_every_part(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.actions_by_id["about"].trigger()
    dialog = next(each for each in window.findChildren(QDialog) if each.windowTitle() == "About Briefing")
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "typst" in told
    assert sum("LGPL" in text for text in told) == len(("PySide6_Essentials", "shiboken6", "tld"))
    dialog.reject()


def test_back_and_forward_go_between_items(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    for item in ("a1", "a5", "m1"):
        window.pick(item)
    window.actions_by_id["back"].trigger()
    assert window.selection.item == "a5"
    window.actions_by_id["back"].trigger()
    assert window.selection.item == "a1"
    window.actions_by_id["forward"].trigger()
    assert window.selection.item == "a5"


def test_what_was_said_still_stands_after_a_change_of_text_size(lent: Open, kidd: Path, qtbot: QtBot) -> None:
    window = lent(kidd)
    window.frame.status.say("Kept.")
    before = window.frame
    window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: window.frame is not before and window.frame.status.isVisible())
    assert window.frame.status.text.text() == "Kept."
    window.frame.status.close_line()


def test_arrows_start_from_the_row_with_the_keyboard(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("o1")
    rows = [row for row in window.frame.brief.rows() if row.widget.isVisible()]
    at = next(n for n, row in enumerate(rows) if row.item == "a5" and not row.reference)
    rows[at].widget.setFocus()
    QTest.keyClick(rows[at].widget, Qt.Key.Key_Down)
    assert window.selection.item == rows[at + 1].item


def test_home_and_end_go_to_the_ends_of_the_brief(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    bar = window.frame.brief.verticalScrollBar()
    window.frame.brief.rows()
    QTest.keyClick(window.frame.brief, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(window.frame.brief, Qt.Key.Key_Home)
    assert bar.value() == 0
