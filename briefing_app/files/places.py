"""From a path to a place that a person finds: line, column, and the thing by its own title."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.files.quoting import QUOTED, quote
from briefing_app.model.markup import plain_text, rich_text

if TYPE_CHECKING:
    from briefing_app.files.scanner import Scan, Steps
    from briefing_app.model.problems import Place, Problem, Step

_NOUNS = {
    "sources": "source",
    "participants": "participant",
    "agreements": "agreement",
    "meetings": "meeting",
    "background": "finding",
    "differences": "difference",
    "gaps": "gap",
    "glossary": "glossary",
    "unused": "unused",
    "conditions": "condition",
    "findings": "finding",
    "stages": "stage",
    "tracks": "track",
    "event": "event",
    "bottom_line": "bottom-line",
    "approach": "approach",
    "transfer": "transfer",
    "opcon": "opcon",
}
_TITLES = ("title", "name", "statement", "about", "stage", "text", "abbreviation", "cue")


def located(problem: Problem, scan: Scan, file: str) -> Problem:
    """Return `problem` with the line and column of its path, and the item that it lies in."""
    where = place_of(problem.where, scan, file, at_key=problem.code.startswith("unknown-key"))
    return replace(problem, where=where)


def place_of(where: Place, scan: Scan, file: str, *, at_key: bool = False) -> Place:
    """Return `where` filled from a scan; a line that it has is kept.

    Args:
        where: a path, and perhaps a line.
        scan: the scanned text of the file.
        file: the name of the file as the user gave it.
        at_key: point to the key of the value, not to the value.
    """
    line, column = where.line, where.column
    if not line:
        line, column = _line_of(where.steps, scan, at_key=at_key)
    part, end = part_of(where.steps)
    return replace(
        where, line=line, column=column, part=part, title=_title(scan.tree, where.steps[:end]), file=file
    )


def part_of(steps: Steps) -> tuple[str, int]:
    """Return the noun of the innermost item on the way to `steps`, and how many steps lead to it."""
    name, end = "", 0
    match steps:
        case ("opcon", "tracks", int(), "stages", int(), *_):
            name, end = "stages", 5
        case ("opcon", str(part), int(), *_):
            name, end = part, 3
        case ("opcon", "approach" | "transfer" as part, *_):
            name, end = part, 2
        case ("opcon" | "event" | "bottom_line" as part, *_):
            name, end = part, 1
        case (str(part), int(), *_):
            name, end = part, 2
    return (_NOUNS[name], end) if name in _NOUNS else ("", 0)


def _line_of(steps: Steps, scan: Scan, *, at_key: bool) -> tuple[int, int]:
    """Return the line and column of a value, or of the nearest thing around it that is in the file."""
    for end in range(len(steps), -1, -1):
        position = scan.positions.get(steps[:end])
        if position and at_key and end == len(steps) and position.key_line:
            return position.key_line, position.key_column
        if position:
            return position.line, position.column
    return 0, 0


def _title(tree: object, steps: Steps) -> str:
    for step in steps:
        tree = _child(tree, step)
    if not steps or not isinstance(tree, dict):
        return ""
    named = (tree[key] for key in _TITLES if isinstance(tree.get(key), str))
    words = next(named, "") or _named_otherwise(tree)
    # As they are read elsewhere: without the signs of Markdown, and cut between two words.
    plain = plain_text(rich_text(words)).strip()
    cut = plain if len(plain) <= QUOTED else plain[: QUOTED - 1].rpartition(" ")[0] + " …"
    return quote(cut if cut != " …" else plain)


def _named_otherwise(item: dict[str, object]) -> str:
    """Return the words of an item under a key that is misspelt, else its id, else its first words."""
    from difflib import get_close_matches

    texts = {key: value for key, value in item.items() if isinstance(value, str)}
    slips = (value for key, value in texts.items() if get_close_matches(key, _TITLES, n=1, cutoff=0.75))
    return (
        next(slips, "") or texts.get("id", "") or next((each for each in texts.values() if " " in each), "")
    )


def _child(node: object, step: Step) -> object:
    """Return what stands at `step`, None where there is nothing."""
    if isinstance(node, dict):
        return node.get(step)
    return node[step] if isinstance(node, list) and isinstance(step, int) and step < len(node) else None
