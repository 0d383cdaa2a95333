"""A faulty file in memory: changed value by value, undone, judged as one types, and saved as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words.problems import say
from briefing_app.workflow.fixes import Fix
from briefing_app.workflow.fixing import Change, Target, Working, begin, save_fixed, save_fixed_as
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Broken = Callable[[str, str], Working]


def told(working: Working, code: str) -> Problem:
    return next(each for each in working.opened.problems if each.code == code)


def fix_of(working: Working, code: str) -> Fix:
    fix = working.fix(told(working, code), Random(1))  # noqa: S311 - no secret
    assert fix is not None
    return fix


def test_undo_and_redo_go_through_the_texts(broken: Broken) -> None:
    working = broken('"country": "US"', '"country": "USA"')
    fixed = working.fixed(fix_of(working, "country-unknown"))
    assert fixed.unsaved
    back = fixed.undo()
    assert (back.text, back.unsaved) == (working.text, False)
    assert back.undo() is back
    again = back.redo()
    assert again.text == fixed.text
    assert again.redo() is again
    assert back.fixed(fix_of(back, "country-unknown")).undone == ()


def edit(working: Working, code: str, typed: str) -> str:
    """Return what is said against what is typed to put a problem right."""
    target = working.target(told(working, code))
    assert target is not None
    found = working.objection(target, typed)
    return say(found.code, found.values).message if found else ""


def test_what_is_typed_is_judged_as_it_would_stand_in_the_file(broken: Broken) -> None:
    working = broken('"edtf": "[2021-06..]"', '"edtf": "2021-13"')
    target = working.target(told(working, "date-month"))
    assert target is not None
    assert (target.kind, target.shown) == ("text", "2021-13")
    assert "month 14" in edit(working, "date-month", "2021-14")
    assert edit(working, "date-month", "2021-06") == ""
    after = working.edited(target, "2021-06")
    assert after.text == working.text.replace('"2021-13"', '"2021-06"')


def test_a_value_that_is_no_text_is_edited_as_json(broken: Broken) -> None:
    working = broken('"paragraph": 4,', '"paragraph": "four",')
    assert edit(working, "wrong-type-number", '"4"') != ""
    assert edit(working, "wrong-type-number", "[4") != ""
    assert edit(working, "wrong-type-number", "4") == ""


def test_a_text_with_quotation_marks_is_written_as_json(broken: Broken) -> None:
    working = broken('"place": "Singapore"', '"place": " "')
    target = working.target(told(working, "blank"))
    assert target is not None
    after = working.edited(target, 'The "Lion City" \\ é')
    assert after.left == 0
    assert 'The \\"Lion City\\" \\\\ é' in after.text


def test_a_key_is_edited_as_a_key(broken: Broken) -> None:
    working = broken('"place": "Singapore"', '"plaza": "Singapore"')
    target = working.target(told(working, "unknown-key"))
    assert target is not None
    assert (target.kind, target.shown) == ("key", "plaza")
    assert edit(working, "unknown-key", "plaza2") != ""
    assert edit(working, "unknown-key", "title") != "", "it stands there already"
    assert edit(working, "unknown-key", "place") == ""
    assert working.edited(target, "place").left == 0


def test_of_a_text_that_is_no_json_the_line_is_edited(broken: Broken) -> None:
    working = broken('"place": "Singapore"', '"place": "The "Lion City""')
    target = working.target(told(working, "json-quote-inside"))
    assert target is not None
    assert target.kind == "line"
    assert edit(working, "json-quote-inside", target.shown) != ""
    right = target.shown.replace('"Lion City"', '\\"Lion City\\"', 1)
    assert edit(working, "json-quote-inside", right) == ""
    assert working.edited(target, right).left == 0


def test_a_second_faulty_line_does_not_keep_the_first_from_being_put_right(
    text: str, begun: Callable[[bytes], Working]
) -> None:
    spoilt = text.replace('"place": "Singapore"', '"place": "Sing"apore"', 1).rstrip().removesuffix("}")
    working = begun(spoilt.encode())
    target = working.target(told(working, "json-quote-inside"))
    assert target is not None
    assert edit(working, "json-quote-inside", target.shown.replace('g"a', "ga")) == ""
    assert edit(working, "json-quote-inside", target.shown.replace('g"a', "ga") + "{") != ""


def test_what_only_escapes_can_show_is_edited_as_json(broken: Broken) -> None:
    working = broken('"place": "Singapore"', '"place": "Sing\\u0007apore"')
    target = working.target(told(working, "control-character"))
    assert target is not None
    assert (target.kind, target.shown) == ("json", '"Sing\\u0007apore"')


@pytest.mark.parametrize("cut", ['{"format": "briefing/1"}', "{", "[]"])
def test_what_cannot_be_put_right_here_has_no_field(cut: str, begun: Callable[[bytes], Working]) -> None:
    working = begun(cut.encode())
    assert all(working.target(each) is None for each in working.opened.problems)


def test_a_warning_is_there_until_it_is_put_right(text: str, begun: Callable[[bytes], Working]) -> None:
    tree = json.loads(text)
    tree["bottom_line"]["text"] = "one " * 60
    working = begun(json.dumps(tree).encode())
    assert edit(working, "bottom-line-long", "one " * 51) != ""
    assert edit(working, "bottom-line-long", "One line.") == ""


# ------------------------------------------------------------------------------------------------- saving


def test_saving_writes_the_text_as_it_is(broken: Broken, text: str) -> None:
    working = broken('"country": "US"', '"country": "USA"')
    opened = save_fixed(working.fixed(fix_of(working, "country-unknown")))
    assert opened.briefing is not None
    assert working.path.read_bytes() == text.encode()


def test_a_file_that_was_changed_since_is_not_written_over(broken: Broken, tmp_path: Path) -> None:
    working = broken('"country": "US"', '"country": "USA"')
    fixed = working.fixed(fix_of(working, "country-unknown"))
    working.path.write_text("{}", encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        save_fixed(fixed)
    assert caught.value.problems[0].code == "file-changed"
    assert working.path.read_text(encoding="utf-8") == "{}"
    with pytest.raises(BriefingError):
        save_fixed_as(fixed, working.path, replacing=False)
    other = tmp_path / "b.briefing"
    assert save_fixed_as(fixed, other, replacing=False).briefing is not None
    assert save_fixed_as(fixed, working.path, replacing=True).briefing is not None
    assert working.path.read_bytes() == other.read_bytes()


def test_what_is_no_text_file_or_another_one_by_now_is_not_begun(tmp_path: Path) -> None:
    file = tmp_path / "a.briefing"
    assert begin(file, "") is None
    for data in (b"\xff\xfe{", b"{}"):
        file.write_bytes(data)
        digest = open_briefing(file).digest
        assert (begin(file, digest) is None) == (data != b"{}")
        assert begin(file, "sha256:0") is None


def test_the_changed_lines_are_told(text: str, begun: Callable[[bytes], Working]) -> None:
    spoilt = text.replace('"country": "US"', '"country": "USA"', 1)
    working = begun(spoilt.encode())
    fixed = working.fixed(fix_of(working, "country-unknown"))
    line = spoilt[: spoilt.index('"USA"')].count("\n") + 1
    assert working.changes() == ()
    assert fixed.changes() == (Change(line, '    "country": "USA",', '    "country": "US",'),)
    target = working.target(told(working, "country-unknown"))
    assert target is not None
    shorter = begun(text.replace('"mode": "in-person",', '"mode":\nnull,', 1).encode())
    after = shorter.fixed(fix_of(shorter, "null-value"))
    (change,) = after.changes()
    assert "null" in change.before
    assert "null" not in change.after


def test_a_very_long_line_is_not_edited_here(begun: Callable[[bytes], Working]) -> None:
    working = begun(b'{"format": "briefing/1", "title": "' + b"x" * 3_000 + b'" "id": "a"}')
    assert working.target(told(working, "json-missing-comma")) is None


def test_an_older_format_has_no_fix_for_its_paths_are_other_ones(
    begun: Callable[[bytes], Working], monkeypatch: pytest.MonkeyPatch
) -> None:
    working = begun(b'{"format": "briefing/1", "title": 7}')
    problem = working.opened.problems[0]
    monkeypatch.setitem(working.__dict__, "opened", replace(working.opened, migrated_from="briefing/0"))
    assert working.fix(problem) is None
    assert working.target(problem) is None


def test_a_number_in_the_place_of_a_text_is_edited_as_text(broken: Broken) -> None:
    working = broken('"place": "Singapore"', '"place": 7')
    target = working.target(told(working, "wrong-type-text"))
    assert target is not None
    assert (target.kind, target.shown) == ("text", "7")
    assert edit(working, "wrong-type-text", "Singapore") == ""


def test_a_newer_format_is_not_edited_into_this_one(broken: Broken) -> None:
    working = broken('"format": "briefing/1"', '"format": "briefing/7"')
    problem = told(working, "format-newer")
    assert working.target(problem) is None
    assert working.fix(problem) is None


def test_the_values_of_a_fixed_list_are_known(broken: Broken) -> None:
    target = broken_target(broken, '"kind": "pledged"', '"kind": "promised"', "not-one-of")
    assert {"pledged", "agreed"} <= set(target.choices)
    target = broken_target(broken, '"edtf": "[2021-06..]"', '"edtf": "2021-13"', "date-month")
    assert target.choices == ()


def broken_target(broken: Broken, old: str, new: str, code: str) -> Target:
    working = broken(old, new)
    target = working.target(told(working, code))
    assert target is not None
    return target


def test_what_is_left_of_the_first_is_counted_apart_from_what_came_to_light(
    text: str, begun: Callable[[bytes], Working]
) -> None:
    bad = text.replace('"kind": "pledged"', '"kind": "pledgd"', 1).replace('"id": "a2"', '"id": "a1"', 1)
    working = begun(bad.replace('"edtf": "[2021-06..]"', '"edtf": "2021-13"', 1).encode())
    assert (working.left, working.left_of_first) == (working.first, working.first)
    at = working.text.index('"country": "US"')
    worse = working.fixed(fix_of(working, "not-one-of-near"))
    worse = worse.fixed(worse_fix(worse, at))
    assert worse.left == working.first
    assert worse.left_of_first == working.first - 1


def worse_fix(working: Working, at: int) -> Fix:
    return Fix("use", working.text.index('"US"', at), working.text.index('"US"', at) + 4, '"Zz"')
