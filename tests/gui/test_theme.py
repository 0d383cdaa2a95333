"""The shipped colours pass WCAG, high contrast only raises it, and type and measures follow the text size."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette

from briefing_app import assets
from briefing_app.gui import theme as themes
from briefing_app.gui.theme import ROLES, TOKENS, Scheme, Token, load_theme
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.chips import StatusChip

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

SCHEMES: tuple[Scheme, ...] = ("light", "dark")

# look.md 4: ink, ground, least ratio, and the ratios it says in light and dark
TABLE: tuple[tuple[Token, Token, float, float, float], ...] = (
    ("ink", "page", 7, 16.73, 13.37),
    ("ink2", "page", 4.5, 7.94, 8.54),
    ("ink3", "page", 4.5, 5.49, 5.98),
    ("ink3", "side", 4.5, 4.65, 6.38),
    ("ink3", "sel", 4.5, 4.79, 4.77),
    ("ink2", "sel", 4.5, 6.92, 6.82),
    ("line2", "window", 3, 3.33, 4.26),
    ("accent", "page", 4.5, 8.42, 8.94),
    ("accent", "accentSoft", 4.5, 7.09, 6.95),
    ("onAccent", "accent", 4.5, 8.42, 8.78),
    ("markInk", "mark", 7, 14.27, 8.23),
    ("markLine", "mark", 3, 3.68, 4.80),
    ("delay", "delaySoft", 4.5, 5.85, 7.23),
    ("error", "errorSoft", 4.5, 6.38, 7.09),
)
# What the widgets also draw on each other.
MORE: tuple[tuple[Token, Token, float], ...] = (
    ("ink", "sel", 7),
    ("ink2", "chip", 4.5),
    ("ink2", "source", 4.5),
    ("ink3", "source", 4.5),
    ("ink3", "window", 4.5),
    ("accent", "sel", 4.5),
    ("accent", "source", 4.5),
    ("accent", "raised", 4.5),
    ("onAccent", "accentHover", 4.5),
    ("delay", "page", 4.5),
    ("error", "page", 4.5),
    ("line2", "page", 3),
    ("line2", "source", 3),
    ("markLine", "source", 3),
    ("tlpRed", "tlpGround", 4.5),
    ("tlpAmber", "tlpGround", 4.5),
    ("tlpGreen", "tlpGround", 4.5),
    ("tlpClear", "tlpGround", 4.5),
)


def luminance(color: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_shipped_tokens_are_exactly_the_known_ones(scheme: Scheme) -> None:
    shipped = json.loads(assets.resource("themes", f"{scheme}.json").read_text(encoding="utf-8"))
    assert set(shipped) == set(TOKENS)
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in shipped.values())


@pytest.mark.parametrize(("ink", "ground", "least", "light", "dark"), TABLE)
def test_the_contrast_table(ink: Token, ground: Token, least: float, light: float, dark: float) -> None:
    for scheme, said in zip(SCHEMES, (light, dark), strict=True):
        colours = load_theme(scheme).colours
        ratio = contrast(colours[ink], colours[ground])
        assert ratio >= least
        assert ratio == pytest.approx(said, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), MORE)
def test_all_else_that_is_drawn_on_each_other(
    scheme: Scheme, ink: Token, ground: Token, least: float
) -> None:
    colours = load_theme(scheme).colours
    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_high_contrast_makes_quiet_inks_and_lines_stronger_and_drops_soft_fills(scheme: Scheme) -> None:
    usual, strong = load_theme(scheme), load_theme(scheme, high_contrast=True)
    assert strong.color("ink3") == usual.color("ink2")
    assert strong.color("line") == usual.color("line2")
    assert strong.color("delaySoft") == strong.color("accentSoft") == usual.color("page")
    for ink, ground in (*(row[:2] for row in TABLE), *(row[:2] for row in MORE)):
        before = contrast(usual.colours[ink], usual.colours[ground])
        assert contrast(strong.colours[ink], strong.colours[ground]) >= min(before, 4.5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_high_contrast_an_edge_takes_the_place_of_a_soft_ground(qtbot: QtBot, scheme: Scheme) -> None:
    for strong in (False, True):
        theme = load_theme(scheme, high_contrast=strong)
        chip, button = StatusChip(theme, "2 of 9 reviewed", "delay"), Button(theme, "Source")
        button.setCheckable(True)
        button.setChecked(True)
        pairs: tuple[tuple[QWidget, Token], ...] = ((chip, "delay"), (button, "accent"))
        for widget, ink in pairs:
            qtbot.addWidget(widget)
            picture = widget.grab().toImage()
            edge = picture.pixelColor(picture.width() // 2, 0)
            assert (edge == theme.color(ink)) is strong, ink


def test_text_size_scales_fonts_lines_and_measures_and_is_held_in_bounds(qapp: QApplication) -> None:
    one, two = load_theme("light"), load_theme("light", 2.0)
    for role in ROLES:
        assert two.font(role).pixelSize() == 2 * one.font(role).pixelSize()
        assert two.line_height(role) == 2 * one.line_height(role)
        assert one.line_height(role) > one.font(role).pixelSize()
    assert (two.px(5), two.overhang, two.inset, two.target) == (10, 10, 20, 48)
    assert load_theme("light", 9).scale == 2.0
    small = load_theme("light", 0.1)
    assert small.scale == 0.8
    assert small.target == 24
    assert small.px(0.2) == 1
    assert small.px(0) == 0
    assert small.px(-10) == -8


def test_sizes_of_look_5(qapp: QApplication) -> None:
    normal = load_theme("light")
    wide, narrow = normal.in_layout("wide"), normal.in_layout("narrow")
    assert (normal.font("title").pixelSize(), narrow.font("title").pixelSize()) == (27, 24)
    assert [each.font("bottom_line").pixelSize() for each in (narrow, normal, wide)] == [17, 19, 20]
    assert (normal.line_height("bottom_line"), normal.line_height("item")) == (31, 20)
    assert (normal.line_height("article"), wide.line_height("article")) == (24, 26)
    assert normal.font("ui_bold").weight() == QFont.Weight.DemiBold
    assert normal.font("label").capitalization() == QFont.Capitalization.AllUppercase
    assert normal.font("item", italic=True).italic()
    assert [tag.toString() for tag in normal.font("meta", tabular=True).featureTags()] == [b"tnum"]


def test_the_shipped_faces_are_drawn(qapp: QApplication) -> None:
    families = themes.install_fonts()
    assert {"Source Serif Pro", "Source Sans Pro"} <= set(families)
    assert QFontInfo(load_theme("dark").font("title")).family() == "Source Serif Pro"
    assert QFontInfo(load_theme("dark").font("ui_bold")).family() == "Source Sans Pro"
    assert QFontDatabase.styles("Source Sans Pro")


def test_without_font_packages_the_platform_draws(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assets, "font_folders", lambda: [tmp_path])
    assert themes.install_fonts() == ()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_palette_sets_what_qt_forgets(qapp: QApplication, scheme: Scheme) -> None:
    theme = load_theme(scheme)
    before, font = qapp.palette(), qapp.font()
    try:
        themes.apply(qapp, theme)
        palette = qapp.palette()
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        assert palette.color(role.Link) == palette.color(role.LinkVisited) == theme.color("accent")
        assert palette.color(role.PlaceholderText) == theme.color("ink3")
        assert palette.color(group.Disabled, role.Text) == theme.color("ink3")
        assert palette.color(role.Window) == theme.color("window")
        assert qapp.font().pixelSize() == 14
        for text, ground in ((role.Text, role.Base), (role.HighlightedText, role.Highlight)):
            assert contrast(palette.color(text).name(), palette.color(ground).name()) >= 4.5
        assert contrast(palette.color(role.Link).name(), palette.color(role.Base).name()) >= 4.5
    finally:
        qapp.setPalette(before)
        qapp.setFont(font)


def test_a_system_that_says_nothing_is_light_and_of_usual_contrast(qapp: QApplication) -> None:
    assert themes.system_scheme(qapp) == "light"
    assert themes.system_high_contrast(qapp) is False


def test_what_the_system_says_counts() -> None:
    from PySide6.QtCore import Qt

    class Accessibility:
        def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
            return Qt.ContrastPreference.HighContrast

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

        def accessibility(self) -> Accessibility:
            return Accessibility()

    class OldHints:
        pass

    class System:
        def __init__(self, hints: object) -> None:
            self.hints = hints

        def styleHints(self) -> object:  # noqa: N802 - Qt's name
            return self.hints

    from PySide6.QtGui import QGuiApplication

    assert themes.system_scheme(cast("QGuiApplication", System(Hints()))) == "dark"
    assert themes.system_high_contrast(cast("QGuiApplication", System(Hints())))
    assert not themes.system_high_contrast(cast("QGuiApplication", System(OldHints())))
