"""The way back, where the text of a source has become another one since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.gui.going import go, jump
from briefing_app.workflow.opening import open_briefing
from tests.gui.attached import attach, write_bare

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]


@pytest.mark.parametrize("more", [0, 40])
def test_the_way_back_leads_to_the_passage_in_another_text(
    opened: Open, root: Path, vksd: Path, tmp_path: Path, qtbot: QtBot, more: int
) -> None:
    sample = open_briefing(vksd).briefing
    assert sample is not None
    text = sample.sources[0].text
    window = opened(write_bare(root, tmp_path))
    pane = window.frame.source
    window.pick("m1")
    article = pane.article
    article.verticalScrollBar().setValue(article.verticalScrollBar().maximum() // 2)
    jump(window, "a1")
    attach(window, (*["A notice of the publisher, which says nothing."] * more, *text))
    pane.show_source(sample.sources[1].id)
    go(window, -1)
    qtbot.waitUntil(lambda: article.complete and bool(article.spans()))
    assert window.selection.item == "m1"
    assert pane.source == sample.sources[0].id
    found = pane.passage_place()
    assert found is not None
    area, beyond = found
    assert beyond == 0
    assert 0 <= area.top() < article.viewport().height()


def test_the_way_back_keeps_the_place_in_the_same_text(opened: Open, vksd: Path, qtbot: QtBot) -> None:
    window = opened(vksd)
    window.pick("a1")
    bar = window.frame.source.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    was = bar.value()
    jump(window, "m1")
    qtbot.waitUntil(lambda: bar.value() != was)
    go(window, -1)
    qtbot.waitUntil(lambda: bar.value() == was)
