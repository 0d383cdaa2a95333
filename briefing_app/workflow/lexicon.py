"""The lexicon of the drafting grammar: the shipped tables, and a user's own entries over them."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING

from briefing_app import assets
from briefing_app.drafting.lexicon import Lexicon, lexicon_of
from briefing_app.files.intake import read_bytes
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.workflow.lexicon_entries import merged, problems_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_app.workflow.lexicon_entries import Table

TABLES = ("parties", "bodies", "places", "titles", "verbs", "cues", "meetings", "people", "opcon", "topics")
_SUFFIX = ".toml"
_MOST = 4 * 1024 * 1024  # bytes; the largest shipped table has a hundredth of it
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def own_folder() -> Path:
    """Return the folder of the user's own entries; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("briefing") / "lexicon"


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Return the shipped lexicon, with the entries of a folder over it.

    Args:
        folder: the user's own entries, in files that are called as the shipped ones and have their form;
            None, or a folder that is not there, for the shipped ones alone.

    Raises:
        BriefingError: one of the user's files cannot be read, or has entries that are none.
    """
    tables: dict[str, Table] = {name: tomllib.loads(_text(name)) for name in TABLES}
    for path in _own_files(folder):
        if path.stem not in tables:
            raise BriefingError(_not_known(path))
        text, own = _read(path)
        if wrong := problems_in(path.stem, own, tables[path.stem], text):
            raise BriefingError(*(_in_file(problem, path) for problem in wrong))
        tables[path.stem] = merged(tables[path.stem], own)
    return lexicon_of(tables)


def _text(name: str) -> str:
    return assets.read_text(f"lexicon/{name}{_SUFFIX}")


def _own_files(folder: Path | None) -> list[Path]:
    """Return the user's tables, in the order of their names: which comes first must not hang on the disk."""
    if folder is None:
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == _SUFFIX)
    except FileNotFoundError:
        return []
    except OSError as error:
        values = {"name": folder.name, "reason": error.strerror or ""}
        raise BriefingError(Problem("file-io", "error", Place(file=str(folder)), values)) from error


def _not_known(path: Path) -> Problem:
    near = get_close_matches(path.stem, TABLES, n=1)
    values = {
        "name": path.name,
        "known": ", ".join(name + _SUFFIX for name in TABLES),
        "use": near[0] + _SUFFIX if near else "",
    }
    return Problem("lexicon-table", "error", Place(file=str(path)), values)


def _read(path: Path) -> tuple[str, Mapping[str, object]]:
    """Return the text of a user's table, and what it holds."""
    data = read_bytes(path, _MOST)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BriefingError(Problem("lexicon-encoding", "error", Place(line=line, file=str(path)))) from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BriefingError(_syntax(str(error), text, path)) from error


def _syntax(said: str, text: str, path: Path) -> Problem:
    """Return what the parser says, at its line: it knows that in words only."""
    at = _AT.search(said)
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (text.count("\n") + 1, 1)
    values = {"said": _AT.sub("", said)}
    return Problem("lexicon-toml", "error", Place(line=line, column=column, file=str(path)), values)


def _in_file(problem: Problem, path: Path) -> Problem:
    line, column = problem.where.line, problem.where.column
    where = Place(line=line, column=column, file=str(path))
    return Problem(problem.code, problem.severity, where, problem.values)
