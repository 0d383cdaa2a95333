"""From what the grammar found to the records of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.attribution import attribution_of, quote_of
from briefing_app.drafting.bottom_line import bottom_line_of
from briefing_app.drafting.event_record import event_of_record, name_of_event
from briefing_app.drafting.gaps import Ahead, gaps_of
from briefing_app.drafting.opcon_records import opcon_record
from briefing_app.drafting.proofs import passages_of
from briefing_app.drafting.sourcing import SOURCE, source_record
from briefing_app.drafting.topics import OPCON, topic_of
from briefing_app.drafting.unused import leftovers_of
from briefing_app.drafting.values import dataclass
from briefing_app.drafting.whens import when_of
from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import Briefing, Expansion, Unused
from briefing_app.model.items import BottomLine, Finding, Gap, Review, Series
from briefing_app.model.meetings import Meeting, Outcome
from briefing_app.model.parties import name_of
from briefing_app.model.people import Participant

if TYPE_CHECKING:
    from briefing_app.drafting.attendance import Attendance
    from briefing_app.drafting.commitments import Commitment
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.findings import FindingDraft
    from briefing_app.drafting.glossary import Entry
    from briefing_app.drafting.opcon import OpconDraft
    from briefing_app.drafting.other_meeting import Other
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading

DRAFTED = Review(state="drafted")
_KEYS = 7
_WEIGHTY = ("agreed", "reaffirmed", "pledged")


@dataclass(frozen=True, slots=True)
class Found:
    """All that the grammar concludes from one article.

    Attributes:
        held: the event.
        attended: who attended, and who is only mentioned.
        commitments: what was agreed.
        meetings: other meetings.
        opcon: the transition of operational control.
        background: facts that explain.
        glossary: abbreviations and short names.
    """

    held: Held | None
    attended: tuple[Attendance, ...]
    commitments: tuple[Commitment, ...]
    meetings: tuple[Other, ...]
    opcon: OpconDraft | None
    background: tuple[FindingDraft, ...]
    glossary: tuple[Entry, ...]


def assembled(reading: Reading, found: Found, name: str) -> Briefing:
    """Return the briefing with all that was found, each item with its passages.

    Args:
        reading: what was read.
        found: what was concluded.
        name: the briefing's id.
    """
    article = reading.article
    known = {entry.abbreviation: entry.expansion for entry in found.glossary}
    title = name_of_event(reading, found.held, found.attended, known) if found.held else article.title or name
    line = bottom_line_of(found.held, found.commitments, found.meetings, article.title or title, known)
    return Briefing(
        format="briefing/1",
        id=name,
        title=title,
        language=article.language or "en",
        status="draft",
        as_of=reading.anchor.isoformat(),
        bottom_line=BottomLine(
            id="bottom-line",
            text=line.text,
            evidence=passages_of(reading, line.proofs, SOURCE),
            review=DRAFTED,
            origin=f"rule:{line.rule}",
        ),
        event=event_of_record(reading, found.held, title) if found.held else None,
        sources=(source_record(article, reading.anchor),),
        participants=_participants(reading, found),
        agreements=_agreements(reading, found),
        opcon=opcon_record(reading, found.opcon),
        meetings=_meetings(reading, found),
        background=_background(reading, found),
        gaps=_gaps(found),
        glossary=_glossary(reading, found),
        unused=_unused(reading, found),
    )


def _participants(reading: Reading, found: Found) -> tuple[Participant, ...]:
    records = []
    for n, each in enumerate(found.attended, 1):
        person = reading.people[each.person]
        inferred = [
            name for name, so in (("side", person.side_inferred), ("role", person.role_inferred)) if so
        ]
        records.append(
            Participant(
                id=f"p{n}",
                name=person.name,
                other_names=person.other_names,
                role=person.title,
                organisation=person.organisation,
                side=person.side,
                capacity=each.capacity,
                acting=person.acting,
                evidence=passages_of(reading, each.proofs, SOURCE),
                review=DRAFTED,
                origin=f"rule:{each.rule}",
                inferred=tuple(inferred),
            )
        )
    return tuple(records)


def _agreements(reading: Reading, found: Found) -> tuple[Agreement, ...]:
    records: list[Agreement] = []
    keys = 0
    for n, each in enumerate(found.commitments, 1):
        number, first, end = each.proofs[0]
        paragraph = reading.paragraph(number)
        topic = topic_of(paragraph, first, end, reading.lexicon, opcon=found.opcon is not None)
        key = keys < _KEYS and (each.kind in _WEIGHTY or topic == OPCON)
        keys += key
        records.append(
            Agreement(
                id=f"a{n}",
                statement=each.statement,
                kind=each.kind,
                parties=each.parties,
                topic=topic,
                attribution=attribution_of(reading, number, first),
                quote=quote_of(paragraph.said(first, end)),
                evidence=passages_of(reading, each.proofs, SOURCE),
                review=DRAFTED,
                origin=f"rule:{each.rule}",
                key=key,
            )
        )
    return tuple(records)


def _meetings(reading: Reading, found: Found) -> tuple[Meeting, ...]:
    return tuple(
        Meeting(
            id=f"m{n}",
            title=each.title,
            series=Series(name=each.series, ordinal=each.ordinal) if each.ordinal else None,
            when=when_of(each.dated, reading.anchor),
            certainty=each.certainty,
            place=each.place[0] if each.place else None,
            country=each.place[1] or None if each.place else None,
            participants=each.parties,
            outcome=Outcome(state="held") if each.past and each.certainty != "none" else None,
            evidence=passages_of(reading, each.proofs, SOURCE),
            review=DRAFTED,
            origin=f"rule:{each.rule}",
            inferred=each.inferred,
        )
        for n, each in enumerate(found.meetings, 1)
    )


def _background(reading: Reading, found: Found) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            id=f"b{n}",
            text=each.text,
            topic=each.topic,
            evidence=passages_of(reading, each.proofs, SOURCE),
            review=DRAFTED,
            origin=f"rule:{each.rule}",
        )
        for n, each in enumerate(found.background, 1)
    )


def _gaps(found: Found) -> tuple[Gap, ...]:
    ahead = [
        Ahead(each.title, bool(each.dated and each.dated.edtf), each.place is not None)
        for each in found.meetings
        if not each.past and each.certainty != "none"
    ]
    return tuple(
        Gap(id=f"g{n}", text=each.text, topic=each.topic, review=DRAFTED, origin=f"rule:{each.rule}")
        for n, each in enumerate(gaps_of(found.opcon, ahead), 1)
    )


def _glossary(reading: Reading, found: Found) -> tuple[Expansion, ...]:
    """Return the abbreviations, and the printed form of each party that is no country."""
    records = {
        e.abbreviation: Expansion(abbreviation=e.abbreviation, expansion=e.expansion) for e in found.glossary
    }
    codes: list[str] = [reading.people[each.person].side or "" for each in found.attended]
    codes += found.held.parties if found.held else ()
    codes += [code for each in found.commitments for code in each.parties]
    codes += [code for each in found.meetings for code in each.parties]
    printed = {token.text for p in reading.paragraphs for token in p.tokens}
    named = {party.code for paragraph in reading.paragraphs for party in paragraph.parties}
    for code in set(records) & named - set(codes) - printed:
        del records[code]
    for code in dict.fromkeys(codes):
        if code and code not in records and name_of(code) is None:
            at = next(
                ((p, party) for p in reading.paragraphs for party in p.parties if party.code == code), None
            )
            expansion = at[0].said(at[1].first, at[1].end) if at else code
            records[code] = Expansion(abbreviation=code, expansion=expansion)
    return tuple(records.values())


def _unused(reading: Reading, found: Found) -> tuple[Unused, ...]:
    used: list[Proof] = []
    for group in (found.attended, found.commitments, found.meetings, found.background):
        used += [proof for item in group for proof in item.proofs]
    if found.held:
        used += [(one.paragraph, one.first, one.end) for one in found.held.mentions]
    records: list[Unused] = []
    for each in leftovers_of(reading, used):
        passages = passages_of(reading, [each.proof], SOURCE)
        if passages:
            records.append(Unused(id=f"u{len(records) + 1}", passage=passages[0], cue=each.cue))
    return tuple(records)
