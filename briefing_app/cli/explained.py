"""How an article was read, in lines: each sentence with its clauses below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.explain import explained
from briefing_app.model.parties import chip
from briefing_app.words import tr
from briefing_app.workflow.drafting import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.explain import ExplainedClause
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.article import Article


def explanation(article: Article, lexicon: Lexicon, words: str) -> Iterator[str]:
    """Yield the lines.

    Args:
        article: the article, with its day of publication.
        lexicon: the knowledge of words.
        words: only sentences that hold them are told; empty for all.
    """
    told = 0
    for each in explained(article, lexicon, anchor_of(article)):
        if words.casefold() not in each.sentence.casefold():
            continue
        told += 1
        yield f"¶{each.paragraph}  {each.sentence}"
        for clause in each.clauses:
            yield from _clause(clause)
        if not each.clauses:
            yield "    " + tr("no clause with a cue")
        yield ""
    if not told:
        yield tr("No sentence holds “{words}”.", words=words)


def _clause(clause: ExplainedClause) -> Iterator[str]:
    yield f"    {clause.words}"
    rows = (
        (tr("class"), clause.cls),
        (tr("rule"), clause.rule or tr("none: no item was made of it")),
        (tr("parties"), ", ".join(chip(party) for party in clause.parties)),
        (tr("dates"), "; ".join(clause.dates)),
    )
    wide = max(len(name) for name, _ in rows)
    for name, value in rows:
        if value:
            yield f"        {name.ljust(wide)}  {value}"
