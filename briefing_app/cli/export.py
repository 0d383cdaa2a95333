"""The verb `export`: one briefing or many to PDF."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefing_app.cli.report import DONE, INTERRUPTED, PROBLEMS, USAGE, status_of, tell
from briefing_app.model.problems import BriefingError, Place, Problem, Value
from briefing_app.words import tr
from briefing_app.words.problems import say
from briefing_app.workflow.checking import with_file
from briefing_app.workflow.exporting import Choice, export_file

if TYPE_CHECKING:
    import argparse

PATIENCE = 0.5  # seconds after which a batch tells how far it is


def export(found: argparse.Namespace) -> int:
    """Export each file, tell its problems, and return the exit status."""
    if wrong := _usage(found):
        tell([wrong], as_json=found.json)
        return USAGE if wrong.code == "several-outputs" else PROBLEMS
    choice = Choice(
        layout=found.layout,
        paper=found.paper,
        sections=found.sections,
        max_marking=found.max_marking,
        with_article=found.with_article,
    )
    pairs = [(path, _target(path, found)) for path in found.files]
    if double := _double(pairs):
        tell([double], as_json=found.json)
        return PROBLEMS
    problems: list[Problem] = []
    failed = 0
    # The typesetter works outside Python's lock, so threads do; they start in order and are told in order.
    pool = ThreadPoolExecutor(max_workers=found.jobs)
    work = [pool.submit(_export_one, path, target, choice, found) for path, target in pairs]
    try:
        started = time.monotonic()
        for n, ((_, target), each) in enumerate(zip(pairs, work, strict=True), 1):
            here = each.result()
            failed += status_of(here) != DONE
            problems += here
            if not found.json:
                tell(here, as_json=False)
                if status_of(here) == DONE:
                    sys.stdout.write(f"{target}\n")
            _progress(n, len(pairs), started)
    except KeyboardInterrupt:
        _end_now()
    pool.shutdown()
    return _end(found, problems, failed, len(pairs))


def _end_now() -> NoReturn:
    """End the process: Python would wait for the typesetter, which cannot be asked to stop.

    A file appears whole or not at all, so nothing is left half-written.
    """
    from briefing_app.exporting.scratch import SCRATCH

    SCRATCH.clear(for_good=True)
    sys.stdout.flush()
    os._exit(INTERRUPTED)


def _double(pairs: list[tuple[Path, Path]]) -> Problem | None:
    """Return the problem that two files would be written to one place, None where they are not."""
    known: dict[str, Path] = {}
    for path, target in pairs:
        place = os.path.realpath(target)
        if place in known:
            values: dict[str, Value] = {"one": str(known[place]), "other": str(path), "value": str(target)}
            return Problem("same-output", "error", Place(file="briefing-app"), values)
        known[place] = path
    return None


def _end(found: argparse.Namespace, problems: list[Problem], failed: int, total: int) -> int:
    if found.json:
        tell(problems, as_json=True)
    elif failed and total > 1:
        sys.stderr.write(say("batch-failed", {"n": failed, "total": total}).message + "\n")
    return status_of(problems) if total == 1 or not failed else PROBLEMS


def _usage(found: argparse.Namespace) -> Problem | None:
    if found.output and len(found.files) > 1:
        return Problem("several-outputs", "error", Place(file="briefing-app"), {"n": len(found.files)})
    if found.out_dir and not _may_be_folder(found.out_dir):
        return Problem("no-folder", "error", Place(file="briefing-app"), {"value": str(found.out_dir)})
    return None


def _may_be_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # closed, or a name too long: told when something is written there
        return True


def _target(path: Path, found: argparse.Namespace) -> Path:
    if found.output:
        return Path(found.output)
    beside = path.with_suffix(f".{found.to}")
    return Path(found.out_dir) / beside.name if found.out_dir else beside


def _export_one(path: Path, target: Path, choice: Choice, found: argparse.Namespace) -> list[Problem]:
    try:
        problems = export_file(path, target, choice, article=found.article, force=found.force)
    except BriefingError as error:
        problems = error.problems
    return [with_file(problem, problem.where.file or str(path)) for problem in problems]


def _progress(n: int, total: int, started: float) -> None:
    if total > 1 and sys.stderr.isatty() and time.monotonic() - started > PATIENCE:
        end = "\n" if n == total else "\r"
        sys.stderr.write(tr("{n} of {total}", n=n, total=total) + end)
        sys.stderr.flush()
