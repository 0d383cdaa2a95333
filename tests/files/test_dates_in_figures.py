"""Dates in figures: with full stops the day is first; with strokes a page has to show it."""

from __future__ import annotations

import pytest

from briefing_app.files.articles import open_text
from briefing_app.files.cleaning import clean
from briefing_app.files.stamps import stamp_with_time
from tests.files.making import LAST

FIRST = "Veldania and Ostrova agreed to open a joint ferry office, the ministry said in Ostrov."
BOTH = "[2026-09-04,2026-04-09]"


def page(stamp: str, body: str = FIRST) -> str:
    return f"Two to open harbour office\n\n{stamp}\n\n{body}\n\n{LAST}\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("04.09.2026", "2026-09-04"),
        ("4. 9. 2026", "2026-09-04"),
        ("04. 09. 2026, 14:20", "2026-09-04T14:20"),
        ("04.09.2026.", "2026-09-04"),
        ("4. September 2026", "2026-09-04"),
        ("25/09/2026", "2026-09-25"),
        ("09/25/2026", "2026-09-25"),
        ("09-09-2026", "2026-09-09"),
        ("04/09/2026", BOTH),
        ("04-09-2026", BOTH),
        ("04/09/2026 09:47 PM", "[2026-09-04T21:47,2026-04-09T21:47]"),
    ],
)
def test_a_date_in_figures(text: str, value: str) -> None:
    stamp = stamp_with_time(text)
    assert stamp is not None
    assert stamp.value() == value


def test_what_can_be_two_days_is_neither() -> None:
    article = clean(page("04/09/2026"))
    assert article.published is None
    assert [(each.value, each.where, each.words) for each in article.dates] == [(BOTH, "stamp", "04/09/2026")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (page("Friday, 04/09/2026"), "2026-09-04"),
        (page("Thursday, 04/09/2026"), "2026-04-09"),
        (page("04/09/2026", f"PORT ANSEL, Sept 3 (Sample) -- {FIRST}"), "2026-09-04"),
        (page("04/09/2026", f"PORT ANSEL (April 9) -- {FIRST}"), "2026-04-09"),
        (page("04/09/2026", f"{FIRST[:-1]} on Friday (4 September)."), "2026-09-04"),
        (page("04/09/2026", f"{FIRST[:-1]} on Tuesday 7 April."), "2026-04-09"),
        (page("04/09/2026\n\nUpdated 5 September 2026, 08:00"), "2026-09-04"),
        (
            page("04/09/2026") + "\nRelated: Harbour office put off (28/08/2026) | Ferries (30/08/2026)\n",
            "2026-09-04",
        ),
        (
            page("04/09/2026") + "\nRelated: Harbour office put off (03/28/2026) | Ferries (03/30/2026)\n",
            "2026-04-09",
        ),
    ],
)
def test_the_page_shows_which_day_it_is(text: str, day: str) -> None:
    assert clean(text).published == day


@pytest.mark.parametrize(
    "text",
    [
        # A weekday of neither, dates near to neither or both, a day to come, the year of the rights.
        page("Monday, 04/09/2026"),
        page("04/09/2026", f"{FIRST[:-1]} on 11 June."),
        page("04/09/2026", f"{FIRST[:-1]} on 8 April, and again on 3 September."),
        page("04/09/2026", f"{FIRST[:-1]}, and a further one on 14 September."),
        page("04/09/2026", f"{FIRST[:-1]} on Wednesday 4 September."),
        page("04/09/2026") + "\n© 2026 Sample Wire\n",
        page("04/09/2026") + "\nRelated: Office put off (28/08/2026) | Ferries (03/30/2026)\n",
    ],
)
def test_what_shows_nothing_leaves_both(text: str) -> None:
    article = clean(text)
    assert article.published is None
    assert any(each.value.startswith("[2026-09-04") for each in article.dates)


def test_dates_that_say_less_do_not_stand_in_for_it() -> None:
    assert clean(page("Published 04/09/2026\n\nUpdated 1 December 2026")).published is None


def test_what_a_web_page_declares_in_figures() -> None:
    html = (
        "<!doctype html><html lang='en'><head><title>Two to open harbour office</title>"
        "<meta name='date' content='04/09/2026'></head><body><article><h1>Two to open harbour office</h1>"
        "<p>{}</p><p>{}</p></article></body></html>"
    )
    both = open_text(html.format(FIRST, LAST), "page").article
    assert [each.value for each in both.dates] == [BOTH]
    told = open_text(html.format(f"PORT ANSEL, 4 September (Sample) - {FIRST}", LAST), "page").article
    assert told.published == "2026-09-04"
