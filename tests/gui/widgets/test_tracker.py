"""The stage tracker: below and beside one another, with every word and mark, at every text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from briefing_app.gui.theme import Theme, load_theme
from briefing_app.gui.widgets.marks import ParagraphMark
from briefing_app.gui.widgets.text import TextLine
from briefing_app.gui.widgets.tracker import NARROW, Tracker
from briefing_app.model.tracker import StageRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

ROWS = (
    StageRow("IOC", "verified", "Verified", "15 November 2019", "", ("Planned: 2019",), None),
    StageRow(
        "FOC",
        "delayed",
        "Delayed",
        "Due 2020, not held (COVID-19 situation); no new date",
        "A note",
        (),
        None,
    ),
    StageRow("FMC", "absent", "Not mentioned here", "", "", (), None),
)
MARKS: tuple[list[tuple[str, object]], ...] = (
    [("¶12", ("o1", 0))],
    [("¶12", ("o2", 0)), ("¶13", ("o2", 1))],
    [],
)


def tracker(theme: Theme) -> Tracker:
    """Return a tracker with three stages."""
    found = Tracker(theme)
    found.show_rows(ROWS, MARKS)
    return found


@pytest.mark.parametrize("width", [300, 700])
def test_it_is_painted_in_both_ways(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int], width: int
) -> None:
    theme = theme.in_layout("wide" if width >= NARROW else "normal")
    found = tracker(theme)
    image = show(theme, found, width)
    for token in ("accent", "delay", "delaySoft", "line2", "ink", "ink2"):
        assert count(image, theme.color(token)) > 0, token
    nodes = [sign.geometry() for sign in found.findChildren(ParagraphMark)]
    assert nodes
    codes = [label for label in found.findChildren(TextLine) if label.text() in ("IOC", "FOC", "FMC")]
    places = {(label.x(), label.y()) for label in codes}
    assert len({x for x, _ in places}) == (3 if width >= NARROW else 1)
    assert len({y for _, y in places}) == (1 if width >= NARROW else 3)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [240, 419, 420, 1000])
def test_no_word_is_cut_and_nothing_overlaps(
    show: Callable[..., QImage], qapp: object, scale: float, width: int
) -> None:
    theme = load_theme("light", scale, layout="wide")
    found = tracker(theme)
    width = int(width * scale)
    show(theme, found, width)
    labels = [label for label in found.findChildren(TextLine) if label.isVisible()]
    assert {label.text() for label in labels} >= {"Not mentioned here", "A note", "Earlier: Planned: 2019"}
    parts = [*labels, *found.findChildren(ParagraphMark)]
    inner = theme.px(6)  # above and below a mark's text there is only room to hit it
    areas = [
        QRect(part.mapTo(found, QPoint()), part.size()).adjusted(0, inset, 0, -inset)
        for part in parts
        for inset in (inner if isinstance(part, ParagraphMark) else 0,)
    ]
    for n, area in enumerate(areas):
        assert area.right() < width
        assert area.bottom() < found.heightForWidth(width)
        assert not any(area.intersects(other) for other in areas[n + 1 :])
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()) or not label.wordWrap()
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())
        assert label.width() >= longest


def test_marks_tell_what_they_were_given(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    found = tracker(theme)
    show(theme, found)
    marks = found.findChildren(ParagraphMark)
    assert [mark.text() for mark in marks] == ["¶12", "¶12", "¶13"]
    with qtbot.waitSignal(found.mark_activated) as told:
        QTest.mouseClick(marks[2], Qt.MouseButton.LeftButton)
    assert told.args == [("o2", 1)]
    found.select(("o2", 1))
    assert [mark.selected for mark in marks] == [False, False, True]
    found.select(None)
    assert not any(mark.selected for mark in marks)


def test_all_of_it_is_said_in_words(theme: Theme) -> None:
    said = tracker(theme).accessibleDescription()
    for words in (
        "IOC Verified",
        "15 November 2019",
        "Earlier: Planned: 2019",
        "FOC Delayed",
        "Paragraph 13",
    ):
        assert words in said
    assert said.endswith("FMC Not mentioned here.")


def test_other_rows_take_the_place_of_the_first(theme: Theme, show: Callable[..., QImage]) -> None:
    found = tracker(theme)
    before = found.heightForWidth(300)
    carried = StageRow("IOC", "carried", "Not mentioned here", "Verified earlier", "", (), None)
    found.show_rows([carried])
    show(theme, found)
    assert found.heightForWidth(300) < before
    assert [label.text() for label in found.findChildren(TextLine)] == [
        "IOC",
        "Not mentioned here",
        "Verified earlier",
    ]
    found.show_rows([])
    assert found.heightForWidth(300) == 0
    assert found.hasHeightForWidth()
    assert found.sizeHint().width() >= found.minimumSizeHint().width()
