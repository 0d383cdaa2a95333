"""What is wrong with an input, as a value: a code, a place and the values involved; no prose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["error", "warning"]
Step = str | int
Value = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands in a file.

    Attributes:
        steps: the way from the root of the JSON document: keys and 0-based indices.
        line: 1-based line in the file, 0 where none is known.
        column: 1-based column in code points, 0 where none is known.
        part: the noun of the item concerned (`meeting`), empty for the document.
        title: how the item calls itself (its title, name or statement), empty where it does not.
        file: the file's name as the user gave it.
    """

    steps: tuple[Step, ...] = ()
    line: int = 0
    column: int = 0
    part: str = ""
    title: str = ""
    file: str = ""

    @property
    def path(self) -> str:
        """The JSON path as people write it: `meetings[0].when.edtf`."""
        return path_of(self.steps)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        code: the stable name of the kind of problem; `words.problems` says it in sentences.
        severity: an error keeps the input from being used, a warning does not.
        where: its place.
        values: what the sentence is filled with (`value`, `use`, ...).
    """

    code: str
    severity: Severity = "error"
    where: Place = field(default_factory=Place)
    values: Mapping[str, Value] = field(default_factory=dict)


class BriefingError(Exception):
    """Something that cannot go on, with the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        """Carry `problems`, the first of which is the reason."""
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


def path_of(steps: tuple[Step, ...]) -> str:
    """Return a JSON path as people write it, `$` for the document itself."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.lstrip(".") or "$"


def errors(problems: tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    """Return those of `problems` that keep the input from being used."""
    return tuple(problem for problem in problems if problem.severity == "error")
