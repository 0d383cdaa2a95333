"""The table of actions: menus, toolbar and the list of shortcuts are all made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

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
    "open", "recent", "samples", "save-as", "export-one-page", "export-full", "print", "close", "quit",
    "copy-citation", "next-item", "previous-item", "show-passage", "back", "forward",
    "source", "sidebar", "larger", "smaller", "normal", "scheme-system", "scheme-light", "scheme-dark",
    "next-pane", "previous-pane", "full-screen", "menu", "menu-bar", "help", "shortcuts",
    "diagnostics", "about",
]  # fmt: skip
MenuName = Literal["file", "edit", "view", "help", ""]
Needs = Literal["nothing", "briefing", "item"]


@dataclass(frozen=True, slots=True)
class Row:
    """One action.

    Attributes:
        id: its name in the code.
        text: as it stands in a menu, with the key to reach it there.
        menu: the menu that lists it, empty for none.
        keys: its shortcuts, the one that is shown first; Qt puts Cmd for Ctrl on macOS.
        icon: where it has one.
        tip: what it does, where the text does not say so.
        needs: what must be there for it to be enabled.
        group: the name of the choice that it is one of; such actions are checkable.
        checkable: it is on or off.
        submenu: it opens a list that is filled when it is opened.
        starts_group: a line stands above it in its menu.
        listed_keys: keys that the focused view answers itself, told in the list of shortcuts only.
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
    printing = tr("&Export one-page PDF…")
    return (
        Row("open", tr("&Open…"), "file", ("Ctrl+O",), "open", tr("Open a briefing file")),
        Row("recent", tr("Open &recent"), "file", submenu=True),
        Row("samples", tr("&Samples"), "file", submenu=True),
        Row("save-as", tr("S&ave as…"), "file", ("Ctrl+Shift+S",), tip=save, needs="briefing"),
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
        Row("back", tr("&Back"), "edit", ("Alt+Left",), "chevron_left", needs="briefing", starts_group=True),
        Row("forward", tr("F&orward"), "edit", ("Alt+Right",), "chevron_right", needs="briefing"),
    )


def _view_rows() -> tuple[Row, ...]:
    tip = tr("Show or hide the source")
    files = tr("Show or hide the list of files")
    return (
        Row("source", tr("Source &pane"), "view", ("F8",), "source", tip, "briefing", checkable=True),
        Row("sidebar", tr("Side&bar"), "view", ("F9",), "sidebar", files, checkable=True),
        Row("next-pane", tr("&Next pane"), "view", ("F6",)),
        Row("previous-pane", tr("Pre&vious pane"), "view", ("Shift+F6",)),
        Row("larger", tr("&Larger text"), "view", ("Ctrl++", "Ctrl+="), "text_size", starts_group=True),
        Row("smaller", tr("S&maller text"), "view", ("Ctrl+-",)),
        Row("normal", tr("N&ormal text"), "view", ("Ctrl+0",)),
        Row("scheme-system", tr("Colours of the &system"), "view", group="scheme", starts_group=True),
        Row("scheme-light", tr("L&ight"), "view", icon="sun", group="scheme"),
        Row("scheme-dark", tr("&Dark"), "view", icon="moon", group="scheme"),
        Row("full-screen", tr("&Full screen"), "view", ("F11",), checkable=True, starts_group=True),
        Row("menu-bar", tr("Menu &bar"), "view", ("Ctrl+M",), checkable=True),
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
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setToolTip(_tip(row))
        action.setCheckable(row.checkable or bool(row.group))
        if row.group:
            groups.setdefault(row.group, QActionGroup(parent)).addAction(action)
        parent.addAction(action)
        made[row.id] = action
    return made


def submenus(parent: QWidget, actions: Mapping[Id, QAction]) -> dict[Id, QMenu]:
    """Return an empty menu for each action that opens a list; it is filled when it is opened."""
    made: dict[Id, QMenu] = {}
    for row in rows():
        if row.submenu:
            made[row.id] = QMenu(parent)
            actions[row.id].setMenu(made[row.id])
    return made


def draw_icons(actions: Mapping[Id, QAction], theme: Theme) -> None:
    """Give the actions their icons in the theme's colours, when a menu is first opened: it costs time."""
    for row in rows():
        if row.icon:
            drawn = icon(
                row.icon, theme.color("ink2"), disabled=theme.color("ink3"), on=theme.color("accent")
            )
            actions[row.id].setIcon(drawn)


def enable(actions: Mapping[Id, QAction], *, briefing: bool, item: bool) -> None:
    """Enable what can be done: `briefing` when one is shown, `item` when one is selected."""
    there = {"nothing": True, "briefing": briefing, "item": item}
    for row in rows():
        actions[row.id].setEnabled(there[row.needs])


def fill(menu: QMenu | QMenuBar, actions: Mapping[Id, QAction]) -> None:
    """Put the menus File, Edit, View and Help, with their actions, into a menu or a menu bar."""
    for name, title in menu_titles().items():
        inner = menu.addMenu(title)
        for row in rows():
            if row.menu == name:
                if row.starts_group:
                    inner.addSeparator()
                inner.addAction(actions[row.id])


def call(what: Callable[[], object], *_state: object) -> None:
    """Do what an action does, whatever state its signal says."""
    what()


def shortcuts() -> tuple[tuple[str, str], ...]:
    """Return every action that has keys: its text, and its keys as this platform writes them."""
    named = ((row.text.replace("&", "").rstrip("…"), row.keys or row.listed_keys) for row in rows())
    style = QKeySequence.SequenceFormat.NativeText
    return tuple(
        (text, ", ".join(QKeySequence(key).toString(style) for key in keys)) for text, keys in named if keys
    )


def _tip(row: Row) -> str:
    text = row.tip or row.text.replace("&", "").rstrip("…")
    key = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
    return tr("{what} ({key})", what=text, key=key) if key else text
