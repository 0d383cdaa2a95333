"""A review of thousands of items: only what is near the view is drawn, and a step draws what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.gui.panels.review import ReviewView
from briefing_app.gui.panels.review_rows import ReviewRow
from tools.bench import grown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
MANY = 2_000
HANDFUL = 4
KEY = Qt.Key


def told(view: ReviewView) -> list[tuple[str, str]]:
    """Return what the rows that are drawn say, from top to bottom, and their places."""
    rows = [view.rows[n] for n in sorted(view.rows)]
    return [(row.accessibleName(), row.accessibleDescription()) for row in rows]


def review_of(window: MainWindow) -> ReviewView:
    window.actions_by_id["review"].trigger()
    held = window.frame.holder.held
    assert held is not None
    assert isinstance(held.view, ReviewView)
    return held.view


def test_a_step_of_a_long_review_draws_a_handful_of_rows(
    opened: Open, tmp_path: Path, vksd: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(grown(MANY, tmp_path, vksd))
    window.pick("x1000")
    view = review_of(window)
    qtbot.wait(10)
    assert len(view.order) > MANY
    assert len(view.rows) < 150
    made: list[ReviewRow] = []
    begin = ReviewRow.__init__

    def count(row: ReviewRow, *values: object) -> None:
        made.append(row)
        begin(row, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(ReviewRow, "__init__", count)
    before = {n: row for n, row in view.rows.items() if n != view.kept}
    for key in (KEY.Key_J, KEY.Key_K):
        QTest.keyClick(view, key)
        qtbot.wait(5)
    # Each closes a card and opens one, and the view moves on by a row or two.
    assert len(made) <= 2 * HANDFUL
    kept = [row for n, row in before.items() if abs(n - view.kept) > HANDFUL and n in view.rows]
    assert kept
    assert set(kept) <= set(view.rows.values()), "what a step does not change stays as it is"
    for key in (KEY.Key_A, KEY.Key_R):
        QTest.keyClick(view, key)
        qtbot.wait(5)
        assert view.card is not None
        top = view.card.mapTo(view.viewport(), QPoint()).y()
        assert 0 <= top < view.viewport().height()


def test_after_steps_the_rows_are_those_of_a_fresh_review(
    opened: Open, tmp_path: Path, vksd: Path, qtbot: QtBot
) -> None:
    window = opened(grown(200, tmp_path, vksd))
    window.pick("x100")
    view = review_of(window)
    for key in (KEY.Key_A, KEY.Key_R, KEY.Key_J, KEY.Key_R):
        QTest.keyClick(view, key)
    window.actions_by_id["undo"].trigger()
    view.show_item("x150")
    qtbot.wait(5)
    after = told(view)
    window.actions_by_id["review"].trigger()
    again = review_of(window)
    qtbot.wait(5)
    assert again is not view
    assert again.open == "x150"
    shared = set(after) & set(told(again))
    assert len(shared) > 10
    assert [each for each in after if each in shared] == [each for each in told(again) if each in shared]


def test_an_open_form_makes_room_for_itself_and_stays_in_scrolling(
    opened: Open, tmp_path: Path, vksd: Path, qtbot: QtBot
) -> None:
    window = opened(grown(200, tmp_path, vksd))
    view = review_of(window)
    view.show_item("x100")
    qtbot.wait(5)
    card = view.card
    assert card is not None
    low = card.height()
    QTest.keyClick(view, KEY.Key_E)
    qtbot.wait(5)
    assert card.height() > low
    assert card.height() >= card.heightForWidth(card.width())
    below = view.rows[view.kept + 1]
    assert below.geometry().top() >= card.geometry().bottom()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.verticalScrollBar().setValue(0)
    assert view.card is card
    assert card.form is not None
    card.end_edit()
