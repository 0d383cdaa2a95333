"""Verbs of commitment: whose they are, what they commit to, and whether they are so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafting.desk import MET

if TYPE_CHECKING:
    from tests.drafting.desk import Desk


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya and Uganda agreed to open a depot.", "asserted"),
        ("Kenya and Uganda have agreed to open a depot.", "asserted"),
        ("The two sides did not agree to open a depot.", "denied"),
        ("The two sides haven’t agreed to open a depot.", "denied"),
        ("Kenya never agreed to open a depot.", "denied"),
        ("Kenya denied that it had agreed to open a depot.", "denied"),
        ("No side agreed to open a depot.", "denied"),
        ("The two sides would agree to open a depot.", "hypothetical"),
        ("If the two sides agreed to open a depot, work could begin.", "hypothetical"),
        ("Should the budget allow, the two sides agreed to open a depot.", "hypothetical"),
        ("Work begins only if they agreed on a price.", "hypothetical"),
        ("The two sides will agree to open a depot.", "expected"),
        ("The two sides had agreed to open a depot.", "past"),
        ("The ministry said that the two sides had agreed to open a depot.", "asserted"),
    ],
)
def test_a_clause_is_so_or_it_is_not(desk: Desk, text: str, status: str) -> None:
    found = [each for each in desk.reading(text).clauses if each.group.verb.lemma == "agree"]
    assert [each.group.status for each in found] == [status]


def test_a_participle_that_describes_is_no_verb(desk: Desk) -> None:
    (clause,) = desk.reading(
        "The two sides reaffirmed their support for its internationally recognised borders."
    ).clauses
    assert clause.group.verb.lemma == "reaffirm"


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("Uganda returned the boats, which Kenya pledged in May to repair.", True),
        ("The depot where Kenya pledged to store fuel lies in Mombasa.", True),
        ("At the meeting, at which Kenya pledged to store fuel, nobody smiled.", False),
        ("Kenya pledged to store fuel.", False),
        ("In May, when Kenya pledged to store fuel, it rained.", True),
        ("The plan that was agreed on last year has failed.", True),
        ("They met, and that was agreed on by all.", False),
    ],
)
def test_a_relative_clause_only_describes(desk: Desk, text: str, *, relative: bool) -> None:
    assert [each.relative for each in desk.reading(text).clauses] == [relative]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Kenya and Uganda agreed to open a depot.", "Kenya and Uganda"),
        ("Kenya (host) and Uganda agreed to open a depot.", "Kenya (host) and Uganda"),
        ("On Somalia, Kenya and Uganda agreed to send medics.", "Kenya and Uganda"),
        ("The chiefs of Kenya and Uganda, in a joint text, agreed to open a depot.",
         "The chiefs of Kenya and Uganda"),
        ("The ministers of the Republic of Korea (ROK) and Rwanda agreed to open a depot.",
         "The ministers of the Republic of Korea (ROK) and Rwanda"),
        ("Ministers in Nairobi agreed to open a depot.", "Ministers"),
    ],
)  # fmt: skip
def test_the_subject_is_who_agreed(desk: Desk, text: str, subject: str) -> None:
    clause = desk.clause(text)
    assert clause.subject is not None
    assert desk.reading(text).paragraph(1).said(clause.subject.first, clause.subject.end) == subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agreed on Tuesday to open a depot.", "to open a depot"),
        ("They agreed in Riga that a depot will open.", "that a depot will open"),
        ("They agreed, after long talks, to open a depot.", "to open a depot"),
        ("They agreed to open a depot, which will cost little.", "to open a depot"),
        ("They agreed to open a depot, the ministry said in a release.", "to open a depot"),
        ("They agreed to open a depot, as well as a pier.", "to open a depot, as well as a pier"),
        ("They agreed to open a depot also, the ministry said.", "to open a depot"),
        ("They agreed to open a depot, and jointly, the ministry said, in haste.", "to open a depot"),
        ("They agreed to open a depot — a first.", "to open a depot"),
        ("They agreed that the pact, which lapses in May, will be extended.",
         "that the pact, which lapses in May, will be extended"),
        ("They agreed to open a depot because the old one burnt.", "to open a depot"),
        ("They agreed to open a depot, although money is short.", "to open a depot"),
    ],
)  # fmt: skip
def test_the_object_is_as_tight_as_its_clause(desk: Desk, text: str, expected: str) -> None:
    reading = desk.reading(text)
    clause = next(each for each in reading.clauses if each.group.verb.lemma == "agree")
    assert reading.paragraph(1).said(clause.first, clause.end) == expected


def test_a_long_row_of_nationalities_is_one_subject(desk: Desk) -> None:
    clause = desk.clause(
        "The Kenyan, Ugandan, Rwandan, Burundian, Tanzanian, Somali and Ethiopian ministers agreed to meet."
    )
    assert clause.subject is not None
    assert clause.subject.codes[-6:] == ("UG", "RW", "BI", "TZ", "SO", "ET")


def test_verbs_of_one_subject_are_a_clause_each(desk: Desk) -> None:
    reading = desk.reading(
        "The Council approved the plan, directed the staff to act and endorsed the budget."
    )
    assert [each.group.verb.lemma for each in reading.clauses] == ["approve", "direct", "endorse"]
    assert len({each.subject for each in reading.clauses}) == 1


def test_a_verb_inside_the_object_of_another_is_part_of_it(desk: Desk) -> None:
    clause = desk.clause("The two sides agreed to review and discuss the plan.")
    assert clause.group.verb.lemma == "agree"


@pytest.mark.parametrize(
    "text",
    [
        "The money promised by Kenya has arrived.",
        "The agreed text is short.",
        "A joint pledge is not enough.",
        "The minister Agreed Osei spoke.",
        "The ministry's support is known.",
    ],
)
def test_a_word_that_is_no_verb_commits_nobody(desk: Desk, text: str) -> None:
    assert desk.reading(text).clauses == ()


def test_who_agreed_jointly_is_kept(desk: Desk) -> None:
    assert desk.clause("Kenya and Uganda jointly agreed to open a depot.").group.joint
    assert not desk.clause("Kenya and Uganda agreed to open a depot.").group.joint


def test_an_agreement_was_reached_is_a_passive(desk: Desk) -> None:
    clause = desk.clause("Agreement was reached on a depot.")
    assert clause.group.passive
    assert clause.subject is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "held in Nairobi on Thursday their second meeting, in which they agreed to open a road.",
            ["Open a road"],
        ),
        ("held a call on Thursday, during which they agreed to open a road.", ["Open a road"]),
        ("read in Nairobi on Thursday a letter in which they agreed to open a road.", []),
    ],
)
def test_what_was_agreed_in_the_meeting_is_no_mere_description(
    desk: Desk, text: str, expected: list[str]
) -> None:
    found = desk.said(MET, f"The ministers of Kenya and Uganda {text}")
    assert [statement for _, _, statement in found] == expected


@pytest.mark.parametrize(
    ("text", "name", "ordinal"),
    [
        ("the VII meeting of the Lake Committee", "VII meeting of the Lake Committee", 7),
        ("the fifth round of Kenyan-Ugandan consultations", "Fifth round of Kenyan-Ugandan consultations", 5),
        ("the third round of talks", "Third round of talks", 3),
    ],
)
def test_a_numbered_meeting_has_its_number(desk: Desk, text: str, name: str, ordinal: int) -> None:
    event = desk.draft(f"The ministers of Kenya and Uganda held on Thursday in Nairobi {text}.").event
    assert event is not None
    assert event.series is not None
    assert (event.name, event.series.ordinal) == (name, ordinal)
