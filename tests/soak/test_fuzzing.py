"""Files changed at random: a sentence each, never a traceback; what opens can be printed."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.drafting.draft import draft_of
from briefing_app.drafting.grammar import word_set
from briefing_app.exporting.pdf import export_pdf
from briefing_app.files.reading import parse_briefing
from briefing_app.model.article import Article
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.lexicon import load_lexicon
from tests.corpus.stories import stories

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 3_000
DRAFTS = 10_000
WORDS = sorted(
    word_set(
        "at during following after since in on of to the and , who which with from until will would not met "
        "talks meeting welcomed agreed signed announced said by for between Ministers Kenya Monday as well"
    )
)


def test_random_changes(root: Path) -> None:
    chance = random.Random(14)  # noqa: S311 - the same changes every time
    good = (root / "resources" / "examples" / "vksd-14.briefing").read_bytes()
    printed = 0
    for _ in range(ROUNDS):
        data = bytearray(good)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = bytes(
                chance.randrange(256) for _ in range(chance.randint(0, 3))
            )
        opened = parse_briefing(bytes(data), "x.briefing")
        assert opened.briefing is not None or opened.problems
        found = opened.briefing or opened.sound_part
        if found and printed < 100:
            printed += 1
            try:
                assert export_pdf(found).pdf.startswith(b"%PDF")
            except BriefingError as error:
                assert error.problems[0].code == "font-missing"  # noqa: PT017
    assert printed == 100


def test_articles_with_words_out_of_place() -> None:
    """Whatever stands in an article, it is drafted, or refused with a sentence."""
    chance = random.Random(15)  # noqa: S311
    lexicon, bodies = load_lexicon(), [story.article.paragraphs for story in stories()]
    kept = 0
    for _ in range(DRAFTS):
        body = chance.choice(bodies)
        first = chance.randrange(len(body))
        texts = tuple(_jumbled(text, chance) for text in body[first : first + 3])
        article = Article(paragraphs=texts, title="Talks", dateline=chance.choice(["Nairobi", None]))
        try:
            kept += draft_of(article, lexicon, date(2026, 6, 15), "draft").event is not None
        except BriefingError as error:
            assert error.problems[0].code == "draft-nothing"  # noqa: PT017
    assert kept > DRAFTS // 10


def _jumbled(text: str, chance: random.Random) -> str:
    """Return a text with words changed, put in or left out, or broken off."""
    words = text.split(" ")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(words))
        match chance.randrange(5):
            case 0 | 1:
                words[at] = chance.choice(WORDS)
            case 2:
                words.insert(at, chance.choice(WORDS))
            case 3:
                words = [*words[:at], *words[at + 1 :]] or words
            case _:
                words = words[: max(1, at)]
    return " ".join(words)
