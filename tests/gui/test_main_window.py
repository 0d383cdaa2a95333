from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from briefing_app.gui.panels.row_list import RowList
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.rows import ItemRow
from tests.gui.lending import lending

# What the offscreen platform says of dialogs and of several windows; a real one has no such limits.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]


@pytest.fixture
def lent(standing: Open) -> Iterator[Open]:
    """Return what lends the window of a file that these tests share."""
    with lending(standing) as lend:
        yield lend


def test_the_title_begins_with_that_of_the_briefing(lent: Open, kidd: Path) -> None:
    assert lent(kidd).windowTitle().startswith("19th Korea-U.S. Integrated Defense Dialogue")


def test_an_empty_window_offers_both_samples_and_opens_them(session: Session, opened: Open) -> None:
    window = opened()
    assert window.frame.views.currentWidget() is window.frame.first_run
    titles = [title for _, title in session.samples()]
    assert len(titles) == 2
    window.frame.first_run.sample_wanted.emit(session.samples()[0][0])
    assert len(session.windows) == 1
    assert window.windowTitle().startswith(titles[0])


def test_picking_an_item_highlights_its_words_in_the_source(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    window.pick("a1")
    article = window.frame.source.article
    assert article.highlighted() == (
        "agreed to complete the test of Full Operational Capability (FOC) without further delay",
    )
    window.pick("a1", 1)
    assert article.highlighted() != ()


def test_a_mark_of_another_source_shows_that_source(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    assert window.frame.source.source == "s1"
    window.pick("a1", 2)
    assert window.selection.place is not None
    assert window.frame.source.source == window.selection.place.source == "s2"


def test_without_its_text_a_source_shows_the_ends_of_a_passage(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("m5")
    assert window.frame.source.article.highlighted() == ("The next meeting … half of the year",)


def test_a_click_on_a_paragraph_selects_all_that_cites_it(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.frame.source.article.paragraph_clicked.emit(10)
    assert window.selection.items == ("a7", "a8")
    rows = {row.item: row.widget for row in window.frame.brief.rows() if isinstance(row.widget, ItemRow)}
    assert rows["a7"].selected
    assert rows["a8"].selected
    assert not rows["a1"].selected


@pytest.mark.parametrize("edge", ["foot", "head"])
def test_a_click_on_a_row_that_is_cut_brings_it_whole_into_sight(
    lent: Open, kidd: Path, qtbot: QtBot, edge: str
) -> None:
    window = lent(kidd, height=600)
    brief = window.frame.brief
    bar, view = brief.verticalScrollBar(), brief.viewport()
    row = next(row.widget for row in brief.rows() if row.item == "a3" and not row.reference)

    def top() -> int:
        return row.mapTo(view, QPoint()).y()

    lists = brief.findChildren(RowList)
    qtbot.waitUntil(lambda: all(each.live is not None for each in brief.rows()))
    qtbot.waitUntil(lambda: not any(each._growing.isActive() for each in lists) and bar.maximum() > 400)
    cut = view.height() - 12 if edge == "foot" else 12 - row.height()
    bar.setValue(bar.value() + top() - cut)
    assert top() == cut
    at = QPoint(row.width() // 2, 4 if edge == "foot" else row.height() - 4)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=at)
    assert window.selection.item == "a3"
    wanted = view.height() - row.height() - 8 if edge == "foot" else 8
    qtbot.waitUntil(lambda: top() == wanted)


def test_keys_go_from_row_to_row(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    rows = window.frame.brief.rows()
    for row in rows:
        QTest.keyClick(window.frame.brief, Qt.Key.Key_J)
        assert window.selection.item == row.item
    QTest.keyClick(window.frame.brief, Qt.Key.Key_Down)
    assert window.selection.item == rows[-1].item
    QTest.keyClick(window.frame.brief, Qt.Key.Key_Up)
    assert window.selection.item == rows[-2].item


def test_s_goes_to_the_passage_and_escape_comes_back(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("a5")
    QTest.keyClick(window.frame.brief, Qt.Key.Key_S)
    assert window.focusWidget() is window.frame.source.article
    QTest.keyClick(window.frame.source.article, Qt.Key.Key_Escape)
    focus = window.focusWidget()
    assert isinstance(focus, ItemRow)
    assert focus.item == "a5"


def test_escape_comes_back_from_every_control_of_the_source(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    window.pick("a1")
    controls = [each for each in window.frame.source.findChildren(Button) if each.isVisible()]
    assert len(controls) > 1
    for control in controls:
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Escape)
        assert isinstance(window.focusWidget(), ItemRow), control.accessibleName()


def test_f6_leads_to_what_the_line_at_the_foot_offers(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    pressed: list[str] = []
    window.frame.status.say("Words.", [("Do it", partial(pressed.append, "it"))])
    window.frame.source.article.setFocus()
    window.actions_by_id["next-pane"].trigger()
    focus = window.focusWidget()
    assert isinstance(focus, Button)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert pressed == ["it"]
    window.actions_by_id["next-pane"].trigger()
    assert window.frame.toolbar.isAncestorOf(window.focusWidget())


def test_f6_goes_round_the_panes(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.pick("a5")
    window.frame.brief.reveal(focus=True)
    seen = []
    for _ in range(3):
        window.actions_by_id["next-pane"].trigger()
        focus = window.focusWidget()
        panes = (window.frame.toolbar, window.frame.views, window.frame.source)
        seen.append(next(n for n, pane in enumerate(panes) if pane.isAncestorOf(focus)))
    assert seen == [2, 0, 1]
    window.actions_by_id["sidebar"].trigger()
    for _ in range(3):
        window.actions_by_id["previous-pane"].trigger()
        if window.frame.side.isAncestorOf(window.focusWidget()):
            break
    else:
        pytest.fail("Shift+F6 does not lead into the sidebar")


def test_f8_hides_and_shows_the_source_and_it_is_remembered(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    assert window.frame.source.isVisible()
    window.actions_by_id["source"].trigger()
    assert not window.frame.source.isVisible()
    assert not window.settings.now.source_shown
    window.pick("a1")
    assert window.frame.peek.isVisible()
    assert "agreed to push for a defense" in window.frame.peek.words.text()
    window.actions_by_id["source"].trigger()
    assert window.frame.source.isVisible()
    assert not window.frame.peek.isVisible()


def test_a_narrow_window_shows_the_passage_in_a_strip_and_steps_through_it(opened: Open, kidd: Path) -> None:
    window = opened(kidd, width=960, height=600)
    assert window.frame.fit.overlay
    assert not window.frame.source.isVisible()
    window.pick("a1")
    assert "agreed to push for a defense" in window.frame.peek.words.text()
    window.frame.peek.mark_wanted.emit(1)
    assert "have agreed to push" in window.frame.peek.words.text()
    window.actions_by_id["source"].trigger()
    assert window.frame.source.isVisible()
    assert window.frame.source.mapTo(window.frame.workspace, window.frame.source.rect().topRight()).x() == (
        window.frame.workspace.width() - 1
    )
    window.frame.source.article.left.emit()
    assert not window.frame.source.isVisible()


def test_the_layout_follows_the_width(opened: Open, kidd: Path, qtbot: QtBot) -> None:
    window = opened(kidd)
    for width, layout, stacked in ((1280, "normal", False), (1920, "wide", False), (700, "narrow", True)):
        window.resize(width, 800)
        qtbot.wait(1)
        assert (window.frame.fit.layout, window.frame.fit.stacked) == (layout, stacked)


def test_a_bad_file_shows_its_problems_and_opens_without_them(
    opened: Open, kidd: Path, changed_copy: Change
) -> None:
    def spoil(tree: Any) -> None:
        tree["meetings"][0]["when"]["edtf"] = "2021-13"

    bad = changed_copy(kidd, spoil)
    before = bad.read_bytes()
    window = opened(bad)
    assert window.frame.views.currentWidget() is window.frame.problems
    assert not window.actions_by_id["export-one-page"].isEnabled()
    window.frame.problems.copy_report.emit()
    report = QGuiApplication.clipboard().text()
    assert "2021-13" in report
    assert "meetings[0].when.edtf" in report
    window.frame.problems.open_without.emit()
    assert window.frame.views.currentWidget() is window.frame.brief
    assert "read-only, without 1 item" in window.windowTitle()
    assert "m1" not in {row.item for row in window.frame.brief.rows()}
    assert bad.read_bytes() == before


def test_a_mended_file_opens_when_it_is_checked_again(opened: Open, kidd: Path, changed_copy: Change) -> None:
    bad = changed_copy(kidd, lambda tree: tree.update(status="done"))
    window = opened(bad)
    assert window.frame.views.currentWidget() is window.frame.problems
    bad.write_bytes(kidd.read_bytes())
    window.frame.problems.check_again.emit()
    assert window.frame.views.currentWidget() is window.frame.brief


def test_a_file_that_is_not_there_is_a_problem_in_words(opened: Open, tmp_path: Path) -> None:
    window = opened(tmp_path / "gone.briefing")
    assert window.frame.views.currentWidget() is window.frame.problems
    assert window.document.snapshot is not None
    assert window.document.snapshot.sound_part is None


def test_an_item_is_copied_with_its_source(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    assert not window.actions_by_id["copy-citation"].isEnabled()
    window.pick("a13")
    window.actions_by_id["copy-citation"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Agreed: “Actively discuss”")
    assert text.endswith("¶14)")
    assert "Yonhap, 14\u00a0May 2021" in text


def test_a_link_is_followed_only_after_a_question(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.frame.source.link_activated.emit("https://en.yna.co.kr/view/x")
    dialog = window.findChild(QDialog)
    assert dialog is not None
    assert "en.yna.co.kr" in " ".join(
        label.text() for label in dialog.findChildren(type(window.frame.status.text))
    )
    dialog.reject()
    window.frame.brief.link_activated.emit("file:///etc/passwd")
    assert "not opened" in window.frame.status.text.text()


def test_dropped_files_open_in_a_window_each(session: Session, opened: Open, kidd: Path, vksd: Path) -> None:
    window = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(kidd)), QUrl.fromLocalFile(str(vksd)), QUrl("https://example.org/")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(window.rect().center(), action, data, buttons, keys)
    QApplication.sendEvent(window.frame, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window.frame, QDropEvent(QPointF(9, 9), action, data, buttons, keys))
    assert len(session.windows) == 2
    assert session.windows[0] is window


def test_open_asks_for_files(opened: Open, kidd: Path) -> None:
    window = opened()
    window.actions_by_id["open"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(kidd)])
    dialog.reject()
    assert window.windowTitle().startswith("19th Korea-U.S.")


def test_shortcuts_and_about_are_told(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    for name in ("shortcuts", "about"):
        window.actions_by_id[name].trigger()
        dialog = window.findChild(QDialog)
        assert dialog is not None
        assert dialog.isVisible()
        dialog.reject()
        dialog.setParent(None)
        dialog.deleteLater()


def test_every_focusable_widget_has_a_name(lent: Open, vksd: Path) -> None:
    from PySide6.QtWidgets import QWidget

    window = lent(vksd)
    reachable = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reachable) > 50
    assert [type(widget).__name__ for widget in reachable if not widget.accessibleName()] == []


def test_the_menu_bar_comes_and_goes(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    toggle = window.actions_by_id["menu-bar"]
    toggle.trigger()
    assert window.menuBar().isVisible()
    assert [action.text() for action in window.menuBar().actions()] == ["&File", "&Edit", "&View", "&Help"]
    toggle.trigger()
    assert not window.menuBar().isVisible()


def test_the_menu_of_the_toolbar_opens_below_its_button(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    window.actions_by_id["menu"].trigger()
    assert window._menu.isVisible()
    assert not window.actions_by_id["open"].icon().isNull()
    window._menu.close()


def test_full_screen_and_back(opened: Open) -> None:
    window = opened()
    window.actions_by_id["full-screen"].trigger()
    assert window.isFullScreen()
    window.actions_by_id["full-screen"].trigger()
    assert not window.isFullScreen()
