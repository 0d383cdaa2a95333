"""Heads and feet of pages: dates on lines with other parts, a document's own day, letterheads, bylines."""

from __future__ import annotations

import pytest

from briefing_app.files.cleaning import clean
from briefing_app.files.metadata import date_problems
from tests.files.making import FIRST, LAST

TITLE = "Two to open harbour office"


def below(line: str) -> str:
    return f"{TITLE}\n\n{line}\n\n{FIRST}\n\n{LAST}\n"


@pytest.mark.parametrize(
    ("line", "day", "author"),
    [
        ("News | Date: 25/09/2026 | Ministry of Ports", "2026-09-25", None),
        ("Author: Lt. Ann Vale   04. 09. 2026", "2026-09-04", "Lt. Ann Vale"),
        ("Author: Ann Vale; date: 04.09.2026", "2026-09-04", "Ann Vale"),
        ("By Ann Vale, 4 September 2026, 09:47 PM", "2026-09-04T21:47", "Ann Vale"),
        ("Written by Ann Vale on 4 September 2026", "2026-09-04", "Ann Vale"),
        ("By Ann Vale 4 September 2026 09:47", "2026-09-04T09:47", "Ann Vale"),
        ("By: Ann Vale - 4. 9. 2026 / 14:20", "2026-09-04T14:20", "Ann Vale"),
    ],
)
def test_a_date_beside_other_parts(line: str, day: str, author: str | None) -> None:
    article = clean(below(line))
    assert (article.published, article.author, article.title) == (day, author, TITLE)
    assert article.paragraphs == (FIRST, LAST)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Staff Sgt. Ann Vale", "Staff Sgt. Ann Vale"),
        ("By Petty Officer 2nd Class Ann Vale", "Petty Officer 2nd Class Ann Vale"),
        ("Story by Sgt. 1st Class Ann Vale", "Sgt. 1st Class Ann Vale"),
        ("By Lt. Col. Ann Vale, 8th Harbour Brigade Public Affairs", "Lt. Col. Ann Vale"),
        ("By 1st Lt. Ann Vale and Cpl. Bo Marsh", "1st Lt. Ann Vale and Cpl. Bo Marsh"),
        ("Author: Ann Vale, Public Affairs", "Ann Vale"),
    ],
)
def test_a_rank_in_a_byline(line: str, author: str) -> None:
    article = clean(below(f"4 September 2026\n\n{line}"))
    assert article.author == author
    assert article.paragraphs == (FIRST, LAST)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("State of Veldania | Ministry of Ports", "Ministry of Ports, State of Veldania"),
        ("VELDANIA\nMINISTRY OF PORTS", "Ministry of Ports, Veldania"),
        ("REPUBLIC OF VELDANIA\nMINISTRY OF PORTS", "Ministry of Ports, Republic of Veldania"),
        ("Ministry of Ports\nRepublic of Veldania", "Ministry of Ports, Republic of Veldania"),
        ("Government of Veldania\nMinistry of Ports", "Ministry of Ports, Government of Veldania"),
        ("NEWSROOM\nMINISTRY OF PORTS", "Ministry of Ports"),
    ],
)
def test_a_letterhead_of_two_lines(head: str, publisher: str) -> None:
    article = clean(f"{head}\n\n{TITLE}\n\n4 September 2026\n\n{FIRST}\n\n{LAST}\n")
    assert (article.publisher, article.title) == (publisher, TITLE)
    assert article.paragraphs == (FIRST, LAST)


def document(days: str, foot: str = "", name: str = "OUTCOMES") -> str:
    head = f"HARBOUR COMMISSION SECRETARIAT\n\nHARBOUR MINISTERS MEETING\n{days}\n\n{name}"
    return f"{head}\n\n{FIRST}\n\n{LAST}\n{foot}"


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ("Port Ansel, Veldania\n2-3 March 2027", "2027-03-03"),
        ("Port Ansel, 30 March to 2 April 2027", "2027-04-02"),
        ("March 2 – 3, 2027", "2027-03-03"),
        ("March 31 - April 2, 2027", "2027-04-02"),
    ],
)
def test_the_last_day_of_the_meeting_above_its_outcome(days: str, day: str) -> None:
    article = clean(document(days))
    assert (article.published, article.title) == (day, "HARBOUR MINISTERS MEETING")
    assert [each.where for each in article.dates] == ["meeting"]
    assert [each.code for each in date_problems(article, "")] == ["article-meeting-day"]
    assert article.paragraphs == (FIRST, LAST)


def test_days_of_a_meeting_to_come_are_no_day_of_publication() -> None:
    assert clean(document("2-3 March 2027", name="PROGRAMME")).published is None


@pytest.mark.parametrize("foot", ["Port Ansel, 4 March 2027", "Done at Port Ansel on 4 March 2027"])
def test_the_day_at_the_foot_goes_before_that_of_the_meeting(foot: str) -> None:
    article = clean(
        document("2-3 March 2027", f"\nHarbour Commission Secretariat\n{foot}\n\nMedia enquiries: Bo Marsh\n")
    )
    assert article.published == "2027-03-04"
    assert article.publisher == "Harbour Commission Secretariat"
    assert date_problems(article, "") == ()
    assert article.paragraphs[:2] == (FIRST, LAST)


@pytest.mark.parametrize(
    "foot",
    [
        "-- SAMPLE\n\nSAMPLE provides prompt and complete news and information on wires and screens.",
        "Sample Wire delivers prompt news coverage of harbours to all who read it.",
        "Topics: Harbours | Ferries\nContact: Press Unit, Ministry of Ports, telephone +99 23 09 00 00",
        "TAGS: harbours, ferries",
        "SWA/Ann Vale Marsh",
        "※ Attachment: Photos of the harbour (2 copies)",
        "Media enquiries: Bo Marsh, Public Affairs Officer, media@harbours.example",
    ],
)
def test_what_stands_below_a_text(foot: str) -> None:
    assert clean(f"{below('4 September 2026')}\n{foot}\n").paragraphs == (FIRST, LAST)
