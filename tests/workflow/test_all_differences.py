"""Every difference of the canonical texts of two briefings is told, whatever they hold."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.model.briefing import Briefing
from briefing_app.model.canonical import to_text
from briefing_app.workflow.change_words import naming, sentences, title_of
from briefing_app.workflow.comparing import compare
from tests.conftest import FEWER

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
DATA = json.loads((EXAMPLES / "kidd-19.briefing").read_text(encoding="utf-8"))

TEXTS = st.sampled_from(["Open an office", "Open an offic\u00e9", "Open an office\u0301", "1"])
STATES = st.sampled_from(["drafted", "accepted"])


def passages(least: int = 0) -> st.SearchStrategy[list[dict[str, Any]]]:
    one_passage = st.fixed_dictionaries(
        {
            "source": st.just("s1"),
            "paragraph": st.integers(1, 2),
            "start": TEXTS,
            "digest": st.just("sha256:" + "0" * 64),
        },
        optional={"end": TEXTS, "page": st.integers(1, 2)},
    )
    return st.lists(one_passage, min_size=least, max_size=least + 1)


def item_of(name: str, **more: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"id": st.just(name), **more, "review": st.fixed_dictionaries({"state": STATES})},
        optional={"evidence": passages(), "key": st.booleans(), "inferred": st.just(["when"])},
    )


@st.composite
def some(draw: st.DrawFn, /, *names: str, **more: Any) -> list[dict[str, Any]]:
    """Items with some of these ids, in any order."""
    found = draw(st.lists(st.sampled_from(names), unique=True, max_size=len(names)))
    return [draw(item_of(name, **more)) for name in found]


@st.composite
def opcons(draw: st.DrawFn, findings: list[dict[str, Any]]) -> dict[str, Any]:
    stages = draw(some("o1", "o2", "o3", stage=st.just("IOC"), state=st.just("planned")))
    names = draw(st.lists(st.sampled_from([None, "Air", "Sea"]), max_size=3))
    homes = [draw(st.integers(0, max(len(names) - 1, 0))) for _ in stages]
    tracks = [
        {"stages": [each for each, home in zip(stages, homes, strict=True) if home == n]}
        | ({"name": name} if name else {})
        for n, name in enumerate(names)
    ]
    return {"tracks": tracks, "findings": findings}


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Small briefings of few values, so that two of them often agree in much."""
    findings = draw(some("b1", "b2", "b3", text=TEXTS))
    split = draw(st.integers(0, len(findings))) if draw(st.booleans()) else -1
    entries = draw(st.lists(st.sampled_from(["KIDD", "FOC"]), max_size=3))
    unused = draw(st.lists(st.sampled_from(["u1", "u2"]), unique=True))
    data = {
        **{key: DATA[key] for key in ("format", "id", "language", "as_of", "sources")},
        "status": "draft",
        "title": draw(TEXTS),
        "prepared": draw(st.sampled_from([None, {}, {"by": "Desk"}])),
        "comment": draw(st.sampled_from([None, "Mine", "1"])),
        "bottom_line": draw(item_of("bottom-line", text=TEXTS)),
        "event": draw(st.sampled_from([None, DATA["event"]])),
        "agreements": draw(some("a1", "a2", "a3", statement=TEXTS, kind=st.just("agreed"))),
        "opcon": draw(opcons(findings[:split])) if split >= 0 else None,
        "background": findings[max(split, 0) :],
        "glossary": [{"abbreviation": name, "expansion": draw(TEXTS)} for name in entries],
        "unused": [{"id": name, "cue": "agreed to", "passage": draw(passages(1))[0]} for name in unused],
    }
    return Briefing.model_validate(data)


@pytest.mark.no_cover
@given(briefings(), briefings())
def test_nothing_is_found_exactly_where_the_texts_are_equal(before: Briefing, after: Briefing) -> None:
    assert (compare(before, after) == ()) == (to_text(before) == to_text(after))
    assert compare(before, Briefing.model_validate_json(to_text(before))) == ()


@pytest.mark.no_cover
@given(briefings(), briefings())
def test_each_item_is_told_once_and_each_field_differs(before: Briefing, after: Briefing) -> None:
    found = compare(before, after)
    told = [(each.panel, each.item) for each in found if each.panel != "glossary"]
    assert len(told) == len(set(told))
    assert all(field.before != field.after for each in found for field in each.fields)
    assert all(each.fields for each in found if each.item != "opcon")


@pytest.mark.no_cover
@given(briefings(), briefings())
def test_the_other_way_round_the_same_is_told_of_all_that_keeps_its_place(
    before: Briefing, after: Briefing
) -> None:
    other = {"added": "removed", "removed": "added", "changed": "changed"}
    forth = {(each.change, each.item) for each in compare(before, after) if each.change in other}
    back = {(each.change, each.item) for each in compare(after, before) if each.change in other}
    assert {(other[change], item) for change, item in forth if change != "changed"} == {
        (change, item) for change, item in back if change != "changed"
    }


@given(briefings(), briefings())
@settings(max_examples=2 * FEWER)
def test_every_change_is_said_in_lines(before: Briefing, after: Briefing) -> None:
    names = naming(before, after)
    for change in compare(before, after):
        lines = [title_of(change, names), *sentences(change, names)]
        assert all(line.strip() and "\n" not in line for line in lines)
        assert len(lines) > 1 or not change.fields or change.panel == "unused"


@given(st.integers(0, 12), st.integers(0, 12))
def test_moving_one_item_reports_one(start: int, end: int) -> None:
    agreements = [{**DATA["agreements"][0], "id": f"a{n}"} for n in range(13)]
    before = Briefing.model_validate({**DATA, "agreements": agreements})
    item = agreements.pop(start)
    agreements.insert(end, item)
    found = compare(before, Briefing.model_validate({**DATA, "agreements": agreements}))
    assert [each.change for each in found] == ["moved"] * (start != end)
    if abs(start - end) > 1:
        assert found[0].item == item["id"]


def test_what_differs_in_a_sample_is_found_at_every_leaf() -> None:
    before = Briefing.model_validate(DATA)
    variations = _variations(DATA)
    assert len(variations) > 150
    for changed in variations:
        assert compare(before, Briefing.model_validate(changed)), changed


def _variations(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return copies of a document, each with one list turned round or one text changed."""
    found = []
    for steps, value in _leaves(data):
        other = copy.deepcopy(data)
        node = other
        for step in steps[:-1]:
            node = node[step]
        if isinstance(value, list):
            node[steps[-1]] = value[::-1]
        elif steps[-1] in ("text", "statement", "name", "title", "phrase", "note", "start", "end", "cue"):
            node[steps[-1]] = "Other words"
        else:
            continue
        if other != data:
            found.append(other)
    return found


def _leaves(node: Any, steps: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    found = [(steps, node)] if steps else []
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in pairs:
        found += _leaves(value, (*steps, step))
    return found
