"""Dates in figures that may be two days: what decides, what is told, and what is not taken."""

from __future__ import annotations

import pytest

from briefing_app.files.cleaning import arrange, clean
from briefing_app.files.metadata import date_problems
from briefing_app.files.stamps import stamps_in
from briefing_app.files.web_page import read_web_page
from tests.files.making import FIRST, LAST

PLAIN = "Veldania and Korvath opened a liaison office in Dessentown and named its first two officers."


def dated(line: str, first: str = PLAIN, publisher: str = "") -> tuple[str | None, list[str]]:
    """Return the day that is read from a page with a line of a date, and the codes of what is told."""
    head = f"{publisher}\n\n" if publisher else ""
    article = clean(f"{head}Two to open an office together\n\n{line}\n\n{first}\n\n{LAST}\n")
    return article.published, [each.code for each in date_problems(article, "a.txt")]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14/05/2021", "2021-05-14"),
        ("05/14/2021", "2021-05-14"),
        ("03/03/2021", "2021-03-03"),
        ("03.04.2021", "2021-04-03"),
        ("03. 04. 2021", "2021-04-03"),
        ("3. 4. 2021 09:47", "2021-04-03T09:47"),
    ],
)
def test_a_date_with_one_reading_is_read(line: str, day: str) -> None:
    assert dated(line) == (day, [])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Saturday 03/04/2021", "2021-04-03"),  # which a Saturday was; 4 March was a Thursday
        ("Thursday, 03/04/2021", "2021-03-04"),
    ],
)
def test_a_weekday_decides(line: str, day: str) -> None:
    assert dated(line) == (day, [])


@pytest.mark.parametrize(("dateline", "day"), [("April 2", "2021-04-03"), ("March 4", "2021-03-04")])
def test_another_date_of_the_page_decides(dateline: str, day: str) -> None:
    published, _ = dated("03/04/2021", f"PORT ANSEL, {dateline} (Sample) - {FIRST}")
    assert published == day


@pytest.mark.parametrize(
    ("publisher", "first", "day"),
    [
        ("", f"{PLAIN} It is the first such programme of the two defence ministries.", "2021-04-03"),
        ("U.S. Department of Defense", PLAIN, "2021-03-04"),
    ],
)
def test_usage_decides_and_is_told(publisher: str, first: str, day: str) -> None:
    assert dated("03/04/2021", first, publisher) == (day, ["article-day-month"])


def test_the_sentence_names_both_days() -> None:
    article = clean(f"Two to open an office\n\n03/04/2021\n\n{PLAIN} Programmes follow.\n\n{LAST}\n")
    (problem,) = date_problems(article, "a.txt")
    assert problem.values == {"value": "03/04/2021", "day": "2021-04-03", "other": "2021-03-04"}


def test_nothing_is_taken_where_nothing_decides() -> None:
    assert dated("03/04/2021") == (None, [])


def test_another_date_of_no_year_that_is_none_decides_nothing() -> None:
    (found,) = stamps_in("29 February")
    assert found.year is None
    assert dated("03/04/2021", f"PORT ANSEL, Feb. 29 (Sample) - {FIRST}")[0] != "2021-03-04"


def test_a_date_beside_who_wrote_it_is_read_with_the_name() -> None:
    article = clean(f"Two to open an office\n\nAuthor: Anna Bellord   12. 03. 2026\n\n{FIRST}\n\n{LAST}\n")
    assert (article.author, article.published) == ("Anna Bellord", "2026-03-12")


def test_a_document_is_of_the_day_under_its_text() -> None:
    foot = "Secretariat of the Forum\nPort Ansel, 23 July 2026"
    article = clean(f"Ministers to open an office\n\n{FIRST}\n\n{LAST}\n\n{foot}\n")
    assert (article.published, article.dateline) == ("2026-07-23", "Port Ansel")
    assert article.dropped[-1].reason == "notice"


@pytest.mark.parametrize(("dated", "day"), [("April 2", "2021-04-03"), ("March 4", "2021-03-04")])
def test_a_date_that_a_page_declares_is_decided_like_its_others(dated: str, day: str) -> None:
    page = (
        '<html><head><meta property="article:published_time" content="03/04/2021"></head><body><article>'
        f"<h1>Two to open an office</h1><p>PORT ANSEL, {dated} (Sample) - {FIRST}</p>"
        f"<p>{PLAIN}</p><p>{LAST}</p></article></body></html>"
    )
    assert arrange(read_web_page(page)).published == day
