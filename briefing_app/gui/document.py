"""The briefing that a window shows: snapshot, attached texts, and signals of changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from briefing_app.model.outline import proved_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefing_app.drafting.passages import Located
    from briefing_app.files.reading import Opened
    from briefing_app.gui.tasks import Tasks
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.problems import Problem
    from briefing_app.model.sources import Source
    from briefing_app.workflow.attaching import Attached
    from briefing_app.workflow.editing import Edited
    from briefing_app.workflow.fixing import Working
    from briefing_app.workflow.undoing import Work


@dataclass(frozen=True)
class Reading:
    """A briefing beside the texts of its sources.

    Attributes:
        briefing: the briefing.
        locate: looks where its passages stand.
        attached: by source id, the texts that are not in the file.
    """

    briefing: Briefing
    locate: Callable[[], Mapping[Passage, Located]]
    attached: Mapping[str, Attached]

    @cached_property
    def found(self) -> Mapping[Passage, Located]:
        """Where the passages stand, empty where no text is at hand; the brief is drawn before it is asked."""
        return self.locate()

    def source(self, source_id: str) -> Source | None:
        """Return one of the sources."""
        return _source(self.briefing, source_id)

    def text(self, source_id: str) -> tuple[str, ...]:
        """Return the paragraphs of a source, none where its text is not at hand."""
        if source_id in self.attached:
            return self.attached[source_id].paragraphs
        source = self.source(source_id)
        return source.text if source else ()


class Snapshot(NamedTuple):
    """A file as it was opened.

    Attributes:
        path: where it lies.
        briefing: what is shown; None where the file has problems and nothing of it was asked for.
        sound_part: what can be shown without the items that have problems; None where nothing can.
        left_out: how many items `sound_part` lacks.
        problems: errors and warnings, in the order of the file.
        partial: `briefing` is the sound part, and so must not be saved over the file.
        digest: of the file's bytes as read, empty where they could not be.
        attached: its name in the PDF that carries it, empty for a file of its own.
        working: the text of a faulty file as it has been put right so far, None where that was not begun.
        draft: it was drafted here and is in no file yet; `path` is where it would be saved.
        work: the steps of editing it, None where it was not edited.
    """

    path: Path
    briefing: Briefing | None = None
    sound_part: Briefing | None = None
    left_out: int = 0
    problems: tuple[Problem, ...] = ()
    partial: bool = False
    digest: str = ""
    attached: str = ""
    working: Working | None = None
    draft: bool = False
    work: Work | None = None

    @property
    def editable(self) -> bool:
        """Whether it can be edited: all that its file holds is shown."""
        return self.briefing is not None and not (self.partial or self.attached)

    @property
    def is_edited(self) -> bool:
        """Whether the briefing was edited and differs from its file, or is in none."""
        return self.work is not None and self.work.unsaved and bool(self.work.done or self.work.undone)

    def after(self, edited: Edited) -> Snapshot:
        """Return it after an edit."""
        return self._with(self._work().after(edited))

    def read_again(self, fresh: Snapshot, edited: Edited) -> Snapshot:
        """Return its file as it was read again; the steps stay, and to read it is one that can be undone.

        Args:
            fresh: the file as it is now.
            edited: the briefing in it, and what is another there.
        """
        return fresh._with(self._work().read_again(edited))

    def undone(self) -> Snapshot:
        """Return it without the last step."""
        return self._with(self._work().undo())

    def redone(self) -> Snapshot:
        """Return it with the step that was undone last."""
        return self._with(self._work().redo())

    def _work(self) -> Work:
        if self.work is not None:
            return self.work
        from briefing_app.workflow.undoing import Work  # not before something is edited

        assert self.briefing is not None  # noqa: S101 - only what is editable is edited
        return Work(self.briefing, None if self.draft else self.briefing)

    def _with(self, work: Work) -> Snapshot:
        return self._replace(briefing=work.briefing, work=work)

    def passages(
        self,
        attached: Mapping[str, Attached] | None = None,
        before: Mapping[Passage, Located] | None = None,
    ) -> Mapping[Passage, Located]:
        """Return where each passage stands in the texts at hand, if there are any.

        Args:
            attached: by source id, the texts that the file does not carry.
            before: what was found in the same texts before an edit.
        """
        if self.briefing is None or not (attached or any(source.text for source in self.briefing.sources)):
            return {}
        from briefing_app.workflow.checking import located, texts_of

        texts, _ = texts_of(self.briefing)
        added = {source: text.paragraphs for source, text in (attached or {}).items()}
        known = {passage: at for text in (attached or {}).values() for passage, at in text.found.items()}
        return located(self.briefing, {**texts, **added}, {**(before or {}), **known})


def snapshot_of(path: Path, opened: Opened) -> Snapshot:
    """Return what was read from `path` as a snapshot."""
    return Snapshot(
        path,
        opened.briefing,
        opened.sound_part,
        len(opened.left_out),
        opened.problems,
        digest=opened.digest,
        attached=opened.attached,
    )


def without_unsound(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot` with its sound part shown, or as it is where there is none."""
    if snapshot.sound_part is None:
        return snapshot
    return snapshot._replace(briefing=snapshot.sound_part, partial=True)


class Document(QObject):
    """Holds the snapshot that is shown, None before a file is opened, and what is attached to it."""

    changed = Signal()
    texts_changed = Signal()
    written = Signal()  # something is typed in a form

    def __init__(self, parent: QObject | None = None, tasks: Tasks | None = None) -> None:
        """Make an empty one.

        Args:
            parent: owns it.
            tasks: runs work off the GUI thread; without them all is done at once.
        """
        super().__init__(parent)
        self._tasks = tasks
        self._snapshot: Snapshot | None = None
        self.typing = False  # something is typed to put the file right, and not applied yet
        self._writing = False
        # By the digest of the source, so that they stay while the file is read anew.
        self._attached: dict[str, Attached] = {}
        self._before: Reading | None = None
        self._reading: Reading | None = None  # found once for each change: a long text takes its time

    @property
    def writing(self) -> bool:
        """Whether something is typed in a form, and not saved there yet."""
        return self._writing

    @writing.setter
    def writing(self, on: bool) -> None:
        self._writing = on
        if on:
            self.written.emit()

    @property
    def snapshot(self) -> Snapshot | None:
        """The current snapshot."""
        return self._snapshot

    @property
    def briefing(self) -> Briefing | None:
        """The briefing that is shown, None where none is."""
        return self._snapshot.briefing if self._snapshot else None

    @property
    def filed(self) -> Path | None:
        """The file of the briefing that is shown; None where there is none, as of a draft."""
        found = self._snapshot
        return found.path if found is not None and found.briefing is not None and not found.draft else None

    @property
    def unsaved(self) -> bool:
        """Whether something was edited or put right, or is being typed, and is not saved."""
        edited = self._snapshot is not None and self._snapshot.is_edited
        return self.correcting or self.writing or edited

    @property
    def correcting(self) -> bool:
        """Whether a faulty file was put right in some way that is not saved."""
        working = self._snapshot.working if self._snapshot else None
        return self.typing or (working is not None and working.unsaved)

    def steps(self) -> tuple[bool, str, str]:
        """Return whether the briefing can be edited, and what would be undone and done again."""
        if self._snapshot is None or not self._snapshot.editable:
            return False, "", ""
        work = self._snapshot.work
        undo = work.done[-1].changes.step if work is not None and work.done else ""
        redo = work.undone[-1].changes.step if work is not None and work.undone else ""
        return True, undo, redo

    def show(self, snapshot: Snapshot) -> None:
        """Put `snapshot` in the place of the current one and say so."""
        self._before, self._snapshot, self._reading = self._reading, snapshot, None
        self.changed.emit()

    def reading(self) -> Reading | None:
        """Return the briefing beside the texts of its sources, None where none is shown."""
        if self._snapshot is None or self._snapshot.briefing is None:
            return None
        if self._reading is None:
            self._reading = self._read(self._snapshot, self._snapshot.briefing)
        return self._reading

    def _found_before(
        self, briefing: Briefing, attached: Mapping[str, Attached]
    ) -> Mapping[Passage, Located]:
        """Return what was found in the texts before an edit, where they are still the same."""
        before = self._before
        if before is None or "found" not in before.__dict__ or dict(before.attached) != dict(attached):
            return {}
        one, other = (
            [(s.id, s.digest, s.text) for s in each.sources] for each in (before.briefing, briefing)
        )
        return before.found if one == other else {}

    def _read(self, snapshot: Snapshot, briefing: Briefing) -> Reading:
        attached = {
            source.id: self._attached[source.digest]
            for source in briefing.sources
            if not source.text and source.digest in self._attached
        }
        before = self._found_before(briefing, attached)
        if before and self._before is not None and proved_alike(self._before.briefing, briefing):
            return Reading(briefing, lambda: before, attached)
        return Reading(briefing, partial(snapshot.passages, attached, before), attached)

    def source(self, source_id: str) -> Source | None:
        """Return a source of the briefing that is shown."""
        return _source(self.briefing, source_id) if self.briefing is not None else None

    def lacking(self) -> tuple[str, ...]:
        """Return the sources of the briefing that is shown whose texts are not at hand."""
        sources = self.briefing.sources if self.briefing is not None else ()
        return tuple(each.id for each in sources if not (each.text or each.digest in self._attached))

    def attached(self) -> tuple[str, ...]:
        """Return the sources of the briefing that is shown whose texts were attached."""
        sources = self.briefing.sources if self.briefing is not None else ()
        return tuple(each.id for each in sources if not each.text and each.digest in self._attached)

    def look_up_texts(self) -> None:
        """Find the texts that were attached at an earlier opening and kept."""
        if self.briefing is None or not self.lacking():
            return
        from briefing_app.workflow.attaching import kept_texts, may_be_kept

        if not may_be_kept(self.briefing):
            return
        if self._tasks is None:
            self._add_kept(kept_texts(self.briefing))
        else:
            task = self._tasks.run(partial(kept_texts, self.briefing))
            task.finished.connect(self._add_kept)

    def _add_kept(self, found: dict[str, Attached]) -> None:
        if found.keys() - self._attached.keys():
            self._attached = found | self._attached
            self._tell_texts()

    def attach(self, source: Source, text: Attached) -> None:
        """Show a text as that of a source."""
        self._attached[source.digest] = text
        self._tell_texts()

    def detach(self, source: Source) -> None:
        """Show the text of a source no longer."""
        if self._attached.pop(source.digest, None) is not None:
            self._tell_texts()

    def _tell_texts(self) -> None:
        self._reading = None
        self.texts_changed.emit()


def _source(briefing: Briefing, source_id: str) -> Source | None:
    return next((each for each in briefing.sources if each.id == source_id), None)
