from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.model import outline
from briefing_app.model.briefing import Briefing
from briefing_app.model.meetings import date_passed
from briefing_app.model.source_words import publisher, rating_words, reading_words, source_line, source_name
from briefing_app.model.sources import UNSTATED

if TYPE_CHECKING:
    from collections.abc import Callable


def read(data: dict[str, Any]) -> Briefing:
    return Briefing.model_validate(data)


def test_agreements_stand_by_falling_weight_without_the_rejected(data: dict[str, Any], new_item: Any) -> None:
    more = [new_item(f"a{n}", statement="x", kind=kind) for n, kind in enumerate(("discussed", "agreed"), 3)]
    data["agreements"] += more
    data["status"] = "draft"
    data["agreements"][1]["review"]["state"] = "rejected"
    found = outline.groups(read(data))
    assert [(kind, [each.id for each in group]) for kind, group in found] == [
        ("agreed", ["a1", "a4"]),
        ("discussed", ["a3"]),
    ]


def test_people(data: dict[str, Any], new_item: Any) -> None:
    for n, (capacity, side) in enumerate(
        [
            ("observer", "NATO"),
            ("member", "OSTROVA"),
            ("mentioned", "OSTROVA"),
            ("head", "OSTROVA"),
            ("head", None),
        ],
        2,
    ):
        person = new_item(f"p{n}", name=f"Person {n}", capacity=capacity)
        if side:
            person["side"] = side
        data["participants"].append(person)
    briefing = read(data)
    assert [each.id for each in outline.attending(briefing)] == ["p1", "p5", "p6", "p3", "p2"]
    assert [each.id for each in outline.mentioned(briefing)] == ["p4"]
    counts = [(each.side, each.people) for each in outline.side_counts(briefing)]
    assert counts == [("VELDANIA", 1), ("OSTROVA", 2), ("", 1)]


def meeting(new_item: Any, name: str, certainty: str = "expected", **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = new_item(name, title=name, certainty=certainty, **more)
    return made


def test_ahead_is_judged_against_the_day_of_the_facts(data: dict[str, Any], new_item: Any) -> None:
    def when(edtf: str) -> dict[str, str]:
        return {"edtf": edtf, "phrase": "then"}

    data["meetings"] = [
        meeting(new_item, "later", when=when("2024-41")),
        meeting(new_item, "no-date"),
        meeting(new_item, "words-only", when={"phrase": "in the near future"}),
        meeting(new_item, "this-month", when=when("2024-05")),
        meeting(new_item, "over", when=when("2024-05-16")),
        meeting(new_item, "under-way", when=when("2024-05-01/2024-05-30")),
        meeting(new_item, "denied", "none", when=when("2024-06")),
        meeting(new_item, "held", outcome={"state": "held"}),
        meeting(new_item, "cancelled", when=when("2024-06"), outcome={"state": "cancelled"}),
        meeting(new_item, "moved", when=when("2024-04"), outcome={"state": "moved", "when": when("2024-07")}),
        meeting(new_item, "unknown", when=when("2024-06"), outcome={"state": "unknown"}),
    ]
    briefing = read(data)
    ahead = [each.id for each in outline.ahead(briefing)]
    assert ahead == ["this-month", "unknown", "later", "moved", "no-date", "words-only"]
    others = [each.id for each in outline.other_meetings(briefing)]
    assert others == ["denied", "cancelled", "over", "under-way", "held"]  # the newest first
    assert outline.others_heading(briefing) == "Earlier and cancelled meetings"
    data["meetings"] = [
        meeting(new_item, "undated", outcome={"state": "held"}),
        meeting(new_item, "long-ago", "none", when=when("2023")),
        meeting(new_item, "by", when=when("[..2024-01]"), outcome={"state": "held"}),
    ]
    briefing = read(data)
    assert [each.id for each in outline.other_meetings(briefing)] == ["by", "long-ago", "undated"]
    assert outline.others_heading(briefing) == "Earlier meetings"


def test_today_adds_only_that_a_date_passed(data: dict[str, Any]) -> None:
    planned = read(data).meetings[0]
    assert not date_passed(planned, date(2024, 6, 30))
    assert date_passed(planned, date(2024, 7, 1))
    for state in ("held", "moved", "cancelled"):
        data["meetings"][0]["outcome"] = {"state": state}
        assert not date_passed(read(data).meetings[0], date(2024, 7, 1))
    data["meetings"][0]["outcome"] = {"state": "unknown"}
    assert date_passed(read(data).meetings[0], date(2024, 7, 1))


@pytest.mark.parametrize(
    ("edtf", "last"),
    [
        ("2024-06-03", "2024-06-03"),
        ("2024-06-03/2024-06-05", "2024-06-05"),
        ("2024-05/2024-06", "2024-06-30"),
        ("2024-06-0X", "2024-06-09"),
        ("2024-21", "2024-05-31"),
        ("2024-40", "2024-06-30"),
        ("2024~", "2024-12-31"),
        ("[2024-06..2024-07]", "2024-07-31"),
        ("[2024-06,2024-09]", "2024-09-30"),
        ("[..2024-06]", "2024-06-30"),
        ("../2024-06-30", "2024-06-30"),
        ("[2024-06..]", ""),
        ("2024-01-15/..", ""),
    ],
)
def test_a_date_has_passed_after_its_last_possible_day(data: dict[str, Any], edtf: str, last: str) -> None:
    data["meetings"][0]["when"] = {"edtf": edtf, "phrase": "then"}
    found = read(data).meetings[0]
    if last:
        day = date.fromisoformat(last)
        assert not date_passed(found, day)
        assert date_passed(found, day + timedelta(days=1))
    else:
        assert not date_passed(found, date(2099, 1, 1))


def test_the_old_date_of_a_meeting_that_moved_is_said_to_be_old(data: dict[str, Any]) -> None:
    data["meetings"][0]["outcome"] = {"state": "moved"}
    assert outline.meeting_parts(read(data).meetings[0])[0].text == "was “in June”"


def test_a_reading_names_its_publishers_once(data: dict[str, Any], new_item: Any) -> None:
    proof = new_item("x")["evidence"][0]
    readings = [{"value": "Three", "evidence": [proof, proof]}, {"value": "Two", "evidence": [proof]}]
    data["differences"] = [{**new_item("d1", about="How many", readings=readings), "evidence": []}]
    briefing = read(data)
    told = [reading_words(briefing, each) for each in briefing.differences[0].readings]
    publisher = briefing.sources[0].publisher
    assert told == [f"{publisher}: Three", f"{publisher}: Two"]
    lost = briefing.model_copy(update={"sources": ()})
    assert reading_words(lost, briefing.differences[0].readings[0]) == "Three"


def test_an_admiralty_code_in_words() -> None:
    assert rating_words("B2") == "Admiralty code B2: source usually reliable; information probably true"
    words = {rating_words(letter + figure) for letter in "ABCDEF" for figure in "123456"}
    assert len(words) == 36


def test_marks_name_each_paragraph_once_and_the_source_where_there_are_several(data: dict[str, Any]) -> None:
    data["agreements"][0]["evidence"] *= 2
    briefing = read(data)
    assert [each.text for each in outline.marks(briefing, briefing.agreements[0])] == ["¶1"]
    data["sources"].append({**data["sources"][0], "id": "s2"})
    briefing = read(data)
    assert [each.text for each in outline.marks(briefing, briefing.agreements[0])] == ["1\u00a0¶1"]


def test_the_proof_of_differences_and_outcomes(data: dict[str, Any], new_item: Any) -> None:
    first, third = new_item("x")["evidence"], new_item("x", 3, "The initial test")["evidence"]
    data["meetings"][0]["outcome"] = {"state": "unknown", "evidence": third}
    readings = [{"value": "one", "evidence": first}, {"value": "two", "evidence": third}]
    data["differences"] = [
        {"id": "d1", "about": "Number", "readings": readings, "review": {"state": "accepted"}}
    ]
    briefing = read(data)
    assert [each.paragraph for each in outline.proof(briefing.differences[0])] == [1, 3]
    assert [each.paragraph for each in outline.proof(briefing.meetings[0])] == [2, 3]
    assert outline.cited(briefing, briefing.sources[0]) == {1, 2, 3}


def test_chips_stand_before_pledges_and_unusual_parties(
    data: dict[str, Any], make: Callable[..., Briefing]
) -> None:
    data["agreements"][0]["parties"] = ["OSTROVA", "VELDANIA"]
    briefing = read(data)
    assert outline.chips(briefing, briefing.agreements[0]) == ()
    assert outline.chips(briefing, briefing.agreements[1]) == ("OSTROVA",)
    without = make(event=None)
    assert outline.chips(without, without.agreements[0]) == ("VELDANIA", "OSTROVA")
    assert outline.party_name(briefing, "OSTROVA") == "Ostrova"
    assert outline.party_name(briefing, "KR") == "South Korea"
    assert outline.party_name(briefing, "NATO") == "NATO"


def test_an_abbreviation_is_spelled_out_in_the_glossarys_words_first(data: dict[str, Any]) -> None:
    data["glossary"] = [{"abbreviation": "FOC", "expansion": "Full Operating Capacity"}]
    briefing = read(data)
    assert outline.expansion(briefing, "FOC") == "Full Operating Capacity"
    assert outline.expansion(briefing, "FMC") == "Full Mission Capability"
    assert outline.expansion(briefing, "OPCON") == "operational control"
    assert outline.expansion(briefing, "KIDD") == ""


def test_review_line(data: dict[str, Any]) -> None:
    assert outline.review_line(read(data)) == "8 of 8 reviewed"
    data["status"] = "draft"
    data["gaps"][0]["review"]["state"] = "drafted"
    assert outline.review_line(read(data)) == "7 of 8 reviewed"
    data["gaps"][0]["review"]["state"] = "rejected"
    assert outline.review_line(read(data)) == "7 of 7 reviewed"


def test_kicker(data: dict[str, Any], make: Callable[..., Briefing]) -> None:
    assert outline.kicker(read(data)) == ("Talks", "16–17\u00a0May 2024 · Port Ansel")
    data["event"] = {**data["event"], "mode": "video", "place": None, "category": None}
    del data["event"]["place"], data["event"]["category"]
    assert outline.kicker(read(data)) == ("Meeting", "16–17\u00a0May 2024 · by video")
    assert outline.kicker(make(event=None)) == ("Briefing", "")


def test_the_parts_of_a_meeting_keep_the_words_of_the_source(data: dict[str, Any]) -> None:
    data["meetings"][0] |= {"mode": "video", "alongside": "the Harbour Fair"}
    briefing = read(data)
    parts = outline.meeting_parts(briefing.meetings[0])
    assert [part.text for part in parts] == [
        "in June",
        "Port Ansel",
        "by video",
        "alongside the Harbour Fair",
    ]
    assert not any(part.inferred for part in parts)
    data["meetings"][0]["inferred"] = ["place", "alongside"]
    inferred = [part.text for part in outline.meeting_parts(read(data).meetings[0]) if part.inferred]
    assert inferred == ["Port Ansel", "alongside the Harbour Fair"]
    del data["meetings"][0]["inferred"]
    del data["meetings"][0]["when"]
    briefing = read(data)
    assert outline.meeting_parts(briefing.meetings[0])[0] == ("no date given", False)
    assert outline.date_text(briefing.meetings[0].when) == "no date given"


@pytest.mark.parametrize(
    ("certainty", "outcome", "word"),
    [
        ("none", None, "Cancelled or denied"),
        ("expected", None, ""),
        ("expected", {"state": "held"}, "Held"),
        ("none", {"state": "cancelled"}, "Cancelled"),
        ("expected", {"state": "unknown"}, "Outcome unknown"),
        ("expected", {"state": "moved"}, "Moved"),
        ("expected", {"state": "moved", "when": {"edtf": "2024-07", "phrase": "July"}}, "Moved to July 2024"),
        ("expected", {"state": "moved", "when": {"phrase": "soon"}}, "Moved to “soon”"),
    ],
)
def test_outcome_word(data: dict[str, Any], certainty: str, outcome: Any, word: str) -> None:
    data["meetings"][0]["certainty"] = certainty
    if outcome:
        data["meetings"][0]["outcome"] = outcome
    assert outline.outcome_word(read(data).meetings[0]) == word


def test_the_strictest_marking(data: dict[str, Any], make: Callable[..., Briefing]) -> None:
    assert outline.strictest(make()) is None
    data["agreements"][0]["marking"] = {"scheme": "custom", "label": "Desk only"}
    found = outline.strictest(read(data))
    assert found
    assert found.label == "Desk only"
    data["marking"] = {"scheme": "TLP", "label": "TLP:GREEN"}
    data["agreements"][1]["marking"] = {"scheme": "TLP", "label": "TLP:AMBER"}
    found = outline.strictest(read(data))
    assert found
    assert found.label == "TLP:AMBER"


def test_words_and_signs_go_together() -> None:
    assert [outline.steps(each) for each in ("confirmed", "expected", "possible", "none")] == [3, 2, 1, 0]
    assert outline.kind_word("agreed") == "Agreed"
    assert outline.kind_meaning("pledged") == "their own undertaking"
    assert outline.mode_word(None) == ""


def test_source_line_and_opcon_agreements(data: dict[str, Any]) -> None:
    briefing = read(data)
    assert source_line(briefing.sources[0]) == "Sample Wire, 17\u00a0May 2024, 10:30, 3 paragraphs"
    assert [each.id for each in outline.opcon_agreements(briefing)] == ["a2"]


def test_a_source_whose_publisher_is_not_stated_is_called_by_its_headline(data: dict[str, Any]) -> None:
    stated = read(data).sources[0]
    assert (source_name(stated), publisher(stated)) == (stated.publisher, stated.publisher)
    source = stated.model_copy(update={"publisher": UNSTATED, "title": "Readout"})
    assert (source_name(source), publisher(source)) == ("Readout", "publisher not stated")
    assert source_line(source).startswith("Readout, 17")
    assert source_line(source, titled=True).startswith("publisher not stated, 17")


@pytest.mark.parametrize(
    ("role", "acting", "words"),
    [
        ("Minister", "yes", "acting Minister"),
        ("Acting Minister", "yes", "Acting Minister"),
        ("Minister", "", "Minister"),
        (None, "yes", "acting"),
        (None, "", ""),
    ],
)
def test_acting_is_said_once(data: dict[str, Any], role: str | None, acting: str, words: str) -> None:
    person = read(data).participants[0].model_copy(update={"role": role, "acting": bool(acting)})
    assert outline.post(person) == words


def test_every_certainty_has_its_word_and_a_side_its_number() -> None:
    words = [outline.certainty_word(each) for each in ("confirmed", "expected", "possible", "none")]
    assert words == ["confirmed", "expected", "possible", "cancelled or denied"]
    assert outline.side_count_words(outline.SideCount("KOR", "KOR", 1200)) == "1,200"
    assert outline.side_count_words(outline.SideCount("", "", 1)) == "side not stated: 1"
