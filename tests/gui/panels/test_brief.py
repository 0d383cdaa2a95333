"""Every panel of the brief shows what the file says, and says so where the file says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.gui.panels.agreements import Agreements
from briefing_app.gui.panels.background import Background
from briefing_app.gui.panels.comment import Comment
from briefing_app.gui.panels.differences import Differences
from briefing_app.gui.panels.gaps import Gaps
from briefing_app.gui.panels.glossary import Glossary
from briefing_app.gui.panels.meetings import EarlierMeetings, MeetingsAhead
from briefing_app.gui.panels.mentioned import Mentioned
from briefing_app.gui.panels.opcon import OpconPanel
from briefing_app.gui.panels.overview import BottomLinePanel, Overview
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.panels.sources import Sources
from briefing_app.gui.widgets.rows import ItemRow
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.model.briefing import items
from briefing_app.model.outline import attending, side_counts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.panel import Panel
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]
    Change = Callable[[Path, Callable[[Any], object]], Path]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")

ALL = {
    Overview,
    Participants,
    BottomLinePanel,
    OpconPanel,
    MeetingsAhead,
    Agreements,
    EarlierMeetings,
    Background,
    Differences,
    Gaps,
    Comment,
    Mentioned,
    Glossary,
    Sources,
}


def panel(window: MainWindow, kind: type[Panel]) -> Panel:
    """Return a panel of the brief."""
    found = window.frame.brief.findChild(kind)
    assert found is not None
    return found


def said(widget: Panel) -> str:
    """Return all text that a panel shows, also in rows that are out of sight."""
    for row in widget.rows:
        _ = row.widget
    lines = [line.text() for line in widget.findChildren(TextLine)]
    return "\n".join(lines + [view.plain_text() for view in widget.findChildren(RichTextView)])


def test_the_full_sample_has_every_panel(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    assert {kind for kind in ALL if window.frame.brief.findChildren(kind)} == ALL


def test_a_part_with_nothing_in_it_is_not_drawn(lent: Open, kidd: Path) -> None:
    window = lent(kidd)
    there = {kind for kind in ALL if window.frame.brief.findChildren(kind)}
    assert there == ALL - {Comment, Differences}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            Overview,
            ("Defence dialogue", "12–13\u00a0May 2021 · Washington", "19th Korea-U.S. Integrated Defense"),
        ),
        (Participants, ("Kim Man-ki", "Deputy Defense Minister", "David Helvey")),
        (BottomLinePanel, ("Bottom line", "as early as June")),
        (OpconPanel, ("Conditions-based transition", "a crucial step", "considerable progress")),
        (
            MeetingsAhead,
            ("Singapore · alongside Shangri-La Dialogue (inferred)",),
        ),
        (Agreements, ("Agreed", "Reaffirmed", "Pledged", "Assessed", "Discussed", "linchpin")),
        (EarlierMeetings, ("Meeting of Park Jie-won and Yoshihide Suga", "November 2019")),
        (Background, ("launched in 2011",)),
        (Gaps, ("A new date for the FOC test",)),
        (Glossary, ("KIDD  Korea-U.S. Integrated Defense Dialogue", "OPCON  operational control")),
        (Mentioned, ("Moon Jae-in", "President, side (inferred)", "Joe Biden")),
        (
            Sources,
            ("trilateral defense ministerial talks", "17 of 17 paragraphs cited", "https://en.yna.co.kr/"),
        ),
    ],
)
def test_a_panel_shows_what_the_file_says(
    lent: Open, kidd: Path, kind: type[Panel], words: tuple[str, ...]
) -> None:
    text = said(panel(lent(kidd), kind)).casefold()
    assert [word for word in words if word.casefold() not in text] == []


def test_every_item_that_is_shown_has_a_row(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    briefing = window.document.briefing
    assert briefing is not None
    shown = {item.id for _, item in items(briefing) if item.review.state != "rejected"}
    rejected = {item.id for _, item in items(briefing)} - shown
    window.pick(attending(briefing)[0].id)  # which unfolds the names
    rows = {row.item for row in window.frame.brief.rows()}
    assert rejected
    assert not rejected & rows
    history = (
        {stage.id for track in briefing.opcon.tracks for stage in track.stages} if briefing.opcon else set()
    )
    assert shown - rows <= history  # an earlier entry of a stage stands in the words of the one that holds


def test_what_the_source_does_not_name_is_said(opened: Open, kidd: Path, changed_copy: Change) -> None:
    def empty(tree: Any) -> None:
        for name in ("participants", "agreements", "meetings", "opcon"):
            del tree[name]

    window = opened(changed_copy(kidd, empty))
    for kind in (Participants, Agreements, MeetingsAhead):
        assert "named" in said(panel(window, kind)) or "names no" in said(panel(window, kind))
    assert window.frame.brief.findChild(OpconPanel) is None


def test_each_side_has_a_column_of_names(lent: Open, vksd: Path) -> None:
    people = panel(lent(vksd), Participants)
    assert isinstance(people, Participants)
    briefing = people.scene.briefing
    people.reveal(attending(briefing)[0].id)  # which unfolds them
    sides = [each.side for each in side_counts(briefing) if each.side]
    found = {each.id: each for each in attending(briefing)}
    lefts: dict[str, set[int]] = {side: set() for side in (*sides, "")}
    tops: dict[str, list[int]] = {side: [] for side in (*sides, "")}
    rights = set()
    for row in people.rows:
        person = found[row.item]
        side = person.side if person.side and person.capacity != "observer" else ""
        corner = row.widget.mapTo(people, row.widget.rect().topLeft())
        lefts[side].add(corner.x())
        tops[side].append(corner.y())
        if side != sides[1]:
            rights.add(corner.x() + row.widget.width())
    first, second = sides
    assert len(lefts[first]) == len(lefts[second]) == len(rights) == 1
    assert lefts[""] == lefts[first] != lefts[second]
    assert tops[first] == tops[second] == sorted(tops[first])
    assert min(tops[""]) > max(tops[first])


def test_a_reading_says_whose_it_is(lent: Open, vksd: Path) -> None:
    rows = panel(lent(vksd), Differences).rows[:2]
    said_by = [row.widget.accessibleName() for row in rows]
    assert "Sample Wire: First half of 2025" in said_by[0]
    assert "Ministry of Defence of Korvath: Third quarter of 2025" in said_by[1]


def test_a_rating_is_explained(lent: Open, vksd: Path) -> None:
    told = [line for line in panel(lent(vksd), Sources).findChildren(TextLine) if "rated" in line.text()]
    assert [line.accessibleDescription() for line in told] == [
        "Admiralty code B2: source usually reliable; information probably true",
        "Admiralty code A3: source completely reliable; information possibly true",
    ]
    assert "usually reliable" in told[0].toolTip()


def test_each_reading_of_a_difference_has_its_own_marks(lent: Open, vksd: Path) -> None:
    window = lent(vksd)
    found = panel(window, Differences)
    first, second = found.rows[:2]
    assert first.item == second.item
    assert first.marks != second.marks
    second.widget.mark_activated.emit(second.item, 0)  # type: ignore[attr-defined]
    assert window.selection.mark == second.marks[0]
    assert window.selection.place is not None


def test_a_mark_of_a_stage_is_picked(lent: Open, kidd: Path) -> None:
    from briefing_app.gui.widgets.tracker import Tracker

    window = lent(kidd)
    tracker = window.frame.brief.findChild(Tracker)
    assert tracker is not None
    tracker.mark_activated.emit("o2", 0)
    assert window.selection.item == "o2"
    assert window.selection.place is not None
    assert window.selection.place.paragraph == 13


def drawn_in(window: MainWindow, size: int) -> Callable[[], bool]:
    """Return what tells whether a window is drawn in a text size."""
    return lambda: window.frame.theme.scale == size / 100


def test_many_participants_are_counted_and_unfold_and_nothing_is_wider_than_the_window(
    opened: Open, vksd: Path, settings: Settings, qtbot: QtBot
) -> None:
    window = opened(vksd, width=960, height=600)
    people = panel(window, Participants)
    assert isinstance(people, Participants)
    assert not people.findChildren(ItemRow)  # they come when they are first wanted
    people._unfold()
    names = [row.item for row in people.rows]
    assert len(names) == 13
    assert all(row.widget.isVisible() for row in people.rows)
    people._unfold()
    assert not any(row.widget.isVisible() for row in people.rows)
    for size in (200, 100):  # they stay as they are when all is drawn anew
        people._unfold()
        unfolded = people.unfolded
        settings.change(text_size=size)
        qtbot.waitUntil(drawn_in(window, size))
        qtbot.wait(20)
        people = panel(window, Participants)
        assert isinstance(people, Participants)
        assert people.unfolded == unfolded == (size == 200)
        page, port = window.frame.brief.widget(), window.frame.brief.viewport()
        assert page is not None
        assert page.width() <= port.width()
        assert page.minimumSizeHint().width() <= port.width()
    assert not any(row.widget.isVisible() for row in people.rows)
    window.pick(names[0])
    assert people.rows[0].widget.isVisible()
