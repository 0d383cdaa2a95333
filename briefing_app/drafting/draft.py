"""From an article to a draft briefing: the whole pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.drafting.agreements import commitments_of
from briefing_app.drafting.attendance import attendance_of
from briefing_app.drafting.event import PAIR, event_of
from briefing_app.drafting.gatherings import VERB_NOUNS
from briefing_app.drafting.meetings import meetings_of
from briefing_app.drafting.proofs import passages_of
from briefing_app.drafting.reading import read
from briefing_app.model.agreements import Agreement
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import FORMAT, Briefing
from briefing_app.model.dates import parse_published
from briefing_app.model.items import BottomLine, Review, Series, When
from briefing_app.model.meetings import Event, Meeting, Outcome
from briefing_app.model.parties import name_of as party_name
from briefing_app.model.people import Participant
from briefing_app.model.sources import Source

if TYPE_CHECKING:
    from datetime import date

    from collections.abc import Sequence
    from briefing_app.drafting.attendance import Attendance
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.gatherings import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.reading import Reading
    from briefing_app.model.article import Article

SOURCE = "s1"
_DRAFTED = Review(state="drafted")


def draft_of(article: Article, lexicon: Lexicon, anchor: date, name: str) -> Briefing:
    """Return the draft of a briefing from an article.

    Args:
        article: the cleaned text, with what its page says of itself.
        lexicon: the knowledge of words.
        anchor: the day from which relative dates are read: that of publication.
        name: the briefing's id.
    """
    reading = read(article, lexicon, anchor)
    attended = attendance_of(reading.people, reading.named, reading.paragraphs, lexicon, (), article.published)
    held = event_of(reading, attended)
    event = _event(reading, held, attended) if held else None
    return Briefing(
        format=FORMAT,
        id=name,
        title=event.name if event else article.title or name,
        language=article.language or "en",
        status="draft",
        as_of=anchor.isoformat(),
        bottom_line=BottomLine(id="bottom-line", text=article.title or name, review=_DRAFTED),
        event=event,
        sources=(_source(article, anchor),),
        participants=tuple(_participants(reading, attended)) if held else (),
        agreements=tuple(_agreements(reading, held)),
        meetings=tuple(_meetings(reading, held)),
    )


def _source(article: Article, anchor: date) -> Source:
    return Source(
        id=SOURCE,
        kind="other",
        title=article.title or "?",
        publisher=article.publisher or "?",
        author=article.author,
        published=article.published or anchor.isoformat(),
        dateline=article.dateline,
        url=article.url,
        language=article.language or "en",
        paragraphs=len(article.paragraphs),
        cleaning=article.cleaning,
        digest=article_digest(article.paragraphs),
    )


def when_of(dated: Dated | None, anchor: date) -> When | None:
    """Return a date as the format has it."""
    if dated is None:
        return None
    return When(edtf=dated.edtf, phrase=dated.phrase, anchor=anchor.isoformat() if dated.relative else None)


def _event(reading: Reading, held: Held, attended: Sequence[Attendance]) -> Event:
    best = held.best
    when = when_of(held.dated, reading.anchor) or When(phrase="-")
    return Event(
        id="event",
        name=_name(reading, held, attended),
        series=Series(name=best.name, abbreviation=best.abbreviation or None, ordinal=best.ordinal or None)
        if best.proper or best.ordinal
        else None,
        when=when,
        place=held.place[0] if held.place else None,
        country=held.place[1] or None if held.place else None,
        mode=held.mode,
        parties=held.parties,
        evidence=passages_of(reading, [(best.paragraph, best.first, best.end)], SOURCE),
        review=_DRAFTED,
    )


def _name(reading: Reading, held: Held, attended: Sequence[Attendance]) -> str:
    """Return the event's name as printed, else its kind and its people."""
    best = held.best
    kind = VERB_NOUNS.get(best.head, "meeting") if best.verbal else reading.paragraph(best.paragraph).said(best.first, best.end)
    if best.proper or (best.ordinal and not best.verbal):
        return kind
    kind = kind if best.verbal else _bare(reading, best)
    heads = [reading.people[each.person].name for each in attended if each.capacity == "head"]
    parties = heads if len(heads) == PAIR == len(held.parties) else [party_name(code) or code.title() for code in held.parties]
    return f"{kind[:1].upper()}{kind[1:]} of {listed(parties)}" if parties else kind


def _bare(reading: Reading, one: Gathering) -> str:
    """Return the words of a mention up to its noun: "telephone conversation", without "with Australia"."""
    tokens = reading.paragraph(one.paragraph).tokens
    last = next((i for i in range(one.end - 1, one.first - 1, -1) if tokens[i].low == one.head), one.end - 1)
    return reading.paragraph(one.paragraph).said(one.first, last + 1)


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words: "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _agreements(reading: Reading, held: Held | None) -> list[Agreement]:
    return [
        Agreement(
            id=f"a{n}",
            statement=each.statement,
            kind=each.kind,
            parties=each.parties,
            evidence=passages_of(reading, each.proofs, SOURCE),
            review=_DRAFTED,
            origin=f"rule:{each.rule}",
        )
        for n, each in enumerate(commitments_of(reading, held), 1)
    ]


def _meetings(reading: Reading, held: Held | None) -> list[Meeting]:
    return [
        Meeting(
            id=f"m{n}",
            title=each.title,
            series=Series(name=each.title, ordinal=each.ordinal) if each.ordinal else None,
            when=when_of(each.dated, reading.anchor),
            certainty=each.certainty,
            place=each.place[0] if each.place else None,
            country=each.place[1] or None if each.place else None,
            participants=each.parties,
            outcome=Outcome(state="held") if each.past and each.certainty != "none" else None,
            evidence=passages_of(reading, each.proofs, SOURCE),
            review=_DRAFTED,
            origin=f"rule:{each.rule}",
            inferred=each.inferred,
        )
        for n, each in enumerate(meetings_of(reading, held), 1)
    ]


def _participants(reading: Reading, attended: Sequence[Attendance]) -> list[Participant]:
    found = []
    for n, each in enumerate(attended, 1):
        person = reading.people[each.person]
        inferred = [name for name, so in (("side", person.side_inferred), ("role", person.role_inferred)) if so]
        found.append(
            Participant(
                id=f"p{n}",
                name=person.name,
                other_names=person.other_names,
                role=person.role,
                organisation=person.organisation,
                side=person.side,
                capacity=each.capacity,
                acting=person.acting,
                evidence=passages_of(reading, each.proofs, SOURCE),
                review=_DRAFTED,
                origin=f"rule:{each.rule}",
                inferred=tuple(inferred),
            )
        )
    return found
