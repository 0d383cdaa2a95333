"""Actions, menus and the list of shortcuts, all made from the table of actions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from briefing_app.gui.action_rows import rows
from briefing_app.gui.widgets.icons import icon
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenuBar, QWidget

    from briefing_app.gui.action_rows import Id, MenuName, Needs, Row
    from briefing_app.gui.document import Document
    from briefing_app.gui.selection import Selection
    from briefing_app.gui.theme import Theme

_ROOM = 4  # px


class There(NamedTuple):
    """What is there for actions to act on.

    Attributes:
        briefing: a briefing is shown.
        item: an item is selected.
        passages: how many the item has.
        lacking: a source has no text yet.
        attached: the text of a source was attached.
        unused: the briefing has sentences that became no item.
        editable: the briefing can be edited.
        meeting: the selected item is a meeting.
        undo: what would be undone, empty for nothing.
        redo: what would be done again, empty for nothing.
    """

    briefing: bool = False
    item: bool = False
    passages: int = 0
    lacking: bool = False
    attached: bool = False
    unused: bool = False
    editable: bool = False
    undo: str = ""
    redo: str = ""
    meeting: bool = False


def menu_titles() -> dict[MenuName, str]:
    """Return the menus in their order, with their titles."""
    return {"file": tr("&File"), "edit": tr("&Edit"), "view": tr("&View"), "help": tr("&Help")}


def build(parent: QWidget) -> dict[Id, QAction]:
    """Return an action for each row; `parent` owns them and answers their shortcuts.

    Args:
        parent: the window.
    """
    made: dict[Id, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in rows():
        action = QAction(row.text, parent)
        action.setObjectName(row.id)
        _set_keys(action, row)
        action.setToolTip(_tip(row))
        action.setCheckable(row.checkable or bool(row.group))
        if row.group:
            groups.setdefault(row.group, QActionGroup(parent)).addAction(action)
        parent.addAction(action)
        made[row.id] = action
    return made


def _set_keys(action: QAction, row: Row) -> None:
    """Give an action its keys; those of a view stand beside it in the menu and do nothing by themselves."""
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    # macOS would take them from every view for its menu bar.
    if not row.keys and row.listed_keys and sys.platform != "darwin":
        action.setShortcut(QKeySequence(row.listed_keys[0]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)


def set_letters(actions: Mapping[Id, QAction], *, on: bool) -> None:
    """Let single signs be shortcuts, or not."""
    for row in rows():
        if any(len(key) == 1 for key in row.keys):
            actions[row.id].setShortcuts([QKeySequence(key) for key in row.keys if on or len(key) > 1])


def submenus(parent: QWidget, actions: Mapping[Id, QAction]) -> dict[Id, QMenu]:
    """Return an empty menu for each action that opens a list; it is filled when it is opened."""
    made: dict[Id, QMenu] = {}
    for row in rows():
        if row.submenu:
            made[row.id] = roomy(QMenu(parent))
            actions[row.id].setMenu(made[row.id])
    return made


def roomy(menu: QMenu) -> QMenu:
    """Return a menu with some room above its first line and below its last: the style leaves none."""
    menu.setContentsMargins(0, _ROOM, 0, _ROOM)
    return menu


def draw_icons(actions: Mapping[Id, QAction], theme: Theme) -> None:
    """Give the actions their icons in the theme's colours, when a menu is first opened: it costs time."""
    for row in rows():
        if row.icon:
            quiet, loud = theme.color("ink3"), theme.color("onAccent")
            drawn = icon(row.icon, theme.color("ink2"), disabled=quiet, active=loud)
            actions[row.id].setIcon(drawn)


def there_of(document: Document, selection: Selection) -> There:
    """Return what a window has for actions to act on."""
    briefing, snapshot = document.briefing, document.snapshot
    item, marks = bool(selection.item), len(selection.marks)
    lacking, attached = bool(document.lacking()), bool(document.attached())
    left = bool(briefing and snapshot and (briefing.unused or snapshot.problems))
    meeting = briefing is not None and selection.item in {each.id for each in briefing.meetings}
    return There(briefing is not None, item, marks, lacking, attached, left, *document.steps(), meeting)


def enable(actions: Mapping[Id, QAction], there: There) -> None:
    """Enable what can be done with what is there; the tooltip of the rest says what it waits for."""
    met = {
        "nothing": True,
        "briefing": there.briefing,
        "item": there.item,
        "passages": there.passages > 1,
        "text": there.lacking,
        "attached": there.attached,
        "unused": there.unused,
        "editable": there.editable,
        "editable-item": there.editable and there.item,
        "meeting": there.editable and there.meeting,
        "undo": bool(there.undo),
        "redo": bool(there.redo),
    }
    for row in rows():
        action, tip = actions[row.id], _tip(row)
        reason = "" if met[row.needs] else _reason(row.needs, there)
        if reason:
            tip = tr("{what}: {reason}", what=tip, reason=reason)
        action.setProperty("why", reason)
        action.setToolTip(tip)
        action.setEnabled(met[row.needs])
    _name_steps(actions, there)


def _name_steps(actions: Mapping[Id, QAction], there: There) -> None:
    """Say what would be undone and done again."""
    undo, redo = actions["undo"], actions["redo"]
    undo.setText(tr("&Undo: {step}", step=there.undo) if there.undo else tr("&Undo"))
    redo.setText(tr("&Redo: {step}", step=there.redo) if there.redo else tr("&Redo"))
    for action in (undo, redo):
        if action.isEnabled():
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(tr("{what} ({key})", what=action.text().replace("&", ""), key=key))


def _reason(needs: Needs, there: There) -> str:
    if not there.briefing:
        return tr("open a briefing first")
    if needs in ("editable", "editable-item", "meeting") and not there.editable:
        return tr("read-only: save it under another name first")
    waits: dict[Needs, str] = {
        "text": tr("the text of each source is here"),
        "attached": tr("no text is attached"),
        "unused": tr("every sentence with a cue became an item"),
        "undo": tr("nothing was edited"),
        "redo": tr("nothing was undone"),
        "meeting": tr("select a meeting first"),
    }
    if needs in waits:
        return waits[needs]
    if needs in ("item", "editable-item") or not there.item:
        return tr("select an item first")
    return tr("the item has no other passage")


def fill(menu: QMenu | QMenuBar, actions: Mapping[Id, QAction]) -> None:
    """Put the menus File, Edit, View and Help, with their actions, into a menu or a menu bar."""
    for name, title in menu_titles().items():
        inner = roomy(menu.addMenu(title))
        inner.setToolTipsVisible(True)
        for row in rows():
            if row.menu == name:
                if row.starts_group:
                    inner.addSeparator()
                inner.addAction(actions[row.id])


def call(what: Callable[[], object], *_state: object) -> None:
    """Do what an action does, whatever state its signal says."""
    what()


class KeyGroup(NamedTuple):
    """Keys that are listed together: a title, and for each thing they do its words and the keys."""

    title: str
    lines: tuple[tuple[str, str], ...]


def shortcuts() -> tuple[KeyGroup, ...]:
    """Return all keys that do something, as this platform writes them: by menu, then those of the views."""
    titles: dict[MenuName, str] = {**menu_titles(), "": tr("Anywhere")}
    found = []
    for name, title in titles.items():
        kept = [row for row in rows() if row.menu == name and (row.keys or row.listed_keys)]
        lines = tuple((_plain(row), _written(*row.keys, *row.listed_keys)) for row in kept)
        found.append(KeyGroup(title.replace("&", ""), lines + (() if name else _more_keys())))
    of_views = (
        (tr("In the brief"), _keys_of_brief()),
        (tr("In the source"), _keys_of_source()),
        (tr("In the review"), _keys_of_review()),
    )
    return (*found, *(KeyGroup(*each) for each in of_views))


def _more_keys() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Next or previous control"), _written("Tab", "Shift+Tab")),
        (tr("Press what has the keyboard"), _written("Return", "Space")),
        (tr("Close a pane, a dialog or a menu"), _written("Escape")),
        (tr("Up and down in a list"), _written("Up", "Down")),
        (tr("Turn the pages before printing"), _written("PgUp", "PgDown")),
    )


def _keys_of_brief() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Beginning, end"), _written("Home", "End")),
        (tr("A screen up or down"), _written("PgUp", "PgDown")),
        (tr("Menu of the item"), _written("Menu", "Shift+F10")),
    )


def _keys_of_source() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Back to the item"), _written("Escape", "S")),
        (tr("Select what cites it"), _written("Return")),
        (tr("Copy the selected words"), _written("Ctrl+C")),
    )


def _keys_of_review() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Accept and go on"), _written("A")),
        (tr("Edit, or make a sentence an item"), _written("E")),
        (tr("Reject, or dismiss a sentence"), _written("R")),
        (tr("Set the kind of an agreement"), tr("{first} to {last}", first="1", last="5")),
        (tr("Save what is edited, sign off"), _written("Ctrl+Return")),
        (tr("Give up what is edited, leave"), _written("Escape")),
    )


def _written(*keys: str) -> str:
    style = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(style) for key in keys)


def _plain(row: Row) -> str:
    return row.text.replace("&", "").rstrip("…")


def _tip(row: Row) -> str:
    text = row.tip or _plain(row)
    key = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
    return tr("{what} ({key})", what=text, key=key) if key else text
