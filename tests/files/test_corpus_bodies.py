"""The stories of the corpus: their bodies come out whole and with next to nothing else, and their source."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.files.articles import read_article

if TYPE_CHECKING:
    from pathlib import Path

_SAME = 0.7
_EXTRA = 0.02
_RIGHT = 0.95


def words(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return frozenset(re.findall(r"[a-z0-9]+", folded))


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * len(one | other)


def body_of(gold: dict[str, Any], article: Path) -> list[str]:
    if "body" in gold:
        return list(gold["body"])
    lines = article.read_text(encoding="utf-8").split("\n")
    return [lines[number - 1] for number in gold["body_lines"]]


@pytest.fixture(scope="module")
def stories(root: Path) -> list[tuple[str, Any, list[str], dict[str, Any]]]:
    """Each story's name, its article as read, its body and what is known of its source."""
    found = []
    for gold_file in sorted((root / "tests" / "corpus").glob("*/gold.json")):
        article = next(path for path in sorted(gold_file.parent.glob("article.*")))
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        found.append((gold_file.parent.name, read_article(article), body_of(gold, article), gold["source"]))
    assert found
    return found


@pytest.mark.no_cover
def test_no_paragraph_of_a_body_is_lost(stories: list[tuple[str, Any, list[str], Any]]) -> None:
    lost = {}
    for name, article, body, _ in stories:
        read = [words(paragraph) for paragraph in article.paragraphs]
        wanted = {text: words(text) for text in body}
        missing = [text[:80] for text in body if not any(same(wanted[text], each) for each in read)]
        if missing:
            lost[name] = missing
    assert lost == {}


def test_hardly_anything_comes_with_the_bodies(stories: list[tuple[str, Any, list[str], Any]]) -> None:
    extra = []
    for name, article, body, _ in stories:
        golden = [words(text) for text in body]
        strange = [p for p in article.paragraphs if not any(same(words(p), each) for each in golden)]
        extra += [f"{name}: {paragraph[:80]}" for paragraph in strange]
    assert len(extra) <= _EXTRA * sum(len(body) for _, _, body, _ in stories), "\n".join(extra)


@pytest.mark.parametrize(
    ("of_article", "of_gold"),
    [("published", "published"), ("dateline", "dateline_city"), ("author", "author")],
)
def test_the_source_is_read(
    stories: list[tuple[str, Any, list[str], dict[str, Any]]], of_article: str, of_gold: str
) -> None:
    wrong = []
    for name, article, _, source in stories:
        right = [source.get(of_gold), *(source.get(f"{of_gold}_ok") or [])]
        value = getattr(article, of_article)
        if of_article == "published" and value:
            value = value[:10]
        known = {words(" ".join(each) if isinstance(each, list) else each or "") for each in right}
        if words(value or "") - {"and"} not in {each - {"and"} for each in known}:
            wrong.append(f"{name}: {value!r}, not {right}")
    assert len(wrong) <= (1 - _RIGHT) * len(stories), "\n".join(wrong)
