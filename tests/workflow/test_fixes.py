"""The fix of a problem: after it the problem is gone, and no other character has changed."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.problems import Problem, errors
from briefing_app.workflow.fixing import Working
from briefing_app.workflow.opening import samples
from briefing_app.workflow.phrases import read_phrase
from briefing_app.workflow.typing_slips import meant

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.workflow.fixes import Fix

    Broken = Callable[[str, str], Working]

# What stands in the sample, what is put in its place, the code of the problem, and what its fix puts there.
ONE_WAY = [
    ('"edtf": "[2021-06..]"', '"edtf": "2021-13"', "date-month", "[2021-06..]"),
    ('"edtf": "2019-11"', '"edtf": "2019-14"', "date-month", "2019-11"),
    ('"edtf": "2021-06-04/2021-06-05"', '"edtf": "2021-6-4"', "date-form", "2021-06-04"),
    ('"edtf": "2021-06-04/2021-06-05"', '"edtf": "June 4-5, 2021"', "date-form", "2021-06-04/2021-06-05"),
    ('"edtf": "2019-11"', '"edtf": "2019/11"', "date-form", "2019-11"),
    ('"edtf": "2019-11"', '"edtf": "[2019-11]"', "date-set-one", "2019-11"),
    ('"as_of": "2021-05-14"', '"as_of": "2021/05/14"', "date-interval", "2021-05-14"),
    ('"country": "US"', '"country": "USA"', "country-unknown", "US"),
    ('"country": "US"', '"country": "us"', "country-unknown", "US"),
    ('"country": "US"', '"country": "United States"', "country-unknown", "US"),
    ('"kind": "pledged"', '"kind": "pledgd"', "not-one-of-near", "pledged"),
    ('"mode": "in-person"', '"mode": "In Person"', "not-one-of-near", "in-person"),
    ('"statement":', '"statment":', "unknown-key-near", "statement"),
    ('"id": "a1"', '"di": "a1"', "missing-key", "id"),
    ('"parties": [', '"Parties": [', "unknown-key-near", "parties"),
    ('"mode": "in-person",', '"mode": null,', "null-value", ""),
    ('"paragraph": 4,', '"paragraph": "4",', "wrong-type-number", "4"),
    ('"place": "Singapore"', '"place": 7', "wrong-type-text", "7"),
    ('"place": "Singapore"', '"place": "Sing\\n apore"', "line-break", "Sing apore"),
    ('"id": "bottom-line"', '"id": "bottomline"', "fixed-id", "bottom-line"),
    ('"id": "kidd-19"', '"id": "KIDD_19"', "slug-form", "kidd-19"),
    # JSON.
    ('"paragraph": 4,', '"paragraph": 04,', "json-number", "4"),
    ('"paragraph": 4,', '"paragraph": +4,', "json-number", "4"),
    ('"paragraph": 4,', '"paragraph": 4', "json-missing-comma", ""),
    ('"mode": "in-person",', '"mode" "in-person",', "json-missing-colon", ""),
    ('"mode": "in-person",', "\"mode\": 'in-person',", "json-single-quotes", '"in-person"'),
    ('"mode": "in-person",', '"mode": “in-person”,', "json-curly-quotes", '"in-person"'),
    ('"mode": "in-person",', '"mode": in-person,', "json-bare-text", '"in-person"'),
    ('"mode": "in-person",', 'mode: "in-person",', "json-bare-key", '"mode"'),
    ('"mode": "in-person",', '"mode": "in-person", // or not', "json-comment", ""),
    ('"mode": "in-person",', '"mode": /* so */ "in-person",', "json-comment", ""),
    ('"key": true', '"key": True', "json-word", "true"),
    ('"place": "Singapore"', '"place": "Singapore\\\'s"', "json-escape", "'"),
]
# Where two readings are possible, or none.
NO_WAY = [
    ('"edtf": "[2021-06..]"', '"edtf": "someday"', "date-form"),
    ('"parties": [', '"parties": "KR, US", "x": [', "wrong-type-list"),
    ('"paragraph": 4,', '"paragraph": "four",', "wrong-type-number"),
    ('"key": true', '"key": "yes"', "wrong-type-boolean"),
    ('"place": "Singapore"', '"place": ["Singapore"]', "wrong-type-text"),
    ('"key": true', '"key": None', "json-word"),
    ('"paragraph": 4,', '"paragraph": 4.,', "json-number"),
    ('"place": "Singapore"', '"place": “Singa”pore”', "json-curly-quotes"),
    ('"place": "Singapore"', '"place": Singapore city', "json-bare-text"),
    ('"as_of": "2021-05-14"', '"as_of": "2021-05"', "day-form"),
    ('"edtf": "2019-11"', '"edtf": "04/05/2019"', "date-interval"),
    ('"edtf": "[2021-06..]"', '"edtf": "2022-13"', "date-month"),
    ('"certainty": "confirmed"', '"certainty": "unconfirmed"', "not-one-of-near"),
    ('"country": "US"', '"country": "UX"', "country-unknown"),
    ('"place": "Singapore"', '"place": "Singapore",', "json-extra-comma"),
    ('"place": "Singapore"', '"place": "The "Lion City""', "json-quote-inside"),
    ('"place": "Singapore"', '"place": "Singapore', "json-unclosed-text"),
    ('"place": "Singapore"', '"place": "Sing" "apore"', "json-missing-comma"),
    ('"place": "Singapore"', '"place": "Sing\\dapore"', "json-escape"),
    ('"place": "Singapore"', '"plaza": "Singapore"', "unknown-key"),
    ('"title":', '"titel_of_it":', "missing-key"),
    ('"paragraph": 4,', '"paragraph": 400,', "no-such-paragraph"),
    ('"statement": ', '"statement": null, "x": ', "null-value"),
]


def told(working: Working, code: str) -> Problem:
    return next(each for each in working.opened.problems if each.code == code)


def fix_of(working: Working, code: str) -> Fix:
    fix = working.fix(told(working, code), Random(1))  # noqa: S311 - no secret
    assert fix is not None
    return fix


@pytest.mark.parametrize(("old", "new", "code", "shown"), ONE_WAY)
def test_the_one_way_out_ends_the_problem_and_changes_nothing_else(
    broken: Broken, old: str, new: str, code: str, shown: str
) -> None:
    working = broken(old, new)
    fix = fix_of(working, code)
    if shown:
        assert fix.shown == shown
    after = working.fixed(fix)
    assert after.left == 0
    assert after.opened.briefing is not None
    assert working.text.startswith(after.text[: fix.start])
    assert after.text[fix.start :] == fix.new + working.text[fix.end :]
    assert working.path.read_text(encoding="utf-8") == working.text, "nothing is written"


@pytest.mark.parametrize(("old", "new", "code"), NO_WAY)
def test_nothing_is_guessed(broken: Broken, old: str, new: str, code: str) -> None:
    working = broken(old, new)
    assert working.fix(told(working, code)) is None


def test_a_date_read_from_the_source_quotes_it_with_its_paragraph(broken: Broken) -> None:
    fix = fix_of(broken('"edtf": "[2021-06..]"', '"edtf": "2021-13"'), "date-month")
    assert (fix.phrase, fix.paragraph) == ("as early as next month", 4)


@pytest.mark.parametrize("place", ["]\n}\n", "}\n  ]", '"\n    }'])
def test_a_comma_after_the_last_value_goes(place: str, text: str, begun: Callable[[bytes], Working]) -> None:
    at = text.rindex(place)
    working = begun((text[: at + 1] + "," + text[at + 1 :]).encode())
    assert working.fixed(fix_of(working, "json-trailing-comma")).text == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2021/05/14", "2021-05-14"),
        ("May 14, 2021", "2021-05-14"),
        ("2021-05-14 09:46", "2021-05-14T09:46"),
        ("14-05-2021 09:46", ""),
        ("04/05/2021", ""),
        ("", ""),
    ],
)
def test_when_a_source_appeared(broken: Broken, written: str, shown: str) -> None:
    working = broken('"published": "2021-05-14', f'"published": "{written}", "retrieved": "2021-05-14')
    (problem,) = [each for each in working.opened.problems if each.where.steps[-1] == "published"]
    fix = working.fix(problem)
    assert (fix.shown if fix else "") == shown


@pytest.mark.parametrize(
    ("phrase", "anchor", "date"),
    [
        ("as early as next month", "2021-12-14", "[2022-01..]"),
        ("by next year", "2021-05-14", "[..2022]"),
        ("last year", "2021-05-14", "2020"),
        ("this month", "2021-05-14", "2021-05"),
        ("until next month", "2021-05-14", "../2021-06"),
        ("Yesterday", "2021-05-01", "2021-04-30"),
        ("May 12-13, 2021", "", "2021-05-12/2021-05-13"),
        ("next month", "", ""),
        ("next month", "2021-05", ""),
        ("next week", "2021-05-14", ""),
        ("soon", "2021-05-14", ""),
        ("2021", "", ""),
        ("last year", "0001-01-01", ""),
        ("next month", "9999-12-01", ""),
        ("tomorrow", "9999-12-31", ""),
        ("yesterday", "0001-01-01", ""),
    ],
)
def test_a_phrase_gives_a_date_only_where_it_is_certain(phrase: str, anchor: str, date: str) -> None:
    assert read_phrase(phrase, anchor) == date


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("pledgd", "pledged"),
        ("plegded", "pledged"),
        ("PLEDGED ", "pledged"),
        ("in person", "in-person"),
        ("reafirmd", "reaffirmed"),
        ("unreaffirmed", ""),
        ("xagreed", "agreed"),
        ("cal", ""),
        ("zz", ""),
        ("", ""),
    ],
)
def test_a_slip_of_the_fingers_has_one_word(typed: str, word: str) -> None:
    known = ["pledged", "reaffirmed", "agreed", "in-person", "call", "calm", "a"]
    assert meant(typed, known) == word


def test_a_byte_order_mark_stays_until_it_is_removed(text: str, begun: Callable[[bytes], Working]) -> None:
    spoilt = text.replace('"country": "US"', '"country": "USA"', 1)
    working = begun(b"\xef\xbb\xbf" + spoilt.encode())
    after = working.fixed(fix_of(working, "country-unknown"))
    assert after.text == "\ufeff" + text
    assert after.fixed(fix_of(after, "file-bom")).text == text


def test_line_ends_stay_as_they_are(text: str, begun: Callable[[bytes], Working]) -> None:
    right = text.replace("\n", "\r\n")
    working = begun(right.replace('"country": "US"', '"country": "USA"', 1).encode())
    assert working.fixed(fix_of(working, "country-unknown")).text == right


def test_a_duplicate_id_gets_a_new_one_of_its_letter(broken: Broken) -> None:
    working = broken('"id": "a2"', '"id": "a1"')
    fix = fix_of(working, "duplicate-id")
    assert fix.shown.startswith("a-")
    assert len(fix.shown) == 8
    assert fix.shown not in working.text
    assert working.fixed(fix).left == 0


def test_a_date_without_words_beside_it_has_no_fix(text: str, begun: Callable[[bytes], Working]) -> None:
    tree = json.loads(text)
    when = tree["meetings"][0]["when"]
    when["edtf"] = "2021-13"
    when["phrase"] = 7
    working = begun(json.dumps(tree).encode())
    assert working.fix(told(working, "date-month")) is None
    when["phrase"] = "as early as next month"
    tree["meetings"][0]["evidence"] = []
    several = begun(json.dumps(tree).encode())
    assert fix_of(several, "date-month").paragraph == 0


def test_an_item_pasted_twice_and_a_source_have_no_sure_new_id(
    text: str, begun: Callable[[bytes], Working]
) -> None:
    tree = json.loads(text)
    tree["agreements"].append(tree["agreements"][0])
    twice = begun(json.dumps(tree).encode())
    assert twice.fix(told(twice, "duplicate-id")) is None
    tree = json.loads(text)
    tree["sources"].append({**tree["sources"][0], "title": "Another"})
    source = begun(json.dumps(tree).encode())
    assert source.fix(told(source, "duplicate-id")) is None


def test_parties_labels_and_lists(text: str, begun: Callable[[bytes], Working]) -> None:
    tree = json.loads(text)
    tree["event"]["parties"] = ["KOR", "US"]
    tree["marking"] = {"scheme": "TLP", "label": "tlp amber"}
    tree["sources"][0]["published"] = "2021-05-14 09:46"
    tree["agreements"][0]["evidence"] = tree["agreements"][0]["evidence"][0]
    tree["agreements"][1]["key"] = "true"
    working = begun(json.dumps(tree, indent=1).encode())
    while working.left:
        problem = errors(working.opened.problems)[0]
        fix = working.fix(problem)
        assert fix is not None, problem
        working = working.fixed(fix)
    found = json.loads(working.text)
    assert found["event"]["parties"] == ["KR", "US"]
    assert found["marking"]["label"] == "TLP:AMBER"
    assert found["sources"][0]["published"] == "2021-05-14T09:46"
    assert isinstance(found["agreements"][0]["evidence"], list)
    assert found["agreements"][1]["key"] is True


def test_the_number_of_paragraphs_follows_a_text_that_is_whole(
    root: Path, begun: Callable[[bytes], Working]
) -> None:
    tree: Any = json.loads((root / "resources" / "examples" / "vksd-14.briefing").read_bytes())
    n = tree["sources"][0]["paragraphs"]
    tree["sources"][0]["paragraphs"] = n + 5
    working = begun(json.dumps(tree).encode())
    assert fix_of(working, "paragraph-count").shown == str(n)
    tree["sources"][0]["text"].pop()
    cut = begun(json.dumps(tree).encode())
    assert cut.fix(told(cut, "paragraph-count")) is None


@pytest.mark.parametrize(
    "new", ['"place": "Singapore",\n"mode": null', '"mode": null ,\n"place": "Singapore"']
)
def test_a_null_goes_with_its_key_and_one_comma(
    text: str, begun: Callable[[bytes], Working], new: str
) -> None:
    working = begun(f'{{"format": "briefing/1", "event": {{{new}}}}}'.encode())
    after = working.fixed(fix_of(working, "null-value"))
    assert json.loads(after.text)["event"] == {"place": "Singapore"}


SAMPLE = samples()[0]
VALUES = ["2021-13", "21-6-4", "KOR", "agred", "", "x" * 90, "“", "\\", '"', "\n", "2021/06/04", "null"]


@given(n=st.integers(0, 10_000), value=st.sampled_from(VALUES), raw=st.booleans(), cut=st.integers(0, 3))
def test_whatever_is_spoilt_a_fix_ends_its_problem_and_leaves_the_rest(
    n: int,
    value: str,
    raw: bool,  # noqa: FBT001 - hypothesis gives it
    cut: int,
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    starts = [at for at, char in enumerate(text) if char == '"']
    at = starts[n % len(starts)]
    spoilt = text[:at] + (value if raw else json.dumps(value)[1:]) + text[at + cut :]
    working = Working(SAMPLE, "", spoilt, spoilt, 0)
    for problem in errors(working.opened.problems)[:3]:
        fix = working.fix(problem, Random(n))  # noqa: S311 - no secret
        if fix is None:
            continue
        after = working.fixed(fix)
        assert after.text[: fix.start] == spoilt[: fix.start]
        assert after.text[fix.start :] == fix.new + spoilt[fix.end :]
        same = [each for each in after.opened.problems if each.code == problem.code]
        assert (problem.where.line, problem.where.column) not in [
            (each.where.line, each.where.column)
            for each in same
            if each.values.get("key") == problem.values.get("key")
        ]
