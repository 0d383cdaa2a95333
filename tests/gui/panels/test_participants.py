"""Who attended: the marks of those who are only counted, and one column of marks where people are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.marks import MarkStrip
from briefing_app.gui.widgets.rows import PersonRow
from briefing_app.gui.widgets.text import TextLine
from briefing_app.workflow.opening import open_briefing
from tests.gui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Shown = Callable[[Path], Participants]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Return what shows the participants of a file in 860 px."""

    def show(file: Path) -> Participants:
        briefing = open_briefing(file).briefing
        assert briefing is not None
        panel = Participants(Scene(load_theme("light"), briefing, TODAY))
        qtbot.addWidget(panel)
        panel.resize(860, panel.heightForWidth(860))
        panel.show()
        return panel

    return show


@pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
def test_those_who_are_counted_have_their_marks_at_the_edge(shown: Shown, vksd: Path) -> None:
    panel = shown(vksd)
    (strip,) = (each for each in panel.findChildren(MarkStrip) if each.isVisible())
    assert [mark.text() for mark in strip.marks()] == [
        "1\u00a0¶4",
        "2\u00a0¶5",
        "1\u00a0¶5",
        "2\u00a0¶1",
        "1\u00a0¶6",
    ]
    assert strip.mapTo(panel, strip.rect().topRight()).x() == panel.width() - 1
    picked: list[tuple[str, int]] = []
    panel.picked.connect(lambda item, mark: picked.append((item, mark)))
    for mark in strip.marks():
        mark.click()
    assert picked == [("p1", 0), ("p1", 1), ("p6", 0), ("p6", 1), ("p13", 0)]


@pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
def test_who_has_no_side_is_told_as_observers_are(shown: Shown, vksd: Path) -> None:
    lines = {line.text().strip(): line for line in shown(vksd).findChildren(TextLine)}
    other, observers = lines["side not stated: 1"], lines["2 observers"]
    assert other.font() == observers.font()
    assert other.palette() == observers.palette()
    assert lines["5"].font().bold() or lines["5"].font().weight() > other.font().weight()


@pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
def test_what_is_said_of_two_people_takes_one_line_where_it_can(shown: Shown, kidd: Path) -> None:
    panel = shown(kidd)
    first, second = panel.findChildren(PersonRow)
    assert first.height() == second.height() < 2 * panel.theme.target
    assert second.geometry().right() == panel.width() - 1
