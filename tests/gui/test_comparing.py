"""The comparison in the real window: with what, what it shows, its keys, and what it leaves alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from briefing_app.gui.comparing import Comparing, comparing_of
from briefing_app.gui.dialogs.against import Against
from briefing_app.gui.edit_acts import editor_of
from briefing_app.gui.panels.change_row import ChangeRow
from briefing_app.model.canonical import to_text
from briefing_app.workflow.arranging import remove
from briefing_app.workflow.comparing import Change
from briefing_app.workflow.editing import put
from tests.gui.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.compare_view import CompareView
    from briefing_app.gui.session import Session
    from briefing_app.gui.settings import Settings

    Open = Callable[..., MainWindow]

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture
def window(lent_copy: MainWindow) -> MainWindow:
    return lent_copy


@pytest.fixture
def own_copy(vksd: Path, tmp_path: Path) -> Path:
    """Return a file that a test may write."""
    return Path(shutil.copyfile(vksd, tmp_path / "a.briefing"))


@pytest.fixture
def other(changed_copy: Callable[..., Path], vksd: Path) -> Path:
    """Return the same briefing with an agreement more, one less, one changed, and one moved."""

    def change(tree: Any) -> None:
        agreements = tree["agreements"]
        agreements[4]["statement"] = "Spend a tenth more on ammunition"
        agreements.insert(0, agreements.pop(6))
        del agreements[3]
        agreements.append({**agreements[1], "id": "a99", "statement": "Build a bridge"})

    return changed_copy(vksd, change)


def ask(window: MainWindow) -> Against:
    window.actions_by_id["compare"].trigger()
    found = [each for each in window.findChildren(Against) if each.isVisible()]
    return found[-1]


def compare_with(window: MainWindow, path: Path) -> CompareView:
    """Compare with a file, as its user does: by the action and the name in the dialog."""
    ask(window).file.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return view_of(window)


def view_of(window: MainWindow) -> CompareView:
    held = window.frame.holder.held
    assert isinstance(held, Comparing)
    return held.changes


def press(view: CompareView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or view, key)


def listed(view: CompareView) -> list[tuple[str, str]]:
    return [(each.change, each.item) for each in view.list.lines if isinstance(each, Change)]


def test_a_briefing_is_compared_with_a_file(window: MainWindow, other: Path) -> None:
    before = to_text(window.document.briefing) if window.document.briefing else ""
    view = compare_with(window, other)
    assert view.title.text() == f"{len(listed(view))} changes"
    assert {kind for kind, _ in listed(view)} == {"added", "removed", "changed", "moved"}
    assert ("removed", "a99") in listed(view)
    assert view.before.text() == f"Before: {other.name}"
    assert view.after.text() == "After: what is shown"
    assert window.frame.toolbar.isHidden()
    assert not window.frame.source_shown
    press(view, Qt.Key.Key_Escape)
    assert window.frame.holder.held is None
    assert window.frame.source_shown
    assert window.document.briefing is not None
    assert to_text(window.document.briefing) == before


def test_swapped_it_reads_the_other_way_round(window: MainWindow, other: Path) -> None:
    view = compare_with(window, other)
    assert view.told.text().startswith("1 added · 1 removed")
    press(view, Qt.Key.Key_X)
    assert ("added", "a99") in listed(view)
    assert view.before.text() == "Before: what is shown"
    press(view, Qt.Key.Key_X)
    assert ("removed", "a99") in listed(view)


def test_keys_and_clicks_select_the_item_of_the_present(window: MainWindow, other: Path) -> None:
    view = compare_with(window, other)
    for _, item in listed(view):
        press(view, Qt.Key.Key_J)
        assert window.selection.item == ("" if item == "a99" else item)
    press(view, Qt.Key.Key_J)  # there is no next one
    assert view.list.current is not None
    assert view.list.current.item == listed(view)[-1][1]
    press(view, Qt.Key.Key_Home)
    assert window.selection.item == listed(view)[0][1]
    row = next(
        each for each in view.list.rows.values() if isinstance(each, ChangeRow) and each.change.item == "a5"
    )
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.selection.item == "a5"
    press(view, Qt.Key.Key_K, Qt.Key.Key_J)
    assert window.selection.item == "a5"
    press(view, Qt.Key.Key_Return)
    assert window.frame.views.currentWidget() is window.frame.brief
    assert window.selection.item == "a5"


def test_swapping_keeps_the_change_that_has_the_keyboard(window: MainWindow, other: Path) -> None:
    view = compare_with(window, other)
    press(view, Qt.Key.Key_J, Qt.Key.Key_J)
    item = window.selection.item
    place = next(n for n, each in enumerate(view.list.lines) if each is view.list.current)
    row = view.list.rows[place]
    QTest.keyClick(row, Qt.Key.Key_X)
    assert view.list.current is not None
    assert view.list.current.item == window.selection.item == item
    focused = window.focusWidget()
    assert isinstance(focused, ChangeRow)
    assert focused.change is view.list.current
    assert focused is not row


def test_filters_leave_only_some_changes(window: MainWindow, other: Path) -> None:
    view = compare_with(window, other)
    every = listed(view)
    for kind, toggle in view.filters.toggles.items():
        toggle.click() if kind != "moved" else None
    assert listed(view) == [each for each in every if each[0] == "moved"]
    view.filters.toggles["moved"].click()
    assert listed(view) == []
    assert view.nothing.text() == "No change of these kinds"
    view.clear.click()
    assert listed(view) == every
    view.filters.panels.setCurrentIndex(view.filters.panels.findData("agreements"))
    assert listed(view) == every


def test_parts_can_be_chosen(editor: Editor, window: MainWindow, copy: Path) -> None:
    editor.apply(remove(window.document.briefing, "a5"))  # type: ignore[arg-type]
    editor.apply(remove(window.document.briefing, "m1"))  # type: ignore[arg-type]
    view = compare_with(window, copy)
    view.filters.panels.setCurrentIndex(view.filters.panels.findData("meetings"))
    assert listed(view) == [("removed", "m1")]
    window.actions_by_id["undo"].trigger()
    assert [item for _, item in listed(view)] == ["a5"], "all parts again, where the one is gone"


def test_equal_briefings_say_so(window: MainWindow, vksd: Path) -> None:
    view = compare_with(window, vksd)
    assert view.title.text() == "No change"
    assert view.nothing.text() == "The two say the same"
    assert view.empty.isVisible()
    assert not view.list.isVisible()
    assert not view.clear.isVisible()
    press(view, Qt.Key.Key_J, Qt.Key.Key_End)
    assert view.list.current is None


def test_it_follows_what_is_shown(editor: Editor, window: MainWindow, vksd: Path) -> None:
    view = compare_with(window, vksd)
    editor.apply(put(window.document.briefing, "a5", {"statement": "Build a bridge"}))  # type: ignore[arg-type]
    assert ("changed", "a5") in listed(view)
    window.actions_by_id["undo"].trigger()
    assert listed(view) == []
    assert isinstance(window.frame.holder.held, Comparing)


def test_another_window_and_the_file_as_saved_are_offered(
    session: Session, opened: Open, own_copy: Path, other: Path
) -> None:
    first = opened(other)
    window = opened(own_copy)
    editor_of(session, window).apply(remove(window.document.briefing, "a5"))  # type: ignore[arg-type]
    dialog = ask(window)
    assert [row.accessibleName() for row in dialog.rows] == [
        "a.briefing as saved. What was edited since then",
        f"14th Veldania-Korvath Joint Security Dialogue. {other.name}",
    ]
    dialog.rows[1].click()
    assert view_of(window).before.text() == f"Before: {other.name}"
    assert first.frame.holder.held is None
    dialog = ask(window)
    QTest.keyClick(dialog.rows[0], Qt.Key.Key_Return)
    assert listed(view_of(window)) == [("removed", "a5")]
    assert view_of(window).before.text() == "Before: a.briefing as saved"


def test_an_earlier_version_is_compared(session: Session, opened: Open, own_copy: Path, qtbot: QtBot) -> None:
    window = opened(own_copy)
    editor_of(session, window).apply(remove(window.document.briefing, "a5"))  # type: ignore[arg-type]
    window.actions_by_id["save"].trigger()
    editor_of(session, window).apply(remove(window.document.briefing, "a6"))  # type: ignore[arg-type]
    dialog = ask(window)
    qtbot.waitUntil(dialog.rows[0].hasFocus)
    QTest.keyClick(dialog.rows[0], Qt.Key.Key_Down)
    assert dialog.rows[1].hasFocus()
    dialog.rows[-2].click()  # the last one is what was read
    assert listed(view_of(window)) == [("removed", "a6")]
    assert f"version of {NOW.astimezone():25 November 2026, %H:%M}" in view_of(window).before.text()


def test_what_cannot_be_read_is_said(window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text("{")
    ask(window).file.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(bad))
    dialog.close()
    assert window.frame.holder.held is None
    assert window.frame.status.text.text().startswith("Not compared with bad.briefing. ")


def test_a_sample_has_no_versions_and_says_so(opened: Open, kidd: Path) -> None:
    dialog = ask(opened(kidd))
    assert dialog.rows == []
    assert dialog.focusWidget() is dialog.file
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "A sample has no earlier versions: save it under another name first." in said
    dialog.reject()


def test_another_text_size_keeps_the_comparison_and_its_place(
    opened: Open, settings: Settings, own_copy: Path, other: Path, qtbot: QtBot
) -> None:
    window = opened(own_copy)
    view = compare_with(window, other)
    press(view, Qt.Key.Key_J, Qt.Key.Key_J)
    here = view.list.current
    settings.change(text_size=200)
    qtbot.waitUntil(lambda: view_of(window) is not view)
    assert view_of(window).list.current == here
    comparing_of(window).leave()
    settings.change(text_size=100)
    qtbot.wait(50)
    assert window.frame.holder.held is None


def test_editing_leaves_the_comparison(editor: Editor, window: MainWindow, other: Path) -> None:
    compare_with(window, other)
    window.pick("a5")
    window.actions_by_id["edit-item"].trigger()
    assert window.frame.holder.held is None
    assert editor.card is not None
    editor.cancel()


def test_the_unused_sentences_take_its_place(window: MainWindow, other: Path) -> None:
    compare_with(window, other)
    window.actions_by_id["unused"].trigger()
    assert window.frame.holder.held is None
    assert not window.frame.toolbar.isHidden()


def test_a_briefing_that_is_gone_ends_the_comparison(opened: Open, own_copy: Path, other: Path) -> None:
    window = opened(own_copy)
    compare_with(window, other)
    own_copy.write_text("{")
    window.files_wanted.emit([own_copy])
    assert window.frame.holder.held is None
    assert not window.frame.toolbar.isHidden()


def test_review_and_comparison_take_turns(window: MainWindow, other: Path) -> None:
    window.actions_by_id["review"].trigger()
    reviewing = window.frame.holder.held
    assert reviewing is not None
    compare_with(window, other)
    assert window.frame.holder.held is not reviewing
    window.actions_by_id["review"].trigger()
    assert window.frame.holder.held is reviewing
    window.actions_by_id["review"].trigger()
    assert window.frame.holder.held is None


def test_the_source_can_be_seen_beside_it(window: MainWindow, other: Path) -> None:
    compare_with(window, other)
    window.actions_by_id["source"].trigger()
    assert window.frame.source_shown
    comparing_of(window).leave()
    assert window.frame.source_shown


def test_where_there_is_no_room_before_stands_above_after(opened: Open, own_copy: Path, other: Path) -> None:
    window = opened(own_copy, width=640, height=480)
    view = compare_with(window, other)
    assert not view.columns.isVisible()
    window.resize(1280, 800)
    QTest.qWait(50)
    assert view_of(window).columns.isVisible()


def test_two_thousand_changes_stay_usable(
    window: MainWindow, vksd: Path, changed_copy: Callable[..., Path]
) -> None:
    def many(tree: Any) -> None:
        first = tree["agreements"][0]
        tree["agreements"] = [{**first, "id": f"a{n}", "statement": f"Agreement {n}"} for n in range(2000)]

    view = compare_with(window, changed_copy(vksd, many))
    assert len(listed(view)) >= 2000
    assert len(view.list.rows) < 60
    press(view, Qt.Key.Key_End)
    assert view.list.current is not None
    assert view.list.current is view.list.lines[-1]
    assert len(view.list.rows) < 60
    first, last = view.list.in_view()
    assert first < len(view.list.lines) - 1 == last
    press(view, Qt.Key.Key_K)
    assert view.list.current is view.list.lines[-2]
