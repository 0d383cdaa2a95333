from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.dates import days_in, parse
from briefing_app.model.timeline import Axis, axis, roomy

AS_OF = date(2021, 5, 14)


def labels(found: Axis) -> list[str]:
    return [" ".join(tick.label for tick in ticks) for ticks in found.labellings()]


def test_the_axis_holds_every_date_and_six_months_at_least() -> None:
    short = axis(AS_OF, [])
    assert (short.first, short.last) == (date(2021, 5, 1), date(2021, 10, 31))
    found = axis(AS_OF, [parse(each) for each in ("2021-06-04/2021-06-05", "[2021-06..]", "2021-41")])
    assert (found.first, found.last) == (date(2021, 5, 1), date(2021, 12, 31))
    assert found.ends == ("May 2021", "Dec 2021")
    assert labels(found)[:2] == ["May 2021 Jun Jul Aug Sep Oct Nov Dec", "May 2021 Jul Sep Nov"]
    assert labels(found)[-1] == "May 2021"


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


def test_each_label_has_its_year_where_it_is_another_one() -> None:
    found = labels(axis(date(2024, 10, 18), [parse("2025-12")]))
    assert found[:6] == [
        "Oct 2024 Nov Dec 2025 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Oct 2024 Dec Feb 2025 Apr Jun Aug Oct Dec",
        "Oct 2024 2025 Apr Jul Oct",
        "Oct 2024 Feb 2025 Jun Oct",
        "Oct 2024 Apr 2025 Oct",
        "Oct 2024 Oct 2025",
    ]
    assert labels(axis(date(2024, 10, 18), [parse("2025-03")]))[0] == "Oct 2024 Nov Dec 2025 Feb Mar"
    assert labels(axis(date(2024, 1, 18), []))[0].startswith("Jan 2024 Feb ")


def test_labels_stand_in_even_steps() -> None:
    found = axis(date(2024, 10, 18), [parse("2026-05")])
    marks = found.marks()
    assert len(marks) == 20
    for ticks in found.labellings():
        places = [marks.index(tick.at) for tick in ticks]
        assert len({after - before for before, after in pairwise(places)}) <= 1
        assert places[0] == 0


def test_over_two_years_the_axis_counts_years() -> None:
    found = axis(AS_OF, [parse("2024")])
    assert labels(found)[:3] == ["2021 2022 2023 2024", "2022 2023 2024", "2021 2023"]
    assert found.marks()[0] == 0.0
    assert labels(axis(date(2021, 1, 2), [parse("2024")]))[:2] == ["2021 2022 2023 2024", "2021 2023"]
    assert len(axis(AS_OF, [parse("2099")]).marks()) <= 12


def room_for(found: Axis, room: float, end: float | None = None) -> str:
    """Return the labels in `room` px where each letter takes 7 px, and 6 px are clear between two."""
    placed = roomy(found.labellings(), lambda at: at * room, end or room, lambda text: 7.0 * len(text), 6)
    return " ".join(label for _, label in placed)


def test_labels_are_as_many_as_have_room() -> None:
    found = axis(date(2024, 10, 18), [parse("2025-12")])
    assert room_for(found, 2000) == labels(found)[0]
    assert room_for(found, 420) == "Oct 2024 2025 Apr Jul Oct"
    assert room_for(found, 220) == "Oct 2024 Apr 2025 Oct"
    assert room_for(found, 70) == "Oct 2024"
    assert room_for(found, 20) == ""
    december = axis(date(2021, 12, 18), [parse("2024")])
    assert room_for(december, 400) == "2022 2023 2024"  # 2021 stands too near
    assert room_for(axis(AS_OF, [parse("2021-41")]), 600, 540).endswith("Nov")  # Dec has no room


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
    assert all(0.0 <= at <= 1.0 for at in found.marks())
    for ticks in found.labellings():
        assert [tick.at for tick in ticks] == sorted({tick.at for tick in ticks})
        assert {tick.at for tick in ticks} <= set(found.marks())


def test_months_have_the_days_that_the_calendar_gives_them() -> None:
    years = (*range(1, 10), *range(1895, 2105), 9999)
    months = [(year, month) for year in years for month in range(1, 13)]
    assert [days_in(*month) for month in months] == [monthrange(*month)[1] for month in months]


def test_where_no_labelling_fits_none_is_told() -> None:
    first = next(iter(axis(AS_OF, []).labellings()))
    assert len(first) > 1
    assert roomy([first], lambda at: at * 10, 10_000, lambda _text: 500, 6) == []
