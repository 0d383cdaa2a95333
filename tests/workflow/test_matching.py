"""Which standing item a new one tells of; in doubt it is another one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.agreements import Agreement
from briefing_app.model.evidence import Passage, digest_of
from briefing_app.model.items import Finding, Review, Series, When
from briefing_app.model.meetings import Event, Meeting
from briefing_app.model.opcon import Condition
from briefing_app.model.people import Participant
from briefing_app.workflow.likeness import holds, likeness, said_in, same_name, same_office
from briefing_app.workflow.matching import (
    disagree,
    finer,
    overlap,
    same_condition,
    same_event,
    same_meeting,
    same_person,
    same_statement,
)

DRAFTED = Review(state="drafted")
CONVOYS = "Protect grain convoys in the Pale Strait with their navies"


def agreement(statement: str, kind: str = "agreed", *parties: str, name: str = "a1") -> Agreement:
    values: dict[str, Any] = {"id": name, "statement": statement, "kind": kind, "parties": parties}
    return Agreement(review=DRAFTED, **values)


def person(name: str, side: str | None = None, role: str | None = None, *others: str) -> Participant:
    return Participant(
        id="p1", name=name, other_names=others, side=side, role=role, capacity="member", review=DRAFTED
    )


def when(edtf: str | None) -> When:
    return When(edtf=edtf, phrase="then")


def meeting(title: str, edtf: str | None = None, series: Series | None = None, **more: Any) -> Meeting:
    values = {"id": "m1", "certainty": "expected", **more}
    return Meeting(title=title, when=when(edtf), series=series, review=DRAFTED, **values)


def event(name: str, edtf: str, series: Series | None = None, **more: Any) -> Event:
    return Event(id="event", name=name, when=when(edtf), series=series, review=DRAFTED, **more)


@pytest.mark.parametrize(
    ("new", "same"),
    [
        ("Protect grain convoys in the Pale Strait", True),
        ("Protection by their navies of the grain convoys in the Pale Strait", True),
        ("Protect grain convoys in the Narrow Strait", False),  # a name that the other lacks
        ("Not protect grain convoys in the Pale Strait", False),
        ("Protect convoys", False),  # too little to go by
        ("Share radar data from the Pale Strait", False),
    ],
)
def test_a_statement_is_known_by_its_stems(new: str, same: bool) -> None:  # noqa: FBT001 - of a table
    standing = [agreement(CONVOYS), agreement("Open an office in Orrinstad", name="a2")]
    assert (same_statement(standing, agreement(new)) is standing[0]) is same
    finding = Finding(id="b1", text=CONVOYS, review=DRAFTED)
    assert (same_statement([finding], Finding(id="b2", text=new, review=DRAFTED)) is finding) is same


def test_force_and_parties_of_a_statement_count() -> None:
    one = agreement(CONVOYS, "agreed", "PT", "NO")
    assert same_statement([one], agreement(CONVOYS, "agreed", "PT")) is one
    assert same_statement([one], agreement(CONVOYS, "agreed", "EE")) is None
    # Another force only where the words leave no doubt.
    assert same_statement([one], agreement(CONVOYS, "discussed", "PT")) is one
    assert same_statement([one], agreement("Protect convoys in the Pale Strait", "discussed")) is None
    assert same_statement([one], agreement("Protect convoys in the Pale Strait", "agreed")) is one
    twice = [agreement(CONVOYS), agreement(CONVOYS, name="a2")]
    assert same_statement(twice, agreement(CONVOYS)) is None
    rejected = twice[1].model_copy(update={"review": Review(state="rejected")})
    assert same_statement([twice[0], rejected], agreement(CONVOYS)) is twice[0]
    assert same_statement([rejected], agreement(CONVOYS)) is rejected


@pytest.mark.parametrize(
    ("one", "new", "same"),
    [
        (person("Mirelle Quandt-Ossó"), person("QUANDT-OSSO Mirelle"), True),
        (person("Aldrin Vessmoor"), person("Aldrin J. Vessmoor"), True),
        (person("Aldrin Vessmoor"), person("Vessmoor"), False),
        (person("Vessmoor", "NO"), person("Vessmoor", "NO"), True),
        (person("Vessmoor", "NO", "minister"), person("Vessmoor", "PT", "admiral of the fleet"), False),
        (person("Kim Min-su", "KR", "colonel"), person("Kim Min-su", "US", "Director of Budget"), True),
        (person("Kim Min-su", "KR", "Treasurer"), person("Kim Min-su", "US", "Director of Budget"), False),
        (person("Kim Min-su", None, "Treasurer"), person("Kim Min-su Lee", None, "Director"), False),
        (person("Mirelle Quandt", None, "director"), person("Mireille Quandt", None, "Director"), True),
        (person("Mirelle Quandt"), person("Mireille Quandt"), False),
        (person("Mirelle Quandt", "NO", "director"), person("Mireille Quandt", "PT", "director"), False),
        (person("Ann Li", "NO", "director"), person("Anna Li", "NO", "director"), False),
        (person("Somebody Else", None, None, "Aldrin Vessmoor"), person("Vessmoor Aldrin"), True),
    ],
)
def test_a_person_is_known_by_the_words_of_the_name(
    one: Participant,
    new: Participant,
    same: bool,  # noqa: FBT001
) -> None:
    assert (same_person([one], new) is one) is same


def test_of_two_who_may_be_meant_none_is() -> None:
    two = [person("Aldrin Vessmoor Holt"), person("Aldrin Vessmoor Lund")]
    assert same_person(two, person("Aldrin Vessmoor")) is None
    assert same_person([*two, person("Vessmoor Aldrin")], person("Aldrin Vessmoor")) is not None


FIFTH = Series(name="Joint Sea Dialogue", ordinal=5)


@pytest.mark.parametrize(
    ("one", "new", "same"),
    [
        (meeting("A", "2030-05", FIFTH), meeting("B", "2031-05", FIFTH), True),
        (
            meeting("A", "2030", FIFTH),
            meeting("B", "2030", Series(name="Joint Sea Dialogue", ordinal=6)),
            False,
        ),
        (
            meeting("A", None, FIFTH),
            meeting("B", None, Series(name="Korvath Joint Sea Dialogue", ordinal=5)),
            True,
        ),
        (meeting("A", "2030", FIFTH), meeting("B", "2030-05", Series(name="Joint Sea Dialogue")), True),
        (meeting("A", "2030", FIFTH), meeting("B", "2031", Series(name="Joint Sea Dialogue")), False),
        (meeting("A", "2030", FIFTH), meeting("B", "2030", Series(name="Budget Panel", ordinal=5)), False),
        (
            meeting("A", None, Series(name="Long Name", abbreviation="JSD", ordinal=5)),
            meeting("B", None, Series(name="Joint Sea Dialogue", abbreviation="JSD", ordinal=5)),
            True,
        ),
        (
            meeting("A", "2030", FIFTH, participants=("PT",)),
            meeting("A", "2030", FIFTH, participants=("NO",)),
            False,
        ),
        (
            meeting("Border patrol commission", "2030-05"),
            meeting("Joint border patrol commission", "2030-05-09"),
            True,
        ),
        (
            meeting("Border patrol commission", "2030-05"),
            meeting("Border patrol commission", "2030-06"),
            False,
        ),
        (meeting("Border patrol commission", "2030-05"), meeting("Border patrol commission"), False),
        (meeting("Meeting of ministers", "2030-05"), meeting("Meeting of ministers", "2030-05"), False),
        (
            meeting("Border patrol commission", "2030-05", place="Oslo"),
            meeting("Border patrol commission", "2030-05", place="Porto"),
            False,
        ),
        (event("Sea Dialogue", "2030", FIFTH), meeting("B", "2030", FIFTH), True),
        (event("Sea Dialogue", "2030", FIFTH), meeting("B", "2030", FIFTH, certainty="none"), False),
    ],
)
def test_a_meeting_is_known_by_its_row_or_by_its_title_and_date(
    one: Event | Meeting,
    new: Meeting,
    same: bool,  # noqa: FBT001
) -> None:
    assert (same_meeting([one], new) is one) is same


def test_a_row_that_many_have_needs_the_same_place_and_date() -> None:
    eighth = Series(name="Meeting of Foreign Ministers", ordinal=8)
    one = meeting("A", "2030-05", eighth, place="Oslo")
    assert same_meeting([one], meeting("B", "2030-05", eighth)) is None
    known = meeting("A", "2030-05", eighth, participants=("PT", "NO"))
    assert same_meeting([known], meeting("B", "2031", eighth, participants=("NO", "PT"))) is known
    assert same_meeting([one], meeting("B", "2030-05", eighth, place="Oslo")) is one
    assert same_meeting([one], meeting("B", "2030-05", eighth, place="Porto")) is None
    assert same_meeting([one], meeting("B", "2030-06", eighth)) is None


JUNE = "2030-06-04/2030-06-05"
WEEK_LATER = "2030-06-11/2030-06-12"


@pytest.mark.parametrize(
    ("one", "new", "same"),
    [
        (meeting("Shangri-La Dialogue", JUNE), meeting("Shangri-La Dialogue", WEEK_LATER), True),
        (meeting("Shangri-La Dialogue", JUNE), meeting("the 2030 Shangri-La Dialogue", "2030-06-20"), True),
        (meeting("Shangri-La Dialogue", "2030-06"), meeting("Shangri-La Dialogue", "2030-07"), True),
        (
            meeting("Shangri-La Dialogue", JUNE, place="Oslo"),
            meeting("Shangri-La Dialogue", WEEK_LATER),
            True,
        ),
        (
            meeting("Shangri-La Dialogue", JUNE, place="Oslo"),
            meeting("Shangri-La Dialogue", WEEK_LATER, place="Porto"),
            False,
        ),
        # The one of another year, or of another season, is another one.
        (
            meeting("Shangri-La Dialogue", JUNE),
            meeting("Shangri-La Dialogue", "2031-06-03/2031-06-05"),
            False,
        ),
        (meeting("Shangri-La Dialogue", JUNE), meeting("Shangri-La Dialogue", "2030-11-03"), False),
        (meeting("Shangri-La Dialogue", "2030-12-20"), meeting("Shangri-La Dialogue", "2031-01-04"), False),
        (meeting("Shangri-La Dialogue", JUNE), meeting("Shangri-La Dialogue", "2030-24"), False),
        (meeting("Shangri-La Dialogue", JUNE), meeting("Shangri-La Dialogue"), False),
        (
            meeting("5th Joint Sea Dialogue", JUNE, FIFTH),
            meeting("6th Joint Sea Dialogue", WEEK_LATER, Series(name="Joint Sea Dialogue", ordinal=6)),
            False,
        ),
        (meeting("Meeting of ministers", JUNE), meeting("Meeting of ministers", WEEK_LATER), False),
        (meeting("Meeting of Ministers", JUNE), meeting("Meeting of Ministers", WEEK_LATER), False),
        (meeting("Norway-Portugal talks", JUNE), meeting("Norway-Portugal talks", WEEK_LATER), False),
        # One took place, the other is to come, or was called off.
        (event("Shangri-La Dialogue", JUNE), meeting("Shangri-La Dialogue", WEEK_LATER), False),
        (
            meeting("Shangri-La Dialogue", JUNE),
            meeting("Shangri-La Dialogue", WEEK_LATER, certainty="none"),
            False,
        ),
        (
            meeting("Shangri-La Dialogue", JUNE, participants=("NO",)),
            meeting("Shangri-La Dialogue", WEEK_LATER, participants=("PT",)),
            False,
        ),
    ],
)
def test_a_proper_name_is_one_meeting_though_its_date_is_told_otherwise(
    one: Event | Meeting,
    new: Meeting,
    same: bool,  # noqa: FBT001
) -> None:
    assert (same_meeting([one], new) is one) is same


def test_of_two_meetings_of_one_proper_name_only_the_date_tells() -> None:
    first, second = (meeting("Shangri-La Dialogue", edtf) for edtf in (JUNE, WEEK_LATER))
    between = meeting("Shangri-La Dialogue", "2030-06-08")
    assert same_meeting([first, second], between) is None
    assert same_meeting([first], second, (first, second)) is None  # its own source tells of both
    assert same_meeting([first], second, (second,)) is first
    assert same_meeting([first, second], meeting("Shangri-La Dialogue", "2030-06-11")) is second


def test_a_reprint_tells_of_the_same_meeting() -> None:
    words = Passage(source="s1", paragraph=1, start="meet on Monday", digest=digest_of("meet on Monday"))
    one = meeting("Meeting", "2030-05-06", evidence=(words,))
    new = one.model_copy(update={"evidence": (words.model_copy(update={"source": "s2", "paragraph": 4}),)})
    assert same_meeting([one], new) is one
    assert same_meeting([one], new.model_copy(update={"when": when("2030-05-07")})) is None
    assert same_meeting([one], new.model_copy(update={"title": "Talks"})) is None
    undated = one.model_copy(update={"when": None})
    assert same_meeting([undated], new.model_copy(update={"when": None})) is None


def test_two_reports_are_of_one_event() -> None:
    parties = ("PT", "NO")
    one = event("Talks in Oslo", "2030-05-04/2030-05-05", place="Oslo", parties=parties)
    assert same_event(one, event("Visit", "2030-05-05", place="Oslo", parties=parties))
    assert not same_event(one, event("Visit", "2030-05-05", place="Porto", parties=parties))
    assert not same_event(one, event("Visit", "2030-05-05", parties=parties))
    assert not same_event(one, event("Visit", "2030-05-06", place="Oslo", parties=parties))
    assert not same_event(one, event("Visit", "2030-05", place="Oslo", parties=parties))
    assert not same_event(one, event("Visit", "2030-05-05", place="Oslo", parties=("PT", "EE")))
    assert not same_event(one, None)
    numbered = event("5th", "2030-05-05", FIFTH, place="Oslo", parties=parties)
    other = event("2nd", "2030-05-05", Series(name="Budget Panel", ordinal=2), place="Oslo", parties=parties)
    assert same_event(one, numbered)
    assert not same_event(numbered, other)


def test_a_condition_is_known_by_its_number_else_by_its_words() -> None:
    conditions = [
        Condition(id=f"o{n}", number=n, text=text, review=DRAFTED) for n, text in ((1, "Lead"), (2, "Shield"))
    ]
    new = Condition(id="o9", text="shield", review=DRAFTED)
    assert same_condition(conditions, new) is conditions[1]
    assert same_condition(conditions, new.model_copy(update={"number": 1})) is conditions[0]
    assert same_condition(conditions, new.model_copy(update={"number": 3})) is None
    assert same_condition(conditions, new.model_copy(update={"text": "Calm"})) is None


def test_dates_disagree_only_where_they_cannot_be_the_same_day() -> None:
    assert disagree(when("2030-05"), when("2030-06"))
    assert disagree(when("2030-06"), when("2030-05"))
    assert disagree(when("2030-06-04/2030-06-05"), when("2030-06-05/2030-06-06"))
    assert not disagree(when("2030-06-04/2030-06-05"), when("2030-06-04/2030-06-06"))
    assert not disagree(when("2030-05/2030-06"), when("2030-06/2030-07"))  # of long ones nobody knows
    assert not disagree(when("[..2030]"), when("2029"))
    assert disagree(when("[..2030]"), when("2031"))
    assert not disagree(when("2030"), when(None))
    assert not disagree(None, when("2030"))
    assert not overlap(when("[2030-05..]"), when("2030-06"))  # without an end, nobody knows
    assert finer(when("2030"), when("2030-05"))
    assert not finer(when("2030"), when("2030-24"))
    assert not finer(when("2030-05-04/2030-05-05"), when("2030-05-04"))
    assert not finer(when("2030-05"), when("2030"))


def test_offices_and_places_hold_one_another() -> None:
    assert same_office("acting defense minister", "Acting Minister of Defence")
    assert same_office("General", "chief of the general staff")
    assert same_office("Rear Admiral", "policy director")  # a bare rank goes with any office
    assert not same_office("Defence Minister", "Foreign Minister")
    assert holds("Oslo", "Oslo, Norway")
    assert not holds("Ulm", "Bonn")
    assert not holds("Ulm", "Ems")


TEXTS = st.text("abc NOT no not 1 2 two Ñ’-*", max_size=40)


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_a_text_is_like_itself(one: str, new: str) -> None:
    first, second = said_in(one), said_in(new)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, first) == (1 if len(first.stems) > 2 else 0)
    assert same_name(one, new) == same_name(new, one)
    assert holds(one, new) == holds(new, one)
