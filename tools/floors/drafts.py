"""Times of drafting, in one process and warm. `drafts.py words|page|growth`.

`words` prints milliseconds for each 600 words of the corpus and the articles in a second, `page` the seconds
that trafilatura alone and our whole reading take for the pages of the corpus, `growth` the seconds that
each megabyte of texts of 0.1, 1 and 5 MB takes.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from briefing_app.drafting.draft import draft_of
from briefing_app.files.articles import open_article
from briefing_app.files.cleaning import arrange
from briefing_app.files.web_page import read_web_page
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
ANCHOR = date(2026, 6, 15)
WORDS = 600
MEGABYTE = 1_000_000


def took(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def words() -> None:
    """Print how long the grammar takes for 600 words, the articles read beforehand."""
    lexicon = load_lexicon()
    articles = [open_article(path).article for path in sorted(CORPUS.glob("*/article.txt"))]
    count = sum(len(text.split()) for article in articles for text in article.paragraphs)

    def work() -> object:
        return [draft_of(article, lexicon, ANCHOR, "draft") for article in articles]

    work()  # The first time makes what is made once.
    seconds = took(work)
    print(f"{1000 * seconds * WORDS / count:.2f} {len(articles) / seconds:.1f}")


def page() -> None:
    """Print how long trafilatura takes for the pages of the corpus, and how long we do."""
    pages = sorted(CORPUS.glob("*/article.html"))
    texts = [each.read_text(encoding="utf-8") for each in pages]

    def floor() -> object:
        return [
            trafilatura.bare_extraction(text, include_comments=False, with_metadata=True) for text in texts
        ]

    def ours() -> object:
        return [arrange(read_web_page(text)) for text in texts]

    floor(), ours()
    print(f"{took(floor):.4f} {took(ours):.4f}")


def growth() -> None:
    """Print the seconds for each megabyte of texts with few items, of 0.1, 1 and 5 MB."""
    lexicon = load_lexicon()
    lead = "SEOUL, June 15 -- South Korea and Japan agreed at talks on Monday to share weather data."
    rest = "The harbour lay in fog for most of the morning, and the ferries to the islands ran late. " * 6
    for size in (0.1, 1.0, 5.0):
        number = int(size * MEGABYTE / len(rest))
        article = Article(paragraphs=(lead, *[f"{n}: {rest}" for n in range(number)]), title="Talks")
        seconds = took(partial(draft_of, article, lexicon, ANCHOR, "draft"))
        print(f"{size} {seconds / size:.2f}", flush=True)


if __name__ == "__main__":
    {"words": words, "page": page, "growth": growth}[sys.argv[1]]()
