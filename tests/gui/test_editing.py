"""Editing in the real window: the card, its keys, undo, passages from selected words, saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMessageBox

from briefing_app.gui.citing import add_passage
from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.panels.field_rows import DateRow
from briefing_app.model.canonical import to_text
from briefing_app.workflow.arranging import remove
from briefing_app.workflow.editing import item_of
from tests.gui.edit_steps import card_of, edit, press, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
_Buttons = QMessageBox.StandardButton


@pytest.fixture
def window(lent_copy: MainWindow) -> MainWindow:
    return lent_copy


def test_an_item_is_edited_by_the_keyboard_alone(window: MainWindow, editor: Editor) -> None:
    card = edit(window, editor, "a5")
    field = card.form.rows["statement"].control
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "Build a bridge")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    assert card.form.rows["kind"].text() != item_of(shown(window), "a5").kind  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    item = item_of(shown(window), "a5")
    assert item.statement == "Build a bridge"  # type: ignore[attr-defined]
    assert item.review.state == "drafted"
    assert editor.card is None
    assert window.selection.item == "a5"
    assert "Edited" in window.windowTitle()
    assert window.actions_by_id["undo"].text() == "&Undo: edit agreement"


def test_tab_goes_round_in_the_card(window: MainWindow, editor: Editor) -> None:
    card = edit(window, editor, "a5")
    seen = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert card.isAncestorOf(focused)
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert card.save in seen
    assert card.cancel in seen
    editor.cancel()


def test_undo_and_redo_bring_back_the_bytes(window: MainWindow, editor: Editor) -> None:
    before = to_text(shown(window))
    card = edit(window, editor, "m1")
    card.form.rows["when"].set_text("in early 2025")
    card.saved.emit()
    after = to_text(shown(window))
    assert after != before
    assert window.actions_by_id["undo"].text() == "&Undo: change date of meeting"
    window.actions_by_id["undo"].trigger()
    assert to_text(shown(window)) == before
    assert "Edited" not in window.windowTitle()
    assert window.frame.status.text.text() == "Undone: change date of meeting"
    assert not window.actions_by_id["undo"].isEnabled()
    window.actions_by_id["redo"].trigger()
    assert to_text(shown(window)) == after
    assert window.selection.item == "m1"


def test_what_cannot_stand_is_told_and_the_card_stays(window: MainWindow, editor: Editor) -> None:
    before = shown(window)
    card = edit(window, editor, "a5")
    card.form.rows["parties"].set_text("QQ")
    card.saved.emit()
    assert editor.card is card
    assert shown(window) is before
    row = card.form.rows["parties"]
    assert "QQ" in row._told.text()
    assert row.control.hasFocus()
    row.set_text("Veldania, Nordmark")
    assert "new in the glossary" in row._told.text()
    card.saved.emit()
    assert "NORDMARK" in {each.abbreviation for each in shown(window).glossary}


def names_offered(line: QLineEdit) -> QAbstractItemView:
    """Return the list of names that is open below a field."""
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    return popup


@pytest.mark.qt_log_ignore(r"This plugin does not support (grabbing|propagateSizeHints|raise)")
def test_a_name_that_stands_in_full_has_no_list_over_what_is_told_of_it(
    window: MainWindow, editor: Editor
) -> None:
    line = edit(window, editor, "a5").form.rows["parties"].control
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClicks(line, "Korvath, Por")
    popup = names_offered(line)
    QTest.keyClicks(line, "tugal")
    assert not popup.isVisible()
    editor.cancel()


@pytest.mark.qt_log_ignore(r"This plugin does not support (grabbing|propagateSizeHints|raise)")
def test_escape_closes_the_list_of_names_before_the_form(window: MainWindow, editor: Editor) -> None:
    line = edit(window, editor, "a5").form.rows["parties"].control
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClicks(line, "Por")
    popup = names_offered(line)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert editor.card is not None
    assert line.text() == "Por"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert editor.card is None


def test_escape_leaves_the_item_as_it_is(window: MainWindow, editor: Editor) -> None:
    before = shown(window)
    card = edit(window, editor, "a5")
    card.form.rows["topic"].set_text("another")
    assert window.document.writing
    QTest.keyClick(card.form.rows["topic"].control, Qt.Key.Key_Escape)
    assert editor.card is None
    assert shown(window) is before
    assert not window.document.unsaved


def test_what_is_typed_survives_that_the_window_is_drawn_anew(
    opened: Open, vksd: Path, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    window = opened(vksd)
    editor = editor_of(session, window)
    card = edit(window, editor, "a5")
    card.form.rows["topic"].set_text("another")
    settings.change(scheme="dark")
    qtbot.waitUntil(lambda: editor.card is not None and editor.card is not card)
    again = card_of(editor)
    assert again.form.rows["topic"].text() == "another"
    assert again.isVisible()
    again.saved.emit()
    assert item_of(shown(window), "a5").topic == "another"  # type: ignore[attr-defined]


def test_undo_waits_while_something_is_being_edited(window: MainWindow, editor: Editor) -> None:
    edit(window, editor, "a5").form.rows["topic"].set_text("one")
    assert editor.commit()
    card = edit(window, editor, "a5")
    card.form.rows["topic"].set_text("two")
    editor.undo()
    assert editor.card is card
    assert "Save or cancel" in window.frame.status.text.text()
    editor.cancel()
    editor.undo()
    assert not window.document.unsaved


def test_a_new_item_is_filled_in_and_stands_behind_the_selected_one(
    window: MainWindow, editor: Editor
) -> None:
    window.pick("a1")
    menu = window.submenus["add-item"]
    menu.aboutToShow.emit()
    words = [each.text() for each in menu.actions()]
    assert "Agreement" in words
    assert "Event" not in words
    menu.actions()[words.index("Agreement")].trigger()
    card = card_of(editor)
    assert not card.form.rows["statement"]._told.isVisible()  # nothing was typed yet
    card.saved.emit()
    assert editor.card is card
    assert "cannot be empty" in card.form.rows["statement"]._told.text()
    card.form.rows["statement"].set_text("Meet again")
    card.form.rows["kind"].set_text("agreed")
    card.saved.emit()
    at = [each.id for each in shown(window).agreements].index("a1")
    made = shown(window).agreements[at + 1]
    assert (made.statement, made.origin) == ("Meet again", "person")
    assert window.selection.item == made.id


def select_words(window: MainWindow, words: str) -> None:
    """Select words in the article as a user does with the mouse."""
    article = window.frame.source.article
    cursor = article.document().find(words)
    assert not cursor.isNull()
    article.setTextCursor(cursor)


def test_selected_words_become_a_passage(window: MainWindow, editor: Editor) -> None:
    window.pick("a5")
    _ = window.frame.source
    count = len(item_of(shown(window), "a5").evidence)
    window.actions_by_id["add-passage"].trigger()
    assert "Select words" in window.frame.status.text.text()
    select_words(window, "liaison office in Dess")  # made up to whole words
    window.actions_by_id["add-passage"].trigger()
    evidence = item_of(shown(window), "a5").evidence
    assert len(evidence) == count + 1
    assert evidence[-1].start == "liaison office in Dessenport"
    reading = window.document.reading()
    assert reading is not None
    assert reading.found[evidence[-1]].state == "verified"
    # In an open card they come into the card, and are removed there.
    card = edit(window, editor, "a5")
    select_words(window, "three combined")
    window.actions_by_id["add-passage"].trigger()
    assert len(card.evidence) == count + 2
    card._drop(0)
    card.saved.emit()
    assert len(item_of(shown(window), "a5").evidence) == count + 1


def test_words_of_two_paragraphs_are_no_passage(window: MainWindow, editor: Editor) -> None:
    window.pick("a5")
    article = window.frame.source.article
    cursor = article.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(
        article.document().findBlockByNumber(1).position() + 10, QTextCursor.MoveMode.KeepAnchor
    )
    article.setTextCursor(cursor)
    add_passage(editor)
    assert "more than one paragraph" in window.frame.status.text.text()
    editor.open("", "gaps")
    assert card_of(editor).evidence == ()
    editor.cancel()


def test_items_are_copied_moved_and_deleted(window: MainWindow, editor: Editor) -> None:
    window.pick("a1")
    window.actions_by_id["duplicate"].trigger()
    copy = window.selection.item
    assert copy not in ("", "a1")
    window.actions_by_id["move-up"].trigger()
    ids = [each.id for each in shown(window).agreements]
    assert ids.index(copy) < ids.index("a1")
    window.actions_by_id["move-down"].trigger()
    menu = window.submenus["move-to"]
    menu.aboutToShow.emit()
    moves = {each.text(): each for each in menu.actions()}
    moves["Background"].trigger()
    assert copy in {each.id for each in shown(window).background}
    assert "Not kept there" in window.frame.status.text.text()
    window.actions_by_id["delete"].trigger()
    assert copy not in {each.id for each in shown(window).background}
    assert window.selection.item  # the row beside it
    window.pick("bottom-line")
    window.actions_by_id["delete"].trigger()
    assert "stays" in window.frame.status.text.text()
    menu.aboutToShow.emit()
    assert [each.isEnabled() for each in menu.actions()] == [False]


def test_two_names_are_merged_by_decision(window: MainWindow, editor: Editor) -> None:
    one, other = shown(window).participants[:2]
    menu = window.submenus["merge"]
    window.pick("a1")
    menu.aboutToShow.emit()
    assert [each.isEnabled() for each in menu.actions()] == [False]
    window.pick(one.id)
    menu.aboutToShow.emit()
    {each.text(): each for each in menu.actions()}[other.name].trigger()
    merged = item_of(shown(window), one.id)
    assert other.name in merged.other_names  # type: ignore[attr-defined]
    assert window.actions_by_id["undo"].text().startswith("&Undo: merge")


def test_a_move_that_cannot_be_is_told(window: MainWindow, editor: Editor) -> None:
    card = edit(window, editor, "a1")
    card.form.rows["statement"].set_text("One.\n\nTwo.")
    card.saved.emit()
    menu = window.submenus["move-to"]
    menu.aboutToShow.emit()
    {each.text(): each for each in menu.actions()}["Not in the source"].trigger()
    assert window.frame.status.isVisible()
    assert "a1" in {each.id for each in shown(window).agreements}


def test_the_whole_and_the_source_have_forms(window: MainWindow, editor: Editor) -> None:
    window.actions_by_id["edit-whole"].trigger()
    card = card_of(editor)
    card.form.rows["title"].set_text("Another title")
    card.form.rows["as_of"].set_text("no day")
    card.saved.emit()
    assert editor.card is card
    card.form.rows["as_of"].set_text("19 October 2024")
    card.saved.emit()
    assert (shown(window).title, shown(window).as_of) == ("Another title", "2024-10-19")
    assert window.windowTitle().startswith("Another title · Edited")
    window.actions_by_id["edit-source"].trigger()
    card_of(editor).form.rows["rating"].set_text("Z9")
    card_of(editor).saved.emit()
    assert editor.card is not None  # the model refuses it, and says so beside the field
    assert editor.card.form.rows["rating"]._told.isVisible()
    editor.cancel()


def test_the_outcome_of_a_meeting_is_recorded(window: MainWindow, editor: Editor) -> None:
    window.pick("a1")
    action = window.actions_by_id["record-outcome"]
    assert action.toolTip().endswith("select a meeting first")
    window.pick("m1")
    action.trigger()
    row = card_of(editor).form.rows["outcome.state"]
    assert row.isVisible()
    assert row.control.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    row.set_text("held")
    card_of(editor).saved.emit()
    meeting = next(each for each in shown(window).meetings if each.id == "m1")
    assert meeting.outcome is not None
    assert meeting.outcome.state == "held"


def test_a_date_can_be_set_beside_its_words(window: MainWindow, editor: Editor) -> None:

    row = edit(window, editor, "m1").form.rows["when"]
    assert isinstance(row, DateRow)
    row.set_text("next month")
    assert row.exact.text() == "2024-11"
    row.exact.setText("2024-12")
    row.exact.textEdited.emit("2024-12")
    row.set_text("next month or so")  # what was set by hand stays
    assert row.exact.text() == "2024-12"
    assert "December 2024" in row._told.text()
    row.exact.setText("2024-13")
    row.exact.textEdited.emit("2024-13")
    assert "2024-13" in row._told.text()
    assert not editor.commit()
    editor.cancel()


def test_what_is_read_only_cannot_be_edited(window: MainWindow, editor: Editor) -> None:
    assert window.document.snapshot is not None
    window.show_snapshot(window.document.snapshot._replace(partial=True))
    window.pick("a1")
    action = window.actions_by_id["edit-item"]
    assert not action.isEnabled()
    assert "read-only" in action.toolTip()
    editor.open("a1")
    assert editor.card is None
    editor.arrange(remove)
    assert not window.document.unsaved
