"""What a review offers: parties in its rows, what was typed in a form, words in place of those gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.panels.review_card import ReviewCard
from briefing_app.gui.panels.review_rows import ReviewRow
from briefing_app.gui.reviewing import Reviewing
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.chips import PartyChip
from briefing_app.model.article import article_digest
from briefing_app.model.outline import chips, party_name
from briefing_app.workflow.editing import item_of
from tests.gui.edit_steps import press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.gui.panels.review import ReviewView
    from briefing_app.gui.panels.status import StatusLine
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


def card(view: ReviewView) -> ReviewCard:
    assert isinstance(view.card, ReviewCard)
    return view.card


def form_of(view: ReviewView) -> EditCard:
    assert view.card is not None
    assert view.card.form is not None
    return view.card.form


def offer_of(status: StatusLine, words: str) -> Button:
    """Return the button of what is offered now."""
    return next(
        each for each in status.findChildren(Button) if each.accessibleName() == words and each.isVisible()
    )


def test_rows_name_the_parties_of_a_pledge_as_the_brief_does(review: Reviewing) -> None:
    briefing = shown(review)
    named = {each.id: chips(briefing, each) for each in briefing.agreements}
    assert any(named.values())
    assert not all(named.values())
    for n, row in review.list.rows.items():
        if n < len(review.list.order) and isinstance(row, ReviewRow):
            drawn = row.findChildren(PartyChip)
            wanted = named.get(review.list.order[n].id, ())
            assert len(drawn) == min(len(wanted), 3)
            assert all(party_name(briefing, code) in row.accessibleName() for code in wanted)


def test_tab_goes_from_the_list_to_what_can_be_decided(opened: Open, copy: Path) -> None:
    window = opened(copy, width=960, height=600)
    window.activateWindow()
    found = begin(window)
    found.list.show_item("a5")
    found.list.setFocus()
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        if focused is card(found.list).accept:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[-1] == "Accept"
    assert found.list.open == "a5"
    accept = card(found.list).accept
    below = accept.mapTo(found.list.viewport(), accept.rect().bottomLeft()).y()
    assert 0 < below <= found.list.viewport().height()


def test_what_escape_drops_from_a_form_can_be_brought_back(review: Reviewing) -> None:
    review.list.show_item("a5")
    press(Qt.Key.Key_E)
    form = form_of(review.list)
    form.form.rows["topic"].set_text("a topic that took a minute")
    QTest.keyClick(form.form.rows["topic"].control, Qt.Key.Key_Escape)
    assert card(review.list).form is None
    press(Qt.Key.Key_J)
    status = review.window.frame.status
    assert status.text.text() == "What you typed was not kept."
    offer_of(status, "Bring it back").click()
    assert review.list.open == "a5"
    assert form_of(review.list).form.rows["topic"].text() == "a topic that took a minute"
    review.commit()
    assert item_of(shown(review), "a5").topic == "a topic that took a minute"  # type: ignore[attr-defined]
    assert status.text.text() != "What you typed was not kept." or not status.isVisible()


def test_words_that_moved_are_offered_and_anchored_by_decision(
    window: MainWindow, changed_copy: Callable[[Path, Callable[[Any], object]], Path], vksd: Path
) -> None:
    def shift(tree: Any) -> None:
        source = tree["sources"][0]
        source["text"].insert(0, "A paragraph that was not there.")
        source["paragraphs"] += 1
        source["digest"] = article_digest(tuple(source["text"]))

    window.show_snapshot(read_snapshot(changed_copy(vksd, shift)))
    window.pick("a5")
    found = begin(window)
    before = item_of(shown(found), "a5").evidence
    (button,) = [
        each for each in card(found.list).findChildren(Button) if each.accessibleName() == "Use these words"
    ]
    assert item_of(shown(found), "a5").evidence == before  # nothing by itself
    button.click()
    after = item_of(shown(found), "a5").evidence
    assert after[0].paragraph == before[0].paragraph + 1
    assert window.actions_by_id["undo"].text() == "&Undo: anchor passage anew"


def test_for_words_that_are_gone_there_are_three_ways_on(
    window: MainWindow, changed_copy: Callable[[Path, Callable[[Any], object]], Path], vksd: Path
) -> None:
    def cut(tree: Any) -> None:
        source = tree["sources"][0]
        at = next(each for each in tree["agreements"] if each["id"] == "a5")["evidence"][0]["paragraph"]
        source["text"][at - 1] = "Of what stood here nothing is left but the three combined exercises."
        source["digest"] = article_digest(tuple(source["text"]))

    window.show_snapshot(read_snapshot(changed_copy(vksd, cut)))
    window.pick("a5")
    found = begin(window)
    (before,) = item_of(shown(found), "a5").evidence
    names = {each.accessibleName() for each in card(found.list).findChildren(Button) if each.isVisible()}
    assert {"Use selected words", "Remove the passage"} <= names
    assert "Use these words" not in names  # nothing is like them
    in_card(found, "Use selected words").click()
    assert window.frame.status.text.text() == "Select words in the text of the source first."
    article = window.frame.source.article
    article.setTextCursor(article.document().find("three combined exercises"))
    in_card(found, "Use selected words").click()
    (after,) = item_of(shown(found), "a5").evidence
    assert (after.start, after.paragraph) == ("three combined exercises", before.paragraph)
    window.actions_by_id["undo"].trigger()
    in_card(found, "Remove the passage").click()
    assert item_of(shown(found), "a5").evidence == ()


def in_card(review: Reviewing, words: str) -> Button:
    return next(each for each in card(review.list).findChildren(Button) if each.accessibleName() == words)
