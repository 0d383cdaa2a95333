"""What a sentence says of a stage with a verb of any kind: "is on course for May", "will go ahead in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, BE, CONTRACTED, NEGATIONS, is_adverb
from briefing_app.drafting.stage_acts import Act
from briefing_app.drafting.stage_modes import Verbs, is_past_form, scheduled
from briefing_app.drafting.tokens import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_acts import ActKind
    from briefing_app.drafting.stage_mentions import Mention, StageWords
    from briefing_app.drafting.stage_modes import Mode
    from briefing_app.drafting.stage_times import Time

_STAYS = frozenset(("remains", "remain", "remained", "stays", "stayed", "stands", "stood"))
_PRESENT = frozenset(
    ("happens", "takes", "comes", "occurs", "falls", "starts", "begins", "opens", "goes", "kicks", "gets")
)
_LEADS = frozenset(("for", "at", "in", "on"))
_COMPLEMENT, _NEAR_DATE, _APPOSED, _PHRASE = 5, 3, 14, 6
_SUBJECT = frozenset(("of", "for", "by", "to"))


def open_acts(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    read: tuple[Sequence[Mention], Sequence[Act], Sequence[Time]],
    words: StageWords,
) -> tuple[Act, ...]:
    """Return what stages are said to do with verbs that no list knows, and the acts known, in order.

    Args:
        paragraph: where the sentence stands.
        sentence: first token, and the one after the last.
        read: the stages and the acts of the sentence, and the dates of the paragraph.
        words: the names of the stages.
    """
    mentions, acts, times = read
    verbs = Verbs(paragraph.tokens, sentence, words.lists)
    found = list(acts)
    for mention in mentions:
        at = _predicate(verbs, mention.end)
        act = _act(verbs, at, times) if at < sentence[1] else None
        if act and not any(each.first < act.end and act.first < each.end for each in found):
            found.append(act)
    return tuple(sorted(found, key=lambda each: each.at))


def is_talk(verbs: Verbs, first: int) -> bool:
    """Tell whether the clause from a token on speaks of talks: "will be among the topics in October".

    Args:
        verbs: the sentence.
        first: where to look from.
    """
    phrases = listed_phrases(verbs.lists["opcon_talks"])
    for i in range(first, verbs.sentence[1]):
        if verbs.tokens[i].text in (",", ";") or verbs.tokens[i].low in ("and", "but"):
            return False
        if phrases.at(verbs.tokens, i):
            return True
    return False


def _predicate(verbs: Verbs, end: int) -> int:
    """Return the token that the predicate of a subject begins with, past an apposition."""
    tokens, limit = verbs.tokens, verbs.sentence[1]
    at = end
    if at < limit and tokens[at].text in (",", "("):
        mark = {",": ",", "(": ")"}[tokens[at].text]
        close = next((k for k in range(at + 1, min(limit, at + _APPOSED)) if tokens[k].text == mark), None)
        return close + 1 if close else limit
    if at < limit and tokens[at].low in _SUBJECT:
        reach = range(at + 1, min(limit, at + _PHRASE))
        verb = (k for k in reach if tokens[k].low in AUXILIARIES | _STAYS or not tokens[k].is_word)
        return next(verb, limit)
    return at


def _act(verbs: Verbs, first: int, times: Sequence[Time]) -> Act | None:
    """Return what the verb group from a token on says, None where it says nothing that is known."""
    at, limit = first, verbs.sentence[1]
    tokens = verbs.tokens
    while at < limit and (
        tokens[at].low in AUXILIARIES | NEGATIONS | CONTRACTED | {"to"} or _is_light(verbs, at)
    ):
        at += 1
    words = tuple(token.low for token in tokens[first:at])
    stays = at < limit and tokens[at].low in _STAYS
    if at >= limit or is_talk(verbs, first):
        return None
    lead = max(_leads(verbs, at, times), default=None)
    if not (words or stays):
        dated = tokens[at].low in _PRESENT and lead is not None and not verbs.open_at(first)
        return _made(at, at, "perform", "planned") if dated else None
    copular = stays or [word for word in words if not is_adverb(word) and word != "still"][-1:] in (
        [form] for form in BE
    )
    if copular and lead is not None and not {"will", "shall", "to"} & set(words):
        return _scheduled(verbs, first, (at, lead), words)
    mode, _ = verbs.mode(at, first, words)
    failing = mode == "denied" and bool({"did", "was", "were", "has"} & set(words))
    if not (failing or mode in ("planned", "missed")) or not verbs.has(tokens[at].low, "opcon_goes"):
        return None
    return _made(first, at, "perform", mode)


def _made(first: int, at: int, kind: ActKind, mode: Mode) -> Act:
    return Act(first, at, at + 1, kind, mode, passive=True, participle=False, nominal=False, word="")


def _is_light(verbs: Verbs, k: int) -> bool:
    return is_adverb(verbs.tokens[k].low) or verbs.tokens[k].low in ("still", "now", "then")


def _leads(verbs: Verbs, at: int, times: Sequence[Time]) -> Iterator[int]:
    """Yield the prepositions near a token that lead to a date."""
    for k in range(at, min(verbs.sentence[1], at + _COMPLEMENT)):
        if verbs.tokens[k].text in (",", ";"):
            return
        if verbs.tokens[k].low in _LEADS and any(0 <= time.first - k <= _NEAR_DATE for time in times):
            yield k


def _scheduled(verbs: Verbs, first: int, span: tuple[int, int], words: tuple[str, ...]) -> Act | None:
    """Return "is on course for", "had been on the calendar for"."""
    at, lead = span
    mode = verbs.open_at(first, words)
    if mode or set(words) & (NEGATIONS | CONTRACTED):
        return None
    verb = max(at, lead - 1)
    complement = verbs.tokens[verb].low
    plain = lead in (verb, at) or complement in _STAYS or is_past_form(complement)
    if not (plain or verbs.has(complement, "opcon_schedule_nouns")):
        return None
    mode = scheduled(words, "done")
    return _made(first, verb, "schedule" if mode == "missed" else "perform", mode)
