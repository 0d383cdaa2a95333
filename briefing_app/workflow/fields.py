"""What of an item can be edited: its fields in their order, each with its kind, its words and its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from briefing_app.model.agreements import KINDS, Agreement
from briefing_app.model.briefing import Briefing
from briefing_app.model.items import BottomLine, Finding, Gap, Item
from briefing_app.model.meetings import Certainty, Event, Meeting, Mode
from briefing_app.model.opcon import STAGES, Approach, Condition, Stage, StageState, Transfer
from briefing_app.model.outline import certainty_word, kind_word, mode_word
from briefing_app.model.people import Capacity, Participant
from briefing_app.model.sources import Difference, Source
from briefing_app.model.tracker import state_word
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.record import Record

FieldKind = Literal[
    "line", "markdown", "date", "day", "party", "parties", "country", "choice", "flag", "number", "names",
    "readings", "glossary", "tracks", "several", "published",
]  # fmt: skip
Choices = tuple[tuple[str, str], ...]


class Field(NamedTuple):
    """One field of a record as it is edited.

    Attributes:
        name: the field, dotted where it is one of an inner record's.
        kind: how it is written and read.
        label: its words before the field.
        choices: what it can be, each with its words; none where it is free.
        required: it cannot be left empty.
        more: it is rarely needed, and shown when it holds something or is asked for.
    """

    name: str
    kind: FieldKind
    label: str
    choices: Choices = ()
    required: bool = False
    more: bool = False


def value_of(record: Record, name: str) -> object:
    """Return what a field holds; a dotted name reaches into inner records, which may be absent."""
    value: object = record
    for key in name.split("."):
        value = getattr(value, key, None)
    return value


def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Return the fields of a kind of record that a person edits, in the order of the form."""
    makers = {
        BottomLine: _of_bottom_line,
        Event: _of_event,
        Participant: _of_participant,
        Agreement: _of_agreement,
        Meeting: _of_meeting,
        Finding: _of_finding,
        Gap: _of_gap,
        Difference: _of_difference,
        Approach: _of_approach,
        Transfer: _of_transfer,
        Stage: _of_stage,
        Condition: _of_condition,
        Source: _of_source,
        Briefing: _of_briefing,
    }
    found = makers[record]()
    if not issubclass(record, Item):
        return found
    own = tuple(
        (each.name, each.label)
        for each in found
        if each.kind != "flag" and not each.name.startswith("marking")
    )
    return (*found, Field("inferred", "several", tr("Inferred"), own, more=True))


def _of_bottom_line() -> tuple[Field, ...]:
    return (Field("text", "markdown", tr("Bottom line"), required=True), *_tail())


def _of_event() -> tuple[Field, ...]:
    return (
        Field("name", "line", tr("Name"), required=True),
        Field("category", "line", tr("Category")),
        Field("when", "date", tr("Date"), required=True),
        Field("place", "line", tr("Place")),
        Field("country", "country", tr("Country")),
        Field("mode", "choice", tr("How they met"), _modes()),
        Field("parties", "parties", tr("Parties")),
        *_series(),
        *_tail(),
    )


def _of_participant() -> tuple[Field, ...]:
    return (
        Field("name", "line", tr("Name"), required=True),
        Field("other_names", "names", tr("Other names")),
        Field("role", "line", tr("Role")),
        Field("organisation", "line", tr("Organisation")),
        Field("side", "party", tr("Side")),
        Field("capacity", "choice", tr("Capacity"), _capacities(), required=True),
        Field("acting", "flag", tr("Acting")),
        *_tail(),
    )


def _of_agreement() -> tuple[Field, ...]:
    kinds = tuple((kind, kind_word(kind)) for kind in KINDS)
    return (
        Field("statement", "markdown", tr("Statement"), required=True),
        Field("kind", "choice", tr("Kind"), kinds, required=True),
        Field("parties", "parties", tr("Parties")),
        Field("topic", "line", tr("Topic")),
        Field("attribution", "line", tr("Attribution"), more=True),
        Field("quote", "line", tr("Quotation"), more=True),
        *_tail(),
    )


def _of_meeting() -> tuple[Field, ...]:
    words = tuple((each, certainty_word(each)) for each in get_args(Certainty))
    return (
        Field("title", "line", tr("Title"), required=True),
        Field("when", "date", tr("Date")),
        Field("certainty", "choice", tr("Certainty"), words, required=True),
        Field("place", "line", tr("Place")),
        Field("country", "country", tr("Country")),
        Field("participants", "parties", tr("Parties")),
        Field("mode", "choice", tr("How they meet"), _modes(), more=True),
        Field("alongside", "line", tr("Alongside"), more=True),
        *_series(),
        Field("outcome.state", "choice", tr("Outcome"), _outcomes(), more=True),
        Field("outcome.when", "date", tr("Date of the outcome"), more=True),
        Field("outcome.note", "line", tr("Note on the outcome"), more=True),
        *_tail(),
    )


def _of_finding() -> tuple[Field, ...]:
    return (Field("text", "markdown", tr("Text"), required=True), _topic(), *_tail())


def _of_gap() -> tuple[Field, ...]:
    return (Field("text", "line", tr("What the source does not say"), required=True), _topic(), *_tail())


def _of_difference() -> tuple[Field, ...]:
    return (
        Field("about", "line", tr("About"), required=True),
        Field("readings", "readings", tr("Readings"), required=True),
        Field("note", "line", tr("Note")),
        *_tail(),
    )


def _of_approach() -> tuple[Field, ...]:
    return (Field("text", "line", tr("Approach"), required=True), *_tail())


def _of_transfer() -> tuple[Field, ...]:
    return (
        Field("due", "date", tr("Was due")),
        Field("when", "date", tr("Date")),
        Field("note", "line", tr("Note")),
        *_tail(),
    )


def _of_stage() -> tuple[Field, ...]:
    states = tuple((each, state_word(each)) for each in get_args(StageState))
    return (
        Field("stage", "choice", tr("Stage"), tuple((each, each) for each in STAGES), required=True),
        Field("state", "choice", tr("State"), states, required=True),
        Field("due", "date", tr("Was due")),
        Field("when", "date", tr("Date")),
        Field("reason", "line", tr("Reason")),
        Field("note", "line", tr("Note"), more=True),
        *_tail(),
    )


def _of_condition() -> tuple[Field, ...]:
    states = (("in-progress", tr("in progress")), ("met", tr("met")))
    return (
        Field("number", "number", tr("Number")),
        Field("text", "line", tr("Condition"), required=True),
        Field("state", "choice", tr("State"), states),
        *_tail(),
    )


def _of_source() -> tuple[Field, ...]:
    kinds = (
        ("wire", tr("Wire")),
        ("official", tr("Official")),
        ("press", tr("Press")),
        ("other", tr("Other")),
    )
    return (
        Field("title", "line", tr("Headline"), required=True),
        Field("publisher", "line", tr("Publisher"), required=True),
        Field("author", "line", tr("Author")),
        Field("kind", "choice", tr("Kind"), kinds, required=True),
        Field("published", "published", tr("Published"), required=True),
        Field("dateline", "line", tr("Dateline")),
        Field("url", "line", tr("Address")),
        Field("retrieved", "day", tr("Retrieved")),
        Field("rating", "line", tr("Admiralty code")),
        Field("descriptor", "line", tr("Descriptor"), more=True),
    )


def _of_briefing() -> tuple[Field, ...]:
    return (
        Field("title", "line", tr("Title"), required=True),
        Field("as_of", "day", tr("As of"), required=True),
        Field("prepared.by", "line", tr("Prepared by")),
        Field("prepared.on", "day", tr("Prepared on")),
        Field("marking.label", "line", tr("Marking")),
        Field("marking.caveat", "line", tr("Caveat"), more=True),
        Field("comment", "markdown", tr("Comment")),
        Field("glossary", "glossary", tr("Glossary"), more=True),
        Field("opcon.tracks", "tracks", tr("OPCON tracks"), more=True),
    )


def _series() -> tuple[Field, ...]:
    return (
        Field("series.name", "line", tr("Series"), more=True),
        Field("series.abbreviation", "line", tr("Abbreviation"), more=True),
        Field("series.ordinal", "number", tr("Number in the series"), more=True),
    )


def _topic() -> Field:
    return Field("topic", "line", tr("Topic"))


def _tail() -> tuple[Field, ...]:
    return (
        Field("key", "flag", tr("In the one-page brief")),
        Field("marking.label", "line", tr("Marking"), more=True),
        Field("marking.caveat", "line", tr("Caveat"), more=True),
    )


def _modes() -> Choices:
    return tuple((each, mode_word(each)) for each in get_args(Mode))


def _capacities() -> Choices:
    words: dict[Capacity, str] = {
        "head": tr("head of delegation"),
        "member": tr("member"),
        "observer": tr("observer"),
        "mentioned": tr("only mentioned"),
    }
    return tuple(words.items())


def _outcomes() -> Choices:
    return (
        ("held", tr("held")),
        ("moved", tr("moved")),
        ("cancelled", tr("cancelled")),
        ("unknown", tr("unknown")),
    )
