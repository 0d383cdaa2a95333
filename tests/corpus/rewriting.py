"""A story with other words: the article and its gold are changed alike, so that the score must stay."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.corpus.stories import Story

    Change = Callable[[str], str]

# What the values of a gold are, by their keys; those that are named nowhere stay as they are.
_PROSE = frozenset(
    (
        "name",
        "role",
        "organisation",
        "text",
        "title",
        "place",
        "publisher",
        "author",
        "dateline_city",
        "anchor",
        "reason",
        "approach",
    )
)
_CODES = ("parties", "country", "participants")
_DATES = ("edtf", "published", "due")


def same(text: str) -> str:
    """Return the text as it is."""
    return text


def rewritten(story: Story, words: Change, codes: Change = same, dates: Change = same) -> Story:
    """Return a story with its words, its parties' codes and its ISO and EDTF dates changed."""
    article = story.article
    changes = {key: (words, getattr(article, key)) for key in ("title", "author", "publisher", "dateline")}
    changes["published"] = (dates, article.published)
    update: dict[str, Any] = {key: change(value) for key, (change, value) in changes.items() if value}
    update["paragraphs"] = tuple(map(words, article.paragraphs))
    kinds = dict.fromkeys(_PROSE, words) | dict.fromkeys(_CODES, codes) | dict.fromkeys(_DATES, dates)
    return dataclasses.replace(
        story,
        article=article.model_copy(update=update),
        gold=_changed(story.gold, "", kinds),
        body=tuple(map(words, story.body)),
    )


def replacer(table: Mapping[str, str]) -> Change:
    """Return a change of whole words, the longer ones first; each form is also known in capitals."""
    forms = {form.upper(): new.upper() for form, new in table.items()} | dict(table)
    row = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{row})(?!\w)")
    return lambda text: pattern.sub(lambda found: forms[found[0]], text)


def everything(story: Story) -> str:
    """Return all of a story that is read, as one text."""
    article = story.article
    parts = (article.title, article.publisher, article.dateline, article.author, *article.paragraphs)
    return "\n".join(filter(None, parts))


def _changed(value: Any, key: str, kinds: Mapping[str, Change]) -> Any:
    if isinstance(value, dict):
        return {name: _changed(inner, name, kinds) for name, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, key, kinds) for inner in value]
    change = kinds.get(key.removesuffix("_ok"))
    return change(value) if change and isinstance(value, str) else value
