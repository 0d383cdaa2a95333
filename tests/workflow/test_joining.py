"""A new item on the standing one: what that lacks is filled in, what contradicts it is told, nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_app.model.agreements import Agreement
from briefing_app.model.evidence import Passage, digest_of
from briefing_app.model.items import Finding, Gap, Item, Review, Series, When
from briefing_app.model.meetings import Event, Meeting, Outcome
from briefing_app.model.opcon import Approach, Condition, Stage, Transfer
from briefing_app.model.people import Participant
from briefing_app.workflow.joining import joined, with_gain
from briefing_app.workflow.stage_entries import place_of
from tests.workflow.adding_steps import READOUT, WIRE, drafted, with_article


def passage(source: str) -> Passage:
    return Passage(source=source, paragraph=1, start="words", digest=digest_of("words"))


def when(edtf: str | None) -> When:
    return When(edtf=edtf, phrase=edtf or "then")


def made(record: type[Any], source: str = "s1", /, **values: Any) -> Any:
    given = {"id": "x1", "evidence": (passage(source),), "review": Review(state="accepted"), **values}
    return record(**given)


def pair(record: type[Any], one: dict[str, Any], new: dict[str, Any], /, **both: Any) -> tuple[Any, Any]:
    return made(record, **both, **one), made(record, "s2", **both, **new)


def told(one: Item, new: Item) -> list[tuple[str, ...]]:
    return [tuple(each) for each in joined(one, new).conflicts]


def test_what_proves_that_somebody_came_stands_before_what_only_names_her() -> None:
    first = drafted(f"{WIRE}\nThe ship of Admiral Nils Aardal lay in port.\n")
    assert first.participants[-1].capacity == "mentioned"
    admiral = with_article(first, READOUT).briefing.participants[-1]
    assert admiral.name == "Nils Aardal"
    assert (admiral.capacity, admiral.evidence[0].source) == ("member", "s2")


def test_what_a_person_lacks_is_filled_in() -> None:
    one, new = pair(
        Participant,
        {"name": "Ann Holt", "capacity": "member"},
        {
            "name": "HOLT Ann",
            "capacity": "head",
            "side": "NO",
            "role": "Minister",
            "inferred": ("side", "role"),
            "origin": "rule:met",
        },
    )
    found = joined(one, new)
    assert found.values == {"role": "Minister", "side": "NO", "capacity": "head", "origin": "rule:met"}
    own = one.model_copy(update={"origin": "person"})
    assert "origin" not in joined(own, new).values
    assert found.conflicts == ()
    after = with_gain(one, new, found)
    assert [each.source for each in after.evidence] == ["s2", "s1"]  # what proves who led comes first
    assert after.inferred == ("side", "role")
    assert after.review == Review(state="drafted")


def test_a_person_is_contradicted_in_role_body_side_and_part() -> None:
    one, new = pair(
        Participant,
        {"role": "Defence Minister", "organisation": "Navy", "side": "NO", "capacity": "observer"},
        {"role": "Foreign Minister", "organisation": "Treasury", "side": "PT", "capacity": "head"},
        name="Ann Holt",
    )
    assert told(one, new) == [
        ("Role of Ann Holt", "Defence Minister", "Foreign Minister"),
        ("Organisation of Ann Holt", "Navy", "Treasury"),
        ("Side of Ann Holt", "NOR", "PRT"),
        ("Part of Ann Holt in the meeting", "observer", "head"),
    ]
    assert joined(one, new).values == {}


@pytest.mark.parametrize(
    ("one", "new", "origin", "differs"),
    [
        ("mentioned", "member", "rule:absent", True),  # said to have been away
        ("mentioned", "member", "rule:no-act", False),
        ("member", "mentioned", "rule:attended", False),
        ("observer", "mentioned", "rule:attended", False),
        ("head", "member", "rule:attended", False),
        ("head", "observer", "rule:attended", True),
    ],
)
def test_parts_in_a_meeting_contradict_one_another_only_where_both_are_said(
    one: str,
    new: str,
    origin: str,
    differs: bool,  # noqa: FBT001
) -> None:
    first, second = pair(Participant, {"capacity": one}, {"capacity": new}, name="Ann Holt", origin=origin)
    assert bool(told(first, second)) is differs


def test_a_statement_is_contradicted_in_force_parties_and_figures() -> None:
    one, new = pair(
        Agreement,
        {"statement": "Hold three exercises", "kind": "agreed", "parties": ("NO", "PT")},
        {"statement": "Hold *two* exercises", "kind": "discussed", "parties": ("NO", "EE"), "topic": "Sea"},
    )
    assert told(one, new) == [
        ("Figures in: Hold three exercises", "Hold three exercises", "Hold two exercises"),
        ("Force of: Hold three exercises", "Agreed", "Discussed"),
        ("Parties of: Hold three exercises", "NOR PRT", "NOR EST"),
    ]
    assert joined(one, new).values == {"topic": "Sea"}
    more = new.model_copy(
        update={"statement": "Hold exercises", "kind": "agreed", "parties": ("EE", "NO", "PT")}
    )
    assert joined(one, more) == ({"topic": "Sea", "parties": ("NO", "PT", "EE")}, (), False)
    fewer = more.model_copy(update={"parties": ("NO",), "topic": None})
    assert joined(one, fewer) == ({}, (), False)
    facts = pair(Finding, {"text": "It has 3 ships"}, {"text": "It has 4 ships"})
    assert told(*facts) == [("Figures in: It has 3 ships", "It has 3 ships", "It has 4 ships")]


def test_what_a_meeting_lacks_is_filled_in() -> None:
    series = Series(name="Sea Dialogue")
    one, new = pair(
        Meeting,
        {"when": when(None)},
        {
            "when": when("2030-05"),
            "place": "Oslo",
            "country": "NO",
            "series": series,
            "mode": "video",
            "alongside": "Assembly",
            "participants": ("NO",),
            "outcome": Outcome(state="held"),
        },
        title="Talks",
        certainty="expected",
    )
    found = joined(one, new)
    assert found.conflicts == ()
    assert found.values == {
        "when": when("2030-05"),
        "place": "Oslo",
        "country": "NO",
        "series": series,
        "mode": "video",
        "alongside": "Assembly",
        "participants": ("NO",),
        "outcome": Outcome(state="held", evidence=(passage("s2"),)),
    }


def test_a_meeting_is_contradicted_in_date_place_way_and_fate() -> None:
    one, new = pair(
        Meeting,
        {"when": when("2030-05"), "place": "Oslo", "mode": "call", "certainty": "expected"},
        {"when": when("2030-06"), "place": "Porto", "country": "PT", "mode": "video", "certainty": "none"},
        title="Talks",
    )
    assert told(one, new) == [
        ("Date of: Talks", "May 2030", "June 2030"),
        ("Place of: Talks", "Oslo", "Porto"),
        ("Way of meeting: Talks", "by call", "by video"),
        ("Whether it takes place: Talks", "expected", "Cancelled or denied"),
    ]
    assert joined(one, new).values == {}  # the country is of the other place
    held, off = (
        one.model_copy(update={"outcome": Outcome(state=state), "mode": None})
        for state in ("held", "cancelled")
    )
    assert told(held, off) == [("Whether it takes place: Talks", "Held", "Cancelled")]
    assert told(held, one.model_copy(update={"outcome": Outcome(state="unknown")})) == []


def test_the_event_learns_from_a_report_and_from_a_meeting_that_is_it() -> None:
    one = made(Event, id="event", name="Talks", when=when("2030"))
    new = made(
        Event, "s2", id="event", name="Talks", when=when("2030-05-04"), category="Call", parties=("NO", "PT")
    )
    found = joined(one, new)
    assert found.values == {"category": "Call", "parties": ("NO", "PT")}
    assert [tuple(each) for each in found.conflicts] == [("Date of: Talks", "2030", "4 May 2030")]
    meeting = made(Meeting, "s2", title="Talks", certainty="confirmed", place="Oslo", alongside="Fair")
    assert joined(one, meeting).values == {"place": "Oslo"}


def test_the_transfer_is_contradicted_in_approach_date_and_conditions() -> None:
    approaches = pair(Approach, {"text": "conditions-based"}, {"text": "by a fixed date"})
    assert told(*approaches) == [("Approach to the transfer", "conditions-based", "by a fixed date")]
    assert told(*pair(Approach, {"text": "conditions-based"}, {"text": "based on conditions"})) == []
    dates = pair(Transfer, {"due": when("2028")}, {"when": when("2030"), "note": "Said once"})
    assert told(*dates) == [("Date of the transfer", "2028", "2030")]
    assert joined(*dates).values == {"note": "Said once"}
    assert joined(*pair(Transfer, {}, {"when": when("2030")})).values == {"when": when("2030")}
    conditions = pair(Condition, {"state": "met"}, {"state": "in-progress"}, text="Lead", number=1)
    assert told(*conditions) == [("State of the condition: Lead", "met", "in progress")]
    with pytest.raises(TypeError):
        joined(made(Gap, text="Who"), made(Gap, text="Who"))


def stage(state: str, edtf: str | None = None, **more: Any) -> Stage:
    found: Stage = made(
        Stage, id=f"o-{state}", stage="FOC", state=state, when=when(edtf) if edtf else None, **more
    )
    return found


def test_an_entry_that_stands_gains_and_an_earlier_one_goes_before_the_last() -> None:
    rehearsed, planned = stage("rehearsed", "2024"), stage("planned", "2030")
    there = (rehearsed, planned)
    assert place_of(stage("planned", "2030"), there, None, is_last=True).same is planned
    assert place_of(stage("rehearsed", "2023"), there, None, is_last=False).before is rehearsed
    assert place_of(stage("rehearsed"), (planned,), None, is_last=True).before is planned
    assert place_of(stage("delayed", "2024"), there, None, is_last=False).before is planned
    joined_values = joined(planned, stage("planned", due=when("2029"), reason="Storms")).values
    assert joined_values == {"due": when("2029"), "reason": "Storms"}
    assert joined(stage("planned"), stage("planned", "2030")).values == {"when": when("2030")}


def test_a_later_entry_is_a_difference_and_never_the_last() -> None:
    planned = stage("planned", "2030-05")
    later = place_of(stage("planned", "2031"), (planned,), "air", is_last=True)
    assert (later.before, later.against) == (None, planned)
    assert later.conflict == ("Date of FOC (air)", "May 2030", "2031")
    why = place_of(stage("delayed", "2031", reason="Storms"), (planned,), None, is_last=True)
    assert (why.before, why.conflict and why.conflict.about) == (planned, "Date of FOC")
    done = place_of(stage("verified"), (planned,), None, is_last=True)
    assert done.conflict == ("State of FOC", "Planned: May 2030", "Verified")
    exact = place_of(stage("planned", "2030-05-04"), (stage("planned", "2030"),), None, is_last=True)
    assert exact.same
    assert exact.conflict == ("Date of FOC", "2030", "4 May 2030")


def test_what_came_before_contradicts_nothing() -> None:
    verified = stage("verified", "2030-05")
    for entry in (stage("planned", "2030"), stage("assessed", "2029"), stage("delayed")):
        place = place_of(entry, (verified,), None, is_last=True)
        assert (place.before, place.conflict) == (verified, None)
    assert place_of(stage("delayed", "2031"), (verified,), None, is_last=True).conflict
    assert place_of(stage("assessed", "2031"), (stage("planned", "2030"),), None, is_last=True).conflict


def test_a_named_meeting_that_two_sources_date_otherwise_is_one_with_a_difference() -> None:
    said = "\nThe Halifax Sea Forum is slated for June {} in Porto, an official said.\n"
    first = drafted(WIRE + said.format("4-5"))
    added = with_article(first, READOUT + said.format("11-12"))
    (forum,) = [each for each in added.briefing.meetings if each.title == "Halifax Sea Forum"]
    assert (forum.when and forum.when.edtf) == "2021-06-04/2021-06-05"
    assert [each.source for each in forum.evidence] == ["s1", "s2"]
    (dates,) = [each for each in added.briefing.differences if each.about == "Date of: Halifax Sea Forum"]
    assert [each.value for each in dates.readings] == ["4–5 June 2021", "11–12 June 2021"]
    both = READOUT + said.format("11-12") + said.format("18-19").replace("Forum", "Forum of engineers")
    twice = with_article(first, both.replace("Forum of engineers", "Forum")).briefing
    assert all(not each.about.endswith("Halifax Sea Forum") for each in twice.differences)
