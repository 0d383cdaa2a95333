from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.files.articles import read_article
from briefing_app.files.cleaning import clean

if TYPE_CHECKING:
    from pathlib import Path

STORY = """Skip to content

Two to open harbour office

All News 10:30 May 17, 2024

By Sample Writer

PORT ANSEL, May 17 (Sample) -- Veldania and Ostrova agreed to open a joint harbour
office, the ministry said Friday.

Two to open harbour office - 1

The next talks will be held in Port Ansel in June, a spokesperson told reporters.

Send Feedback
How can we improve?
Thanks for your feedback!
"""


def test_the_first_article(shared: Path) -> None:
    article = read_article(shared / "articles" / "kidd-19.txt")
    gold = json.loads((shared / "scoring" / "kidd-19.gold.json").read_text(encoding="utf-8"))
    lines = (shared / "articles" / "kidd-19.txt").read_text(encoding="utf-8").splitlines()
    assert article.paragraphs == tuple(" ".join(lines[n - 1].split()) for n in gold["body_lines"])
    assert {each.line for each in article.dropped} >= {n["line"] for n in gold["furniture"][:6]}
    assert article.title
    assert article.author == gold["source"]["author"]


def test_furniture_is_dropped_with_its_reason() -> None:
    article = clean(STORY)
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].endswith("joint harbour office, the ministry said Friday.")
    reasons = [each.reason for each in article.dropped]
    assert reasons[:4] == ["navigation", "headline", "section", "byline"]
    assert "caption" in reasons
    assert "feedback" in reasons
    assert article.title == "Two to open harbour office"
    assert article.author == "Sample Writer"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_paragraph_a_line(ends: str) -> None:
    lines = [
        f"The ministers of both sides met in the harbour town for the {n} time." for n in ("first", "next")
    ]
    assert clean(ends.join(lines)).paragraphs == tuple(lines)


@given(
    st.lists(
        st.sampled_from(
            ["the", "ministers", "agreed", "on", "harbour", "works", "talks", "with", "both", "sides"]
        ),
        min_size=8,
    )
)
def test_a_sentence_of_the_body_is_never_dropped(words: list[str]) -> None:
    sentence = " ".join(words).capitalize() + "."
    article = clean(f"{sentence}\n\nThe last paragraph of the story is also a sentence of some length.\n")
    assert article.paragraphs[0] == sentence
