"""The lazy list: only rows near the view are made, and what one reads stays where it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from briefing_app.gui.panels.lazy_list import LazyList
from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.text import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

THEME = load_theme("light")


@pytest.fixture
def made() -> list[int]:
    return []


@pytest.fixture
def rows(qtbot: QtBot, made: list[int]) -> LazyList:
    def make(number: int) -> QWidget:
        made.append(number)
        row = TextLine(THEME, f"{number} " + "words that wrap " * (number % 7))
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return row

    found = LazyList(THEME)
    qtbot.addWidget(found)
    found.resize(300, 400)
    found.show_rows(3000, make, 30)
    assert made == [], "nothing is made before it can be seen"
    found.show()
    found.setFocus()  # a row that has the keyboard stays wherever it is
    return found


def test_only_rows_near_the_view_are_made(rows: LazyList, made: list[int]) -> None:
    assert 0 in rows.rows
    assert len(made) < 80
    rows.verticalScrollBar().setValue(40_000)
    assert 0 not in rows.rows
    assert len(rows.rows) < 120


def test_rows_lie_below_one_another_without_gaps(rows: LazyList) -> None:
    for at in (0, 5_000, 60_000, 10**9):
        rows.verticalScrollBar().setValue(at)
        there = [rows.rows[n] for n in sorted(rows.rows)]
        first, last = rows.in_view()
        assert set(range(first, last + 1)) <= set(rows.rows)
        for above, below in pairwise(there):
            assert above.geometry().bottom() + 1 == below.geometry().top()
    assert rows.in_view()[1] == 2999


def test_what_one_reads_stays_where_it_is(rows: LazyList) -> None:
    rows.verticalScrollBar().setValue(30_000)
    first, _ = rows.in_view()
    rows.resize(200, 400)
    assert rows.in_view()[0] == first


def test_a_row_is_brought_into_sight_as_a_whole(rows: LazyList) -> None:
    for number in (1500, 20, 2999, 0):
        row = rows.go(number)
        top = row.y() - rows.verticalScrollBar().value()
        assert top >= 0
        assert top + row.height() <= rows.viewport().height()


def test_the_row_with_the_keyboard_stays(rows: LazyList, qtbot: QtBot) -> None:
    row = rows.go(3)
    row.setFocus()
    rows.verticalScrollBar().setValue(40_000)
    assert rows.rows[3] is row


def test_other_rows_take_the_place_of_all(rows: LazyList, made: list[int]) -> None:
    rows.go(1500).setFocus()
    rows.show_rows(2, lambda n: TextLine(THEME, f"new {n}"), 30)
    assert sorted(rows.rows) == [0, 1]
    assert rows.verticalScrollBar().value() == 0
    rows.show_rows(0, lambda n: TextLine(THEME, f"{n}"), 30)
    assert rows.rows == {}
