"""The approach, the date of the transfer, its conditions and findings."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.opcon import OpconDraft, opcon_of
from briefing_app.drafting.proofs import passages_of
from briefing_app.drafting.reading import Reading, read
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon

ANCHOR = date(2026, 9, 18)


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _reading(*paragraphs: str) -> Reading:
    return read(Article(paragraphs=paragraphs), _lexicon(), ANCHOR)


def _opcon(*paragraphs: str) -> OpconDraft | None:
    return opcon_of(_reading(*paragraphs))


# ------------------------------------------------------------------------------------- nothing at all


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Lusaka and spoke about fishing.",
        "The OPCON transfer was not discussed.",
        "The conditions-based OPCON transition was also on the agenda.",
        "The ministers did not touch on the conditions-based OPCON transition; it was not raised.",
        "Talks on the OPCON transfer were held in Seoul on Wednesday.",
        "Both sides pledged to accelerate the transition of OPCON.",
        "The frigate's initial operational capability (IOC) was declared in 2023.",
        "The Islands Olympic Committee (IOC) was verified in 2019. OPCON was not raised.",
        "The transfer of missile technology by 2030 was denied by both.",
    ],
)
def test_an_article_that_says_nothing_of_the_transfer_has_no_panel(text: str) -> None:
    assert _opcon(text) is None


def test_stages_of_a_command_are_enough_for_a_panel() -> None:
    found = _opcon("The full operational capability of the joint headquarters was verified in May.")
    assert found is not None
    assert found.tracks[0].stages[0].state == "verified"


# ------------------------------------------------------------------------------------- the approach


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They reviewed the conditions-based transition of OPCON.", "conditions-based"),
        ("They follow a condition-based approach to the OPCON transfer.", "condition-based"),
        ("The OPCON transfer is based on conditions, not on a calendar.", "based on conditions"),
        ("OPCON returns under a time-based road map.", "time-based"),
        ("OPCON is at stake.  Their conditions-based plan stands.", "conditions-based"),
        ("They moved from a time-based to a conditions-based transfer of OPCON.", "conditions-based"),
        ("They want a date, instead of a conditions-based transfer of OPCON.", None),
        ("OPCON is at stake. The sides spoke of conditions-based aid.", None),
        ("OPCON is at stake. Their aid is conditions-based", None),
    ],
)
def test_the_approach_is_as_printed(text: str, expected: str | None) -> None:
    found = _opcon(text)
    assert (found.approach.text if found and found.approach else None) == expected


# ------------------------------------------------------------------------------------- the date


TRANSFERS = [
    ("The two sides agreed to complete the transfer of OPCON by 2030.", None, "[..2030]"),
    (
        (
            "The transfer of wartime operational control was first planned for "
            "2012, but was postponed to 2015."
        ),
        "2012",
        "2015",
    ),
    ("The handover of operational control, first set for 2024, has slipped to 2027.", "2024", "2027"),
    ("The transfer of OPCON was postponed from 2027 to 2029.", "2027", "2029"),
    (
        ("The transfer, which was scheduled for December 2015, was put off because of OPCON costs."),
        "2015-12",
        None,
    ),
    ("The OPCON transfer was due in 2015.", "2015", None),
    (
        ("The OPCON transfer was to be completed in 2015. The OPCON transfer will be completed in 2030."),
        "2015",
        "2030",
    ),
    (
        (
            "OPCON will be transferred to Seoul in December 2028. The transfer "
            "will be completed in December 2028."
        ),
        None,
        "2028-12",
    ),
    ("OPCON will be transferred in 2028. The transfer will be completed in 2029.", None, "2028"),
    ("OPCON will be transferred in 2028. The transfer was moved from 2027 to 2028.", "2027", "2028"),
    ("Seoul set 2028 as the target year for the OPCON transfer.", None, "2028"),
    (
        "The transfer of OPCON was due in 2012. By what they endorsed on Monday it is to take place by 2029.",
        "2012",
        "[..2029]",
    ),
    ("The OPCON transfer was once due in 2012. It was said to be far.", "2012", None),
    ("The target year for the transfer of operational control is 2029.", None, "2029"),
    ("They have a target of December 2029 for the OPCON transfer.", None, "2029-12"),
    ("The OPCON transition is on track for 2028.", None, "2028"),
    (
        ("The allies will hand over operational control to the new headquarters on 1 March 2027."),
        None,
        "2027-03-01",
    ),
    (
        (
            "The handover of operational control of the mission from France to "
            "Senegal took place on September 1."
        ),
        None,
        "2026-09-01",
    ),
    ("The transfer of OPCON, originally scheduled for 2025, is now expected in 2028.", "2025", "2028"),
]


@pytest.mark.parametrize(("text", "due", "when"), TRANSFERS)
def test_the_date_of_the_transfer(text: str, due: str | None, when: str | None) -> None:
    found = _opcon(text)
    assert found is not None
    assert found.transfer is not None
    assert (found.transfer.due.edtf if found.transfer.due else None) == due
    assert (found.transfer.when.edtf if found.transfer.when else None) == when


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            ("The government aims to retake OPCON within the term of President Arkwyne."),
            "within the term of President Arkwyne",
        ),
        ("The cabinet pledged to regain OPCON before its term ends in 2030.", "before its term ends"),
        (
            ("The allies agreed to complete the OPCON transfer during the current government's term."),
            "during the current government's term",
        ),
    ],
)
def test_a_term_is_a_time_without_a_date(text: str, phrase: str) -> None:
    found = _opcon(text)
    assert found is not None
    assert found.transfer is not None
    assert found.transfer.when is not None
    assert (found.transfer.when.phrase, found.transfer.when.edtf) == (phrase, None)


@pytest.mark.parametrize(
    "text",
    [
        "The two governments had not set a target year for the OPCON transfer, be it 2030 or 2032.",
        "The change could delay the transfer of OPCON past 2030.",
        "If conditions are met, the transfer of OPCON will be completed in 2028.",
        "The allies agreed in 2014 to a new OPCON transition, replacing the deadline of 2015.",
        (
            "Veldania transferred operational control of its troops to Korvath in "
            "1950 and regained peacetime operational "
            "control in 1994."
        ),
        "The road map for the transfer of OPCON will be signed in November.",
        "No target year for the OPCON transfer has been set.",
        "The target of the OPCON transfer is readiness.",
        "The OPCON transfer by term, the government said, is in doubt.",
        "The OPCON target year is a secret of the first term.",
    ],
)
def test_no_date_where_it_is_denied_open_long_ago_or_of_something_else(text: str) -> None:
    found = _opcon(text)
    assert found is None or found.transfer is None


# ------------------------------------------------------------------------------------- the conditions


def _conditions(*paragraphs: str) -> list[tuple[int | None, str, str | None]]:
    found = _opcon(*paragraphs)
    return [(each.number, each.text, each.state) for each in found.conditions] if found else []


def test_conditions_that_are_counted() -> None:
    assert _conditions(
        "The OPCON transfer rests on conditions. The first condition, that "
        "Veldania can lead the force, has been met. "
        "Work on the second, a shared shield against missiles, goes on. The "
        "third is a security situation that favours "
        "an orderly transfer. The last condition (a common budget line) will be met by May."
    ) == [
        (1, "Veldania can lead the force", "met"),
        (2, "A shared shield against missiles", "in-progress"),
        (3, "A security situation that favours an orderly transfer", None),
        (None, "A common budget line", None),
    ]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("{} has been met, according to the joint statement.", "met"),
        ("{} has been met according to the joint statement.", "met"),
        ("According to the joint statement, {} has been fulfilled.", "met"),
        ("{} has, according to the ministry, been met.", "met"),
        ("{} was met in May, the ministry said.", "met"),
        ("{} has not been met, according to the joint statement.", None),
        ("{} has, according to the ministry, been met, but only for the navy.", None),
        ("{} has been met, though in part.", None),
        ("{} has been met, according to the ministry, but has to be looked at again.", None),
        ("{} has to be met, according to the ministry.", None),
    ],
)
def test_a_condition_is_met_whoever_says_so(told: str, state: str | None) -> None:
    first = "The first condition, that Norway can lead the force,"
    (made,) = _conditions("The OPCON transfer rests on conditions.", told.format(first))
    assert made == (1, "Norway can lead the force", state)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The OPCON transfer rests on three conditions: an ability to lead; its "
                "means against missiles; and a stable "
                "region."
            ),
            ["An ability to lead", "Its means against missiles", "A stable region"],
        ),
        (
            (
                "The OPCON transfer is to follow when three conditions are met: an "
                "ability to lead, means against missiles "
                "and a stable region."
            ),
            ["An ability to lead", "Means against missiles", "A stable region"],
        ),
        (
            (
                "The conditions for the OPCON transfer are (1) an ability to lead, (2) "
                "means against missiles, and (3) a "
                "stable region."
            ),
            ["An ability to lead", "Means against missiles", "A stable region"],
        ),
        (
            (
                "The OPCON handover rests on a conditions-based plan with two "
                "yardsticks: that it can lead, that it can stay."
            ),
            ["It can lead", "It can stay"],
        ),
        ("The three conditions of the OPCON transfer: an ability to lead, and means against missiles.", []),
        ("The OPCON transfer has conditions.", []),
        ("The OPCON transfer has no conditions: means, money, and men.", []),
        ("The conditions of the OPCON transfer have been said to include means, money, and men.", []),
        ("The condition of the OPCON transfer: means, money.", []),
        ("The OPCON transfer has conditions: , and.", []),
        ("The first visit concerned the OPCON transfer and its conditions.", []),
        ("The first condition of the OPCON transfer was named.", []),
        ("The first condition of OPCON. The second condition", []),
        ("The first condition, men, has been met for the OPCON transfer.", []),
    ],
)
def test_conditions_in_a_list(text: str, expected: list[str]) -> None:
    assert [text for _, text, _ in _conditions(text, "OPCON moves in a conditions-based way.")] == expected


def test_conditions_of_something_else_are_none() -> None:
    assert (
        _conditions(
            "The conditions-based OPCON transfer goes on.",
            "It was a good day.",
            "Loans have two conditions: a bank, and a pledge.",
        )
        == []
    )


# ------------------------------------------------------------------------------------- the findings


def _findings(*paragraphs: str) -> list[str]:
    found = _opcon(*paragraphs)
    return [each.text for each in found.findings] if found else []


def test_what_a_stage_is_called_and_which_way_control_passes_are_findings() -> None:
    assert _findings(
        (
            "The conditions-based transition of wartime operational control "
            "(OPCON) of Veldanian troops from Korea to Japan "
            "goes on. The transfer of OPCON from Korea to Japan is slow."
        ),
        (
            "The FOC test, a crucial step for the transition, was held in May. FMC "
            "is the last of three stages; it follows."
        ),
    ) == [
        "The FOC test is a crucial step for the transition",
        "FMC is the last of three stages",
        "Transition of wartime operational control (OPCON) of Veldanian troops from Korea to Japan",
    ]


def test_a_direction_may_lead_from_and_to_places_that_no_table_knows() -> None:
    assert _findings(
        "IOC was verified in 2019. The transfer of OPCON from Sarn to the Ilmarra Pact is slow."
    ) == ["Transfer of OPCON from Sarn to the Ilmarra Pact"]


def test_a_definition_may_break_off_at_its_comma() -> None:
    said = "The test is the second of three steps in the transition of operational control"
    assert _findings(f"The FOC test was held in May. {said},") == [said]


def test_a_definition_that_says_the_direction_needs_no_second_finding() -> None:
    assert _findings(
        "The FOC test was held in May. The test is the second of three steps "
        "in the transition of operational control "
        "from Korea to Japan"
    ) == [
        "The test is the second of three steps in the transition of operational control from Korea to Japan"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "IOC was verified in 2019. The transition of OPCON from Korea to Japan was on the agenda.",
        "IOC was verified in 2019. The transition of OPCON from Korea to peace is slow.",
        "IOC was verified in 2019. The transition of OPCON, from Korea to Japan, is slow.",
        "IOC was verified in 2019. The transition of OPCON from",
        "IOC was verified in 2019. The transition of OPCON from Korea",
        "IOC was verified in 2019. The transition of OPCON away from here is slow, they say, and hard.",
    ],
)
def test_no_direction_where_none_is_told(text: str) -> None:
    assert _findings(text) == []


@pytest.mark.parametrize("text", [text for text, _, _ in TRANSFERS])
def test_the_date_is_proved_by_words_of_the_article(text: str) -> None:
    reading = _reading(text)
    found = opcon_of(reading)
    assert found is not None
    assert found.transfer is not None
    assert passages_of(reading, found.transfer.proofs, "s1")
