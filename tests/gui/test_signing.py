"""The sign-off in the real window: what keeps it, what it asks, what it records."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from briefing_app.gui.dialogs.sign_off import SignOff
from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.reviewing import DONE
from tests.gui.edit_steps import press
from tests.gui.test_reviewing import begin, offer_of, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.reviewing import Reviewing
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def review(lent_copy: MainWindow) -> Reviewing:
    return begin(lent_copy)


def decide_all(review: Reviewing) -> None:
    """Accept whatever is left."""
    for _ in range(len(review.list.order)):
        if all(item.review.state in DONE for item in review.list.order):
            break
        press(Qt.Key.Key_A)


def answer_doubts(review: Reviewing, words: str) -> str:
    """Answer the question about items that were accepted against a warning; return what it says."""
    box = next(each for each in review.window.findChildren(QMessageBox) if each.isVisible())
    button = next(each for each in box.buttons() if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return box.text()


def test_a_sign_off_with_items_left_goes_to_the_next_of_them(review: Reviewing) -> None:
    left = [item.id for item in review.list.order if item.review.state not in DONE]
    review.list.show_item("a1")
    review.list.signed.emit()
    assert review.window.findChild(SignOff) is None
    assert review.list.open in left
    assert review.window.frame.status.text.text() == f"{len(left)} left before sign-off: this one."


def test_what_was_accepted_against_a_warning_is_asked_about_and_shown(review: Reviewing) -> None:
    decide_all(review)
    QTest.mouseClick(review.review_bar.sign, Qt.MouseButton.LeftButton)
    assert review.window.findChild(SignOff) is None
    asked = answer_doubts(review, "Show it")
    assert asked.startswith("1 item was accepted though a check of it fails: “FOC: Delayed.")
    assert review.list.open == "o8"
    assert shown(review).signed_off is None
    press(Qt.Key.Key_R)
    review.list.signed.emit()
    assert review.window.findChild(SignOff) is not None, "nothing speaks against what is accepted"


def test_the_sign_off_asks_once_for_the_name(
    opened: Open, vksd: Path, settings: Settings, tmp_path: Path
) -> None:
    own = Path(shutil.copyfile(vksd, tmp_path / "a.briefing"))
    review = begin(opened(own))
    decide_all(review)
    assert review.list.open == review.list.unused[0].id  # what is left then
    assert review.review_bar.sign.isEnabled()
    status = review.window.frame.status
    assert "items are decided. Sign off (Ctrl+Enter) to record who reviewed" in status.text.text()
    assert offer_of(status, "Sign off").isVisible()
    review.window.actions_by_id["undo"].trigger()
    assert "Sign off" not in status.text.text()
    review.window.actions_by_id["redo"].trigger()
    review.list.signed.emit()
    answer_doubts(review, "Sign off all the same")
    dialog = review.window.findChild(SignOff)
    assert dialog is not None
    assert not dialog.sign.isEnabled()
    dialog._sign()  # Enter without a name
    QTest.keyClicks(dialog.name, "Desk 3")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert shown(review).status == "reviewed"
    assert shown(review).signed_off is not None
    assert settings.now.reviewer == "Desk 3"
    assert "Signed off by Desk 3, 25\u00a0November 2026. 1 rejected item was removed: “" in status.text.text()
    assert offer_of(status, "Undo").isVisible()
    chips = review.window.frame.brief.findChildren(StatusChip)
    assert any("signed off" in chip.accessibleName() for chip in chips)
    assert not review.window.frame.toolbar.isHidden()
    review.window.actions_by_id["save"].trigger()
    assert open_briefing(own).briefing == shown(review)
    # Undone and signed again, nobody is asked for a name.
    review.window.actions_by_id["undo"].trigger()
    assert shown(review).signed_off is None
    review.window.actions_by_id["review"].trigger()
    review.review_bar.signed.emit()
    answer_doubts(review, "Sign off all the same")
    assert shown(review).status == "reviewed"
