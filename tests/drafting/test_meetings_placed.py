"""Where and when meetings are of which an article says it in another clause, or by another meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

AGREED = f"{MET} They agreed to clear mines."
LAKE = "The lake is deep."


def told(desk: Desk, *paragraphs: str) -> list[tuple[str, str | None, str | None, bool]]:
    """Return title, date, city and whether it is past of each meeting beside the event."""
    return [
        (
            each.title,
            each.dated.edtf if each.dated else None,
            each.place[0] if each.place else None,
            each.past,
        )
        for each in desk.meetings(AGREED, LAKE, *paragraphs)
    ]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        # An aside about the old date is not the clause.
        ("The forum, which was to open on Tuesday, will now be held on Jan 14-15 in Milan, an aide said.",
         ("Forum", "2027-01-14/2027-01-15", "Milan", False)),
        ("The forum, originally planned for May, is due to be held in Milan in December.",
         ("Forum", "2026-12", "Milan", False)),
        ("The forum, which had been planned for May, was held in Milan in July.",
         ("Forum", "2026-07", "Milan", True)),
        ("The forum, which is held each spring in Milan, opened in May.",
         ("Forum", "2026-05", "Milan", True)),
        ("The forum, and a fair, will be held in Milan in May.", ("Forum", "2027-05", "Milan", False)),
        # The city that hosts is the place.
        ("They spoke of the fourth summit of the Lake League, which Milan will host in late May.",
         ("Fourth summit of the Lake League", "[2027-05-21..2027-05-31]", "Milan", False)),
        ("They discussed the third summit that Riga is now due to host in May.",
         ("Third summit", "2027-05", "Riga", False)),
        ("Milan hosted the previous summit in May.", ("Previous summit", "2026-05", "Milan", True)),
        ("Rome praised the summit in Milan in May.", ("Summit", "2026-05", "Milan", True)),
        # Towns that no table knows.
        ("Border officers met at Chirang in May.", ("Meeting of officers", "2026-05", "Chirang", True)),
        ("Border talks will go ahead in Ka Loe on 9 December.",
         ("Border talks", "2026-12-09", "Ka Loe", False)),
        ("The ministers met at Headquarters in May.", ("Meeting of the ministers", "2026-05", None, True)),
        ("Scouts, seen at Vesta, met in May.", ("Meeting", "2026-05", None, True)),
        # What is to be done at a later session is not what was decided there, nor is it of the same date.
        ("They agreed to begin the survey by June 2027 and to report to the 12th session in Milan.",
         ("12th session", None, "Milan", False)),
        # Since when something else has been so.
        ("The chiefs held border talks in Milan and revived a committee suspended since 2022.",
         ("Border talks", None, "Milan", True)),
    ],
)  # fmt: skip
def test_a_meeting_has_the_date_and_place_of_its_own_clause(
    desk: Desk, text: str, made: tuple[str, str | None, str | None, bool]
) -> None:
    assert made in told(desk, text)


@pytest.mark.parametrize("words", ["at the same venue", "in the same city"])
def test_the_same_venue_is_that_of_the_last_meeting_with_one(desk: Desk, words: str) -> None:
    texts = ("A summit in Milan was held in May.", f"Fish talks will be held on 9 December {words}.")
    assert told(desk, *texts)[-1] == ("Talks", "2026-12-09", "Milan", False)


def test_the_same_day_is_no_venue(desk: Desk) -> None:
    texts = ("A summit in Milan was held in May.", "Fish talks will be held on 9 December at the same hour.")
    assert told(desk, *texts)[-1] == ("Talks", "2026-12-09", None, False)


@pytest.mark.parametrize(
    ("opening", "found"),
    [("On its sidelines she", True), ("On the margins, she", True), ("On the margins of the day she", False)],
)
def test_who_meets_on_its_sidelines_has_place_and_date_of_the_larger_event(
    desk: Desk, opening: str, *, found: bool
) -> None:
    text = f"She attends the Lake Forum in Milan on 9 December. {opening} is due to meet Minister Paul Nkusi."
    meeting = ("Meeting of Minister Paul Nkusi", "2026-12-09", "Milan", False)
    assert (meeting in told(desk, text)) is found


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Minister Mwangi said they would take it up again in Milan in early December.",
         ("Meeting of they", "[2026-12-01..2026-12-10]", "Milan", False)),
        ("The ministers told reporters they would revisit the plan in Milan in May.",
         ("Meeting of they", "2027-05", "Milan", False)),
    ],
)  # fmt: skip
def test_what_several_say_they_would_take_up_is_a_meeting_ahead(
    desk: Desk, text: str, made: tuple[str, str, str, bool]
) -> None:
    assert [each[1:] for each in told(desk, text)] == [made[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers would take it up in Milan in May.",
        "Minister Mwangi said that if asked they would take it up in Milan in May.",
        "Minister Mwangi said they would take it to Milan in May.",
    ],
)
def test_what_they_would_take_up_if_or_elsewhere_is_none(desk: Desk, text: str) -> None:
    assert told(desk, text) == []


def test_whose_meeting_it_is_stands_right_before_its_verb(desk: Desk) -> None:
    text = "Minister Mwangi said the plan would wait, after navy chiefs gathered in Milan in May."
    assert told(desk, text) == [("Meeting of chiefs", "2026-05", "Milan", True)]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("A day before the talks opened", "2026-09-16"),
        ("On the eve of the two-day talks", "2026-09-16"),
        ("Two days after their meeting", "2026-09-19"),
        ("The day following the session", "2026-09-18"),
    ],
)
def test_a_day_counted_from_the_event_is_a_date(desk: Desk, when: str, day: str) -> None:
    text = f"{when}, Gen. Pyo Lunga met in Milan with Adm. Curtis Vander."
    assert told(desk, text)[-1][1:3] == (day, "Milan")


@pytest.mark.parametrize("when", ["Some days before the talks", "A day after the vote", "Day after day"])
def test_a_day_counted_from_something_else_is_none(desk: Desk, when: str) -> None:
    text = f"{when}, Gen. Pyo Lunga met in Milan with Adm. Curtis Vander."
    assert told(desk, text)[-1][1] is None


@pytest.mark.parametrize(
    "text",
    [
        "The talks will end on 20 September.",
        "The talks, held in Nairobi, are due to conclude on 20 September.",
        "The talks are scheduled to close on 20 September.",
    ],
)
def test_talks_that_are_to_end_are_none_ahead(desk: Desk, text: str) -> None:
    assert told(desk, text) == []


def test_the_meeting_that_was_put_off_keeps_its_name(desk: Desk) -> None:
    lead = "The seventh meeting of the Lake Board planned for next week in Milan has been postponed."
    text = "The meeting, which was to open on Tuesday, will now be held on Jan 14-15 at the same venue."
    off, moved = desk.meetings(lead, text)
    assert (off.title, off.certainty) == ("Seventh meeting of the Lake Board", "none")
    assert (moved.title, moved.certainty, moved.ordinal) == (off.title, "expected", 7)
    assert moved.place == ("Milan", "IT")
    assert [proof[0] for proof in moved.proofs] == [2, 1]


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (
            ("The lake meeting has been postponed.", "Border talks will be held on 9 December."),
            "Border talks",
        ),
        (("The lake meeting was held in May.", "The meeting will be held on 9 December."), "Meeting"),
        (
            ("The lake meeting has been postponed.", LAKE, "The meeting will be held on 9 December."),
            "Meeting",
        ),
    ],
)
def test_another_meeting_keeps_its_own_name(desk: Desk, texts: tuple[str, ...], title: str) -> None:
    assert desk.meetings(AGREED, *texts)[-1].title == title


@pytest.mark.parametrize(
    ("means", "title"),
    [("by video link", "Video call of the ministers"), ("by telephone", "Call of the ministers")],
)
def test_a_call_by_video_is_called_so(desk: Desk, means: str, title: str) -> None:
    assert told(desk, f"The ministers are expected to speak {means} in December.")[0][0] == title


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Aides will gather in Entebbe on 4 October to draw up a plan, and the ministers will meet in Milan.",
         ("Meeting of the ministers", None, "Milan", False)),
        ("Minister Mwangi flies to Milan on Monday for talks with Minister Marant.",
         ("Talks with Minister Marant", "2026-09-21", "Milan", False)),
        ("A defence committee is to sit in Milan from 12 to 14 November.",
         ("Meeting of a defence committee", "2026-11-12/2026-11-14", "Milan", False)),
        ("They will meet before the Lake Guard Forum, which Milan hosts in April.",
         ("Lake Guard Forum", "2027-04", "Milan", False)),
        ("In May Minister Mwangi saw his French counterpart, Luc Marant, in Milan.",
         ("Meeting of Minister Mwangi and his French counterpart, Luc Marant", "2026-05", "Milan", True)),
        ("The chiefs of staff held a hotline call on September 3.",
         ("Hotline call", "2026-09-03", None, True)),
        ("The envoy, who presided over last year's round in Milan, was glad.",
         ("Last year's round", "2025", "Milan", True)),
    ],
)  # fmt: skip
def test_other_words_for_a_meeting(
    desk: Desk, text: str, made: tuple[str, str | None, str | None, bool]
) -> None:
    assert made in told(desk, text)


@pytest.mark.parametrize("text", ["The guards are to sit in Milan from 12 to 14 November."])
def test_who_only_sits_holds_no_meeting(desk: Desk, text: str) -> None:
    assert told(desk, text) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The naval talks, due in March, were put off and took place in May in Milan.", "confirmed"),
        ("The naval talks were put off in March and then finally took place in Milan in May.", "confirmed"),
        ("The naval talks in Milan in May were put off and a walk took place.", "none"),
    ],
)
def test_what_was_put_off_and_took_place_is_past(desk: Desk, text: str, certainty: str) -> None:
    (made,) = desk.meetings(AGREED, LAKE, text)
    assert (made.certainty, made.past, made.place) == (certainty, True, ("Milan", "IT"))
