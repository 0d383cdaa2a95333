"""A fact that explains, or that nobody agreed or pledged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from briefing_app.drafting.proofs import Proof


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """A finding before it has a number (format.md, Finding).

    Attributes:
        text: a clause in the words of the article.
        proofs: the words that prove it.
        rule: the rule that made it.
        topic: what it is about, where the article has a short name for that.
    """

    text: str
    proofs: tuple[Proof, ...]
    rule: str
    topic: str | None = None
