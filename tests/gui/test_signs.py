"""A value of the file is a sign and a word in the window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.panels.passage_bar import StateSign
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.theme import load_theme
from briefing_app.gui.widgets.chips import MarkingChip, PartyChip, StatusChip
from briefing_app.gui.widgets.signs import CertaintySign, KindSign, StageSign
from briefing_app.gui.widgets.timeline import TimelineRow
from briefing_app.gui.widgets.tracker import Tracker
from briefing_app.model.agreements import KINDS
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing
from briefing_app.model.evidence import PassageState
from briefing_app.model.items import TLP_LABELS
from briefing_app.model.meetings import Certainty
from briefing_app.model.opcon import StageState
from briefing_app.model.outline import certainty_word, kind_word, review_line
from briefing_app.model.tracker import state_word
from tests.gui.conftest import TODAY
from tests.gui.test_signs_apart import differ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

    Make = Callable[[Callable[[Any], object]], MainWindow]

pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)"),
    pytest.mark.no_cover,
]

CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
STATES: tuple[PassageState, ...] = get_args(PassageState)


@pytest.fixture
def made(standing: Callable[..., MainWindow], vksd: Path, changed_copy: Any) -> Iterator[Make]:
    """Return what shows the sample as a function has changed it, all in one window."""
    window = standing(vksd)
    before = window.document.snapshot
    assert before is not None

    def show(change: Callable[[Any], object]) -> MainWindow:
        window.show_snapshot(read_snapshot(changed_copy(vksd, change)))
        return window

    yield show
    window.show_snapshot(before)


@pytest.fixture(scope="module")
def varied(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with each kind, certainty, state of a stage, and what else the tests look at together."""
    tree = json.loads((root / "resources" / "examples" / "vksd-14.briefing").read_text(encoding="utf-8"))
    unmark(tree)
    tree["marking"] = {"scheme": "TLP", "label": "TLP:GREEN"}
    tree["gaps"][0]["marking"] = {"scheme": "TLP", "label": "TLP:AMBER"}
    rejected, others = tree["agreements"][7], tree["agreements"][:7]
    rejected["review"] = {"state": "rejected"}
    for each, kind in zip(others, KINDS, strict=False):
        each["kind"] = kind
    for each, party in zip(others, ("KR", "EU"), strict=False):
        each["parties"] = [party]
    tree["agreements"] = [*others, rejected]
    for n, each in enumerate(tree["meetings"]):
        each["certainty"] = CERTAINTIES[n % len(CERTAINTIES)]
        each.pop("outcome", None)
    one = tree["opcon"]["tracks"][0]["stages"][0]
    stages = [{**one, "id": f"x{n}", "state": state} for n, state in enumerate(get_args(StageState))]
    for each, code in zip(stages, ("IOC", "FOC", "FMC", "IOC", "FOC"), strict=True):
        each["stage"] = code
    tree["opcon"]["tracks"] = [{"stages": stages[:3]}, {"name": "Air component", "stages": stages[3:]}]
    file = tmp_path_factory.mktemp("varied") / "varied.briefing"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return file


@pytest.fixture
def window(standing: Callable[..., MainWindow], varied: Path, qtbot: QtBot) -> MainWindow:
    """Return the window of that file, with all of its rows in their places."""
    found = standing(varied)
    places = found.frame.brief.rows()
    qtbot.waitUntil(lambda: all(place.live is not None for place in places if place.reachable()))
    return found


def seen(window: MainWindow, kind: type[QWidget]) -> list[Any]:
    """Return the widgets of a class in the brief and the source that are not hidden."""
    return [
        each for each in window.findChildren(kind) if each.isVisibleTo(window) and not each.size().isEmpty()
    ]


def names(window: MainWindow, kind: type[QWidget]) -> set[str]:
    return {each.accessibleName() for each in seen(window, kind)}


def says(window: MainWindow, words: str) -> bool:
    """Say whether a label shows exactly these words, or a row has them in its name."""
    if any(words == label.text() for label in seen(window, QLabel)):
        return True
    return any(words in row.widget.accessibleName() for row in window.frame.brief.rows())


# ------------------------------------------------------------------------------------------ in the window


def test_each_kind_is_a_sign_and_a_word(window: MainWindow) -> None:
    words = {kind_word(kind) for kind in KINDS}
    assert names(window, KindSign) == words
    assert words <= {label.text() for label in seen(window, QLabel)}
    rows = {row.item: row for row in window.frame.brief.rows() if not row.reference}
    for agreement in briefing_of(window).agreements[:-1]:
        assert rows[agreement.id].widget.accessibleName().startswith(kind_word(agreement.kind))


def test_each_certainty_is_steps_and_a_word(window: MainWindow) -> None:
    """But what is cancelled or denied is not ahead, and says so."""
    rows = {row.item: row.widget for row in window.frame.brief.rows() if row.item.startswith("m")}
    ahead = {row.item for row in seen(window, TimelineRow)}
    for each in briefing_of(window).meetings:
        name, word = rows[each.id].accessibleName(), certainty_word(each.certainty)
        signs = [sign.accessibleName() for sign in rows[each.id].findChildren(CertaintySign)]
        if each.certainty == "none":
            assert "Cancelled or denied" in name
            assert each.id not in ahead
        elif each.id in ahead:
            assert f", {word}" in name
        assert signs == ([word.capitalize()] if each.id in ahead else [])
    wanted = {certainty_word(each).capitalize() for each in CERTAINTIES if each != "none"}
    assert names(window, CertaintySign) == wanted


def test_each_state_of_a_stage_is_a_node_and_a_word(window: MainWindow) -> None:
    words = [*(state_word(state) for state in get_args(StageState)), "Not mentioned here"]
    found = seen(window, Tracker)
    assert [[sign.accessibleName() for sign in each.findChildren(StageSign)] for each in found] == [
        words[:3],
        words[3:],
    ]
    labels = [label.text() for each in found for label in each.findChildren(QLabel)]
    assert [word for word in labels if word in words] == words


def test_without_stages_all_three_are_not_mentioned(qtbot: QtBot, vksd: Path) -> None:
    def change(tree: Any) -> None:
        tree["opcon"]["tracks"] = []

    panel = OpconPanel(scene_of(vksd, change))
    qtbot.addWidget(panel)
    assert [sign.accessibleName() for sign in panel.findChildren(StageSign)] == ["Not mentioned here"] * 3
    assert [label.text() for label in panel.findChildren(QLabel)].count("Not mentioned here") == 3


@pytest.mark.parametrize("label", [*TLP_LABELS, "Internal", ""])
def test_a_marking_stands_at_the_head(qtbot: QtBot, vksd: Path, label: str) -> None:
    """Without one, none stands there."""

    def change(tree: Any) -> None:
        unmark(tree)
        if label:
            tree["marking"] = {"scheme": "TLP" if label in TLP_LABELS else "custom", "label": label}

    head = Overview(scene_of(vksd, change))
    qtbot.addWidget(head)
    found = [each.accessibleName() for each in head.findChildren(MarkingChip)]
    assert found == ([f"Marking: {label}"] if label else [])


def test_the_strictest_marking_of_all_stands_at_the_head(window: MainWindow) -> None:
    found = [each for each in seen(window, MarkingChip) if isinstance(each.parentWidget().parent(), Overview)]
    assert [each.accessibleName() for each in found] == ["Marking: TLP:AMBER"]


def scene_of(file: Path, change: Callable[[Any], object]) -> Scene:
    """Return what a panel draws of a file as a function has changed it."""
    tree = json.loads(file.read_text(encoding="utf-8"))
    change(tree)
    return Scene(load_theme("light"), Briefing.model_validate(tree), TODAY)


def briefing_of(window: MainWindow) -> Briefing:
    assert window.document.briefing is not None
    return window.document.briefing


def unmark(tree: Any) -> None:
    """Take all markings out, of the whole and of items."""
    if isinstance(tree, dict):
        tree.pop("marking", None)
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        unmark(each)


def test_a_party_is_a_chip_with_its_full_name(window: MainWindow) -> None:
    tips = {each.accessibleName(): each.toolTip() for each in seen(window, PartyChip)}
    for name in ("South Korea", "European Union"):
        assert name in tips[name]
    assert not {"KR", "EU"} & tips.keys()


def test_the_state_of_the_review_is_a_chip(qtbot: QtBot, vksd: Path) -> None:
    """All reviewed is quiet, anything open is not; rejected items are not there at all."""
    pictures, words = [], []
    for state in ("accepted", "edited", "drafted"):

        def change(tree: Any, state: str = state) -> None:
            for item in items_of(tree):
                item["review"] = {"state": state}

        scene = scene_of(vksd, change)
        head = Overview(scene)
        qtbot.addWidget(head)
        line = review_line(scene.briefing)
        chip = next(each for each in head.findChildren(StatusChip) if each.accessibleName() == line)
        pictures.append(chip.grab().toImage())
        words.append(line)
    assert pictures[0] == pictures[1]
    assert differ(pictures[1], pictures[2])
    assert words[0] == words[1] != words[2]
    assert words[2].startswith("0 of ")


def items_of(node: Any) -> list[dict[str, Any]]:
    """Return everything in a tree that is reviewed."""
    if isinstance(node, list):
        return [found for each in node for found in items_of(each)]
    if not isinstance(node, dict):
        return []
    own = [node] if "review" in node else []
    return own + [found for each in node.values() for found in items_of(each)]


def test_a_rejected_item_is_nowhere(
    window: MainWindow, standing: Callable[..., MainWindow], vksd: Path
) -> None:
    assert not says(window, "Open a liaison office in Dessenport")
    assert says(standing(vksd), "Open a liaison office in Dessenport")


def retold(tree: Any, change: Callable[[list[str]], list[str]]) -> None:
    """Change the embedded text of the first source."""
    source = tree["sources"][0]
    source["text"] = change(source["text"])
    source["paragraphs"] = len(source["text"])
    source["digest"] = article_digest(tuple(source["text"]))


def replaced(old: str, new: str) -> Callable[[list[str]], list[str]]:
    return lambda text: [paragraph.replace(old, new) for paragraph in text]


CHANGES: dict[PassageState, Callable[[Any], object]] = {
    "verified": lambda _: None,
    "moved": lambda tree: retold(tree, lambda text: ["A new first paragraph.", *text]),
    "changed": lambda tree: retold(tree, replaced("Korvath pledged", "Korvath pledged firmly")),
    "missing": lambda tree: retold(tree, replaced("Korvath pledged", "Korvath promised")),
    "unchecked": lambda tree: [source.pop("text") for source in tree["sources"]],
}


def test_what_became_of_a_passage_is_a_sign_and_a_sentence_and_no_two_say_the_same(made: Make) -> None:
    sentences = []
    for state in STATES:
        window = made(CHANGES[state])
        window.pick("a4")
        bar = window.frame.source.passage
        assert bar.isVisible()
        (sign,) = (each for each in seen(window, StateSign) if bar.isAncestorOf(each))
        assert sign.state == state
        sentences.append((sign.accessibleName(), bar.state.text()))
    for part in zip(*sentences, strict=True):
        assert all(part)
        assert len(set(part)) == len(STATES)
