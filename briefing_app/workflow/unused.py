"""A sentence that became no item, made an item by a person: filled in as the grammar reads it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.drafting.explain import explained
from briefing_app.model.article import Article
from briefing_app.model.dates import parse_published
from briefing_app.model.evidence import fold
from briefing_app.workflow.arranging import add
from briefing_app.workflow.reviewing import without_unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from random import Random

    from briefing_app.drafting.explain import ExplainedClause
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.briefing import Briefing, Expansion, Unused
    from briefing_app.model.evidence import Passage
    from briefing_app.workflow.arranging import Part
    from briefing_app.workflow.editing import Edited

# What the force of a clause's verb makes of it.
_KINDS = {
    "agree": "agreed",
    "decide": "agreed",
    "sign": "agreed",
    "adopt": "agreed",
    "direct": "agreed",
    "announce": "agreed",
    "reaffirm": "reaffirmed",
    "pledge": "pledged",
    "offer": "pledged",
    "assure": "pledged",
    "discuss": "discussed",
}
_CERTAINTY = {
    "ahead": "expected",
    "possible": "possible",
    "held": "confirmed",
    "called off": "none",
    "denied": "none",
}


class Proposal(NamedTuple):
    """What a sentence may be.

    Attributes:
        part: where the item would stand.
        typed: what its fields hold at first, as it would be typed.
        exact: by the field of a date, what the grammar read it as in its clause.
    """

    part: Part
    typed: dict[str, str]
    exact: Mapping[str, str] = MappingProxyType({})


def proposal(briefing: Briefing, unused: Unused, paragraphs: Sequence[str], lexicon: Lexicon) -> Proposal:
    """Return what the grammar makes of a sentence, all of it to be looked at.

    Args:
        briefing: the briefing.
        unused: the sentence.
        paragraphs: the text of its source; empty where it is not at hand.
        lexicon: the knowledge of words.
    """
    source = next(each for each in briefing.sources if each.id == unused.passage.source)
    start = fold(unused.passage.start)
    if not paragraphs:
        return Proposal("agreements", {})
    article = Article(paragraphs=tuple(map(fold, paragraphs)), title=source.title, publisher=source.publisher)
    anchor = parse_published(source.published).day
    said = [
        each
        for each in explained(article, lexicon, anchor)
        if each.paragraph == unused.passage.paragraph and fold(each.sentence).startswith(start)
    ]
    if not said:
        return Proposal("agreements", {})
    for clause in said[0].clauses:
        if clause.cls.startswith("meeting, "):
            return _meeting(clause, said[0].sentence)
        if (force := clause.cls.partition(",")[0]) in _KINDS:
            return Proposal("agreements", _agreement(clause, _KINDS[force]))
    return Proposal("agreements", {"statement": said[0].sentence, "kind": "assessed"})


def _meeting(clause: ExplainedClause, sentence: str) -> Proposal:
    time = clause.cls.removeprefix("meeting, ")
    # Where only a verb tells of it ("will meet"), the sentence says what it is.
    title = clause.words if " " in clause.words else sentence.rstrip(".")
    typed = {"title": title, "certainty": _CERTAINTY.get(time, "possible")}
    exact = {}
    if clause.dates:
        phrase, _, edtf = clause.dates[0].partition(" = ")
        typed["when"] = phrase
        exact = {"when": edtf} if edtf else {}
    if time == "held":
        typed["outcome.state"] = "held"
    return Proposal("meetings", typed, exact)


def _agreement(clause: ExplainedClause, kind: str) -> dict[str, str]:
    words = clause.words[:1].upper() + clause.words[1:]
    parties = ", ".join(each for each in clause.parties if each.isupper())
    return {"statement": words, "kind": kind, **({"parties": parties} if parties else {})}


def made_item(
    briefing: Briefing,
    name: str,
    part: Part,
    values: Mapping[str, object],
    chance: Random,
    *,
    evidence: Iterable[Passage],
    named: Iterable[Expansion] = (),
) -> Edited:
    """Make an item of a sentence, which then is no longer one that was not used.

    Args:
        briefing: the briefing.
        name: the id of the sentence.
        part: where the item stands.
        values: its fields.
        chance: where its id is taken from.
        evidence: the passages that prove it.
        named: printed forms of parties that the glossary does not have yet.

    Raises:
        BriefingError: the item cannot hold a value, or cannot stand there.
    """
    after, changes = add(briefing, part, values, chance, evidence=evidence, named=named)
    return without_unused(after, name), changes
