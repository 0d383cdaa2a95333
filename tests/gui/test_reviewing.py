"""The review in the real window: keys, forms, the thread, undo, what is not used, the sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.review_card import ReviewCard
from briefing_app.gui.panels.unused_card import UnusedCard
from briefing_app.gui.reviewing import Reviewing
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.widgets.button import Button
from briefing_app.workflow.editing import item_of, put
from briefing_app.workflow.reviewing import DONE
from tests.gui.edit_steps import press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.gui.panels.review import ReviewView
    from briefing_app.gui.panels.status import StatusLine
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings
    from briefing_app.model.briefing import Briefing

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def window(lent_copy: MainWindow) -> MainWindow:
    return lent_copy


def begin(window: MainWindow) -> Reviewing:
    window.actions_by_id["review"].trigger()
    return window.findChildren(Reviewing)[0]


@pytest.fixture
def review(window: MainWindow) -> Reviewing:
    return begin(window)


def shown(review: Reviewing) -> Briefing:
    assert review.window.document.briefing is not None
    return review.window.document.briefing


def state(review: Reviewing, name: str) -> str:
    return item_of(shown(review), name).review.state


def card(view: ReviewView) -> ReviewCard:
    assert isinstance(view.card, ReviewCard)
    return view.card


def offer_of(status: StatusLine, words: str) -> Button:
    """Return the button of what is offered now."""
    return next(
        each for each in status.findChildren(Button) if each.accessibleName() == words and each.isVisible()
    )


def form_of(view: ReviewView) -> EditCard:
    assert view.card is not None
    assert view.card.form is not None
    return view.card.form


def test_it_opens_at_the_first_item_that_is_not_decided(review: Reviewing) -> None:
    left = [item.id for item in review.list.order if item.review.state not in DONE]
    assert review.list.open == left[0]
    assert review.list.hasFocus()
    assert review.window.frame.toolbar.isHidden()
    assert "left before sign-off" in review.review_bar._left.text()
    assert not review.review_bar.sign.isEnabled()
    # The passage of what is open is in view in the source.
    assert review.window.selection.item == left[0]
    assert review.window.frame.source.article.highlighted()


def test_it_opens_at_the_item_that_was_selected(window: MainWindow) -> None:
    window.pick("a5")
    assert begin(window).list.open == "a5"
    window.actions_by_id["review"].trigger()  # the same key goes back
    assert not window.frame.toolbar.isHidden()
    assert window.frame.views.currentWidget() is window.frame.brief
    assert window.selection.item == "a5"


def test_keys_accept_reject_and_go_on(review: Reviewing) -> None:
    first = review.list.open
    press(Qt.Key.Key_A)
    assert state(review, first) == "accepted"
    second = review.list.open
    assert second != first
    assert state(review, second) == "drafted"
    assert review.window.actions_by_id["undo"].text().startswith("&Undo: accept")
    press(Qt.Key.Key_R)
    assert state(review, second) == "rejected"
    review.window.actions_by_id["undo"].trigger()
    assert state(review, second) == "drafted"
    assert review.list.open == second
    assert review.list.hasFocus()
    review.window.actions_by_id["redo"].trigger()
    assert state(review, second) == "rejected"
    review.list.show_item(second)
    assert card(review.list).item.id == second
    card(review.list).decided.emit("drafted")
    assert state(review, second) == "drafted"


def test_keys_go_from_item_to_item(review: Reviewing) -> None:
    names = [item.id for item in review.list.order]
    at = names.index(review.list.open)
    for key, by in ((Qt.Key.Key_J, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_K, -1), (Qt.Key.Key_Up, -1)):
        press(key)
        at += by
        assert review.list.open == names[at]
    press(Qt.Key.Key_S)
    assert review.window.frame.source.article.hasFocus()
    review.list.setFocus()
    press(Qt.Key.Key_Escape)
    assert not review.window.frame.toolbar.isHidden()


def test_a_figure_sets_the_kind(review: Reviewing) -> None:
    review.list.show_item("a5")
    press(Qt.Key.Key_1)
    item = item_of(shown(review), "a5")
    assert (item.kind, item.review.state) == ("agreed", "edited")  # type: ignore[attr-defined]
    assert review.list.open == "a5"
    card(review.list).kind_wanted.emit("assessed")
    assert item_of(shown(review), "a5").kind == "assessed"  # type: ignore[attr-defined]
    review.list.show_item("p10")
    press(Qt.Key.Key_2)  # a person has no kind
    assert state(review, "p10") == "drafted"


def test_an_item_is_edited_in_its_card(review: Reviewing, qtbot: QtBot) -> None:
    review.list.show_item("a5")
    press(Qt.Key.Key_E)
    form = form_of(review.list)
    field = form.form.rows["statement"].control
    assert field.hasFocus()
    QTest.keyClicks(field, "So: ")
    assert review.window.document.writing
    review.list.show_item("a4")  # what is typed is not dropped
    assert review.list.open == "a5"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    item = item_of(shown(review), "a5")
    assert item.statement.startswith("So: ")  # type: ignore[attr-defined]
    assert item.review.state == "edited"
    assert not review.window.document.writing
    assert review.list.open != "a5"
    review.list.show_item("a5")
    press(Qt.Key.Key_E)
    QTest.keyClick(form_of(review.list).form.rows["statement"].control, Qt.Key.Key_Escape)
    assert card(review.list).form is None
    assert review.list.hasFocus()


def test_what_cannot_stand_keeps_the_form_open(review: Reviewing) -> None:
    review.list.show_item("a5")
    press(Qt.Key.Key_E)
    form = form_of(review.list)
    form.form.rows["parties"].set_text("QQ")
    assert not review.commit()
    review.leave()
    assert review.window.frame.toolbar.isHidden()
    form.form.rows["parties"].set_text("Veldania")
    review.leave()
    assert not review.window.frame.toolbar.isHidden()
    assert item_of(shown(review), "a5").parties == ("VELDANIA",)  # type: ignore[attr-defined]


def test_what_nothing_proves_is_not_accepted(window: MainWindow, editor: Editor) -> None:
    assert window.document.briefing is not None
    editor.apply(put(window.document.briefing, "a5", {"evidence": ()}))
    found = begin(window)
    found.list.show_item("a5")
    press(Qt.Key.Key_A)
    assert state(found, "a5") == "drafted"
    assert window.frame.status.isVisible()


def test_what_is_typed_survives_another_scheme(
    opened: Open, vksd: Path, settings: Settings, qtbot: QtBot
) -> None:
    review = begin(opened(vksd))
    review.list.show_item("a5")
    press(Qt.Key.Key_E)
    form_of(review.list).form.rows["topic"].set_text("another")
    proof = item_of(shown(review), "a4").evidence
    form_of(review.list).take(proof[0])
    before = review.list
    settings.change(scheme="dark")
    qtbot.waitUntil(lambda: review.list is not before)
    assert review.list.open == "a5"
    assert form_of(review.list).form.rows["topic"].text() == "another"
    assert review.commit()
    assert item_of(shown(review), "a5").topic == "another"  # type: ignore[attr-defined]
    assert item_of(shown(review), "a5").evidence[-1] == proof[0]


def test_a_sentence_is_dismissed_or_made_an_item(review: Reviewing) -> None:
    unused = review.list.unused[0]
    review.list.show_item(unused.id)
    assert isinstance(review.list.card, UnusedCard)
    assert review.window.frame.source.article.highlighted()
    press(Qt.Key.Key_A)  # decides nothing here
    press(Qt.Key.Key_R)
    assert all(each.id != unused.id or each.dismissed for each in shown(review).unused)
    review.window.actions_by_id["undo"].trigger()
    review.list.show_item(unused.id)
    press(Qt.Key.Key_E)
    form = form_of(review.list)
    assert form.form.rows["title"].text()
    assert form.evidence == (unused.passage,)
    count = len(shown(review).meetings)
    form.saved.emit()
    assert len(shown(review).meetings) == count + 1
    assert unused.id not in {each.id for each in shown(review).unused}
    made = shown(review).meetings[-1]
    assert made.when is not None
    assert made.when.edtf == "2024-10-21"  # the Monday that is to come
    assert made.review.state == "edited"  # who made it in a review has seen it


def test_a_form_for_a_sentence_can_be_left(review: Reviewing) -> None:
    unused = review.list.unused[0]
    review.list.show_item(unused.id)
    press(Qt.Key.Key_E)
    assert review.list.card is not None
    review.list.card.end_edit()
    assert review.list.card.form is None
    press(Qt.Key.Key_Escape)
    assert not review.window.frame.toolbar.isHidden()


def test_the_thread_joins_card_and_passage(review: Reviewing, qtbot: QtBot) -> None:
    qtbot.wait(50)
    over = review.window.frame.workspace
    found = review.thread_over._ends(over)
    assert found is not None
    start, place, away = found
    assert start.x() < place.left()
    assert away == 0
    bar = review.window.frame.source.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    found = review.thread_over._ends(over)
    assert found is not None
    assert found[2] == -1
    review.window.actions_by_id["source"].trigger()
    assert review.thread_over._ends(over) is None
    review.window.actions_by_id["source"].trigger()
    review.list.show_item(next(item.id for item in review.list.order if not item.evidence))
    assert review.thread_over._ends(over) is None or review.list.card is not None


def test_it_stands_in_a_narrow_window(opened: Open, copy: Path) -> None:
    window = opened(copy, width=640, height=480)
    found = begin(window)
    press(Qt.Key.Key_A)
    assert found.thread_over._ends(window.frame.workspace) is None
    found.list.show_item("a5")
    press(Qt.Key.Key_E)
    assert form_of(found.list).isVisible()
    found.list.card.end_edit()  # type: ignore[union-attr]


def test_another_file_ends_it(opened: Open, vksd: Path, kidd: Path) -> None:
    review = begin(opened(vksd))
    review.window.show_snapshot(read_snapshot(kidd))
    assert review.list.order  # of the other file
    review.window.show_snapshot(read_snapshot(kidd)._replace(briefing=None))
    assert not review.window.frame.toolbar.isHidden()


# ------------------------------------------------------------------------------------- keys of one letter


def test_single_letters_can_be_turned_off_and_then_neither_work_nor_are_told(
    opened: Open, session: Session, vksd: Path, qtbot: QtBot
) -> None:
    review = begin(opened(vksd))
    assert {"A", "E", "R"} <= caps(review)
    turn = review.window.actions_by_id["letter-keys"]
    assert turn.isChecked()
    turn.trigger()
    qtbot.waitUntil(lambda: not review.window.frame.theme.letters)
    assert not caps(review)
    before, name = shown(review), review.list.open
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_E, Qt.Key.Key_3, Qt.Key.Key_J):
        press(key)
    assert (shown(review), review.list.open, card(review.list).form) == (before, name, None)
    assert not review.window.actions_by_id["next-passage"].shortcuts()
    press(Qt.Key.Key_Down)
    assert review.list.open != name
    press(Qt.Key.Key_Up)
    assert (review.list.open, state(review, name)) == (name, "drafted")
    card(review.list).accept.click()
    assert state(review, name) == "accepted"
    turn.trigger()
    qtbot.waitUntil(lambda: review.window.frame.theme.letters)
    assert {"A", "E", "R"} <= caps(review)
    assert session.new_window().actions_by_id["next-passage"].shortcuts()


def caps(review: Reviewing) -> set[str]:
    """Return the keys of one letter that are told on the open card."""
    buttons = card(review.list).findChildren(Button)
    return {each._key for each in buttons if len(each._key) == 1}
