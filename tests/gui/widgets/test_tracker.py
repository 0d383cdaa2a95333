"""The stage tracker: rows below and beside one another, with every word and mark, at every text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from briefing_app.gui.theme import Theme, load_theme
from briefing_app.gui.widgets.marks import ParagraphMark
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.gui.widgets.tracker import NARROW, Tracker
from briefing_app.model.opcon import Stage
from briefing_app.model.tracker import StageRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


def stage(name: str, code: str, state: str) -> Stage:
    """Return an entry of a stage."""
    return Stage.model_validate({"id": name, "stage": code, "state": state, "review": {"state": "accepted"}})


DELAY = "Due 2020, not held (COVID-19 situation); no new date"
ROWS = (
    StageRow(
        "IOC",
        "verified",
        "Verified",
        "15 November 2019",
        "",
        ("Earlier: planned, 2019",),
        stage("o1", "IOC", "verified"),
    ),
    StageRow("FOC", "delayed", "Delayed", DELAY, "A note", (), stage("o2", "FOC", "delayed")),
    StageRow("FMC", "absent", "Not mentioned here", "", "", (), None),
)
MARKS = (["¶12"], ["¶12", "¶13"])
NAMES = {"IOC": "Initial Operational Capability", "FOC": "Full Operational Capability"}
WAYS = pytest.mark.parametrize("width", [300, 700])


def in_width(theme: Theme, width: int) -> Theme:
    """Return the theme of the layout in which a tracker of that width is shown."""
    return theme.in_layout("wide" if width >= NARROW else "normal")


def tracker(theme: Theme) -> Tracker:
    """Return a tracker with three stages."""
    found = Tracker(theme)
    found.show_rows(ROWS, MARKS, NAMES)
    return found


@WAYS
def test_it_is_painted_in_both_ways(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int], width: int
) -> None:
    theme = in_width(theme, width)
    found = tracker(theme)
    image = show(theme, found, width)
    for token in ("accent", "delay", "delaySoft", "line2", "ink", "ink2"):
        assert count(image, theme.color(token)) > 0, token
    nodes = [each.sign.mapTo(found, QPoint()) for each in found.stages]
    assert len({node.x() for node in nodes}) == (3 if width >= NARROW else 1)
    assert len({node.y() for node in nodes}) == (1 if width >= NARROW else 3)


@WAYS
def test_a_line_leads_from_node_to_node_and_over_the_ground_of_a_selected_stage(
    theme: Theme, show: Callable[..., QImage], width: int
) -> None:
    theme = in_width(theme, width)
    found = tracker(theme)
    found.stages[0].select()
    show(theme, found, width)
    image = found.grab().toImage()
    first, second, third = (
        QRect(each.sign.mapTo(found, QPoint()), each.sign.size()) for each in found.stages
    )
    gap = theme.px(5)

    def between(one: QRect, other: QRect) -> list[QColor]:
        """Return the colours of the pixels on the way from one node to the other."""
        middle = one.center()
        if width >= NARROW:
            line = range(one.right() + gap, other.left() - gap)
            return [image.pixelColor(x, middle.y()) for x in line]
        return [image.pixelColor(middle.x(), y) for y in range(one.bottom() + gap, other.top() - gap)]

    assert {color.name() for color in between(first, second)} == {theme.color("accent").name()}
    dots = {color.name() for color in between(second, third)}
    assert len(dots) > 3
    assert theme.color("accent").name() not in dots


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
    views = [view for view in found.findChildren(RichTextView) if view.isVisible()]
    assert {label.text() for label in labels} >= {"IOC", "Not mentioned here"}
    assert {view.plain_text() for view in views} >= {DELAY, "A note", "Earlier: planned, 2019"}
    parts = [*labels, *views, *found.findChildren(ParagraphMark)]
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
    for view in views:
        assert view.height() >= view.heightForWidth(view.width())
    shown = [each.geometry() for each in found.stages]
    assert not any(one.intersects(other) for n, one in enumerate(shown) for other in shown[n + 1 :])


@WAYS
def test_a_stage_is_opened_by_click_and_key(
    theme: Theme, show: Callable[..., QImage], qtbot: QtBot, width: int
) -> None:
    theme = in_width(theme, width)
    found = tracker(theme)
    show(theme, found, width)
    row = found.stages[1]
    text = row.findChildren(RichTextView)[0]
    for press in (
        lambda: QTest.mouseClick(text, Qt.MouseButton.LeftButton, pos=QPoint(8, 8)),
        lambda: QTest.mouseClick(row.sign, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(row, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(found.activated) as told:
            press()  # type: ignore[no-untyped-call]
        assert told.args == ["o2"]
    marks = found.findChildren(ParagraphMark)
    assert [mark.text() for mark in marks] == ["¶12", "¶12", "¶13"]
    with qtbot.waitSignal(found.mark_activated) as told:
        QTest.mouseClick(marks[2], Qt.MouseButton.LeftButton)
    assert told.args == ["o2", 1]


@WAYS
def test_a_selected_stage_has_its_ground_its_mark_and_its_ring(
    theme: Theme,
    show: Callable[..., QImage],
    count: Callable[[QImage, QColor], int],
    qtbot: QtBot,
    width: int,
) -> None:
    theme = in_width(theme, width)
    found = tracker(theme)
    assert count(show(theme, found, width), theme.color("sel")) < 20
    row = found.stages[1]
    row.select(mark=1)
    chosen = found.grab().toImage()
    assert count(chosen.copy(row.geometry()), theme.color("sel")) > 1000
    assert count(chosen.copy(row.geometry()), theme.color("mark")) > 100
    assert count(chosen, theme.color("sel")) < row.width() * row.height()
    assert [mark.selected for mark in row.strip.marks()] == [False, True]
    row.window().activateWindow()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.hasFocus)
    ring = count(found.grab().toImage(), theme.color("accent"))
    assert ring > count(chosen, theme.color("accent")) + row.width()


def test_what_is_not_mentioned_is_named_but_neither_reached_nor_opened(
    theme: Theme, show: Callable[..., QImage], qtbot: QtBot
) -> None:
    found = tracker(theme)
    show(theme, found)
    before = found.grab().toImage()
    silent = found.stages[2]
    assert silent.accessibleName() == "FMC, Not mentioned here"
    assert silent.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(found.activated):
        QTest.mouseClick(silent, Qt.MouseButton.LeftButton)
        QTest.mouseClick(silent.sign, Qt.MouseButton.LeftButton)
    silent.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    assert found.grab().toImage() == before


def test_all_of_it_is_said_in_words(theme: Theme) -> None:
    found = tracker(theme)
    assert [each.accessibleName() for each in found.stages] == [
        f"IOC, {NAMES['IOC']}, Verified, 15 November 2019, Earlier: planned, 2019, Paragraph 12",
        f"FOC, {NAMES['FOC']}, Delayed, {DELAY}, A note, Paragraph 12, Paragraph 13",
        "FMC, Not mentioned here",
    ]
    assert [each.accessibleDescription() for each in found.stages] == ["1 of 3", "2 of 3", "3 of 3"]
    said = found.accessibleDescription()
    assert all(f"{each.accessibleName()}." in said for each in found.stages)
    codes = {label.text(): label.toolTip() for label in found.findChildren(TextLine)}
    assert "Full Operational Capability" in codes["FOC"]
    assert codes["FMC"] == ""


def test_other_rows_take_the_place_of_the_first(theme: Theme, show: Callable[..., QImage]) -> None:
    found = tracker(theme)
    before = found.heightForWidth(300)
    carried = StageRow("IOC", "carried", "Not mentioned here", "Verified earlier", "", (), None)
    found.show_rows([carried])
    show(theme, found)
    assert found.heightForWidth(300) < before
    assert [label.text() for label in found.findChildren(TextLine) if label.isVisible()] == [
        "IOC",
        "Not mentioned here",
    ]
    assert [view.plain_text() for view in found.findChildren(RichTextView) if view.isVisible()] == [
        "Verified earlier"
    ]
    found.show_rows([])
    assert found.heightForWidth(300) == 0
    assert found.hasHeightForWidth()
    assert found.sizeHint().width() >= found.minimumSizeHint().width()
