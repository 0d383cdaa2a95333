"""What the article says of each person: name, office, side, and where they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.attendance import attendance_of
from briefing_app.drafting.paragraphs import paragraphs_of
from briefing_app.drafting.people import people_of
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing_app.drafting.attendance import Attendance
    from briefing_app.drafting.people import Person

LEXICON = load_lexicon()


def people(*texts: str, home: str | None = None) -> dict[str, Person]:
    found, _ = people_of(paragraphs_of(texts, LEXICON), LEXICON, home)
    return {person.name: person for person in found}


def attending(*texts: str, published: str | None = None, home: str | None = None) -> dict[str, Attendance]:
    paragraphs = paragraphs_of(texts, LEXICON)
    found, named = people_of(paragraphs, LEXICON, home)
    judged = attendance_of(found, named, paragraphs, LEXICON, (), published)
    return {found[one.person].name: one for one in judged}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Deputy Defense Minister Oh Tae-rin spoke.", "Oh Tae-rin", "Deputy Defense Minister"),
        (
            "Paul Arden, U.S. assistant secretary of defense for Indo-Pacific affairs, spoke.",
            "Paul Arden",
            "assistant secretary of defense for Indo-Pacific affairs",
        ),
        ("The Minister of Defence, Dr. Ana Prieto, spoke.", "Ana Prieto", "Minister of Defence"),
        ("Ivo Brandl, director of Plans, who spoke, left.", "Ivo Brandl", "director of Plans"),
        (
            "Hon. Ivo Brandl, Deputy Prime Minister, Minister of Justice of Austria, Eva Holm, spoke.",
            "Ivo Brandl",
            "Deputy Prime Minister",
        ),
        (
            "Ivo Brandl, Commissioner for Political Affairs, Peace, and Security, spoke.",
            "Ivo Brandl",
            "Commissioner for Political Affairs, Peace, and Security",
        ),
        (
            "Ivo Brandl, Chief of Defence Staff of Austria, spoke.",
            "Ivo Brandl",
            "Chief of Defence Staff of Austria",
        ),
        ("Secretary of Peace Ivo Sta. Cruz spoke.", "Ivo Sta. Cruz", "Secretary of Peace"),
        ("Liv Sandnes, Norway's chief polar scientist, spoke.", "Liv Sandnes", "chief polar scientist"),
        ("The foreign secretary, Ambassador Ivo Brandl, spoke.", "Ivo Brandl", "foreign secretary"),
        (
            "The chief negotiator, Vice Minister Ivo Brandl, spoke.",
            "Ivo Brandl",
            "chief negotiator, Vice Minister",
        ),
        ("Prime Ministers Ivo Brandl of Austria and Eva Holm of Sweden spoke.", "Eva Holm", "Prime Minister"),
        ("Lt. Gen. Ivo Brandl of Austria spoke.", "Ivo Brandl", "Lt. Gen."),
        ("Defence Secretaries Ivo Brandl and Eva Holm spoke.", "Eva Holm", "Defence Secretary"),
        (
            "Ivo Brandl, director of plans and head of mission, spoke.",
            "Ivo Brandl",
            "director of plans and head of mission",
        ),
        (
            "Ivo Brandl, deputy director for Arms Control, Space and Cyber, spoke.",
            "Ivo Brandl",
            "deputy director for Arms Control, Space and Cyber",
        ),
        ("Ivo Brandl, director of plans, and the minister spoke.", "Ivo Brandl", "director of plans"),
        ("Ivo Brandl, secretary of the office that closed, spoke.", "Ivo Brandl", "secretary of the office"),
        ("Ivo Brandl, minister of defence and General Eva Holm spoke.", "Ivo Brandl", "minister of defence"),
        ("Ivo Brandl, minister of defence and a friend, spoke.", "Ivo Brandl", "minister of defence"),
        (
            "Ivo Brandl, minister of defence and Foreign Minister Eva Holm spoke.",
            "Ivo Brandl",
            "minister of defence",
        ),
        ("Mr. Ivo Brandl, the old tall quiet small red fat round happy lad, spoke.", "Ivo Brandl", None),
        ("Ivo Brandl, director of, among others, plans, spoke.", "Ivo Brandl", "director"),
        ("Ivo Brandl, director of plans told them so.", "Ivo Brandl", "director of plans"),
        ("They met Ivo Brandl, director of plans", "Ivo Brandl", "director of plans"),
        (
            "Ivo Brandl, minister for water and rural land use planning matters, spoke.",
            "Ivo Brandl",
            "minister for water and rural land use planning matters",
        ),
        ("His Dutch counterpart, Piet Oost, the defence minister, spoke.", "Piet Oost", "defence minister"),
        ("They met officials and Danish Defence Minister Ivo Brandl.", "Ivo Brandl", "Defence Minister"),
        ("Mr. Ivo Brandl spoke. Minister Brandl left.", "Ivo Brandl", "Minister"),
        ("The minister was here, Ivo Brandl said.", "Ivo Brandl", None),
        ("The minister here, Ivo Brandl said.", "Ivo Brandl", None),
        ("Chiefs of staff Ivo Brandl and Eva Holm spoke.", "Eva Holm", "Chief of staff"),
    ],
)
def test_the_office_is_as_printed(text: str, name: str, role: str | None) -> None:
    assert people(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Defence Minister Gen Okabe spoke.", "Gen Okabe"),
        ("Minister Theresa May spoke.", "Theresa May"),
        ("Undersecretary Ma. Luz Ramos spoke.", "Ma. Luz Ramos"),
        ("Minister Jan Egelund spoke.", "Jan Egelund"),
        ("Minister T.J. Marlow spoke.", "T.J. Marlow"),
        ("Minister Ruy d'Ávila spoke.", "Ruy d'Ávila"),
        ("The minister, Col. (ret.) Abdul al-Said, spoke.", "Abdul al-Said"),
        ("General Raja Ram Prasai spoke.", "Raja Ram Prasai"),
        ("Raja Gopal Rao Menon, the minister, spoke.", "Gopal Rao Menon"),
        ("The Hon Declan Rourke MP, the minister, spoke.", "Declan Rourke"),
        ("Minister Ignacio Madrid spoke.", "Ignacio Madrid"),
        ("The visit by the Attorney General Kofi Larbi ended.", "Kofi Larbi"),
        ("Host Skald Rear Admiral Eva Holm spoke.", "Eva Holm"),
        ("Nobody heard Ivo Brandl, who chairs the panel.", "Ivo Brandl"),
    ],
)
def test_a_name_is_whole_and_without_titles(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister came from Siem Reap, where it rained.",
        "Exercise Karst Shield and Second Thomas Shoal, said the ministry.",
        "NATO said so. EASF KFOR said so.",
        "They saw the Rear Admiral",
        "The defence chiefs of North America met.",
        "J. said so, and van de told them.",
        "Minister",
        "A ship came from Norway",
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    assert not people(text)


def test_a_counterparts_office_is_that_of_the_other_side() -> None:
    found = people(
        "Japan's Foreign Minister Ken Mizu and Defence Minister Saya Hata hosted their Philippine "
        "counterparts, Ramon Villa and Isidro Maca.",
        "His Dutch counterpart, Piet Oost, spoke.",
    )
    assert (found["Ramon Villa"].role, found["Isidro Maca"].role) == ("foreign minister", "defence minister")
    assert found["Isidro Maca"].role_inferred
    assert found["Isidro Maca"].side == "PH"
    assert found["Piet Oost"].side == "NL"
    assert people("His Dutch counterpart, Piet Oost, spoke.")["Piet Oost"].role is None


def test_an_office_without_a_country_is_of_home() -> None:
    found = people("Defense Minister Oh Tae-rin met Mr. Paul Arden of the Quarry Institute.", home="KR")
    assert (found["Oh Tae-rin"].side, found["Oh Tae-rin"].side_inferred) == ("KR", True)
    assert found["Paul Arden"].side is None
    assert found["Paul Arden"].organisation == "Quarry Institute"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("NATO met. Ivo Brandl, the alliance's deputy secretary general, spoke.", "NATO"),
        ("Ivo Brandl, the bloc's secretary general, spoke.", None),
        ("Ivo Brandl, secretary general of the Quarry Forum, spoke.", None),
        ("They came from Chile. Ivo Brandl, chairman of the panel, spoke.", None),
        ("Norway sent its envoy, Ivo Brandl.", "NO"),
        ("Its envoy, Ivo Brandl, spoke.", None),
        ("She flew on to Seoul, where Minister Ivo Brandl met her.", "KR"),
        ("Ministers Ivo Brandl and Eva Holm spoke.", None),
        ("Peter Vance, an American, said so, as did Minister Ivo Brandl of Norway.", "NO"),
        ("Admiral Ivo Brandl of U.S. European Command spoke.", "US"),
        ("Eva Holm, the minister, led the Danish team, Ivo Brandl, deputy minister, that of Norway.", "NO"),
        ("Eva Holm met Ivo Brandl of Norway for the first time.", "NO"),
        ("They met Norway's Ivo Brandl", "NO"),
    ],
)
def test_a_side_is_read_from_what_stands_around(text: str, side: str | None) -> None:
    assert people(text)["Ivo Brandl"].side == side


def test_who_stands_in_acts_and_who_speaks_for_an_office_is_a_voice() -> None:
    found = people(
        "Acting Defence Minister Ivo Brandl spoke.",
        "Eva Holm, the under-secretary who sat in for her minister, spoke.",
        "Ministry spokesman Olle Brand spoke.",
        "Former minister Ada Quist spoke.",
    )
    assert found["Ivo Brandl"].acting
    assert found["Eva Holm"].acting
    assert not found["Olle Brand"].acting
    assert found["Olle Brand"].spokesperson
    assert found["Ada Quist"].outsider


def test_a_text_without_words_names_nobody() -> None:
    assert people() == {}
    assert people("") == {}


def test_later_mentions_are_the_same_person() -> None:
    paragraphs = paragraphs_of(
        [
            "Minister Ivo Brandl met Ms. Eva Holm.",
            "Brandl spoke. I. K. Brandl and Ivo Karl Brandl spoke to Holm.",
        ],
        LEXICON,
    )
    found, named = people_of(paragraphs, LEXICON, None)
    assert [person.name for person in found][:2] == ["Ivo Karl Brandl", "Eva Holm"]
    assert "Ivo Brandl" in found[0].other_names
    assert [name.person for name in named if name.paragraph == 2].count(1) == 1
    assert paragraphs[0].said(*found[1].introduced[1:]) == "Ms. Eva Holm"


def test_two_of_one_surname_are_told_apart_by_their_countries() -> None:
    found = people("Norwegian Minister Ivo Holm met Danish Minister Eva Holm.", "Danish Minister Holm spoke.")
    assert set(found) == {"Ivo Holm", "Eva Holm"}


def test_a_month_that_is_not_the_articles_is_another_meeting() -> None:
    text = ("Norway and Chile hold talks each year.", "Minister Ivo Brandl met Minister Eva Holm in March.")
    assert attending(*text, published="2027-05-02")["Ivo Brandl"].capacity == "mentioned"
    assert attending(*text, published="2027-03-09")["Ivo Brandl"].capacity == "head"
    assert attending(*text)["Ivo Brandl"].capacity == "head"


@pytest.mark.parametrize(
    ("texts", "rule"),
    [
        (("Talks were held.", "President Ivo Brandl met Minister Eva Holm of Chile."), "received-only"),
        (("Talks were held.", "Ivo Brandl, head of the Chilean delegation, said so."), "of-the-delegation"),
        (("Talks were held.", "Minister Ivo Brandl will open the fair."), "will-act"),
        (("Talks were held.", "Minister Ivo Brandl opened a fair."), "only-quoted"),
        (("Talks were held.", "Minister Ivo Brandl welcomed the deal."), "only-quoted"),
        (("Talks were held.", "The report of Minister Ivo Brandl lay there."), "no-act"),
        (("Talks were held.", "She spoke in place of Minister Ivo Brandl."), "absent"),
        (("Talks were held.", "He told Minister Ivo Brandl so."), "only-quoted"),
        (("Talks were held.", '"No," said Minister Ivo Brandl.'), "only-quoted"),
        (("Talks were held.", "Minister Ivo Brandl had been due to attend."), "no-act"),
        (("Talks were held.", "Minister Ivo Brandl was on leave."), "absent"),
        (
            ("Talks were held.", "Minister Ivo Brandl returned from Doha, where he met Minister Eva Holm."),
            "met",
        ),
        (
            (
                "Talks were held on Monday.",
                "A.",
                "B.",
                "On Friday, Minister Ivo Brandl met Minister Eva Holm.",
            ),
            "no-act",
        ),
        (("Talks were held.", "Minister Ivo Brandl told the session so."), "attended"),
        (("Talks were held.", "Present were Minister Ivo Brandl and others."), "listed"),
        (("Talks were held.", "Participants will be:", "- Minister Ivo Brandl;"), "no-act"),
        (("Talks were held.", "Participants:", "- Minister Ivo Brandl;"), "listed"),
        (("Talks were held.", "The agenda:", "- Minister Ivo Brandl;"), "no-act"),
        (("Talks were held.", "A talk that will be attended by Minister Ivo Brandl."), "will-act"),
    ],
)
def test_the_rule_that_decided_is_told(texts: tuple[str, ...], rule: str) -> None:
    assert attending(*texts)["Ivo Brandl"].rule == rule


def test_a_meeting_with_somebody_of_no_party_is_another_one() -> None:
    texts = [
        "Norway and Chile agreed on it.",
        "A.",
        "B.",
        "Norwegian Minister Ivo Brandl met Danish Minister Eva Holm.",
    ]
    paragraphs = paragraphs_of(texts, LEXICON)
    found, named = people_of(paragraphs, LEXICON, None)
    judged = attendance_of(found, named, paragraphs, LEXICON, ("NO", "CL"), None)
    assert {one.capacity for one in judged} == {"mentioned"}
    judged = attendance_of(found, named, paragraphs, LEXICON, ("NO", "DK"), None)
    assert {one.capacity for one in judged} == {"head"}
