"""Fuzzy dates: sharp where the source is exact, fading where it is open; rows and axis on one scale."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from briefing_app.gui.theme import Theme, load_theme
from briefing_app.gui.widgets import bars
from briefing_app.gui.widgets.chips import StatusChip
from briefing_app.gui.widgets.marks import MarkStrip
from briefing_app.gui.widgets.timeline import TimelineAxis, TimelineEntry, TimelineRow
from briefing_app.model import dates, timeline
from briefing_app.model.outline import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

AS_OF = date(2021, 5, 14)
LATER = date(2026, 11, 25)
ALL = ("2021-06-04/2021-06-05", "[2021-06..]", "[..2021-09]", "2021-41")
AXIS = timeline.axis(AS_OF, [dates.parse(text) for text in ALL])
WIDTH = 480


def bar(text: str) -> timeline.Bar:
    """Return a date on the axis."""
    return AXIS.bar(dates.parse(text))


def column(theme: Theme, text: str) -> list[int]:
    """Return how much each pixel of a bar's middle line differs from the page, from left to right."""
    image = QImage(WIDTH, 30, QImage.Format.Format_RGB32)
    image.fill(theme.color("page"))
    painter = QPainter(image)
    where = bars.span(AXIS, AS_OF, 0, WIDTH, 70)
    bars.paint_bar(painter, theme, bar(text), where, 8)
    painter.end()
    ground = theme.color("page").lightness()
    return [abs(image.pixelColor(x, 14).lightness() - ground) for x in range(WIDTH)]


def test_an_exact_date_is_sharp(theme: Theme) -> None:
    drawn = column(theme, "2021-06-04/2021-06-05")
    filled = [x for x, depth in enumerate(drawn) if depth > 20]
    assert len(filled) >= theme.px(8) - 1
    assert filled == list(range(filled[0], filled[-1] + 1))
    assert max(drawn) == drawn[(filled[0] + filled[-1]) // 2]


def test_an_open_date_fades_to_its_open_side(theme: Theme) -> None:
    after, before = column(theme, "[2021-06..]"), column(theme, "[..2021-09]")
    start = round(bar("[2021-06..]").start * WIDTH)
    assert after[start - 3] == 0
    assert after[start + 1] > after[start + 40] > after[start + 200] > after[-8]
    end = round(bar("[..2021-09]").end * WIDTH)
    assert before[end + 3] == 0
    assert before[end - 1] > before[end - 40] > before[end - 150] > before[5]


def test_a_date_somewhere_within_stands_between_brackets(theme: Theme) -> None:
    drawn = column(theme, "2021-41")
    start = round(bar("2021-41").start * WIDTH)
    inside = drawn[start + 20 : -20]
    assert 0 < inside[0] < drawn[start + 1]
    assert max(inside) - min(inside) <= 2
    assert drawn[-2] > inside[0]


def test_an_approximate_date_fades_at_both_ends(theme: Theme) -> None:
    for text in ("2021-07~", "2021-06-20~", "[2021-08~..]", "[..2021-09~]"):
        drawn = column(theme, text)
        found = bar(text)
        start, end = round(found.start * WIDTH), round(found.end * WIDTH)
        if found.shape != "open-start":
            assert drawn[start + 1] < max(drawn[start : start + 10])
        if found.shape != "open-end":
            assert drawn[end - 2] < max(drawn[end - 10 : end])


def test_today_beyond_the_axis_stands_behind_a_break() -> None:
    inside = bars.span(AXIS, date(2021, 7, 1), 0, 400, 70)
    assert (inside.right, inside.beyond) == (400, False)
    assert inside.today == pytest.approx(400 * AXIS.at(date(2021, 7, 1)))
    beyond = bars.span(AXIS, LATER, 0, 400, 70)
    assert (beyond.right, beyond.today, beyond.beyond) == (330, 399, True)
    assert bars.span(AXIS, date(2020, 1, 1), 0, 400, 70).today is None


@pytest.mark.parametrize(
    "today", [date(2020, 1, 1), date(2021, 5, 2), date(2021, 8, 20), date(2021, 12, 31), LATER]
)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_axis_shows_months_and_today(
    show: Callable[..., QImage],
    count: Callable[[QImage, QColor], int],
    qapp: object,
    today: date,
    scale: float,
) -> None:
    theme = load_theme("light", scale)
    found = TimelineAxis(theme, AXIS, today)
    image = show(theme, found)
    labels = image.copy(0, 0, image.width(), found.height() - theme.px(9))
    assert count(labels, theme.color("page")) < labels.width() * labels.height() - 100
    assert count(image, theme.color("line2")) > 300
    assert (count(image, theme.color("accent")) > 0) == (today >= AXIS.first)
    assert found.height() > found.fontMetrics().height()
    assert found.accessibleName().startswith("Time from May 2021 to Dec 2021; Today")


def row(theme: Theme, today: date = LATER, **more: Any) -> TimelineRow:
    """Return a row of a meeting."""
    values = {"bar": bar("2021-06-04"), "tooltip": "2021-06-04: 4 June 2021", **more}
    parts = (Part("expected"), Part("June 4"), Part("Singapore", inferred=True))
    entry = TimelineEntry("m1", "Shangri-La Dialogue", parts, 2, **values)
    return TimelineRow(theme, AXIS, today, entry, ["¶4"])


def test_a_row_says_all_in_words(theme: Theme) -> None:
    found = row(
        theme, passed=True, fate="moved", fate_word="Moved to 4 October 2021", moved_to=bar("2021-10-04")
    )
    assert found.accessibleName() == (
        "Shangri-La Dialogue, expected, June 4, Singapore (inferred), "
        "Date passed, Moved to 4 October 2021, Paragraph 4"
    )
    assert found.accessibleDescription() == "2021-06-04: 4 June 2021"
    assert row(theme, place="1 of 3").accessibleDescription() == "1 of 3. 2021-06-04: 4 June 2021"
    assert "4 June 2021" in found.toolTip()


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"passed": True},
        {"bar": None},
        {"fate": "off", "fate_word": "Cancelled or denied"},
        {"fate": "moved", "fate_word": "Moved", "moved_to": bar("2021-10-04")},
        {"bar": bar("2021-11-20"), "fate": "moved", "fate_word": "Moved", "moved_to": bar("2021-06-04")},
        {"fate": "moved", "fate_word": "Moved", "moved_to": bar("2021-06-05")},
    ],
)
def test_every_kind_of_row_is_painted(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int], more: dict[str, Any]
) -> None:
    found = row(theme, **more)
    image = show(theme, found)
    assert count(image, theme.color("ink")) > 0
    assert count(image, theme.color("ink2")) > 0
    assert len(found.findChildren(StatusChip)) == ("passed" in more) + ("fate" in more)
    solid = found.grab().toImage().copy(0, found.height() - 20, 300, 20)
    assert (count(solid, theme.color("accent")) > 0) == (
        more.get("bar", 1) is not None and more.get("fate") != "off"
    )


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("width", [260, 400, 800])
def test_nothing_in_a_row_overlaps(qapp: object, scale: float, width: int) -> None:
    theme = load_theme("dark", scale)
    found = row(theme, passed=True, fate="off", fate_word="Cancelled or denied")
    width = int(width * scale)
    places = found.places(width)
    inner = max(6, theme.px(5))  # above and below a mark's text there is only room to hit it
    areas = [
        area.adjusted(0, inner, 0, -inner) if isinstance(part, MarkStrip) else area
        for part, area in places.parts
    ]
    for n, area in enumerate(areas):
        assert area.bottom() < places.height
        assert not any(area.intersects(other) for other in areas[n + 1 :])


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [180, 240, 300, 400, 900])
def test_no_chip_is_cut_at_the_edge_of_the_column(
    show: Callable[..., QImage], qapp: object, scale: float, width: int
) -> None:
    theme = load_theme("light", scale)
    words = "Moved to the second half of September 2021 or to October 2021"
    found = row(theme, passed=True, fate="moved", fate_word=words, moved_to=bar("2021-10-04"))
    show(theme, found, int(width * scale))
    first, second = found.findChildren(StatusChip)
    edge = found.width() - theme.overhang
    for chip in (first, second):
        assert chip.x() + chip.width() <= edge
        assert chip.geometry().bottom() < found.height() - theme.px(20)
        assert chip.width() == chip.sizeHint().width() or chip.toolTip()
    assert not first.geometry().intersects(second.geometry())
    assert first.width() == first.sizeHint().width()


def test_row_and_axis_have_one_scale(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    """A bar of the row begins under the axis's mark of its month, Today beyond or not."""
    for today in (AS_OF, LATER):
        found = row(theme, today, bar=bar("[2021-06..]"))
        show(theme, found, 500)
        image = found.grab().toImage()
        accent = theme.color("accent")
        middle = found.height() - theme.px(8) - 2
        first = next(x for x in range(image.width()) if image.pixelColor(x, middle) == accent)
        inner = 500 - theme.inset - theme.overhang
        axis = TimelineAxis(theme, AXIS, today)
        drawn = show(theme, axis, inner).copy(0, 0, inner, axis.height())
        ticks = [x for x in range(inner) if drawn.pixelColor(x, axis._foot() - 3) == theme.color("line2")]
        assert any(abs(first - theme.inset - x) <= 1 for x in ticks)


def test_bars_stay_inside_the_axis(theme: Theme) -> None:
    where = bars.span(AXIS, AS_OF, 10, 210, 70)
    assert bars.bar_area(theme, bar("2021-12-31"), where, 0).right() <= 210
    assert bars.bar_area(theme, bar("1900"), where, 0) == QRectF(10, 0, theme.px(8), theme.px(12))


def test_one_of_several_dates_is_drawn_as_each_of_them(theme: Theme) -> None:
    drawn = column(theme, "[2021-06,2021-09]")
    tint = column(theme, "2021-06")[round(bar("2021-06").start * WIDTH) + 15]
    for month in ("2021-06", "2021-09"):
        found = bar(month)
        left, right = round(found.start * WIDTH), round(found.end * WIDTH)
        assert min(drawn[left + 1 : right - 1]) >= tint > 0
    between = drawn[round(bar("2021-07").start * WIDTH) + 6 : round(bar("2021-08").end * WIDTH) - 6]
    assert min(between) == 0 < max(between)  # dots


def test_today_on_the_axis_pushes_no_label_out(theme: Theme, show: Callable[..., QImage]) -> None:
    axis = timeline.axis(date(2024, 10, 18), [dates.parse("2025-03")])
    inside, beyond = (TimelineAxis(theme, axis, day) for day in (date(2024, 10, 20), LATER))
    where = bars.span(axis, date(2024, 10, 20), 0, WIDTH, 70)
    labels = [label for _, label in inside._labels(where, WIDTH)]
    assert labels == ["Oct 2024", "Nov", "Dec", "2025", "Feb", "Mar"]
    image = show(theme, inside)
    above = image.copy(0, 0, image.width(), inside._foot() - theme.px(9))
    assert not [
        1 for x in range(above.width()) for y in range(above.height())
        if above.pixelColor(x, y) == theme.color("accent")
    ]  # fmt: skip
    assert inside.sizeHint().height() > beyond.sizeHint().height()


@pytest.mark.parametrize("width", [200, 330, 397, 460, 700])
def test_labels_stand_in_even_steps_and_none_runs_into_the_next(theme: Theme, width: int) -> None:
    metrics = QFontMetricsF(theme.font("small"))
    for last in ("2021-41", "2022-12", "2026"):
        axis = timeline.axis(AS_OF, [dates.parse(last)])
        drawn = TimelineAxis(theme, axis, LATER)
        where = bars.span(axis, LATER, 0, width, 70)
        found = drawn._labels(where, width - 70)
        assert found[0][1] in ("May 2021", "2021", "2022")
        for (left, label), (after, _) in pairwise(found):
            assert left + metrics.horizontalAdvance(label) + 6 <= after
        steps = [round((after - left) / where.x(1), 2) for (left, _), (after, _) in pairwise(found)]
        if found[0][1] != "2021":
            assert max(steps, default=0) - min(steps, default=0) <= 0.03


def test_chips_stand_behind_the_words(theme: Theme, show: Callable[..., QImage]) -> None:
    """Whatever the name's length; below them where there is no room."""
    for width, behind in ((480, True), (220, False)):
        found = row(theme, passed=True)
        show(theme, found, width)
        (chip,) = found.findChildren(StatusChip)
        assert (chip.geometry().center().y() < found._line.geometry().bottom()) == behind
