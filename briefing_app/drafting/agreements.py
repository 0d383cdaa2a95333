"""What was agreed, said again, pledged, held to be so or talked about: from clauses to agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.clauses import OF_BOTH
from briefing_app.drafting.commitments import Commitment
from briefing_app.drafting.fronted import fronted_of
from briefing_app.drafting.fronted_topics import with_topic
from briefing_app.drafting.grammar import DETERMINERS, SAYING
from briefing_app.drafting.holders import Holders
from briefing_app.drafting.lists import points_of
from briefing_app.drafting.outcomes import outcome_of
from briefing_app.drafting.repeats import apart, unrepeated
from briefing_app.drafting.sourcing import is_official
from briefing_app.drafting.statements import parts_of, plain_statement, statement_of
from briefing_app.drafting.terms import terms_of
from briefing_app.drafting.told_of import day_told_of, is_done_there, is_of_others, is_of_thing
from briefing_app.drafting.told_to import told_to
from briefing_app.drafting.trimming import without_where
from briefing_app.drafting.turned import turned_of
from briefing_app.drafting.unnamed import NAMELESS, is_of_two
from briefing_app.drafting.values import replace
from briefing_app.drafting.verdicts import Verdict, verdict_of

_LONG_AGO = 21
_LAST_MARKS = 2
_OPENING_WORDS = 8
_TOLD = frozenset(("informed", "assured", "undertook"))
_GATHERED = frozenset(("met", "gathered", "convened", "assembled"))
_TALKED = frozenset(("spoke", "talked", "conferred", "phoned", "telephoned"))
_AT_ONCE = 2  # words before a receiver who follows the verb: "give the Kenyan navy"
_EARLIER = frozenset(("last", "previous", "earlier"))
_AT = frozenset(("at", "during", "since", "after", "in"))
_MARGINS = frozenset(("margins", "sidelines"))

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.lists import Point
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
_VERB_AND_PRONOUN = 2  # "noted they", which looked forward to more
_SAYS_NOTHING = frozenset(("it", "this", "that", "they", "them", "these", "so"))


def commitments_of(reading: Reading, held: Held | None) -> tuple[Commitment, ...]:
    """Return what the parties agreed, pledged or held at the meeting, in the order of the article."""
    if held is None:
        return ()
    if held.parties:
        return tuple(unrepeated(list(_Taking(reading, held).all())))
    taking = _Taking(reading, replace(held, parties=NAMELESS))
    found = (taking.of_clause(clause) for clause in reading.clauses if is_of_two(reading, clause))
    return tuple(unrepeated([replace(one, parties=()) for each in found for one in each]))


def _parts(
    paragraph: Paragraph, clause: Clause, verdict: Verdict, parties: tuple[str, ...]
) -> Iterator[Commitment]:
    """Yield a commitment for each object of a clause, the first with the words of its verb."""
    adjacent = clause.adjacent and clause.subject
    begin = clause.subject.first if adjacent and clause.subject else min(clause.group.first, verdict.first)
    lead = _lead(paragraph, clause, verdict)
    for n, (first, end) in enumerate(parts_of(paragraph, verdict.first, verdict.end, verdict.rule)):
        proof = (clause.paragraph, first if n else begin, end if n else max(end, clause.group.end))
        said, raw = statement_of(paragraph, verdict, first, end), paragraph.said(first, end)
        words = raw.lower().split()
        if said and not (len(words) <= _VERB_AND_PRONOUN and words[-1] in _SAYS_NOTHING):
            yield Commitment(verdict.kind, parties, said, (proof,), verdict.rule, lead, raw)


def _is_talk(paragraph: Paragraph, clause: Clause) -> bool:
    """Tell whether the talks themselves are the subject: "Discussions covered"."""
    lows = {token.low for token in paragraph.tokens[clause.begin : clause.group.first]}
    talk = lows & {
        "discussions",
        "call",
        "talks",
        "agenda",
        "conversation",
        "topics",
        "deliberations",
        "consultations",
    }
    return clause.subject is None and clause.group.verb.force == "discuss" and bool(talk)


def _lead(paragraph: Paragraph, clause: Clause, verdict: Verdict) -> str:
    """Return the words from the verb to the statement: "agreed to", "shared the view that"."""
    if clause.group.passive or verdict.first <= clause.group.at:
        return (
            f"agreed {'to' if verdict.rule.endswith('-to') else 'that'}"
            if verdict.kind == "agreed"
            else verdict.kind
            if verdict.first < clause.group.at
            else ""
        )
    lead = paragraph.said(clause.group.at, verdict.first).rstrip(" :,")
    participle = tokens_low(paragraph, clause.group.at).endswith("ing")
    if not participle and tokens_low(paragraph, clause.group.at - 1) not in DETERMINERS:
        return lead
    last = [word for word in lead.split()[1:] if word in ("to", "that", "on")]
    return " ".join((verdict.kind, *last))


def _is_aside(paragraph: Paragraph, clause: Clause, dated: Dated) -> bool:
    """Tell whether a date stands in a clause that commas shut off: "the two, who met in May, agreed"."""
    inside = paragraph.tokens[clause.sentence[0] : clause.group.first]
    before = {token.low for token in inside if token.end <= dated.start}
    after = [token.text for token in inside if token.start >= dated.end]
    return bool({"who", "which"} & before) and "," in after


def _is_last(paragraph: Paragraph, clause: Clause, dated: Dated) -> bool:
    """Tell whether "last year" ends a clause and dates its verb: "signed the accord in Riga last year"."""
    inside = paragraph.tokens[clause.first : clause.end]
    before = [token.low for token in inside if token.end <= dated.start]
    # Of "signed the plan drafted last year" only the drafting was then.
    plain = bool(before) and not any(low.endswith("ed") for low in before)
    return plain and inside[-1].end == dated.end and dated.phrase.startswith("last ")


def tokens_low(paragraph: Paragraph, i: int) -> str:
    """Return token `i` in lower case, nothing beyond the end."""
    return paragraph.tokens[i].low if i < len(paragraph.tokens) else ""


class _Taking:
    """Takes commitments paragraph by paragraph."""

    def __init__(self, reading: Reading, held: Held) -> None:
        self._reading = reading
        self._held = held
        self._holders = Holders(reading, held)
        self._points = points_of(reading.paragraphs)
        self._leads: dict[int, tuple[Verdict, tuple[str, ...], Clause]] = {}

    def all(self) -> Iterator[Commitment]:
        """Yield every commitment."""
        for paragraph in self._reading.paragraphs:
            point = self._points.get(paragraph.number)
            lead = self._leads.get(point.lead) if point else None
            if point and lead:
                yield from self._of_point(paragraph.number, point, lead)
            elif point and (named := outcome_of(self._reading, paragraph, point, self._holders.everybody)):
                yield named
                continue
            done = (
                next((stop for _, stop in paragraph.sentences if stop > point.first + 1), 0)
                if point and lead
                else 0
            )
            fronted = list(fronted_of(self._reading, paragraph, self._holders.everybody))
            given: list[Commitment] = []
            spans, promised = [one.proofs[0] for one in fronted], set[int]()
            for clause in self._reading.clauses_in(paragraph.number):
                # "A will do X, the two governments announced" is no promise of A alone.
                told = [n for n, (_, first, end) in enumerate(spans) if first <= clause.group.at < end]
                gives = bool(told) and clause.group.verb.force == "give"
                if clause.sentence[0] < done or (gives and len(spans) == 1):
                    continue
                found = list(self.of_clause(clause))
                given += found
                if gives and found:
                    promised.update(told)
            yield from given
            aside = [*told_to(self._reading, paragraph, self._holders.everybody)]
            aside += turned_of(self._reading, paragraph, self._holders.everybody)
            yield from apart(aside, given)
            yield from terms_of(self._reading, paragraph, self._holders.everybody)
            yield from (one for n, one in enumerate(fronted) if n not in promised)

    def of_clause(self, clause: Clause) -> Iterator[Commitment]:
        """Yield what a verb of commitment commits to."""
        paragraph = self._reading.paragraph(clause.paragraph)
        parties = self._parties(paragraph, clause)
        if clause.group.verb.force == "welcome" and self._is_event(clause):
            return  # "welcomed the minister to Paris" is the meeting itself
        if self._is_gift(clause, parties):
            yield self._gift(clause, parties)
            return
        verdict = self._verdict(paragraph, clause, parties)
        if verdict is None:
            return
        verdict = without_where(self._reading, self._held, paragraph, verdict)
        if paragraph.text.rstrip().endswith(":") and clause.end >= len(paragraph.tokens) - _LAST_MARKS:
            self._leads[paragraph.number] = (verdict, parties, clause)
        elif verdict.first < verdict.end:
            made = _parts(paragraph, clause, verdict, parties)
            yield from (with_topic(self._reading, clause, one) for one in made)

    def _parties(self, paragraph: Paragraph, clause: Clause) -> tuple[str, ...]:
        """Return whose the clause is: of "it was agreed", of everybody."""
        noun = clause.group.verb.lemma == "agreement"
        if clause.group.passive or noun or _is_talk(paragraph, clause) or self._is_of_who_met(clause):
            return self._holders.everybody
        return self._holders.of(clause.subject, clause.paragraph)

    def _is_of_who_met(self, clause: Clause) -> bool:
        """Tell whether those act of whom the sentence tells that they met, whatever it calls them."""
        tokens = self._reading.paragraph(clause.paragraph).tokens
        met = any(
            one.paragraph == clause.paragraph
            and one.sentence == clause.sentence
            and one.end <= clause.group.at
            for one in self._held.mentions
        )
        before = {token.low for token in tokens[clause.sentence[0] : clause.group.first]}
        if met and clause.group.verb.force == "discuss" and tokens[clause.group.first].low == "to":
            return bool(before & (_GATHERED | _TALKED))  # "A spoke with B to discuss X"
        joined = met and clause.subject is None and tokens[clause.group.first - 1].low == "and"
        return joined and clause.group.verb.force in OF_BOTH and bool(before & _GATHERED)

    def _verdict(self, paragraph: Paragraph, clause: Clause, parties: tuple[str, ...]) -> Verdict | None:
        """Return what an asserted clause of this meeting amounts to; a guest can only pledge."""
        if clause.group.status != "asserted" or clause.relative or not parties or self._is_other(clause):
            return None
        if clause.group.verb.lemma == "conclude" and self._is_meeting(clause):
            return None
        if clause.group.passive and clause.group.verb.force == "discuss" and self._is_of_meeting(clause):
            return None
        everybody = parties == self._holders.everybody
        verdict = verdict_of(paragraph, clause, joint=len(parties) > 1 or everybody, everybody=everybody)
        guests = set(parties) & set(self._held.guests)
        return None if verdict and verdict.kind != "pledged" and guests else verdict

    def _is_event(self, clause: Clause) -> bool:
        """Tell whether the verb is itself a mention of the event."""
        mentions = ((one.paragraph, one.first) for one in self._held.mentions if one.verbal)
        return (clause.paragraph, clause.group.at) in mentions

    def _is_meeting(self, clause: Clause) -> bool:
        """Tell whether the object is a meeting: "concluded the ninth session"."""
        return any(
            clause.first <= one.first <= clause.first + len("third")
            for one in self._reading.gatherings_in(clause.paragraph)
        )

    def _is_of_meeting(self, clause: Clause) -> bool:
        """Tell whether a meeting is what is explored: "A meeting with the neighbours is being explored"."""
        return any(
            clause.begin <= one.first <= clause.begin + 2
            for one in self._reading.gatherings_in(clause.paragraph)
        )

    def _is_gift(self, clause: Clause, parties: tuple[str, ...]) -> bool:
        """Tell whether one side says in a text of the sides what it will do for the other."""
        opening = tokens_low(self._reading.paragraph(clause.paragraph), clause.sentence[0])
        if opening in ("under", "according"):  # what a paper lays down is agreed
            return False
        if clause.group.verb.force != "give" or clause.group.status != "expected" or len(parties) != 1:
            return False
        meets = any(
            clause.first <= one.first < clause.end for one in self._reading.gatherings_in(clause.paragraph)
        )
        official = is_official(self._reading.article) or self._is_for_another(clause, parties)
        return official and not meets and not clause.relative and clause.end > clause.group.end

    def _is_for_another(self, clause: Clause, parties: tuple[str, ...]) -> bool:
        """Tell whether somebody says that another party is to get it: "he said France would send Kenya"."""
        paragraph = self._reading.paragraph(clause.paragraph)
        begin, end = clause.sentence
        lows = {token.low for token in paragraph.tokens[begin:end]}
        others = set(self._holders.everybody) - set(parties) if lows & (SAYING | _TOLD) else set()
        return any(
            clause.first <= party.first < clause.end
            and party.code in others
            and (
                {"to", "for", "with"}
                & {token.low for token in paragraph.tokens[max(0, party.first - 3) : party.first]}
                or party.first - clause.first < _AT_ONCE
            )
            for party in paragraph.parties
        )

    def _gift(self, clause: Clause, parties: tuple[str, ...]) -> Commitment:
        paragraph = self._reading.paragraph(clause.paragraph)
        begin = clause.subject.first if clause.adjacent and clause.subject else clause.group.first
        said = plain_statement(paragraph, clause.group.at, clause.end)
        raw = paragraph.said(clause.group.at, clause.end)
        return Commitment(
            "pledged", parties, said, ((clause.paragraph, begin, clause.end),), "will-give", "will", raw
        )

    def _of_point(
        self, number: int, point: Point, lead: tuple[Verdict, tuple[str, ...], Clause]
    ) -> Iterator[Commitment]:
        verdict, parties, clause = lead
        paragraph = self._reading.paragraph(number)
        first = point.first + (paragraph.tokens[point.first].low in ("to", "that"))
        end = next((stop for _, stop in paragraph.sentences if stop > first + 1), len(paragraph.tokens))
        while end > first and (
            paragraph.tokens[end - 1].text in ";,.:" or paragraph.tokens[end - 1].low == "and"
        ):
            end -= 1
        if first >= end:
            return
        proofs: tuple[Proof, ...] = (
            (number, first, end),
            (clause.paragraph, clause.group.first, clause.group.end),
        )
        here = replace(verdict, first=first, end=end)
        said = statement_of(paragraph, here, first, end)
        if verdict.rule == "direct":
            whom = self._reading.paragraph(clause.paragraph).said(clause.first, clause.end)
            said = f"{whom[:1].upper()}{whom[1:]} {said[:1].lower()}{said[1:]}"
        before = _lead(self._reading.paragraph(clause.paragraph), clause, verdict)
        linking = paragraph.said(point.first, first).lower()  # "to" or "that", which the sentence needs again
        raw = f"{linking} {paragraph.said(first, end)}".strip()
        yield Commitment(verdict.kind, parties, said, proofs, f"{verdict.rule}-list", before, raw)

    def _is_other(self, clause: Clause) -> bool:
        """Tell whether the clause speaks of another meeting, or of another time."""
        if any(told(self._reading, clause, self._held) for told in (is_of_others, is_done_there)):
            return True
        paragraph = self._reading.paragraph(clause.paragraph)
        begin = clause.sentence[0]
        for one in self._reading.gatherings_in(clause.paragraph):
            if one in self._held.mentions or one.verbal:
                continue
            words = {token.low for token in paragraph.tokens[max(begin, one.first - 2) : one.end]}
            if not (one.dated or one.ordinal or one.proper or words & _EARLIER):
                continue
            before = {token.low for token in paragraph.tokens[max(begin, one.first - 4) : one.first]}
            front = (
                begin <= one.first < clause.group.first
                and one.first - begin < _OPENING_WORDS
                and bool(before & _AT)
            )
            front = front and not before & _MARGINS
            after = clause.group.end <= one.first < clause.group.end + (
                10 if clause.group.passive else 5
            ) and tokens_low(paragraph, clause.group.end) in ("at", "during", "in")
            inside = clause.group.verb.force in ("sign", "adopt") and clause.first <= one.first < clause.end
            inside = inside and bool({"a", "an", "their"} & before) and bool({"in", "at", "during"} & before)
            if front and not one.next and one.outlook != "possible" and before & {"at", "during", "since"}:
                return True
            if (front or after or inside) and not one.next and one.outlook not in ("expected", "possible"):
                return True
        told_of = day_told_of(self._reading, clause)
        then = tokens_low(paragraph, clause.group.end) == "then" or (told_of and self._is_before(told_of))
        return bool(then) or self._is_past(clause)

    def _is_past(self, clause: Clause) -> bool:
        paragraph = self._reading.paragraph(clause.paragraph)
        tokens = paragraph.tokens
        stop = tokens[min(clause.group.end + 3, clause.sentence[1]) - 1].end
        start = tokens[clause.begin].start if clause.begin < len(tokens) else 0
        front = tokens[clause.sentence[0]].start
        signing = clause.group.verb.force in ("sign", "adopt")
        for each in self._reading.dates[clause.paragraph - 1]:
            inside = signing and clause.end and start <= each.start < tokens[clause.end - 1].end
            relative = each.relative and not _is_last(paragraph, clause, each)
            if inside and each.edtf and not relative and self._is_before(each.edtf):
                return True
            if _is_aside(paragraph, clause, each) or is_of_thing(paragraph, clause, each):
                continue
            near = start <= each.start <= stop or front <= each.start < front + 12
            if (
                near
                and each.edtf
                and each.end <= tokens[clause.group.end - 1].end + 16
                and self._is_before(each.edtf)
            ):
                return True
        return False

    def _is_before(self, value: str) -> bool:
        from briefing_app.model import dates

        last = dates.parse(value).latest
        held = self._held.dated and self._held.dated.edtf and dates.parse(self._held.dated.edtf).earliest
        if held:
            return bool(last and (held - last).days > 1)
        return bool(last and (self._reading.anchor - last).days > _LONG_AGO)
