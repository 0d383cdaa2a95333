"""What became of what was typed in a field of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.problems import Place, Problem

if TYPE_CHECKING:
    from briefing_app.model.briefing import Expansion


class Typed(NamedTuple):
    """What became of what was typed.

    Attributes:
        value: what comes into the field; None for nothing.
        told: what it became, in words, where that does not show by itself.
        problem: what keeps it from standing there, None where it is right.
        named: the printed forms of parties that the glossary does not have yet.
    """

    value: object = None
    told: str = ""
    problem: Problem | None = None
    named: tuple[Expansion, ...] = ()


def wrong(code: str, **values: str | int) -> Typed:
    """Return that what was typed cannot stand in the field.

    Args:
        code: of the problem.
        values: those that its words name.
    """
    return Typed(problem=Problem(code, "error", Place(), values))
