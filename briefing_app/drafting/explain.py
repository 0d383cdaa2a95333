"""How an article was read, sentence by sentence: what each clause was taken for, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.draft import found_in
from briefing_app.drafting.reading import read
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.assembly import Found
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
    from briefing_app.model.article import Article

# A clause that names a meeting is told by how it stands to time.
_OUTLOOKS = {
    "past": "held",
    "expected": "ahead",
    "possible": "possible",
    "off": "called off",
    "denied": "denied",
    "none": "time not said",
}


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """One clause as it was read.

    Attributes:
        words: the clause as printed.
        cls: what it was taken for: the class of its verb and whether it is so, or a meeting and when.
        rule: the rule that made an item of it, empty where none did.
        parties: whose it is, as codes and names.
        dates: its dates, as printed and as EDTF.
    """

    words: str
    cls: str
    rule: str
    parties: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence as it was read.

    Attributes:
        paragraph: 1-based.
        sentence: as printed.
        clauses: in the order of the sentence; empty where nothing in it was taken for anything.
    """

    paragraph: int
    sentence: str
    clauses: tuple[ExplainedClause, ...]


def explained(article: Article, lexicon: Lexicon, anchor: date) -> tuple[Explained, ...]:
    """Return every sentence of an article with the clauses that were read in it.

    Args:
        article: the cleaned text.
        lexicon: the knowledge of words.
        anchor: the day from which relative dates are read.
    """
    reading = read(article, lexicon, anchor)
    told = _Told(reading, found_in(reading))
    return tuple(
        Explained(paragraph.number, paragraph.said(*sentence), tuple(told.clauses(paragraph, sentence)))
        for paragraph in reading.paragraphs
        for sentence in paragraph.sentences
    )


class _Told:
    """Tells of the clauses of one reading."""

    def __init__(self, reading: Reading, found: Found) -> None:
        self._reading, self._held = reading, found.held
        self._commitments = [(each.proofs, each.rule) for each in found.commitments]
        self._meetings = [(each.proofs, each.rule) for each in found.meetings]

    def clauses(self, paragraph: Paragraph, sentence: tuple[int, int]) -> Iterator[ExplainedClause]:
        """Yield what was read in a sentence, in its order."""
        verbs = [each for each in self._reading.clauses_in(paragraph.number) if each.sentence == sentence]
        names = [each for each in self._reading.gatherings_in(paragraph.number) if each.sentence == sentence]
        placed = [(each.group.first, 0, self._of_verb(paragraph, each)) for each in verbs]
        placed += [(each.first, 1, self._of_meeting(paragraph, each)) for each in names]
        for _, _, clause in sorted(placed, key=lambda each: each[:2]):
            yield clause

    def _of_verb(self, paragraph: Paragraph, clause: Clause) -> ExplainedClause:
        end = max(clause.end, clause.group.end)
        begin = min(clause.begin, clause.group.first)
        return ExplainedClause(
            paragraph.said(begin, end),
            f"{clause.group.verb.force}, {clause.group.status}",
            _rule_at(self._commitments, paragraph.number, clause.group.at),
            self._parties(clause.subject),
            self._dates(paragraph, clause.begin, end),
        )

    def _of_meeting(self, paragraph: Paragraph, one: Gathering) -> ExplainedClause:
        own = self._held is not None and one in self._held.mentions
        rule = "event" if own else _rule_at(self._meetings, paragraph.number, one.first)
        dates = (_date(one.dated.phrase, one.dated.edtf),) if one.dated else ()
        time = _OUTLOOKS["past"] if own else _OUTLOOKS[one.outlook]
        return ExplainedClause(paragraph.said(one.first, one.end), f"meeting, {time}", rule, one.codes, dates)

    def _parties(self, subject: Actor | None) -> tuple[str, ...]:
        """Return whose clause it is: parties by their codes, people by name, else the noun that says it."""
        if subject is None:
            return ()
        people = (self._reading.people[each].name for each in subject.people)
        return (*subject.codes, *people) or tuple(filter(None, (subject.head,)))

    def _dates(self, paragraph: Paragraph, begin: int, end: int) -> tuple[str, ...]:
        first, last = paragraph.tokens[begin].start, paragraph.tokens[end - 1].end
        found = self._reading.dates[paragraph.number - 1]
        return tuple(_date(each.phrase, each.edtf) for each in found if first <= each.start < last)


def _date(phrase: str, edtf: str | None) -> str:
    return f"{phrase} = {edtf}" if edtf else phrase


def _rule_at(found: Sequence[tuple[Iterable[Proof], str]], paragraph: int, at: int) -> str:
    """Return the rule whose item is proved by the words around a token, empty where there is none."""
    for proofs, rule in found:
        if any(where == paragraph and first <= at < end for where, first, end in proofs):
            return rule
    return ""
