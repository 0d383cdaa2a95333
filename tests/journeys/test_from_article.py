"""From an article to a saved briefing, with keys alone, in the real window."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing_app.workflow.opening import open_briefing
from tests.journeys.screen import PATIENCE, eventually

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.screen import Screen

    Start = Callable[..., subprocess.Popen[str]]

TITLE = "29th Korea-U.S. Integrated Defense Dialogue"
MARK = 0xFFEDA6  # the words that are shown in the source


@pytest.mark.timeout(180)
def test_an_article_is_drafted_read_and_saved(desktop: Screen, start: Start, home: Path, root: Path) -> None:
    story = root / "tests" / "corpus" / "seoul-dialogue-foc-to-spring" / "article.txt"
    article = home / "seoul.txt"
    shutil.copy(story, article)
    program = start()
    desktop.turns_to("Briefing")
    desktop.press("ctrl+n")
    desktop.turns_to("New from article")
    desktop.press("Tab")  # from the text to the line of the file
    desktop.write(str(article))
    desktop.press("Return")
    desktop.turns_to(TITLE)
    eventually(
        lambda: desktop.active().endswith("unsaved draft – Briefing"), "the title does not say unsaved"
    )
    assert list((home / "data" / "briefing" / "articles").iterdir())

    desktop.press("Down")
    eventually(lambda: MARK in desktop.colours(), "the passage of the item is not shown in the source")

    desktop.press("ctrl+q")
    desktop.turns_to("Unsaved draft")
    desktop.press("Return")  # Save is the default
    desktop.turns_to("Save as")
    desktop.press("Return")  # the name that is proposed
    target = home / "seoul.briefing"
    eventually(target.is_file, "nothing was saved")
    assert program.wait(PATIENCE) == 0
    assert program.communicate() == ("", "")

    briefing = open_briefing(target).briefing
    assert briefing is not None
    assert briefing.status == "draft"
    assert briefing.title.startswith(TITLE)
    assert article.read_bytes() == story.read_bytes()


@pytest.mark.timeout(180)
def test_an_article_that_is_named_at_the_start_opens_as_a_draft(
    desktop: Screen, start: Start, home: Path, root: Path
) -> None:
    article = home / "seoul.txt"
    shutil.copy(root / "tests" / "corpus" / "seoul-dialogue-foc-to-spring" / "article.txt", article)
    program = start(article)
    desktop.turns_to(TITLE)
    desktop.press("ctrl+q")
    desktop.turns_to("Unsaved draft")
    desktop.press("Tab", "space")  # Discard
    assert program.wait(PATIENCE) == 0
    assert program.communicate() == ("", "")
    assert not (home / "seoul.briefing").exists()
