"""The card in which an item is edited: how it reads dates, what it says, and that it loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.gui.panels.field_rows import DateRow
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.chips import ActChip
from briefing_app.gui.widgets.timeline import TimelineRow
from briefing_app.model.items import When
from briefing_app.model.problems import Problem
from tests.gui.edit_steps import card_of, edit, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.gui.panels.status import StatusLine

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
_Buttons = QMessageBox.StandardButton


@pytest.fixture
def window(lent_copy: MainWindow) -> MainWindow:
    return lent_copy


def offer_of(status: StatusLine, words: str) -> Button:
    """Return the button of what is offered now."""
    return next(
        each for each in status.findChildren(Button) if each.accessibleName() == words and each.isVisible()
    )


def date_row(card: EditCard) -> DateRow:
    row = card.form.rows["when"]
    assert isinstance(row, DateRow)
    return row


def test_a_bare_month_is_read_as_the_field_speaks(window: MainWindow, editor: Editor) -> None:
    editor.open("", "meetings")
    when = card_of(editor).form.rows["when"]
    when.set_text("March")
    ahead = when.state.value
    card_of(editor).form.rows["outcome.state"].set_text("held")
    behind = when.state.value
    assert isinstance(ahead, When)
    assert isinstance(behind, When)
    assert (ahead.edtf, behind.edtf) == ("2025-03", "2024-03")
    assert isinstance(when, DateRow)
    assert when.exact.text() == "2024-03"
    editor.cancel()


def test_a_date_that_stands_is_not_read_anew_when_the_meeting_is_held(
    window: MainWindow, editor: Editor
) -> None:
    card = edit(window, editor, "m1")
    before = card.form.rows["when"].state.value
    card.form.rows["outcome.state"].set_text("held")
    assert card.form.rows["when"].state.value == before
    assert not card.form.rows["when"].differs
    editor.cancel()


def test_the_chip_of_a_date_that_passed_records_the_outcome(window: MainWindow, editor: Editor) -> None:
    row = next(
        each
        for each in window.frame.brief.findChildren(TimelineRow)
        if "Date passed" in each.accessibleName()
    )
    (chip,) = row.findChildren(ActChip)
    assert "Record outcome" in chip.toolTip()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    card = card_of(editor)
    assert window.selection.item == row.item
    outcome = card.form.rows["outcome.state"]
    assert not outcome.isHidden()
    assert outcome.has_keyboard()
    editor.cancel()


def test_what_escape_drops_can_be_brought_back(window: MainWindow, editor: Editor) -> None:
    card = edit(window, editor, "m1")
    card.form.rows["title"].set_text("a title that took a minute")
    date_row(card).set_exact("2025-04")
    card.set_evidence(())
    QTest.keyClick(card.form.rows["title"].control, Qt.Key.Key_Escape)
    status = window.frame.status
    assert status.text.text() == "What you typed was not kept."
    status.close_line()  # a second Esc, pressed in haste
    again = edit(window, editor, "m1")
    assert not again.differs
    offer_of(status, "Bring it back").click()
    again = card_of(editor)
    assert again.form.rows["title"].text() == "a title that took a minute"
    assert date_row(again).exact.text() == "2025-04"
    assert again.evidence == ()
    editor.cancel()


def test_escape_from_a_form_in_which_nothing_was_typed_says_nothing(
    window: MainWindow, editor: Editor
) -> None:
    edit(window, editor, "a5")
    press(Qt.Key.Key_Escape)
    assert editor.card is None
    assert not window.frame.status.isVisible()


def test_save_says_what_keeps_an_open_form_from_being_saved(
    window: MainWindow, editor: Editor, qtbot: QtBot
) -> None:
    editor.open("s1")
    row = card_of(editor).form.rows["url"]
    row.set_text("ftp://example.org/story")
    assert not row.wrong
    window.actions_by_id["save"].trigger()
    assert row.control.hasFocus()
    assert row.wrong
    assert window.frame.status.text.text().startswith("Not saved: the open form cannot be saved yet.")
    assert row.wrong in window.frame.status.text.text()
    told = row._told
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
    editor.cancel()


def test_what_no_field_is_at_fault_for_is_told_in_sight_below_them(
    window: MainWindow, editor: Editor
) -> None:
    card = edit(window, editor, "a5")
    window.frame.source.article.setFocus()
    card.tell((Problem("review-open", values={"n": 2}),))
    assert "2" in card.wrong
    assert any(each.hasFocus() for each in card.findChildren(QWidget))
    brief = window.frame.brief
    told = card._outcome
    below = told.mapTo(brief.viewport(), told.rect().bottomLeft()).y()
    assert 0 < below <= brief.viewport().height()
    editor.cancel()
