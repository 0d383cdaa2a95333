"""The program, read over AT-SPI as a screen reader does: in order, each item once, and a ¶ can be pressed."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from briefing_app.model import markup
from briefing_app.model.outline import attending, mentioned, shown
from briefing_app.workflow.opening import open_briefing
from tests.journeys.screen import virtual_screen
from tests.soak.reading_aloud import launcher, reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.model.briefing import Briefing
    from tests.soak.reading_aloud import Node, Reader

ORDER = (
    *("Title: ", "Participants", "Bottom line: ", "OPCON transition", "Meetings ahead, ", "Agreements"),
    *(
        "Earlier and cancelled meetings",
        "Background",
        "Differences",
        "Not in the source",
        "Comment",
        "Mentioned only",
    ),
    "Sources",
)
MARK = re.compile(r"(Source \d+, p|P)aragraph \d+, of: ")
AGAIN = "also under "  # what a row says that repeats an item by reference


@pytest.fixture(scope="module")
def reader(root: Path, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    bus, home = launcher(), tmp_path_factory.mktemp("home")
    size = (1600, 1200)
    with virtual_screen(home, size) as screen, reading(bus, root, home, screen.display, sample) as found:
        yield found


@pytest.fixture(scope="module")
def sample(root: Path) -> Path:
    return root / "resources" / "examples" / "vksd-14.briefing"


@pytest.fixture(scope="module")
def briefing(sample: Path) -> Briefing:
    found = open_briefing(sample).briefing
    assert found is not None
    return found


@pytest.fixture(scope="module")
def nodes(reader: Reader) -> list[Node]:
    """Return the nodes of the window once the lower part of the brief is there."""
    end = time.monotonic() + 30
    found = reader.tree()
    while not any(node["name"] == "Sources" for node in found):
        assert time.monotonic() < end, "the brief is not there: " + ", ".join(node["name"] for node in found)
        time.sleep(0.5)
        found = reader.tree()
    # The rows of the participants are made when they are first shown; with them what stands at the end would
    # be too far from the view to have rows.
    for button, then in (("Show names", "Hide names"), ("Hide names", "Show names")):
        assert reader.ask("do", next(n for n, node in enumerate(found) if node["name"] == button), "Press")
        while not any(node["name"] == then for node in found):
            assert time.monotonic() < end, f"“{button}” does nothing"
            time.sleep(0.3)
            found = reader.tree()
    while len(again := reader.tree()) != len(found):  # the last rows are still made
        assert time.monotonic() < end, "there is no end to the rows"
        found = again
        time.sleep(0.5)
    return again


def brief(nodes: list[Node]) -> list[Node]:
    """Return the nodes of the brief alone."""
    start = next(n for n, node in enumerate(nodes) if node["name"] == "Brief")
    depth = nodes[start]["depth"]
    below = nodes[start + 1 :]
    end = next((n for n, node in enumerate(below) if node["depth"] <= depth), len(below))
    return below[:end]


def expected(briefing: Briefing) -> Iterator[str]:
    """Yield the words of every item that stands in the brief."""
    yield markup.plain_text(markup.rich_text(briefing.bottom_line.text))
    for person in (*attending(briefing), *mentioned(briefing)):
        yield person.name
    for agreement in shown(briefing.agreements):
        yield markup.plain_text(markup.rich_text(agreement.statement))
    for meeting in shown(briefing.meetings):
        yield meeting.title
    opcon = briefing.opcon
    assert opcon is not None
    assert opcon.approach is not None
    yield opcon.approach.text
    for condition in shown(opcon.conditions):
        yield condition.text
    for finding in (*shown(opcon.findings), *shown(briefing.background)):
        yield markup.plain_text(markup.rich_text(finding.text))
    for gap in shown(briefing.gaps):
        yield gap.text


def test_the_brief_is_read_in_its_order(nodes: list[Node]) -> None:
    names = [node["name"] for node in brief(nodes)]
    found = [next((n for n, name in enumerate(names) if name.startswith(part)), None) for part in ORDER]
    assert None not in found, [part for part, at in zip(ORDER, found, strict=True) if at is None]
    assert found == sorted(found, key=lambda at: at or 0)


def test_the_brief_comes_before_its_source_and_a_kind_before_its_first_item(nodes: list[Node]) -> None:
    names = [node["name"] for node in nodes]
    assert names.index("Brief") < names.index("Source")
    first = next(n for n, name in enumerate(names) if name.startswith("Agreed, ") and AGAIN not in name)
    agreements = next(n for n, name in enumerate(names) if name.startswith("Agreements"))
    assert agreements < names.index("Agreed", agreements) < first


def test_each_item_is_read_once_in_full(nodes: list[Node], briefing: Briefing) -> None:
    """As a row with its paragraphs; the words may stand below it once more, as the row's own text."""
    rows = [
        node["name"]
        for node in brief(nodes)
        if node["focusable"] and ("aragraph " in node["name"] or node["name"].startswith(ORDER))
    ]
    rows = [name for name in rows if not MARK.match(name)]
    rows = [name for name in rows if AGAIN not in name]
    wanted = list(expected(briefing))
    assert len(wanted) > 45
    # Behind its kind, side or number; not within other words, such as the assembly that a meeting is held at.
    counts = {
        each: sum(bool(re.search(rf"(^|, |: |\d\. ){re.escape(each)}", row)) for row in rows)
        for each in wanted
    }
    assert {words: n for words, n in counts.items() if n != 1} == {}


def test_each_stage_is_read(nodes: list[Node], briefing: Briefing) -> None:
    names = " ".join(f"{node['name']} {node['description']}" for node in brief(nodes))
    assert briefing.opcon is not None
    for track in briefing.opcon.tracks:
        assert (track.name or "OPCON") in names
    for words in ("IOC", "Verified", "FOC", "Delayed", "Storm damage", "FMC", "Planned", "By 2027"):
        assert words in names


def test_nothing_is_read_as_markup(nodes: list[Node]) -> None:
    said = [f"{node['name']} {node['description']}" for node in nodes]
    assert [words for words in said if "<" in words] == []


def test_every_control_has_a_name(nodes: list[Node]) -> None:
    nameless = [node for node in nodes if node["focusable"] and node["showing"] and not node["name"]]
    assert nameless == []


def test_a_mark_is_pressed_and_its_passage_is_read(
    reader: Reader, nodes: list[Node], briefing: Briefing
) -> None:
    agreement = next(each for each in briefing.agreements if each.id == "a4")
    words = markup.plain_text(markup.rich_text(agreement.statement))
    passage = next(each for each in agreement.evidence if each.source == "s2")
    row = next(n for n, node in enumerate(nodes) if words in node["name"] and AGAIN not in node["name"])
    assert "Press" in nodes[row]["actions"]
    below = range(row + 1, len(nodes))
    wanted = f"paragraph {passage.paragraph}"
    mark = next(n for n in below if wanted in nodes[n]["name"] and "Press" in nodes[n]["actions"])
    assert reader.ask("do", mark, "Press") is True
    end = time.monotonic() + 20
    while not (shown_now := read_on(reader.tree())).startswith(passage.start):
        assert time.monotonic() < end, f"the source shows {shown_now[:80]!r}, not {passage.start!r}"
        time.sleep(0.3)


def read_on(nodes: list[Node]) -> str:
    """Return the text of the article from where its caret stands."""
    article = next(node for node in nodes if node["name"] == "Article")
    text: str = article["text"]
    return text[article["caret"] :]
