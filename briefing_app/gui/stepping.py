"""Goes back and forward through the steps of a window, and says which step it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.main_window import MainWindow


class Turns(Protocol):
    """What edits the briefing of a window, and shows other states of it."""

    window: MainWindow

    @property
    def is_open(self) -> bool:
        """Whether something is edited in the brief."""

    def cancel(self) -> None:
        """Close the card and leave the item as it is."""

    def turn(self, snapshot: Snapshot, items: tuple[str, ...]) -> None:
        """Show another state of the same briefing."""


def step_back(editor: Turns) -> None:
    """Undo the last step."""
    _go(editor, back=True)


def step_forward(editor: Turns) -> None:
    """Do the step again that was undone last."""
    _go(editor, back=False)


def _go(editor: Turns, *, back: bool) -> None:
    document, status = editor.window.document, editor.window.frame.status
    snapshot = document.snapshot
    if snapshot is None or snapshot.work is None:
        return
    if document.writing:
        status.say(tr("Save or cancel first what is being edited."))
        return
    steps = snapshot.work.done if back else snapshot.work.undone
    if not steps:
        return
    if editor.is_open:
        editor.cancel()
    step = steps[-1].changes
    editor.turn(snapshot.undone() if back else snapshot.redone(), step.items)
    words = tr("Undone: {step}", step=step.step) if back else tr("Done again: {step}", step=step.step)
    editor.window.frame.status.say(words)
