from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.dates import days_in, parse
from briefing_app.model.timeline import axis

AS_OF = date(2021, 5, 14)


def test_the_axis_holds_every_date_and_six_months_at_least() -> None:
    short = axis(AS_OF, [])
    assert (short.first, short.last) == (date(2021, 5, 1), date(2021, 10, 31))
    found = axis(AS_OF, [parse(each) for each in ("2021-06-04/2021-06-05", "[2021-06..]", "2021-41")])
    assert (found.first, found.last) == (date(2021, 5, 1), date(2021, 12, 31))
    assert [tick.label for tick in found.ticks()] == [
        "May 2021",
        "",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]


def test_bars_are_fractions_of_the_axis() -> None:
    found = axis(AS_OF, [parse("2021-41")])
    days = (found.last - found.first).days + 1
    block = found.bar(parse("2021-06-04/2021-06-05"))
    assert block.shape == "solid"
    assert [block.start * days, block.end * days] == pytest.approx([34, 36])
    assert found.bar(parse("2021-41")).end == 1.0
    later = found.bar(parse("[2021-06..]"))
    assert (later.shape, later.end) == ("open-end", 1.0)
    before = found.bar(parse("[..2021-06]"))
    assert (before.shape, before.start) == ("open-start", 0.0)
    assert found.bar(parse("2021-06~")).soft


def test_one_of_several_dates_has_a_piece_for_each() -> None:
    found = axis(AS_OF, [parse("[2021-09,2021-06]")])
    bar = found.bar(parse("[2021-09,2021-06]"))
    months = [found.bar(parse(text)) for text in ("2021-06", "2021-09")]
    assert bar.pieces == tuple(months)
    assert (bar.start, bar.end) == (months[0].start, months[1].end)
    whole = found.bar(parse("[2021-06,2021-07]"))
    assert whole.pieces == (whole,)  # what touches is one stretch
    assert len(found.bar(parse("[2021-06,2021-06-10,2021-09]")).pieces) == 2
    assert found.bar(parse("[2021-06..2021-09]")).parts == ()


def test_the_turn_of_the_year_is_told() -> None:
    found = axis(date(2024, 10, 18), [parse("2025-12")])
    labels = [tick.label for tick in found.ticks()]
    assert [label for label in labels if label] == ["Oct 2024", "2025", "Apr", "Jun", "Aug", "Oct"]
    assert labels.index("2025") == 3
    short = axis(date(2024, 10, 18), [parse("2025-03")])
    assert [tick.label for tick in short.ticks()] == ["Oct 2024", "Nov", "Dec", "2025", "Feb", "Mar"]
    december = axis(date(2024, 12, 18), [parse("2025-12")])
    assert [tick.label for tick in december.ticks()][:3] == ["Dec 2024", "2025", ""]


def test_over_two_years_the_axis_counts_years() -> None:
    found = axis(AS_OF, [parse("2024")])
    assert [tick.label for tick in found.ticks()] == ["2021", "2022", "2023", "2024"]
    assert found.ticks()[0].at == 0.0
    assert len(axis(AS_OF, [parse("2099")]).ticks()) <= 12


def test_long_rows_of_months_are_not_all_labelled() -> None:
    labels = [tick.label for tick in axis(AS_OF, [parse("2023-03")]).ticks()]
    assert len(labels) == 23
    assert labels[0] == "May 2021"
    assert labels[1] == ""


def test_the_end_of_the_calendar() -> None:
    found = axis(date(9999, 11, 1), [parse("9999-12-31")])
    assert found.last == date(9999, 12, 31)
    assert found.bar(parse("9999-12-31")).end == pytest.approx(1.0, abs=0.02)


@given(
    st.dates(), st.lists(st.sampled_from(["1999", "2021-06", "[2030..]", "[..2010-01]", "2021-41", "202X"]))
)
def test_bars_stay_on_the_axis(as_of: date, texts: list[str]) -> None:
    dates = [parse(text) for text in texts]
    found = axis(as_of, dates)
    for each in dates:
        bar = found.bar(each)
        assert 0.0 <= bar.start <= bar.end <= 1.0
    assert all(0.0 <= tick.at <= 1.0 for tick in found.ticks())


def test_months_have_the_days_that_the_calendar_gives_them() -> None:
    years = (*range(1, 10), *range(1895, 2105), 9999)
    months = [(year, month) for year in years for month in range(1, 13)]
    assert [days_in(*month) for month in months] == [monthrange(*month)[1] for month in months]
