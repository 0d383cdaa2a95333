"""Problems in words: where it is, what is wrong, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefing_app.words import exporting_problems, file_problems, model_problems, tr, workflow_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# One table a floor, so that each floor's codes stand together.
TABLES = (
    model_problems.SENTENCES,
    file_problems.SENTENCES,
    exporting_problems.SENTENCES,
    workflow_problems.SENTENCES,
)


_ID = re.compile(r"[a-z][a-z-]*[0-9][a-z0-9-]*")


class Sentence(NamedTuple):
    """What is wrong, and what to do about it (empty where nothing can be said)."""

    message: str
    hint: str


def say(code: str, values: Mapping[str, str | int]) -> Sentence:
    """Return a problem in words.

    Args:
        code: the problem's code; every code stands in one of the floors' tables.
        values: what its sentences are filled with; `use`, where a known fix exists, fills the hint.

    Returns:
        The sentences; a code that no table knows is named as it is, for it must never end a program.
    """
    if values.get("use") and any(f"{code}-known" in table for table in TABLES):
        code = f"{code}-known"
    for table in TABLES:
        if code in table:
            message, hint = table[code]
            if "{use}" in hint and not values.get("use"):
                hint = ""
            return Sentence(_fill(message, values), _fill(hint, values))
    return Sentence(code, "")


class Problem(Protocol):
    """What is known of a problem: its code, and the values that fill its sentences."""

    @property
    def code(self) -> str:
        """The code."""

    @property
    def values(self) -> Mapping[str, str | int]:
        """The values."""


def say_all(problems: Iterable[Problem]) -> str:
    """Return problems in words, one after the other, each with what to do about it."""
    return " ".join(part for each in problems for part in say(each.code, each.values) if part)


def place(part: str, title: str, steps: tuple[str | int, ...]) -> str:
    """Return a place in human words: the thing by its own title, then the field.

    Args:
        part: the noun of the item (`meeting`), empty for the document.
        title: how the item calls itself, or its id; empty where it does not.
        steps: the JSON path; its last key names the field.

    Returns:
        `Meeting “Trilateral defence ministers”: date`.
    """
    nouns = _nouns()
    noun = nouns.get(part, part.replace("_", " ").capitalize()) if part else tr("Briefing")
    named = f"{noun} “{title}”" if title else noun
    if _ID.fullmatch(title):
        named = f"{noun} {title}"  # no words of the source, so without quotation marks
    keys = [step for step in steps if isinstance(step, str)]
    if keys and steps[-1] != keys[-1] and keys[-1] == f"{part}s":
        return named  # the item itself
    field = _fields().get(keys[-1], keys[-1].replace("_", " ")) if keys else ""
    return f"{named}: {field}" if field and field.casefold() != noun.casefold() else named


def _fill(template: str, values: Mapping[str, str | int]) -> str:
    return tr(template).format_map(_Values(values)) if template else ""


class _Values(dict[str, str | int]):
    """Values of a sentence; a place that has none stays empty rather than end the program."""

    def __missing__(self, key: str) -> str:
        return ""


def _nouns() -> dict[str, str]:
    return {
        "participant": tr("Participant"),
        "agreement": tr("Agreement"),
        "meeting": tr("Meeting"),
        "event": tr("Event"),
        "bottom-line": tr("Bottom line"),
        "source": tr("Source"),
        "finding": tr("Finding"),
        "difference": tr("Difference"),
        "gap": tr("Gap"),
        "stage": tr("Stage"),
        "condition": tr("Condition"),
        "approach": tr("Approach"),
        "transfer": tr("Transfer"),
        "opcon": tr("OPCON"),
        "track": tr("Track"),
        "background": tr("Background"),
        "glossary": tr("Glossary"),
        "unused": tr("Unused sentence"),
    }


def _fields() -> dict[str, str]:
    return {
        "edtf": tr("date"),
        "when": tr("date"),
        "due": tr("due date"),
        "evidence": tr("passage"),
        "source": tr("passage, source"),
        "paragraph": tr("passage, paragraph"),
        "digest": tr("digest"),
        "start": tr("passage, first words"),
        "end": tr("passage, last words"),
        "review": tr("review"),
        "state": tr("state"),
        "side": tr("side"),
        "parties": tr("parties"),
        "as_of": tr("“as of” date"),
        "url": tr("address"),
        "published": tr("publication date"),
    }
