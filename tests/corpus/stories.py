"""The stories of the corpus: each an article that was invented for testing, and its gold."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.drafting.draft import draft_of
from briefing_app.files.articles import open_article
from tests.conftest import ROOT
from tests.corpus.prediction import prediction_of
from tests.corpus.scoring import score

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.model.article import Article
    from briefing_app.model.briefing import Briefing
    from tests.corpus.prediction import Gold
    from tests.corpus.scoring import Score

CORPUS = ROOT / "tests" / "corpus"
# Written by those who never saw the grammar, and read by nobody who mends it.
SET_ASIDE = CORPUS / "_set_aside"
# A fact sheet, a written answer, a correction: kinds that the grammar is not made for.
OTHER_KINDS = CORPUS / "_other_kinds"
FIRST = "kidd-19"
_DAY = len("2026-01-31")


@dataclass(frozen=True)
class Story:
    """An article as it was read, what a draft of it must say, and the body as the gold numbers it."""

    name: str
    article: Article
    gold: Gold
    body: tuple[str, ...]

    @property
    def anchor(self) -> date:
        """Return the day from which the article's relative dates are read."""
        published = self.article.published or ""
        printed = published if published[:1].isdigit() else self.gold["source"]["published"]
        return date.fromisoformat(printed[:_DAY])


def folders(corpus: Path = CORPUS) -> list[Path]:
    """Return the folders of all stories, in the order of their names."""
    return sorted(path for path in corpus.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))


def article_of(folder: Path) -> Path:
    """Return the file of a story's article."""
    return next(path for path in sorted(folder.glob("article.*")) if path.suffix in (".txt", ".html"))


@functools.cache
def story_of(gold_file: Path, article_file: Path, name: str) -> Story:
    """Return a story from its two files."""
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    body = gold.get("body")
    if not body:
        lines = article_file.read_text(encoding="utf-8").split("\n")
        body = [lines[number - 1].strip() for number in gold["body_lines"]]
    return Story(name, open_article(article_file).article, gold, tuple(body))


def stories(step: int = 1) -> list[Story]:
    """Return each `step`-th story of the corpus."""
    return [story_of(each / "gold.json", article_of(each), each.name) for each in folders()[::step]]


def first_article(shared: Path) -> Story:
    """Return the article with which the project began; its text belongs to others and stays outside."""
    scoring, articles = shared / "scoring", shared / "articles"
    return story_of(scoring / f"{FIRST}.gold.json", articles / f"{FIRST}.txt", FIRST)


def every(step: int = 1) -> tuple[Story, ...]:
    """Return each `step`-th story of the corpus, and the first article where it is at hand."""
    shared = ROOT.parent / "shared"
    return (*stories(step), *([first_article(shared)] if shared.is_dir() else []))


def drafted(story: Story, lexicon: Lexicon) -> Briefing:
    """Return the draft of a story."""
    return draft_of(story.article, lexicon, story.anchor, "draft")


class Drafts:
    """The drafts of stories by their names, each made when it is first asked for."""

    def __init__(self, texts: Sequence[Story], lexicon: Lexicon) -> None:
        self._texts = {story.name: story for story in texts}
        self._lexicon = lexicon
        self._made: dict[str, Briefing] = {}

    def __getitem__(self, name: str) -> Briefing:
        """Return the draft of the story of this name."""
        if name not in self._made:
            self._made[name] = drafted(self._texts[name], self._lexicon)
        return self._made[name]


def scored(story: Story, briefing: Briefing) -> Score:
    """Return how far a draft of a story is from its gold."""
    return score(story.gold, story.body, prediction_of(briefing, story.article.paragraphs))
