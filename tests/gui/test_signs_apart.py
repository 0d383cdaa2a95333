"""No two values of the file look alike in the window, in grey neither."""

from __future__ import annotations

import copy
from itertools import combinations
from typing import TYPE_CHECKING, Any, get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from briefing_app.gui.panels.passage_bar import StateSign
from briefing_app.gui.theme import Scheme, Theme, load_theme
from briefing_app.gui.widgets import bars
from briefing_app.gui.widgets.chips import MarkingChip, PartyChip
from briefing_app.gui.widgets.signs import CertaintySign, KindSign, ReviewSign, StageSign
from briefing_app.gui.widgets.timeline import TimelineRow
from briefing_app.model.agreements import KINDS
from briefing_app.model.dates import Extent
from briefing_app.model.evidence import PassageState
from briefing_app.model.items import TLP_LABELS, Marking, ReviewState
from briefing_app.model.opcon import StageState
from briefing_app.model.timeline import Bar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow

pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)"),
    pytest.mark.no_cover,
]

DARKER = 40  # of 255: what the eye tells apart in grey
TELLING = 2  # so many px at least; the smallest step of a certainty has no more inside it
STAGES = (*get_args(StageState), "carried", "absent")
REVIEWS: tuple[ReviewState, ...] = get_args(ReviewState)
STATES: tuple[PassageState, ...] = get_args(PassageState)
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
def strips(
    opened: Callable[..., MainWindow], vksd: Path, changed_copy: Any, qtbot: QtBot
) -> dict[str, QImage]:
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

    window = opened(changed_copy(vksd, change))
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
