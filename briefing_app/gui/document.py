"""The briefing that a window shows: the current snapshot, and one signal when another takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_app.drafting.passages import Located
    from briefing_app.files.reading import Opened
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file as it was opened.

    Attributes:
        path: where it lies.
        briefing: what is shown; None where the file has problems and nothing of it was asked for.
        sound_part: what can be shown without the items that have problems; None where nothing can.
        left_out: how many items `sound_part` lacks.
        problems: errors and warnings, in the order of the file.
        partial: `briefing` is the sound part, and so must not be saved over the file.
    """

    path: Path
    briefing: Briefing | None = None
    sound_part: Briefing | None = None
    left_out: int = 0
    problems: tuple[Problem, ...] = ()
    partial: bool = False

    def passages(self) -> Mapping[Passage, Located]:
        """Return where each passage stands in the texts that the file carries, if it carries any."""
        if self.briefing is None or not any(source.text for source in self.briefing.sources):
            return {}
        from briefing_app.workflow.checking import located, texts_of

        texts, _ = texts_of(self.briefing)
        return located(self.briefing, texts)


def snapshot_of(path: Path, opened: Opened) -> Snapshot:
    """Return what was read from `path` as a snapshot."""
    return Snapshot(path, opened.briefing, opened.sound_part, len(opened.left_out), opened.problems)


def without_unsound(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` with its sound part shown, or as it is where there is none."""
    if snapshot.sound_part is None:
        return snapshot
    return Snapshot(
        snapshot.path,
        snapshot.sound_part,
        snapshot.sound_part,
        snapshot.left_out,
        snapshot.problems,
        partial=True,
    )


class Document(QObject):
    """Holds the snapshot that is shown, None before a file is opened."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None

    @property
    def snapshot(self) -> Snapshot | None:
        """The current snapshot."""
        return self._snapshot

    @property
    def briefing(self) -> Briefing | None:
        """The briefing that is shown, None where none is."""
        return self._snapshot.briefing if self._snapshot else None

    def show(self, snapshot: Snapshot) -> None:
        """Put `snapshot` in the place of the current one and say so."""
        self._snapshot = snapshot
        self.changed.emit()
