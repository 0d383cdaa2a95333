"""A new item laid on the standing one: what that lacks, and where the two contradict each other."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.agreements import Agreement
from briefing_app.model.items import Finding, Item, Review, When
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Approach, Condition, Stage, Transfer
from briefing_app.model.outline import certainty_word, kind_word, mode_word, outcome_word
from briefing_app.model.parties import chip
from briefing_app.model.people import Participant
from briefing_app.model.tracker import condition_word
from briefing_app.words import tr
from briefing_app.workflow.conflicts import Conflict, date_words
from briefing_app.workflow.field_words import value_words
from briefing_app.workflow.likeness import figures_differ, holds, said_in, same_office, words_of
from briefing_app.workflow.matching import disagree, finer, parties_of, stated, title_of
from briefing_app.workflow.text_changes import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.workflow.matching import Held

_LONGEST = 80  # characters of a statement by which a difference names it
_UNSAID = "rule:absent"  # the one rule by which "only mentioned" is said in so many words


class Joined(NamedTuple):
    """What a new item gives to the standing one.

    Attributes:
        values: fields that the standing one lacks.
        conflicts: what the two contradict each other in.
        first: the new passages go before the others: they prove that a person attended.
    """

    values: dict[str, object]
    conflicts: tuple[Conflict, ...]
    first: bool = False


@singledispatch
def joined(one: Item, new: Item) -> Joined:
    """Return what a new item gives to the standing one that it tells of.

    Args:
        one: the standing item.
        new: the new one, of the same part; a meeting may tell of the event.
    """
    raise TypeError(type(one), type(new))


def with_gain(one: Item, new: Item, found: Joined) -> Item:
    """Return a standing item with the passages of a new one and what it lacked; it is drafted again."""
    rows = (new.evidence, one.evidence) if found.first else (one.evidence, new.evidence)
    inferred = (path for path in new.inferred if path.partition(".")[0] in found.values)
    shared = {
        "evidence": tuple(dict.fromkeys((*rows[0], *rows[1]))),
        "inferred": tuple(dict.fromkeys((*one.inferred, *inferred))),
        "review": Review(state="drafted"),
    }
    return one.model_copy(update={**found.values, **shared})


def _lacking(one: Item, new: Item, names: Iterable[str]) -> dict[str, object]:
    """Return the fields that only the new one of two items has."""
    return {
        name: value
        for name in names
        if (value := getattr(new, name)) not in (None, (), False) and getattr(one, name) in (None, (), False)
    }


# ---------------------------------------------------------------------------------------------- people


@joined.register
def _person(one: Participant, new: Participant) -> Joined:
    values = _lacking(one, new, ("role", "organisation", "side", "acting"))
    known = {one.name, *one.other_names}
    more = [each for each in (new.name, *new.other_names) if each not in known and _is_other(each, known)]
    if more:
        values["other_names"] = (*one.other_names, *dict.fromkeys(more))
    attends = one.capacity == "mentioned" != new.capacity and one.origin != _UNSAID
    leads = one.capacity == "member" and new.capacity == "head"
    if attends or leads:
        values["capacity"] = new.capacity
        values |= {} if one.origin == "person" else {"origin": new.origin}  # which says why
    return Joined(values, tuple(_of_person(one, new, attends=attends)), first=attends or leads)


def _is_other(name: str, known: set[str]) -> bool:
    return all(words_of(name) != words_of(each) or " " not in each for each in known)


def _of_person(one: Participant, new: Participant, *, attends: bool) -> Iterator[Conflict]:
    if one.role and new.role and not same_office(one.role, new.role):
        yield Conflict(tr("Role of {name}", name=one.name), one.role, new.role)
    if one.organisation and new.organisation and not holds(one.organisation, new.organisation):
        yield Conflict(tr("Organisation of {name}", name=one.name), one.organisation, new.organisation)
    if one.side and new.side and one.side != new.side:
        yield Conflict(tr("Side of {name}", name=one.name), chip(one.side), chip(new.side))
    watched = "observer" in (one.capacity, new.capacity) or one.capacity == "mentioned"
    if watched and not attends and new.capacity not in (one.capacity, "mentioned"):
        words = [value_words("capacity", each.capacity) for each in (one, new)]
        yield Conflict(tr("Part of {name} in the meeting", name=one.name), *words)


# ------------------------------------------------------------------------------------------ statements


@joined.register
def _agreement(one: Agreement, new: Agreement) -> Joined:
    values = _lacking(one, new, ("topic", "attribution", "quote"))
    title = _titled(one)
    conflicts = list(_of_figures(one, new))
    if one.kind != new.kind:
        conflicts.append(
            Conflict(tr("Force of: {title}", title=title), kind_word(one.kind), kind_word(new.kind))
        )
    conflicts += _of_parties(one.parties, new.parties, tr("Parties of: {title}", title=title))
    if not conflicts and (more := _more(one.parties, new.parties)):
        values["parties"] = more
    return Joined(values, tuple(conflicts))


@joined.register
def _finding(one: Finding, new: Finding) -> Joined:
    return Joined(_lacking(one, new, ("topic",)), tuple(_of_figures(one, new)))


def _of_figures(one: Agreement | Finding, new: Agreement | Finding) -> Iterator[Conflict]:
    texts = [stated(each).text for each in (one, new)]
    if figures_differ(*(said_in(text) for text in texts)):
        plain = [" ".join(plain_text(rich_text(text)).split()) for text in texts]
        yield Conflict(tr("Figures in: {title}", title=_titled(one)), *plain)


def _titled(one: Agreement | Finding) -> str:
    return cut(" ".join(plain_text(rich_text(stated(one).text)).split()), _LONGEST)


def _of_parties(one: tuple[str, ...], new: tuple[str, ...], about: str) -> Iterator[Conflict]:
    """Yield that each of two rows of parties has one that the other lacks."""
    if set(one) - set(new) and set(new) - set(one):
        yield Conflict(about, " ".join(map(chip, one)), " ".join(map(chip, new)))


def _more(one: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row of parties with those that only a new one has; empty where it has no more."""
    return tuple(dict.fromkeys((*one, *new))) if set(one) < set(new) else ()


# -------------------------------------------------------------------------------------------- meetings


@joined.register(Event)
@joined.register(Meeting)
def _held(one: Held, new: Held) -> Joined:
    values = _lacking(one, new, ("series", "mode"))
    title = title_of(one)
    if not one.place or not new.place or holds(one.place, new.place):
        values |= _lacking(one, new, ("place", "country"))
    if new.when and new.when.edtf and not (one.when and one.when.edtf):
        values["when"] = new.when
    row = "parties" if isinstance(one, Event) else "participants"
    conflicts = [*_of_held(one, new, title)]
    mine, theirs = parties_of(one), parties_of(new)
    conflicts += _of_parties(mine, theirs, tr("Parties of: {title}", title=title))
    if more := _more(mine, theirs):
        values[row] = more
    if isinstance(one, Meeting) and isinstance(new, Meeting):
        values |= _lacking(one, new, ("alongside",))
        conflicts += _of_fate(one, new)
        if new.outcome and not one.outcome and one.certainty != "none":
            values["outcome"] = new.outcome.model_copy(
                update={"evidence": new.outcome.evidence or new.evidence}
            )
    elif isinstance(one, Event) and isinstance(new, Event):
        values |= _lacking(one, new, ("category",))
    return Joined(values, tuple(conflicts))


def _of_held(one: Held, new: Held, title: str) -> Iterator[Conflict]:
    yield from _of_date(one.when, new.when, tr("Date of: {title}", title=title))
    if one.place and new.place and not holds(one.place, new.place):
        yield Conflict(tr("Place of: {title}", title=title), one.place, new.place)
    if one.mode and new.mode and one.mode != new.mode:
        yield Conflict(tr("Way of meeting: {title}", title=title), mode_word(one.mode), mode_word(new.mode))


def _of_date(one: When | None, new: When | None, about: str) -> Iterator[Conflict]:
    if disagree(one, new) or finer(one, new):
        yield Conflict(about, date_words(one), date_words(new))


def _of_fate(one: Meeting, new: Meeting) -> Iterator[Conflict]:
    """Yield that one source has a meeting called off or moved, and the other has not."""
    first, second = one.outcome, new.outcome
    known = first and second and "unknown" not in (first.state, second.state)
    off = (one.certainty == "none") != (new.certainty == "none")
    if off or (known and first and second and first.state != second.state):
        words = [outcome_word(each) or certainty_word(each.certainty) for each in (one, new)]
        yield Conflict(tr("Whether it takes place: {title}", title=one.title), *words)


# ---------------------------------------------------------------------------------------------- transfer


@joined.register
def _approach(one: Approach, new: Approach) -> Joined:
    apart = not holds(one.text, new.text)
    return Joined({}, (Conflict(tr("Approach to the transfer"), one.text, new.text),) if apart else ())


@joined.register
def _transfer(one: Transfer, new: Transfer) -> Joined:
    values = _lacking(one, new, ("note",))
    if not (one.when or one.due):
        values |= _lacking(one, new, ("when", "due"))
    dates = (one.when or one.due, new.when or new.due)
    return Joined(values, tuple(_of_date(*dates, tr("Date of the transfer"))))


@joined.register
def _stage(one: Stage, new: Stage) -> Joined:
    values = _lacking(one, new, ("due", "reason", "note"))
    if new.when and not (one.when and one.when.edtf):
        values["when"] = new.when
    return Joined(values, ())  # with another date it is another entry, and no other value can differ


@joined.register
def _condition(one: Condition, new: Condition) -> Joined:
    values = _lacking(one, new, ("number", "state"))
    found = []
    if one.state and new.state and one.state != new.state:
        about = tr("State of the condition: {title}", title=one.text)
        found.append(Conflict(about, condition_word(one), condition_word(new)))
    return Joined(values, tuple(found))
