"""What is typed in a field, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from briefing_app.model.briefing import Briefing, Expansion, items
from briefing_app.model.items import When
from briefing_app.model.meetings import Event, Meeting, Outcome
from briefing_app.model.opcon import Stage, StageState, Transfer
from briefing_app.model.sources import Difference, Source
from briefing_app.workflow.arranging import blank
from briefing_app.workflow.bodies import body_named
from briefing_app.workflow.fields import Field, fields_of, value_of
from briefing_app.workflow.form_dates import date_text_of, is_ahead, read_date, read_published
from briefing_app.workflow.form_values import party_names, read, shown, words_told
from briefing_app.workflow.opening import open_briefing, samples

if TYPE_CHECKING:
    from briefing_app.model.record import Record

ANCHOR = "2021-05-14"


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    found = open_briefing(samples()[0]).briefing
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "edtf", "anchor"),
    [
        ("second half of 2021", "2021-41", None),
        ("the second half of the year", "2021-41", ANCHOR),
        ("as early as next month", "[2021-06..]", ANCHOR),
        ("June 4-5", "2021-06-04/2021-06-05", ANCHOR),
        ("June", "2021-06", ANCHOR),
        ("in June 2021", "2021-06", None),
        ("2021", "2021", None),
        ("from 4 to 6 June", "2021-06-04/2021-06-06", ANCHOR),
        ("about June 2021", "2021-06~", None),
        ("around 10 June", "2021-06-10~", ANCHOR),
        ("by 2030", "[..2030]", None),
        ("tomorrow", "2021-05-15", ANCHOR),
        ("Wednesday and Thursday", "2021-05-12/2021-05-13", ANCHOR),
        ("about the week of 4 to 6 June", None, None),
        ("about 4 to 6 June", None, None),
        ("the week after Easter", None, None),
        ("4 June and then 9 July", None, None),
        ("unlike 9 July", None, None),
        ("soon", None, None),
    ],
)
def test_a_date_is_read_as_it_is_printed(phrase: str, edtf: str | None, anchor: str | None) -> None:
    found = read_date(phrase, "", ANCHOR)
    assert found.problem is None
    assert found.value == When(edtf=edtf, phrase=phrase, anchor=anchor)
    assert bool(found.told)


@pytest.mark.parametrize(
    ("phrase", "behind", "to_come"),
    [
        ("March", "2021-03", "2022-03"),
        ("winter", "2020-24", "2021-24"),
        ("Monday", "2021-05-10", "2021-05-17"),
        ("on Thursday", "2021-05-13", "2021-05-20"),
        ("June 4", "2020-06-04", "2021-06-04"),
        ("March 2020", "2020-03", "2020-03"),
        ("the second half of the year", "2021-41", "2021-41"),
    ],
)
def test_a_bare_month_is_read_as_its_field_speaks(phrase: str, behind: str, to_come: str) -> None:
    for ahead, edtf in ((False, behind), (True, to_come)):
        found = read_date(phrase, "", ANCHOR, ahead=ahead).value
        assert isinstance(found, When)
        assert found.edtf == edtf
        assert found.anchor == (None if "2020" in phrase else ANCHOR)


def bare(kind: type[Record], **values: object) -> Record:
    """Return a record that holds these values and lacks all others."""
    return kind.model_construct(None, **values)


def test_a_field_speaks_of_what_was_or_of_what_is_to_come() -> None:
    held = bare(Meeting, outcome=Outcome(state="held"))
    moved = bare(Meeting, outcome=Outcome(state="moved"))
    assert is_ahead(bare(Event), "when") is False
    assert is_ahead(blank("meetings"), "when") is True
    assert is_ahead(blank("meetings"), "when", "held") is False
    assert (is_ahead(held, "when"), is_ahead(held, "when", "")) == (False, True)
    assert (is_ahead(moved, "when"), is_ahead(moved, "outcome.when")) == (True, True)
    assert is_ahead(held, "outcome.when") is True
    assert [is_ahead(bare(Transfer), name) for name in ("due", "when")] == [False, True]
    stages = {
        state: tuple(is_ahead(bare(Stage, state=state), name) for name in ("due", "when"))
        for state in get_args(StageState)
    }
    assert stages["planned"] == (True, True)
    assert stages["delayed"] == (False, True)
    assert {stages[state] for state in ("rehearsed", "assessed", "verified")} == {(False, False)}
    assert is_ahead(bare(Source), "published") is None


def test_when_a_source_appeared_is_read_as_it_is_printed(briefing: Briefing) -> None:
    field = Field("published", "published", "Published")
    typed = {
        "2021-05-14": "2021-05-14",
        "2021-05-14T09:46+09:00": "2021-05-14T09:46+09:00",
        "14 May 2021": "2021-05-14",
        "May 14, 2021": "2021-05-14",
    }
    assert {text: read(field, text, briefing).value for text in typed} == typed
    assert read_published("30 December", "2021-01-04").value == "2020-12-30"
    assert read_published("14 May 2021", ANCHOR).told.replace("\u00a0", " ") == "14 May 2021"
    for wrong in ("May 2021", "soon", "2021-05-14T99:00"):
        assert read_published(wrong, ANCHOR).problem is not None


def test_a_date_is_not_told_twice() -> None:
    field = Field("when", "date", "Date")

    def told(edtf: str | None, phrase: str, anchor: str | None = None) -> str:
        when = When(edtf=edtf, phrase=phrase, anchor=anchor)
        return date_text_of(bare(Meeting, when=when), field).replace("\u00a0", " ")

    assert told("2021", "2021") == "2021"
    assert told("2021", "in 2021") == "in 2021"
    assert told("2021-05-14", "May 14, 2021") == "May 14, 2021"
    assert told("[2021-06..]", "as early as next month", ANCHOR) == (
        "as early as next month · June 2021 or later"
    )
    assert told("2021-06", "June", ANCHOR) == "June · June 2021"
    assert told("2021-06", "soon") == "soon · June 2021"
    assert told(None, "soon") == "soon"


def test_a_date_says_what_it_became_with_its_bounds() -> None:
    told = read_date("second half of 2021", "", ANCHOR).told.replace("\u00a0", " ")
    assert told == "second half of 2021 · some time in the half-year · 1 July 2021 to 31 December 2021"
    told = read_date("as early as next month", "", ANCHOR).told.replace("\u00a0", " ")
    assert told == "June 2021 or later · June or later · from 1 June 2021"
    assert "to 31 December 2030" in read_date("by 2030", "", ANCHOR).told.replace("\u00a0", " ")
    assert read_date("soon", "", ANCHOR).told == "not read as a date: only the words are kept"
    assert read_date("14 May 2021", "", ANCHOR).told.count("·") == 1


def test_a_date_can_be_given_in_edtf() -> None:
    assert read_date("", "", ANCHOR).value is None
    assert read_date("next spring", "2022-03", ANCHOR).value == When(edtf="2022-03", phrase="next spring")
    same = read_date("next month", "2021-06", ANCHOR).value
    assert same == When(edtf="2021-06", phrase="next month", anchor=ANCHOR)
    alone = read_date("", "2021-41", ANCHOR).value
    assert alone == When(edtf="2021-41", phrase="second half of 2021")
    assert read_date("[2021-06..]", "", ANCHOR).value == When(edtf="[2021-06..]", phrase="June 2021 or later")
    wrong = read_date("next spring", "[2022-03..", ANCHOR).problem
    assert wrong is not None
    assert (wrong.code, wrong.values["use"]) == ("date-set-bracket", "[2022-03..]")


@pytest.mark.parametrize(
    ("typed", "codes", "new"),
    [
        ("South Korea, USA", ("KR", "US"), ""),
        ("KR; KOR, republic of", ("KR", "REPUBLIC-OF"), "REPUBLIC-OF=republic of"),
        ("asean, NATO", ("ASEAN", "NATO"), "ASEAN=Association of Southeast Asian Nations"),
        ("NATO (North Atlantic Treaty Organization)", ("NATO",), "NATO=North Atlantic Treaty Organization"),
        ("Upper Veldanian League", ("UPPER-VELDAN",), "UPPER-VELDAN=Upper Veldanian League"),
        ("EU, UN", ("EU", "UN"), ""),
    ],
)
def test_parties_are_known_by_name_code_and_abbreviation(
    briefing: Briefing, typed: str, codes: tuple[str, ...], new: str
) -> None:
    found = read(Field("parties", "parties", "Parties"), typed, briefing)
    assert found.value == codes
    added = [f"{each.abbreviation}={each.expansion}" for each in found.named]
    assert added[:1] == ([new] if new else [])
    assert found.told.count("·") == len(codes) - 1


def test_a_party_that_cannot_be_one_is_told(briefing: Briefing) -> None:
    for kind in ("party", "parties"):
        found = read(Field("side", kind, "Side"), "QQ", briefing)
        assert found.problem is not None
        assert (found.problem.code, found.problem.values["value"]) == ("field-party", "QQ")
    assert read(Field("side", "party", "Side"), "kor", briefing).value == "KR"
    assert read(Field("country", "country", "Country"), "Japan", briefing).value == "JP"
    wrong = read(Field("country", "country", "Country"), "EU", briefing).problem
    assert wrong is not None
    assert wrong.code == "field-country"


def test_bodies_of_the_glossary_are_known(briefing: Briefing) -> None:
    named = briefing.model_copy(
        update={"glossary": (Expansion(abbreviation="NATO", expansion="North Atlantic Treaty Organization"),)}
    )
    field = Field("parties", "parties", "Parties")
    for typed in ("nato", "north atlantic treaty organization"):
        assert read(field, typed, named) == read(field, "NATO", named)
    assert party_names(named)[0] == "North Atlantic Treaty Organization"
    assert "South Korea" in party_names(briefing)


def test_a_party_is_offered_by_its_code_too(briefing: Briefing) -> None:
    offered = party_names(briefing)
    assert {"KOR (South Korea)", "EU (European Union)"} <= set(offered)
    field = Field("parties", "parties", "Parties")
    assert read(field, "KOR (South Korea), eu (european union)", briefing).value == ("KR", "EU")
    for each in offered:
        found = read(Field("side", "party", "Side"), each, briefing)
        assert found.problem is None, each
        # What the glossary lacks is named with it as the program's own tables print it.
        assert all(body_named(new.abbreviation) for new in found.named), each


@pytest.mark.parametrize("name", ["Korea", "congo", "Islands"])
def test_a_name_of_two_countries_is_neither(briefing: Briefing, name: str) -> None:
    problem = read(Field("side", "party", "Side"), name, briefing).problem
    assert problem is not None
    assert problem.code == "field-party"


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Field("n", "number", "N"), "19th", 19),
        (Field("n", "number", "N"), " 3 ", 3),
        (Field("n", "number", "N"), "", None),
        (Field("n", "names", "N"), "A. B.; C. D., A. B.", ("A. B.", "C. D.")),
        (Field("n", "names", "N"), " ", ()),
        (Field("f", "flag", "F"), "yes", True),
        (Field("f", "flag", "F"), "", False),
        (Field("c", "choice", "C", (("in-person", "in person"),)), "In person", "in-person"),
        (Field("c", "choice", "C", (("in-person", "in person"),)), "", None),
        (Field("d", "day", "D"), "2021-05-14", "2021-05-14"),
        (Field("d", "day", "D"), "14 May 2021", "2021-05-14"),
        (Field("l", "line", "L"), "  two   words ", "two words"),
        (Field("m", "markdown", "M"), " one \n\n two ", "one\n\n two"),
        (Field("r", "readings", "R"), " one  day\n\ntwo days ", ("one day", "two days")),
        (Field("g", "glossary", "G"), " ", ()),
        (Field("t", "tracks", "T"), "-\n air  component\n", (None, "air component")),
        (Field("s", "several", "S", (("when", "Date"), ("place", "Place"))), "", ()),
        (
            Field("s", "several", "S", (("when", "Date"), ("place", "Place"))),
            "place, Date, when.edtf, when",
            ("place", "when", "when.edtf"),
        ),
    ],
)
def test_each_kind_of_field_reads_what_is_typed(
    briefing: Briefing, field: Field, typed: str, value: object
) -> None:
    found = read(field, typed, briefing)
    assert (found.value, found.problem) == (value, None)


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        (Field("n", "number", "N"), "none", "field-number"),
        (Field("n", "number", "N"), "0", "field-number"),
        (Field("c", "choice", "C", (("a", "b"),)), "c", "field-choice"),
        (Field("d", "day", "D"), "May 2021", "day-form"),
        (Field("g", "glossary", "G"), "NATO = ", "field-glossary"),
        (Field("l", "line", "L", required=True), " ", "field-empty"),
        (Field("s", "several", "S", (("when", "Date"),)), "Date, Time", "field-choice"),
    ],
)
def test_each_kind_of_field_says_what_it_does_not_take(
    briefing: Briefing, field: Field, typed: str, code: str
) -> None:
    found = read(field, typed, briefing)
    assert found.problem is not None
    assert found.problem.code == code


def test_what_is_shown_reads_back_as_it_is() -> None:
    for path in samples():
        briefing = open_briefing(path).briefing
        assert briefing is not None
        for record in (briefing, *briefing.sources, *(item for _, item in items(briefing))):
            for field in fields_of(type(record)):
                value = value_of(record, field.name)
                text = shown(record, field, briefing)
                if field.kind == "date":
                    assert text == (value.phrase if isinstance(value, When) else "")
                    continue
                found = read(field, text, briefing)
                assert found.problem is None, (record, field, text)
                if isinstance(record, Difference) and field.kind == "readings":
                    assert found.value == tuple(each.value for each in record.readings)
                    continue
                if isinstance(record, Briefing) and field.kind == "tracks" and record.opcon:
                    assert found.value == tuple(each.name for each in record.opcon.tracks)
                    continue
                assert found.value == value, (record, field, text)
                assert found.named == ()


def test_the_bottom_line_counts_its_words() -> None:
    assert words_told("one *two* three") == "3/50 words"
    assert words_told("one") == "1/50 word"
    assert words_told("w " * 51) == "51/50 words: shorten it"


@pytest.mark.parametrize(
    "typed", ["31 February 2027", "32.13.2027", "12-11 November 2026", "June 45", "2027-02-31"]
)
def test_what_looks_like_a_date_and_is_none_is_refused(typed: str) -> None:
    problem = read_date(typed, "", "2026-11-02").problem
    assert problem is not None
    assert (problem.code, problem.values) == ("field-date", {"value": typed})
    assert read_date(typed, "2027-03", "2026-11-02").problem is None  # the source may print it so


@pytest.mark.parametrize("typed", ["when the rains end", "after the vote", "in 3 stages"])
def test_words_that_are_no_date_are_kept(typed: str) -> None:
    assert read_date(typed, "", "2026-11-02").problem is None
