"""The stages of the transfer of operational control, each with what became of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.stage_blame import blame_in
from briefing_app.drafting.stage_histories import Entry, StageDraft, TrackDraft, in_order, joined
from briefing_app.drafting.stage_provisos import is_under_proviso, proviso_in
from briefing_app.drafting.stage_reasons import reason_in
from briefing_app.drafting.stage_scene import each_time
from briefing_app.drafting.stage_times import before, first_day, last_day
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.proofs import Proof
    from briefing_app.drafting.reading import Reading
    from briefing_app.drafting.stage_mentions import StageWords
    from briefing_app.drafting.stage_scene import Link
    from briefing_app.drafting.stage_times import Time
    from briefing_app.model.opcon import StageState

_PLANNED = frozenset(("planned", "scheduled", "expected", "hoped", "foreseen", "intended"))
_LATER_WITHIN = 8  # words
_DONE: Mapping[str, StageState] = {
    "": "verified",
    "verifying": "verified",
    "assessing": "assessed",
    "rehearsing": "rehearsed",
}


def tracks_of(
    reading: Reading, links: Sequence[tuple[Paragraph, tuple[int, int], Link]], words: StageWords
) -> tuple[TrackDraft, ...]:
    """Return what an article says of the stages, the whole force first.

    Args:
        reading: what was read.
        links: what is done with the stages, with paragraph and sentence, in order.
        words: the names of the stages.
    """
    entries: list[Entry] = []
    for paragraph in reading.paragraphs:
        for sentence in paragraph.sentences:
            entries = _with_blame(paragraph, sentence, entries, words)
            here = [link for p, span, link in links if p is paragraph and span == sentence]
            entries += _entries(reading, paragraph, sentence, here, words)
    names = list(dict.fromkeys(each.track for each in entries))
    return tuple(
        TrackDraft(name or None, in_order([each for each in entries if each.track == name], reading.anchor))
        for name in sorted(names, key=bool)
    )


def _entries(
    reading: Reading,
    paragraph: Paragraph,
    sentence: tuple[int, int],
    links: Sequence[Link],
    words: StageWords,
) -> Iterator[Entry]:
    for link in (one for each in links for one in each_time(each)):
        draft = _drafted(reading, paragraph, link)
        if draft is None or is_under_proviso(paragraph, sentence, link, words):
            continue
        draft = _under_proviso(paragraph, sentence, draft, words)
        why = reason_in(paragraph, sentence, link, words)
        yield Entry(
            draft,
            link.mention.track,
            missed=draft.state == "planned" and bool(draft.due),
            why=(why[0], (paragraph.number, *why[1])) if why else None,
        )


def _under_proviso(
    paragraph: Paragraph, sentence: tuple[int, int], draft: StageDraft, words: StageWords
) -> StageDraft:
    """Return what is planned, with the condition that the sentence names for it."""
    span = proviso_in(paragraph, sentence, words) if draft.state == "planned" else None
    if span is None:
        return draft
    proof = (paragraph.number, *span)
    return replace(draft, note=paragraph.said(*span), proofs=joined(draft.proofs, (proof,)))


# ------------------------------------------------------------------------------------------- one entry


def _drafted(reading: Reading, paragraph: Paragraph, link: Link) -> StageDraft | None:
    state = _state(link)
    stage = link.mention.stage
    if state is None or stage == "OPCON":
        return None
    due, when = _dates(link, state, reading.anchor)
    if state in ("assessed", "verified", "rehearsed") and when and _is_after(when, reading.anchor):
        return None
    if state == "planned" and when and not due and before_day(when, reading.anchor):
        due, when = when, None
    if state == "planned" and when and _is_later_than_planned(paragraph, link):
        state = "delayed"
    if state == "planned" and due and when:
        state = "delayed" if before(due, when) else "planned"
    proof = proof_of(paragraph, link, (due, when))
    return StageDraft(stage, state, due, when, proofs=(proof,), rule=f"opcon-{link.rule}")


def _is_later_than_planned(paragraph: Paragraph, link: Link) -> bool:
    """Tell whether the sentence says so of the date: "next spring, months later than planned"."""
    last = max((time.end for time in link.times), default=link.mention.end)
    lows = [token.low for token in paragraph.tokens[last : link.mention.sentence[1]]][:_LATER_WITHIN]
    than = (n + 2 for n, pair in enumerate(pairwise(lows)) if pair == ("later", "than"))
    return any(_PLANNED & set(lows[n : n + 2]) for n in than)


def proof_of(paragraph: Paragraph, link: Link, dates: Sequence[Dated | None]) -> Proof:
    """Return the words that prove what is done with a stage: its name, the verb, and the dates taken."""
    spans = [] if link.shared else [(link.mention.first, link.mention.end)]
    spans += [
        (time.first, time.end)
        for time in link.times
        if any(each in dates for each in (time.dated, time.past, time.ahead))
    ]
    spans += [link.span] if link.span else []
    spans += [(link.act.first, link.act.end)] if link.act else []
    return paragraph.number, min(span[0] for span in spans), max(span[1] for span in spans)


def before_day(dated: Dated, anchor: date) -> bool:
    """Tell whether a date lies wholly before a day."""
    last = last_day(dated)
    return bool(last and last < anchor)


def _is_after(dated: Dated, anchor: date) -> bool:
    first, last = first_day(dated), last_day(dated)
    return first > anchor if first else bool(last and last > anchor)


def _state(link: Link) -> StageState | None:
    mode, kind, aspect = link.mode, link.kind, link.mention.aspect
    if kind == "delay":
        return "delayed" if mode in ("done", "planned") else None
    if kind == "miss":
        return "delayed" if mode == "done" else None
    if mode == "failed":
        return "delayed"
    if mode in ("planned", "missed", "pending"):
        return None if aspect == "rehearsing" or kind == "rehearse" else "planned"
    if mode != "done" or kind in ("schedule", "advance", "begin"):
        return "planned" if mode == "done" and kind == "advance" else None
    fixed: Mapping[str, StageState] = {"verify": "verified", "assess": "assessed", "rehearse": "rehearsed"}
    return "rehearsed" if aspect == "rehearsing" else fixed.get(kind) or _DONE[aspect]


def _dates(link: Link, state: StageState, anchor: date) -> tuple[Dated | None, Dated | None]:
    """Return the old date and the new one."""
    old = [time for time in link.times if time.role == "due"]
    new = [time for time in link.times if time.role == "when"]
    plain = [time for time in link.times if not time.role]
    if state in ("assessed", "verified", "rehearsed"):
        return None, next((_behind(time, anchor) for time in (*plain, *new)), None)
    if state == "delayed":
        when = next((time.ahead for time in new), None)
        # "Postponed in May to March": the day of the decision is no date of the stage.
        known = [*old, *([] if new else plain)]
        return next((_before(time, when) for time in known), None), when
    if link.mode == "missed":
        return next((_overdue(time, anchor) for time in (*plain, *old)), None), None
    when = next((time.ahead for time in (*plain, *new)), None)
    return next((_before(time, when) for time in old), None), when


def _behind(time: Time, anchor: date) -> Dated:
    first = first_day(time.dated)
    return time.dated if first and first <= anchor else time.past


def _overdue(time: Time, anchor: date) -> Dated:
    """Return what was to happen on a day that may lie ahead still: "was to be held in November"."""
    del anchor
    return time.ahead if time.dated.relative and "next" in time.dated.phrase else time.dated


def _before(time: Time, when: Dated | None) -> Dated:
    """Return the reading of an old date that lies before the new one, the nearest to it."""
    readings = [each for each in (time.ahead, time.dated, time.past) if when is None or before(each, when)]
    if when is None:
        return time.past if time.dated.relative else time.dated
    return readings[0] if readings else time.dated


# -------------------------------------------------------------------------------------- all of a track


def _with_blame(
    paragraph: Paragraph, sentence: tuple[int, int], entries: list[Entry], words: StageWords
) -> list[Entry]:
    """Return the entries, the last delay with the reason of a later sentence: "The delay is due to"."""
    blamed = blame_in(paragraph, sentence, words)
    if blamed is None:
        return entries
    at = next((n for n in range(len(entries) - 1, -1, -1) if entries[n].draft.state == "delayed"), None)
    if at is None or entries[at].why:
        return entries
    reason, span = blamed
    entries[at] = replace(entries[at], why=(reason, (paragraph.number, *span)))
    return entries
