"""The page of an empty window offers the samples by their titles, as far as there is room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction

from briefing_app.gui.panels.first_run import FirstRun, SampleButton
from briefing_app.gui.theme import install_fonts, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")

TITLE = "19th Korea-U.S. Integrated Defense Dialogue"


@pytest.mark.parametrize(("width", "size", "whole"), [(1280, 1, True), (960, 2, True), (640, 2, False)])
def test_a_sample_is_offered_by_its_title(qtbot: QtBot, width: int, size: float, *, whole: bool) -> None:
    install_fonts()
    page = FirstRun(QAction())
    qtbot.addWidget(page)
    page.show_offers(load_theme("light", size), [(Path("kidd-19.briefing"), TITLE)], stacked=size > 1)
    page.resize(width, 600)
    page.show()
    qtbot.wait(1)
    found = page.findChild(SampleButton)
    assert found is not None
    assert found.accessibleName() == TITLE
    assert (found.shown == TITLE) == whole
    assert found.shown.startswith("19th Korea")
    assert bool(found.toolTip()) == (not whole)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
    assert found.geometry().right() < content.width()
