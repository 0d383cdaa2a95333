"""Each way in which a field can be wrong has a code of ours, and a fix where only one is possible."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.files.quoting import quote, quote_value
from briefing_app.files.shapes import keys_of, owners_of, record_at
from briefing_app.files.validation import validate
from briefing_app.model.opcon import Stage
from briefing_app.words.problems import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.files.reading import Opened


def put(tree: Any, steps: tuple[str | int, ...], value: Any) -> Any:
    for step in steps[:-1]:
        tree = tree[step]
    tree[steps[-1]] = value
    return tree


@pytest.mark.parametrize(
    ("steps", "value", "code", "use"),
    [
        (("id",), "Kidd_19", "slug-form", "kidd-19"),
        (("id",), "!", "slug-form", None),
        (("language",), "en_GB", "language-form", "en-GB"),
        (("sources", 0, "rating"), "b2", "rating-form", "B2"),
        (("sources", 0, "digest"), "sha256:" + "AB" * 32, "digest-form", "sha256:" + "ab" * 32),
        (("agreements", 0, "id"), "A1", "id-form", None),
        (("agreements", 0, "origin"), "machine", "origin-form", None),
        (("agreements", 0, "inferred"), ["Series.Ordinal"], "field-path-form", "series.ordinal"),
        (("bottom_line", "id"), "bottom", "fixed-id", "bottom-line"),
        (("agreements", 0, "kind"), "Agreed ", "not-one-of-near", "agreed"),
        (("agreements", 0, "kind"), ["agreed"], "not-one-of", None),
        (("agreements", 0, "quote"), "x" * 9_000, "too-long", None),
        (("agreements", 0, "key"), "yes", "wrong-type-boolean", None),
        (("agreements", 0, "parties"), "KR", "wrong-type-list", None),
        (("agreements", 0), "x", "wrong-type-object", None),
        (("agreements", 0, "topic"), {}, "wrong-type-text", None),
        (("event", "series", "ordinal"), 2_000_000, "number-too-large", None),
        (("event", "series", "ordinal"), 1.5, "wrong-type-number", None),
        (("agreements", 0, "evidence", 0, "start"), "a b c d e f g", "too-many-words", None),
        (("agreements", 0, "statement"), "a\u0085b", "control-character", None),
        (("agreements", 0, "statement"), "a\ud800", "lone-surrogate", None),
        (("differences",), [{"readings": []}], "too-few", None),
        (("sources",), [], "too-few", None),
    ],
)
def test_codes_and_fixes(
    tree: Any, steps: tuple[str | int, ...], value: object, code: str, use: str | None
) -> None:
    put(tree, steps, value)
    briefing, problems = validate(tree)
    assert briefing is None
    found = next(problem for problem in problems if problem.code == code)
    assert found.where.steps[: len(steps)] == steps
    assert found.values.get("use") == use
    said = say(code, found.values)
    assert said.message != code
    assert not re.search(r"\{[a-z]", said.message + said.hint)


def test_a_list_is_not_called_short_for_the_faults_of_its_elements(tree: Any) -> None:
    tree["sources"][0]["title"] = 7
    assert [problem.code for problem in validate(tree)[1]] == ["wrong-type-text"]


def test_a_key_is_looked_for_where_it_would_belong(tree: Any, parse: Callable[[str | bytes], Opened]) -> None:
    tree["statment"] = tree["agreements"][0]["statment"] = "x"
    tree["certainty"] = "none"
    tree["sources"][0]["colour of the paper"] = 1
    found = {problem.where.path: problem for problem in parse(json.dumps(tree, indent=1)).problems}
    assert found["agreements[0].statment"].values["use"] == "statement"
    assert found["statment"].code == "unknown-key"
    assert found["certainty"].values["owners"] == "meetings"
    assert "digest" in str(found["sources[0].colour of the paper"].values["known"])


def test_shapes_follow_the_model() -> None:
    assert record_at(("opcon", "tracks", 3, "stages", 0)) is Stage
    assert record_at(("title",)) is None
    assert record_at(("nothing", "at", "all")) is None
    assert keys_of(("bottom_line",))[:2] == ("id", "text")
    assert keys_of(("title",)) == ()
    assert owners_of("capacity") == ("participants",)
    assert owners_of("nothing") == ()


def test_quotes_show_what_hides_and_are_short() -> None:
    assert quote("a\u202eb\nc\x07") == "a[U+202E]b[U+000A]c[U+0007]"
    assert len(quote("x" * 1_000)) == 60
    assert [quote_value(value) for value in ("a", [], [1], {}, {"a": 1}, None, True, 1.5)] == [
        "a",
        "[]",
        "[…]",
        "{}",
        "{…}",
        "null",
        "true",
        "1.5",
    ]
