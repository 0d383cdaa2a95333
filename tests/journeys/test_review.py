"""From an article to a signed-off briefing and its page, with keys alone, in the real window; a bad end."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.briefing import items
from briefing_app.workflow.opening import open_briefing
from tests.journeys.screen import PATIENCE, eventually

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.model.briefing import Briefing
    from tests.journeys.screen import Screen

    Start = Callable[..., subprocess.Popen[str]]

STORY = "seoul-dialogue-foc-to-spring"
TITLE = "29th Korea-U.S. Integrated Defense Dialogue"
THREAD = 0x9A7400  # the line from the open card to its passage
CHECKED = " (checked)"


def read(path: Path) -> Briefing:
    briefing = open_briefing(path).briefing
    assert briefing is not None
    return briefing


def open_draft(desktop: Screen, start: Start, home: Path, root: Path) -> Path:
    """Draft a story in the window, save the draft, and return its file."""
    article = home / "seoul.txt"
    shutil.copy(root / "tests" / "corpus" / STORY / "article.txt", article)
    start(article)
    desktop.turns_to(TITLE)
    desktop.press("ctrl+s")
    desktop.turns_to("Save as")
    desktop.press("Return")
    target = home / "seoul.briefing"
    eventually(target.is_file, "the draft was not saved")
    eventually(lambda: "seoul.briefing" in desktop.active(), "the window does not show the file")
    return target


@pytest.mark.timeout(300)
def test_a_draft_is_reviewed_signed_off_and_printed(
    desktop: Screen, start: Start, home: Path, root: Path
) -> None:
    target = open_draft(desktop, start, home, root)
    count = sum(1 for _ in items(read(target)))
    desktop.press("ctrl+r")
    eventually(lambda: THREAD in desktop.colours(), "no thread from the card to its passage")
    for _ in range(2):  # fix two
        desktop.press("e", "End")
        desktop.write(CHECKED)
        desktop.press("ctrl+Return")
    desktop.press("r")  # reject one
    for _ in range(count - 3):
        desktop.press("a")
    desktop.press("ctrl+Return")
    desktop.turns_to("Sign off")
    desktop.write("Desk 3")
    desktop.press("Return")
    desktop.turns_to(TITLE)
    desktop.press("ctrl+s")
    eventually(lambda: read(target).signed_off is not None, "the file is not signed off")
    briefing = read(target)
    states = [item.review.state for _, item in items(briefing)]
    assert briefing.status == "reviewed"
    assert briefing.signed_off is not None
    assert briefing.signed_off.by == "Desk 3"
    assert (states.count("edited"), states.count("rejected"), len(states)) == (2, 0, count - 1)
    assert target.read_text(encoding="utf-8").count(CHECKED) == 2

    desktop.press("ctrl+e")
    desktop.turns_to("Export and print")
    desktop.press("ctrl+s")
    desktop.turns_to("Export as PDF")
    desktop.press("Return")
    page = home / "seoul.pdf"
    eventually(page.is_file, "the page was not printed")
    assert open_briefing(page).briefing is not None


@pytest.mark.timeout(180)
def test_a_killed_program_offers_its_work_again(
    desktop: Screen, start: Start, home: Path, root: Path
) -> None:
    target = open_draft(desktop, start, home, root)
    before = target.read_bytes()
    desktop.press("ctrl+r", "e", "End")
    desktop.write(CHECKED)
    journal = home / "data" / "briefing" / "journal"
    eventually(
        lambda: any(CHECKED in each.read_text(encoding="utf-8") for each in journal.glob("*/entry")),
        "what was typed is not in the journal",
    )
    os.kill(int(desktop.xdotool("getactivewindow", "getwindowpid")), signal.SIGKILL)
    assert target.read_bytes() == before
    second = start()
    desktop.turns_to("Unsaved work")
    desktop.press("space")  # Recover, which has the keyboard
    eventually(lambda: "Edited" in desktop.active(), lambda: f"not the work, but {desktop.active()!r}")
    desktop.press("ctrl+s")
    eventually(lambda: CHECKED.encode() in target.read_bytes(), "the work was not saved")
    desktop.press("ctrl+q")
    assert second.wait(PATIENCE) == 0
    assert not list(journal.glob("*/entry"))
