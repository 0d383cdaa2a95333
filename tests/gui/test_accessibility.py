"""Whoever hears the window or reaches it by keyboard gets all of it: every view, every control."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import ExitStack
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QDialog, QMenu, QTextEdit, QWidget

from briefing_app.gui.widgets.rows import SelectableRow
from briefing_app.gui.widgets.text import RichTextView
from briefing_app.model import markup
from briefing_app.model.outline import groups, kind_word, marks
from tests.gui.assistive import DUMB_ROLES, Told, enabled, picture, reachable, told
from tests.gui.lent import lent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.action_rows import Id
    from briefing_app.gui.main_window import MainWindow

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]
    View = Callable[[str], QWidget]

pytestmark = [
    pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)"),
    pytest.mark.timeout(120),
    pytest.mark.no_cover,
]

LEAST = 24  # px, WCAG 2.5.8
BARE_MARK = re.compile(r"^(Source \d+, )?[Pp]aragraph \d+$")
ACTIONS: dict[str, Id] = {
    "narrow-overlay": "source",
    "sidebar": "sidebar",
    "about": "about",
    "help": "help",
    "shortcuts": "shortcuts",
    "export": "export-one-page",
    "export-full": "export-full",
}
VIEWS = (
    *("first-run", "brief", "every-part", "passage", "no-text", "problems", "status"),
    *("narrow", "stacked", "large-text", "attach", "link", *ACTIONS),
)


APART = {
    "first-run": (1280, 800),
    "problems": (1280, 800),
    "large-text": (1600, 1000),
    "narrow": (960, 600),
    "narrow-overlay": (960, 600),
    "stacked": (700, 600),
}


@pytest.fixture
def at_rest(
    request: pytest.FixtureRequest, kidd: Path, vksd: Path, changed_copy: Change, qtbot: QtBot
) -> Iterator[View]:
    """Return what gives the window of a view by its name: one that is shared, where it is as all others."""
    with ExitStack() as stack:

        def open_for(name: str) -> MainWindow:
            standing = request.getfixturevalue("standing")
            sample = vksd if name in ("every-part", "passage") else kidd
            if name not in APART:
                found: MainWindow = stack.enter_context(lent(standing(sample), qtbot))
                return found
            opened = request.getfixturevalue("opened")
            files = {"first-run": (), "problems": (spoilt(kidd, changed_copy),)}.get(name, (kidd,))
            if name == "large-text":
                request.getfixturevalue("settings").change(text_size=200)
            window: MainWindow = opened(*files, width=APART[name][0], height=APART[name][1])
            return window

        yield open_for


@pytest.fixture
def view(at_rest: Callable[[str], MainWindow], qtbot: QtBot) -> View:
    """Return what brings up a view by its name, and gives its window or dialog."""

    def bring_up(name: str) -> QWidget:
        window = at_rest(name)
        if name in ("passage", "no-text", "narrow", "narrow-overlay"):
            window.pick("a1")
        if name in ACTIONS:
            window.actions_by_id[ACTIONS[name]].trigger()
        elif name == "status":
            window.frame.status.say("A word", [("Undo", window.frame.status.close_line)])
        elif name == "attach":
            window.frame.attach_wanted.emit("s1")
        elif name == "link":
            window.frame.link_activated.emit("https://example.org/x")
        qtbot.wait(1)
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        return dialogs[0] if dialogs else window

    return bring_up


def spoilt(kidd: Path, changed_copy: Change) -> Path:
    """Return a file with two problems."""

    def spoil(tree: Any) -> None:
        tree["meetings"][0]["when"]["edtf"] = "2021-13"
        tree["agreements"][2]["kind"] = "sworn"

    return changed_copy(kidd, spoil)


# ------------------------------------------------------------------------------------------- what is told


@pytest.mark.parametrize("name", VIEWS)
def test_every_control_is_told_and_its_focus_is_seen(view: View, name: str, qtbot: QtBot) -> None:
    """Its name, what it is, its state, whose it is; it can be hit, and the keyboard is seen there."""
    root = view(name)
    faults = (*told_badly(root), *focus_unseen(root, qtbot))
    assert not faults, "\n".join(faults)


def told_badly(root: QWidget) -> list[str]:
    """Return what is wrong with what is told of the controls of a window."""
    found = [told(each) for each in reachable(root)]
    assert found
    faults = {fault: [each for each in found if check(each)] for fault, check in CHECKS.items()}
    heard = Counter((each.name, each.description) for each in found if each.widget.isEnabled())
    faults["sounds like another one"] = [each for each in found if heard[each.name, each.description] > 1]
    return [f"{fault}: {summary(which)}" for fault, which in faults.items() if which]


def focus_unseen(root: QWidget, qtbot: QtBot) -> list[str]:
    """Return the controls that look with the focus as they do without it."""
    root.window().activateWindow()
    qtbot.waitUntil(root.window().isActiveWindow)
    unseen = []
    for each in enabled(root):
        if not each.isVisible():
            continue  # the focus of another one took it out of sight
        each.setFocus(Qt.FocusReason.TabFocusReason)
        root.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as a press of Tab does
        with_focus = picture(each)
        took = each.hasFocus()
        each.clearFocus()
        if not took or with_focus == picture(each):
            unseen.append(f"its focus is not seen: {told(each)}")
    return unseen


def summary(which: list[Told]) -> str:
    """Return how many there are of each class, and two of them."""
    counts = Counter(type(each.widget).__name__ for each in which)
    return f"{dict(counts)}, such as {'; '.join(str(each) for each in which[:2])}"


def _misleads(each: Told) -> bool:
    """Say whether a state is told wrongly."""
    right = bool(each.state.disabled) == (not each.widget.isEnabled())
    right &= bool(each.state.focusable or each.state.disabled)
    if isinstance(each.widget, QAbstractButton) and each.widget.isCheckable():
        right &= bool(each.state.checkable) and bool(each.state.checked) == each.widget.isChecked()
    return not right


def _gives_no_reason(each: Told) -> bool:
    """Say whether something cannot be done, and nothing says why."""
    tip = re.sub(r"<[^>]*>", "", each.widget.toolTip()).strip()
    return bool(each.state.disabled) and (each.description or tip) in ("", each.name)


def _is_small(each: Told) -> bool:
    """Say whether it is hard to hit; WCAG 2.5.8 leaves links in a line of text out."""
    in_text = isinstance(each.widget, QTextEdit | RichTextView)
    return min(each.widget.width(), each.widget.height()) < LEAST and not in_text


CHECKS: dict[str, Callable[[Told], bool]] = {
    "has no name": lambda each: not each.name.strip(),
    "does not say what it is": lambda each: (
        each.role in DUMB_ROLES and not isinstance(each.widget, QAbstractScrollArea)
    ),
    "tells a wrong state": _misleads,
    "does not say why it is disabled": _gives_no_reason,
    "is a mark that does not say whose it is": lambda each: bool(BARE_MARK.match(each.name)),
    "is told as markup": lambda each: "<qt>" in each.name + each.description,
    "is smaller than 24 px": _is_small,
}


def test_every_menu_entry_has_a_text(standing: Open, kidd: Path) -> None:
    window = standing(kidd)
    menus = [window._menu, *window._menu.findChildren(QMenu), *window.submenus.values()]
    for menu in menus:
        menu.aboutToShow.emit()
    actions = [each for menu in menus for each in menu.actions() if not each.isSeparator()]
    assert len(actions) > 25
    assert [each.objectName() for each in actions if not each.text().strip("&… ")] == []


# ----------------------------------------------------------------------------------------------- the focus


class Step:
    """Where the focus stood after a press of Tab."""

    def __init__(self, window: MainWindow, widget: QWidget) -> None:
        frame = window.frame
        page = frame.brief.widget()
        self.widget = widget
        parts = (frame.toolbar, frame.side, frame.views, frame.source, frame.status)
        self.part = next((n for n, part in enumerate(parts) if part.isAncestorOf(widget)), -1)
        ground = page if page is not None and page.isAncestorOf(widget) else window
        self.at = widget.mapTo(ground, QPoint())
        self.size = widget.size()
        port = frame.brief.viewport()
        top = widget.mapTo(window, QPoint()).y() - port.mapTo(window, QPoint()).y()
        self.in_sight = not port.isAncestorOf(widget) or (
            top + min(widget.height(), LEAST) <= port.height() and top + widget.height() >= LEAST
        )

    def above(self, other: Step) -> bool:
        """Say whether it stands wholly above the other one."""
        return self.at.y() + self.size.height() <= other.at.y()

    def right_of(self, other: Step) -> bool:
        """Say whether it begins in a column further right."""
        return self.at.x() > other.at.x()

    def __str__(self) -> str:
        return f"{told(self.widget)} at {self.at.x()},{self.at.y()}"


def tabbed(window: MainWindow, key: Qt.Key, first: QWidget) -> list[Step]:
    """Press a key until the focus comes back to where it was, and return the steps, the first one too."""
    steps = [Step(window, first)]
    for _ in range(600):
        QTest.keyClick(window.focusWidget(), key)
        here = window.focusWidget()
        assert here is not None
        if here is first:
            return steps
        steps.append(Step(window, here))
    pytest.fail(f"{key.name} does not come back to {told(first)}; it ends at {steps[-1]}")


@pytest.fixture
def with_all_parts(opened: Open, vksd: Path, qtbot: QtBot) -> MainWindow:
    """Return a window with sidebar, brief, source and status line."""
    window = opened(vksd, width=1600, height=1000)
    if not window.frame.workspace.isAncestorOf(window.frame.side) or not window.frame.side.isVisible():
        window.actions_by_id["sidebar"].trigger()
    window.pick("a1")
    window.frame.status.say("A word")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    # Rows are made in turns of the event loop, and no turn comes between two presses of a key in a test.
    places = window.frame.brief.rows()
    qtbot.waitUntil(lambda: all(place.live is not None for place in places if place.reachable()))
    return window


def test_tab_goes_through_the_window_as_one_reads_it_and_shift_tab_the_same_way_back(
    with_all_parts: MainWindow,
) -> None:
    """Toolbar, sidebar, brief from top to bottom, source, foot; what is reached comes into sight."""
    window = with_all_parts
    first = enabled(window.frame.toolbar)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    steps = tabbed(window, Qt.Key.Key_Tab, first)
    parts = [step.part for step in steps]
    assert -1 not in parts, str(next(step for step in steps if step.part < 0))
    assert list(dict.fromkeys(parts)) == [0, 1, 2, 3, 4]
    assert parts == sorted(parts), "the focus leaves a part and comes back to it"
    wrong = [
        f"{one} -> {two}"
        for one, two in pairwise(steps)
        if one.part == two.part and two.above(one) and not two.right_of(one)
    ]
    assert wrong == [], "the focus goes up"
    assert [str(step) for step in steps if not step.in_sight] == []
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    back = tabbed(window, Qt.Key.Key_Backtab, first)
    assert [step.widget for step in back[1:]] == [step.widget for step in steps[:0:-1]]


# ------------------------------------------------------------------------------------------------ the rows


@pytest.mark.parametrize("sample", ["kidd", "vksd"])
def test_a_row_says_kind_text_and_paragraphs(standing: Open, request: Any, sample: str) -> None:
    window = standing(request.getfixturevalue(sample))
    briefing = window.document.briefing
    assert briefing is not None
    rows = {row.item: row for row in window.frame.brief.rows() if not row.reference}
    for kind, agreements in groups(briefing):
        for each in agreements:
            name = told(rows[each.id].widget).name
            assert name.startswith(kind_word(kind))
            assert markup.plain_text(markup.rich_text(each.statement)) in name
            for mark in marks(briefing, each):
                assert f"aragraph {mark.paragraph}" in name


@pytest.mark.parametrize("sample", ["kidd", "vksd"])
def test_a_row_says_its_place_in_a_list_that_says_its_length(
    standing: Open, request: Any, sample: str
) -> None:
    window = standing(request.getfixturevalue(sample))
    rows = [row.widget for row in window.frame.brief.rows() if isinstance(row.widget, SelectableRow)]
    last: dict[tuple[QWidget | None, int], int] = {}
    lost = []
    for row in rows:
        found = re.search(r"(\d[\d,]*) of (\d[\d,]*)", told(row).description)
        number, count = (int(each.replace(",", "")) for each in found.groups()) if found else (0, 0)
        if not last.get((row.parentWidget(), count), 0) < number <= count:
            lost.append(f"{told(row)}: {number} of {count}")
        last[row.parentWidget(), count] = number
    assert not lost, "\n".join(lost)
    silent = [
        count for parent, count in last if not any(f"{count:,}" in name for name in names_above(parent))
    ]
    assert silent == [], "no list says that it has so many"


def names_above(widget: QWidget | None) -> list[str]:
    """Return the names of a widget and of all that it stands in."""
    found = []
    while widget is not None:
        found.append(widget.accessibleName())
        widget = widget.parentWidget()
    return found


def test_two_thousand_rows_say_their_places(opened: Open, kidd: Path, changed_copy: Change) -> None:
    """Only those near the view are widgets; what is told is the place among all of them."""

    def multiply(tree: Any) -> None:
        one = tree["agreements"][0]
        tree["agreements"] = [{**one, "id": f"x{n}", "kind": "agreed"} for n in range(2_000)]

    window = opened(changed_copy(kidd, multiply))
    rows = [row for row in window.frame.brief.rows() if re.fullmatch(r"x\d+", row.item)]
    full = [row for row in rows if not row.reference]
    assert len(full) == 2_000
    for n in (0, 6, 1_000, 1_999):
        assert f"{n + 1:,} of 2,000" in told(full[n].widget).description
    alive = sum(isinstance(each, SelectableRow) for each in window.findChildren(QWidget))
    assert alive < 500
