"""Takes the words that are selected in the source: they prove what is edited, or the selected item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.gui import selection
from briefing_app.model.problems import BriefingError
from briefing_app.words import tr
from briefing_app.words.problems import say_all
from briefing_app.workflow import editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.workflow.editing import Edited


class Edits(Protocol):
    """What edits the briefing of a window."""

    window: MainWindow

    def form(self) -> EditCard | None:
        """Return the form that is open."""

    def arrange(self, what: Callable[[Briefing, str], Edited]) -> None:
        """Change the selected item."""


def selected(window: MainWindow) -> Passage | None:
    """Return the words that are selected in the source as a passage, None where none are.

    Raises:
        BriefingError: no passage can be made of them.
    """
    source = window.frame.source_made
    return source.selected_passage() if source is not None else None


def selected_words(window: MainWindow) -> Passage | None:
    """Return the words that are selected in the source as a passage; say why where there is none."""
    try:
        found = selected(window)
    except BriefingError as error:
        window.frame.status.say(say_all(error.problems), color="error")
        return None
    if found is None:
        window.frame.status.say(tr("Select words in the text of the source first."))
    return found


def add_passage(editor: Edits) -> None:
    """Let the words that are selected in the source prove what is edited, else the selected item."""
    window = editor.window
    found, card = selected_words(window), editor.form()
    if found is None:
        return
    if card is not None:
        card.take(found)
    elif window.selection.item in _differences(window.document.briefing):
        words = tr("Edit the difference first, and put the cursor in the reading that the words prove.")
        window.frame.status.say(words)
    else:
        _prove(editor, found)


def _prove(editor: Edits, found: Passage) -> None:
    """Let words of the source prove the selected item; the source stays where they were selected."""
    window = editor.window
    source, there = window.frame.source.words_place()
    editor.arrange(partial(_proved, found))
    briefing, item = window.document.briefing, window.selection.item
    if briefing is None or not item:
        return
    at = (found.source, found.paragraph)
    own = [n for n, mark in enumerate(window.selection.marks) if (mark.source, mark.paragraph) == at]
    if own:
        window.select(selection.of_item(briefing, item, own[0]))
    window.frame.source.return_to(source, there, 0)


def _differences(briefing: Briefing | None) -> frozenset[str]:
    return frozenset(each.id for each in briefing.differences) if briefing is not None else frozenset()


def _proved(found: Passage, briefing: Briefing, name: str) -> Edited:
    evidence = editing.item_of(briefing, name).evidence
    return editing.put(briefing, name, {"evidence": (*evidence, found)} if found not in evidence else {})
