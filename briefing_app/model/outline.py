"""A briefing in the order and grouping in which it is read: what screen and paper both show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_app.model import date_words, dates
from briefing_app.model.agreements import KINDS, Agreement, Kind
from briefing_app.model.briefing import Briefing, altered, by_part, items, passages
from briefing_app.model.items import TLP_LABELS, Item, Marking, When
from briefing_app.model.lately import lately
from briefing_app.model.meetings import Certainty, Event, Meeting, is_ahead, was_to_come
from briefing_app.model.parties import chip, name_of
from briefing_app.model.sources import Difference, Source
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.model.evidence import Passage
    from briefing_app.model.people import Participant

AnyItem = TypeVar("AnyItem", bound=Item)
_NO_DAY = "no day"  # after every day of the calendar


class Mark(NamedTuple):
    """A paragraph mark: the button that leads to a passage.

    Attributes:
        source: id of the source.
        paragraph: 1-based paragraph.
        text: what is drawn: `¶3`, or `2 ¶3` where the briefing has several sources.
    """

    source: str
    paragraph: int
    text: str


class SideCount(NamedTuple):
    """How many people attended for one side."""

    side: str
    chip: str
    people: int


def shown(found: Iterable[AnyItem]) -> tuple[AnyItem, ...]:
    """Return the items that are shown outside review: all but the rejected."""
    return tuple(item for item in found if item.review.state != "rejected")


def groups(briefing: Briefing) -> tuple[tuple[Kind, tuple[Agreement, ...]], ...]:
    """Return the agreements by kind, in falling weight of commitment, without empty kinds."""
    found = shown(briefing.agreements)
    pairs = ((kind, tuple(each for each in found if each.kind == kind)) for kind in KINDS)
    return tuple(pair for pair in pairs if pair[1])


def attending(briefing: Briefing) -> tuple[Participant, ...]:
    """Return those who attended: heads first, then members, then observers, else in the file's order."""
    order = ("head", "member", "observer")
    people = [each for each in shown(briefing.participants) if each.capacity in order]
    return tuple(sorted(people, key=lambda each: order.index(each.capacity)))


def mentioned(briefing: Briefing) -> tuple[Participant, ...]:
    """Return those whom the sources only mention; they are never counted as attending."""
    return tuple(each for each in shown(briefing.participants) if each.capacity == "mentioned")


def side_counts(briefing: Briefing) -> tuple[SideCount, ...]:
    """Return how many attended for each side, observers left out, in the order of the sides' first people."""
    counts: dict[str, int] = {}
    for each in attending(briefing):
        if each.capacity != "observer":
            counts[each.side or ""] = counts.get(each.side or "", 0) + 1
    return tuple(SideCount(side, chip(side), n) for side, n in counts.items())


def side_count_words(side: SideCount) -> str:
    """Return the number beside a side's chip, and in words that no side is stated where there is none."""
    number = f"{side.people:,}"
    return number if side.side else tr("side not stated: {n}", n=number)


def ahead(briefing: Briefing) -> tuple[Meeting, ...]:
    """Return the meetings ahead of the day that the facts are true of, the soonest first."""
    day = dates.parse_day(briefing.as_of)
    found = [each for each in shown(briefing.meetings) if is_ahead(each, day)]
    return tuple(sorted(found, key=_first_day))


def other_meetings(briefing: Briefing) -> tuple[Meeting, ...]:
    """Return the meetings that are not ahead, the newest first: earlier ones, cancelled and denied ones."""
    day = dates.parse_day(briefing.as_of)
    found = [each for each in shown(briefing.meetings) if not is_ahead(each, day)]
    dated = [each for each in found if _first_day(each) != _NO_DAY]
    return (
        *sorted(dated, key=_first_day, reverse=True),
        *(each for each in found if _first_day(each) == _NO_DAY),
    )


def others_heading(briefing: Briefing) -> str:
    """Return what the meetings that are not ahead are called: what is cancelled may have been to come."""
    day = dates.parse_day(briefing.as_of)
    if any(was_to_come(each, day) for each in other_meetings(briefing)):
        return tr("Earlier and cancelled meetings")
    return tr("Earlier meetings")


def _first_day(meeting: Meeting) -> str:
    when = meeting.outcome.when if meeting.outcome and meeting.outcome.when else meeting.when
    found = dates.parse(when.edtf) if when and when.edtf else None
    first = (found.earliest or found.latest) if found else None
    return first.isoformat() if first else _NO_DAY


def opcon_agreements(briefing: Briefing) -> tuple[Agreement, ...]:
    """Return the agreements on OPCON, which its panel repeats by reference."""
    named = (each for each in briefing.agreements if each.topic and each.topic.upper() == "OPCON")
    return shown(tuple(named))


@lately
def reviewed(briefing: Briefing) -> tuple[int, int]:
    """Return how many items are accepted or edited, and how many there are; rejected ones do not count."""
    states = [item.review.state for part in by_part(briefing) for item in part if not _rejected(item)]
    return sum(state in ("accepted", "edited") for state in states), len(states)


def review_line(briefing: Briefing) -> str:
    """Return "13 of 15 reviewed", or what a draft still lacks."""
    done, total = reviewed(briefing)
    if done == total:
        return ntr("{n} item reviewed", "{n} of {n} reviewed", total)
    return tr("{done} of {total} reviewed", done=done, total=total)


def signed_line(briefing: Briefing) -> str:
    """Return "signed off by Desk 3, 25 November 2026", empty where it is not signed off."""
    signed = briefing.signed_off
    if signed is None:
        return ""
    day = date_words.day_in_words(dates.parse_day(signed.on))
    return tr("signed off by {by}, {date}", by=signed.by, date=day)


def marks(briefing: Briefing, item: Item) -> tuple[Mark, ...]:
    """Return the paragraph marks of an item, each paragraph once, in the order of its passages."""
    return marks_of(briefing, proof(item))


def marks_of(briefing: Briefing, found: Iterable[Passage]) -> tuple[Mark, ...]:
    """Return the paragraph marks of passages, each paragraph once."""
    number = {source.id: n for n, source in enumerate(briefing.sources, 1)}
    several = len(number) > 1
    pairs = dict.fromkeys((passage.source, passage.paragraph) for passage in found)
    return tuple(
        Mark(source, n, f"{number.get(source, 0)}\u00a0¶{n}" if several else f"¶{n}") for source, n in pairs
    )


def proof(item: Item) -> tuple[Passage, ...]:
    """Return the passages that prove an item; those of a difference stand in its readings."""
    if isinstance(item, Difference):
        return tuple(passage for reading in item.readings for passage in reading.evidence)
    if isinstance(item, Meeting) and item.outcome:
        return (*item.evidence, *item.outcome.evidence)
    return item.evidence


def proved_alike(before: Briefing, after: Briefing, *, shown_alike: bool = False) -> bool:
    """Tell whether two states of a briefing rest on the same passages of the same sources, item by item.

    Args:
        before: one of them.
        after: the other one.
        shown_alike: what is rejected in one of them must be so in the other, too.
    """
    pairs = altered(before, after)
    if pairs is None or after.sources != before.sources or after.unused != before.unused:
        return False
    return all(
        type(one) is type(other)
        and proof(one) == proof(other)
        and not (shown_alike and _rejected(one) != _rejected(other))
        for one, other in pairs
    )


def _rejected(item: Item) -> bool:
    return item.review.state == "rejected"


def cited(briefing: Briefing, source: Source) -> frozenset[int]:
    """Return the paragraphs of `source` that an item which is shown cites."""
    return frozenset(paragraph for name, paragraph in _cited(briefing) if name == source.id)


@lately
def _cited(briefing: Briefing) -> frozenset[tuple[str, int]]:
    return frozenset((passage.source, passage.paragraph) for passage in shown_passages(briefing))


def _shown(briefing: Briefing) -> Iterator[Passage]:
    """Yield the passages of the items that are shown, as often as they prove something."""
    for part in by_part(briefing):
        for item in part:
            if not _rejected(item):
                yield from proof(item)


@lately
def all_passages(briefing: Briefing) -> tuple[Passage, ...]:
    """Return all passages, each once, in the order of the file."""
    # Thousands of items may share a passage: to look at each object once is quicker than to compare values.
    return tuple(dict.fromkeys({id(each): each for _, each in passages(briefing)}.values()))


@lately
def shown_passages(briefing: Briefing) -> tuple[Passage, ...]:
    """Return the passages of the items that are shown, each once, in the order of the items."""
    once: dict[tuple[object, ...], Passage] = {}
    for passage in _shown(briefing):
        # By its fields: to compare thousands of values that are alike takes ten times as long.
        once.setdefault(tuple(passage.__dict__.values()), passage)
    return tuple(once.values())


def chips(briefing: Briefing, agreement: Agreement) -> tuple[str, ...]:
    """Return the parties to name before an agreement: of a pledge, and where they differ from the event."""
    usual, named = briefing.event.parties if briefing.event else (), agreement.parties
    # Most name them in the same order, which is told without a set.
    if agreement.kind != "pledged" and (named == usual or set(named) == set(usual)):
        return ()
    return named


def party_name(briefing: Briefing, code: str) -> str:
    """Return the printed form of a party: a country's name, else what the glossary gives, else the code."""
    return name_of(code) or expansion(briefing, code) or code


def expansion(briefing: Briefing, abbreviation: str) -> str:
    """Return what an abbreviation stands for: in the glossary's words, else in those of the trade, else "".

    The trade's are those that stand in a brief whether its sources use them or not.
    """
    given = {each.abbreviation: each.expansion for each in briefing.glossary}
    trade = {
        "OPCON": tr("operational control"),
        "IOC": tr("Initial Operational Capability"),
        "FOC": tr("Full Operational Capability"),
        "FMC": tr("Full Mission Capability"),
    }
    return given.get(abbreviation) or trade.get(abbreviation, "")


def kicker(briefing: Briefing) -> tuple[str, str]:
    """Return the event's category, and its date in words and place joined by a middle dot."""
    if not briefing.event:
        return tr("Briefing"), ""
    said = " · ".join(part.text for part in event_parts(briefing.event))
    return briefing.event.category or tr("Meeting"), said


def event_parts(event: Event) -> tuple[Part, ...]:
    """Return date in words, place and mode of the event in pieces."""
    inferred = {path.partition(".")[0] for path in event.inferred}
    parts = (
        Part(date_text(event.when), "when" in inferred),
        Part(event.place or "", bool({"place", "country"} & inferred)),
        Part(mode_word(event.mode) if event.mode != "in-person" else "", "mode" in inferred),
    )
    return tuple(part for part in parts if part.text)


def date_text(when: When | None) -> str:
    """Return a date in words; the source's own words in quotation marks where they give none."""
    if when is None:
        return tr("no date given")
    return date_words.in_words(dates.parse(when.edtf)) if when.edtf else f"“{when.phrase}”"


class Part(NamedTuple):
    """A piece of a line, and whether the source does not state it in so many words."""

    text: str
    inferred: bool = False


def meeting_parts(meeting: Meeting) -> tuple[Part, ...]:
    """Return the second line of a meeting in pieces: the date as the source has it, place, mode, occasion.

    The date of a meeting that moved is no longer its date, and is said so.
    """
    inferred = set(meeting.inferred)
    date = Part(tr("no date given"))
    if meeting.when:
        moved = bool(meeting.outcome and meeting.outcome.state == "moved")
        phrase = meeting.when.phrase
        words = tr("was “{phrase}”", phrase=phrase) if moved else phrase
        date = Part(words, bool({"when", "when.edtf", "when.phrase"} & inferred))
    place = Part(meeting.place or "", bool({"place", "country"} & inferred))
    distant = meeting.mode in ("video", "call")
    mode = Part(mode_word(meeting.mode) if distant else "", "mode" in inferred)
    occasion = tr("alongside {event}", event=meeting.alongside) if meeting.alongside else ""
    parts = (date, place, mode, Part(occasion, "alongside" in inferred))
    return tuple(part for part in parts if part.text)


def certainty_word(certainty: Certainty) -> str:
    """Return the word that always stands beside the certainty's sign."""
    return {
        "confirmed": tr("confirmed"),
        "expected": tr("expected"),
        "possible": tr("possible"),
        "none": tr("cancelled or denied"),
    }[certainty]


def steps(certainty: Certainty) -> int:
    """Return how many of the three rising steps are filled."""
    return {"confirmed": 3, "expected": 2, "possible": 1, "none": 0}[certainty]


def kind_word(kind: Kind) -> str:
    """Return the word that always stands beside the kind's sign."""
    return {
        "agreed": tr("Agreed"),
        "reaffirmed": tr("Reaffirmed"),
        "pledged": tr("Pledged"),
        "assessed": tr("Assessed"),
        "discussed": tr("Discussed"),
    }[kind]


def kind_meaning(kind: Kind) -> str:
    """Return what a kind means, as the legend says it."""
    return {
        "agreed": tr("they will act"),
        "reaffirmed": tr("said before"),
        "pledged": tr("their own undertaking"),
        "assessed": tr("a shared view"),
        "discussed": tr("talked about"),
    }[kind]


def mode_word(mode: str | None) -> str:
    """Return how the participants met, in words."""
    return {"in-person": tr("in person"), "video": tr("by video"), "call": tr("by call")}.get(mode or "", "")


def outcome_word(meeting: Meeting) -> str:
    """Return what became of a meeting, in words, empty where nothing is recorded."""
    if meeting.certainty == "none" and not meeting.outcome:
        return tr("Cancelled or denied")
    if not meeting.outcome:
        return ""
    word = {
        "held": tr("Held"),
        "moved": tr("Moved"),
        "cancelled": tr("Cancelled"),
        "unknown": tr("Outcome unknown"),
    }[meeting.outcome.state]
    if meeting.outcome.state == "moved" and meeting.outcome.when:
        return tr("{word} to {date}", word=word, date=date_text(meeting.outcome.when))
    return word


@lately
def strictest(briefing: Briefing) -> Marking | None:
    """Return the strictest marking of what is shown: a TLP label by its order, else the document's own."""
    shown = (item.marking for _, item in items(briefing) if item.review.state != "rejected")
    found = [marking for marking in (briefing.marking, *shown) if marking]
    labelled = [m for m in found if m.scheme == "TLP"]
    if labelled:
        return min(labelled, key=lambda m: TLP_LABELS.index(m.label))
    return found[0] if found else None


def post(person: Participant) -> str:
    """Return a person's role, with "acting" before it where that is so and the role does not say it."""
    role = person.role or ""
    if not person.acting or role.casefold().startswith("acting"):
        return role
    return tr("acting {role}", role=role) if role else tr("acting")
