"""From an article to a signed-off page in a real window: by mouse, by keys, on little room, in large text."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

import pytest

from briefing_app.model.briefing import items
from briefing_app.workflow.opening import open_briefing
from tests.journeys.screen import eventually, virtual_screen, window_manager
from tests.soak.hands import Hands
from tests.soak.reading_aloud import launcher, reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.model.briefing import Briefing
    from tests.journeys.screen import Size

TITLE = "14th Veldania-Korvath Joint Security Dialogue"
QUEUE = "Items to review"
FIXED = (
    "Hold the long-delayed main test of their combined command in the first half of next year",
    "Grain convoys in the Pale Strait and a common register of merchant ships",
)
CHECKED = " (checked)"
REJECTED = "The FOC test was rehearsed around June 2023"
UNUSED = "They will also speak by telephone in the near future"
REVIEWER = "Desk 3"
NORMAL, SMALL = (1280, 800), (960, 600)
LARGEST = 10  # steps from text of 100 % to that of 200 %


def read(path: Path) -> Briefing:
    """Return the briefing of a file."""
    briefing = open_briefing(path).briefing
    assert briefing is not None
    return briefing


def done(hands: Hands, number: int, count: int) -> bool:
    """Tell whether the review says that so many items are decided."""
    said = f"{number} of {count} done"
    found = hands.find(said, "label")
    return found is not None and found.name.startswith(said)


def card(hands: Hands) -> str:
    """Return what the open card of a review says: the texts that stand in no row and no button."""
    return " | ".join(each.name for each in hands.seen() if each.role == "label")


def _turned(hands: Hands, before: str) -> bool:
    return card(hands) != before


def _opened(hands: Hands, words: str) -> bool:
    return words in card(hands)


class Way(Protocol):
    """How a person does the steps."""

    hands: Hands

    def draft(self, article: Path) -> None:
        """Draft the article, and save the draft under the name that is proposed."""

    def review(self) -> None:
        """Begin the review."""

    def open(self, words: str) -> None:
        """Open an item or a sentence of the review."""

    def fix(self, text: str) -> None:
        """Type at the end of what the open item says, and save it."""

    def reject(self) -> None:
        """Reject the open item."""

    def accept(self) -> None:
        """Accept the open item."""

    def make_item(self) -> None:
        """Make an item of the open sentence as the form comes filled."""

    def sign_off(self, name: str) -> None:
        """Sign the review off and save the file."""

    def see_unused(self) -> None:
        """Look at the sentences that were not used."""

    def export(self) -> None:
        """Save the page under the name that is proposed, and close the dialog."""


class ByMouse:
    """All by clicks and the wheel; only texts are typed."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def draft(self, article: Path) -> None:
        """Draft the article, and save the draft under the name that is proposed."""
        hands, screen = self.hands, self.hands.screen
        hands.click("New", "button")
        screen.turns_to("New from article")
        hands.picture("new")
        hands.click("Choose file", "button")
        screen.turns_to("Choose the article")
        hands.click(article.name, "cell")
        hands.picture("choose")
        hands.click("Open", "button")
        screen.turns_to(TITLE)
        hands.picture("draft")
        hands.click("Save as", "button")
        screen.turns_to("Save as")
        hands.picture("save-as")
        hands.click("Save", "button")
        screen.turns_to(TITLE)

    def review(self) -> None:
        """Begin the review."""
        self.hands.click("Review", "button")

    def open(self, words: str) -> None:
        """Open an item or a sentence of the review."""
        if words not in card(self.hands):
            self.hands.click(words, "push button", within=QUEUE)

    def fix(self, text: str) -> None:
        """Type at the end of what the open item says, and save it."""
        self.hands.click("Edit", "button")
        self.hands.write_at_end("Statement", text)
        self.hands.picture("fix")
        self.hands.click("Save", "button")

    def reject(self) -> None:
        """Reject the open item."""
        self.hands.click("Reject", "button")

    def accept(self) -> None:
        """Accept the open item."""
        self.hands.click("Accept", "button")

    def make_item(self) -> None:
        """Make an item of the open sentence as the form comes filled."""
        self.hands.click("Make an item", "button")
        self.hands.bring("Save", "button")
        self.hands.picture("make-item")
        self.hands.click("Save", "button")

    def sign_off(self, name: str) -> None:
        """Sign the review off and save the file."""
        hands, screen = self.hands, self.hands.screen
        hands.click("Sign off", "button")
        screen.turns_to("Sign off")
        hands.write_at_end("Name", name)
        hands.picture("sign-off")
        hands.click("Sign off", "button")
        screen.turns_to(TITLE)
        hands.picture("signed")
        hands.click("Save", "button")

    def see_unused(self) -> None:
        """Look at the sentences that were not used."""
        self.hands.choose("View", "Unused sentences")

    def export(self) -> None:
        """Save the page under the name that is proposed, and close the dialog."""
        hands, screen = self.hands, self.hands.screen
        hands.click("Back to the briefing", "button")
        hands.click("Export", "button")
        screen.turns_to("Export and print")
        eventually(lambda: hands.sees("Save PDF", "button"), "nothing to save the page with")
        hands.picture("export")
        hands.click("Save PDF", "button")
        screen.turns_to("Export as PDF")
        hands.picture("export-as")
        hands.click("Save", "button")
        screen.turns_to(TITLE)


class ByKeys:
    """All by keys."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def draft(self, article: Path) -> None:
        """Draft the article, and save the draft under the name that is proposed."""
        hands, screen = self.hands, self.hands.screen
        screen.press("ctrl+n")
        screen.turns_to("New from article")
        screen.press("Tab")
        screen.write(str(article))
        hands.picture("new")
        screen.press("Return")
        screen.turns_to(TITLE)
        hands.picture("draft")
        screen.press("ctrl+s")
        screen.turns_to("Save as")
        hands.picture("save-as")
        screen.press("Return")
        screen.turns_to(TITLE)

    def review(self) -> None:
        """Begin the review."""
        self.hands.screen.press("ctrl+r")

    def open(self, words: str) -> None:
        """Open an item or a sentence of the review."""
        while words not in (before := card(self.hands)):
            self.hands.screen.press("j")
            eventually(partial(_turned, self.hands, before), f"J does not come to {words!r}")

    def fix(self, text: str) -> None:
        """Type at the end of what the open item says, and save it."""
        screen = self.hands.screen
        screen.press("e")
        eventually(lambda: self.hands.focused() == "Statement", "the keyboard is not in the statement")
        screen.press("End")
        screen.write(text)
        self.hands.picture("fix")
        screen.press("ctrl+Return")

    def reject(self) -> None:
        """Reject the open item."""
        self.hands.screen.press("r")

    def accept(self) -> None:
        """Accept the open item."""
        self.hands.screen.press("a")

    def make_item(self) -> None:
        """Make an item of the open sentence as the form comes filled."""
        self.hands.screen.press("e")
        eventually(lambda: self.hands.focused() == "Title", "the keyboard is not in the title")
        self.hands.picture("make-item")
        self.hands.screen.press("ctrl+Return")

    def sign_off(self, name: str) -> None:
        """Sign the review off and save the file."""
        screen = self.hands.screen
        screen.press("ctrl+Return")
        screen.turns_to("Sign off")
        screen.write(name)
        self.hands.picture("sign-off")
        screen.press("Return")
        screen.turns_to(TITLE)
        self.hands.picture("signed")
        screen.press("ctrl+s")

    def see_unused(self) -> None:
        """Look at the sentences that were not used."""
        self.hands.screen.press("ctrl+u")

    def export(self) -> None:
        """Save the page under the name that is proposed, and close the dialog."""
        screen = self.hands.screen
        screen.press("Escape", "ctrl+e")
        screen.turns_to("Export and print")
        self.hands.picture("export")
        screen.press("ctrl+s")
        screen.turns_to("Export as PDF")
        self.hands.picture("export-as")
        screen.press("Return")
        screen.turns_to(TITLE)


def journey(way: Way, article: Path) -> None:
    """Go the whole way, and require that each step has its effect and the end is as it should be."""
    hands, target = way.hands, article.with_suffix(".briefing")
    hands.screen.turns_to("Briefing")
    hands.picture("start")
    way.draft(article)
    eventually(lambda: target.is_file() and target.name in hands.screen.active(), "the draft is not saved")
    before = read(target)
    way.review()
    count = sum(1 for _ in items(before))
    eventually(lambda: done(hands, 0, count), "the review does not begin")
    hands.picture("review")
    decide(way, count)
    way.open(UNUSED)
    eventually(lambda: UNUSED in card(hands), "the sentence is not open")
    hands.picture("unused")
    way.make_item()
    eventually(
        lambda: done(hands, count + 1, count + 1), "the sentence did not become an item that is reviewed"
    )
    hands.picture("made")
    way.sign_off(REVIEWER)
    eventually(lambda: read(target).signed_off is not None, "the file is not signed off")
    way.see_unused()
    eventually(lambda: "not used" in card(hands), "the sentences that were not used are not shown")
    hands.picture("still-unused")
    listed = {each.name for each in hands.seen()}
    assert not [name for name in listed if UNUSED in name]
    assert sum("paragraph" in name for name in listed) >= len(before.unused) - 1
    way.export()
    page = article.with_suffix(".pdf")
    eventually(page.is_file, "the page is not there")
    hands.picture("end")
    require_signed(before, read(target))
    assert read(page) == read(target)


def decide(way: Way, count: int) -> None:
    """Fix two items, reject one and accept the others, each step waited for."""
    hands = way.hands

    def reached(number: int) -> None:
        eventually(lambda: done(hands, number, count), f"{number} of {count} are not decided")

    for n, words in enumerate(FIXED, 1):
        way.open(words)
        eventually(partial(_opened, hands, words), f"{words!r} is not open")
        way.fix(CHECKED)
        reached(n)
        hands.picture("fixed")
    way.open(REJECTED)
    eventually(lambda: REJECTED in card(hands), "what is rejected is not open")
    hands.picture("reject")
    way.reject()
    reached(3)
    hands.picture("rejected")
    for number in range(4, count + 1):
        way.accept()
        reached(number)
        if number % 10 == 0 or number == count:
            hands.picture(f"{number}-done")


def require_signed(before: Briefing, after: Briefing) -> None:
    """Require that a file is signed off, holds what was decided, and nothing was lost on the way."""
    there = [item for _, item in items(after)]
    states = [item.review.state for item in there]
    assert after.status == "reviewed"
    assert after.signed_off is not None
    assert after.signed_off.by == REVIEWER
    assert len(there) == sum(1 for _ in items(before))  # one rejected, one made
    assert sorted(each.statement for each in after.agreements if each.statement.endswith(CHECKED)) == sorted(
        f"{words}{CHECKED}" for words in FIXED
    )
    assert states.count("accepted") + states.count("edited") == len(states)
    assert states.count("edited") == len(FIXED) + 1  # who made an item has seen it
    assert not [each for each in after.background if each.text == REJECTED]
    assert [each for each in before.background if each.text == REJECTED]
    (made,) = (each for each in after.meetings if UNUSED in each.title)
    sentence = next(each for each in before.unused if each.passage in made.evidence)
    assert [each.id for each in after.unused] == [each.id for each in before.unused if each != sentence]


@contextmanager
def at_window(root: Path, tmp_path: Path, name: str, size: Size) -> Iterator[tuple[Hands, Path]]:
    """Return the hands of a person at the program's window, and the article in the home of that person."""
    bus = launcher("xdotool", "openbox")
    home, picture = tmp_path / "home", tmp_path / "screen"
    home.mkdir()
    picture.mkdir()
    tree = json.loads((root / "resources" / "examples" / "vksd-14.briefing").read_text(encoding="utf-8"))
    source = tree["sources"][0]
    parts = ("SAMPLE WIRE", source["title"], "18 October 2024", *source["text"])
    article = home / "article.txt"
    article.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    with ExitStack() as left:
        screen = left.enter_context(virtual_screen(picture, size))
        left.enter_context(window_manager(screen, home))
        reader = left.enter_context(reading(bus, root, home, screen.display))
        yield Hands(screen, reader, name), article


@pytest.mark.timeout(900)
def test_by_mouse(root: Path, tmp_path: Path) -> None:
    with at_window(root, tmp_path, "mouse", NORMAL) as (hands, article):
        journey(ByMouse(hands), article)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("size", [NORMAL, SMALL], ids=["normal", "small"])
def test_by_keys(root: Path, tmp_path: Path, size: Size) -> None:
    with at_window(root, tmp_path, f"keys-{size[0]}", size) as (hands, article):
        journey(ByKeys(hands), article)


@pytest.mark.timeout(900)
def test_by_mouse_in_text_of_twice_the_size(root: Path, tmp_path: Path) -> None:
    with at_window(root, tmp_path, "large", NORMAL) as (hands, article):
        hands.screen.turns_to("Briefing")
        for _ in range(LARGEST):
            hands.choose("View", "Larger text")
        journey(ByMouse(hands), article)
