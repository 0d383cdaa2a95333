"""Habits of the news that decide whose something is, when it was, and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

BOTH = "KE UG"
LED = "The ministers were joined by Jonah Mwangi of Kenya and Paul Nkusi of Uganda."


@pytest.mark.parametrize(
    "text",
    [
        # Of an earlier day.
        "Kenya and Uganda signed the Lake Safety Accord in Kisumu last year.",
        "The first round was held in Kisumu in March 2025. On that occasion, both sides launched a patrol.",
        "The lake accord being signed in the hall of the garrison.",
        # Said by another, or of a paper.
        "The meeting was opened by the President of Kenya, Amos Kirui, who called upon them to hurry.",
        "On behalf of the Kenyan side it was signed by the chief of the navy, Colonel Peter Otieno.",
    ],
)
def test_what_is_of_another_day_or_of_one_person_is_not_agreed(desk: Desk, text: str) -> None:
    assert desk.said(MET, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers signed the plan drafted last year.", [("agreed", BOTH, "Plan drafted last year")]),
        (
            "The two sides signed a pact, under which a joint crew was launched.",
            [("agreed", BOTH, "Pact, under which a joint crew was launched")],
        ),
        (
            "The ministers directed the secretariat to verify all pledged units by May.",
            [("agreed", BOTH, "Directed the secretariat to verify all pledged units by May")],
        ),
        ("They said the new date was agreed upon in a call.", [("agreed", BOTH, "New date")]),
        (
            "Minister Jonah Mwangi of Kenya briefed the other side on a dam. He committed to opening a gate.",
            [("pledged", "KE", "Opening a gate")],
        ),
        (
            f"{LED} Mwangi told his counterpart that Kenya will deliver two boats.",
            [("pledged", "KE", "Deliver two boats")],
        ),
    ],
)
def test_what_was_committed_to_and_by_whom(
    desk: Desk, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert desk.said(MET, text) == expected


def test_what_two_agreed_before_a_meeting_of_three_is_of_the_two(desk: Desk) -> None:
    met = "The defence ministers of Kenya, Uganda and Rwanda met in Nairobi on Thursday."
    text = (
        "Ahead of the session, Minister Jonah Mwangi of Kenya and Minister Paul Nkusi of Uganda held talks "
        "in Nairobi on Wednesday, where they agreed to mend a bridge."
    )
    assert desk.said(met, text) == [("agreed", BOTH, "Mend a bridge")]


def test_who_chairs_what_others_attend_is_a_party(desk: Desk) -> None:
    held = desk.held(
        "The second Lakes Forum was convened in Nairobi on Thursday. It was chaired by Jonah Mwangi, "
        "Minister of Defence of Kenya, and attended by ministers of Uganda, Rwanda and Burundi."
    )
    assert held.parties == ("KE", "UG", "RW", "BI")


def _sides(desk: Desk, *text: str) -> dict[str, str | None]:
    draft = desk.draft(*text)
    return {each.name: each.side for each in draft.participants if each.capacity != "mentioned"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The meeting was co-chaired by Joint Secretary (Plans), Ministry of Defence Dr Jonah Mwangi "
                "and Director of Policy and Planning, Ugandan Ministry of Defence, Colonel Paul Nkusi."
            ),
            {"Jonah Mwangi": "KE", "Paul Nkusi": "UG"},
        ),
        (
            (
                "The following also took part for Kenya: the Ambassador, Ann Otieno; and the Director, Joy "
                "Wanji. "
                "For Uganda: the Ambassador, Eve Nakato, and the Director General of Policy, Ruth Apio."
            ),
            {"Ann Otieno": "KE", "Joy Wanji": "KE", "Eve Nakato": "UG", "Ruth Apio": "UG"},
        ),
        (
            (
                "A plan lay ready. On behalf of the Kenyan side it was signed by General P. Otieno, on "
                "behalf of the Ugandan side by Colonel Ruth Apio. Both of them also took part in the talks."
            ),
            {"P. Otieno": "KE", "Ruth Apio": "UG"},
        ),
    ],
)
def test_sides_by_how_the_news_lists_people(desk: Desk, text: str, expected: dict[str, str]) -> None:
    found = _sides(desk, "NAIROBI, Sept 18 - " + MET, text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The three may gather in Riga next month, when the Baltic Forum is scheduled for 17 to 19 "
                "October."
            ),
            {("Baltic Forum", "2026-10-17/2026-10-19", "Riga")},
        ),
        (
            (
                "On Thursday he flew on to Riga, where he is to hold talks with the Latvian Chief of the "
                "General "
                "Staff, General Ivo Kalns, on Saturday."
            ),
            {("Talks with the Latvian Chief of the General Staff", "2026-09-19", "Riga")},
        ),
        (
            "The first round of the Kenya-Latvia Navy-to-Navy Staff Talks is slated for 9 June 2027 in Riga.",
            {("First round of the Kenya-Latvia Navy-to-Navy Staff Talks", "2027-06-09", "Riga")},
        ),
        (
            "The ministers agreed to convene the Lake Rescue Working Group in Riga on 9 June 2027.",
            {("Lake Rescue Working Group", "2027-06-09", "Riga")},
        ),
        (
            "Naval talks are slated for the second week of June 2027 at Chirang.",
            {("Naval talks", "[2027-06-08..2027-06-14]", "Chirang")},
        ),
        (
            (
                "A trilateral with Rwandan Minister of National Defence Eric Habi on the margins of the "
                "Lake Forum, which is scheduled for 17 October in Riga, is under consideration."
            ),
            {("Trilateral with Rwandan Minister of National Defence Eric Habi", "2026-10-17", "Riga")},
        ),
        ("The ministers agreed to defer the matter to their next meeting.", set()),
        ('"It would not be right to burden Kisumu with a meeting now," he said.', set()),
        ("Lakes Forum Secretariat Nairobi, 17 September 2026", set()),
    ],
)
def test_meetings_beside_it(desk: Desk, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = desk.meetings(MET, text)
    told = {
        (each.title, each.dated.edtf if each.dated else None, each.place[0] if each.place else None)
        for each in found
    }
    assert expected <= told
    assert bool(expected) == bool(told)


def test_whose_counterpart_was_met_was_there_too(desk: Desk) -> None:
    found = _sides(
        desk,
        "NAIROBI, Sept 18 - The drill was moved to May, Kenyan Defence Minister Jonah Mwangi said on Friday.",
        "He said that was agreed in a telephone call with his Ugandan counterpart, Paul Nkusi, on Thursday.",
    )
    assert found == {"Jonah Mwangi": "KE", "Paul Nkusi": "UG"}


def test_who_directs_for_several_fields_was_there(desk: Desk) -> None:
    text = "The talks were co-chaired by Ann Otieno, Managing Director for Peace and Security of Kenya."
    assert _sides(desk, MET, text) == {"Ann Otieno": "KE"}


CONTROL = (
    "SEOUL, Sept 18 - South Korea and the United States met in Seoul on Thursday to discuss the transition "
    "of wartime operational control (OPCON)."
)


@pytest.mark.parametrize(
    ("text", "state", "day", "reason"),
    [
        (
            "Both sides agreed to finish verifying the FOC by the end of October.",
            "planned",
            "[..2026-10]",
            None,
        ),
        (
            (
                "The FOC verification, second of three steps needed for the transfer of wartime operational "
                "control (OPCON), had been due in April but was put off due to delays in linking networks."
            ),
            "delayed",
            "2026-04",
            "delays in linking networks",
        ),
    ],
)
def test_a_stage_is_told_in_two_verbs_or_around_an_aside(
    desk: Desk, text: str, state: str, day: str, reason: str | None
) -> None:
    opcon = desk.draft(CONTROL, text).opcon
    assert opcon is not None
    (stage,) = opcon.tracks[0].stages
    when = stage.when or stage.due
    assert (stage.stage, stage.state, when and when.edtf, stage.reason) == ("FOC", state, day, reason)
