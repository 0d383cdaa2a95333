"""What a plain text tells about itself: who, where, when; and where its dates do not agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files.cleaning import clean
from briefing_app.files.datelines import dateline_of
from briefing_app.files.languages import language_of
from briefing_app.files.metadata import date_problems
from briefing_app.files.stamps import day_of, stamp_with_time, stamps_in
from briefing_app.files.zones import in_zone_of
from tests.files.making import FIRST, LAST


@pytest.mark.parametrize(
    ("text", "city", "day", "agency"),
    [
        ("PORT ANSEL, May 14 (Sample) -- South", "Port Ansel", "XXXX-05-14", "Sample"),
        ("WASHINGTON (Reuters) - The", "Washington", "", "Reuters"),
        ("CANBERRA, Australia — The", "Canberra", "", ""),
        ("Berlin, 3 March 2026 - The", "Berlin", "2026-03-03", ""),
        ("London (AP) The", "London", "", "AP"),
        ("THE HAGUE, Friday, March 6, 2026 (Sample Wire) – The", "The Hague", "2026-03-06", "Sample Wire"),
        ("TAIPEI/TOKYO - The", "Taipei", "", ""),
        ("TOKYO, May 14 Kyodo - The", "Tokyo", "XXXX-05-14", "Kyodo"),
        ("PORT-AU-PRINCE, Haiti — The", "Port-au-Prince", "", ""),
        ("WASHINGTON, D.C., March 3 - The", "Washington", "XXXX-03-03", ""),
        ("Port Ansel, 3 March 2026. The", "Port Ansel", "2026-03-03", ""),
        ("VISBY. The", "Visby", "", ""),
        ("Port Ansel, Oct. 23 (Sample).- The", "Port Ansel", "XXXX-10-23", "Sample"),
        ("TOKYO (May 14, Sample) -- The", "Tokyo", "XXXX-05-14", "Sample"),
        ("Port Ansel, November 3, 2027, PAA -- The", "Port Ansel", "2027-11-03", "PAA"),
        ("Port Ansel, 4 Nov. 2027, PANA – The", "Port Ansel", "2027-11-04", "PANA"),
        ("PORT ANSEL, Nov 4, PA - The", "Port Ansel", "XXXX-11-04", "PA"),
        ("Amman, 4 June 2027, Petra -- The", "Amman", "2027-06-04", "Petra"),
    ],
)
def test_datelines(text: str, city: str, day: str, agency: str) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.city, found.stamp.value() if found.stamp else "", found.agency) == (city, day, agency)
    assert text[found.end :].strip() in {"The", "South"}


@pytest.mark.parametrize(
    "text",
    [
        "South Korea -- and",
        "The talks - held",
        "NATO said",
        "NATO - The",
        "On Friday, 3 March 2026: The",
        "Berlin, 3 March - the",
        "Berlin, 3 March 2026, NATO - The",
        "Berlin, 3 March 2026, the USA -- The",
        "KYIV:",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("All News 09:46 May 14, 2021", "2021-05-14T09:46"),
        ("Published: 2021-05-14 09:46 KST", "2021-05-14T09:46+09:00"),
        ("Updated 3:04 p.m. EDT, May 3, 2026", "2026-05-03T15:04-04:00"),
        ("12:10 AM, May 3rd, 2026", "2026-05-03T00:10"),
        ("the 3rd of March 2026, 0946 GMT", "2026-03-03T09:46Z"),
        ("2021-05-14T09:46:10+09:00", "2021-05-14T09:46:10+09:00"),
        ("14.05.2021 9:30", "2021-05-14T09:30"),
        ("25/09/2026", "2026-09-25"),
        ("2026년 3월 3일 10:00 (GMT+9)", "2026-03-03T10:00+09:00"),
        ("3 March 2026 9 a.m. ET", "2026-03-03T09:00"),
        ("3 March 2026, 25:61", "2026-03-03"),
        ("May 14", "XXXX-05-14"),
    ],
)
def test_stamps(text: str, value: str) -> None:
    found = stamp_with_time(text)
    assert found is not None
    assert found.value() == value


@pytest.mark.parametrize("text", ["31 February 2026", "May 40", "no date", "13:45"])
def test_what_is_no_date(text: str) -> None:
    assert stamps_in(text) == []


@given(st.dates())
def test_dates_are_read_as_they_are_written(day: object) -> None:
    written = f"{day:%d %B} {day.year:04}"  # type: ignore[attr-defined]
    assert [each.value() for each in stamps_in(f"On {written} they met.")] == [str(day)]
    assert day_of(str(day)) == day


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("By A. Writer and B. Writer", "A. Writer and B. Writer", None),
        ("By A. Writer, B. Writer & C. Writer", "A. Writer, B. Writer and C. Writer", None),
        ("By SAMPLE WRITER in Port Ansel", "Sample Writer", None),
        ("By A. Writer | Sample Wire", "A. Writer", "Sample Wire"),
        (
            "By Sample Writer, Diplomatic Correspondent, The Harbour Times",
            "Sample Writer",
            "The Harbour Times",
        ),
        ("Sample Writer, Defence Correspondent", "Sample Writer", None),
        ("Words: Sample Writer. Photos: Other Writer", "Sample Writer", None),
        ("Presenter: Sample Writer", "Sample Writer", None),
        ("Sample Writer", "Sample Writer", None),
        ("By Staff Reporter", None, None),
        ("By Our News Desk", None, None),
    ],
)
def test_bylines(line: str, author: str | None, publisher: str | None) -> None:
    article = clean(f"Two to open harbour office\n\n{line}\n\n3 March 2026\n\n{FIRST}\n\n{LAST}\n")
    assert (article.author, article.publisher) == (author, publisher)
    assert article.paragraphs == (FIRST, LAST)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Ministry of Defence", "Ministry of Defence"),
        ("REPUBLIC OF VELDANIA\n\nMINISTRY OF DEFENCE", "Ministry of Defence, Republic of Veldania"),
        ("Source: Veldanian Foreign Ministry", "Veldanian Foreign Ministry"),
        ("Published 3 March 2026 from: Ministry of Defence", "Ministry of Defence"),
        ("From:\n\nEmbassy of Veldania", "Embassy of Veldania"),
        ("The Harbour Times | World", "The Harbour Times"),
        ("FOR IMMEDIATE RELEASE\n\nPress release No. 12", None),
    ],
)
def test_publishers(head: str, publisher: str | None) -> None:
    article = clean(f"{head}\n\nTwo to open harbour office\n\n{FIRST}\n\n{LAST}\n")
    assert article.publisher == publisher
    assert article.title == "Two to open harbour office"
    assert article.paragraphs == (FIRST, LAST)


def test_a_publisher_below_the_text() -> None:
    for line, publisher in (
        ("© 2026 Sample Wire. All rights reserved.", "Sample Wire"),
        ("(Yonhap)", "Yonhap"),
        ("Issued by: Ministry of Defence of Veldania", "Ministry of Defence of Veldania"),
        ("MINISTRY OF FOREIGN AFFAIRS\n19 MAY 2026", "Ministry of Foreign Affairs"),
    ):
        article = clean(f"Two to open harbour office\n\n{FIRST}\n\n{FIRST} Again.\n\n{LAST}\n\n{line}\n")
        assert article.publisher == publisher
        assert article.paragraphs[-1] == LAST


def test_the_office_that_issues_a_release_is_no_headline_of_it() -> None:
    head = "Press and information team\n\nTwo to open harbour office"
    assert clean(f"{head}\n\n{FIRST}\n\n{LAST}\n").title == "Two to open harbour office"


def test_the_initials_of_those_who_typed_it_are_no_paragraph() -> None:
    for typed in ("str-ab/cde/fg", "mk.gb"):
        article = clean(f"Two to open harbour office\n\n{FIRST}\n\n{FIRST} Again.\n\n{LAST}\n\n{typed}\n")
        assert article.paragraphs[-1] == LAST


def test_the_stamp_goes_before_the_dateline_and_gives_it_its_year() -> None:
    article = clean(f"Two to open office\n\n00:10 Jan. 1, 2027\n\nPORT ANSEL, Dec. 31 (Sample) -- {FIRST}\n")
    assert article.published == "2027-01-01T00:10"
    assert [(each.value, each.where, each.inferred) for each in article.dates] == [
        ("2027-01-01T00:10", "stamp", False),
        ("2026-12-31", "dateline", True),
    ]
    assert article.publisher == "Sample"
    problems = date_problems(article, "a.txt")
    assert [(each.code, each.severity) for each in problems] == [("article-dates", "warning")]
    assert problems[0].values == {"value": "2027-01-01T00:10", "others": "2027-01-01; 2026-12-31"}


def test_an_update_is_no_conflict_and_no_publication() -> None:
    head = "Two to open office\n\nPublished 3 March 2026 10:00 GMT, updated 5 March 2026 11:00 GMT"
    article = clean(f"{head}\n\n{FIRST}\n")
    assert article.published == "2026-03-03T10:00Z"
    assert [each.where for each in article.dates] == ["stamp", "update"]
    assert date_problems(article, "") == ()


def test_a_weekday_that_its_date_is_not() -> None:
    article = clean(f"Two to open office\n\nFriday, 15 May 2021\n\n{FIRST}\n")
    problems = date_problems(article, "a.txt")
    assert [(each.code, each.values["day"]) for each in problems] == [("article-weekday", "2021-05-15")]


def test_a_weekday_in_the_lead_that_does_not_fit_the_date() -> None:
    for weekday, codes in (("Tuesday", []), ("Monday", []), ("Wednesday", ["article-told-on"])):
        article = clean(f"PORT ANSEL, March 3, 2026 (Sample) - {FIRST[:-1]} on {weekday}.\n\n{LAST}\n")
        assert [each.code for each in date_problems(article, "a.txt")] == codes


def test_a_year_by_the_weekday_of_which_the_text_reports() -> None:
    text = f"PORT ANSEL, Aug 20 (Sample) - {FIRST[:-1]} on Thursday.\n\nIt is to open in 2027.\n"
    article = clean(text)
    assert article.published == "2026-08-20"
    assert article.dates[0].inferred
    assert clean(text.replace("2027", "spring")).published is None
    assert clean(text.replace("2027", "spring")).dates[0].value == "XXXX-08-20"


def test_a_year_of_the_notice_of_rights_and_a_date_below_the_text() -> None:
    article = clean(f"PORT ANSEL, Aug 20 (Sample) - {FIRST}\n\n{LAST}\n\n© 2026 Sample Wire\n")
    assert article.published == "2026-08-20"
    article = clean(
        f"Joint statement of both sides\n\n{FIRST}\n\n{LAST}\n\n{LAST} Again.\n\nPort Ansel, 3 March 2026\n"
    )
    assert (article.published, article.dateline) == ("2026-03-03", "Port Ansel")
    assert article.dates[0].where == "text"


@pytest.mark.parametrize(
    ("value", "city", "there"),
    [
        ("2021-05-13T23:46Z", "Seoul", "2021-05-14T08:46+09:00"),
        ("2026-07-01T23:30Z", "Berlin", "2026-07-02T01:30+02:00"),
        ("2026-01-01T23:30Z", "London", "2026-01-01T23:30Z"),
        ("2026-07-01T01:30Z", "Washington", "2026-06-30T21:30-04:00"),
        ("2026-12-31T13:30Z", "Canberra", "2027-01-01T00:30+11:00"),
        ("2026-06-30T14:30Z", "Canberra", "2026-07-01T00:30+10:00"),
        ("2026-06-30T10:30Z", "Canberra", "2026-06-30T10:30Z"),
        ("2026-06-30T23:30", "Seoul", "2026-06-30T23:30"),
        ("2026-06-30", "Seoul", "2026-06-30"),
        ("2026-06-30T23:30Z", "Port Ansel", "2026-06-30T23:30Z"),
        ("9999-12-31T23:30Z", "Seoul", "9999-12-31T23:30Z"),
        ("XXXX-06-30", "Seoul", "XXXX-06-30"),
        ("2026-06-30T23:30Z", None, "2026-06-30T23:30Z"),
    ],
)
def test_the_day_is_that_of_the_place(value: str, city: str | None, there: str) -> None:
    assert in_zone_of(value, city) == there


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FIRST, "en"),
        ("Die Minister haben sich in der Stadt mit den Delegationen getroffen.", "de"),
        ("Les ministres de la défense se sont réunis dans la ville pour les consultations.", "fr"),
        ("국방부는 금요일 회의를 열었다고 밝혔다.", "ko"),
        ("防衛省は金曜日に会議を開いた。", "ja"),
        ("Министры обороны встретились.", "ru"),
        ("Xyz", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_head_in_labels() -> None:
    labels = (
        "Title: Two to open harbour office",
        "Author: Sample Writer",
        "Publisher: Sample Wire (https://harbour.example)",
        "Date: 3 March 2026, 10:00 GMT",
        "Section: World",
        "Place: Port Ansel, Veldania",
        "URL: https://harbour.example/2026/03/03/office",
    )
    article = clean("\n".join(labels) + f"\n\n{FIRST}\n\n{LAST}\n")
    assert article.paragraphs == (FIRST, LAST)
    assert (article.title, article.author) == ("Two to open harbour office", "Sample Writer")
    assert (article.publisher, article.section, article.dateline) == ("Sample Wire", "World", "Port Ansel")
    assert article.url == "https://harbour.example/2026/03/03/office"
    assert [(each.value, each.where) for each in article.dates] == [
        ("2026-03-03T10:00Z", "stamp"),
        ("2026-03-03", "address"),
    ]
    article = clean(f"Two to open office\n\nhttps://harbour.example/a\n\n3 March 2026\n\n{FIRST}\n")
    assert article.url == "https://harbour.example/a"
    article = clean(f"Two to open office\n\nSource: https://harbour.example/b\n\n3 March 2026\n\n{FIRST}\n")
    assert (article.url, article.publisher) == ("https://harbour.example/b", None)


def test_a_name_above_the_title_of_a_document_is_its_publisher() -> None:
    article = clean(
        f"HARBOUR CONTACT GROUP\n\nCo-Chairs' Summary of the Sixth Plenary\n\n{FIRST}\n\n{LAST}\n"
    )
    assert (article.publisher, article.title) == (
        "Harbour Contact Group",
        "Co-Chairs' Summary of the Sixth Plenary",
    )


def test_a_publisher_in_the_note_about_the_author() -> None:
    note = "Sample Writer covers harbours and ferries for The Harbour Gazette."
    article = clean(
        f"Two to open office\n\nBy Sample Writer\n\n{FIRST}\n\n{FIRST} Again.\n\n{LAST}\n\n{note}\n"
    )
    assert (article.author, article.publisher) == ("Sample Writer", "The Harbour Gazette")
    assert article.paragraphs[-1] == LAST


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Updated – February 18, 2027 10:48 pm IST – PORT ANSEL", "Port Ansel"),
        ("February 18, 2027 10:48 - ARDEN", "Arden"),
        ("February 18, 2027 10:48 pm IST – WORLD", None),
        ("February 18, 2027 – ARDEN", None),
    ],
)
def test_a_city_that_closes_the_line_of_a_stamp_is_the_dateline(line: str, city: str | None) -> None:
    article = clean(f"Two to open office\n\n{line}\n\n{FIRST}\n\n{LAST}")
    assert (article.dateline, (article.published or "")[:10]) == (city, "2027-02-18")


@pytest.mark.parametrize("label", ["WRITER", "Author", "Reporter"])
def test_a_writer_beside_a_stamp_is_the_author(label: str) -> None:
    line = f"PUBLISHED : 27 Nov 2026 at 16:05 | {label}: Ana Blakov"
    article = clean(f"Two to open office\n\n{line}\n\n{FIRST}\n\n{LAST}")
    assert (article.author, article.published) == ("Ana Blakov", "2026-11-27T16:05")


@pytest.mark.parametrize(
    ("crumbs", "paper"), [("The Arden Herald » World", "The Arden Herald"), ("Home > World > Asia", None)]
)
def test_a_paper_may_stand_first_in_the_path_of_a_page(crumbs: str, paper: str | None) -> None:
    assert clean(f"{crumbs}\n\nTwo to open office\n\n{FIRST}\n\n{LAST}").publisher == paper
