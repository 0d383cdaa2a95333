"""The verb `build`: an article becomes a draft, told panel by panel."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import SystemRandom
from threading import Timer
from typing import TYPE_CHECKING

from briefing_app.cli.drafted import lines_of
from briefing_app.cli.report import DONE, PROBLEMS, printable, status_of, tell
from briefing_app.model.briefing import SUFFIX
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.model.record import MAX_ARTICLE_BYTES
from briefing_app.words import tr
from briefing_app.workflow import adding_files, drafting
from briefing_app.workflow.adding import add_article
from briefing_app.workflow.adding_words import data_of
from briefing_app.workflow.adding_words import lines_of as added_lines
from briefing_app.workflow.lexicon import load_lexicon, own_folder
from briefing_app.workflow.targets import refuse_target

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.drafting import Built, Taken

_STANDARD_INPUT = "-"
PATIENCE = 0.5  # seconds after which it is told what is under way
# What can be typed to get out of a problem, by its code.
_USE = {"draft-no-date": "--published 2021-05-14", "draft-language": "--language en"}
# The same for a day that can be two: the value that holds the one to give.
_USE_OF = {"draft-two-days": "day", "draft-day-month": "other"}


def build(found: argparse.Namespace) -> int:
    """Draft a briefing, tell what was drafted, and return the exit status."""
    if found.sentence and not found.explain:
        tell([Problem("sentence-alone", "error", Place(file="briefing-app"))], as_json=found.json)
        return PROBLEMS + 1  # wrong usage
    try:
        if found.explain:
            return _explain(found)
        if found.add_to:
            return _add(found)
        target, built = _built(found)
    except BriefingError as error:
        problems = [_with_use(problem) for problem in error.problems]
        nothing: dict[str, object] = {"briefing": None, "counts": {}}
        tell([_in_file(problem, found.article) for problem in problems], as_json=found.json, more=nothing)
        return status_of(problems)
    _tell(found, built.problems, target, built.briefing)
    if not found.json:
        _write([str(target), "", *lines_of(built.briefing, built.article.paragraphs)])
    return DONE


def _tell(
    found: argparse.Namespace, problems: Iterable[Problem], target: Path, briefing: Briefing, **more: object
) -> None:
    """Tell what is to be said of an article that was drafted; with --json also what came of it."""
    told = {"briefing": str(target), "counts": drafting.counts(briefing), **more}
    tell([_with_use(problem) for problem in problems], as_json=found.json, more=told)


def _add(found: argparse.Namespace) -> int:
    """Add an article to a briefing, tell what it brought, and return the exit status.

    Raises:
        BriefingError: it was not added.
    """
    target = found.output or found.add_to
    refuse_target(target, source=_source(found.article), force=found.force)
    standing = adding_files.standing_in(found.add_to)
    lexicon = load_lexicon(own_folder())

    def draft(taken: Taken, wishes: drafting.Wishes) -> Built:
        return drafting.build(taken, lexicon, wishes)

    with _patience(found.article):
        taken = _taken(found.article)
        wishes, texts = _wishes(found, taken), standing.texts
        added = add_article(standing.briefing, taken, wishes, draft, SystemRandom(), texts)
    adding_files.write(added, standing, target, force=found.force)
    problems = (*standing.opened.problems, *added.built.problems)
    _tell(found, problems, target, added.briefing, added=data_of(added))
    if not found.json:
        _write([str(target), "", *added_lines(standing.briefing, added)])
    return DONE


def _built(found: argparse.Namespace) -> tuple[Path, Built]:
    """Return the draft and the file that it was written to.

    Raises:
        BriefingError: there is none.
    """
    source = _source(found.article)
    known = found.output or (source.with_suffix(SUFFIX) if source else None)
    if known is not None:
        refuse_target(known, source=source, force=found.force)
    lexicon = load_lexicon(own_folder())
    with _patience(found.article):
        built = _draft(found, lexicon, _taken(found.article))
    target = known or Path(built.briefing.id + SUFFIX)
    drafting.write(built, target, source=source, force=found.force)
    return target, built


def _source(article: str) -> Path | None:
    """Return the article's own file, None where it has none."""
    return None if article == _STANDARD_INPUT or drafting.is_address(article) else Path(article)


def _taken(article: str) -> Taken:
    if article == _STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_ARTICLE_BYTES + 1)
        return drafting.take_bytes(data, tr("Standard input"))
    if drafting.is_address(article):
        return drafting.take_address(article)
    return drafting.take_file(Path(article))


def _draft(found: argparse.Namespace, lexicon: Lexicon, taken: Taken) -> Built:
    return drafting.build(taken, lexicon, _wishes(found, taken))


def _wishes(found: argparse.Namespace, taken: Taken) -> drafting.Wishes:
    today = _today() if taken.fetched else None
    return drafting.Wishes(found.published, found.language, found.embed_text, today)


def _today() -> str:
    """Return the day of the clock: only of what was fetched it matters when."""
    from datetime import datetime

    return datetime.now().astimezone().date().isoformat()


def _explain(found: argparse.Namespace) -> int:
    from briefing_app.cli.explained import explanation

    lexicon, taken = load_lexicon(own_folder()), _taken(found.article)
    article = drafting.wished(taken, drafting.Wishes(found.published, found.language))
    _write(explanation(article, lexicon, found.sentence or ""))
    return DONE


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(printable(line.replace("\u00a0", " "), sys.stdout) + "\n")  # our own, in dates


def _with_use(problem: Problem) -> Problem:
    if day := problem.values.get(_USE_OF.get(problem.code, "")):
        return replace(problem, values={**problem.values, "use": f"--published {day}"})
    if problem.code not in _USE:
        return problem
    return replace(problem, values={**problem.values, "use": _USE[problem.code]})


def _in_file(problem: Problem, article: str) -> Problem:
    name = tr("Standard input") if article == _STANDARD_INPUT else article
    return problem if problem.where.file else replace(problem, where=replace(problem.where, file=name))


@contextmanager
def _patience(article: str) -> Iterator[None]:
    """Say what is under way where it takes a while and somebody looks on, and take the words away again."""
    words = printable(tr("Drafting from {article}…", article=article), sys.stderr)
    timer = Timer(PATIENCE, sys.stderr.write, [words]) if sys.stderr.isatty() else None
    if timer is not None:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        if timer is not None:
            timer.cancel()
            timer.join()
            sys.stderr.write("\r" + " " * len(words) + "\r")
