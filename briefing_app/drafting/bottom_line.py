"""One or two sentences that a reader takes away, made of the items and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.naming import capital, listed, printed_name
from briefing_app.drafting.statements import closed
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.commitments import Commitment
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.other_meeting import Other
    from briefing_app.drafting.proofs import Proof

MOST_WORDS = 50
_FIRST_MOST = 36
_ORDER = ("agreed", "pledged", "reaffirmed", "assessed", "discussed")
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """The bottom line.

    Attributes:
        text: at most 50 words.
        proofs: those of the items that it is made of.
        rule: the rule that made it.
    """

    text: str
    proofs: tuple[Proof, ...]
    rule: str


def bottom_line_of(
    held: Held | None,
    found: Sequence[Commitment],
    meetings: Sequence[Other],
    title: str,
    known: dict[str, str],
) -> Line:
    """Return the bottom line: what weighs most of what was agreed, then the next meeting.

    Args:
        held: the event.
        found: what the parties agreed.
        meetings: other meetings.
        title: the article's, where no item can be told.
        known: printed forms of parties that no table knows.
    """
    ahead = next((each for each in meetings if not each.past and each.certainty != "none"), None)
    weighty = sorted(found, key=lambda each: _ORDER.index(each.kind))
    first = next((each for each in weighty if len(_sentence(each, held, known).split()) <= _FIRST_MOST), None)
    if first is None:
        text = f"{_next_sentence(ahead)}" if ahead else title
        return Line(_cut(text or title), ahead.proofs if ahead else (), "bottom-line-title")
    text = _sentence(first, held, known)
    proofs = first.proofs[:1]
    more = _next_sentence(ahead) if ahead else ""
    if more and len((text + " " + more).split()) <= MOST_WORDS and ahead:
        text, proofs = f"{text} {more}", proofs + ahead.proofs[:1]
    return Line(text, proofs, "bottom-line")


def _sentence(each: Commitment, held: Held | None, known: dict[str, str]) -> str:
    everybody = held is not None and each.parties == held.parties and len(each.parties) > _NAMED
    who = (
        "the two sides"
        if not each.parties
        else "the parties"
        if everybody
        else listed([printed_name(code, known) for code in each.parties])
    )
    words = f"{who} {each.lead} {each.raw}" if each.lead else f"{who} {each.raw}"
    return closed(capital(" ".join(words.split())).rstrip(" .,;:")) + "."


def _next_sentence(ahead: Other) -> str:
    """Return a sentence on the next meeting, with its date as printed."""
    if not (ahead.dated or ahead.place):
        return ""
    verb = {"possible": "is possible", "expected": "is expected", "confirmed": "is set"}.get(
        ahead.certainty, "is expected"
    )
    where = f" in {ahead.place[0]}" if ahead.place else ""
    when = f" ({ahead.dated.phrase})" if ahead.dated else ""
    return f"Next: {ahead.title} {verb}{where}{when}."


def _cut(text: str) -> str:
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join(words[: MOST_WORDS - 1]) + " …"
