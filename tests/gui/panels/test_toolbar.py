"""The place in the toolbar: whatever the room, it says which of its series a briefing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF

from briefing_app.gui.panels.agreements import Agreements
from briefing_app.gui.panels.toolbar import Crumb
from briefing_app.gui.theme import install_fonts, load_theme
from briefing_app.gui.widgets.button import Button
from briefing_app.gui.widgets.signs import KindSign

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

LONG = "Korea-U.S. Integrated Defense Dialogue"


def crumb(qtbot: QtBot, quiet: str, loud: str, size: float = 1) -> Crumb:
    install_fonts()
    found = Crumb(load_theme("light", size))
    qtbot.addWidget(found)
    found.show_place(quiet, loud)
    return found


@pytest.mark.parametrize(
    ("width", "quiet", "loud"),
    [
        (900, f"{LONG}  ›  ", "No. 19 · Washington, 12–13 May 2021"),
        (400, "Korea-U.S. Integrated Def…  ›  ", "No. 19 · Washington, 12–13 May 2021"),
        (250, "", "No. 19 · Washington, 12–13 May 2021"),
        (150, "", "No. 19 · W…3 May 2021"),
        (60, "", "No. 19 ·…"),
    ],
)
def test_the_series_goes_before_the_number(qtbot: QtBot, width: int, quiet: str, loud: str) -> None:
    found = crumb(qtbot, LONG, "No. 19 · Washington, 12–13 May 2021")
    assert found.fitting(width) == (quiet, loud)
    assert found.accessibleName() == f"{LONG} › No. 19 · Washington, 12–13 May 2021"


def test_what_is_not_saved_is_said_behind_a_long_title(qtbot: QtBot) -> None:
    quiet, loud = crumb(qtbot, "", f"{LONG} · unsaved draft").fitting(200)
    assert quiet == ""
    assert loud.endswith("draft")


def test_what_is_shown_fits(qtbot: QtBot) -> None:
    found = crumb(qtbot, LONG, "No. 19 · Washington, 12–13 May 2021")
    theme = load_theme("light")
    for width in range(30, 700, 7):
        quiet, loud = found.fitting(width)
        wide = QFontMetricsF(theme.font("ui")).horizontalAdvance(quiet)
        wide += QFontMetricsF(theme.font("ui_bold")).horizontalAdvance(loud)
        assert wide <= width


def test_a_series_alone_is_cut_at_its_end(qtbot: QtBot) -> None:
    assert crumb(qtbot, LONG, "").fitting(100) == ("Korea-U.S. Int…", "")
    assert crumb(qtbot, "", "a.briefing").fitting(100) == ("", "a.briefing")


def test_at_twice_the_size_a_narrow_window_says_the_number(
    opened: Open, kidd: Path, settings: Settings
) -> None:
    settings.change(text_size=200)
    window = opened(kidd, width=960, height=600)
    found = window.frame.toolbar.crumb
    assert found.fitting(found.width())[1].startswith("No. 19")


@pytest.mark.parametrize("size", [100, 200])
def test_the_narrowest_window_presses_and_cuts_nothing(
    opened: Open, vksd: Path, settings: Settings, qtbot: QtBot, size: int
) -> None:
    settings.change(text_size=size)
    window = opened(vksd, width=640, height=480)
    window.pick("a1")
    qtbot.wait(1)
    bar, brief = window.frame.toolbar, window.frame.brief
    for button in bar.findChildren(Button):
        assert button.isHidden() or button.width() >= button.sizeHint().width(), button.accessibleName()
    assert bar.crumb.fitting(bar.crumb.width())[1].startswith("No. 14")
    page = brief.widget()
    assert page is not None
    assert page.width() <= brief.viewport().width()
    assert window.frame.peek.words.width() > window.width() / 3
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not window.frame.toolbar.page.isHidden())


def test_a_label_stands_above_its_row_where_a_column_would_take_the_room(
    opened: Open, vksd: Path, settings: Settings
) -> None:
    settings.change(text_size=200)
    window = opened(vksd, width=640, height=480)
    (panel,) = window.frame.brief.findChildren(Agreements)
    (rows,) = panel.lists
    first = rows.hold(0)
    signs = [each.parentWidget() for each in rows.findChildren(KindSign)]
    label = next(each for each in signs if each is not None and each is not first)
    assert first.x() == 0
    assert label.geometry().bottom() < first.y()
