"""A value of the file is a sign and a word in the window, and no two values look alike, in grey neither."""

from __future__ import annotations

import copy
import json
from itertools import combinations
from typing import TYPE_CHECKING, Any, get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.panels.panel import Scene
from briefing_app.gui.panels.passage_bar import StateSign
from briefing_app.gui.session import read_snapshot
from briefing_app.gui.theme import Scheme, Theme, load_theme
from briefing_app.gui.widgets import bars
from briefing_app.gui.widgets.chips import MarkingChip, PartyChip, StatusChip
from briefing_app.gui.widgets.signs import CertaintySign, KindSign, ReviewSign, StageSign
from briefing_app.gui.widgets.timeline import TimelineRow
from briefing_app.gui.widgets.tracker import Tracker
from briefing_app.model.agreements import KINDS
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing
from briefing_app.model.dates import Extent
from briefing_app.model.evidence import PassageState
from briefing_app.model.items import TLP_LABELS, Marking, ReviewState
from briefing_app.model.meetings import Certainty
from briefing_app.model.opcon import StageState
from briefing_app.model.outline import certainty_word, kind_word, review_line
from briefing_app.model.timeline import Bar
from briefing_app.model.tracker import state_word
from tests.gui.conftest import TODAY

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

DARKER = 40  # of 255: what the eye tells apart in grey
TELLING = 2  # so many px at least; the smallest step of a certainty has no more inside it
STAGES = (*get_args(StageState), "carried", "absent")
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
STATES: tuple[PassageState, ...] = get_args(PassageState)
REVIEWS: tuple[ReviewState, ...] = get_args(ReviewState)


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


# ------------------------------------------------------------------------------------------------- dates

FORMS = {
    "days": "2025-03-01/2025-03-31",
    "about days": "2025-03-01~",
    "month": "2025-03",
    "set": "[2025-03-01..2025-03-31]",
    "about month": "2025-03~",
    "as early as": "[2025-03..]",
    "by": "[..2025-03]",
    "none": None,
}


@pytest.fixture
def strips(made: Make, qtbot: QtBot) -> dict[str, QImage]:
    """Return how the date of each form is drawn, on one axis."""

    def change(tree: Any) -> None:
        one = {**tree["meetings"][0], "certainty": "expected", "title": "Talks"}
        one.pop("outcome", None)
        tree["meetings"] = []
        for n, edtf in enumerate(FORMS.values()):
            made = {**copy.deepcopy(one), "id": f"m{n}", "when": {"edtf": edtf, "phrase": "soon"}}
            if edtf is None:
                del made["when"]["edtf"]
            tree["meetings"].append(made)

    window = made(change)
    rows = {row.item: row.widget for row in window.frame.brief.rows() if isinstance(row.widget, TimelineRow)}
    assert len(rows) == len(FORMS)
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows.values()))
    high = load_theme("light").px(22)
    pictures = {item: row.grab().toImage() for item, row in rows.items()}
    return {
        form: pictures[f"m{n}"].copy(0, pictures[f"m{n}"].height() - high, pictures[f"m{n}"].width(), high)
        for n, form in enumerate(FORMS)
    }


def test_each_form_of_a_date_is_drawn_in_its_own_way(strips: dict[str, QImage]) -> None:
    """A month and all days of it, said to hold the date somewhere, are one thing; all else differs."""
    assert strips["month"] == strips["set"]
    others = [strip for form, strip in strips.items() if form != "set"]
    assert all(differ(one, two) for one, two in combinations(others, 2))


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_bars_of_one_extent_differ_by_their_shape_alone(scheme: Scheme) -> None:
    theme = load_theme(scheme)
    wanted = [Bar(shape, 0.2, 0.7, soft=soft) for shape in get_args(Extent) for soft in (False, True)]
    pictures = [drawn(theme, bar) for bar in wanted]
    pictures.append(drawn(theme, None))
    assert all(differ(one, two) for one, two in combinations(pictures, 2))


def drawn(theme: Theme, bar: Bar | None) -> QImage:
    """Return a bar on the page; of none, the hatched one of a date that no longer holds."""
    image = QImage(300, 24, QImage.Format.Format_RGB32)
    image.fill(theme.color("page"))
    painter = QPainter(image)
    where = bars.Span(0, 300, None, beyond=False)
    if bar is None:
        bars.paint_hatched(painter, theme, QRectF(60, 6, 150, 12))
    else:
        bars.paint_bar(painter, theme, bar, where, 6)
    painter.end()
    return image


# ------------------------------------------------------------------------------------- no two look alike


def differ(one: QImage, two: QImage) -> bool:
    """Say whether two pictures can be told apart in grey; of different sizes they can."""
    if one.size() != two.size():
        return True
    greys = [bytes(each.convertToFormat(QImage.Format.Format_Grayscale8).constBits()) for each in (one, two)]
    far: int = sum(abs(a - b) > DARKER for a, b in zip(*greys, strict=True))
    return far >= TELLING


def families(theme: Theme) -> dict[str, list[QWidget]]:
    """Return all signs, by what they stand for."""
    states = []
    for state in STATES:
        states.append(StateSign(theme))
        states[-1].show_state(state)
    markings = [Marking(scheme="TLP", label=label) for label in TLP_LABELS]
    return {
        "kinds": [KindSign(theme, kind) for kind in KINDS],
        "certainties": [CertaintySign(theme, steps) for steps in range(4)],
        "stages": [StageSign(theme, sign) for sign in STAGES],
        "reviews": [ReviewSign(theme, state) for state in REVIEWS],
        "passages": list(states),
        "markings": [MarkingChip(theme, each) for each in markings],
        "parties": [PartyChip(theme, code) for code in ("KOR", "USA", "PRK", "JPN", "NATO")],
    }


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_two_values_look_alike(scheme: Scheme, scale: float, qtbot: QtBot) -> None:
    theme = load_theme(scheme, scale)
    for family, signs in families(theme).items():
        ground = QWidget()
        qtbot.addWidget(ground)
        palette = ground.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.color("page")))
        ground.setPalette(palette)
        pictures = []
        for sign in signs:
            sign.setParent(ground)
            pictures.append(sign.grab().toImage())
        alike = [
            (signs[a].accessibleName(), signs[b].accessibleName())
            for a, b in combinations(range(len(signs)), 2)
            if not differ(pictures[a], pictures[b])
        ]
        assert alike == [], family
        assert len({sign.accessibleName() for sign in signs}) == len(signs), family
