"""Unsaved work outlives the program: what is noted is offered at the next start, however this one ends."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_app.files import journal
from briefing_app.files.atomic import sweep
from briefing_app.files.journal import Noted
from briefing_app.files.reading import digest_of_bytes, parse_briefing
from briefing_app.files.stores import failure
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.workflow.opening import digest_of

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from briefing_app.files.journal import Entry, Found
    from briefing_app.model.briefing import Briefing

Became = Literal["draft", "unchanged", "changed", "gone"]


class Belonging(NamedTuple):
    """What unsaved work belongs to.

    Attributes:
        path: the file, None for a draft in no file.
        digest: of that file as it was opened or saved last, empty for a draft.
        proposed: where such a draft would be saved.
    """

    path: Path | None = None
    digest: str = ""
    proposed: Path | None = None


class Work:
    """The unsaved work of one open document; any thread may use it."""

    def __init__(
        self, folder: Path, chance: Random, belonging: Belonging, entry: Entry | None = None
    ) -> None:
        """Begin it; nothing is on the disk before something is noted.

        Args:
            folder: the journal.
            chance: makes the entry's name.
            belonging: what it belongs to.
            entry: goes on with this entry, which was left over.
        """
        self._folder, self._chance, self._belonging = folder, chance, belonging
        self._entry, self._over, self._lock = entry, False, Lock()

    def note(self, briefing: Briefing, when: datetime) -> Problem | None:
        """Keep unsaved work in the place of what was noted before.

        Note what is about to be saved, too: then what a kill leaves beside the file is known and removed.

        Args:
            briefing: as it is now.
            when: now.

        Returns:
            None where it is kept. What is in the way otherwise, to be told once; what was noted before is
            then still there. `journal-made-anew`: it is kept, but all that was kept before had been removed
            from outside. What comes after the end is not kept, and no problem.
        """
        with self._lock:
            if self._over:
                return None
            try:
                return self._note(self._noted(briefing, when))
            except OSError as error:
                return failure(journal.FAILED, self._folder, error)

    def settled(self) -> Problem | None:
        """Remove what was noted: the work is saved, or given up by the user. This is the end of it."""
        with self._lock:
            entry, self._entry, self._over = self._entry, None, True
            try:
                if entry is not None:
                    entry.remove()
            except OSError as error:
                return failure(journal.FAILED, self._folder, error)
        return None

    def left(self) -> None:
        """Leave what was noted to the next start, which offers it. This is the end of it, here."""
        with self._lock:
            entry, self._entry, self._over = self._entry, None, True
            if entry is not None:
                entry.release()

    def _noted(self, briefing: Briefing, when: datetime) -> Noted:
        path, digest, proposed = self._belonging
        return Noted(to_text(briefing), str(path or ""), str(proposed or ""), digest, when)

    def _note(self, noted: Noted) -> Problem | None:
        """Write what is noted, in a new place if the old one was removed from outside.

        Raises:
            OSError: it was not written.
        """
        if self._entry is not None and self._entry.held:
            self._entry.write(noted)
            return None
        lost, self._entry = self._entry, journal.claim(self._folder, self._chance)
        try:
            self._entry.write(noted)
        except OSError:
            if lost is not None:
                lost.release()
            raise
        if lost is None:
            return None
        with contextlib.suppress(OSError):  # perhaps only its lock was removed
            lost.remove()
        values = {"folder": str(self._folder)}
        return Problem("journal-made-anew", "warning", Place(file=str(self._folder)), values)


@dataclass(frozen=True, slots=True)
class Recovered:
    """Unsaved work that a process which is gone has left.

    Attributes:
        entry: the opaque name of its entry.
        path: the file that it belongs to, None for a draft in no file.
        proposed: where such a draft would be saved.
        briefing: as it was noted last.
        digest: of the file as it was opened or saved last.
        noted: when.
        became: of the file since then. A file that cannot be read counts as changed.
        work: goes on with it: note more, say that it is settled, or leave it to the next start.
    """

    entry: str
    path: Path | None
    proposed: Path | None
    briefing: Briefing
    digest: str
    noted: datetime
    became: Became
    work: Work = field(compare=False, repr=False)


class LeftOver(NamedTuple):
    """What was recovered, what was noted last first, and what is wrong with the rest."""

    recovered: tuple[Recovered, ...] = ()
    problems: tuple[Problem, ...] = ()


class Journal:
    """The journal of unsaved work of this user on this computer."""

    def __init__(self, folder: Path, chance: Random) -> None:
        """Use it.

        Args:
            folder: where it is kept, usually `folder()`.
            chance: makes the names of entries.
        """
        self._folder, self._chance = folder, chance

    def begin(self, path: Path | None, digest: str = "", proposed: Path | None = None) -> Work:
        """Return the unsaved work of a document that was opened, drafted or saved just now.

        Args:
            path: its file, None for a draft in no file.
            digest: of that file as it was opened or saved.
            proposed: where such a draft would be saved.
        """
        whole = path.absolute() if path else None
        return Work(self._folder, self._chance, Belonging(whole, digest, proposed))

    def left_over(self) -> LeftOver:
        """Return the work that processes which are gone have left; it is this process's from now on.

        What had been saved after all is none and is removed, as is what a kill left beside the file.
        """
        left = journal.left_over(self._folder)
        told = [self._recovered(found) for found in left.found]
        recovered = [each for row in told for each in row if isinstance(each, Recovered)]
        problems = [each for row in told for each in row if isinstance(each, Problem)]
        recovered.sort(key=lambda each: each.noted.timestamp(), reverse=True)
        return LeftOver(tuple(recovered), (*left.problems, *problems))

    def _recovered(self, found: Found) -> list[Recovered | Problem]:
        entry, noted = found
        data = noted.text.encode("utf-8", "surrogatepass")
        name = noted.path or noted.proposed
        opened = parse_briefing(data, name)
        if opened.briefing is None:
            newer = any(problem.code == "format-newer" for problem in opened.problems)
            told = journal.put_aside(entry, "journal-newer" if newer else "journal-damaged")
            return [told] if told else []
        path = Path(noted.path) if noted.path else None
        proposed = Path(noted.proposed) if noted.proposed else None
        belonging = Belonging(path, noted.digest, proposed)
        work = Work(self._folder, self._chance, belonging, entry)
        if name:
            sweep(Path(name), data)
        now, problem = _digest(Path(name)) if name else ("", None)
        if now == digest_of_bytes(data):
            problem = work.settled()
            return [problem] if problem else []
        became = _became(noted, now, problem)
        row = Recovered(entry.name, path, proposed, opened.briefing, noted.digest, noted.when, became, work)
        return [row, problem] if problem and became == "changed" else [row]


def folder() -> Path:
    """Return the folder in which unsaved work is kept; it need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("briefing") / "journal"


def _digest(path: Path) -> tuple[str, Problem | None]:
    try:
        return digest_of(path), None
    except BriefingError as error:
        return "", error.problems[0]


def _became(noted: Noted, now: str, problem: Problem | None) -> Became:
    if not noted.path:
        return "draft"
    if problem is not None:
        return "gone" if problem.code == "file-not-found" else "changed"
    return "unchanged" if now == noted.digest else "changed"
