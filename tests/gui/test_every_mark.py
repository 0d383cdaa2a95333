"""Every paragraph mark of the samples leads to its passage, and every cited paragraph back to its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.widgets.marks import ParagraphMark
from briefing_app.model.briefing import items
from briefing_app.model.evidence import fold
from briefing_app.model.outline import attending, marks, proof
from briefing_app.model.visible import visible

pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)"),
    pytest.mark.no_cover,
]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.panel import Place
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Item

    Open = Callable[..., MainWindow]

SAMPLES = ("kidd", "vksd")


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Path:
    """Return each sample: the one without its article, and the one with the texts of both its sources."""
    found: Path = request.getfixturevalue(request.param)
    return found


def briefing_of(window: MainWindow) -> Briefing:
    briefing = window.document.briefing
    assert briefing is not None
    return briefing


def shown_items(briefing: Briefing) -> list[Item]:
    return [item for _, item in items(briefing) if item.review.state != "rejected"]


def click(window: MainWindow, widget: QWidget, at: QPoint) -> None:
    """Click where the pointer would be, so that the window itself finds what lies there."""
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=widget.mapTo(window, at))


def marks_of(window: MainWindow, row: Place) -> Iterator[ParagraphMark]:
    """Yield the marks of a row, each brought into sight and nothing selected."""
    if not row.reachable():
        window.pick(row.item)  # its part is folded
    count = len([mark for mark in row.widget.findChildren(ParagraphMark) if mark.isVisibleTo(window)])
    for n in range(count):
        window.pick_paragraph("", 0)
        marks = [mark for mark in row.widget.findChildren(ParagraphMark) if mark.isVisibleTo(window)]
        window.frame.brief.ensureWidgetVisible(marks[n], 0, 40)
        QApplication.processEvents()
        assert window.selection.item == ""
        yield marks[n]


def words_in_text(window: MainWindow, passage: Passage) -> str:
    """Return the words that a passage points to, found by its digest; its ends where there is no text."""
    reading = window.document.reading()
    assert reading is not None
    text = reading.text(passage.source)
    if not text:
        return f"{passage.start} … {passage.end}" if passage.end else passage.start
    there = reading.found[passage]
    assert there.state == "verified"
    return fold(text[passage.paragraph - 1])[there.start : there.end]


def check_passage_in_view(window: MainWindow) -> None:
    """Fail unless the pane shows the selected passages, their paragraph, and the first one can be read."""
    pane, place = window.frame.source, window.selection.place
    assert place is not None
    assert pane.source == place.source
    chosen = window.selection.passages
    assert {(each.source, each.paragraph) for each in chosen} == {(place.source, place.paragraph)}
    wanted = sorted(visible(words_in_text(window, each)) for each in chosen)
    assert sorted(pane.article.highlighted()) == wanted
    reading = window.document.reading()
    assert reading is not None
    text = reading.text(place.source)
    view = pane.article.viewport().rect()
    drawn = pane.article.extraSelections()
    for each in drawn:
        shown = each.cursor.block().text()
        assert shown == visible(fold(text[place.paragraph - 1])) if text else shown in wanted
    first = QTextCursor(drawn[0].cursor)
    first.setPosition(first.selectionStart())
    assert view.contains(pane.article.cursorRect(first))


def test_every_mark_leads_to_its_passage(standing: Open, sample: Path) -> None:
    window = standing(sample)
    briefing = briefing_of(window)
    reached: set[tuple[str, str]] = set()
    window.pick(attending(briefing)[0].id)  # which unfolds the names
    for row in window.frame.brief.rows():
        for mark in marks_of(window, row):
            text = mark.text()
            click(window, mark, mark.rect().center())
            assert window.selection.place is not None, (row.item, text)
            assert window.selection.place.text == text
            assert row.item == window.selection.item or several(window, row)
            check_passage_in_view(window)
            reached.add((window.selection.item, text))
    earlier = earlier_states(briefing)  # told in the row of the stage, behind its marks
    wanted = {
        (item.id, mark.text)
        for item in shown_items(briefing)
        for mark in marks(briefing, item)
        if item.id not in earlier
    }
    assert reached == wanted


def earlier_states(briefing: Briefing) -> set[str]:
    """Return the items that are the history of a stage: all but the last entry of each."""
    found: set[str] = set()
    for track in briefing.opcon.tracks if briefing.opcon else ():
        last = {stage.stage: stage.id for stage in track.stages}
        found |= {stage.id for stage in track.stages} - set(last.values())
    return found


def several(window: MainWindow, row: Place) -> bool:
    """Tell whether a widget shows several items, so that its marks lead to other items too."""
    return sum(each.live is row.widget for each in window.frame.brief.rows()) > 1


def block_of(window: MainWindow, source: str, paragraph: int) -> QTextBlock:
    """Return the block in which the first cited words of a paragraph stand."""
    reading = window.document.reading()
    assert reading is not None
    text = reading.text(source)
    cited = next(
        passage
        for item in shown_items(reading.briefing)
        for passage in proof(item)
        if (passage.source, passage.paragraph) == (source, paragraph)
    )
    wanted = fold(text[paragraph - 1]) if text else words_in_text(window, cited)
    block = window.frame.source.article.document().firstBlock()
    while block.isValid() and block.text() != visible(wanted):
        block = block.next()
    assert block.isValid()
    return block


def test_every_cited_paragraph_leads_back_to_the_items_that_cite_it(standing: Open, sample: Path) -> None:
    window = standing(sample)
    briefing, pane = briefing_of(window), window.frame.source
    cited = dict.fromkeys(
        (passage.source, passage.paragraph) for item in shown_items(briefing) for passage in proof(item)
    )
    for source, paragraph in cited:
        window.pick_paragraph("", 0)
        pane.show_source(source)
        article = pane.article
        block = block_of(window, source, paragraph)
        area = article.document().documentLayout().blockBoundingRect(block)
        article.verticalScrollBar().setValue(round(area.top()) - 60)
        QApplication.processEvents()
        top = round(area.top()) - article.verticalScrollBar().value()
        click(window, article.viewport(), QPoint(article.viewport().width() // 2, top + 12))
        citing = {
            item.id
            for item in shown_items(briefing)
            if any((each.source, each.paragraph) == (source, paragraph) for each in proof(item))
        }
        assert set(window.selection.items) == citing, (source, paragraph)
        check_passage_in_view(window)
        row = first_row(window, citing)
        assert row.isVisible()
        assert not row.visibleRegion().isEmpty()


def first_row(window: MainWindow, citing: set[str]) -> QWidget:
    """Return what shows the first selected item in full, else the first of all that are."""
    rows = window.frame.brief.rows()
    first = [row for row in rows if row.item == window.selection.item]
    return min(first or [row for row in rows if row.item in citing], key=lambda row: row.reference).widget
