"""Finding while one types, in what is long: no frame takes over 50 ms. Nothing else may be running."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from briefing_app.gui.finder import finder_of
from tests.gui.attached import attach
from tests.gui.finding_steps import bar_of
from tools.bench import grown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.finder import Finder
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.find_bar import FindBar

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
FRAME = 0.05  # s
MANY = 2_000


class Gaps:
    """Measures the longest time in which a window did not react."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


def type_slowly(bar: FindBar, words: str, finder: Finder, qtbot: QtBot) -> float:
    """Type words letter by letter; return the longest time in which nothing reacted."""
    gaps = Gaps()
    for letter in words:
        began = perf_counter()
        QTest.keyClicks(bar.field, letter)
        gaps.longest = max(gaps.longest, perf_counter() - began)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: finder.settled, timeout=20_000)
    return gaps.stop()


def test_two_thousand_agreements_keep_nobody_waiting(
    opened: Open, tmp_path: Path, vksd: Path, qtbot: QtBot
) -> None:
    window = opened(grown(MANY, tmp_path, vksd))
    scroll = window.frame.brief.verticalScrollBar()
    qtbot.waitUntil(lambda: scroll.maximum() > MANY * 20)
    bar, finder = bar_of(window), finder_of(window)
    qtbot.wait(50)
    longest = min(type_slowly(bar, words, finder, qtbot) for words in ("tan", "squ", "min"))
    assert longest < FRAME


def test_a_long_source_keeps_nobody_waiting(opened: Open, kidd: Path, qtbot: QtBot) -> None:
    window = opened(kidd)
    words = "The ministers’ délégations agreed on a number of points concerning the strait and its mines "
    text = tuple(words * 4 + f"number{n}." for n in range(290))
    assert sum(len(paragraph.split()) for paragraph in text) > 17_000
    attach(window, text)
    bar, finder = bar_of(window), finder_of(window)
    bar._toggles["source"].click()
    longest = min(
        type_slowly(bar, words, finder, qtbot) for words in ("delegation", "s strait a", "ministers")
    )
    assert longest < FRAME
