"""Carry out a verb of the command line and return its exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing_app.cli.report import DONE, PROBLEMS, status_of, tell
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words import ntr, tr
from briefing_app.words.problems import say
from briefing_app.workflow.checking import STATES, check_file, with_file
from briefing_app.workflow.schema import schema_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from briefing_app.model.evidence import PassageState


def run(found: argparse.Namespace) -> int:
    """Carry out the verb that was typed.

    Args:
        found: the arguments, from `cli.arguments.parse`.

    Returns:
        The exit status of the process.
    """
    if found.verb == "check":
        return check(found)
    if found.verb == "build":
        from briefing_app.cli.build import build

        return build(found)
    if found.verb == "diff":
        from briefing_app.cli.diff import diff

        return diff(found)
    if found.verb == "export":
        from briefing_app.cli.export import export

        return export(found)
    sys.stdout.write(schema_text())
    return DONE


def check(found: argparse.Namespace) -> int:
    """Check each file, and tell its problems and the states of its passages."""
    problems: list[Problem] = []
    states = dict.fromkeys(STATES, 0)
    failed = 0
    for path in found.files:
        try:
            checked = check_file(path, found.article)
            found_here, counts = checked.problems, checked.states
        except BriefingError as error:
            found_here, counts = error.problems, {}
        for state, n in counts.items():
            states[state] += n
        here = [with_file(problem, problem.where.file or str(path)) for problem in found_here]
        failed += status_of(here) != DONE
        problems += here
        if not found.json:
            tell(here, as_json=False)
            if status_of(here) == DONE:
                sys.stdout.write(f"{path}: {summary(len(here), counts)}\n")
    if found.json:
        tell(problems, as_json=True, more={"passages": states})
    elif failed and len(found.files) > 1:
        sys.stderr.write(say("batch-failed", {"n": failed, "total": len(found.files)}).message + "\n")
    return status_of(problems) if len(found.files) == 1 or not failed else PROBLEMS


def summary(warnings: int, states: Mapping[PassageState, int]) -> str:
    """Return one line on a sound file: "no problem; 46 passages: 46 verified"."""
    told = ntr("{n} warning", "{n} warnings", warnings) if warnings else tr("no problem")
    words: dict[PassageState, str] = {
        "verified": tr("verified"),
        "moved": tr("moved"),
        "changed": tr("changed"),
        "missing": tr("missing"),
        "unchecked": tr("unchecked"),
    }
    counts = ", ".join(f"{states[state]} {words[state]}" for state in words if states.get(state))
    total = sum(states.values())
    return told + "; " + ntr("{n} passage", "{n} passages", total) + (f": {counts}" if counts else "")
