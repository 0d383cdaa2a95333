"""What of a faulty briefing can be opened: all but the items that are in error, each of them named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.files.validation import validate
from briefing_app.model.problems import Problem, errors

if TYPE_CHECKING:
    from briefing_app.files.scanner import Steps
    from briefing_app.model.briefing import Briefing

_ROUNDS = 10
_LISTS = frozenset(
    {"participants", "agreements", "meetings", "background", "differences", "gaps", "glossary", "unused"}
)
# `sample` and `marking` are not among them: without these a briefing would look like what it is not.
_OPTIONAL = frozenset({"event", "comment", "prepared", "signed_off"})
# A sign-off that no longer fits is a matter for the next review, and no reason to keep the rest shut.
_OF_STATUS = frozenset({"status-ahead-of-review", "signed-off-draft"})


def sound_part(
    tree: object, problems: tuple[Problem, ...]
) -> tuple[Briefing | None, tuple[Steps, ...], tuple[Problem, ...]]:
    """Return the briefing without what is in error, the paths of what is left out, and what else is wrong.

    While a field has the wrong shape, references and ids cannot be judged; in what is sound they can.

    Args:
        tree: the document as plain Python values.
        problems: what is wrong with it.

    Returns:
        None and no path where an error lies in what a briefing cannot do without.
    """
    left_out: set[Steps] = set()
    more: list[Problem] = []
    for _ in range(_ROUNDS):
        units = [_unit(problem) for problem in errors(problems) if problem.code not in _OF_STATUS]
        if None in units:
            return None, (), tuple(more)
        left_out.update(unit for unit in units if unit)
        pruned, origins = _Pruning(left_out).of(tree)
        briefing, found = validate(pruned)
        problems = tuple(_moved_back(problem, origins) for problem in found)
        more += [problem for problem in problems if problem.code not in _OF_STATUS]
        if briefing and not {problem.code for problem in errors(found)} - _OF_STATUS:
            return briefing, _outermost(left_out), tuple(more)
    return None, (), tuple(more)  # pragma: no cover - each round takes its faults away; to be sure of an end


def _unit(problem: Problem) -> Steps | None:
    """Return the smallest thing around a problem that a briefing can do without, None where there is none."""
    steps = problem.where.steps
    if problem.code.startswith("unknown-key") or problem.code == "null-value":
        return steps
    unit = _around(steps)
    if problem.code == "duplicate-key" and unit == steps:
        return None  # one of the two was lost in reading, so that it could not even be named
    return unit


def _around(steps: Steps) -> Steps | None:
    match steps:
        case ("opcon", "tracks", int(), "stages", int(), *_):
            return steps[:5]
        case ("opcon", "tracks" | "conditions" | "findings", int(), *_):
            return steps[:3]
        case ("opcon", str(), *_):
            return steps[:2]
        case (str(part), int(), *_) if part in _LISTS:
            return steps[:2]
        case (str(part), *_) if part in _LISTS or part in _OPTIONAL or part == "opcon":
            return steps[:1]
        case _:
            return None


class _Pruning:
    """Copies a tree without some of its branches, and remembers where the others came from."""

    def __init__(self, left_out: set[Steps]) -> None:
        self._left_out = left_out
        self._around = {unit[:n] for unit in left_out for n in range(len(unit))}
        self._origins: dict[Steps, list[int]] = {}

    def of(self, tree: object) -> tuple[object, dict[Steps, list[int]]]:
        """Return the copy, and by path of each list in the tree the places that its elements had."""
        return self._copy(tree, ()), self._origins

    def _copy(self, node: object, steps: Steps) -> object:
        if steps not in self._around:
            return node  # nothing below is left out; the model only reads it
        if isinstance(node, dict):
            keys = [key for key in node if (*steps, key) not in self._left_out]
            return {key: self._copy(node[key], (*steps, key)) for key in keys}
        if isinstance(node, list):
            kept = [n for n in range(len(node)) if (*steps, n) not in self._left_out]
            self._origins[steps] = kept
            return [self._copy(node[n], (*steps, n)) for n in kept]
        return node  # pragma: no cover - what is left out lies in lists and objects


def _moved_back(problem: Problem, origins: dict[Steps, list[int]]) -> Problem:
    """Return a problem of a pruned tree with the path that it has in the whole tree."""
    steps: Steps = ()
    for step in problem.where.steps:
        kept = origins.get(steps)
        steps = (*steps, kept[step] if kept is not None and isinstance(step, int) else step)
    return replace(problem, where=replace(problem.where, steps=steps))


def _outermost(units: set[Steps]) -> tuple[Steps, ...]:
    """Return `units` without those that lie in another."""
    return tuple(unit for unit in units if not any(unit[:n] in units for n in range(len(unit))))
