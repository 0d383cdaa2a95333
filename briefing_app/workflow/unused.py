"""A sentence that became no item, made an item by a person: filled in as the grammar reads it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.drafting.explain import explained
from briefing_app.model.article import Article
from briefing_app.model.dates import parse_published
from briefing_app.model.evidence import fold
from briefing_app.words import tr
from briefing_app.workflow.arranging import add
from briefing_app.workflow.editing import found, placed
from briefing_app.workflow.reviewing import without_unused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from briefing_app.drafting.explain import ExplainedClause
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.briefing import Briefing, Expansion, Unused
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import Review
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


def kinds() -> tuple[tuple[Part, str], ...]:
    """Return the parts that an item made of a sentence may stand in, each with what it is then called."""
    return (
        ("agreements", tr("Agreement")),
        ("meetings", tr("Meeting")),
        ("participants", tr("Participant")),
        ("background", tr("Background")),
    )


def proposal(
    briefing: Briefing,
    unused: Unused,
    paragraphs: Sequence[str],
    lexicon: Lexicon,
    part: Part | None = None,
) -> Proposal:
    """Return what the grammar makes of a sentence, all of it to be looked at.

    Args:
        briefing: the briefing.
        unused: the sentence.
        paragraphs: the text of its source; empty where it is not at hand.
        lexicon: the knowledge of words.
        part: where the item is to stand; None for where the grammar would put it.
    """
    found, sentence = _read(briefing, unused, paragraphs, lexicon)
    if part is None or part == found.part:
        return found
    words = next((found.typed[key] for key in ("statement", "title") if key in found.typed), sentence)
    # Who took part is not to be read from a sentence of which the grammar made nothing.
    typed = {
        "agreements": {"statement": words, "kind": "assessed"},
        "meetings": {"title": words, "certainty": "possible"},
        "background": {"text": sentence},
    }
    return Proposal(part, typed.get(part, {}) if sentence else {})


def _read(
    briefing: Briefing, unused: Unused, paragraphs: Sequence[str], lexicon: Lexicon
) -> tuple[Proposal, str]:
    """Return what the grammar makes of a sentence, and the sentence, empty where it is not at hand."""
    source = next(each for each in briefing.sources if each.id == unused.passage.source)
    start = fold(unused.passage.start)
    if not paragraphs:
        return Proposal("agreements", {}), ""
    article = Article(paragraphs=tuple(map(fold, paragraphs)), title=source.title, publisher=source.publisher)
    anchor = parse_published(source.published).day
    said = [
        each
        for each in explained(article, lexicon, anchor)
        # A quotation mark may stand before its first words.
        if each.paragraph == unused.passage.paragraph and start in fold(each.sentence)
    ]
    if not said:
        return Proposal("agreements", {}), ""
    sentence = said[0].sentence
    for clause in said[0].clauses:
        if clause.cls.startswith("meeting, "):
            return _meeting(clause, sentence), sentence
        if (force := clause.cls.partition(",")[0]) in _KINDS:
            return Proposal("agreements", _agreement(clause, _KINDS[force])), sentence
    return Proposal("agreements", {"statement": sentence, "kind": "assessed"}), sentence


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


class Made(NamedTuple):
    """What a person makes of a sentence.

    Attributes:
        name: the id of the sentence.
        part: where the item is to stand.
        values: its fields; without passages among them, that of the sentence proves it.
        review: whose work it is; who reviews a briefing has seen what they make.
        named: printed forms of parties that the glossary does not have yet.
    """

    name: str
    part: Part
    values: Mapping[str, object]
    review: Review
    named: tuple[Expansion, ...] = ()


def made_item(briefing: Briefing, new: Made, chance: Random) -> Edited:
    """Make an item of a sentence, which then is no longer one that was not used.

    Args:
        briefing: the briefing.
        new: what is made of which sentence.
        chance: where its id is taken from.

    Raises:
        BriefingError: the item cannot hold a value, or cannot stand there.
    """
    unused = next(each for each in briefing.unused if each.id == new.name)
    fields = {key: value for key, value in new.values.items() if key != "evidence"}
    proof: tuple[Passage, ...] = new.values.get("evidence", (unused.passage,))  # type: ignore[assignment]
    after, changes = add(briefing, new.part, fields, chance, evidence=proof, named=new.named)
    place, _ = found(after, changes.items[0])
    return without_unused(placed(after, (*place, "review"), new.review), new.name), changes
