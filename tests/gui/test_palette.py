"""The palette over a real window: what it lists, what it finds, what it does, how it is told aloud."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from briefing_app.gui.action_rows import rows
from briefing_app.gui.finder import Finder
from briefing_app.gui.palette import MOST_USED, Palette, open_palette
from briefing_app.gui.palette_entries import caps_of
from briefing_app.gui.panels.review import ReviewView
from tests.gui.lent import lent
from tools.bench import grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise|grabbing)")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(standing: Open, vksd: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    with lent(standing(vksd), qtbot) as found:
        yield found
        found.settings.change(used=())


def palette_of(window: MainWindow, words: str = "") -> Palette:
    """Open the palette and type words."""
    window.actions_by_id["palette"].trigger()
    palette = open_palette(window)
    while palette._slices.isActive():
        QApplication.processEvents()
    QTest.keyClicks(palette.over.field, words)
    return palette


def listed(palette: Palette) -> list[str]:
    """Return what is listed, headings in brackets."""
    lines = palette.over.list.lines.lines
    return [line.entry.text if line.entry else f"[{line.heading}]" for line in lines]


def chosen(palette: Palette) -> str:
    """Return the text of the line that is chosen."""
    entry = palette.over.list.entry()
    return entry.text if entry else ""


def top_of(window: MainWindow, item: str) -> int:
    """Return how far below the top of the brief the row of an item stands."""
    row = next(each for each in window.frame.brief.rows() if each.item == item and not each.reference)
    return row.widget.mapTo(window.frame.brief.viewport(), QPoint()).y()


def press(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.over.field, key)


def test_it_lists_every_action_of_the_table_with_its_keys(window: MainWindow) -> None:
    palette = palette_of(window)
    entries = {line.entry.key: line.entry for line in palette.over.list.lines.lines if line.entry}
    assert set(entries) == {row.id for row in rows()} - {"palette"}
    assert entries["export-full"].caps == ("Ctrl", "Shift", "E")
    assert entries["find-next"].caps == ("F3",)
    assert entries["next-item"].caps == ("Down",)
    assert not entries["open"].why
    assert palette.over.field.hasFocus()


def test_what_cannot_be_done_says_why_and_is_not_done(window: MainWindow) -> None:
    palette = palette_of(window, "undo")
    entry = palette.over.list.entry()
    assert entry is not None
    assert (entry.text, entry.why) == ("Undo", "nothing was edited")
    press(palette, KEY.Key_Return)
    assert palette.over.isVisible()


@pytest.mark.parametrize(
    ("key", "caps"),
    [
        ("Ctrl+K", ("Ctrl", "K")),
        ("Ctrl++", ("Ctrl", "+")),
        ("F3", ("F3",)),
        ("[", ("[",)),
        ("Ctrl+-", ("Ctrl", "-")),
    ],
)
def test_each_key_has_a_cap(key: str, caps: tuple[str, ...]) -> None:
    assert QKeySequence(key).toString()
    assert caps_of(key) == caps


def test_groups_stand_in_their_order(window: MainWindow) -> None:
    palette = palette_of(window, "d")
    heads = [text for text in listed(palette) if text.startswith("[")]
    assert heads == ["[Commands]", "[In this briefing]", "[Briefings]"]


def test_enter_does_a_command_and_remembers_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.source_side.wanted
    window.frame.brief.setFocus()
    palette = palette_of(window, "source pane")
    assert chosen(palette) == "Source pane"
    press(palette, KEY.Key_Return)
    qtbot.waitUntil(lambda: not window.source_side.wanted)
    assert QApplication.focusWidget() is window.frame.brief
    assert window.settings.now.used == ("source",)
    again = palette_of(window)
    assert listed(again)[:3] == ["[Used last]", "Source pane", "[Commands]"]
    assert listed(again).count("Source pane") == 1
    assert chosen(again) == "Source pane"


def test_the_commands_used_last_are_few_and_the_newest_first(window: MainWindow, qtbot: QtBot) -> None:
    chosen = "next pane,previous pane,diagnostics,normal text,next item,previous item,next pane"
    for words in chosen.split(","):
        press(palette_of(window, words), KEY.Key_Return)
        qtbot.wait(1)
    used = window.settings.now.used
    assert used == ("next-pane", "previous-item", "next-item", "normal", "diagnostics")
    assert len(used) == MOST_USED


def test_a_command_with_a_list_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    press(palette_of(window, "samples"), KEY.Key_Return)
    menu = window.submenus["samples"]
    qtbot.waitUntil(menu.isVisible)
    assert menu.actions()
    menu.close()
    assert isinstance(menu, QMenu)


def test_an_item_is_gone_to_and_back_leads_to_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    window.pick("a5")
    window.frame.brief.reveal()
    qtbot.wait(10)
    there = top_of(window, "a5")
    palette = palette_of(window, "fennimarch")
    assert listed(palette) == ["[In this briefing]", "Odo Fennimarch"]
    (line,) = [each for each in palette.over.list.lines.lines if each.entry]
    assert [line.entry.text[a:b] for a, b in line.letters if line.entry] == ["Fennimarch"]
    press(palette, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.selection.item != "a5")
    focused = QApplication.focusWidget()
    assert getattr(focused, "item", "") == window.selection.item
    window.actions_by_id["back"].trigger()
    qtbot.wait(10)
    assert window.selection.item == "a5"
    # What stood at the very edge is brought a little further in.
    assert abs(top_of(window, "a5") - there) <= window.frame.brief.viewport().height() // 10
    window.actions_by_id["forward"].trigger()
    assert window.selection.item != "a5"


def test_slips_are_forgiven(window: MainWindow) -> None:
    assert chosen(palette_of(window, "vesmoor")) == "Aldrin Vessmoor"


def test_an_agreement_is_found_by_its_kind_and_its_party(window: MainWindow) -> None:
    palette = palette_of(window, "pledged")
    entry = palette.over.list.entry()
    assert entry is not None
    assert (entry.group, entry.kind, entry.detail) == ("items", "pledged", "Pledged")
    assert entry.caps[0].endswith("¶12")


def test_nothing_found_says_so_and_offers_the_texts(window: MainWindow, qtbot: QtBot) -> None:
    palette = palette_of(window, "keybxxxd")
    assert palette.over.nothing.isVisible()
    assert palette.over.nothing.text() == "Nothing matches “keybxxxd”. The nearest spelling is “Keyboard”."
    assert chosen(palette) == "Find “keybxxxd” in the briefing and its source"
    palette.over.field.clear()
    assert not palette.over.nothing.isVisible()
    assert listed(palette)
    palette.over.field.setText("§§§§")
    assert palette.over.nothing.text() == "Nothing matches “§§§§”."
    press(palette, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(Finder)))
    assert window.findChildren(Finder)[-1].bar.field.text() == "§§§§"  # type: ignore[union-attr]


def test_keys_move_the_choice(window: MainWindow) -> None:
    palette = palette_of(window)
    names = [text for text in listed(palette) if not text.startswith("[")]
    steps = (
        ((KEY.Key_Down,), 1),
        ((KEY.Key_Up, KEY.Key_Up), -1),
        ((KEY.Key_Down,), 0),
        ((KEY.Key_End,), -1),
        ((KEY.Key_Home,), 0),
        ((KEY.Key_Tab, KEY.Key_Backtab), 0),
    )
    for keys, at in steps:
        press(palette, *keys)
        assert chosen(palette) == names[at]
    press(palette, KEY.Key_PageDown)
    page = names.index(chosen(palette))
    assert page > 5
    press(palette, KEY.Key_PageDown)
    assert names.index(chosen(palette)) == 2 * page
    press(palette, KEY.Key_PageUp, KEY.Key_PageUp, KEY.Key_PageUp)
    assert chosen(palette) == names[0]


def test_no_key_reaches_the_window_below(window: MainWindow) -> None:
    palette = palette_of(window)
    palette.over.raise_()
    QTest.keyClick(palette.over.field, KEY.Key_F8)
    QTest.keyClick(window.windowHandle(), KEY.Key_BracketRight)
    assert window.source_side.wanted
    assert palette.over.field.text() in ("", "]")


def test_esc_or_its_own_key_or_a_click_beside_closes_it(window: MainWindow) -> None:
    window.frame.source.article.setFocus()
    palette = palette_of(window)
    press(palette, KEY.Key_Escape)
    assert palette.gone
    assert QApplication.focusWidget() is window.frame.source.article
    palette = palette_of(window)
    QTest.keyClick(palette.over.field, KEY.Key_K, CTRL)
    assert palette.gone
    palette = palette_of(window)
    box = palette.over._box.geometry()
    QTest.mouseClick(palette.over, Qt.MouseButton.LeftButton, pos=box.center())
    assert not palette.gone
    QTest.mouseClick(palette.over, Qt.MouseButton.LeftButton, pos=QPoint(box.left() - 20, box.center().y()))
    assert palette.gone
    palette.close()


def test_it_is_there_once(window: MainWindow) -> None:
    assert palette_of(window) is palette_of(window)


def test_the_mouse_chooses_and_does(window: MainWindow, qtbot: QtBot) -> None:
    palette = palette_of(window, "pane")
    view = palette.over.list
    row = listed(palette).index("Source pane")
    place = view.visualRect(view.lines.index(row, 0)).center()
    QTest.mouseMove(view.viewport(), place)
    qtbot.waitUntil(lambda: chosen(palette) == "Source pane")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not window.source_side.wanted)


def test_files_are_offered_but_not_the_one_that_is_shown(
    opened: Open, session: Session, vksd: Path, kidd: Path, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(vksd)
    settings.opened(tmp_path / "gone.briefing", "A briefing that is gone")
    entries = [each for each in palette_of(window).entries if each.group == "files"]
    assert [each.text for each in entries] == ["19th Korea-U.S. Integrated Defense Dialogue"]
    palette = open_palette(window)
    palette.over.field.setText("korea dialogue")
    assert listed(palette)[-2] == "[Briefings]"
    press(palette, KEY.Key_End, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(session.windows) == 2)
    shown = session.windows[-1].document.snapshot
    assert shown is not None
    assert shown.path == kidd


def test_without_a_briefing_there_are_commands_and_files(session: Session) -> None:
    session.open(())
    window = session.windows[-1]
    palette = palette_of(window, "sav")
    entry = palette.over.list.entry()
    assert entry is not None
    assert entry.why == "open a briefing first"
    assert {each.group for each in palette.entries} == {"commands", "files"}
    press(palette, KEY.Key_Escape)


def test_it_fits_every_window_and_goes_as_one_is_drawn_anew(
    opened: Open, vksd: Path, settings: Settings, qtbot: QtBot
) -> None:
    window = opened(vksd, width=660, height=480)
    palette = palette_of(window)
    _check_fit(palette, QSize(660, 480))
    window.resize(1920, 1080)  # in another layout
    qtbot.waitUntil(lambda: palette.gone)
    again = palette_of(window)
    _check_fit(again, QSize(1920, 1080))
    settings.change(text_size=130)
    qtbot.waitUntil(lambda: again.gone)


def _check_fit(palette: Palette, size: QSize) -> None:
    assert palette.over.size() == size
    assert palette.over.rect().contains(palette.over._box.geometry())
    assert palette.over.list.viewport().height() > 100


def test_in_a_review_an_item_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["review"].trigger()
    held = window.frame.holder.held
    assert held is not None
    view = held.view
    assert isinstance(view, ReviewView)
    first = view.open
    press(palette_of(window, "fennimarch"), KEY.Key_Return)
    qtbot.waitUntil(lambda: view.open != first)
    window.actions_by_id["back"].trigger()
    assert view.open == first
    view.left.emit()


def test_thousands_of_items_keep_nobody_waiting(
    opened: Open, tmp_path: Path, vksd: Path, qtbot: QtBot
) -> None:
    window = opened(grown(2_000, tmp_path, vksd))
    window.actions_by_id["palette"].trigger()
    palette = open_palette(window)
    assert palette._slices.isActive()
    QTest.keyClicks(palette.over.field, "tanker squadr")
    qtbot.waitUntil(lambda: not palette._slices.isActive(), timeout=20_000)
    assert len([each for each in palette.entries if each.group == "items"]) > 1_500
    assert "tanker squadrons" in chosen(palette)


def test_a_screen_reader_finds_the_list_and_its_rows(window: MainWindow) -> None:
    palette = palette_of(window, "export")
    told = QAccessible.queryAccessibleInterface(palette.over.list)
    assert told.text(QAccessible.Text.Name) == "What can be done, and gone to"
    names = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert names[0] == "Group: Commands"
    assert names[1].startswith("Export full PDF, Show the brief with all its evidence")
    assert names[1].endswith(", Ctrl+Shift+E")
    field = QAccessible.queryAccessibleInterface(palette.over.field)
    assert field.text(QAccessible.Text.Name) == "Search or run a command"


def test_the_letters_that_were_typed_are_drawn_strong(window: MainWindow) -> None:
    palette = palette_of(window, "export")
    view = palette.over.list
    area = view.visualRect(view.lines.index(1, 0))
    strong = view.viewport().grab(area).toImage()
    palette.over.list.lines.lines = tuple(line._replace(letters=()) for line in view.lines.lines)
    plain = view.viewport().grab(area).toImage()
    assert strong != plain


STARTS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from briefing_app.gui.session import Session
from briefing_app.gui.settings import Settings
from briefing_app.gui.tasks import Tasks
now = datetime(2026, 11, 25, 15, 4, tzinfo=UTC)
session = Session(app, Settings(Path(sys.argv[2])), Tasks(), now.date(), lambda: now)
session.open([Path(sys.argv[1])])
window = session.windows[0]
QTest.qWait(300)
late = ("rapidfuzz", "briefing_app.workflow.ranking", "briefing_app.workflow.finding")
print(*(name for name in late if name in sys.modules), sep=",")
window.actions_by_id["palette"].trigger()
from briefing_app.gui.palette import open_palette
open_palette(window).over.field.setText("exprot")
print(*(name for name in late if name in sys.modules), sep=",")
"""


def test_what_ranks_is_loaded_when_it_is_first_wanted(root: Path, kidd: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTS, kidd, tmp_path / "settings.json"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    first, then = done.stdout.splitlines()
    assert first == ""
    assert "rapidfuzz" in then.split(",")
