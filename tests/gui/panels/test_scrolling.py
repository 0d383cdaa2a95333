"""The thin bar paints its handle where the style has it for the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from briefing_app.gui.panels.scrolling import ThinBar
from briefing_app.gui.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("height", [30, 100, 400, 752])
@pytest.mark.parametrize(("most", "page"), [(100, 50), (5000, 752), (88000, 752)])
def test_handle_is_where_the_mouse_finds_it(qtbot: QtBot, height: int, most: int, page: int) -> None:
    bar = ThinBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.resize(12, height)
    bar.setRange(0, most)
    bar.setPageStep(page)
    for value in range(0, most + 1, most // 25):
        bar.setValue(value)
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        assert bar.handle() == bar.style().subControlRect(control, option, part, bar)
