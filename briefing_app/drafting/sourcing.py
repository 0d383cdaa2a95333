"""The source that a draft rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import word_set
from briefing_app.model.article import article_digest
from briefing_app.model.sources import UNSTATED, Source

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.model.article import Article

SOURCE = "s1"
_OFFICIAL = word_set(
    "ministry department government office secretariat council force forces staff embassy bureau command "
    "joint"
)
_JOINT = frozenset(("joint", "communique", "communiqué", "readout", "declaration"))
Kind = Literal["wire", "official", "press", "other"]


def source_record(article: Article, anchor: date) -> Source:
    """Return the source of a draft.

    Args:
        article: the cleaned text.
        anchor: the day of publication, where the article does not tell it itself.
    """
    return Source(
        id=SOURCE,
        kind=_kind(article),
        title=article.title or article.publisher or UNSTATED,
        publisher=article.publisher or UNSTATED,
        author=article.author,
        published=article.published or anchor.isoformat(),
        dateline=article.dateline,
        url=article.url,
        language=article.language or "en",
        paragraphs=len(article.paragraphs),
        cleaning=article.cleaning,
        digest=article_digest(article.paragraphs),
    )


def is_official(article: Article) -> bool:
    """Tell whether a text speaks for a government or for the sides together, and not for a newspaper."""
    words = frozenset(f"{article.title or ''} {article.publisher or ''}".lower().split())
    return bool(words & (_OFFICIAL | _JOINT))


def _kind(article: Article) -> Kind:
    words = frozenset((article.publisher or "").lower().split())
    if words & _OFFICIAL:
        return "official"
    if article.dateline and any(each.where == "dateline" for each in article.dates) and article.publisher:
        return "wire"
    return "press" if article.author else "other"
