"""The verb `diff`: what differs between two briefings, panel by panel and item by item."""

from __future__ import annotations

import json
import os
import sys
from textwrap import TextWrapper
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.cli.report import printable, tell
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.model.visible import visible
from briefing_app.workflow.change_words import counts, naming, sentences, title_of
from briefing_app.workflow.checking import with_file
from briefing_app.workflow.comparing import AS_READ, compare, read_side
from briefing_app.workflow.field_words import panel_word
from briefing_app.workflow.text_changes import shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change, ChangeKind

# As diff(1) has them, and not as the other verbs: who asks whether two files differ wants one answer.
EQUAL, DIFFERENT, TROUBLE = 0, 1, 2
SIGNS: dict[ChangeKind, str] = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
_COLOURS: dict[ChangeKind, int] = {"added": 32, "removed": 31, "changed": 33, "moved": 36}
_PLAIN, _BOLD = 0, 1
_Line: TypeAlias = tuple[str, int]  # and its colour
_WIDTH = 76  # so that a mail can quote it


def diff(found: argparse.Namespace) -> int:
    """Tell what differs between two briefings; the exit status is that of the command of the same name."""
    sides: list[Briefing | None] = []
    problems: list[Problem] = []
    for path in (found.before, found.after):
        try:
            sides.append(read_side(path))
        except BriefingError as error:
            problems += [with_file(each, each.where.file or str(path)) for each in error.problems]
    if problems:
        tell(problems, as_json=found.json)
        return TROUBLE
    before, after = sides
    changes = compare(before, after)
    if found.json:
        sys.stdout.write(
            json.dumps({"items": [_data(each) for each in changes]}, indent=2, ensure_ascii=False)
        )
        sys.stdout.write("\n")
    elif changes:
        coloured = _coloured()
        for line, style in _lines(changes, naming(before, after), (found.before, found.after)):
            sys.stdout.write((_styled(line, style) if coloured else line) + "\n")
    return DIFFERENT if changes else EQUAL


def _data(change: Change) -> dict[str, object]:
    return {**change._asdict(), "fields": [each._asdict() for each in change.fields]}


def _styled(line: str, style: int) -> str:
    return f"\x1b[{style}m{line}\x1b[0m" if style else line


def _coloured() -> bool:
    """Tell whether the output may be coloured: on a terminal, where nobody asked for none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _lines(changes: Sequence[Change], names: Naming, paths: tuple[Path, Path]) -> Iterator[_Line]:
    """Yield the two files, the briefing with a count, and a block for each change under its panel."""
    before, after = map(str, paths)
    yield printable(visible(f"{before} -> {after}"), sys.stdout), _BOLD
    yield from _wrapped(f"{shown(names.title)}: {counts(changes)}", "", "")
    for panel in AS_READ:
        here = [change for change in changes if change.panel == panel]
        if here:
            yield "", _PLAIN
            yield printable(panel_word(panel), sys.stdout), _BOLD
        for change in here:
            sign = f"  {SIGNS[change.change]} "
            yield from _wrapped(title_of(change, names), sign, "    ", _COLOURS[change.change])
            for sentence in sentences(change, names):
                yield from _wrapped(sentence, "      ", "        ")


def _wrapped(text: str, first: str, rest: str, style: int = _PLAIN) -> Iterator[_Line]:
    """Yield a text in lines, the first after `first`, the others after `rest`."""
    pen = TextWrapper(_WIDTH, first, rest, break_long_words=False, break_on_hyphens=False)
    for line in pen.wrap(printable(text, sys.stdout)):
        yield line, style
