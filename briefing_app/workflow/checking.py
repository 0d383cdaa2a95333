"""Check a briefing: its file, and each passage against the article where its text is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from briefing_app.drafting.passages import Located, locate_all
from briefing_app.model.article import Article, article_digest
from briefing_app.model.briefing import Briefing, passages, source_with
from briefing_app.model.evidence import Passage, PassageState
from briefing_app.model.outline import all_passages
from briefing_app.model.problems import Place, Problem, Severity, Value
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.reading import Opened
    from briefing_app.model.sources import Source

Texts = Mapping[str, tuple[str, ...]]
STATES: tuple[PassageState, ...] = get_args(PassageState)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        opened: the file as read.
        problems: those of the file and those of its passages, in the file's order.
        states: how many passages are in each state; all five states are there.
    """

    opened: Opened
    problems: tuple[Problem, ...]
    states: Mapping[PassageState, int]


def check_file(path: Path, article: Path | None = None) -> Checked:
    """Check the briefing at `path`, against `article` where one is given.

    Raises:
        BriefingError: one of the files cannot be read at all.
    """
    opened = open_briefing(path)
    if opened.briefing is None:
        return Checked(opened, opened.problems, dict.fromkeys(STATES, 0))
    texts, told = texts_of(opened.briefing, article_at(article))
    found = located(opened.briefing, texts)
    counts = Counter(found[passage].state for _, passage in passages(opened.briefing))
    placed = opened.at([*told, *_passage_problems(opened.briefing, found)])
    problems = sorted((*opened.problems, *placed), key=lambda each: (each.where.line, each.where.column))
    return Checked(opened, tuple(problems), {state: counts[state] for state in STATES})


def article_at(path: Path | None) -> Article | None:
    """Return the article that was named, None where none was; only one that was loads the cleaner.

    Raises:
        BriefingError: it cannot be read.
    """
    if path is None:
        return None
    from briefing_app.files.articles import read_article

    return read_article(path)


def texts_of(briefing: Briefing, article: Article | None = None) -> tuple[Texts, tuple[Problem, ...]]:
    """Return the texts at hand by source: those that are embedded, and `article` for the source it is of.

    Args:
        briefing: the briefing.
        article: the article handed over, if any; it stands in front of an embedded text.

    Returns:
        The paragraphs by source id, and what is to be said of the article.
    """
    texts = {source.id: source.text for source in briefing.sources if source.text}
    if article is None:
        return texts, ()
    source = _source_of(briefing, article)
    if source is None:
        values: dict[str, Value] = {"n": len(briefing.sources)}
        return texts, (Problem("article-many-sources", "error", Place(("sources",)), values),)
    told: tuple[Problem, ...] = ()
    if article_digest(article.paragraphs) != source.digest:
        n = briefing.sources.index(source)
        values = {"source": source.id, "n": len(article.paragraphs), "paragraphs": source.paragraphs}
        told = (Problem("article-digest", "warning", Place(("sources", n, "digest")), values),)
    return {**texts, source.id: article.paragraphs}, told


def _source_of(briefing: Briefing, article: Article) -> Source | None:
    only = briefing.sources[0] if len(briefing.sources) == 1 else None
    return source_with(briefing, article_digest(article.paragraphs)) or only


def located(
    briefing: Briefing, texts: Texts, known: Mapping[Passage, Located] | None = None
) -> dict[Passage, Located]:
    """Return where each passage of `briefing` stands; `unchecked` where its text is not at hand.

    Args:
        briefing: the briefing.
        texts: the paragraphs at hand, by source id.
        known: what was found in these texts already.
    """
    found = dict(known or {})
    by_source: dict[str, list[Passage]] = {}
    for passage in all_passages(briefing):
        if passage not in found:
            by_source.setdefault(passage.source, []).append(passage)
    for source, own in by_source.items():
        found |= locate_all(own, texts.get(source))
    return found


def _passage_problems(briefing: Briefing, found: Mapping[Passage, Located]) -> list[Problem]:
    severities: dict[PassageState, Severity] = {"moved": "warning", "changed": "error", "missing": "error"}
    problems = []
    for steps, passage in passages(briefing):
        state = found[passage].state
        if state in severities:
            values: dict[str, Value] = {
                "paragraph": passage.paragraph,
                "found": found[passage].paragraph or 0,
                "start": passage.start,
            }
            problems.append(Problem(f"passage-{state}", severities[state], Place(steps), values))
    return problems


def with_file(problem: Problem, name: str) -> Problem:
    """Return `problem` with the name of the file that it is in, as the user gave it."""
    return replace(problem, where=replace(problem.where, file=name))
