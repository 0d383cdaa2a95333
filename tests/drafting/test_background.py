"""What explains a story, and what only looks as if it did."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing_app.drafting.background import background_of
from briefing_app.drafting.proofs import passages_of
from briefing_app.drafting.reading import Reading, read
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing_app.drafting.lexicon import Lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _reading(*paragraphs: str) -> Reading:
    return read(Article(paragraphs=paragraphs), _lexicon(), date(2026, 9, 18))


def _told(*paragraphs: str) -> list[tuple[str, str]]:
    return [
        (each.rule.removeprefix("background-"), each.text)
        for each in background_of(_reading(*paragraphs), ())
    ]


EXPLAINING = [
    (
        (
            "Launched in 2011, QISD is a regular defence meeting between Kenya and "
            "Japan that joins several channels, such "
            "as the Harbour Committee."
        ),
        [
            ("series", "Launched in 2011, QISD is a regular defence meeting between Kenya and Japan"),
            ("mechanism", "QISD joins several channels, such as the Harbour Committee"),
        ],
    ),
    (
        "The Quay Forum is an annual meeting of coast guards.",
        [("series", "The Quay Forum is an annual meeting of coast guards")],
    ),
    ("The drill is held twice a year.", [("series", "The drill is held twice a year")]),
    ("Set up in 1999, it has twelve members.", [("series", "Set up in 1999, it has twelve members")]),
    (
        (
            "This week's meeting, the first of its kind under the new cabinet, "
            "also came as Japan completed a review of its "
            "policy on the sea."
        ),
        [
            ("context", "This week's meeting is the first of its kind under the new cabinet"),
            ("context", "Japan completed a review of its policy on the sea"),
        ],
    ),
    (
        "The push comes as Kenya seeks better ties with Japan.",
        [("context", "Kenya seeks better ties with Japan")],
    ),
    (
        "Japan has been building harbours in the south; more follow.",
        [("context", "Japan has been building harbours in the south")],
    ),
    (
        (
            "The allies agreed at last year's dialogue to set up a group on ship "
            "repair; the group has yet to convene."
        ),
        [("outcome", "The allies agreed at last year's dialogue to set up a group on ship repair")],
    ),
    (
        "The first round was held in Rome in June 2025.",
        [("history", "The first round was held in Rome in June 2025")],
    ),
    (
        ("The committee last convened in Pattaya in February, when both agreed to restore a hotline."),
        [
            (
                "outcome",
                ("The committee last convened in Pattaya in February, when both agreed to restore a hotline"),
            )
        ],
    ),
    ("Work on the pier ended in 2024.", [("history", "Work on the pier ended in 2024")]),
    (
        ("They travelled to the Quay Dialogue, an annual security forum, by ship."),
        [("definition", "Quay Dialogue is an annual security forum")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXPLAINING)
def test_what_explains(text: str, expected: list[tuple[str, str]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Quay Forum is not an annual meeting.",
        "Analysts see the Quay Forum, which is an annual meeting, as weak.",
        '"The Quay Forum is an annual meeting," the minister said.',
        "The Quay Forum could be an annual meeting.",
        "The Quay Forum was to have been an annual meeting, would that it were.",
        "They will meet in 2027.",
        "The ministers met on Thursday and agreed on little.",
        "The pier of 2024 is long.",
        "In 2024, short.",
        "The long-delayed pier of 2024, the planned one, is long.",
        "Japan has ships.",
        "Japan has agreed to build a harbour.",
        "Japan builds.",
        "This comes as no.",
        "The ship comes from the south.",
        "They will see the Quay Dialogue, an old friend, there.",
        "They saw Rome, a meeting place of old.",
        "He has seen the meeting, the biggest one, there.",
        "The pier was closed in 2024 and opened on Thursday.",
        "The visit was set for October, they heard.",
    ],
)
def test_what_explains_nothing(text: str) -> None:
    assert _told(text) == []


def test_sentences_from_which_something_was_taken_are_left_alone() -> None:
    reading = _reading(
        "Kenya was there. The Quay Forum is an annual meeting.", "The drill is held twice a year."
    )
    assert [each.proofs[0][0] for each in background_of(reading, {(1, 1)})] == [2]


def test_the_topic_is_a_short_name_that_the_article_explains() -> None:
    reading = _reading("The Quay Sea Forum (QSF) is an annual meeting.")
    (found,) = background_of(reading, ())
    assert found.topic == "QSF"


@pytest.mark.parametrize("text", [text for text, _ in EXPLAINING])
def test_every_finding_is_proved(text: str) -> None:
    reading = _reading(text)
    for each in background_of(reading, ()):
        assert passages_of(reading, each.proofs, "s1")
