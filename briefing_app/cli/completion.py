"""Completion of the command line in a shell, made from the argument parser."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script that lets a shell complete the command line.

    Args:
        parser: the parser of the whole command line.
        shell: `bash`, `zsh` or `fish`.

    Returns:
        The script, to be put where that shell looks for it.
    """
    import shtab

    for action in _actions(parser):
        if action.type is Path or action.dest == "article":
            folder = action.dest == "out_dir"
            action.complete = shtab.DIRECTORY if folder else shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(parser, shell)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the arguments of a parser and of its verbs."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to go through them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for verb in action.choices.values():
                yield from _actions(verb)
