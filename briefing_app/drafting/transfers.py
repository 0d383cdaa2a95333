"""The transfer of operational control itself: how it is to come about, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.dates import Dated
from briefing_app.drafting.grammar import AUXILIARIES, CONTRACTED, NEGATIONS
from briefing_app.drafting.stage_histories import joined
from briefing_app.drafting.stage_modes import Verbs
from briefing_app.drafting.stage_times import Time, before, first_day, last_day, read_alone
from briefing_app.drafting.stages import proof_of
from briefing_app.drafting.tokens import listed_phrases
from briefing_app.drafting.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.stage_mentions import Mention, StageWords
    from briefing_app.drafting.stage_scene import Link

_TERM_LEADS = frozenset(("within", "during", "before", "by", "in"))
_TERMS = frozenset(("term", "tenure", "presidency"))
_TERM_REACH = 8
_RECENT_YEARS = 1
_NEAR_TARGET = 6
_LINKED_TO = 7
_YEAR = 4
_APPROACHING = frozenset(("approach", "plan", "principle"))
_GONE = frozenset(
    (
        "replacing",
        "replaced",
        "scrapped",
        "dropped",
        "abandoned",
        "instead",
        "previous",
        "former",
        "old",
        "original",
    )
)


@dataclass(frozen=True, slots=True)
class ApproachDraft:
    """How the transfer is to come about, as printed."""

    text: str
    proofs: tuple[Proof, ...]
    rule: str = "opcon-approach"


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """When the transfer is to come about.

    Attributes:
        due: when it was to happen.
        when: when it is now to happen, or happened.
        note: what else belongs to it.
        proofs: the words that prove it.
        rule: the rule that made it.
    """

    due: Dated | None
    when: Dated | None
    note: str | None
    proofs: tuple[Proof, ...]
    rule: str = "opcon-transfer"


# ---------------------------------------------------------------------------------------- the approach


def approach_of(reading: Reading, words: StageWords) -> ApproachDraft | None:
    """Return how the article says that the transfer comes about, None where it does not say."""
    lists = words.lists
    phrases = listed_phrases(lists["opcon_approaches"] | lists["opcon_based_on"])
    for paragraph in reading.paragraphs:
        for sentence in paragraph.sentences:
            if is_set_aside(paragraph, sentence):
                continue
            for i in range(*sentence):
                found = phrases.at(paragraph.tokens, i)
                if found and _is_meant(paragraph, i, found[0], sentence, words):
                    end = _noun_after(paragraph, found[0], sentence[1], words)
                    return ApproachDraft(paragraph.said(i, found[0]), ((paragraph.number, i, end),))
    return None


def is_set_aside(paragraph: Paragraph, sentence: tuple[int, int]) -> bool:
    """Tell whether a sentence only says that a subject was on the agenda, or was not discussed."""
    lows = [token.low for token in paragraph.tokens[slice(*sentence)]]
    if "agenda" in lows:
        return True
    at = next(
        (
            n
            for n, low in enumerate(lows)
            if low in ("discussed", "raised", "addressed", "touched", "covered", "mentioned")
        ),
        None,
    )
    return at is not None and any(low in NEGATIONS or low in CONTRACTED for low in lows[max(0, at - 3) : at])


def _is_meant(
    paragraph: Paragraph, first: int, end: int, sentence: tuple[int, int], words: StageWords
) -> bool:
    tokens = paragraph.tokens
    left = [token.low for token in tokens[max(sentence[0], first - 3) : first]]
    if any(
        low in ("not", "no", "than", "instead", "from", "against", "without", "replaces", "replaced")
        for low in left
    ):
        return False
    lows = {token.low for token in tokens[slice(*sentence)]}
    spoken = (
        any(words.control.at(tokens, i) for i in range(*sentence)) or lows & words.lists["opcon_transfers"]
    )
    return bool(spoken) or bool({token.low for token in tokens[end : end + 1]} & _APPROACHING)


def _noun_after(paragraph: Paragraph, end: int, limit: int, words: StageWords) -> int:
    """Return the token after the noun that the approach belongs to."""
    for k in range(end, min(limit, end + 4)):
        if paragraph.tokens[k].low in words.lists["opcon_transfers"] or paragraph.tokens[k].low in (
            "plan",
            "approach",
        ):
            return k + 1
    return end


# -------------------------------------------------------------------------------------------- the date


def transfer_of(
    reading: Reading, links: Sequence[tuple[Paragraph, Link]], targets: Sequence[TransferDraft]
) -> TransferDraft | None:
    """Return when the article says that the transfer comes about, None where it does not say.

    Args:
        reading: what was read.
        links: what is done with the transfer, in order.
        targets: target dates that stand without a verb.
    """
    found: TransferDraft | None = None
    for draft in (
        *(made for paragraph, link in links for made in _drafted(reading, paragraph, link)),
        *targets,
    ):
        found = draft if found is None else _merged(found, draft)
    return found


def _merged(one: TransferDraft, other: TransferDraft) -> TransferDraft:
    if other.due is None and one.due and one.when is None and before(one.due, other.when):
        return replace(other, due=one.due, proofs=joined(one.proofs, other.proofs))
    same = one.when and other.when and one.when.edtf == other.when.edtf
    if same or (one.when is None and other.when and other.due):
        return replace(
            one,
            due=one.due or other.due,
            when=one.when or other.when,
            proofs=joined(one.proofs, other.proofs),
        )
    return one


def _drafted(reading: Reading, paragraph: Paragraph, link: Link) -> Iterator[TransferDraft]:
    old = [time for time in link.times if time.role == "due"]
    new = [time for time in link.times if time.role == "when"]
    plain = [time for time in link.times if not time.role]
    due: Dated | None = None
    when: Dated | None = None
    if link.kind == "delay" and link.mode in ("done", "planned"):
        due, when = _first(old or ([] if new else plain), ahead=False), _first(new, ahead=True)
    elif link.mode == "planned":
        due, when = _first(old, ahead=False), _first([*plain, *new], ahead=True)
    elif link.mode in ("missed", "failed"):
        due = _first([*plain, *old], ahead=False)
    elif link.mode == "done" and link.kind != "begin":
        when = _recent(_first([*plain], ahead=False), reading.anchor)
    if when and link.mode == "planned" and (last := last_day(when)) and last < reading.anchor:
        due, when = when, None
    opening = paragraph.tokens[link.mention.sentence[0]].low
    if (due or when) and opening not in ("if", "once", "provided", "assuming", "unless"):
        yield TransferDraft(due, when, None, (proof_of(paragraph, link, (due, when)),))


def _first(times: Sequence[Time], *, ahead: bool) -> Dated | None:
    return next((time.ahead if ahead else time.dated for time in times), None)


def _recent(dated: Dated | None, anchor: date) -> Dated | None:
    """Return a date unless it lies far back: what was handed over then is another story."""
    first = first_day(dated)
    return dated if first and first <= anchor and anchor.year - first.year <= _RECENT_YEARS else None


# ----------------------------------------------------------------------------------- terms and targets


def terms_in(paragraph: Paragraph) -> tuple[Time, ...]:
    """Return times without a date: "within the term of the government"."""
    tokens = paragraph.tokens
    found: list[Time] = []
    for i, token in enumerate(tokens):
        if token.low not in _TERM_LEADS:
            continue
        at = next(
            (k for k in range(i + 1, min(len(tokens), i + _TERM_REACH)) if tokens[k].low in _TERMS), None
        )
        if at is None or any(
            t.low in AUXILIARIES or t.text in ",;." or t.low in ("for", "to") for t in tokens[i + 1 : at]
        ):
            continue
        end = _of_whom(paragraph, at + 1)
        dated = Dated(
            token.start,
            tokens[end - 1].end,
            paragraph.said(i, end),
            None,
            relative=False,
            doubtful=False,
            earliest_only=False,
        )
        found.append(Time(i, end, dated, dated, dated))
    return tuple(found)


def _of_whom(paragraph: Paragraph, i: int) -> int:
    """Return the token after "of the current government"."""
    tokens = paragraph.tokens
    if i < len(tokens) and tokens[i].low in ("ends", "expires"):
        return i + 1
    if i >= len(tokens) or tokens[i].low != "of":
        return i
    end = i + 1
    while end < len(tokens) and (
        tokens[end].is_capital
        or tokens[end].low
        in ("the", "current", "present", "this", "government", "administration", "president", "'s", "-")
    ):
        end += 1
    return end


def target_in(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    known: tuple[StageWords, date],
) -> TransferDraft | None:
    """Return the target year that a sentence names for the transfer, None where it names none.

    Args:
        paragraph: where the sentence stands.
        sentence: first token, and the one after the last.
        mentions: the stages, and the transfer, that it speaks of.
        times: the dates of the paragraph.
        known: the lists of the lexicon, and the day of publication.
    """
    words, anchor = known
    tokens = paragraph.tokens
    if any(mention.stage != "OPCON" for mention in mentions):
        return None
    for i in range(*sentence):
        if tokens[i].low not in ("target", "deadline", "goal", "sights", "aim"):
            continue
        left = {token.low for token in tokens[sentence[0] : i]}
        if Verbs(tokens, sentence, words.lists).open_at(i) or left & (
            NEGATIONS | CONTRACTED | _GONE | words.lists["opcon_maybe"]
        ):
            return None
        near = [
            t
            for t in times
            if sentence[0] <= t.first < sentence[1] and -_NEAR_TARGET <= t.first - i <= _LINKED_TO
        ]
        near = near or _bare_year(paragraph, i, sentence, anchor)
        if near:
            first, end = min(i, near[0].first, mentions[0].first), max(i + 1, near[0].end, mentions[0].end)
            return TransferDraft(None, near[0].ahead, None, ((paragraph.number, first, end),))
    return None


def _bare_year(paragraph: Paragraph, i: int, sentence: tuple[int, int], anchor: date) -> list[Time]:
    """Return a year that stands without a preposition near a target: "set 2028 as the target year"."""
    for k in range(max(sentence[0], i - _NEAR_TARGET), min(sentence[1], i + 3 * _LINKED_TO)):
        token = paragraph.tokens[k]
        if len(token.text) == _YEAR and token.text.isdigit():
            read = read_alone(token.text, anchor, token.start)
            return [Time(k, k + 1, *read)] if read else []
    return []
