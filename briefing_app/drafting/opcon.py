"""What an article says of the transfer of operational control, as a draft of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.conditions import ConditionDraft, conditions_of
from briefing_app.drafting.findings import FindingDraft
from briefing_app.drafting.glossary import glossary_of
from briefing_app.drafting.grammar import DETERMINERS
from briefing_app.drafting.stage_acts import acts_in
from briefing_app.drafting.stage_histories import StageDraft, TrackDraft
from briefing_app.drafting.stage_links import linked
from briefing_app.drafting.stage_mentions import StageWords
from briefing_app.drafting.stage_modes import BREAKS
from briefing_app.drafting.stage_open import open_acts
from briefing_app.drafting.stage_pointing import mentions_of
from briefing_app.drafting.stage_times import last_day, times_of
from briefing_app.drafting.stages import tracks_of
from briefing_app.drafting.tokens import listed_phrases
from briefing_app.drafting.transfers import (
    ApproachDraft,
    TransferDraft,
    approach_of,
    is_set_aside,
    target_in,
    terms_in,
    transfer_of,
)
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.stage_mentions import Mention
    from briefing_app.drafting.stage_scene import Link
    from briefing_app.drafting.stage_times import Time

__all__ = [
    "ApproachDraft",
    "ConditionDraft",
    "FindingDraft",
    "OpconDraft",
    "StageDraft",
    "TrackDraft",
    "TransferDraft",
    "opcon_of",
]
_COPULAS = frozenset(("is", "was", "remains", "are"))
_DIRECTION_REACH = 12


@dataclass(frozen=True, slots=True)
class OpconDraft:
    """All that an article says of the transfer (format.md, Opcon)."""

    approach: ApproachDraft | None
    transfer: TransferDraft | None
    tracks: tuple[TrackDraft, ...]
    conditions: tuple[ConditionDraft, ...]
    findings: tuple[FindingDraft, ...]


def opcon_of(reading: Reading) -> OpconDraft | None:
    """Return what an article says of the transfer, None where that is nothing, or only "on the agenda"."""
    taken = {entry.abbreviation: entry.expansion for entry in glossary_of(reading)}
    words = StageWords(reading.lexicon, taken)
    openings = words.stage_openings | words.control.openings
    if all(openings.isdisjoint(paragraph.lows) for paragraph in reading.paragraphs):
        return None
    mentions = mentions_of(reading.paragraphs, words)
    if not _is_spoken_of(reading, mentions, words):
        return None
    links: list[tuple[Paragraph, tuple[int, int], Link]] = []
    targets: list[TransferDraft] = []
    for paragraph, sentence, found, target in _read(reading, mentions, words):
        links += [(paragraph, sentence, link) for link in found]
        targets += [target] if target else []
    tracks = tracks_of(reading, [row for row in links if row[2].mention.stage != "OPCON"], words)
    transfer = transfer_of(
        reading, [(p, link) for p, _, link in links if link.mention.stage == "OPCON"], targets
    )
    approach = approach_of(reading, words)
    conditions = conditions_of(reading, words)
    definitions = tuple(_definitions(reading, mentions, words))
    if not (tracks or transfer or approach or conditions or definitions):
        return None
    findings = (*definitions, *_directions(reading, mentions, words, definitions))
    return OpconDraft(approach, transfer, tracks, conditions, findings)


def _is_spoken_of(reading: Reading, mentions: tuple[Mention, ...], words: StageWords) -> bool:
    """Tell whether the article speaks of operational control, or of a stage of a command."""
    for paragraph in reading.paragraphs:
        spoken = (i for i, low in enumerate(paragraph.lows) if low in words.control.openings)
        if any(words.control.at(paragraph.tokens, i) for i in spoken):
            return True
    return any(mention.owned or mention.track for mention in mentions)


def _read(
    reading: Reading, mentions: tuple[Mention, ...], words: StageWords
) -> Iterator[tuple[Paragraph, tuple[int, int], tuple[Link, ...], TransferDraft | None]]:
    for paragraph, dates in zip(reading.paragraphs, reading.dates, strict=True):
        said = [each for each in mentions if each.paragraph == paragraph.number]
        times = times_of(paragraph, dates, reading.anchor, words.lists) if said else ()
        for sentence in paragraph.sentences:
            here = [each for each in said if each.sentence == sentence]
            if not here:
                continue
            near = tuple(sorted((*times, *_terms(paragraph, here)), key=lambda time: time.first))
            acts = acts_in(paragraph.tokens, sentence, words.lists)
            acts = open_acts(paragraph, sentence, (here, acts, near), words)
            links = linked(paragraph, sentence, (here, acts, near), words, reading.anchor)
            plain = not any(
                link.mention.stage == "OPCON" and any(_lies_ahead(t, reading) for t in link.times)
                for link in links
            )
            known = (words, reading.anchor)
            target = target_in(paragraph, sentence, here, near, known) if plain else None
            yield paragraph, sentence, links, target


def _lies_ahead(time: Time, reading: Reading) -> bool:
    """Tell whether a date is one that the transfer may still have."""
    last = last_day(time.ahead)
    return time.role != "due" and (last is None or last >= reading.anchor)


def _terms(paragraph: Paragraph, mentions: list[Mention]) -> tuple[Time, ...]:
    return terms_in(paragraph) if any(mention.stage == "OPCON" for mention in mentions) else ()


# -------------------------------------------------------------------------------------------- findings


def _definitions(
    reading: Reading, mentions: tuple[Mention, ...], words: StageWords
) -> Iterator[FindingDraft]:
    """Yield what a stage is called: "The FOC test, a crucial step for the transition,"."""
    phrases = listed_phrases(words.lists["opcon_appositions"])
    for mention in mentions:
        paragraph = reading.paragraph(mention.paragraph)
        tokens, at = paragraph.tokens, mention.end
        if mention.stage == "OPCON" or at + 1 >= mention.sentence[1] or not phrases.at(tokens, at + 1):
            continue
        comma = tokens[at].text == ","
        if not (comma or tokens[at].low in _COPULAS):
            continue
        end = _end(paragraph, at + 1, mention.sentence[1], comma=comma)
        first = mention.first - (
            mention.first > mention.sentence[0] and tokens[mention.first - 1].low in DETERMINERS
        )
        subject = paragraph.said(first, mention.end)
        said = paragraph.said(at + 1, end) if comma else paragraph.said(at, end)
        text = f"{subject} is {said}" if comma else f"{subject} {said}"
        yield FindingDraft(
            text[:1].upper() + text[1:], ((mention.paragraph, first, end),), "opcon-definition"
        )


def _end(paragraph: Paragraph, first: int, limit: int, *, comma: bool) -> int:
    stops = (",", ".", ";", "!", "?") if comma else (".", ";", "!", "?")
    for k, token in enumerate(paragraph.tokens[first:limit], first):
        ends = k + 1 == limit or paragraph.lows[k + 1] in ("which", "and", "but", "who")
        if token.text in stops or token.text in BREAKS or (token.text == "," and ends):
            return k
    return limit


def _directions(
    reading: Reading, mentions: tuple[Mention, ...], words: StageWords, definitions: tuple[FindingDraft, ...]
) -> Iterator[FindingDraft]:
    """Yield from whom to whom control passes, once: "the transition of ... from Washington to Seoul"."""
    for mention in mentions:
        paragraph = reading.paragraph(mention.paragraph)
        if (
            mention.stage != "OPCON"
            or paragraph.tokens[mention.first].low not in words.lists["opcon_transfers"]
        ):
            continue
        if is_set_aside(paragraph, mention.sentence):
            continue
        end = _to_whom(paragraph, mention)
        inside = any(
            p == mention.paragraph and a <= mention.first < b
            for each in definitions
            for p, a, b in each.proofs
        )
        if end and not inside:
            text = paragraph.said(mention.first, end)
            yield FindingDraft(
                text[:1].upper() + text[1:], ((mention.paragraph, mention.first, end),), "opcon-direction"
            )
            return


def _to_whom(paragraph: Paragraph, mention: Mention) -> int:
    """Return the token after "from A to B" behind a transfer, 0 where it is not there."""
    tokens, limit = paragraph.tokens, mention.sentence[1]
    for k in range(mention.end, min(limit, mention.end + _DIRECTION_REACH)):
        if tokens[k].low == "from":
            giver = _name_end(paragraph, k + 1, limit)
            leads_on = k + 1 < giver < limit and tokens[giver].low == "to"
            taker = _name_end(paragraph, giver + 1, limit) if leads_on else 0
            return taker if taker > giver + 1 else 0
        if tokens[k].text in (",", ";"):
            return 0
    return 0


def _name_end(paragraph: Paragraph, first: int, limit: int) -> int:
    """Return the token after a name that begins with token `first`, its article included."""
    tokens = paragraph.tokens
    end = first + (first < limit and tokens[first].low == "the")
    article = end
    while end < limit and (paragraph.party_at(end) or tokens[end].is_capital):
        end += 1
    return end if end > article else first
