"""A process that opens a document and then does what it is told, line by line, until it is killed.

python -m tests.soak.obeying FOLDER
note 3      notes state 3 and says `kept`, or the code of the problem
save 3      saves state 3 and says `saved`, or the code
keep        keeps the file as a version and says `kept`, or the codes
start       says which states a start finds, what became of their files, and the codes of problems
"""

from __future__ import annotations

import random
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.files import versions
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.recovery import Journal
from briefing_app.workflow.saving import Origin, save_as
from tests.workflow.killing import START, Places, edited, number

if TYPE_CHECKING:
    from collections.abc import Iterator


class Obedient:
    """One document, opened."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._journal = Journal(places.journal, random.SystemRandom())
        self._opened = open_briefing(places.file)
        self._work = self._journal.begin(places.file, self._opened.digest)

    def note(self, n: int) -> str:
        assert self._opened.briefing is not None
        problem = self._work.note(edited(self._opened.briefing, n), START + timedelta(seconds=n))
        return problem.code if problem else "kept"

    def save(self, n: int) -> str:
        assert self._opened.briefing is not None
        file = self._places.file
        origin = Origin(file, self._opened.digest, whole=True)
        try:
            self._opened = save_as(edited(self._opened.briefing, n), file, origin, replace=True)
        except BriefingError as error:
            return error.problems[0].code
        settled = self._work.settled()
        self._work = self._journal.begin(file, self._opened.digest)
        return settled.code if settled else "saved"

    def keep(self, _: int) -> str:
        file = self._places.file
        problems = versions.keep(self._places.versions, file, file.read_bytes(), START)
        return " ".join(problem.code for problem in problems) or "kept"

    def start(self, _: int) -> str:
        return found_by(self._journal)


def found_by(journal: Journal) -> str:
    """Return what a start finds, and leave it to the next one."""
    left = journal.left_over()
    for each in left.recovered:
        each.work.left()
    states = [f"{number(each.briefing)}:{each.became}" for each in left.recovered]
    return " ".join([*states, *(problem.code for problem in left.problems)])


def main() -> Iterator[str]:
    """Yield the answer to each line."""
    document = Obedient(Places(Path(sys.argv[1])))
    acts = {"note": document.note, "save": document.save, "keep": document.keep, "start": document.start}
    yield "open"
    for line in sys.stdin:
        what, _, n = line.strip().partition(" ")
        yield acts[what](int(n or 0))


if __name__ == "__main__":
    for answer in main():
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
