"""The scanner against `json` itself: the same values, and for each value the very text that it stands in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files import scanner
from briefing_app.files.scanner import scan
from briefing_app.model.record import MAX_NESTING

SAFE = st.text(st.characters(exclude_categories=("Cc", "Cs")))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | SAFE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SAFE, inner, max_size=4),
    max_leaves=20,
)


def at(tree: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        tree = tree[step]
    return tree


def codes(text: str) -> list[str]:
    return [problem.code for problem in scan(text).problems]


@given(JSON, st.sampled_from([None, 0, 2, "\t"]), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_valid_text_is_read_as_json_reads_it(
    value: Any,
    indent: int | str | None,
    ascii_only: bool,  # noqa: FBT001
    end: str,
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only).replace("\n", end)
    found = scan(text)
    assert found.complete
    assert found.problems == ()
    assert json.dumps(found.tree) == json.dumps(value)
    for steps, position in found.positions.items():
        part = text[position.offset : position.end]
        assert json.dumps(json.loads(part)) == json.dumps(at(value, steps))
        before = text[: position.offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert (position.line, position.column) == (len(before), len(before[-1]) + 1)
        if steps and isinstance(steps[-1], str):
            key, end_of_key = json.JSONDecoder().raw_decode(text, position.key_offset)
            assert key == steps[-1]
            assert text[end_of_key : position.offset].strip() == ":"
        else:
            assert position.key_line == 0


@given(
    JSON, st.lists(st.tuples(st.integers(0), st.sampled_from([*"{}[],:\"\\/#'01+-.eNx \n", ""])), max_size=4)
)
def test_whatever_is_done_to_a_text_json_and_the_scanner_agree_on_whether_it_is_one(
    value: Any, slips: list[tuple[int, str]]
) -> None:
    text = json.dumps(value, ensure_ascii=False)
    for where, slip in slips:
        n = where % (len(text) + 1)
        text = text[:n] + slip + text[n + 1 :]
    found = scan(text)
    try:
        tree = json.loads(text)
    except ValueError:
        assert found.problems
        return
    assert found.complete
    assert json.dumps(found.tree) == json.dumps(tree)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "json-empty", 1, 1),
        ("\n ", "json-empty", 2, 2),
        ('{"a": 1\n "b": 2}', "json-missing-comma", 1, 8),
        ("[true false]", "json-missing-comma", 1, 6),
        ('{"a" 1}', "json-missing-colon", 1, 5),
        ("[1,\n2,\n]", "json-trailing-comma", 2, 2),
        ('{"a": 1,}', "json-trailing-comma", 1, 8),
        ("[1,,2]", "json-extra-comma", 1, 4),
        ("{,}", "json-extra-comma", 1, 2),
        ('{"a": }', "json-missing-value", 1, 7),
        ('{"a": "x\n"}', "json-unclosed-text", 1, 7),
        ('["x', "json-unclosed-text", 1, 2),
        ('{\n"a": [1,\n', "json-unclosed", 2, 6),
        ('{"a": [1}', "json-wrong-bracket", 1, 9),
        ("['x']", "json-single-quotes", 1, 2),
        ("{'x': 1}", "json-single-quotes", 1, 2),
        ("[“x”]", "json-curly-quotes", 1, 2),
        ("[1 // one\n]", "json-comment", 1, 4),
        ("# one\n[]", "json-comment", 1, 1),
        ("[] /* one */", "json-comment", 1, 4),
        ("[None]", "json-word", 1, 2),
        ("[01]", "json-number", 1, 2),
        ("[1.]", "json-number", 1, 2),
        ("[+1]", "json-number", 1, 2),
        ("[.5]", "json-number", 1, 2),
        ("[0x1F]", "json-number", 1, 2),
        (f"[{'9' * 5_000}]", "json-long-number", 1, 2),
        ("[-]", "json-bare-text", 1, 2),
        ("{a: 1}", "json-bare-key", 1, 2),
        ("{[1]: 1}", "json-unexpected", 1, 2),
        ("[\u00a01]", "json-unexpected", 1, 2),
        ("[1 x]", "json-unexpected", 1, 4),
        ('{"a": "he said "yes""}', "json-quote-inside", 1, 17),
        (r'["a\x"]', "json-escape", 1, 4),
        (r'["a\u12"]', "json-escape", 1, 4),
        ("[] []", "json-text-after", 1, 4),
    ],
)
def test_the_first_thing_that_is_no_json_ends_the_scan(text: str, code: str, line: int, column: int) -> None:
    found = scan(text)
    assert not found.complete
    assert found.tree is None
    assert [(each.code, each.where.line, each.where.column) for each in found.problems] == [
        (code, line, column)
    ]


def test_what_can_be_read_over_is_collected() -> None:
    text = '{"a": NaN, "b": "\\ud83d x \\u0000",\n "c": "\t\\u0085",\n "a": -Infinity, "d": "\\ud83d\\ude00"}'
    found = scan(text)
    assert found.complete
    assert [(each.code, each.where.path, each.where.line, each.where.column) for each in found.problems] == [
        ("json-not-a-number", "a", 1, 7),
        ("lone-surrogate", "b", 1, 18),
        ("control-character", "b", 1, 27),
        ("control-character", "c", 2, 8),
        ("control-character", "c", 2, 9),
        ("duplicate-key", "a", 3, 2),
        ("json-not-a-number", "a", 3, 7),
    ]
    assert found.problems[5].values == {"key": "a", "line": 1}
    assert isinstance(found.tree, dict)
    assert found.tree["d"] == "😀"
    assert codes(r'"\ud83d\u0041"') == ["lone-surrogate"]
    assert codes('["a\\nb"]') == []


def test_depth_costs_no_stack() -> None:
    assert codes("[" * MAX_NESTING + "]" * MAX_NESTING) == []
    for text in ("[" * 10_000 + "]" * 10_000, '{"a":' * 10_000, "[" * (MAX_NESTING + 1)):
        (problem,) = scan(text).problems
        assert problem.code == "json-too-deep"
        assert problem.values == {"most": MAX_NESTING}


def test_a_flood_of_values_ends_before_the_memory_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "MAX_VALUES", 100)
    assert codes("[" + "1," * 90 + "1]") == []
    assert codes("[" + "1," * 5_000 + "1]") == ["json-too-many-values"]
