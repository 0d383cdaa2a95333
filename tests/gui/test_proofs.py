"""What words of the source prove in an open card: the item, a reading of a difference, an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.readings_field import ReadingsField
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow.editing import item_of
from tests.gui.edit_steps import card_of, edit, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.model.meetings import Meeting

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def window(lent_copy: MainWindow) -> MainWindow:
    return lent_copy


def select_words(window: MainWindow, words: str) -> None:
    """Select words in the article as a user does with the mouse."""
    article = window.frame.source.article
    article.setFocus()
    cursor = article.document().find(words)
    assert not cursor.isNull()
    article.setTextCursor(cursor)


def take_words(window: MainWindow, words: str) -> None:
    select_words(window, words)
    window.actions_by_id["add-passage"].trigger()


def readings_of(card: EditCard) -> ReadingsField:
    field = card.form.rows["readings"].control
    assert isinstance(field, ReadingsField)
    return field


def lines_in(card: EditCard) -> list[str]:
    # A new row is shown one turn of the event loop later.
    return [each.text() for each in card.findChildren(TextLine) if not each.isHidden()]


def test_a_difference_is_added_with_a_passage_for_each_reading(window: MainWindow, editor: Editor) -> None:
    window.pick("a1")
    select_words(window, "liaison office in Dess")
    menu = window.submenus["add-item"]
    menu.aboutToShow.emit()
    (offer,) = (each for each in menu.actions() if each.text() == "Difference")
    offer.trigger()
    card = card_of(editor)
    card.form.rows["about"].set_text("Where the office is")
    readings = readings_of(card)
    assert [len(each) for each in readings.proofs()] == [1, 0]
    assert "No passage yet" in lines_in(card)
    readings.entries[0].field.setFocus()
    QTest.keyClicks(readings.entries[0].field, "In Dessenport")
    QTest.keyClick(readings.entries[0].field, Qt.Key.Key_Return)  # on to the one that is empty
    assert readings.entries[1].field.hasFocus()
    QTest.keyClicks(readings.entries[1].field, "Elsewhere")
    card.saved.emit()
    assert editor.card is card
    assert "No passage proves the reading “Elsewhere”" in card.form.rows["readings"]._told.text()
    take_words(window, "three combined")
    assert [len(each) for each in readings.proofs()] == [1, 1]
    card.saved.emit()
    made = shown(window).differences[-1]
    assert [each.value for each in made.readings] == ["In Dessenport", "Elsewhere"]
    assert made.readings[0].evidence[0].start == "liaison office in Dessenport"
    assert made.evidence == ()
    assert window.selection.item == made.id


def test_the_source_stays_where_words_were_taken(window: MainWindow, editor: Editor, qtbot: QtBot) -> None:
    window.pick("a1")
    window.frame.source.show_source("s1")
    article = window.frame.source.article
    bar = article.verticalScrollBar()
    at = item_of(shown(window), "a1").evidence
    far = article.document().find("three combined")
    assert not far.isNull()
    bar.setValue(bar.maximum())
    article.setTextCursor(far)
    before = article.rect_at(far.selectionStart()).top()
    window.actions_by_id["add-passage"].trigger()
    assert len(item_of(shown(window), "a1").evidence) == len(at) + 1
    qtbot.wait(250)
    now = article.rect_at(article.document().find("three combined").selectionStart()).top()
    assert abs(now - before) <= 1
    assert any("three combined" in words for words in article.highlighted())
    assert editor.card is None


def test_readings_are_added_and_removed_in_the_card(window: MainWindow, editor: Editor) -> None:
    before = shown(window).differences[0]
    window.pick(before.id)
    take_words(window, "three combined")  # there is no telling which reading they prove
    assert "Edit the difference first" in window.frame.status.text.text()
    card = edit(window, editor, before.id)
    readings = readings_of(card)
    assert readings.proofs() == tuple(each.evidence for each in before.readings)
    assert not card.differs
    assert any("¶" in words for words in lines_in(card))
    assert not readings.entries[0].drop.isVisible()  # two it needs
    QTest.keyClick(readings.entries[0].field, Qt.Key.Key_Return)
    QTest.keyClicks(readings.entries[-1].field, "A third account")
    take_words(window, "three combined")
    take_words(window, "three combined")  # once is enough
    assert len(readings.proofs()[-1]) == 1
    window.show_document()  # drawn anew
    card = card_of(editor)
    readings = readings_of(card)
    assert readings.lines()[-1].words == "A third account"
    assert len(readings.proofs()[-1]) == 1
    (cross,) = (
        each
        for each in readings.entries[-1].findChildren(Button)
        if each.accessibleName().startswith("Remove the passage in paragraph")
    )
    cross.click()
    assert readings.proofs()[-1] == ()
    card.saved.emit()
    assert editor.card is card
    readings.entries[-1].field.setFocus()
    take_words(window, "three combined")
    QTest.mouseClick(readings.entries[0].drop, Qt.MouseButton.LeftButton)
    card.saved.emit()
    after = shown(window).differences[0].readings
    assert [each.value for each in after] == [
        *(each.value for each in before.readings[1:]),
        "A third account",
    ]
    assert after[0].evidence == before.readings[1].evidence


def test_words_taken_in_a_field_of_the_outcome_prove_the_outcome(window: MainWindow, editor: Editor) -> None:
    window.pick("m1")
    before: Meeting = item_of(shown(window), "m1")  # type: ignore[assignment]
    window.actions_by_id["record-outcome"].trigger()
    card = card_of(editor)
    assert not card.form.rows["outcome.when"].isVisible()
    take_words(window, "three combined")
    assert any(words.startswith("Outcome: 1\u00a0¶") for words in lines_in(card))
    assert card.evidence == before.evidence
    card.saved.emit()
    assert editor.card is card  # what became of it is not said yet
    assert "cannot be empty" in card.form.rows["outcome.state"]._told.text()
    card.form.rows["outcome.state"].set_text("moved")
    assert card.form.rows["outcome.when"].isVisible()
    card.form.begin("title")
    take_words(window, "liaison office in Dess")
    card.saved.emit()
    after: Meeting = item_of(shown(window), "m1")  # type: ignore[assignment]
    assert after.outcome is not None
    assert [each.start for each in after.outcome.evidence] == ["three combined"]
    assert len(after.evidence) == len(before.evidence) + 1
    # Without an outcome its passages go, too.
    card = edit(window, editor, "m1")
    card.form.rows["outcome.state"].set_text("")
    card.saved.emit()
    assert item_of(shown(window), "m1").outcome is None  # type: ignore[attr-defined]


def test_a_passage_of_the_outcome_is_removed_in_the_card(window: MainWindow, editor: Editor) -> None:
    window.pick("m1")
    window.actions_by_id["record-outcome"].trigger()
    card = card_of(editor)
    card.form.rows["outcome.state"].set_text("held")
    take_words(window, "three combined")
    card._drop_of_outcome(0)
    card.saved.emit()
    after: Meeting = item_of(shown(window), "m1")  # type: ignore[assignment]
    assert after.outcome is not None
    assert after.outcome.evidence == ()
