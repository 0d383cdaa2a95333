"""What a briefing asserts, in the form in which it is compared with a gold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from briefing_app.model.items import Item
from briefing_app.model.opcon import STAGES, current
from tests.corpus.likeness import latest_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.model.agreements import Agreement
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import When
    from briefing_app.model.meetings import Event, Meeting
    from briefing_app.model.opcon import Opcon, Stage
    from briefing_app.model.people import Participant

Gold = dict[str, Any]
Kind = TypeVar("Kind", bound=Item)
_STATUS = {
    "planned": "scheduled",
    "delayed": "postponed",
    "rehearsed": "under_way",
    "assessed": "completed",
    "verified": "completed",
}
_DONE = ("assessed", "verified")
_CITED = 3
_NATION = re.compile("(?!UN)[A-Z]{2}")


@dataclass(frozen=True)
class Person:
    """One who attended."""

    name: str
    country: str | None
    role: str | None
    cites: tuple[int, ...]

    @property
    def said(self) -> str:
        return self.name


@dataclass(frozen=True)
class Commitment:
    """One agreement."""

    kind: str
    parties: tuple[str, ...]
    text: str
    cites: tuple[int, ...]

    @property
    def said(self) -> str:
        return self.text


@dataclass(frozen=True)
class Gathering:
    """One meeting before or after the event."""

    title: str
    edtf: str | None
    place: str | None
    certainty: str
    upcoming: bool
    cites: tuple[int, ...]

    @property
    def said(self) -> str:
        return self.title


@dataclass(frozen=True)
class Prediction:
    """All that is scored; `paragraphs` is the body as it was numbered, empty where nothing was read."""

    source: Mapping[str, Any] = field(default_factory=dict)
    event: Mapping[str, Any] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    opcon: Mapping[str, Any] = field(default_factory=dict)
    paragraphs: tuple[str, ...] = ()


def prediction_of(briefing: Briefing, paragraphs: Sequence[str]) -> Prediction:
    """Return what a briefing asserts: of its items those that nobody rejected."""
    source = briefing.sources[0]
    kept = _kept([briefing.event]) if briefing.event else []
    return Prediction(
        source={
            "publisher": source.publisher,
            "author": source.author,
            "dateline_city": source.dateline,
            "published": source.published[:10],
        },
        event=_event(kept[0]) if kept else {},
        people=tuple(_person(each) for each in _kept(briefing.participants) if each.capacity != "mentioned"),
        commitments=tuple(_commitment(each) for each in _kept(briefing.agreements)),
        gatherings=tuple(
            _gathering(each, briefing.as_of) for each in _kept(briefing.meetings) if _stands(each)
        ),
        opcon=_opcon(briefing.opcon) if briefing.opcon else {},
        paragraphs=tuple(paragraphs),
    )


def perfect(gold: Gold, body: Sequence[str]) -> Prediction:
    """Return the gold as somebody would predict it who found all that is required and nothing else."""

    def required(name: str) -> list[Gold]:
        return [each for each in gold[name] if not each.get("optional")]

    return Prediction(
        source=gold["source"],
        event=gold["event"] or {},
        people=tuple(
            Person(each["name"], each["country"], each["role"], (each["paragraph"],))
            for each in required("participants")
        ),
        commitments=tuple(
            Commitment(each["kind"], tuple(each["parties"]), each["text"], (each["paragraph"],))
            for each in required("agreements")
        ),
        gatherings=tuple(
            Gathering(
                each["title"],
                each["edtf"],
                each["place"],
                each["certainty"],
                each["upcoming"],
                (each["paragraph"],),
            )
            for each in required("meetings")
        ),
        opcon=gold["opcon"] or {},
        paragraphs=tuple(body),
    )


def _kept(items: Iterable[Kind]) -> list[Kind]:
    return [each for each in items if each.review.state != "rejected"]


def _cites(evidence: Sequence[Passage]) -> tuple[int, ...]:
    return tuple(passage.paragraph for passage in evidence[:_CITED])


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _event(event: Event) -> dict[str, Any]:
    return {
        "name": event.name,
        "ordinal": event.series.ordinal if event.series else None,
        "edtf": _edtf(event.when),
        "place": event.place,
        "format": "phone" if event.mode == "call" else event.mode,
    }


def _person(person: Participant) -> Person:
    nation = person.side if person.side and _NATION.fullmatch(person.side) else None
    return Person(person.name, nation, person.role, _cites(person.evidence))


def _commitment(agreement: Agreement) -> Commitment:
    return Commitment(agreement.kind, agreement.parties, agreement.statement, _cites(agreement.evidence))


def _stands(meeting: Meeting) -> bool:
    """Tell whether a meeting is asserted at all: neither denied nor cancelled."""
    return meeting.certainty != "none" and not (meeting.outcome and meeting.outcome.state == "cancelled")


def _gathering(meeting: Meeting, as_of: str) -> Gathering:
    outcome = meeting.outcome
    edtf = _edtf(meeting.when)
    if outcome and outcome.state == "moved":
        edtf = _edtf(outcome.when) or edtf
    begins = latest_start(edtf) if edtf else ""
    past = bool(outcome and outcome.state == "held") or (begins != "" and begins < as_of)
    certainty = "held" if past else meeting.certainty
    return Gathering(meeting.title, edtf, meeting.place, certainty, not past, _cites(meeting.evidence))


def _opcon(opcon: Opcon) -> dict[str, Any]:
    """Return the first stage that is not completed, of the whole force's track before a component's."""
    tracks = [each for each in opcon.tracks if _kept(each.stages)]
    tracks.sort(key=lambda each: each.name is not None)
    found: dict[str, Any] = {}
    if opcon.approach and _kept([opcon.approach]):
        found["approach"] = opcon.approach.text
    if tracks:
        states = current(tracks[0])
        row = [states[code] for code in STAGES if code in states]
        found |= _stage(next((each for each in row if each.state not in _DONE), row[-1]))
    return {key: value for key, value in found.items() if value}


def _stage(stage: Stage) -> dict[str, Any]:
    due, when = _edtf(stage.due), _edtf(stage.when)
    return {
        "stage": stage.stage,
        "status": _STATUS[stage.state],
        "reason": stage.reason,
        "due": (due or when) if stage.state == "rehearsed" else (when or due),
    }
