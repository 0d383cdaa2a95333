"""What a person finds who edits a briefing by hand: what, where, and the way out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files.migrations import Migration
from briefing_app.files.reading import Opened, parse_briefing, read_briefing
from briefing_app.files.scanner import scan
from briefing_app.model.problems import errors
from briefing_app.words.problems import place as named
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from pathlib import Path

Parse = Callable[[str | bytes], Opened]


def place(text: str, part: str) -> tuple[int, int]:
    at = text.index(part)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def told(opened: Opened) -> list[tuple[str, str, int, int]]:
    return [(each.code, each.where.path, each.where.line, each.where.column) for each in opened.problems]


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ('"id": "kidd-19",', '"id": "kidd-19"', "json-missing-comma", '\n  "title"'),
        ('"language": "en",', '"language" "en",', "json-missing-colon", ' "en",\n  "status"'),
        ('"language": "en",', '"language": "en",,', "json-extra-comma", ',\n  "status"'),
        ('"language": "en",', "\"language\": 'en',", "json-single-quotes", "'en'"),
        ('"language": "en",', '"language": “en”,', "json-curly-quotes", "“en”"),
        ('"language": "en",', '"language": "en", // British', "json-comment", "// British"),
        ('"language": "en",', '"language": en,', "json-bare-text", "en,"),
        ('"sample": true,', '"sample": True,', "json-word", "True"),
        ('"paragraphs": 17', '"paragraphs": 017', "json-number", "017"),
        ('"language": "en",', '"language": "en\n",', "json-unclosed-text", None),
    ],
)
def test_what_is_not_json_is_told_at_its_place(
    text: str, parse: Parse, old: str, new: str, code: str, at: str | None
) -> None:
    bad = text.replace(old, new, 1)
    assert bad != text
    opened = parse(bad)
    assert opened.briefing is None
    assert opened.problems[0].code == code
    if at:
        problem = opened.problems[0].where
        assert (problem.line, problem.column) == place(bad, at)


@pytest.mark.parametrize(
    "bad",
    [
        "[]",
        "{",
        '{"format": "briefing/1"',
        '{"format": "briefing/1"} more',
        '{"format": "briefing/1",}',
        '{"format": 1e999}',
        '{"format": +1}',
        '{"format": "\\x"}',
        '{"format": "a',
        "{format: 1}",
        '{"a": [1 2]}',
        '{"a": [1}',
        '{"a": }',
        "nothing at all",
        "9" * 5000,
        " \n ",
        "{}",
        '{"format": "briefing/2"}',
        '{"format": "memo/1"}',
        '{"format": null}',
    ],
)
def test_whatever_it_is_it_is_told_in_a_sentence(parse: Parse, bad: str) -> None:
    opened = parse(bad)
    assert opened.briefing is None
    assert errors(opened.problems)
    for problem in opened.problems:
        assert say(problem.code, problem.values).message != problem.code


def test_a_newer_format_is_refused_with_a_sentence(text: str, parse: Parse) -> None:
    opened = parse(text.replace("briefing/1", "briefing/7", 1))
    assert [each.code for each in opened.problems] == ["format-newer"]
    assert (
        "7"
        in say("format-newer", opened.problems[0].values).message
        + say("format-newer", opened.problems[0].values).hint
    )
    assert opened.sound_part is None


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ('"edtf": "2021-41"', '"edtf": "2021-13"', "date-month", "meetings[4].when.edtf"),
        ('"category": "Defence', '"categorie": "Defence', "unknown-key-near", "event.categorie"),
        ('"status": "reviewed"', '"status": "review"', "not-one-of-near", "status"),
        ('"capacity": "head"', '"capacity": "guest"', "not-one-of", "participants[0].capacity"),
        ('"source": "s1"', '"source": "s9"', "no-such-source", "bottom_line.evidence[0].source"),
        ('"id": "a2"', '"id": "a1"', "duplicate-id", "agreements[1].id"),
        ('"paragraphs": 17', '"paragraphs": NaN', "json-not-a-number", "sources[0].paragraphs"),
        ('"paragraphs": 17', '"paragraphs": "17"', "wrong-type-number", "sources[0].paragraphs"),
        ('"paragraphs": 17', '"paragraphs": 0', "number-too-small", "sources[0].paragraphs"),
        ('"language": "en",', '"language": null,', "null-value", "language"),
        ('"sample": true', '"sample": null', "null-value", "sample"),
        ('"language": "en",', '"language": "en",\n  "language": "ko",', "duplicate-key", "language"),
        ('"title": "19th', '"title": "\\ud800 19th', "lone-surrogate", "title"),
        ('"title": "19th', '"title": "\\u0007 19th', "control-character", "title"),
        ('"title": "19th', '"titel": "19th', "unknown-key-near", "titel"),
        ('"title": "19th', '"heading": "19th', "missing-key", "$"),
        ('"place": "Washington"', '"place": " "', "blank", "event.place"),
        ('"place": "Washington"', '"place": "a\\nb"', "line-break", "event.place"),
        ('"country": "US"', '"country": "USA"', "country-unknown", "event.country"),
        ('"url": "https:', '"url": "ftp:', "address", "sources[0].url"),
        ('"id": "kidd-19"', '"id": "KIDD 19"', "slug-form", "id"),
        ('"id": "event"', '"id": "meeting"', "fixed-id", "event.id"),
        ('"language": "en",\n  "status"', '"language": "english!",\n  "status"', "language-form", "language"),
        ('"ordinal": 19', '"ordinal": [19]', "wrong-type-number", "event.series.ordinal"),
        ('"phrase": "Wednesday and', '"statement": "x",\n"phrase": "Wednesday and', None, None),
    ],
)
def test_a_wrong_value_is_told_with_line_path_and_way_out(
    text: str, parse: Parse, old: str, new: str, code: str | None, path: str | None
) -> None:
    bad = text.replace(old, new, 1)
    assert bad != text
    opened = parse(bad)
    assert opened.briefing is None
    if code is None:
        assert opened.problems[0].code == "unknown-key-elsewhere"
        return
    found = next(each for each in opened.problems if each.code == code)
    assert found.where.path == path
    assert found.where.line > 0
    assert say(found.code, found.values).message


def test_a_misspelt_key_is_one_problem_at_its_place(text: str, parse: Parse) -> None:
    bad = text.replace('"statement":', '"statment":', 1)
    (problem,) = parse(bad).problems
    assert (problem.code, problem.values["use"]) == ("unknown-key-near", "statement")
    assert (problem.where.line, problem.where.column) == place(bad, '"statment"')
    assert problem.where.title, "the item is named by its words all the same"


def test_an_item_without_words_is_named_by_its_id(tree: Any, parse: Parse) -> None:
    del tree["agreements"][0]["statement"]
    (problem,) = parse(json.dumps(tree)).problems
    where = problem.where
    assert named(where.part, where.title, where.steps) == f"Agreement {tree['agreements'][0]['id']}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dear colleague,\nplease find attached.\n", "file-prose"),
        ("# The meeting\n\nIt took place.\n", "file-prose"),
        ("- one\n- two\n", "file-prose"),
        ("<!DOCTYPE html>\n<html><p>Dear</p></html>", "file-html"),
        ('<?xml version="1.0"?>\n<a/>', "file-xml"),
        ("<3 this\n", "file-prose"),
    ],
)
def test_what_is_not_meant_as_json_is_told_as_what_it_is(parse: Parse, text: str, code: str) -> None:
    assert [each.code for each in parse(text).problems] == [code]


@pytest.mark.parametrize("text", ['// mine\n{"format": 1}', '"format": "briefing/1",', "nothing", "17", "[]"])
def test_what_may_be_meant_as_json_is_judged_as_json(parse: Parse, text: str) -> None:
    assert not parse(text).problems[0].code.startswith("file-")


def test_a_place_is_named_without_signs_of_markdown(text: str, parse: Parse) -> None:
    tree = json.loads(text)
    tree["agreements"][0]["statement"] = "Hold the **long** test of *both* forces"
    tree["agreements"][0]["kind"] = "sworn"
    (problem,) = parse(json.dumps(tree)).problems
    assert problem.where.title == "Hold the long test of both forces"
    tree["agreements"][0]["statement"] = (
        "Hold the long test of both forces before the year is at its very end"
    )
    (problem,) = parse(json.dumps(tree)).problems
    assert problem.where.title == "Hold the long test of both forces before the year is at …"


def test_the_place_of_a_value_is_its_own(text: str, parse: Parse) -> None:
    bad = text.replace('"2021-41"', '"2021-13"', 1)
    problem = parse(bad).problems[0].where
    assert (problem.line, problem.column) == place(bad, '"2021-13"')
    assert problem.part == "meeting"
    assert problem.title.startswith("Next Korea-U.S.")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"  \n", "file-empty"),
        (b"%PDF-1.7 ...", "file-kind"),
        (b"\x89PNG\r\n\x1a\n", "file-kind"),
        (bytes(range(256)), "file-not-utf8"),
        (b"abc\x00def", "file-binary"),
        ('{"format": "briefing/1"}'.encode("utf-16"), "file-encoding"),
        ('{"format": "briefing/1"}'.encode("utf-16-le"), "file-encoding"),
        ('{"format": "briefing/1"}'.encode("utf-32"), "file-encoding"),
        (b'{"format":\n "caf\xe9"}', "file-not-utf8"),
        (b"[" * 10_000, "json-too-deep"),
        (b'{"a":' * 10_000, "json-too-deep"),
    ],
)
def test_bytes_that_are_no_briefing(parse: Parse, data: bytes, code: str) -> None:
    opened = parse(data)
    assert opened.briefing is None
    assert code in {each.code for each in opened.problems}


def test_the_first_bad_byte_has_its_place(parse: Parse) -> None:
    where = parse(b'{"format":\n "caf\xe9"}').problems[0].where
    assert (where.line, where.column) == (2, 6)


def test_bom_and_crlf_are_warnings_and_gone_on_save(text: str, parse: Parse) -> None:
    opened = parse(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert opened.briefing is not None
    assert [(each.code, each.severity) for each in opened.problems] == [
        ("file-bom", "warning"),
        ("file-crlf", "warning"),
    ]


def test_lines_are_counted_over_crlf(text: str, parse: Parse) -> None:
    bad = text.replace('"2021-41"', '"2021-13"', 1)
    opened = parse(bad.replace("\n", "\r\n"))
    found = next(each for each in opened.problems if each.severity == "error")
    assert (found.where.line, found.where.column) == place(bad, '"2021-13"')


def test_what_is_sound_opens_without_what_is_not(tree: Any, parse: Parse) -> None:
    tree["meetings"][0]["when"]["edtf"] = "2021-13"
    tree["opcon"]["tracks"][0]["stages"][0]["stage"] = "FFF"
    tree["opcon"]["findings"][0]["colour"] = "red"
    tree["opcon"]["approach"]["text"] = 7
    tree["agreements"][1]["id"] = "a1"
    tree["event"]["mode"] = None
    opened = parse(json.dumps(tree))
    assert opened.briefing is None
    sound = opened.sound_part
    assert sound is not None
    assert len(sound.meetings) == len(tree["meetings"]) - 1
    assert len(sound.agreements) == len(tree["agreements"]) - 1
    assert sound.opcon is not None
    assert sound.opcon.approach is None
    assert sound.opcon.findings[0].id == tree["opcon"]["findings"][0]["id"]
    assert {each.path for each in opened.left_out} == {
        "meetings[0]",
        "opcon.tracks[0].stages[0]",
        "opcon.findings[0].colour",
        "opcon.approach",
        "agreements[1]",
        "event.mode",
    }


def test_all_is_told_at_once_the_shape_of_fields_and_what_they_point_to(tree: Any, parse: Parse) -> None:
    tree["meetings"][0]["when"]["edtf"] = "2021-13"
    tree["agreements"][3]["evidence"][0]["source"] = "s9"
    tree["agreements"][4]["evidence"][0]["paragraph"] = 19
    opened = parse(json.dumps(tree, indent=2))
    assert [(each.code, each.where.path) for each in opened.problems] == [
        ("no-such-source", "agreements[3].evidence[0].source"),
        ("no-such-paragraph", "agreements[4].evidence[0].paragraph"),
        ("date-month", "meetings[0].when.edtf"),
    ]
    assert len(opened.left_out) == 3


@pytest.mark.parametrize("key", ["title", "sources", "bottom_line"])
def test_without_what_it_needs_nothing_is_sound(tree: Any, parse: Parse, key: str) -> None:
    tree[key] = 7
    opened = parse(json.dumps(tree))
    assert opened.sound_part is None
    assert opened.left_out == ()


def test_limits(tree: Any, parse: Parse) -> None:
    gap = tree["gaps"][0]
    tree["gaps"] = [{**gap, "id": f"g{n}"} for n in range(5_001)]
    assert "too-many-items" in {each.code for each in parse(json.dumps(tree)).problems}
    tree["gaps"] = [gap]
    tree["sources"][0]["text"] = ["x" * 3_000_000, "y" * 3_000_000]
    assert [each.code for each in parse(json.dumps(tree)).problems] == ["source-text-too-large"]


def test_an_older_format_is_migrated_on_load(root: Path, tree: Any, tmp_path: Path) -> None:
    def apply(document: Any) -> Any:
        return {
            **{key: value for key, value in document.items() if key != "headline"},
            "title": document["headline"],
        }

    steps = (Migration("briefing/0", "briefing/1", apply),)
    old = {
        "format": "briefing/0",
        "headline": tree.pop("title"),
        **{k: v for k, v in tree.items() if k != "format"},
    }
    path = tmp_path / "old.briefing"
    path.write_text(json.dumps(old), encoding="utf-8")
    before = path.read_bytes()
    opened = read_briefing(path, migrations=steps)
    assert opened.briefing is not None
    assert opened.migrated_from == "briefing/0"
    assert opened.briefing.title.startswith("19th")
    assert path.read_bytes() == before
    circle = (Migration("briefing/0", "briefing/0", dict),)
    assert read_briefing(path, migrations=circle).problems[0].code == "format-unknown"
    old["headline"] = 7
    path.write_text(json.dumps(old), encoding="utf-8")
    broken = read_briefing(path, migrations=steps)
    assert broken.briefing is None
    assert broken.sound_part is None
    assert root.is_dir()


def test_a_file_of_every_format_version_still_opens(root: Path) -> None:
    kept = sorted((root / "tests" / "files" / "old").glob("*.briefing"))
    assert [path.stem for path in kept] == ["briefing-1"]
    for path in kept:
        assert read_briefing(path).briefing is not None


def test_problems_are_counted_not_listed_without_end(tree: Any, parse: Parse) -> None:
    tree["glossary"] = [{"abbreviation": "A", "expansion": n} for n in range(1_500)]
    problems = parse(json.dumps(tree)).problems
    assert len(problems) == 1_001
    assert problems[-1].code == "more-problems"


JSON = st.recursive(
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_the_scanner_reads_what_json_reads(value: Any, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found = scan(text)
    if found.complete and not found.problems:
        assert found.tree == json.loads(text)


@given(JSON, st.integers(0, 10**6), st.sampled_from(list('{}[],:"\\0a \n\x00é')))
def test_a_slip_of_the_fingers_never_ends_the_program(value: Any, at: int, slip: str) -> None:
    text = json.dumps({"format": "briefing/1", "x": value})
    at %= len(text)
    opened = parse_briefing((text[:at] + slip + text[at + 1 :]).encode("utf-8", "replace"), "x")
    assert opened.briefing is None
    assert opened.problems
