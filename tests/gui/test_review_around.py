"""What goes on around a review: its thread, the sentences not used, passages, the last question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.dialogs.sign_off import SignOff
from briefing_app.gui.drafts import show_unused
from briefing_app.gui.panels.choice_field import ChoiceField
from briefing_app.gui.panels.thread import Thread
from briefing_app.gui.panels.unused_card import UnusedCard
from briefing_app.gui.places import place_of, title_of
from briefing_app.gui.reviewing import Reviewing
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.widgets.text import TextLine
from tests.gui.test_signing import answer_doubts, decide_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.field_rows import FieldRow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)")


def test_where_the_file_is_no_briefing_any_more_the_thread_goes_too(
    opened: Open, vksd: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(vksd)
    sound = window.document.snapshot
    assert sound is not None
    window.actions_by_id["review"].trigger()
    assert window.findChildren(Thread)
    faulty = tmp_path / "faulty.briefing"
    faulty.write_bytes(vksd.read_bytes()[:-20])
    window.document.show(read_snapshot(faulty)._replace(path=vksd))
    window.document.show(sound)
    qtbot.waitUntil(lambda: not window.findChildren(Thread))
    window.grab()


def test_the_sentences_not_used_are_a_part_of_the_review_and_its_forms_take_passages(
    opened: Open, vksd: Path
) -> None:
    window = opened(vksd)
    window.actions_by_id["review"].trigger()
    review = window.findChildren(Reviewing)[0]
    assert show_unused(window) is None
    assert window.frame.views.currentWidget() is review.list
    assert review.list.open == review.list.unused[0].id
    assert isinstance(review.list.card, UnusedCard)
    review.list.show_item("o10")
    assert review.list.card is not None
    told = [each.text() for each in review.list.card.findChildren(TextLine)]
    assert told[told.index("Force") + 1] == "Air component"
    review.list.show_item("a5")
    assert review.list.card is not None
    review.list.card.begin_edit()
    form = review.list.card.form
    assert form is not None
    count = len(form.evidence)
    article = window.frame.source.article
    article.setTextCursor(article.document().find("three combined"))
    window.actions_by_id["add-passage"].trigger()
    assert review.list.card.form is form, "the form is saved and closed"
    assert len(form.evidence) == count + 1
    review.list.card.end_edit()
    review.leave()
    assert show_unused(window) is not None
    assert window.frame.holder.held is None


def test_the_sign_off_tells_what_goes_and_what_was_not_used(opened: Open, vksd: Path) -> None:
    window = opened(vksd)
    window.actions_by_id["review"].trigger()
    review = window.findChildren(Reviewing)[0]
    decide_all(review)
    review.review_bar.signed.emit()
    answer_doubts(review, "Sign off all the same")
    dialog = window.findChild(SignOff)
    assert dialog is not None
    gone, left = (
        "1 rejected item will be removed.",
        "1 sentence was not used and not dismissed; it stays listed.",
    )
    assert f"{gone} {left}" in [each.text() for each in dialog.findChildren(TextLine)]
    dialog.close()


def test_where_the_source_lies_over_the_brief_it_goes_from_an_open_form(opened: Open, vksd: Path) -> None:
    window = opened(vksd, width=960, height=600)
    window.pick("a1")
    window.source_side.enter()
    assert window.frame.source_shown
    window.actions_by_id["edit-item"].trigger()
    assert not window.frame.source_shown
    assert window.frame.views.currentWidget() is window.frame.brief


def test_what_was_signed_off_and_is_in_no_file_is_called_no_draft(vksd: Path) -> None:
    snapshot = read_snapshot(vksd)._replace(draft=True)
    assert snapshot.briefing is not None
    assert title_of(snapshot).endswith("· unsaved draft – Briefing")
    signed = snapshot._replace(briefing=snapshot.briefing.model_copy(update={"status": "reviewed"}))
    assert title_of(signed).endswith("· not saved yet – Briefing")
    assert place_of(signed)[1].endswith("· not saved yet")


def test_a_sentence_can_become_another_kind_of_item(lent_copy: MainWindow) -> None:
    lent_copy.actions_by_id["review"].trigger()
    (review,) = lent_copy.findChildren(Reviewing)
    unused = review.list.unused[0]
    review.list.show_item(unused.id)
    card = review.list.card
    assert isinstance(card, UnusedCard)
    card.begin_edit()

    def rows() -> dict[str, FieldRow]:
        assert card.form is not None
        return card.form.form.rows

    def choose(part: str) -> None:
        (choice,) = (each for each in card.findChildren(ChoiceField, "kinds") if not each.isHidden())
        choice.toggles[part].click()

    rows()["title"].set_text("Harbour masters")
    choose("background")
    assert set(rows()) >= {"text", "topic"}
    choose("meetings")
    assert rows()["title"].text() == "Harbour masters"  # what was typed is there again
    choose("background")
    assert card.form is not None
    card.form.saved.emit()
    briefing = lent_copy.document.briefing
    assert briefing is not None
    assert briefing.background[-1].evidence == (unused.passage,)
    assert unused.id not in {each.id for each in briefing.unused}
