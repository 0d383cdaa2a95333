"""Rows of items and people: what they say, what they tell, and that everything stands on one baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.gui.theme import Theme, load_theme
from briefing_app.gui.widgets.chips import PartyChip
from briefing_app.gui.widgets.rows import Content, ItemRow, PersonRow, SelectableRow
from briefing_app.gui.widgets.signs import KindSign
from briefing_app.model.markup import rich_text
from briefing_app.model.outline import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

TEXT = "Seek a three-way ministers' meeting"


def test_what_a_row_says_to_assistive_technology(theme: Theme) -> None:
    row = ItemRow(
        theme, "a1", rich_text(f"**{TEXT}**"), ["¶3", "¶1"], chips=[("KOR", "South Korea")], name="Agreed"
    )
    assert row.accessibleName() == f"Agreed, South Korea, {TEXT}, Paragraph 3, Paragraph 1"
    person = PersonRow(
        theme, "p1", "Kim Man-ki", [Part("Deputy Minister")], ["¶15"], side=("KOR", "South Korea")
    )
    assert person.accessibleName() == "South Korea, Kim Man-ki Deputy Minister, Paragraph 15"
    assert PersonRow(theme, "p1", "Kim Man-ki", ()).accessibleName() == "Kim Man-ki"


def test_a_mark_says_whose_it_is(theme: Theme) -> None:
    row = ItemRow(theme, "a1", f"{TEXT} as soon as all of them can come to one place", ["¶3"], name="Agreed")
    (mark,) = row.strip.marks()
    assert mark.accessibleName() == f"Paragraph 3, of: Agreed, {TEXT} as soon as all of…"
    row.fill(Content("a2", "Meet", ["2\u00a0¶4"]))
    assert mark.accessibleName() == "Source 2, paragraph 4, of: Meet"
    row.select(mark=0)
    assert mark.accessibleName() == "Source 2, paragraph 4, of: Meet, shown in the source"


@pytest.mark.parametrize("hidden", [False, True])
def test_what_a_row_is_given_stands_in_its_place_at_once(
    theme: Theme, show: Callable[..., QImage], *, hidden: bool
) -> None:
    """As high as before, the row gets no size, and so nothing would place its new chips."""
    content = Content("a1", TEXT, ["¶3"], [("KOR", "South Korea")])
    row, fresh = (
        ItemRow(theme, "a1", TEXT, ["¶3"], chips=[("USA", "United States")]),
        ItemRow(theme, "a1", ""),
    )
    fresh.fill(content)
    for each in (row, fresh):
        show(theme, each)
    if hidden:
        row.hide()
    row.fill(content)
    row.heightForWidth(row.width())  # it is measured before it comes into sight
    row.show()
    places = [
        [each.geometry() for each in (*one.findChildren(PartyChip)[-1:], one.words)] for one in (row, fresh)
    ]
    assert places[0] == places[1]


def test_a_row_is_opened_by_click_and_key(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    row = ItemRow(theme, "a1", TEXT, ["¶3", "¶1"])
    show(theme, row)
    for press in (
        lambda: QTest.mouseClick(row.words, Qt.MouseButton.LeftButton, pos=QPoint(8, 8)),
        lambda: QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(2, 8)),
        lambda: QTest.keyClick(row, Qt.Key.Key_Return),
        lambda: QTest.keyClick(row, Qt.Key.Key_Space),
        row.click,  # as assistive technology does
    ):
        with qtbot.waitSignal(row.activated) as told:
            press()  # type: ignore[no-untyped-call]
        assert told.args == ["a1"]
    with qtbot.waitSignal(row.mark_activated) as told:
        QTest.mouseClick(row.strip.marks()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["a1", 1]
    with qtbot.assertNotEmitted(row.activated):
        QTest.keyClick(row, Qt.Key.Key_Down)
        QTest.mouseClick(row, Qt.MouseButton.RightButton, pos=QPoint(2, 8))


def test_a_link_in_a_row_is_passed_on(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    row = ItemRow(theme, "a1", rich_text("[a long enough link](https://example.org)"))
    show(theme, row)
    with qtbot.waitSignal(row.link_activated) as told, qtbot.assertNotEmitted(row.activated):
        QTest.mouseClick(row.words, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert told.args == ["https://example.org"]


def test_states_are_seen(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int], qtbot: QtBot
) -> None:
    row = ItemRow(theme, "a1", TEXT, ["¶3", "¶1"])
    rest = show(theme, row)
    assert count(rest, theme.color("sel")) < 20
    row.select(mark=1)
    assert row.selected
    chosen = show(theme, row)
    assert count(chosen, theme.color("sel")) > 1000
    assert count(chosen, theme.color("mark")) > 100
    assert [mark.selected for mark in row.strip.marks()] == [False, True]
    row.select(on=False, mark=1)
    assert count(show(theme, row), theme.color("sel")) < 20
    row.window().activateWindow()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.hasFocus)
    ring = count(row.grab().toImage(), theme.color("accent"))
    row.clearFocus()
    row.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(row.hasFocus)
    assert ring > count(row.grab().toImage(), theme.color("accent")) + row.width()


def test_hover_is_half_of_selection(theme: Theme, show: Callable[..., QImage], qtbot: QtBot) -> None:
    row = ItemRow(theme, "a1", TEXT)
    show(theme, row)
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    before = row.grab().toImage()
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    assert row.grab().toImage() != before


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [280, 420, 900])
def test_nothing_overlaps_or_leaves_the_row(qapp: object, scale: float, width: int) -> None:
    theme = load_theme("light", scale)
    row = ItemRow(
        theme,
        "a1",
        f"{TEXT} with Japan in the near future",
        ["¶3", "¶12", "¶117"],
        chips=[("KOR", "South Korea"), ("USA", "United States"), ("JPN", "Japan")],
        lead=KindSign(theme, "pledged"),
    )
    width = max(width, row.minimumSizeHint().width())
    places = row.places(width)
    areas = [area for _, area in places.parts]
    for n, area in enumerate(areas):
        assert area.top() >= 0
        assert area.bottom() < places.height
        assert area.left() >= 0
        assert area.right() < width
        assert not any(area.intersects(other) for other in areas[n + 1 :])
    assert row.heightForWidth(width) == places.height >= 28 * scale


def test_chip_text_and_mark_stand_on_one_baseline(theme: Theme) -> None:
    row = ItemRow(theme, "a1", TEXT, ["¶3"], chips=[("KOR", "South Korea")])
    lines = {
        area.y() + part.text_baseline()  # type: ignore[attr-defined]
        for part, area in row.places(600).parts
    }
    assert len(lines) == 1
    assert any(isinstance(part, PartyChip) for part, _ in row.places(600).parts)


def test_a_long_text_makes_the_row_higher(theme: Theme) -> None:
    row = ItemRow(theme, "a1", "word " * 60, ["¶3"])
    assert row.hasHeightForWidth()
    assert row.heightForWidth(300) > row.heightForWidth(900) > row.minimumSizeHint().height()
    assert row.sizeHint().width() >= 360


def test_a_row_must_say_where_its_parts_stand(theme: Theme, qtbot: QtBot) -> None:
    row = SelectableRow(theme, "x")
    with pytest.raises(NotImplementedError):
        row.places(100)
    assert isinstance(row, QWidget)
