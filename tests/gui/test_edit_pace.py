"""An edit draws what it changes and nothing else, and leaves the page as a fresh one would be."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.panels.agreements import Agreements
from briefing_app.gui.panels.brief import Brief
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.panels.row_list import RowList
from briefing_app.gui.panels.rows import Told
from briefing_app.gui.widgets.marks import PaintedRow
from briefing_app.gui.widgets.rows import ItemRow
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.editing import put
from tests.workflow.edit_steps import EDITS, some_edit
from tools.bench import grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
MANY, HANDFUL = 2_000, 4


def told(widget: QWidget) -> Iterator[object]:
    """Yield what is read in a part of the page, in the order in which it is read; of lists all lines."""
    for child in widget.children():
        if isinstance(child, RowList):
            yield child.accessibleName()
            for n, line in enumerate(child.lines, 1):
                yield line.item, line.content(n, len(child.lines)), line.label is None, line.gap
        elif isinstance(child, RichTextView):
            yield child.plain_text()
        elif isinstance(child, TextLine):
            yield child.text()
        elif isinstance(child, QWidget):
            if isinstance(child, PaintedRow):
                yield child.accessibleName(), child.accessibleDescription()
            yield from told(child)


def page_of(brief: Brief) -> list[object]:
    """Return what is read on a page, from top to bottom."""
    page: list[object] = []
    for panel in brief.panels:
        page += [type(panel), panel.accessibleName(), [row.item for row in panel.rows], *told(panel)]
    return page


def check_rows(brief: Brief) -> None:
    """Check that each row that is drawn shows its line, where it stands, as a new row would."""
    for rows in (rows for panel in brief.panels for rows in panel.lists):
        drawn = [child for child in rows.children() if isinstance(child, ItemRow) and not child.isHidden()]
        numbers = sorted(rows._pool)
        assert drawn == [rows.live(number) for number in numbers], "read aloud in their order"
        assert [row.item for row in rows.rows] == [line.item for line in rows.lines]
        for number, row in zip(numbers, drawn, strict=True):
            new = ItemRow(rows.theme, "", "")
            new.fill(rows.lines[number].content(number + 1, len(rows.lines)))
            assert (row.item, row.content) == (new.item, new.content)
            assert (row.accessibleName(), row.accessibleDescription()) == (
                new.accessibleName(),
                new.accessibleDescription(),
            )
            if rows._pool.ready(number):
                assert row.height() == row.heightForWidth(row.width())
        for above, below in pairwise(drawn):
            assert above.geometry().bottom() < below.geometry().top()


def test_after_any_edits_the_page_is_that_of_a_fresh_window(
    opened: Open, session: Session, vksd: Path, qtbot: QtBot
) -> None:
    window = opened(vksd)
    editor, brief, chance = editor_of(session, window), window.frame.brief, Random(7)  # noqa: S311 - no secret
    page, followed = brief.widget(), 0
    for n in range(30):
        briefing = window.document.briefing
        assert briefing is not None
        what = chance.choice((*EDITS, "undo", "redo"))
        if what == "undo":
            editor.undo()
        elif what == "redo":
            editor.redo()
        else:
            try:
                editor.apply(some_edit(briefing, what, chance.randrange(40)))
            except BriefingError:
                continue
        QApplication.processEvents()
        followed += brief.widget() is page
        page = brief.widget()
        check_rows(brief)
        if n % 4 == 0:
            fresh = Brief(window.frame.theme)
            qtbot.addWidget(fresh)
            fresh.show_briefing(brief.panels[0].scene)
            fresh.add_rest()
            ours, its = brief.panels[1], fresh.panels[1]
            assert isinstance(ours, Participants)
            assert isinstance(its, Participants)
            its._show_names(on=ours.unfolded)
            here, there = page_of(brief), page_of(fresh)
            assert here == there, what
    column = brief.panels[0].parentWidget()
    assert column is not None
    assert [each for each in column.children() if each in brief.panels] == brief.panels
    assert followed > 15


def test_other_parties_of_the_event_are_other_chips_of_the_agreements(
    opened: Open, session: Session, vksd: Path
) -> None:
    window = opened(vksd)
    editor, brief = editor_of(session, window), window.frame.brief
    briefing = window.document.briefing
    assert briefing is not None
    assert briefing.event is not None
    usual = briefing.event.parties
    agreed = next(each for each in briefing.agreements if each.kind == "agreed" and each.parties == usual)

    def told_parties() -> tuple[str, ...]:
        panel = next(each for each in brief.panels if isinstance(each, Agreements))
        said = (line.told for line in panel.lists[0].lines if line.item == agreed.id)
        return next(each.parties for each in said if isinstance(each, Told))

    assert told_parties() == ()
    editor.apply(put(briefing, "event", {"parties": usual[:1]}))
    QApplication.processEvents()
    assert told_parties() == usual


def test_an_edit_among_thousands_fills_a_handful_of_rows(
    opened: Open, session: Session, tmp_path: Path, vksd: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(grown(MANY, tmp_path, vksd))
    editor, brief = editor_of(session, window), window.frame.brief
    window.pick("x1000")
    brief.reveal(focus=True)
    qtbot.waitUntil(lambda: not any(rows._later.isActive() for panel in brief.panels for rows in panel.lists))
    filled: list[str] = []
    fill = ItemRow.fill

    def count(row: ItemRow, content: object) -> None:
        filled.append(content.item)  # type: ignore[attr-defined]
        fill(row, content)  # type: ignore[arg-type]

    monkeypatch.setattr(ItemRow, "fill", count)
    page, row = brief.widget(), QApplication.focusWidget()
    assert isinstance(row, ItemRow)
    top = row.mapTo(brief.viewport(), QPoint()).y()
    assert window.document.briefing is not None
    editor.apply(put(window.document.briefing, "x1000", {"statement": "They agreed on something else."}))
    for act in (None, editor.undo, editor.redo, editor.undo):
        if act is not None:
            act()
        qtbot.wait(5)
        assert brief.widget() is page
        assert QApplication.focusWidget() is row
        assert row.mapTo(brief.viewport(), QPoint()).y() == top
        assert window.selection.item == "x1000"
    # Each time its row in the list, and the one that refers to it where it is about OPCON.
    assert set(filled) == {"x1000"}
    assert len(filled) <= 4 * HANDFUL
