"""Review a draft item by item: the order of reading, what speaks for and against each, the sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.briefing import Briefing, SignedOff, items
from briefing_app.model.evidence import fold
from briefing_app.model.items import BottomLine, Gap, Item, Review
from briefing_app.model.outline import marks_of, proof
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words import ntr, tr
from briefing_app.words.rules import rule_words
from briefing_app.workflow.arranging import remove
from briefing_app.workflow.claims import Check, added
from briefing_app.workflow.editing import NOTHING, Changes, item_of, put, settled
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.drafting.passages import Located
    from briefing_app.model.evidence import Passage
    from briefing_app.model.items import ReviewState
    from briefing_app.workflow.editing import Edited

DONE: tuple[ReviewState, ...] = ("accepted", "edited", "rejected")


class Reviewer(NamedTuple):
    """Who reviews, empty where that is not known, and the day, ISO 8601."""

    by: str
    on: str


class Progress(NamedTuple):
    """How far a review is.

    Attributes:
        states: of the items, in the order of reading.
        left: how many are still to be decided.
        rejected: how many of those decided are rejected.
    """

    states: tuple[ReviewState, ...]
    left: int
    rejected: int


def in_order(briefing: Briefing, found: Mapping[Passage, Located]) -> tuple[Item, ...]:
    """Return the items in the article's order; the bottom line, then what has no passage, come last.

    Args:
        briefing: the briefing.
        found: where the passages stand, as far as the texts are at hand.
    """
    sources = {source.id: n for n, source in enumerate(briefing.sources)}
    every = [item for _, item in items(briefing)]
    return tuple(sorted(every, key=lambda item: _reading_place(item, sources, found)))


def _reading_place(
    item: Item, sources: Mapping[str, int], found: Mapping[Passage, Located]
) -> tuple[int, int, int, int]:
    passages = proof(item)
    if not passages:
        return 2, 0, 0, 0
    first = passages[0]
    there = found.get(first)
    paragraph = there.paragraph if there and there.paragraph else first.paragraph
    last = 1 if isinstance(item, BottomLine) else 0
    return last, sources.get(first.source, 0), paragraph, there.start if there else 0


def progress(order: Sequence[Item]) -> Progress:
    """Return how far the review of items is, in their order."""
    states = tuple(item.review.state for item in order)
    return Progress(states, sum(state not in DONE for state in states), states.count("rejected"))


def progress_words(found: Progress) -> str:
    """Return "10 of 15 done, 1 rejected"."""
    done, total = len(found.states) - found.left, len(found.states)
    words = tr("{done} of {total} done", done=done, total=total)
    return tr("{words}, {n} rejected", words=words, n=found.rejected) if found.rejected else words


def left_words(found: Progress) -> str:
    """Return "5 left before sign-off"."""
    if not found.left:
        return tr("All decided")
    return ntr("{n} left before sign-off", "{n} left before sign-off", found.left)


def decide(briefing: Briefing, name: str, state: ReviewState, reviewer: Reviewer) -> Edited:
    """Record what a person decided about an item.

    Args:
        briefing: the briefing.
        name: the item's id.
        state: the decision; `drafted` takes it back.
        reviewer: who decided, and when.

    Raises:
        BriefingError: it cannot be accepted, for nothing proves it.
    """
    item = item_of(briefing, name)
    # What was edited in a review is accepted as it stands, and that it was edited is not to be lost.
    if item.review.state == state or (item.review.state, state) == ("edited", "accepted"):
        return briefing, NOTHING
    kept = reviewer if state != "drafted" else Reviewer("", "")
    review = Review(state=state, by=kept.by or None, on=kept.on or None)
    after, changes = put(briefing, name, {}, review=review)
    noun = noun_of(item)
    words = {
        "accepted": tr("accept {noun}", noun=noun),
        "edited": tr("edit {noun}", noun=noun),
        "rejected": tr("reject {noun}", noun=noun),
        "drafted": tr("reopen {noun}", noun=noun),
    }
    return after, changes._replace(step=words[state])


def sign_off(briefing: Briefing, reviewer: Reviewer) -> Edited:
    """Sign a review off at which nothing is left: what is rejected goes, who and when is recorded.

    Raises:
        BriefingError: `review-open` where items are left, `reviewer-missing` without a name.
    """
    left = [item for _, item in items(briefing) if item.review.state not in DONE]
    if left:
        raise BriefingError(Problem("review-open", values={"n": len(left)}))
    if not reviewer.by.strip():
        raise BriefingError(Problem("reviewer-missing"))
    rejected = tuple(item.id for _, item in items(briefing) if item.review.state == "rejected")
    after = briefing
    for name in rejected:
        after = _removed(after, name)
    after, changes = settled(briefing, after, Changes(tr("sign off"), rejected))
    signed = SignedOff(by=reviewer.by.strip(), on=reviewer.on)
    done = after.model_copy(update={"status": "reviewed", "signed_off": signed})
    return done, Changes(tr("sign off"), changes.items)


def _removed(briefing: Briefing, name: str) -> Briefing:
    if name == "bottom-line":
        raise BriefingError(Problem("sign-off-bottom-line"))
    return remove(briefing, name)[0]


# ---------------------------------------------------------------------------------------------- checks


def checks(
    briefing: Briefing, item: Item, found: Mapping[Passage, Located], texts: Mapping[str, Sequence[str]]
) -> tuple[Check, ...]:
    """Return what speaks for and against an item.

    Args:
        briefing: the briefing.
        item: one of its items.
        found: where the passages stand, as far as the texts are at hand.
        texts: the paragraphs of the sources that are at hand.
    """
    passages = proof(item)
    if not passages:
        return (_unproved(item), *_why(item))
    words = [text for each in passages if (text := words_of(each, found, texts))]
    told = tuple(_passages(briefing, passages, found))
    if len(words) == len(passages):
        told = (*told, *added(item, words, texts, briefing.as_of))
    return (*told, *_why(item))


def doubtful(
    briefing: Briefing,
    order: Sequence[Item],
    found: Mapping[Passage, Located],
    texts: Mapping[str, Sequence[str]],
) -> tuple[Item, ...]:
    """Return the items that were accepted although something speaks against them, in an order.

    Args:
        briefing: the briefing.
        order: its items, in that order.
        found: where the passages stand, as far as the texts are at hand.
        texts: the paragraphs of the sources that are at hand.
    """
    accepted = (item for item in order if item.review.state in ("accepted", "edited"))
    return tuple(
        item
        for item in accepted
        if any(each.kind == "fails" for each in checks(briefing, item, found, texts))
    )


def _unproved(item: Item) -> Check:
    if isinstance(item, Gap):
        return Check("explains", tr("A gap has no passage: check that the source indeed does not say it."))
    return Check("fails", tr("No passage proves it. Select words in the source and press Ctrl+L."))


def _passages(
    briefing: Briefing, passages: Sequence[Passage], found: Mapping[Passage, Located]
) -> Iterator[Check]:
    """Yield how matters stand with the passages: those in one state together, each that moved by itself."""
    by_state: dict[str, list[Passage]] = {}
    for each in passages:
        there = found.get(each)
        by_state.setdefault(there.state if there else "unchecked", []).append(each)
    for each in by_state.pop("moved", ()):
        n = found[each].paragraph or 0
        marks = _marks(briefing, [each])
        yield Check("fails", tr("Its words in {marks} now stand in paragraph {n}.", marks=marks, n=n))
    for state, those in by_state.items():
        yield _of_state(state, _marks(briefing, those))


def _marks(briefing: Briefing, passages: Sequence[Passage]) -> str:
    return ", ".join(mark.text for mark in marks_of(briefing, passages))


def _of_state(state: str, marks: str) -> Check:
    match state:
        case "verified":
            return Check("holds", tr("The words behind it stand in {marks}, once, unchanged.", marks=marks))
        case "changed":
            return Check("fails", tr("Its words in {marks} were changed.", marks=marks))
        case "missing":
            return Check("fails", tr("Its words in {marks} are not in the text.", marks=marks))
        case _:
            words = tr("The text is not at hand, so the words in {marks} are not checked.", marks=marks)
            return Check("explains", words)


def words_of(passage: Passage, found: Mapping[Passage, Located], texts: Mapping[str, Sequence[str]]) -> str:
    """Return the words of a passage as they stand now, empty where they are not found."""
    there, text = found.get(passage), texts.get(passage.source, ())
    if there is None or there.paragraph is None or there.paragraph > len(text):
        return ""
    return fold(text[there.paragraph - 1])[there.start : there.end]


def _why(item: Item) -> Iterator[Check]:
    """Yield why the item is what it is, and what of it was concluded."""
    if item.origin == "person":
        yield Check("explains", tr("Written by a person."))
    elif item.origin:
        yield Check("explains", rule_words(item.origin.removeprefix("rule:")))
    if item.inferred:
        fields = ", ".join(path.replace("_", " ").replace(".", ", ") for path in item.inferred)
        yield Check("explains", tr("Not said in so many words: {fields}.", fields=fields))


# ---------------------------------------------------------------------------------------------- unused


def dismiss(briefing: Briefing, name: str, *, dismissed: bool = True) -> Edited:
    """Put a sentence that became no item aside, or take it up again.

    Raises:
        KeyError: there is no such sentence.
    """
    if name not in {each.id for each in briefing.unused}:
        raise KeyError(name)
    unused = tuple(
        each.model_copy(update={"dismissed": dismissed}) if each.id == name else each
        for each in briefing.unused
    )
    after = briefing.model_copy(update={"unused": unused})
    words = tr("dismiss sentence") if dismissed else tr("take up sentence again")
    return settled(briefing, after, Changes(words, (name,)))


def without_unused(briefing: Briefing, name: str) -> Briefing:
    """Return a briefing without a sentence that has become an item."""
    return briefing.model_copy(update={"unused": tuple(u for u in briefing.unused if u.id != name)})
