"""The table of actions: menus, toolbar and the list of shortcuts are all made from it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from briefing_app.gui.widgets.icons import icon
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenuBar, QWidget

    from briefing_app.gui.theme import Theme
    from briefing_app.gui.widgets.icons import IconName

Id = Literal[
    "open", "new", "paste-article", "recent", "samples", "save-as", "attach", "forget",
    "export-one-page", "export-full", "print", "close", "quit",
    "copy-citation", "next-item", "previous-item", "show-passage", "next-passage", "previous-passage",
    "back", "forward", "reopen",
    "source", "sidebar", "unused", "larger", "smaller", "normal",
    "scheme-system", "scheme-light", "scheme-dark", "next-pane", "previous-pane", "full-screen",
    "menu", "menu-bar", "help", "shortcuts", "diagnostics", "about",
]  # fmt: skip
_ROOM = 4  # px
MenuName = Literal["file", "edit", "view", "help", ""]
Needs = Literal["nothing", "briefing", "item", "passages", "text", "attached", "unused"]


class There(NamedTuple):
    """What is there for actions to act on.

    Attributes:
        briefing: a briefing is shown.
        item: an item is selected.
        passages: how many the item has.
        lacking: a source has no text yet.
        attached: the text of a source was attached.
        unused: the briefing has sentences that became no item.
    """

    briefing: bool = False
    item: bool = False
    passages: int = 0
    lacking: bool = False
    attached: bool = False
    unused: bool = False


class Row(NamedTuple):
    """One action.

    Attributes:
        id: its name in the code.
        text: as it stands in a menu, with the key to reach it there.
        menu: the menu that lists it, empty for none.
        keys: its shortcuts, the one that is shown first; Qt puts Cmd for Ctrl on macOS.
        icon: where it has one; what is on or off has its check mark in that place.
        tip: what it does, where the text does not say so.
        needs: what must be there for it to be enabled.
        group: the name of the choice that it is one of; such actions are checkable.
        checkable: it is on or off.
        submenu: it opens a list that is filled when it is opened.
        starts_group: a line stands above it in its menu.
        listed_keys: keys that the focused view answers itself, told in the menus and the list of shortcuts.
    """

    id: Id
    text: str
    menu: MenuName = ""
    keys: tuple[str, ...] = ()
    icon: IconName | None = None
    tip: str = ""
    needs: Needs = "nothing"
    group: str = ""
    checkable: bool = False
    submenu: bool = False
    starts_group: bool = False
    listed_keys: tuple[str, ...] = ()


def rows() -> tuple[Row, ...]:
    """Return every action that there is, in the order of the menus."""
    return (*_file_rows(), *_edit_rows(), *_view_rows(), *_help_rows())


def _file_rows() -> tuple[Row, ...]:
    one_page = tr("Show the brief on one page, to save it as a PDF or print it")
    full = tr("Show the brief with all its evidence, to save it as a PDF or print it")
    printer = tr("Print the pages as chosen last")
    save = tr("Save what is shown as a briefing file of its own")
    draft = tr("Draft a briefing from an article: a file, pasted text or an address")
    pasted = tr("Draft a briefing from the text or the address on the clipboard")
    attach = tr("Read the text of a source beside the briefing")
    printing = tr("&Export one-page PDF…")
    return (
        Row("open", tr("&Open…"), "file", ("Ctrl+O",), "open", tr("Open a briefing or an article")),
        Row("new", tr("&New from article…"), "file", ("Ctrl+N",), "plus", draft),
        Row("paste-article", tr("Paste an arti&cle"), "file", ("Ctrl+V",), tip=pasted),
        Row("recent", tr("Open &recent"), "file", submenu=True),
        Row("samples", tr("&Samples"), "file", submenu=True),
        Row("save-as", tr("S&ave as…"), "file", ("Ctrl+Shift+S", "Ctrl+S"), tip=save, needs="briefing"),
        Row("attach", tr("A&ttach the article…"), "file", icon="plus", tip=attach, needs="text"),
        Row("forget", tr("For&get the attached text"), "file", needs="attached"),
        Row("export-one-page", printing, "file", ("Ctrl+E",), "export", one_page, "briefing"),
        Row("export-full", tr("Export &full PDF…"), "file", ("Ctrl+Shift+E",), "export", full, "briefing"),
        Row("print", tr("&Print…"), "file", ("Ctrl+P",), "print", printer, "briefing"),
        Row("close", tr("&Close window"), "file", ("Ctrl+W",), starts_group=True),
        Row("quit", tr("&Quit"), "file", ("Ctrl+Q",)),
    )  # fmt: skip


def _edit_rows() -> tuple[Row, ...]:
    copy = tr("Copy the selected item with source and paragraph")
    return (
        Row("copy-citation", tr("&Copy item with citation"), "edit", ("Ctrl+Shift+C",), "copy", copy, "item"),
        Row(
            "next-item",
            tr("&Next item"),
            "edit",
            needs="briefing",
            listed_keys=("Down", "J"),
            starts_group=True,
        ),
        Row("previous-item", tr("&Previous item"), "edit", needs="briefing", listed_keys=("Up", "K")),
        Row("show-passage", tr("&Show passage"), "edit", needs="item", listed_keys=("Return", "S")),
        Row("next-passage", tr("Next p&assage"), "edit", ("]",), needs="passages", listed_keys=("Alt+Down",)),
        Row(
            "previous-passage",
            tr("Previous passa&ge"),
            "edit",
            ("[",),
            needs="passages",
            listed_keys=("Alt+Up",),
        ),
        Row("back", tr("&Back"), "edit", ("Alt+Left",), "chevron_left", needs="briefing", starts_group=True),
        Row("forward", tr("F&orward"), "edit", ("Alt+Right",), "chevron_right", needs="briefing"),
    )


def _view_rows() -> tuple[Row, ...]:
    tip = tr("Show or hide the source")
    files = tr("Show or hide the list of files")
    unused = tr("Show the sentences of the article that became no item, and its problems")
    last = tr("Open the files of l&ast time")
    again = tr("When the program starts without a file, open those that were open when it ended")
    return (
        Row("source", tr("Source &pane"), "view", ("F8",), tip=tip, needs="briefing", checkable=True),
        Row("sidebar", tr("Side&bar"), "view", ("F9",), tip=files, checkable=True),
        Row("unused", tr("&Unused sentences"), "view", ("Ctrl+U",), tip=unused, needs="unused"),
        Row("next-pane", tr("&Next pane"), "view", ("F6",)),
        Row("previous-pane", tr("Pre&vious pane"), "view", ("Shift+F6",)),
        Row("larger", tr("&Larger text"), "view", ("Ctrl++", "Ctrl+="), "text_size", starts_group=True),
        Row("smaller", tr("S&maller text"), "view", ("Ctrl+-",)),
        Row("normal", tr("N&ormal text"), "view", ("Ctrl+0",)),
        Row("scheme-system", tr("Colours of the &system"), "view", group="scheme", starts_group=True),
        Row("scheme-light", tr("L&ight"), "view", group="scheme"),
        Row("scheme-dark", tr("&Dark"), "view", group="scheme"),
        Row("full-screen", tr("&Full screen"), "view", ("F11",), checkable=True, starts_group=True),
        Row("menu-bar", tr("M&enu bar"), "view", ("Ctrl+M",), checkable=True),
        Row("reopen", last, "view", tip=again, checkable=True, starts_group=True),
    )  # fmt: skip


def _help_rows() -> tuple[Row, ...]:
    return (
        Row("help", tr("&Help"), "help", ("F1",)),
        Row("shortcuts", tr("&Keyboard shortcuts"), "help", ("Ctrl+?",)),
        Row("diagnostics", tr("Copy &diagnostics"), "help", icon="copy"),
        Row("about", tr("&About Briefing"), "help", icon="info"),
        Row("menu", tr("Menu"), "", ("F10",), "menu", tr("All that can be done here")),
    )


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
    }
    for row in rows():
        action, tip = actions[row.id], _tip(row)
        if not met[row.needs]:
            tip = tr("{what}: {reason}", what=tip, reason=_reason(row.needs, there))
        action.setToolTip(tip)
        action.setEnabled(met[row.needs])


def _reason(needs: Needs, there: There) -> str:
    if not there.briefing:
        return tr("open a briefing first")
    if needs == "text":
        return tr("the text of each source is here")
    if needs == "attached":
        return tr("no text is attached")
    if needs == "unused":
        return tr("every sentence with a cue became an item")
    if needs == "item" or not there.item:
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
    of_views = ((tr("In the brief"), _keys_of_brief()), (tr("In the source"), _keys_of_source()))
    return (*found, *(KeyGroup(*each) for each in of_views))


def _more_keys() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Next or previous control"), _written("Tab", "Shift+Tab")),
        (tr("Press what has the keyboard"), _written("Return", "Space")),
        (tr("Close a pane over the brief, a dialog or a menu"), _written("Escape")),
        (tr("Up and down in a list of files or problems"), _written("Up", "Down")),
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
        (tr("Select what rests on the paragraph"), _written("Return")),
        (tr("Copy the selected words"), _written("Ctrl+C")),
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
