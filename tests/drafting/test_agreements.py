"""What was agreed, said again, pledged, held to be so or talked about; and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk

BOTH = "KE UG"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agreed to open a depot.", ("agreed", BOTH, "Open a depot")),
        ("They agreed on a new depot.", ("agreed", BOTH, "New depot")),
        ("They agreed on the importance of depots.", ("assessed", BOTH, "Importance of depots")),
        ("They agreed that a depot will open.", ("agreed", BOTH, "A depot will open")),
        ("They agreed that the depot be moved.", ("agreed", BOTH, "The depot be moved")),
        ("They agreed that the lake is safe.", ("assessed", BOTH, "The lake is safe")),
        ("It was agreed that a depot will open.", ("agreed", BOTH, "A depot will open")),
        ("Agreement was reached on a new depot.", ("agreed", BOTH, "New depot")),
        ("They signed a border treaty.", ("agreed", BOTH, "Border treaty")),
        ("They adopted a plan of action.", ("agreed", BOTH, "Plan of action")),
        ("They announced that a depot would open.", ("agreed", BOTH, "A depot would open")),
        ("They directed staffs to draft rules.", ("agreed", BOTH, "Directed staffs to draft rules")),
        ("They reaffirmed their support for the treaty.", ("reaffirmed", BOTH, "Support for the treaty")),
        ("They condemned the attack on the port.", ("assessed", BOTH, "Condemned the attack on the port")),
        ("They welcomed the new bridge.", ("assessed", BOTH, "Welcomed the new bridge")),
        ("They urged rebels to disarm.", ("assessed", BOTH, "Urged rebels to disarm")),
        ("They discussed fishing on the lake.", ("discussed", BOTH, "Fishing on the lake")),
        ("They exchanged views on fishing.", ("discussed", BOTH, "Exchanged views on fishing")),
        ("Fishing on the lake was discussed.", ("discussed", BOTH, "Fishing on the lake")),
        ("Kenya pledged to open a depot.", ("pledged", "KE", "Open a depot")),
        ("Uganda promised its neighbours to reopen the road.", ("pledged", "UG", "Reopen the road")),
        ("Uganda promised its two old friends a feast.", ("pledged", "UG", "Two old friends a feast")),
        ("Kenya offered a training course.", ("pledged", "KE", "Training course")),
        ("Kenya assured Uganda that fuel will flow.", ("pledged", "KE", "Fuel will flow")),
        ("Uganda is ready to send engineers.", ("pledged", "UG", "Send engineers")),
        ("Kenya agreed to open a depot.", ("pledged", "KE", "Open a depot")),
    ],
)  # fmt: skip
def test_the_verb_tells_the_force(desk: Desk, text: str, expected: tuple[str, str, str]) -> None:
    assert desk.said(f"{MET} {text}") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They did not agree to open a depot.",
        "They would agree to open a depot.",
        "If they agreed to open a depot, work could begin.",
        "The depot, which they agreed to open last year, stands empty.",
        "In March 2025 they agreed to open a depot.",
        "At the previous meeting in May they agreed to open a depot.",
        "At a separate session in May 2026, the two sides agreed to open a depot.",
        "They agreed to nothing.",
        "They agreed with the press.",
        "They signed no treaty.",
        "They concluded the meeting.",
        "They hoped to agree to a depot.",
        "Several countries agreed to open a depot.",
        "Norway agreed to open a depot.",
        "The two sides agreed on a — in the words of an aide — modest first step.",
        "Kenya announced a budget.",
        "The road promised by Kenya is long.",
    ],
)
def test_what_was_not_agreed_there_is_not_drafted(desk: Desk, text: str) -> None:
    assert desk.said(f"{MET} {text}") == []


def test_a_sentence_with_a_cue_that_is_not_drafted_is_shown_as_unused(desk: Desk) -> None:
    briefing = desk.draft(f"{MET} The two sides agreed on a — in the words of an aide — modest first step.")
    assert [(each.cue, each.passage.start) for each in briefing.unused] == [("agreed on", "The two")]


def test_of_an_undated_meeting_only_what_is_long_past_is_left_out(desk: Desk) -> None:
    text = "Kenya and Uganda held talks in Nairobi. In {}, the two sides agreed to open a depot."
    assert desk.said(text.format("March 2025")) == []
    assert desk.said(text.format("September 2026")) == [("agreed", BOTH, "Open a depot")]


# ----------------------------------------------------------------------------------------- several at once


def test_two_infinitives_are_two_agreements_and_two_nouns_are_one(desk: Desk) -> None:
    assert desk.said(f"{MET} They agreed to open a depot and to clear mines.") == [
        ("agreed", BOTH, "Open a depot"),
        ("agreed", BOTH, "Clear mines"),
    ]
    assert desk.said(f"{MET} They agreed to clear mines and wrecks.") == [
        ("agreed", BOTH, "Clear mines and wrecks")
    ]


def test_points_under_a_lead_in_are_an_agreement_each(desk: Desk) -> None:
    said = desk.said(
        MET, "The two sides agreed to:", "• open a depot;", "• clear mines in the lake; and", "• meet."
    )
    assert said == [
        ("agreed", BOTH, "Open a depot"),
        ("agreed", BOTH, "Clear mines in the lake"),
        ("agreed", BOTH, "Meet"),
    ]  # fmt: skip


def test_points_that_somebody_is_told_to_do_name_who_is_told(desk: Desk) -> None:
    said = desk.said(MET, "The ministers directed their staffs to:", "• draft rules;", "• count the boats.")
    assert [(kind, text) for kind, _, text in said] == [
        ("agreed", "Their staffs to draft rules"),
        ("agreed", "Their staffs to count the boats"),
    ]


def test_what_is_said_twice_is_drafted_once_with_both_passages(desk: Desk) -> None:
    briefing = desk.draft(
        f"{MET} The two sides agreed to open a fuel depot near Mombasa.",
        "They agreed to open a fuel depot near Mombasa before winter.",
    )
    (agreement,) = briefing.agreements
    assert agreement.statement == "Open a fuel depot near Mombasa before winter"
    assert sorted(each.paragraph for each in agreement.evidence) == [1, 2]


# ------------------------------------------------------------------------------------------ fronted, papers


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Kenya will buy six boats, the two sides agreed.", ["Kenya will buy six boats"]),
        ("Kenya is to buy six boats, the two sides agreed at the end.", ["Kenya is to buy six boats"]),
        ("Kenya will buy boats, and Uganda will train crews, according to the joint declaration.",
         ["Kenya will buy boats", "Uganda will train crews"]),
        ("Kenya will buy six boats, the declaration says.", ["Kenya will buy six boats"]),
        ("Kenya will buy six boats if it can, according to the joint declaration.", []),
        ("Kenya will not buy boats, according to the joint declaration.", []),
        ("Kenya likes boats, according to the joint declaration.", []),
        ("Under the arrangement, crews will rotate in May.", ["Crews will rotate in May"]),
        ("Under the ToR, crews are to rotate every six months.", ["Crews are to rotate every six months"]),
        ("Under the 2019 arrangement, crews will rotate every six months.", []),
        ("Under the arrangement, crews may rotate every six months.", []),
        ("Under the arrangement.", []),
        ("Under the scorching sun, crews will rotate every six months.", []),
    ],
)  # fmt: skip
def test_decisions_that_stand_before_the_verb_or_in_a_paper(
    desk: Desk, text: str, statements: list[str]
) -> None:
    assert desk.said(f"{MET} {text}") == [("agreed", BOTH, each) for each in statements]


# ------------------------------------------------------------------------------------------- whose it is


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Uganda thanked Kenya. The delegation pledged to open a depot.", "UG"),
        ("The Ugandan side pledged to open a depot.", "UG"),
        ("Kampala pledged to open a depot.", "UG"),
        ("The two sides pledged to open a depot.", BOTH),
        ("The communique pledged to open a depot.", BOTH),
        ("The ministry pledged to open a depot.", "KE"),
        ("The commissioner pledged to open a depot.", "KE"),
    ],
)
def test_who_stands_for_a_party(desk: Desk, text: str, parties: str) -> None:
    said = desk.said(f"{MET} {text}", dateline="Nairobi")
    assert [each[1] for each in said if each[2] == "Open a depot"] == [parties]


def test_three_of_four_countries_are_those_named_before(desk: Desk) -> None:
    said = desk.said(
        "The foreign ministers of Kenya, Uganda, Rwanda and Burundi met in Nairobi on Thursday. Kenya, "
        "Uganda and Rwanda agreed to open a depot. The three countries pledged to build a pier. They "
        "agreed to clear mines."
    )
    assert [each[1] for each in said] == ["KE UG RW", "KE UG RW", "KE UG RW BI"]


def test_an_excellency_is_the_person_who_was_called_so(desk: Desk) -> None:
    pledge = "Her Excellency pledged to open a depot."
    named = "Kenya was represented by Her Excellency Jane Mwangi, Minister of Defence of Kenya."
    assert desk.said(f"{MET} {named} {pledge}") == [("pledged", "KE", "Open a depot")]
    assert desk.said(f"{MET} {pledge}") == []


def test_an_office_is_the_side_of_who_holds_it(desk: Desk) -> None:
    people = (
        "Ugandan Defence Minister Amara Okello met Kenyan Navy Commander Jonah Mwangi in Nairobi on Thursday."
    )
    said = desk.said(f"{people} The commander pledged to open a depot.")
    assert said == [("pledged", "KE", "Open a depot")]


def test_a_guest_can_pledge_but_does_not_agree(desk: Desk) -> None:
    came = "Tanzanian Defence Minister Neema Mushi attended as an observer."
    said = desk.said(f"{MET} {came} Tanzania pledged to send medics. Tanzania welcomed the pact.")
    assert said == [("pledged", "TZ", "Send medics")]


def test_a_gift_counts_in_a_text_of_the_sides_and_not_in_a_newspaper(desk: Desk) -> None:
    text = f"{MET} Kenya will provide six boats to Uganda."
    assert desk.said(text, publisher="Ministry of Defence") == [
        ("pledged", "KE", "Provide six boats to Uganda")
    ]
    assert desk.said(text, publisher="The Lake Post") == []


def test_a_spokesman_who_says_we_commits_nobody(desk: Desk) -> None:
    spokesman = "“We agreed to open a depot”, Kenyan foreign ministry spokesman Tom Otieno told reporters."
    assert desk.said(MET, spokesman) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides agreed to hold two drills in 2027, one of them at sea.",
         [("agreed", "", "Hold two drills in 2027, one of them at sea")]),
        ("Both sides pledged to clear mines. They also decided that a panel will meet every year.",
         [("pledged", "", "Clear mines"), ("agreed", "", "A panel will meet every year")]),
        ("The sides reaffirmed their commitment to peace.", [("reaffirmed", "", "Commitment to peace")]),
        ("The two sides agreed to hold a drill. Officials said that they agreed to pay more.",
         [("agreed", "", "Hold a drill")]),
        ("They agreed to clear mines.", []),
        ("Some agreed to clear mines. A fund was agreed on. Deputies agreed to wait.", []),
        ("Three sides agreed to clear mines. Both agreed to wait.", []),
    ],
)  # fmt: skip
def test_what_two_sides_agree_stands_without_parties_where_nobody_names_them(
    desk: Desk, text: str, expected: list[tuple[str, str, str]]
) -> None:
    met = "The two ministers held talks in Nairobi on Thursday."
    assert desk.held(met, text).parties == ()
    assert desk.said(met, text) == expected


def test_the_bottom_line_tells_of_two_sides_that_nobody_names(desk: Desk) -> None:
    draft = desk.draft("The two ministers held talks on Thursday.", "The two sides agreed to clear mines.")
    assert draft.bottom_line.text == "The two sides agreed to clear mines."
    assert [each.parties for each in draft.agreements] == [()]
