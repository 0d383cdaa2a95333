from __future__ import annotations

import copy
import pickle
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_app.model.dates import DateError, Edtf, parse, parse_day, parse_published

if TYPE_CHECKING:
    from collections.abc import Callable

QUALIFIERS = st.sampled_from(["", "", "?", "~", "%"])
PARTS = ("21", "22", "23", "24", "33", "34", "35", "36", "40", "41")
DAY = timedelta(days=1)


def _cut(day: date, length: int, unknown: int) -> str:
    """Return the first 4, 7 or 10 characters of a day, its last `unknown` figures replaced by X."""
    text = day.isoformat()[:length]
    figures = [n for n, character in enumerate(text) if character != "-"]
    hidden = set(figures[len(figures) - min(unknown, len(figures) - 1) :])
    return "".join("X" if n in hidden else character for n, character in enumerate(text))


plain = st.builds(
    _cut, st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7])
)
parts = st.builds("{:04}-{}".format, st.integers(1, 9998), st.sampled_from(PARTS))
ends = st.builds("{}{}".format, plain, QUALIFIERS)
points = st.builds("{}{}".format, st.one_of(plain, parts), QUALIFIERS)


def _in_order(pair: tuple[str, str]) -> list[str]:
    """Return two dates such that the second can end after the first begins."""
    return sorted(pair, key=lambda text: parse(text).earliest or date.min)


expressions = st.one_of(
    points,
    ends.map("{}/..".format),
    ends.map("../{}".format),
    st.tuples(ends, ends).map(_in_order).map("/".join),
    points.map("[{}..]".format),
    points.map("[..{}]".format),
    st.tuples(points, points).map(_in_order).map("..".join).map("[{}]".format),
    st.lists(points, min_size=2, max_size=5).map(",".join).map("[{}]".format),
)


def _refused(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse(text)
    return caught.value


def _outcome(read: Callable[[str], object], text: str) -> object:
    """Return what a reader makes of a text: its result, or its own error; any other escapes."""
    try:
        return read(text)
    except DateError as error:
        return error


def _check(text: str) -> None:
    """Parse any text and check what holds whatever comes back."""
    outcome = _outcome(parse, text)
    if isinstance(outcome, Edtf):
        assert str(outcome) == text
        assert (outcome.earliest or date.min) <= (outcome.latest or date.max)
        return
    assert isinstance(outcome, DateError)
    assert re.fullmatch(r"date-[a-z-]+", outcome.code)
    assert str(outcome.values["value"]).rstrip("…") in text
    assert str(outcome.values["part"]).rstrip("…") in text
    if "use" in outcome.values:
        assert isinstance(parse(str(outcome.values["use"])), Edtf)


@given(expressions)
def test_what_is_accepted_prints_as_it_was_read(text: str) -> None:
    edtf = parse(text)
    assert str(edtf) == edtf.text == text
    assert parse(str(edtf)) == edtf
    assert hash(parse(text)) == hash(edtf)


@given(expressions)
def test_bounds_are_in_order_and_the_latest_start_lies_between(text: str) -> None:
    edtf = parse(text)
    earliest, latest = edtf.earliest or date.min, edtf.latest or date.max
    assert edtf.earliest or edtf.latest
    assert earliest <= latest
    if edtf.latest_start is None:
        assert edtf.shape == "after"
    else:
        assert earliest <= edtf.latest_start <= latest


@given(expressions)
def test_qualifiers_are_seen_wherever_they_stand(text: str) -> None:
    edtf = parse(text)
    assert edtf.approximate == ("~" in text or "%" in text)
    assert edtf.uncertain == ("?" in text or "%" in text)


@given(expressions)
def test_an_open_end_is_one_that_is_written_open(text: str) -> None:
    edtf = parse(text)
    assert (edtf.latest is None) == text.endswith(("/..", "..]")) == (edtf.extent == "open-end")
    assert (edtf.earliest is None) == text.startswith(("../", "[..")) == (edtf.extent == "open-start")


@given(plain)
def test_bounds_are_the_first_and_the_last_day_that_have_these_figures(text: str) -> None:
    edtf = parse(text)
    figures = re.compile(text.replace("X", "[0-9]"))
    first, last = edtf.earliest, edtf.latest
    assert first
    assert last
    assert figures.match(first.isoformat())
    assert figures.match(last.isoformat())
    assert first == date.min or not figures.match((first - DAY).isoformat())
    assert last == date.max or not figures.match((last + DAY).isoformat())


@given(st.text())
@example("[")
@example("]")
@example("/")
@example("[,]")
@example("[]")
@example("2021-06-04\n")
@example("٢٠٢١")
@example("2021-W22-1")
@example("\ud800")
@example("0" * 10_000)
@example("[" + "2021," * 5_000)
def test_no_text_raises_anything_else(text: str) -> None:
    _check(text)


@given(
    expressions,
    st.integers(0, 60),
    st.integers(0, 3),
    st.text("0123456789Xx-–/.,[]{}?~%T:ZQH JuneSpring\n", max_size=4),
)
def test_no_damaged_date_raises_anything_else(text: str, at: int, dropped: int, inserted: str) -> None:
    _check(text[:at] + inserted + text[at + dropped :])


@pytest.mark.parametrize(
    ("text", "shape", "extent", "earliest", "latest", "latest_start"),
    [
        ("2021", "year", "within", "2021-01-01", "2021-12-31", "2021-12-31"),
        ("2021-06", "month", "within", "2021-06-01", "2021-06-30", "2021-06-30"),
        ("2024-02", "month", "within", "2024-02-01", "2024-02-29", "2024-02-29"),
        ("2021-06-04", "day", "solid", "2021-06-04", "2021-06-04", "2021-06-04"),
        ("2021-06-04~", "day", "solid", "2021-06-04", "2021-06-04", "2021-06-04"),
        ("2021-21", "span", "within", "2021-03-01", "2021-05-31", "2021-05-31"),
        ("2021-22", "span", "within", "2021-06-01", "2021-08-31", "2021-08-31"),
        ("2021-23", "span", "within", "2021-09-01", "2021-11-30", "2021-11-30"),
        ("2023-24", "span", "within", "2023-12-01", "2024-02-29", "2024-02-29"),
        ("2021-33", "span", "within", "2021-01-01", "2021-03-31", "2021-03-31"),
        ("2021-35", "span", "within", "2021-07-01", "2021-09-30", "2021-09-30"),
        ("2021-36", "span", "within", "2021-10-01", "2021-12-31", "2021-12-31"),
        ("2021-40", "span", "within", "2021-01-01", "2021-06-30", "2021-06-30"),
        ("2021-41", "span", "within", "2021-07-01", "2021-12-31", "2021-12-31"),
        ("202X", "span", "within", "2020-01-01", "2029-12-31", "2029-12-31"),
        ("000X", "span", "within", "0001-01-01", "0009-12-31", "0009-12-31"),
        ("2021-XX", "span", "within", "2021-01-01", "2021-12-31", "2021-12-31"),
        ("2021-0X", "span", "within", "2021-01-01", "2021-09-30", "2021-09-30"),
        ("2021-1X", "span", "within", "2021-10-01", "2021-12-31", "2021-12-31"),
        ("2021-05-XX", "span", "within", "2021-05-01", "2021-05-31", "2021-05-31"),
        ("2021-05-1X", "span", "within", "2021-05-10", "2021-05-19", "2021-05-19"),
        ("2021-02-2X", "span", "within", "2021-02-20", "2021-02-28", "2021-02-28"),
        ("2021-06-04/2021-06-05", "days", "solid", "2021-06-04", "2021-06-05", "2021-06-04"),
        ("2029-01/2029-04", "period", "within", "2029-01-01", "2029-04-30", "2029-01-31"),
        ("2021-06/2021-06-03", "period", "within", "2021-06-01", "2021-06-03", "2021-06-03"),
        ("2021-06-03/2021-06", "period", "within", "2021-06-03", "2021-06-30", "2021-06-03"),
        ("2021-05-XX/2021-06-03", "period", "within", "2021-05-01", "2021-06-03", "2021-05-31"),
        ("2021-06/..", "from", "open-end", "2021-06-01", None, "2021-06-30"),
        ("../2028", "until", "open-start", None, "2028-12-31", "2028-12-31"),
        ("[2021-06..]", "after", "open-end", "2021-06-01", None, None),
        ("[..2030]", "before", "open-start", None, "2030-12-31", "2030-12-31"),
        ("[2021-07..2021-12]", "span", "within", "2021-07-01", "2021-12-31", "2021-12-31"),
        ("[2026-03,2026-04]", "span", "within", "2026-03-01", "2026-04-30", "2026-04-30"),
        ("[2021-06-09,2021-06-04]", "span", "within", "2021-06-04", "2021-06-09", "2021-06-09"),
        ("[2021-21..2021-41]", "span", "within", "2021-03-01", "2021-12-31", "2021-12-31"),
    ],
)
def test_each_form_has_its_bounds(
    text: str, shape: str, extent: str, earliest: str | None, latest: str | None, latest_start: str | None
) -> None:
    edtf = parse(text)
    assert (edtf.shape, edtf.extent) == (shape, extent)
    found = [day and day.isoformat() for day in (edtf.earliest, edtf.latest, edtf.latest_start)]
    assert found == [earliest, latest, latest_start]


def test_the_points_keep_what_stands_in_the_expression() -> None:
    start, end = parse("2021-06~/2021-08-1X").points
    assert (start.text, start.qualifier, start.kind) == ("2021-06", "~", "month")
    assert (end.text, end.qualifier, end.kind) == ("2021-08-1X", "", "some-day")


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("", "date-empty", {}),
        (" \t", "date-empty", {}),
        ("soon", "date-form", {}),
        ("2021-06..", "date-form", {}),
        ("2021-W22", "date-form", {}),
        ("[2021-06..]]", "date-form", {"part": "]"}),
        ("0000", "date-year", {"year": "0000"}),
        ("12021", "date-year", {"year": "12021"}),
        ("-2021", "date-year", {"year": "-2021"}),
        ("Y12021", "date-year", {"year": "Y12021"}),
        ("9999-24", "date-year", {"year": "10000"}),
        ("2021-13", "date-month", {"month": "13"}),
        ("2021-2X", "date-month", {"month": "2X"}),
        ("2021-21-05", "date-month", {"month": "21"}),
        ("2021-25", "date-part", {"month": "25"}),
        ("2021-02-29", "date-day", {"day": "29", "month": "2021-02", "last": 28}),
        ("2021-02-3X", "date-day", {"day": "3X", "month": "2021-02", "last": 28}),
        ("XXXX", "date-unknown", {}),
        ("XXXX-XX", "date-unknown", {}),
        ("XXXX-05", "date-unknown-first", {}),
        ("2X21", "date-unknown-first", {}),
        ("2021-XX-05", "date-unknown-first", {}),
        ("2021~-06", "date-qualifier", {}),
        ("[2021..]~", "date-qualifier", {}),
        ("2021-06-04T0946", "date-time", {}),
        ("2021-01-01/2021-01-02/2021-01-03", "date-interval", {}),
        ("2021-06/", "date-interval-end", {}),
        ("/2021-06", "date-interval-end", {}),
        ("../..", "date-interval-open", {}),
        ("2021-41/2021-12", "date-season-in-interval", {"part": "2021-41"}),
        ("2021-01/2021-33", "date-season-in-interval", {"part": "2021-33"}),
        ("2021-21/..", "date-season-in-interval", {"part": "2021-21"}),
        ("2021-06/2021-05", "date-order", {"start": "2021-06", "end": "2021-05"}),
        ("[2021..2020]", "date-order", {"start": "2021", "end": "2020"}),
        ("[]", "date-set-empty", {}),
        ("[..]", "date-set-empty", {}),
        ("[2021", "date-set-bracket", {}),
        ("[2021,2022..]", "date-set-mixed", {}),
        ("{2021,2022}", "date-all-of", {}),
    ],
)
def test_everything_else_is_an_error_that_says_what_was_read(
    text: str, code: str, values: dict[str, str | int]
) -> None:
    error = _refused(text)
    assert error.code == code
    assert error.values == {"value": text, "part": text, **values}


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("June 2021", "2021-06"),
        ("jun. 2021", "2021-06"),
        ("2021/06", "2021-06"),
        ("2021-6", "2021-06"),
        ("06-2021", "2021-06"),
        ("2021–06", "2021-06"),
        (" 2021-06 ", "2021-06"),
        ("20210604", "2021-06-04"),
        ("2021/6/4", "2021-06-04"),
        ("4th June 2021", "2021-06-04"),
        ("June 4, 2021", "2021-06-04"),
        ("14/05/2021", "2021-05-14"),
        ("05/14/2021", "2021-05-14"),
        ("2021-05-14T09:46", "2021-05-14"),
        ("4–5 June 2021", "2021-06-04/2021-06-05"),
        ("June 4-5, 2021", "2021-06-04/2021-06-05"),
        ("2021-06-04 / 2021-06-05", "2021-06-04/2021-06-05"),
        ("2021-06-04 to 2021-06-05", "2021-06-04/2021-06-05"),
        ("2021-06-04/05", "2021-06-04/2021-06-05"),
        ("2021-Q3", "2021-35"),
        ("H2 2021", "2021-41"),
        ("Spring 2021", "2021-21"),
        ("2020s", "202X"),
        ("202x", "202X"),
        ("2021?~", "2021%"),
        ("~2021", "2021~"),
        ("[2021-06]", "2021-06"),
        ("[2021-06..", "[2021-06..]"),
        ("[2021-03, 2021-04]", "[2021-03,2021-04]"),
    ],
)
def test_a_fix_is_given_where_only_one_is_possible(text: str, use: str) -> None:
    assert _refused(text).values["use"] == use


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_by_its_name(month: int) -> None:
    name = date(2021, month, 1).strftime("%B")
    assert _refused(f"{name} 2021").values["use"] == f"2021-{month:02}"
    assert _refused(f"2 {name[:3]} 2021").values["use"] == f"2021-{month:02}-02"


@pytest.mark.parametrize(
    "text", ["04/06/2021", "winter 2021", "2000s", "21-2021", "2021/22", "Marching 2021", "June 31, 2021"]
)
def test_no_fix_is_given_where_more_than_one_or_none_is_possible(text: str) -> None:
    assert "use" not in _refused(text).values


def test_a_long_text_is_quoted_in_part_and_gets_no_fix() -> None:
    error = _refused("2021-06 " + " " * 200)
    assert len(str(error.values["value"])) == 80
    assert "use" not in error.values


def test_an_error_can_be_copied_and_stored() -> None:
    error = _refused("2021-13")
    for twin in (copy.copy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301
        assert (twin.code, twin.values) == (error.code, error.values)
    assert isinstance(error, ValueError)


@given(st.dates())
def test_a_day_is_read_strictly(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "code", "use"),
    [
        ("2021", "day-form", None),
        ("2021-06-04~", "day-form", None),
        ("2021-06-04/2021-06-04", "day-form", None),
        ("2021-06-31", "date-day", None),
        ("4 June 2021", "date-form", "2021-06-04"),
        ("June 2021", "date-form", None),
        ("2021-05-14T09:46", "date-time", "2021-05-14"),
    ],
)
def test_what_is_not_one_day_is_refused_with_a_day_as_the_fix(text: str, code: str, use: str | None) -> None:
    with pytest.raises(DateError) as caught:
        parse_day(text)
    assert caught.value.code == code
    assert caught.value.values["value"] == text
    assert caught.value.values.get("use") == use


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("2021-05-14", None, None),
        ("2021-05-14T09:46", "09:46", None),
        ("2021-05-14T09:46:30.250", "09:46:30.250", None),
        ("2021-05-14T09:46Z", "09:46", "Z"),
        ("2021-05-14T09:46+09:00", "09:46", "+09:00"),
        ("2021-05-14T09:46:30-03:30", "09:46:30", "-03:30"),
        ("2021-05-14T09:46+14:00", "09:46", "+14:00"),
    ],
)
def test_when_a_source_appeared_is_kept_as_printed(text: str, time: str | None, zone: str | None) -> None:
    assert parse_published(text) == (date(2021, 5, 14), time, zone)


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("2021-05", "published-form", "2021-05"),
        ("2021-05-14 09:46", "published-form", "2021-05-14 09:46"),
        ("2021-05-14Z", "published-form", "2021-05-14Z"),
        ("2021-05-14T9:46", "published-form", "2021-05-14T9:46"),
        ("2021-05-14T09:46+0900", "published-form", "2021-05-14T09:46+0900"),
        ("2021-05-14T24:00", "published-time", "24:00"),
        ("2021-05-14T09:60", "published-time", "09:60"),
        ("2021-05-14T09:46:60", "published-time", "09:46:60"),
        ("2021-05-14T09:46+15:00", "published-zone", "+15:00"),
        ("2021-05-14T09:46-14:00", "published-zone", "-14:00"),
        ("2021-02-30T09:46", "date-day", "2021-02-30"),
        ("0000-02-01", "date-year", "0000-02-01"),
    ],
)
def test_a_wrong_time_of_publication_says_which_part_is_wrong(text: str, code: str, part: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_published(text)
    error = caught.value
    assert (error.code, error.values["value"], error.values["part"]) == (code, text, part)


@given(st.one_of(st.text(), st.text("0123456789-T:+Z.", max_size=30)))
def test_no_text_raises_anything_else_as_a_day_or_a_time_of_publication(text: str) -> None:
    for read in (parse_day, parse_published):
        outcome = _outcome(read, text)
        assert not isinstance(outcome, DateError) or outcome.code.startswith(("date-", "day-", "published-"))
