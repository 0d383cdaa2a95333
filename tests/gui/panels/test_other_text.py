"""A text that is not the one a briefing was made from, or that is very long: no passage of it is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractSlider

from briefing_app.gui.widgets.coverage import CoverageStrip
from briefing_app.gui.widgets.text import TextLine
from briefing_app.model.briefing import items
from briefing_app.model.outline import proof
from briefing_app.workflow.attaching import compare
from tests.gui.attached import FOC_TEST, attach, click_at

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.source import SourcePane

    Open = Callable[..., MainWindow]


def told(pane: SourcePane) -> list[tuple[int, str, str]]:
    """Return what the pane tells of passages that do not stand as cited: paragraph, state, words."""
    lead = pane.article.shown.lead
    return [
        (quote.paragraph, state.state, quote.text)
        for quote, state in pairwise(lead)
        if quote.role == "quote" and state.role == "state"
    ]


def wrong(text: tuple[str, ...]) -> tuple[str, ...]:
    """Return another text: in it passages are changed, moved and missing, and some stand as they were."""
    return (
        text[0].replace("long-delayed main", "late"),
        "Nothing of it.",
        *text[2:5],
        "A notice.",
        *text[5:],
    )


def test_no_passage_is_lost_in_another_text(lent: Open, bare: Path, text: tuple[str, ...]) -> None:
    window = lent(bare)
    pane = attach(window, wrong(text))
    reading = window.document.reading()
    assert reading is not None
    listed = told(pane)
    assert {state for _, state, _ in listed} == {"changed", "moved", "missing"}
    assert [paragraph for paragraph, _, _ in listed] == sorted(paragraph for paragraph, _, _ in listed)
    shown = (item for _, item in items(reading.briefing) if item.review.state != "rejected")
    proofs = (passage for item in shown for passage in proof(item))
    cited = {passage for passage in proofs if passage.source == pane.source}
    odd = {each for each in cited if reading.found[each].state != "verified"}
    assert len(listed) == len(odd)
    assert f"Not as cited: {len(odd)} of {len(cited)}" in pane.article.toPlainText()
    words = {"changed": "Changed: ", "moved": "Moved: ", "missing": "Missing: "}
    document = pane.article.document()
    for n, block in enumerate(pane.article.shown.lead):
        if block.role == "state":
            assert document.findBlockByNumber(n).text().startswith(words[block.state])


def test_a_passage_that_is_missing_is_picked_and_shown_where_it_is_told(
    lent: Open, bare: Path, text: tuple[str, ...]
) -> None:
    window = lent(bare)
    pane = attach(window, wrong(text))
    article = pane.article
    for paragraph, state, ends in told(pane):
        window.pick_paragraph("", 0)
        click_at(window, article.document().find(ends))
        assert window.selection.place is not None
        assert (window.selection.place.source, window.selection.place.paragraph) == (pane.source, paragraph)
        if state == "missing":
            assert ends in article.highlighted()
            item = window.selection.item
            window.pick_paragraph("", 0)
            article.verticalScrollBar().setValue(article.verticalScrollBar().maximum())
            window.pick(item, 0 if window.selection.mark == 0 else window.selection.mark)
            assert article.highlighted()
    click_at(window, article.document().find("Missing: "))
    assert window.selection.items


def test_a_label_between_the_passages_and_the_text_picks_nothing(
    lent: Open, bare: Path, text: tuple[str, ...]
) -> None:
    window = lent(bare)
    pane = attach(window, wrong(text))
    window.pick("a1")
    click_at(window, pane.article.document().find("The text at hand"))
    assert window.selection.item == "a1"


def test_a_paragraph_in_the_strip_is_gone_to_even_where_nothing_cites_it(
    lent: Open, bare: Path, text: tuple[str, ...]
) -> None:
    window = lent(bare)
    pane = attach(window, (*text, *("Words that nobody cites. " * 20 for _ in range(20)), "The very end."))
    strip = pane.findChildren(CoverageStrip)[0]
    strip.paragraph_activated.emit(len(text) + 21)
    article = pane.article
    assert article.viewport().rect().contains(article.cursorRect(article.document().find("The very end.")))
    strip.paragraph_activated.emit(1)
    assert window.selection.items
    assert article.verticalScrollBar().value() < 100


def test_a_text_of_many_paragraphs_comes_little_by_little_and_the_passage_is_gone_to(
    lent: Open, bare: Path, text: tuple[str, ...], qtbot: QtBot
) -> None:
    window = lent(bare)
    window.pick("a1")
    many = tuple(f"Paragraph {n} of a text without an end." for n in range(4000))
    pane = attach(window, (*many, *text, "The very end."), whole=False)
    article = pane.article
    assert not article.complete
    cursor, bar = article.textCursor(), article.verticalScrollBar()
    assert (cursor.position(), cursor.anchor(), bar.value()) == (0, 0, 0)
    assert article.toPlainText().count("\n") < 1000
    assert "…" in article.highlighted()[0]  # its ends, above the text
    qtbot.waitUntil(lambda: article.highlighted()[0] == FOC_TEST, timeout=20_000)
    drawn = article.extraSelections()
    first = QTextCursor(drawn[0].cursor)
    first.setPosition(first.selectionStart())
    assert article.viewport().rect().contains(article.cursorRect(first))
    qtbot.waitUntil(lambda: article.complete, timeout=20_000)
    assert article.toPlainText().endswith("The very end.")
    assert article.document().blockCount() == len(article.shown)
    attach(window, text)
    assert article.complete


def test_who_scrolls_while_the_text_comes_is_not_taken_away(
    lent: Open, bare: Path, text: tuple[str, ...], qtbot: QtBot
) -> None:
    window = lent(bare)
    window.pick("a1")
    many = tuple(f"Paragraph {n} of a text without an end." for n in range(2000))
    article = attach(window, (*many, *text), whole=False).article
    article.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    at = article.verticalScrollBar().value()
    qtbot.waitUntil(lambda: article.complete, timeout=20_000)
    assert article.verticalScrollBar().value() == at


def test_a_wrong_text_is_not_praised(lent: Open, bare: Path, text: tuple[str, ...]) -> None:
    window = lent(bare)
    assert window.document.briefing is not None
    source = window.document.briefing.sources[0]
    other = (text[2], "Nothing of it.")
    compared = compare(window.document.briefing, source, other)
    assert 0 < compared.standing < compared.passages
    pane = attach(window, other)
    words = {line.text() for line in pane.findChildren(TextLine) if line.isVisible()}
    assert f"{compared.standing} of {compared.passages} passages found" in words
    assert not any("paragraphs cited" in each for each in words)
    strip = pane.findChildren(CoverageStrip)[0]
    assert strip.accessibleName() == "1 of 2 paragraphs cited"
    first = pane.article.shown.lead[0].text
    states = [state for _, state, _ in told(pane)]
    assert first.startswith(f"Not as cited: {len(states)} of ")
    assert f"Missing {states.count('missing')}" in first
    assert f"Moved {states.count('moved')}" in first
    attach(window, text)
    words = {line.text() for line in pane.findChildren(TextLine) if line.isVisible()}
    assert "18 of 19 paragraphs cited" in words
