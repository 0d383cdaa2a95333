"""What the tests of adding share: two reports of one meeting, and what each brings to the other."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from briefing_app.model.briefing import items
from briefing_app.workflow.adding import Added, add_article
from briefing_app.workflow.drafting import Wishes, build, take_text
from briefing_app.workflow.lexicon import load_lexicon
from briefing_app.workflow.reviewing import Reviewer, decide, sign_off

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item
    from briefing_app.workflow.drafting import Built, Taken

WIRE = """Portugal, Norway to hold naval exercises

LISBON, May 14, 2021 (Sample Wire) -- Portuguese Defence Minister Rui Tavarede and Norwegian Defence Minister Ingrid Solbakk met in Lisbon on Thursday for the 3rd Portugal-Norway Defence Dialogue.

The two ministers agreed to hold three naval exercises in the Barents Sea next year.

They agreed to open a liaison office in Bergen.

The 4th Portugal-Norway Defence Dialogue will be held in Oslo in September 2022.
"""  # noqa: E501 - as an article has its paragraphs
READOUT = """Readout of the 3rd Portugal-Norway Defence Dialogue

OSLO, 15 May 2021 -- Norwegian Defence Minister Solbakk Ingrid and Portuguese Defence Minister Rui Tavarede met in Lisbon on 13 May 2021 for the 3rd Portugal-Norway Defence Dialogue. Admiral Nils Aardal also took part.

The two ministers agreed to hold two naval exercises in the Barents Sea.

The two ministers reaffirmed their commitment to the protection of cables on the sea bed.

The 4th Portugal-Norway Defence Dialogue will be held in Bergen in October 2022.
"""  # noqa: E501
ELSEWHERE = """Portugal, Estonia to train pilots

TALLINN, June 3, 2021 (Sample Wire) -- Portuguese Defence Minister Rui Tavarede and Estonian Defence Minister Mart Kuusk met in Tallinn on Wednesday.

They agreed to train forty pilots each year.
"""  # noqa: E501
REVIEWER = Reviewer("A. Reader", "2021-05-16")


LEXICON = load_lexicon()


def drafted(text: str, wishes: Wishes | None = None) -> Briefing:
    """Return the draft of an article."""
    return build(take_text(text), LEXICON, wishes or Wishes()).briefing


def with_article(
    briefing: Briefing,
    text: str,
    texts: Mapping[str, Sequence[str]] | None = None,
    wishes: Wishes | None = None,
) -> Added:
    """Return a briefing with another article, with the same ids each time."""
    return with_taken(briefing, take_text(text), wishes, texts)


def with_taken(
    briefing: Briefing,
    taken: Taken,
    wishes: Wishes | None = None,
    texts: Mapping[str, Sequence[str]] | None = None,
) -> Added:
    """Return the same of an article that was read."""
    chance = Random(1)  # noqa: S311 - no secret

    def draft(taken: Taken, wishes: Wishes) -> Built:
        return build(taken, LEXICON, wishes)

    return add_article(briefing, taken, wishes or Wishes(), draft, chance, texts or {})


def decided(briefing: Briefing) -> Briefing:
    """Return a briefing whose items are all accepted, without its gaps."""
    after = briefing.model_copy(update={"gaps": ()})
    for _, item in items(after):
        after, _ = decide(after, item.id, "accepted", REVIEWER)
    return after


def signed(briefing: Briefing) -> Briefing:
    """Return a briefing that is signed off."""
    return sign_off(decided(briefing), REVIEWER)[0]


def by_id(briefing: Briefing) -> dict[str, Item]:
    """Return the items of a briefing by their ids."""
    return {item.id: item for _, item in items(briefing)}
