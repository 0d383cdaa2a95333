"""A value of the file is a sign and a word in the window, and no two values look alike, in grey neither."""

from __future__ import annotations

import copy
from itertools import combinations
from typing import TYPE_CHECKING, Any, get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from briefing_app.gui.panels.overview import Overview
from briefing_app.gui.panels.passage_bar import StateSign
from briefing_app.gui.theme import Scheme, Theme, load_theme
from briefing_app.gui.widgets import bars
from briefing_app.gui.widgets.chips import MarkingChip, PartyChip, StatusChip
from briefing_app.gui.widgets.signs import CertaintySign, KindSign, ReviewSign, StageSign
from briefing_app.gui.widgets.timeline import TimelineRow
from briefing_app.gui.widgets.tracker import Tracker
from briefing_app.model.agreements import KINDS
from briefing_app.model.article import article_digest
from briefing_app.model.dates import Extent
from briefing_app.model.evidence import PassageState
from briefing_app.model.items import TLP_LABELS, Marking, ReviewState
from briefing_app.model.opcon import StageState
from briefing_app.model.outline import certainty_word, kind_word, review_line
from briefing_app.model.timeline import Bar
from briefing_app.model.tracker import state_word

if TYPE_CHECKING:
    from collections.abc import Callable
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
STATES: tuple[PassageState, ...] = get_args(PassageState)
REVIEWS: tuple[ReviewState, ...] = get_args(ReviewState)


@pytest.fixture
def made(opened: Callable[..., MainWindow], vksd: Path, changed_copy: Any) -> Make:
    """Return what opens the sample as a function has changed it."""
    return lambda change: opened(changed_copy(vksd, change))


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


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_a_sign_and_a_word(made: Make, kind: Any) -> None:
    window = made(lambda tree: [each.update(kind=kind) for each in tree["agreements"]])
    assert names(window, KindSign) == {kind_word(kind)}
    assert any(label.text() == kind_word(kind) for label in seen(window, QLabel))


@pytest.mark.parametrize("certainty", ["confirmed", "expected", "possible"])
def test_a_certainty_is_steps_and_a_word(made: Make, certainty: Any) -> None:
    def change(tree: Any) -> None:
        for each in tree["meetings"]:
            each["certainty"] = certainty
            each.pop("outcome", None)

    window = made(change)
    assert names(window, CertaintySign) == {certainty_word(certainty).capitalize()}
    rows = seen(window, TimelineRow)
    assert rows
    assert all(f", {certainty_word(certainty)}" in row.accessibleName() for row in rows)


def test_what_is_cancelled_or_denied_is_not_ahead_and_says_so(made: Make) -> None:
    def change(tree: Any) -> None:
        for each in tree["meetings"]:
            each["certainty"] = "none"
            each.pop("outcome", None)

    window = made(change)
    assert seen(window, TimelineRow) == []
    assert names(window, CertaintySign) == set()
    rows = [row for row in window.frame.brief.rows() if row.item.startswith("m")]
    assert len(rows) > 10
    assert all("Cancelled or denied" in row.widget.accessibleName() for row in rows)


@pytest.mark.parametrize("state", [*get_args(StageState), "absent"])
def test_a_stage_is_a_node_and_a_word(made: Make, state: Any) -> None:
    def change(tree: Any) -> None:
        one = tree["opcon"]["tracks"][0]["stages"][0]
        stages = [
            {**one, "id": f"x{n}", "stage": code, "state": state}
            for n, code in enumerate(("IOC", "FOC", "FMC"))
        ]
        tree["opcon"]["tracks"] = [] if state == "absent" else [{"stages": stages}]

    window = made(change)
    word = "Not mentioned here" if state == "absent" else state_word(state)
    assert names(window, StageSign) == {word}
    assert len(seen(window, StageSign)) == 3
    (tracker,) = seen(window, Tracker)
    assert sum(label.text() == word for label in tracker.findChildren(QLabel)) == 3


@pytest.mark.parametrize("label", [*TLP_LABELS, "Internal"])
def test_a_marking_stands_at_the_head(made: Make, label: str) -> None:
    scheme = "TLP" if label in TLP_LABELS else "custom"

    def change(tree: Any) -> None:
        unmark(tree)
        tree["marking"] = {"scheme": scheme, "label": label}

    window = made(change)
    assert [each.accessibleName() for each in at_the_head(window)] == [f"Marking: {label}"]


def test_without_a_marking_none_stands_there(made: Make) -> None:
    window = made(unmark)
    assert at_the_head(window) == []


def test_the_strictest_marking_of_all_stands_at_the_head(made: Make) -> None:
    def change(tree: Any) -> None:
        unmark(tree)
        tree["marking"] = {"scheme": "TLP", "label": "TLP:GREEN"}
        tree["gaps"][0]["marking"] = {"scheme": "TLP", "label": "TLP:AMBER"}

    window = made(change)
    assert [each.accessibleName() for each in at_the_head(window)] == ["Marking: TLP:AMBER"]


def unmark(tree: Any) -> None:
    """Take all markings out, of the whole and of items."""
    if isinstance(tree, dict):
        tree.pop("marking", None)
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        unmark(each)


def at_the_head(window: MainWindow) -> list[MarkingChip]:
    """Return the markings of the whole."""
    return [each for each in seen(window, MarkingChip) if isinstance(each.parentWidget().parent(), Overview)]


@pytest.mark.parametrize(("code", "name"), [("KR", "South Korea"), ("EU", "European Union")])
def test_a_party_is_a_chip_with_its_full_name(made: Make, code: str, name: str) -> None:
    def change(tree: Any) -> None:
        tree["agreements"] = [{**tree["agreements"][0], "kind": "pledged", "parties": [code], "topic": "x"}]
        for key in ("participants", "meetings"):
            tree[key] = []

    window = made(change)
    found = seen(window, PartyChip)
    assert [each.accessibleName() for each in found] == [name]
    assert name in found[0].toolTip()


def test_the_state_of_the_review_is_a_chip(made: Make) -> None:
    """All reviewed is quiet, anything open is not; rejected items are not there at all."""
    pictures, words = [], []
    for state in ("accepted", "edited", "drafted"):

        def change(tree: Any, state: str = state) -> None:
            for item in items_of(tree):
                item["review"] = {"state": state}

        window = made(change)
        assert window.document.briefing is not None, window.document.snapshot
        line = review_line(window.document.briefing)
        chip = next(each for each in seen(window, StatusChip) if each.accessibleName() == line)
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


def test_a_rejected_item_is_nowhere(made: Make) -> None:
    window = made(lambda tree: tree["agreements"][7].update(review={"state": "rejected"}))
    assert not says(window, "Open a liaison office in Dessenport")
    window = made(lambda _: None)
    assert says(window, "Open a liaison office in Dessenport")


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


@pytest.mark.parametrize("state", STATES)
def test_what_became_of_a_passage_is_a_sign_and_a_sentence(made: Make, state: PassageState) -> None:
    window = made(CHANGES[state])
    window.pick("a4")
    bar = window.frame.source.passage
    assert bar.isVisible()
    found = [each for each in seen(window, StateSign) if bar.isAncestorOf(each)]
    assert [each.state for each in found] == [state]
    assert found[0].accessibleName()
    assert bar.state.text()


def test_no_two_states_of_a_passage_say_the_same(made: Make) -> None:
    sentences = []
    for change in CHANGES.values():
        window = made(change)
        window.pick("a4")
        sentences.append(
            (window.frame.source.passage.sign.accessibleName(), window.frame.source.passage.state.text())
        )
    for part in zip(*sentences, strict=True):
        assert len(set(part)) == len(CHANGES)


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
