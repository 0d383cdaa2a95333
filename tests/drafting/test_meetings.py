"""Meetings before and after the event: dated, moved, called off, possible, and those that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

AGREED = f"{MET} They agreed to clear mines."


@pytest.mark.parametrize(
    ("text", "title", "day", "certainty", "past"),
    [
        ("The ministers will meet again in Kampala in May 2027.", "Meeting of the ministers", "2027-05",
         "expected", False),
        ("They agreed to hold a conference in Kampala on 3 May 2027.", "Conference", "2027-05-03",
         "confirmed", False),
        ("A separate meeting could take place in Kigali on 5 December.", "Separate meeting", "2026-12-05",
         "possible", False),
        ("The talks planned for 3 October have been called off.", "Talks", "2026-10-03", "none", False),
        ("The meeting in Kampala, set for May, was postponed to 10 November 2026.", "Meeting", "2026-11-10",
         "expected", False),
        ("A conference in Kampala was held on 3 May 2026 and moved nobody.", "Conference", "2026-05-03",
         "confirmed", True),
        ("They spoke by telephone on 3 May 2026.", "Call", "2026-05-03", "confirmed", True),
        ("The conference in Kampala, due in 2024, was deferred and took place in May 2026.", "Conference",
         "2026-05", "confirmed", True),
    ],
)  # fmt: skip
def test_another_meeting_is_drafted_as_its_sentence_puts_it(
    desk: Desk, text: str, title: str, day: str, certainty: str, *, past: bool
) -> None:
    (made,) = desk.meetings(AGREED, "The lake is deep.", text)
    assert made.dated is not None
    assert (made.dated.edtf, made.certainty, made.past) == (day, certainty, past)
    assert made.title == title


@pytest.mark.parametrize(
    "text",
    [
        "It was the first meeting of its kind since 2015.",
        "Launched in 2011, the dialogue is well known.",
        "The two sides did not hold talks on 3 May 2026.",
        "The talks on Thursday were long.",
        "They want more meetings.",
        "The talks went well.",
        "Officials met often.",
    ],
)
def test_what_only_speaks_of_a_meeting_is_none(desk: Desk, text: str) -> None:
    assert desk.meetings(AGREED, "The lake is deep.", text) == ()


def test_the_next_of_a_series_has_the_next_number(desk: Desk) -> None:
    (made,) = desk.meetings(
        "The fifth Kenya-Uganda Lake Dialogue (KULD) took place in Nairobi on 15 September. They agreed to "
        "clear mines.",
        "The next meeting will be held in Kampala in 2027.",
    )
    assert (made.ordinal, made.inferred) == (6, ("series.ordinal",))
    assert made.title == "Next meeting (KULD)"
    assert made.parties == ("KE", "UG")


def test_a_forum_at_whose_margins_they_met_is_a_meeting_of_the_same_day(desk: Desk) -> None:
    (made,) = desk.meetings(
        "The defence ministers of Kenya and Uganda met in Nairobi on Thursday on the sidelines of the Lake "
        "Security Forum. They agreed to clear mines."
    )
    assert made.title == "Lake Security Forum"
    assert made.dated is not None
    assert (made.dated.edtf, made.place) == ("2026-09-17", ("Nairobi", "KE"))


def test_a_forum_beside_another_meeting_has_its_day_and_place(desk: Desk) -> None:
    meeting, forum = desk.meetings(
        AGREED,
        "The lake is deep.",
        "Officials met in Kigali on 3 May 2026 on the sidelines of the Lake Forum.",
    )
    assert (forum.title, forum.place, forum.past) == ("Lake Forum", ("Kigali", "RW"), True)
    assert forum.dated == meeting.dated
    assert forum.dated is not None


def test_a_meeting_called_off_and_one_that_was_held_are_two(desk: Desk) -> None:
    text = (
        "The talks planned for 3 October have been called off. A conference took place in Kigali on 3 May "
        "2026."
    )
    made = desk.meetings(AGREED, "The lake is deep.", text)
    assert [(each.certainty, each.past) for each in made] == [("none", False), ("confirmed", True)]


def test_a_meeting_on_the_same_day_has_the_day_of_the_event(desk: Desk) -> None:
    text = (
        "On the same day, Kenyan Defence Minister Jonah Mwangi met Rwandan Defence Minister Paul Nkusi "
        "in Kigali."
    )
    (made,) = desk.meetings(AGREED, "The lake is deep.", text)
    assert made.dated is not None
    assert (made.dated.edtf, made.place, made.past) == ("2026-09-17", ("Kigali", "RW"), True)


def test_two_mentions_of_one_meeting_are_one(desk: Desk) -> None:
    text = "The next talks will be held in Kampala. The next talks are planned for May 2027."
    (made,) = desk.meetings(AGREED, text)
    assert made.dated is not None
    assert (made.dated.edtf, made.place) == ("2027-05", ("Kampala", "UG"))


def test_a_next_meeting_counts_without_a_date_and_is_no_news_for_the_bottom_line(desk: Desk) -> None:
    text = f"{AGREED} The next meeting is expected to be hosted by Uganda."
    (made,) = desk.meetings(text)
    assert (made.title, made.dated, made.place) == ("Next meeting", None, None)
    assert desk.draft(text).bottom_line.text == "Kenya and Uganda agreed to clear mines."


def test_the_bottom_line_ends_with_the_next_meeting(desk: Desk) -> None:
    text = f"{AGREED} The ministers will meet again in Kampala in May 2027."
    assert desk.draft(text).bottom_line.text == (
        "Kenya and Uganda agreed to clear mines. "
        "Next: Meeting of the ministers is expected in Kampala (May 2027)."
    )


@pytest.mark.parametrize(
    ("said", "certainty"),
    [
        ("The ministers said that they would meet again in Kampala in December.", "expected"),
        ("The ministers would meet again in Kampala in December.", "possible"),
        ("The ministers agreed that the next meeting would be held in Kampala in December.", "confirmed"),
        ("The ministers agreed to explore whether they would meet in Kampala in December.", "possible"),
    ],
)
def test_would_is_the_will_of_those_who_tell_or_agree(desk: Desk, said: str, certainty: str) -> None:
    assert [each.certainty for each in desk.meetings(MET, said)] == [certainty]


LAKE = "The lake is deep."


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Naval talks set for 5 November were moved to a day in February, because of a vote in Kampala.",
         ("Naval talks", "2027-02", None, "expected", False)),
        ("The border talks due on 3 October in Entebbe were put off to a day in March for lack of boats.",
         ("Border talks", "2027-03", "Entebbe", "expected", False)),
        ("Owing to an election in Tallinn, the trade talks set for October were rescheduled for February.",
         ("Trade talks", "2027-02", None, "expected", False)),
        ("The summit was pushed back until next spring after a fire in Lisbon.",
         ("Summit", "2027-21", None, "expected", False)),
        ("The summit, delayed until a day in November by an election in Milan, will be held in Accra.",
         ("Summit", "2026-11", "Accra", "expected", False)),
        ("Due to a storm in Genoa, the talks in Milan on 3 October will be held by video.",
         ("Talks", "2026-10-03", "Milan", "expected", False)),
        ("The talks planned for 3 October in Milan have been called off for want of ships in Genoa.",
         ("Talks", "2026-10-03", "Milan", "none", False)),
        ("The border talks were moved to 3 May, when they were held in Milan.",
         ("Border talks", "2026-05-03", "Milan", "confirmed", True)),
        ("The border talks were moved to a day in May. They took place in May in Milan.",
         ("Border talks", "2026-05", None, "confirmed", True)),
        ("The border talks were moved to a day in May, when they will be held in Milan.",
         ("Border talks", "2027-05", "Milan", "expected", False)),
        ("The forum, rescheduled for 3 March, took place in Tacna.",
         ("Forum", "2026-03-03", "Tacna", "confirmed", True)),
        ("Naval talks postponed from 5 May to 12 May went ahead in Tacna.",
         ("Naval talks", "2026-05-12", "Tacna", "confirmed", True)),
        ("The summit, due in October, was put off over a row in Tumbes and will be held in Lima in November.",
         ("Summit", "2026-11", "Lima", "expected", False)),
        ("The summit, set for October, was put off and will not be held in Lima.",
         ("Summit", "2026-10", "Lima", "none", False)),
        ("The summit, set for October, was put off and a new date will be set.",
         ("Summit", "2026-10", None, "none", False)),
        ("The ministers have postponed their fourth meeting until next spring.",
         ("Fourth meeting", "2027-21", None, "expected", False)),
    ],
)  # fmt: skip
def test_what_was_moved_to_a_date_lies_ahead_unless_it_was_held(
    desk: Desk, text: str, made: tuple[str, str, str | None, str, bool]
) -> None:
    (one,) = desk.meetings(AGREED, LAKE, text)
    place = one.place[0] if one.place else None
    assert one.dated is not None
    assert (one.title, one.dated.edtf, place, one.certainty, one.past) == made


@pytest.mark.parametrize(
    "text",
    [
        "The talks, set for March, were postponed to 10 May 2026.",
        "Set up in 2011, the panel unites the talks on policy that the two countries used to hold apart.",
        "The panel replaced the talks on fish which the two navies used to hold every spring until 2030.",
        "The two used to hold annual talks in Milan in March 2026.",
        "They used to meet in Milan every May.",
        "Set up in 2011, the dialogue will go on.",
        "The dialogue, set up in 2011, will go on.",
        "The dialogue was set up in 2011.",
        "Talks are expected in May 2024.",
        "Harbour masters from both coasts will meet in Entebbe on 2 October to plan a protest.",
        "Students met in Kampala on 3 May to hold a vigil.",
    ],
)
def test_customs_protests_and_what_is_over_are_no_meetings_ahead(desk: Desk, text: str) -> None:
    assert desk.meetings(AGREED, LAKE, text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers will meet in Entebbe on 2 October to discuss the protests.", "2026-10-02"),
        ("They set up a joint team at talks in Milan in March 2024.", "2024-03"),
    ],
)
def test_what_only_looks_like_a_custom_or_protest_is_a_meeting(desk: Desk, text: str, day: str) -> None:
    (one,) = desk.meetings(AGREED, LAKE, text)
    assert one.dated is not None
    assert one.dated.edtf == day
