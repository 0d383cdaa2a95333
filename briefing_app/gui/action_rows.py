"""The table of actions, row by row: what each is called, its keys and its sign, and what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.gui.widgets.icons import IconName

Id = Literal[
    "open", "new", "paste-article", "add-article", "recent", "samples", "save", "save-as", "versions",
    "compare", "attach", "forget", "export-one-page", "export-full", "print", "close", "quit",
    "undo", "redo", "edit-item", "record-outcome", "add-item", "duplicate", "move-up", "move-down",
    "move-to", "merge", "delete", "add-passage", "edit-whole", "edit-source", "review",
    "copy-citation", "next-item", "previous-item", "show-passage", "next-passage", "previous-passage",
    "back", "forward", "reopen", "find", "find-next", "find-previous", "palette",
    "source", "sidebar", "unused", "larger", "smaller", "normal",
    "scheme-system", "scheme-light", "scheme-dark", "next-pane", "previous-pane", "full-screen",
    "letter-keys", "menu", "menu-bar", "help", "shortcuts", "diagnostics", "about",
]  # fmt: skip
MenuName = Literal["file", "edit", "view", "help", ""]
Needs = Literal[
    "nothing", "briefing", "item", "passages", "text", "attached", "unused",
    "editable", "editable-item", "meeting", "undo", "redo",
]  # fmt: skip


class Row(NamedTuple):
    """One action.

    Attributes:
        id: its name in the code.
        text: as it stands in a menu, with a letter to reach it there, which no other row of the menu has.
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
    versions = tr("What was saved before: see what changed, compare, restore")
    other = tr("Compare what is shown with a file, another window or an earlier version")
    draft = tr("Draft a briefing from an article: a file, pasted text or an address")
    pasted = tr("Draft a briefing from the text or the address on the clipboard")
    added = tr("Add an article to this briefing: another source, or a corrected version of one")
    attach = tr("Read the text of a source beside the briefing")
    out, changes = tr("&Export one-page PDF…"), tr("Save the changes")
    return (
        Row("open", tr("&Open…"), "file", ("Ctrl+O",), "open", tr("Open a briefing or an article")),
        Row("new", tr("&New from article…"), "file", ("Ctrl+N",), "plus", draft),
        Row("paste-article", tr("&Paste an article"), "file", ("Ctrl+V",), tip=pasted),
        Row("add-article", tr("A&dd an article…"), "file", ("Ctrl+Shift+N",), tip=added, needs="editable"),
        Row("recent", tr("Open &recent"), "file", submenu=True),
        Row("samples", tr("Sa&mples"), "file", submenu=True),
        Row("save", tr("&Save"), "file", ("Ctrl+S",), "save", changes, "briefing", starts_group=True),
        Row("save-as", tr("S&ave as…"), "file", ("Ctrl+Shift+S",), tip=save, needs="briefing"),
        Row("versions", tr("Earlier &versions…"), "file", tip=versions, needs="briefing"),
        Row("compare", tr("&Compare…"), "file", ("Ctrl+Shift+D",), "compare", other, "briefing"),
        Row("attach", tr("A&ttach the article…"), "file", (), "plus", attach, "text", starts_group=True),
        Row("forget", tr("For&get the attached text"), "file", needs="attached"),
        Row("export-one-page", out, "file", ("Ctrl+E",), "export", one_page, "briefing", starts_group=True),
        Row("export-full", tr("Export &full PDF…"), "file", ("Ctrl+Shift+E",), "export", full, "briefing"),
        Row("print", tr("Pr&int…"), "file", ("Ctrl+P",), "print", printer, "briefing"),
        Row("close", tr("C&lose window"), "file", ("Ctrl+W",), starts_group=True),
        Row("quit", tr("&Quit"), "file", ("Ctrl+Q",)),
    )  # fmt: skip


def _edit_rows() -> tuple[Row, ...]:
    copy = tr("Copy the selected item with source and paragraph")
    return (
        *_change_rows(),
        Row(
            "copy-citation",
            tr("Cop&y item with citation"),
            "edit",
            ("Ctrl+Shift+C",),
            "copy",
            copy,
            "item",
            starts_group=True,
        ),
        Row(
            "next-item",
            tr("Ne&xt item"),
            "edit",
            needs="briefing",
            listed_keys=("Down", "J"),
            starts_group=True,
        ),
        Row("previous-item", tr("Previous &item"), "edit", needs="briefing", listed_keys=("Up", "K")),
        Row("show-passage", tr("&Show passage"), "edit", needs="item", listed_keys=("Return", "S")),
        Row("next-passage", tr("Next passage"), "edit", ("]",), needs="passages", listed_keys=("Alt+Down",)),
        Row(
            "previous-passage",
            tr("Previous passage"),
            "edit",
            ("[",),
            needs="passages",
            listed_keys=("Alt+Up",),
        ),
        *_finding_rows(),
        Row("back", tr("&Back"), "edit", ("Alt+Left",), "chevron_left", needs="briefing", starts_group=True),
        Row("forward", tr("Forward"), "edit", ("Alt+Right",), "chevron_right", needs="briefing"),
    )


def _finding_rows() -> tuple[Row, ...]:
    find = tr("Find words in the brief and in the source")
    there: Needs = "briefing"
    return (
        Row("find", tr("&Find…"), "edit", ("Ctrl+F",), "search", find, there, starts_group=True),
        Row("find-next", tr("Find next"), "edit", ("F3",), needs=there),
        Row("find-previous", tr("Find previous"), "edit", ("Shift+F3",), needs=there),
    )


def _change_rows() -> tuple[Row, ...]:
    words = tr("Let the words that are selected in the source prove the selected item")
    head = tr("Edit the title, the day of the facts, the marking and the comment")
    judge = tr("Go through the items in the article's order: accept, edit or reject each")
    merge = tr("Say that another name is the same person: it becomes an other name")
    outcome = tr("Record what became of the selected meeting, with the passage that says so")
    there: Needs = "editable-item"
    return (
        Row("undo", tr("&Undo"), "edit", ("Ctrl+Z",), "undo", needs="undo"),
        Row("redo", tr("&Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", needs="redo"),
        Row("review", tr("Re&view"), "edit", ("Ctrl+R",), "review", judge, "editable", starts_group=True),
        Row("edit-item", tr("&Edit item…"), "edit", ("F2",), "pencil", needs=there),
        Row("record-outcome", tr("Record &outcome…"), "edit", icon="calendar", tip=outcome, needs="meeting"),
        Row("add-item", tr("&Add"), "edit", icon="plus", needs="editable", submenu=True),
        Row("add-passage", tr("Cite selected &words"), "edit", ("Ctrl+L",), "quote", words, there),
        Row("duplicate", tr("&Duplicate"), "edit", ("Ctrl+D",), needs=there),
        Row("move-up", tr("Move u&p"), "edit", ("Alt+Shift+Up",), "chevron_up", needs=there),
        Row("move-down", tr("Move dow&n"), "edit", ("Alt+Shift+Down",), "chevron_down", needs=there),
        Row("move-to", tr("&Move to"), "edit", needs=there, submenu=True),
        Row("merge", tr("Mer&ge with"), "edit", icon="people", tip=merge, needs=there, submenu=True),
        Row("delete", tr("De&lete"), "edit", ("Del",), "cross", needs=there),
        Row("edit-whole", tr("Edit &title and marking…"), "edit", tip=head, needs="editable"),
        Row("edit-source", tr("Edit the sour&ce…"), "edit", needs="editable"),
    )


def _view_rows() -> tuple[Row, ...]:
    tip = tr("Show or hide the source")
    files = tr("Show or hide the list of files")
    unused = tr("Show the sentences of the article that became no item, and its problems")
    last = tr("Open the files of l&ast time")
    again = tr("When the program starts without a file, open those that were open when it ended")
    letters = tr("Keys such as A, J and ] work by themselves; turned off, only those with Ctrl or Alt do")
    anything = tr("Run a command, or go to an item or a briefing, by its name")
    return (
        Row("palette", tr("Search or run a &command…"), "view", ("Ctrl+K",), "search", anything),
        Row("source", tr("Source &pane"), "view", ("F8",), tip=tip, needs="briefing", checkable=True),
        Row("sidebar", tr("Side&bar"), "view", ("F9",), tip=files, checkable=True),
        Row("unused", tr("&Unused sentences"), "view", ("Ctrl+U",), tip=unused, needs="unused"),
        Row("next-pane", tr("&Next pane"), "view", ("F6",)),
        Row("previous-pane", tr("Pre&vious pane"), "view", ("Shift+F6",)),
        Row("larger", tr("&Larger text"), "view", ("Ctrl++", "Ctrl+="), "text_size", starts_group=True),
        Row("smaller", tr("S&maller text"), "view", ("Ctrl+-",)),
        Row("normal", tr("N&ormal text"), "view", ("Ctrl+0",)),
        Row("scheme-system", tr("Colours of the &system"), "view", group="scheme", starts_group=True),
        Row("scheme-light", tr("L&ight"), "view", tip=tr("Light colours"), group="scheme"),
        Row("scheme-dark", tr("&Dark"), "view", tip=tr("Dark colours"), group="scheme"),
        Row("full-screen", tr("&Full screen"), "view", ("F11",), checkable=True, starts_group=True),
        Row("menu-bar", tr("M&enu bar"), "view", ("Ctrl+M",), checkable=True),
        Row("letter-keys", tr("Single-le&tter keys"), "view", tip=letters, checkable=True),
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
