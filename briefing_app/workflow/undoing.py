"""The steps of editing, each with its name: undone and redone without limit, over frozen briefings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.editing import Changes, Edited


class Step(NamedTuple):
    """A step that was done or undone: the briefing on its other side, and what it changed."""

    briefing: Briefing
    changes: Changes


@dataclass(frozen=True)
class Work:
    """A briefing as it is edited.

    Attributes:
        briefing: as it is now.
        saved: as it is in its file; None where it is in none yet.
        done: the steps that led here, the last one last, each with the briefing before it.
        undone: the steps that were undone, the last one last, each with the briefing after it.
    """

    briefing: Briefing
    saved: Briefing | None
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @property
    def unsaved(self) -> bool:
        """Whether the briefing differs from its file."""
        return self.briefing is not self.saved and self.briefing != self.saved

    def after(self, edited: Edited) -> Work:
        """Return the work after an edit; one that changed nothing is no step."""
        briefing, changes = edited
        if not changes.step:
            return self
        return replace(self, briefing=briefing, done=(*self.done, Step(self.briefing, changes)), undone=())

    def undo(self) -> Work:
        """Return the work before its last step, or as it is where there is none."""
        if not self.done:
            return self
        last = self.done[-1]
        undone = (*self.undone, Step(self.briefing, last.changes))
        return replace(self, briefing=last.briefing, done=self.done[:-1], undone=undone)

    def redo(self) -> Work:
        """Return the work after the step that was undone last, or as it is where there is none."""
        if not self.undone:
            return self
        last = self.undone[-1]
        done = (*self.done, Step(self.briefing, last.changes))
        return replace(self, briefing=last.briefing, done=done, undone=self.undone[:-1])

    def read_again(self, edited: Edited) -> Work:
        """Return the work after its file, which was as it is here, was read again: a step as an edit is."""
        return replace(self.after(edited), briefing=edited[0], saved=edited[0])

    def kept(self) -> Work:
        """Return the work once it is saved; its steps can still be undone."""
        return replace(self, saved=self.briefing)
