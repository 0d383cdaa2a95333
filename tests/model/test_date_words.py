from __future__ import annotations

import gettext
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app import words
from briefing_app.model.date_words import day_in_words, in_words, meaning, month_name, published_in_words
from briefing_app.model.dates import DateError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# Figures and signs of the profile at random: what parses among them has every form.
YEARS = st.sampled_from(["2021", "1999", "2022", "202X", "20XX", "0007"])
SECOND = st.sampled_from(["", "", "-02", "-06", "-0X", "-XX", "-21", "-24", "-35", "-41"])
THIRD = st.sampled_from(["", "", "-04", "-1X", "-XX"])
POINTS = st.builds("{}{}{}{}".format, YEARS, SECOND, THIRD, st.sampled_from(["", "", "?", "~", "%"]))
FRAMES = st.sampled_from(
    ["{a}", "{a}/{b}", "{a}/..", "../{a}", "[{a}..]", "[..{a}]", "[{a}..{b}]", "[{a},{b},{c}]"]
)


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


expressions = st.builds(
    lambda frame, a, b, c: frame.format(a=a, b=b, c=c), FRAMES, POINTS, POINTS, POINTS
).filter(_is_date)


@pytest.mark.parametrize(
    ("text", "long", "said"),
    [
        ("2021-06-04", "4_June 2021", "one day"),
        ("2021-06", "June 2021", "some time in the month"),
        ("2021", "2021", "some time in the year"),
        ("0007", "7", "some time in the year"),
        ("2021-21", "spring 2021", "some time in the season"),
        ("2021-22", "summer 2021", "some time in the season"),
        ("2021-23", "autumn 2021", "some time in the season"),
        ("2021-24", "winter 2021–22", "some time in the season"),
        ("1999-24", "winter 1999–2000", "some time in the season"),
        ("2008-24", "winter 2008–09", "some time in the season"),
        ("2021-33", "first quarter of 2021", "some time in the quarter"),
        ("2021-34", "second quarter of 2021", "some time in the quarter"),
        ("2021-35", "third quarter of 2021", "some time in the quarter"),
        ("2021-36", "fourth quarter of 2021", "some time in the quarter"),
        ("2021-40", "first half of 2021", "some time in the half-year"),
        ("2021-41", "second half of 2021", "some time in the half-year"),
        ("2021-06~", "about June 2021", "some time in the month, approximate"),
        ("2021-06?", "June 2021 (uncertain)", "some time in the month, uncertain"),
        ("2021%", "about 2021 (uncertain)", "some time in the year, approximate and uncertain"),
        ("202X", "the 2020s", "some year within"),
        ("200X", "some year from 2000 to 2009", "some year within"),
        ("20XX", "some year from 2000 to 2099", "some year within"),
        ("2021-XX", "some month in 2021", "some month within"),
        ("2021-1X", "some month from October to December 2021", "some month within"),
        ("202X-XX", "some month in the 2020s", "some month within"),
        ("2021-05-XX", "some day in May 2021", "some day within"),
        ("2021-05-1X", "some day from 10 to 19_May 2021", "some day within"),
        ("2021-0X-XX", "some day from January to September 2021", "some day within"),
        ("2021-XX-XX", "some day in 2021", "some day within"),
        ("2021-04-3X", "30_April 2021", "one day"),
    ],
)
def test_a_single_date_in_words(text: str, long: str, said: str) -> None:
    edtf = parse(text)
    assert in_words(edtf) == long.replace("_", "\u00a0")
    assert meaning(edtf) == said


@pytest.mark.parametrize(
    ("text", "long", "said"),
    [
        ("2021-05-12/2021-05-13", "12–13_May 2021", "both days"),
        ("2021-04-30/2021-05-02", "30_April – 2_May 2021", "all 3 days"),
        ("2021-12-30/2022-01-02", "30_December 2021 – 2_January 2022", "all 4 days"),
        ("2021-06-04/2021-06-04", "4_June 2021", "one day"),
        ("2021-06-04?/2021-06-05?", "4–5_June 2021 (uncertain)", "both days, uncertain"),
        ("2029-01/2029-04", "January–April 2029", "from the first to the last"),
        ("2021-12/2022-01", "December 2021 – January 2022", "from the first to the last"),
        ("2020/2022", "2020–2022", "from the first to the last"),
        ("2021-06/2021-07-03", "from June 2021 to 3_July 2021", "from the first to the last"),
        (
            "2021-06~/2021-08",
            "from about June 2021 to August 2021",
            "from the first to the last, approximate",
        ),
        (
            "2021-06-04/2021-06-1X",
            "from 4_June 2021 to some day from 10 to 19_June 2021",
            "from the first to the last",
        ),
        ("2021-06/..", "from June 2021 onwards", "from then on"),
        ("../2028", "until 2028", "until then"),
    ],
)
def test_an_interval_in_words(text: str, long: str, said: str) -> None:
    edtf = parse(text)
    assert in_words(edtf) == long.replace("_", "\u00a0")
    assert meaning(edtf) == said


@pytest.mark.parametrize(
    ("text", "long", "said"),
    [
        ("[2021-06..]", "June 2021 or later", "June or later"),
        ("[2021-06-04..]", "4_June 2021 or later", "that day or later"),
        ("[2021~..]", "about 2021 or later", "that year or later, approximate"),
        ("[2021-41..]", "second half of 2021 or later", "then or later"),
        ("[..2021-06]", "by June 2021", "by then"),
        ("[2021-06..2021-12]", "some time from June to December 2021", "some time within"),
        ("[2021-06-04..2021-06-05]", "some time from 4 to 5_June 2021", "some time within"),
        ("[2021-05-31..2021-06-04]", "some time from 31_May to 4_June 2021", "some time within"),
        ("[2021-06..2022-03]", "some time from June 2021 to March 2022", "some time within"),
        ("[2021..2021]", "2021", "some time in the year"),
        ("[2026-03,2026-04]", "March or April 2026", "one or the other"),
        ("[2021-06-06,2021-06-04,2021-06-05]", "4, 5 or 6_June 2021", "one of the 3"),
        ("[2021-04-30,2021-05-02]", "30_April or 2_May 2021", "one or the other"),
        ("[2021-06-04,2021-07]", "4_June 2021 or July 2021", "one or the other"),
        ("[2021,2022-21]", "2021 or spring 2022", "one or the other"),
        ("[2021-03~,2021-04~]", "about March or April 2021", "one or the other, approximate"),
        ("[2021-03,2021-04?]", "March 2021 or April 2021 (uncertain)", "one or the other, uncertain"),
        ("[2021-03,2021-03]", "March 2021", "some time in the month"),
        ("[2021-06-04,2021-06-04]", "4_June 2021", "one day"),
    ],
)
def test_one_of_a_set_in_words(text: str, long: str, said: str) -> None:
    edtf = parse(text)
    assert in_words(edtf) == long.replace("_", "\u00a0")
    assert meaning(edtf) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("2021-06-04/2021-06-05", "4–5_Jun 2021"),
        ("2021-04-30/2021-05-02", "30_Apr – 2_May 2021"),
        ("2029-01/2029-04", "Jan–Apr 2029"),
        ("[2021-09..]", "Sep 2021 or later"),
        ("2021-05-1X", "some day from 10 to 19_May 2021"),
        ("2021-1X", "some month from Oct to Dec 2021"),
        ("2021-41", "second half of 2021"),
    ],
)
def test_short_words_cut_the_months(text: str, short: str) -> None:
    assert in_words(parse(text), style="short") == short.replace("_", "\u00a0")


@given(expressions)
def test_words_are_never_empty_and_name_a_year(text: str) -> None:
    edtf = parse(text)
    for found in (in_words(edtf), in_words(edtf, style="short")):
        assert found == found.strip()
        assert str(min(point.first for point in edtf.points).year) in found
        assert "X" not in found
        assert "{" not in found
    assert meaning(edtf).strip()


@given(expressions)
def test_a_qualifier_is_always_said(text: str) -> None:
    edtf = parse(text)
    assert ("about" in in_words(edtf)) == ("approximate" in meaning(edtf)) == edtf.approximate
    assert ("(uncertain)" in in_words(edtf)) == ("uncertain" in meaning(edtf)) == edtf.uncertain


@given(expressions)
def test_a_no_break_space_stands_between_day_and_month_only(text: str) -> None:
    months = {month_name(month) for month in range(1, 13)}
    left_out = in_words(parse(text)).split("\u00a0")
    for before, after in pairwise(left_out):
        assert before[-1].isdigit()
        assert after.split()[0] in months


@given(st.dates())
def test_a_day_in_words_says_what_its_date_says(day: date) -> None:
    assert day_in_words(day) == in_words(parse(day.isoformat()))
    assert day_in_words(day, style="short").split("\u00a0")[1][:3] == day.strftime("%b")


def test_months_have_names() -> None:
    assert [month_name(month) for month in (1, 5, 12)] == ["January", "May", "December"]
    assert [month_name(month, short=True) for month in (1, 5, 12)] == ["Jan", "May", "Dec"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-05-14", "14_May 2021"),
        ("2021-05-14T09:46", "14_May 2021, 09:46"),
        ("2021-05-14T09:46:30", "14_May 2021, 09:46:30"),
        ("2021-05-14T09:46+09:00", "14_May 2021, 09:46 +09:00"),
        ("2021-05-14T09:46Z", "14_May 2021, 09:46 UTC"),
    ],
)
def test_when_a_source_appeared_in_words_as_printed(text: str, expected: str) -> None:
    assert published_in_words(text) == expected.replace("_", "\u00a0")


def test_when_a_source_appeared_can_be_short_and_must_be_a_date() -> None:
    assert published_in_words("2021-06-14T09:46", style="short") == "14\u00a0Jun 2021, 09:46"
    with pytest.raises(DateError) as caught:
        published_in_words("yesterday")
    assert caught.value.code == "published-form"


class _German(gettext.NullTranslations):
    """A catalogue of three texts."""

    texts = {"June": "Juni", "{day}\u00a0{month} {year}": "{day}. {month} {year}", "by {date}": "bis {date}"}  # noqa: RUF012

    def gettext(self, message: str) -> str:
        return self.texts.get(message, message)


@pytest.fixture
def _german() -> Iterator[None]:
    words.use(_German())
    yield
    words.use(gettext.NullTranslations())


@pytest.mark.usefixtures("_german")
def test_another_language_has_its_own_names_and_order() -> None:
    assert in_words(parse("[..2021-06-04]")) == "bis 4. Juni 2021"
