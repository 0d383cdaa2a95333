"""Items added, copied, moved and deleted in a window: what the menu and its keys do to the selected one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.gui.places import for_menu
from briefing_app.words import tr
from briefing_app.workflow import arranging
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.arranging import Part
    from briefing_app.workflow.editing import Edited

_ONLY_ONE: tuple[Part, ...] = ("event", "approach", "transfer")
_ADDED: tuple[Part, ...] = (
    "participants", "agreements", "meetings", "background", "differences", "gaps",
    "event", "approach", "transfer", "stages", "conditions", "findings",
)  # fmt: skip


def duplicate(editor: Editor) -> None:
    """Add a copy of the selected item behind it."""
    editor.arrange(lambda briefing, name: arranging.duplicate(briefing, name, editor.chance))


def move_up(editor: Editor) -> None:
    """Let the selected item change places with the one above."""
    editor.arrange(lambda briefing, name: arranging.reorder(briefing, name, -1))


def move_down(editor: Editor) -> None:
    """Let the selected item change places with the one below."""
    editor.arrange(lambda briefing, name: arranging.reorder(briefing, name, 1))


def delete(editor: Editor) -> None:
    """Delete the selected item; the row beside it is selected, so that one can go on from there."""
    window = editor.window
    briefing, name = window.document.briefing, window.selection.item
    if briefing is None or not name:
        return
    if arranging.part_of(briefing, name) is None:
        window.frame.status.say(tr("The bottom line stays: every briefing has one. Edit it."))
        return
    beside = _beside(window, name)
    editor.arrange(arranging.remove)
    if beside and window.document.briefing is not briefing:
        window.pick(beside)
        window.frame.brief.reveal(focus=True)


def fill_parts(editor: Editor, menu: QMenu) -> None:
    """Offer what can be added."""
    menu.clear()
    briefing = editor.window.document.briefing
    for part in _ADDED:
        if briefing is not None and not (part in _ONLY_ONE and _has(briefing, part)):
            plain = part in ("background", "findings")
            words = arranging.part_word(part) if plain else noun_of(arranging.blank(part))
            menu.addAction(for_menu(words[:1].upper() + words[1:]), partial(editor.open, "", part))


def fill_moves(editor: Editor, menu: QMenu) -> None:
    """Offer where else the selected item can stand."""
    menu.clear()
    briefing, name = editor.window.document.briefing, editor.window.selection.item
    parts = arranging.can_move(briefing, name) if briefing is not None and name else ()
    for part in parts:
        words = for_menu(arranging.part_word(part))
        menu.addAction(words, partial(editor.arrange, partial(_moved, part)))
    if not parts:
        menu.addAction(tr("Nowhere else")).setEnabled(False)


def fill_people(editor: Editor, menu: QMenu) -> None:
    """Offer the people who may be the same person as the selected one."""
    menu.clear()
    briefing, name = editor.window.document.briefing, editor.window.selection.item
    people = briefing.participants if briefing is not None else ()
    others = [each for each in people if each.id != name] if name in {each.id for each in people} else []
    for each in others:
        menu.addAction(for_menu(each.name), partial(editor.arrange, partial(_merged, each.id)))
    if not others:
        menu.addAction(tr("No other person")).setEnabled(False)


def _merged(other: str, briefing: Briefing, name: str) -> Edited:
    return arranging.merge(briefing, name, other)


def _moved(part: Part, briefing: Briefing, name: str) -> Edited:
    return arranging.move(briefing, name, part)


def _has(briefing: Briefing, part: Part) -> bool:
    if part == "event":
        return briefing.event is not None
    return briefing.opcon is not None and getattr(briefing.opcon, part, None) is not None


def _beside(window: MainWindow, name: str) -> str:
    """Return the item whose row stands below that of another one, else above it; empty for none."""
    rows = list(dict.fromkeys(row.item for row in window.frame.brief.rows() if not row.reference))
    if name not in rows:
        return ""
    at = rows.index(name)
    return next((each for each in (*rows[at + 1 : at + 2], *rows[max(at - 1, 0) : at])), "")
