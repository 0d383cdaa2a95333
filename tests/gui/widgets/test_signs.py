"""Signs, chips, marks and icons: each painted in both schemes, named in words, big enough to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.gui.theme import Scheme, Theme, Token, load_theme
from briefing_app.gui.widgets.chips import ChipButton, MarkingChip, PartyChip, StatusChip
from briefing_app.gui.widgets.icons import ICONS, icon
from briefing_app.gui.widgets.marks import MarkStrip, ParagraphMark
from briefing_app.gui.widgets.signs import CertaintySign, KindSign, ReviewSign, SectionHeading, StageSign
from briefing_app.model.agreements import KINDS
from briefing_app.model.items import TLP_LABELS, Marking
from briefing_app.model.opcon import StageState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

STAGES = (*get_args(StageState), "carried", "absent")


def ink(image: QImage, ground: QColor) -> int:
    """Return how many pixels differ from the ground."""
    return sum(image.pixelColor(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def signs(theme: Theme) -> list[QWidget]:
    """Return every sign there is."""
    return [
        *(KindSign(theme, kind) for kind in KINDS),
        *(CertaintySign(theme, steps) for steps in range(4)),
        *(StageSign(theme, sign) for sign in STAGES),
        *(ReviewSign(theme, state) for state in ("drafted", "accepted", "edited", "rejected")),
    ]


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_every_sign_is_painted_differently_and_named(qtbot: QtBot, scheme: Scheme, scale: float) -> None:
    theme = load_theme(scheme, scale)
    seen: set[bytes] = set()
    for sign in signs(theme):
        qtbot.addWidget(sign)
        image = sign.grab().toImage()
        blank = QWidget()
        qtbot.addWidget(blank)
        blank.setFixedSize(sign.size())
        ground = blank.grab().toImage().pixelColor(0, 0)
        assert ink(image, ground) > 8
        assert sign.accessibleName()
        assert sign.sizeHint() == sign.size()
        seen.add(bytes(image.constBits()))
    assert len(seen) == len(signs(theme))


def test_what_signs_say(theme: Theme) -> None:
    assert KindSign(theme, "agreed").accessibleName() == "Agreed"
    assert CertaintySign(theme, 2).accessibleName() == "Expected"
    assert StageSign(theme, "verified").accessibleName() == "Verified"
    assert StageSign(theme, "carried").accessibleName() == "Verified earlier"
    assert StageSign(theme, "absent").accessibleName() == "Not mentioned here"
    assert ReviewSign(theme, "drafted").accessibleName() == "Not reviewed"


def test_more_claim_is_more_ink(qtbot: QtBot) -> None:
    """Agreed weighs more than pledged, pledged more than discussed; three steps more than one."""
    theme = load_theme("light")

    def weight(sign: QWidget) -> int:
        qtbot.addWidget(sign)
        image = sign.grab().toImage()
        lights = [
            image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())
        ]
        return sum(255 - light for light in lights)

    kinds = {kind: weight(KindSign(theme, kind)) for kind in KINDS}
    assert kinds["agreed"] > kinds["pledged"] > kinds["discussed"]
    steps = [weight(CertaintySign(theme, n)) for n in range(4)]
    assert steps == sorted(steps)


def test_chips_fit_their_words(theme: Theme, qtbot: QtBot) -> None:
    party = PartyChip(theme, "KOR", "South Korea")
    assert (party.accessibleName(), "South Korea" in party.toolTip()) == ("South Korea", True)
    assert PartyChip(theme, "NATO").accessibleName() == "NATO"
    short, long = StatusChip(theme, "Sample data", "accent", "info"), StatusChip(theme, "word " * 200)
    assert short.toolTip() == ""
    assert long.width() < 400
    assert "word word" in long.toolTip()
    assert 0 < party.text_baseline() < party.height()
    for chip in (party, short, long):
        qtbot.addWidget(chip)
        assert not chip.grab().isNull()


def test_a_chip_explains_itself(theme: Theme, qtbot: QtBot) -> None:
    chip = StatusChip(theme, "13 of 15 reviewed", why="Every item counts.")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "13 of 15 reviewed"
    assert chip.accessibleDescription() == "Every item counts."
    assert "Every item counts." in chip.toolTip()
    assert "13 of 15" not in chip.toolTip()


def test_a_chip_with_less_room_is_cut_within_its_border_and_says_all_in_its_tooltip(
    theme: Theme, qtbot: QtBot
) -> None:
    chip = StatusChip(theme, "Moved to some day in February 2025")
    qtbot.addWidget(chip)
    whole = chip.sizeHint()
    chip.resize(whole)
    full = chip.grab().toImage()
    assert chip.toolTip() == ""
    chip.resize(whole.width() // 2, whole.height())
    assert chip.sizeHint() == whole
    cut = chip.grab().toImage()
    assert "February 2025" in chip.toolTip()
    edge = cut.width() - 1
    middle = cut.height() // 2
    border = full.pixelColor(full.width() - 1, middle)
    assert cut.pixelColor(edge, middle) == border
    ground = full.pixelColor(full.width() - 3, middle)
    assert all(cut.pixelColor(edge - 2, y) == ground for y in range(4, cut.height() - 4))
    chip.resize(whole)
    assert chip.grab().toImage() == full
    assert chip.toolTip() == ""


def test_markings_have_their_own_colours(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int]
) -> None:
    for label, token in zip(TLP_LABELS, ("Red", "Amber", "Amber", "Green", "Clear"), strict=True):
        chip = MarkingChip(theme, Marking(scheme="TLP", label=label))
        image = show(theme, chip)
        name: Token = f"tlp{token}"  # type: ignore[assignment]
        assert count(image, theme.color(name)) > 5
        assert count(image, QColor("#000000")) > 200
        assert label in chip.accessibleName()
    other = MarkingChip(theme, Marking(scheme="custom", label="Internal <b>", caveat="x" * 300))
    image = show(theme, other)
    assert count(image, QColor("#000000")) < 200
    assert "&lt;b&gt;" in other.toolTip()


def test_a_chip_button_is_clicked_by_mouse_and_keyboard(
    theme: Theme, show: Callable[..., QImage], qtbot: QtBot
) -> None:
    button = ChipButton(theme, "2 of 15 not reviewed", "delay", "review")
    rest = show(theme, button)
    assert button.height() >= 24
    assert button.accessibleName() == "2 of 15 not reviewed"
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != rest.copy(button.geometry())


@pytest.mark.parametrize("text", ["¶3", "¶117", "2\u00a0¶13"])
def test_a_mark_ends_at_the_column_edge_and_can_be_hit(theme: Theme, qtbot: QtBot, text: str) -> None:
    mark = ParagraphMark(theme, text)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())
    assert mark.width() >= 24
    assert mark.height() >= 24
    image = mark.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]
    edge = mark.width() - theme.overhang
    assert edge - 2 <= columns[-1] <= edge
    assert mark.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_selected_mark_is_highlighted_and_says_so(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int], qtbot: QtBot
) -> None:
    mark = ParagraphMark(theme, "2\u00a0¶13")
    assert count(show(theme, mark), theme.color("mark")) == 0
    assert mark.accessibleName() == "Source 2, paragraph 13"
    mark.selected = True
    mark.selected = True
    assert mark.selected
    assert count(show(theme, mark), theme.color("mark")) > 100
    assert mark.accessibleName() == "Source 2, paragraph 13, shown in the source"
    QTest.mouseMove(mark, QPoint(5, 5))
    mark.setFocus(Qt.FocusReason.TabFocusReason)
    assert not mark.grab().isNull()


def test_a_strip_sets_its_marks_flush_right_and_tells_which(
    theme: Theme, show: Callable[..., QImage], qtbot: QtBot
) -> None:
    strip = MarkStrip(theme, ["¶1", "¶2", "¶3"])
    show(theme, strip)
    first, second, third = strip.marks()
    assert second.geometry().right() == third.geometry().right()
    assert third.y() > first.y()
    with qtbot.waitSignal(strip.mark_clicked) as told:
        QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    assert told.args == [2]
    strip.select(1)
    assert [mark.selected for mark in strip.marks()] == [False, True, False]
    strip.select(None)
    assert not any(mark.selected for mark in strip.marks())
    strip.show_marks(["¶9"])
    assert [mark.text() for mark in strip.marks()] == ["¶9"]
    assert strip.text_baseline() > 0
    strip.show_marks([])
    assert strip.isHidden()
    assert strip.text_baseline() == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_wide_row_has_room_for_three_marks_in_a_line(qtbot: QtBot, scale: float) -> None:
    theme = load_theme("light", scale)
    strip = MarkStrip(theme, ["¶1", "¶12", "¶3"])
    qtbot.addWidget(strip)
    narrow, wide = strip.size_for(theme.px(559)), strip.size_for(theme.px(560))
    assert narrow == strip.sizeHint()
    assert (narrow.height(), wide.height()) == (2 * theme.target, theme.target)
    for size, lines in ((wide, 1), (narrow, 2), (wide, 1)):
        strip.resize(size)
        assert len({mark.y() for mark in strip.marks()}) == lines
        assert strip.marks()[2].geometry().right() == strip.width() - 1
        areas = [mark.geometry() for mark in strip.marks()]
        assert all(strip.rect().contains(area) for area in areas)
        assert not any(one.intersects(other) for n, one in enumerate(areas) for other in areas[n + 1 :])


def test_a_strip_breaks_its_lines_where_its_width_ends(qtbot: QtBot) -> None:
    theme = load_theme("light")
    strip = MarkStrip(theme, [f"2\u00a0¶{n}" for n in range(10, 22)], per_line=12, left=True)
    qtbot.addWidget(strip)
    assert strip.sizeHint().height() == theme.target
    within = strip.size_within(200)
    assert within.width() <= 200
    assert within.height() == strip.heightForWidth(200) > strip.sizeHint().height()
    strip.resize(within)
    assert all(strip.rect().contains(mark.geometry()) for mark in strip.marks())
    assert min(mark.x() for mark in strip.marks()) == 0
    assert strip.size_within(1).height() == 12 * theme.target


def test_a_left_strip_begins_at_its_left_edge(theme: Theme, show: Callable[..., QImage]) -> None:
    strip = MarkStrip(theme, ["¶1", "¶2", "¶3"], left=True)
    show(theme, strip)
    first, _, third = strip.marks()
    assert first.x() == third.x() == 0


def test_a_heading_has_its_line_and_room_at_the_right(
    theme: Theme, show: Callable[..., QImage], count: Callable[[QImage, QColor], int]
) -> None:
    chip = StatusChip(theme, "All 3 dates now passed", "quiet", "clock")
    heading = SectionHeading(theme, "Meetings ahead, as of 14 May 2021", chip)
    image = show(theme, heading, 480)
    assert count(image, theme.color("line")) >= 480
    assert chip.geometry().right() == heading.width() - 1
    assert chip.size() == chip.sizeHint()
    assert heading.accessibleName() == "Meetings ahead, as of 14 May 2021"
    wide = heading.heightForWidth(700)
    assert heading.heightForWidth(300) > wide >= 24
    plain = SectionHeading(theme, "OPCON transition")
    show(theme, plain)
    plain.explain("OPCON: operational control")
    assert "operational control" in plain.toolTip()
    assert plain.accessibleDescription() == "OPCON: operational control"
    assert plain.hasHeightForWidth()
    assert plain.heightForWidth(60) > plain.heightForWidth(300)
    assert plain.minimumSizeHint().width() <= plain.sizeHint().width()


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_within_its_grid(qtbot: QtBot, name: str) -> None:
    found = icon(name, QColor("#FF0000"), QColor("#00FF00"), QColor("#0000FF"), size=32)  # type: ignore[arg-type]
    size = QSize(32, 32)
    for mode, channel in (
        (QIcon.Mode.Normal, "red"),
        (QIcon.Mode.Disabled, "green"),
        (QIcon.Mode.Active, "blue"),
    ):
        image = found.pixmap(size, 1.0, mode, QIcon.State.Off).toImage()
        marked = [
            image.pixelColor(x, y)
            for x in range(32)
            for y in range(32)
            if image.pixelColor(x, y).alpha() > 200
        ]
        assert 20 < len(marked) < 600
        assert all(getattr(color, channel)() > 250 for color in marked)
        edge = [image.pixelColor(x, y).alpha() for x in (0, 31) for y in range(32)]
        assert max(edge) < 200
