"""Lines of a PDF become paragraphs again: by distance, indent, size and what their ends look like."""

from __future__ import annotations

import pytest

from briefing_app.files.pdf_lines import Line, body_size, paragraphs_of, running_lines

LONG = "a line of the usual length that goes on and on"


def lines(*texts: str, x: float = 50, top: float = 700, size: float = 10, page: int = 1) -> list[Line]:
    return [Line(text, x, top - 12 * n, size, page) for n, text in enumerate(texts)]


def joined(*texts: str) -> list[str]:
    return [each.text for each in paragraphs_of(lines(*texts))]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the ministers of de-", "fence and of foreign affairs met", "defence"),
        ("the second part of the two-", "day talks of both sides was held", "two-day"),
        ("the talks were led by Kim Man-", "ki for the one side and others", "Man-ki"),
        ("they spoke of a table-", "top exercise, their first table-top one", "table-top"),
        ("the hard work of the work-", "ing group that was working at it", "working"),
        ("the soft ends of the inter\u00ad", "national part of the exercise", "international"),
        ("a line that ends in a dash -", "and goes on in the next one here", "dash - and"),
        ("South Korea and the Asia-", "Pacific region were on the agenda", "Asia- Pacific"),
    ],
)
def test_words_that_are_parted_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    assert [whole in text for text in joined(first, second)] == [True]


def test_an_indent_begins_a_paragraph_and_a_hanging_line_does_not() -> None:
    text = lines(LONG, f"{LONG}.", f"{LONG} once", f"{LONG} more.")
    text[2] = Line(f"{LONG} once", 62, text[2].y, 10, 1)
    assert [each.text for each in paragraphs_of(text)] == [f"{LONG} {LONG}.", f"{LONG} once {LONG} more."]
    hanging = lines("• " + LONG, LONG, "• " + LONG, f"{LONG}.")
    hanging[1] = Line(LONG, 62, hanging[1].y, 10, 1)
    assert [each.text for each in paragraphs_of(hanging)] == [f"• {LONG} {LONG}", f"• {LONG} {LONG}."]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    text = [*lines(LONG, LONG), *lines(LONG, f"{LONG}.", x=300), *lines(LONG.capitalize(), page=2)]
    assert [(each.text, each.page) for each in paragraphs_of(text)] == [
        (f"{LONG} {LONG} {LONG} {LONG}.", 1),
        (LONG.capitalize(), 2),
    ]


def test_size_and_distance_part_paragraphs() -> None:
    text = [*lines("A heading", size=14), *lines(LONG, LONG, LONG, top=680), *lines(LONG, top=600)]
    assert [each.text for each in paragraphs_of(text)] == ["A heading", f"{LONG} {LONG} {LONG}", LONG]
    assert body_size(text) == 10
    assert paragraphs_of([]) == []
    assert body_size([]) == 0


def test_heads_and_feet_of_pages_are_told_from_text() -> None:
    text = []
    for n, word in enumerate(("one", "two", "three"), 1):
        body = lines(
            f"{LONG} {word}", f"{word} {LONG}", LONG, f"{word} more {LONG}", f"{LONG} more {word}", page=n
        )
        text += [*lines("Ministry of Defence", top=780, page=n), *body, *lines(f"Page {n}", top=20, page=n)]
    assert {text[n].text for n in running_lines(text)} == {
        "Ministry of Defence",
        "Page 1",
        "Page 2",
        "Page 3",
    }
