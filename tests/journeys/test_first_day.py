"""A newcomer's first day, with keys and mouse alone: from the first start to the second."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from briefing_app.workflow.opening import open_briefing
from tests.journeys.screen import PATIENCE, eventually, middle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.screen import Screen, Spot

    Start = Callable[..., subprocess.Popen[str]]

TITLE = "14th Veldania-Korvath Joint Security Dialogue"
ACCENT, MARK = 0x0B5563, 0xFFEDA6  # the primary button; the words that are shown in the source
STAGE, NEXT_STAGE = "o8", "o9"  # the fourth item of the brief, which has two passages, and the fifth


@pytest.fixture
def files(root: Path, home: Path) -> tuple[Path, Path]:
    """Return a briefing that does not carry the texts of its sources, and the text of the first of them."""
    tree = json.loads((root / "resources" / "examples" / "vksd-14.briefing").read_text(encoding="utf-8"))
    texts = [source.pop("text") for source in tree["sources"]]
    briefing, article = home / "dialogue.briefing", home / "article.txt"
    briefing.write_text(json.dumps(tree, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    article.write_text("\n\n".join(texts[0]) + "\n", encoding="utf-8")
    return briefing, article


def standing(home: Path, briefing: Path) -> Any:
    """Return where one stood in a briefing when the program ended, as it is remembered."""
    (settings,) = (home / "config").rglob("settings.json")
    return json.loads(settings.read_text(encoding="utf-8"))["known"][str(briefing)]["standing"]


def open_by_dialog(screen: Screen, briefing: Path) -> None:
    """Click on the one button of the first page, and name a file."""
    screen.turns_to("Briefing")
    screen.xdotool("mousemove", "0", "0")  # what it lies on has another colour
    eventually(lambda: len(screen.spots(ACCENT)) > 3_000, "the first page shows no button")
    screen.click(middle(screen.spots(ACCENT)))
    screen.turns_to("Open a briefing")
    screen.write(briefing.name)
    screen.press("Return")
    screen.turns_to(TITLE)


def read_by_keys(screen: Screen) -> None:
    """Go down to an item with two passages, into the source and back, and on to its second passage."""
    screen.press("Down", "Down", "Down")  # from the event, which has the keyboard once the dialog is gone
    first = shown(screen)
    screen.press("Return", "Escape", "bracketright")
    # Both may stand in the same line of the view; their words are not as wide.
    wide = {spot[0] for spot in first}
    eventually(lambda: {spot[0] for spot in shown(screen)} != wide, "the second passage is not shown")


def shown(screen: Screen) -> list[Spot]:
    """Return where the source shows the words of what is selected, once it does."""
    right = 900
    found: list[Spot] = []

    def look() -> bool:
        found[:] = [spot for spot in screen.spots(MARK) if spot[0] > right]
        return bool(found)

    eventually(look, "no words are shown in the source")
    return found


def attach_by_keys(screen: Screen, article: Path, home: Path) -> None:
    """Go to the button above the text of the source, name the file, and come back to the item."""
    excerpt = len(shown(screen))
    screen.press("F6", "shift+Tab", "shift+Tab", "shift+Tab", "Return")
    screen.turns_to("Attach the article")
    screen.press("Tab")
    screen.write(f"~/{article.name}")
    screen.press("Return")
    screen.turns_to(TITLE)
    kept = home / "data" / "briefing" / "articles"
    eventually(lambda: kept.is_dir() and any(kept.iterdir()), "the text is not kept")
    eventually(lambda: len(shown(screen)) > excerpt * 1.2, "the words are not shown in full")
    screen.press("Escape")


def save(screen: Screen, target: Path, *, named: bool) -> None:
    """Save a PDF under the name that is proposed, or under another."""
    screen.turns_to("Export as PDF")
    if named:
        screen.write(target.stem)
    screen.press("Return")
    eventually(target.exists, lambda: f"{target.name} is not there; in front is {screen.active()!r}")
    screen.turns_to(TITLE)


def export(screen: Screen, target: Path) -> None:
    """Look at the pages, choose the full brief, and save it under the name that is proposed."""
    screen.press("ctrl+e")
    screen.turns_to("Export and print")
    screen.press("ctrl+shift+e", "Return")
    save(screen, target, named=False)


def print_to_file(screen: Screen, target: Path) -> None:
    """Print where no printer is installed: go to the line that says so, and take what it offers."""
    screen.press("ctrl+p", "F6", "F6", "Return")
    save(screen, target, named=True)


def leave(screen: Screen, program: subprocess.Popen[str]) -> None:
    """End the program with its key; it says nothing and ends well."""
    screen.press("ctrl+q")
    assert program.wait(PATIENCE) == 0
    assert program.communicate() == ("", "")


def require_a_good_pdf(pdf: Path, briefing: Path) -> None:
    """Require that a PDF is tagged, and carries the briefing that was open, but for what was rejected."""
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages) > 1
        assert opened.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang).startswith("en")
    carried, whole = open_briefing(pdf).briefing, open_briefing(briefing).briefing
    assert carried is not None
    assert whole is not None
    left = [item for item in whole.agreements if item.review.state != "rejected"]
    assert len(left) == len(whole.agreements) - 1
    assert carried == whole.model_copy(update={"agreements": tuple(left)})
    if shutil.which("pdftotext"):
        words = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout
        assert "verified" in words.lower()  # against the text that was attached


@pytest.mark.timeout(180)  # it takes a tenth of that, where nothing else is going on
def test_from_the_first_start_to_the_second(
    desktop: Screen, start: Start, home: Path, files: tuple[Path, Path]
) -> None:
    briefing, article = files
    as_it_was = briefing.read_bytes()
    program = start()
    open_by_dialog(desktop, briefing)
    read_by_keys(desktop)
    attach_by_keys(desktop, article, home)
    before = shown(desktop)
    export(desktop, home / "dialogue-full.pdf")
    print_to_file(desktop, home / "printed.pdf")
    leave(desktop, program)
    for name in ("dialogue-full.pdf", "printed.pdf"):
        require_a_good_pdf(home / name, briefing)
    assert briefing.read_bytes() == as_it_was
    assert (standing(home, briefing)["item"], standing(home, briefing)["mark"]) == (STAGE, 1)

    again = start()
    desktop.turns_to(TITLE)
    same = pytest.approx(len(before), rel=0.1)
    eventually(lambda: len(shown(desktop)) == same, "the words that were shown are not shown again")
    desktop.press("Down")
    leave(desktop, again)
    assert standing(home, briefing)["item"] == NEXT_STAGE
