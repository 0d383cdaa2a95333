"""Finding in what is long, late or hostile: nobody waits, and words are marked where they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from briefing_app.gui.finder import finder_of
from tests.gui.attached import attach
from tests.gui.finding_steps import bar_of, find, framed, seen
from tools.bench import grown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
MANY = 2_000


def test_two_thousand_agreements_are_looked_through_bit_by_bit(
    opened: Open, tmp_path: Path, vksd: Path, qtbot: QtBot
) -> None:
    window = opened(grown(MANY, tmp_path, vksd))
    scroll = window.frame.brief.verticalScrollBar()
    qtbot.waitUntil(lambda: scroll.maximum() > MANY * 20)
    bar, finder = bar_of(window), finder_of(window)
    turns: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(len(finder.matches)))
    timer.start()
    QTest.keyClicks(bar.field, "e")
    assert not finder.complete
    qtbot.waitUntil(lambda: finder.settled, timeout=20_000)
    timer.stop()
    assert len(set(turns)) > 2  # the window had its turns in between
    assert len(finder.matches) > MANY
    find(window, "tanker squadrons", qtbot)
    assert len(finder.matches) > 2
    finder.step(-1)
    assert finder.matches[finder.current].spot.side == "source"


def test_a_long_source_is_gone_through_to_its_end(opened: Open, kidd: Path, qtbot: QtBot) -> None:
    window = opened(kidd)
    words = "The ministers’ délégations agreed on a number of points concerning the strait and its mines "
    text = tuple(words * 4 + f"number{n}." for n in range(290))
    assert sum(len(paragraph.split()) for paragraph in text) > 17_000
    attach(window, text)
    bar = bar_of(window)
    bar._toggles["source"].click()
    find(window, "DELEGATION", qtbot)
    assert bar.count.text() == "1 of 1,160"
    find(window, "number289.", qtbot)
    assert bar.count.text() == "1 of 1"
    assert seen(window) == "number289."


def test_a_text_that_is_still_being_written_is_gone_to_when_it_is_there(
    opened: Open, kidd: Path, qtbot: QtBot
) -> None:
    window = opened(kidd)
    text = tuple(
        f"Paragraph {n} of a text without an end, with words enough to fill a line." for n in range(6_000)
    )
    pane = attach(window, text, whole=False)
    assert not pane.article.complete
    bar_of(window)._toggles["source"].click()
    bar_of(window).field.setText("paragraph 5990 ")
    qtbot.waitUntil(lambda: pane.article.complete, timeout=20_000)
    qtbot.waitUntil(lambda: seen(window) == "Paragraph 5990 ", timeout=5_000)


def test_hostile_words_are_found_where_they_are_drawn(
    opened: Open, vksd: Path, changed_copy: Callable[[Path, Callable[[Any], object]], Path], qtbot: QtBot
) -> None:
    def change(tree: Any) -> None:
        tree["agreements"][0]["statement"] = (
            "An \U0001f600 astral *word* and a \u202e turn, " + "x" * 120 + " end"
        )
        tree["title"] = "A \U0001f600 title " + "y" * 90 + " end"

    window = opened(changed_copy(vksd, change))
    for words in ("word", "[U+202E]", "x end", "y end"):
        find(window, words, qtbot)
        qtbot.wait(10)
        assert [each.casefold().replace("\u200b", "") for each in framed(window.frame.brief)] == [
            words.casefold()
        ]
