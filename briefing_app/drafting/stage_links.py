"""Which act belongs to which stage, and which dates to which act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_adverb
from briefing_app.drafting.stage_acts import BREAKS, open_at
from briefing_app.drafting.stage_mentions import component_in
from briefing_app.drafting.stage_reasons import is_given_reason
from briefing_app.drafting.stage_times import last_day
from briefing_app.drafting.tokens import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_acts import Act, ActKind, Mode
    from briefing_app.drafting.stage_mentions import Mention, StageWords
    from briefing_app.drafting.stage_times import Time
    from briefing_app.drafting.tokens import Token

_OBJECT_REACH = 9
_AND = frozenset(
    (
        "and",
        "but",
        "then",
        "or",
        ",",
        "also",
        "later",
        "finally",
        "subsequently",
        "again",
        "both",
        "not",
        "only",
    )
)
_CONJUNCTIONS = frozenset(("after", "before", "since", "until", "as", "because", "like"))
_ABOUT = frozenset(("on", "about", "regarding", "over", "concerning", "with", "for"))
_AFTER = frozenset(("after", "following", "since", "of", "in", "at", "during", "from", "upon"))
_LINKING = frozenset(
    (
        "in",
        "on",
        "by",
        "for",
        "of",
        "at",
        "as",
        "early",
        "late",
        "until",
        "to",
        "(",
        "was",
        "is",
        "the",
        "around",
    )
)
_GAP = 3
_TARGET_REACH = 7
_TARGETS = frozenset(("date", "target", "deadline", "month", "year", "goal"))
_NAMED = frozenset(("set", "fixed", "chose", "named", "agreed", "designated", "picked"))
_COUNTED = frozenset(("first", "second", "third", "last", "final", "stage", "phase", "step", "next"))
_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_SAYING = frozenset(
    (
        "said",
        "says",
        "told",
        "added",
        "announced",
        "reported",
        "briefed",
        "reporters",
        "briefing",
        "statement",
        "release",
    )
)


@dataclass(frozen=True, slots=True)
class Link:
    """A stage with what is done with it.

    Attributes:
        mention: the stage.
        act: the verb; None where a noun or another stage's verb says it.
        kind: what is done.
        mode: whether it is so.
        times: the dates that belong to it.
        rule: the rule that found it.
        own_date: a date stands before the stage's name ("this year's FOC test").
        span: other words that prove it, as tokens.
        shared: the stage stands with the verb before.
    """

    mention: Mention
    act: Act | None
    kind: ActKind
    mode: Mode
    times: tuple[Time, ...]
    rule: str = "stage"
    own_date: bool = False
    span: tuple[int, int] | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class _Scene:
    paragraph: Paragraph
    sentence: tuple[int, int]
    mentions: tuple[Mention, ...]
    acts: tuple[Act, ...]
    times: tuple[Time, ...]
    words: StageWords
    anchor: date


def linked(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    read: tuple[Sequence[Mention], Sequence[Act], Sequence[Time]],
    words: StageWords,
    anchor: date,
) -> tuple[Link, ...]:
    """Return what is done with the stages of a sentence, in order.

    Args:
        paragraph: where it stands.
        sentence: first token, and the one after the last.
        read: the mentions of stages and the acts of the sentence, and the dates of the paragraph.
        words: the names of the stages.
        anchor: the day of publication.
    """
    mentions, acts, times = read
    times = tuple(
        t for t in times if sentence[0] <= t.first < sentence[1] and not _is_of_other(paragraph, t, words)
    )
    scene = _Scene(paragraph, sentence, tuple(mentions), tuple(acts), times, words, anchor)
    links = _by_acts(scene)
    links += [*_gapped(scene, links), *_undated(scene)]
    links += _targeted(scene, links)
    links += _by_nouns(scene, links)
    return tuple(replace(link, mention=_tracked(scene, link.mention)) for link in links)


def _is_of_other(paragraph: Paragraph, time: Time, words: StageWords) -> bool:
    """Tell whether a date is the day on which something was said, or names an exercise: "the summer exercise"."""
    tokens = paragraph.tokens
    season = any(token.low in _SEASONS for token in tokens[time.first : time.end])
    if season and time.end < len(tokens) and tokens[time.end].low in words.lists["exercises"]:
        return True
    at = time.first - 1
    while at >= 0 and tokens[at].low in ("on", "in", "late", "earlier", "the"):
        at -= 1
    return at >= 0 and tokens[at].low in _SAYING


# ------------------------------------------------------------------------------------------ by verbs


def _by_acts(scene: _Scene) -> list[Link]:
    found: list[Link] = []
    for n, act in enumerate(scene.acts):
        direct = _object(scene, act) or _subject(scene, act)
        mention = direct or _shared(scene, act, found) or _done_so(scene, act)
        if mention is None:
            continue
        mode = act.mode
        if direct is None and act.participle and found:
            mode = found[-1].mode
        if mode == "denied":
            mode = _failed(scene, act, found, mention)
        times, own = _times(scene, n, mention)
        link = Link(mention, act, act.kind, mode, times, own_date=own, shared=direct is None)
        if mode in ("done", "planned", "failed") and act.kind != "schedule":
            found = [_overdue(each) if _same(each.mention, mention) else each for each in found]
        found += _together(scene, link)
    return found


def _same(one: Mention, other: Mention) -> bool:
    return one.stage == other.stage and one.track == other.track


def _overdue(link: Link) -> Link:
    """Return what had been planned, as the sentence goes on to say that it was put off."""
    return replace(link, mode="missed") if link.mode == "planned" and link.kind == "schedule" else link


def _failed(scene: _Scene, act: Act, found: Sequence[Link], mention: Mention) -> Mode:
    """Return the mode of what did not happen: it failed where it had been planned, or where the text says why."""
    planned = any(
        (each.mode == "missed" or each.kind == "schedule") and _same(each.mention, mention) for each in found
    )
    following = " ".join(
        token.low for token in scene.paragraph.tokens[act.end : min(scene.sentence[1], act.end + 12)]
    )
    as_planned = "as planned" in following or "as scheduled" in following
    return "failed" if planned or as_planned or is_given_reason(following, scene.words) else "denied"


def _object(scene: _Scene, act: Act) -> Mention | None:
    """Return the stage that an active verb has as its object."""
    if act.passive:
        return None
    for mention in scene.mentions:
        if not act.end <= mention.first <= act.end + _OBJECT_REACH:
            continue
        if _is_open_to(scene, act, mention) and _may_have(scene, act):
            return mention
    return None


def _is_open_to(scene: _Scene, act: Act, mention: Mention) -> bool:
    """Tell whether a verb reaches the stage after it as its object."""
    tokens = scene.paragraph.tokens
    if any(act.at < other.at < mention.first for other in scene.acts):
        return False
    if mention.first - act.end > 1 and tokens[act.end].text == tokens[mention.first - 1].text == ",":
        return True  # "to postpone, by a year, the FOC test"
    begin = act.end
    if tokens[begin].text == "," and (comma := _second_comma(scene, begin, mention.first)):
        begin = comma + 1
    return all(_may_stand(scene, k, act) for k in range(begin, mention.first))


def _second_comma(scene: _Scene, first: int, end: int) -> int:
    """Return the comma that closes what one opened, 0 where there is none."""
    return next((k for k in range(first + 1, end) if scene.paragraph.tokens[k].text == ","), 0)


def _may_stand(scene: _Scene, k: int, act: Act) -> bool:
    """Tell whether a token may stand between a verb and its object."""
    token = scene.paragraph.tokens[k]
    low = token.low
    if any(time.first <= k < time.end for time in scene.times):
        return True
    if token.text == ",":  # "the second, the FOC"
        return scene.paragraph.tokens[k - 1].low in _COUNTED
    if low in ("back", "off", "out", "forward", "up") or (act.nominal and low in ("of", "in", "to")):
        return True
    if (
        low in PREPOSITIONS
        or low in AUXILIARIES
        or low in ("and", "that", "which", "whether", "or", "how", "than")
    ):
        return False
    return token.is_word or token.text in ('"', "“", "-", "'") or token.text[0].isdigit() or low == "'s"


def _may_have(scene: _Scene, act: Act) -> bool:
    """Tell whether the subject of "reached" can have stages: a command can, a frigate cannot."""
    lists = scene.words.lists
    if act.word not in lists["opcon_attain"]:
        return True
    at = act.first - 1
    while at >= scene.sentence[0] and is_adverb(scene.paragraph.tokens[at].low):
        at -= 1
    if at < scene.sentence[0]:
        return True
    token = scene.paragraph.tokens[at]
    return bool(
        token.low in lists["opcon_holders"] or token.is_capital or scene.paragraph.party_at(at) or not token.is_word
        or token.low in lists["group_nouns"] or token.low in lists["opcon_plans"] or token.low in ("to", "and", "or", "by", "of", "for", "on", "after", "who")
    )  # fmt: skip


def _subject(scene: _Scene, act: Act) -> Mention | None:
    """Return the stage that a verb says something of."""
    if not (act.passive or act.participle or act.kind == "miss"):
        return None
    before = [mention for mention in scene.mentions if mention.end <= act.first]
    return next((mention for mention in reversed(before) if _is_of(scene, mention, act)), None)


def _is_of(scene: _Scene, mention: Mention, act: Act) -> bool:
    """Tell whether a verb says something of a stage before it."""
    tokens = scene.paragraph.tokens
    between = tokens[mention.end : act.first]
    enclosed = len(between) > 1 and between[0].text == between[-1].text == ","
    others = [other for other in scene.acts if mention.end <= other.at < act.first and not other.participle]
    if others and not enclosed:
        return False
    if any(token.text in BREAKS for token in between):
        return False
    governor = _governor(scene, mention)
    if act.participle and act.kind != "schedule":
        adjacent = all(
            token.text in (",", "(", '"', "”") or token.low in ("which", "that", "successfully", "first")
            for token in between
        )
        return (adjacent or _is_timed(scene, mention.end, act.first)) and governor not in _ABOUT
    if act.participle:
        plain = all(token.text in (",", "(", "is", "was", "on") or is_adverb(token.low) for token in between)
        return plain and governor not in _ABOUT
    if governor in PREPOSITIONS and governor not in _CONJUNCTIONS:
        return bool(between) and between[-1].low in ("which", "that") and len(between) <= 2
    return _reaches(scene, mention, act)


def _is_timed(scene: _Scene, first: int, end: int) -> bool:
    """Tell whether only a date stands between two places."""
    return first < end and all(
        scene.paragraph.tokens[k].low in ("in", "on", ",") or any(t.first <= k < t.end for t in scene.times)
        for k in range(first, end)
    )


def _governor(scene: _Scene, mention: Mention) -> str:
    """Return the word before a stage's noun phrase."""
    at = mention.first - 1
    tokens = scene.paragraph.tokens
    while at >= scene.sentence[0] and _is_before_noun(scene, at):
        at -= 1
    return tokens[at].low if at >= scene.sentence[0] else ""


def _is_before_noun(scene: _Scene, at: int) -> bool:
    token = scene.paragraph.tokens[at]
    if any(time.first <= at < time.end for time in scene.times) or scene.paragraph.party_at(at):
        return True
    lists = scene.words.lists
    return bool(
        token.low in DETERMINERS or token.low in ("'s", "'", "future", "combined", "allied", "joint", "main", "planned", "long", "-", "delayed", "first", "second", "third")
        or token.text in ('"', "“") or token.low in lists["opcon_holders"] - {"it", "they", "both", "we", "which", "that"}
    )  # fmt: skip


def _reaches(scene: _Scene, mention: Mention, act: Act) -> bool:
    """Tell whether a subject reaches its verb over what stands between them."""
    tokens = scene.paragraph.tokens
    between = tokens[mention.end : act.first]
    if not between:
        return True
    head = between[0]
    if head.text in (",", "(", "—", "–"):
        commas = [k for k, token in enumerate(between) if token.text in (",", ")")]
        return (
            (len(commas) == 1
            and len(between) > 1
            and between[1].low in ("which", "that"))
            or between[-1].text in (",", ")", '"', "”")
        )
    closed = (
        head.low in PREPOSITIONS
        or head.low in ("which", "that", "itself", "also", "now", "then", "to")
        or is_adverb(head.low)
        or not head.is_word
    )
    timed = any(time.first == mention.end for time in scene.times)
    planned = any(
        other.participle and other.at == mention.end for other in scene.acts
    )  # "the FOC test due in May was put off"
    return closed or timed or planned


def _shared(scene: _Scene, act: Act, found: Sequence[Link]) -> Mention | None:
    """Return the stage of the verb before, where "and" joins the two."""
    if not found or not (act.passive or act.participle) or act.nominal:
        return None
    at = act.first - 1
    tokens = scene.paragraph.tokens
    joined = False
    while at >= found[-1].mention.first and (tokens[at].low in _AND or is_adverb(tokens[at].low)):
        joined = joined or tokens[at].low in ("and", "but", "then", "or")
        at -= 1
    in_row = at < act.first - 1 and not act.participle and tokens[act.first - 1].text == ","
    return found[-1].mention if joined or in_row else None


def _done_so(scene: _Scene, act: Act) -> Mention | None:
    """Return the stage that "failed to do so" is about."""
    tokens = scene.paragraph.tokens
    if act.word not in ("do", "done", "did", "happen", "take") or act.mode not in ("failed", "denied"):
        return None
    if act.word in ("do", "done") and not (act.end < len(tokens) and tokens[act.end].low == "so"):
        return None
    before = [mention for mention in scene.mentions if mention.end <= act.first and mention.stage != "OPCON"]
    return before[-1] if before else None


def _together(scene: _Scene, link: Link) -> Iterator[Link]:
    """Yield the stages that the same verb is about: "IOC and FOC were verified"."""
    tokens = scene.paragraph.tokens
    at = scene.mentions.index(link.mention)
    group = [link.mention]
    for step in (-1, 1):
        k = at + step
        while 0 <= k < len(scene.mentions):
            left, right = sorted(
                (scene.mentions[k], group[0] if step < 0 else group[-1]), key=lambda each: each.first
            )
            between = [token.low for token in tokens[left.end : right.first]]
            if (
                not scene.mentions[k].named
                or ("and" not in between
                and "," not in between)
                or not set(between) <= _AND | DETERMINERS
            ):
                break
            group.insert(0 if step < 0 else len(group), scene.mentions[k])
            k += step
    apart = "respectively" in [token.low for token in tokens[slice(*scene.sentence)]] and len(group) == len(
        link.times
    )
    for n, mention in enumerate(group):
        yield replace(link, mention=mention, times=(link.times[n],) if apart else link.times)


# ------------------------------------------------------------------------------------------ dates


def _times(scene: _Scene, n: int, mention: Mention) -> tuple[tuple[Time, ...], bool]:
    """Return the dates of an act, and whether one stands before the stage's name."""
    act = scene.acts[n]
    after, ahead, own = [], [], []
    for time in scene.times:
        if _is_prenominal(scene, time, mention):
            own.append(time)
            continue
        owner = _owner(scene, time)
        if owner == n and time.first >= act.end:
            after.append(time)
        elif owner == n and not act.planner:
            ahead.append(time)
    if after and act.kind != "delay":
        ahead = [time for time in ahead if time.role]
    chosen = [*after, *ahead]
    if act.kind not in ("delay", "advance"):
        chosen = _unmoved(chosen)
    plain = any(not time.role for time in chosen)
    if own and act.kind in ("delay", "miss"):
        chosen = [*(replace(time, role="due") for time in own), *chosen]
    elif own and not plain:
        chosen = [*own, *chosen]
    return tuple(chosen), bool(own)


def _unmoved(times: Sequence[Time]) -> list[Time]:
    """Return the dates of what was not moved: "from March 2 to 28" is one span, no old day and new one."""
    found: list[Time] = []
    for time in times:
        span = time.spanned
        if span is None:
            found.append(time)
        elif not any(each.dated == span for each in found):
            found.append(replace(time, dated=span, past=span, ahead=span, role=""))
    return found


def _is_prenominal(scene: _Scene, time: Time, mention: Mention) -> bool:
    between = scene.paragraph.tokens[time.end : mention.first]
    return (
        time.end <= mention.first
        and len(between) <= _GAP
        and all(
            token.low in ("'s", "'", "combined", "planned", "joint", "long") or token.text in '-"“'
            for token in between
        )
    )


def _owner(scene: _Scene, time: Time) -> int | None:
    """Return which act a date belongs to."""
    before = [n for n, act in enumerate(scene.acts) if act.at < time.first]
    after = [n for n, act in enumerate(scene.acts) if act.first >= time.end]
    tokens = scene.paragraph.tokens
    if before:
        act = scene.acts[before[-1]]
        crossed = any(tokens[k].text in BREAKS for k in range(act.end, time.first))
        crossed = crossed or (not time.role and _leaves(tokens, act.end, time.first))
        others = [m for m in scene.mentions if m.named and act.end <= m.first < time.first]
        if (
            not crossed
            and (len(others) <= 1 or _is_row(scene, others))
            and not (others and _object(scene, act) is not others[0])
        ):
            return before[-1]
        if not crossed and not others:
            return before[-1]
    if after and not any(tokens[k].text in BREAKS for k in range(time.end, scene.acts[after[0]].first)):
        return after[0]
    return None


def _leaves(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether another clause begins between two places: ", and the results will be"."""
    parted = False
    for token in tokens[first:end]:
        parted = parted or token.text == "," or token.low in ("and", "which", "who")
        if parted and token.low in AUXILIARIES:
            return True
    return False


def _is_row(scene: _Scene, mentions: Sequence[Mention]) -> bool:
    """Tell whether stages stand in a row, "IOC and FOC"."""
    return all(
        right.first - left.end <= _GAP for left, right in zip(mentions, mentions[1:], strict=False)
    ) and not any(
        left.end <= time.first < right.first
        for left, right in zip(mentions, mentions[1:], strict=False)
        for time in scene.times
    )


# ------------------------------------------------------------------------------------------ without a verb


def _next_time(scene: _Scene, mention: Mention) -> Time | None:
    """Return the date right after a stage's name."""
    tokens = scene.paragraph.tokens
    for time in scene.times:
        between = tokens[mention.end : time.first]
        if (
            time.first >= mention.end
            and len(between) <= _GAP
            and all(token.low in _LINKING or token.text == "," for token in between)
        ):
            return time
    return None


def _gapped(scene: _Scene, links: Sequence[Link]) -> Iterator[Link]:
    """Yield stages that take the verb of one before: "IOC was verified in 2019, FOC in 2022"."""
    tokens = scene.paragraph.tokens
    taken = [link.mention for link in links]
    for mention in scene.mentions:
        earlier = [
            link
            for link in links
            if link.act and link.act.at < mention.first and link.mode in ("done", "planned")
        ]
        if mention in taken or not mention.named or not earlier:
            continue
        if any(earlier[-1].act and earlier[-1].act.at < act.at < mention.first for act in scene.acts):
            continue
        at = mention.first - 1
        while at > scene.sentence[0] and tokens[at].low in DETERMINERS:
            at -= 1
        time = _next_time(scene, mention)
        if time and tokens[at].low in (",", "and", ";", "while"):
            yield Link(mention, None, earlier[-1].kind, earlier[-1].mode, (time,), rule="stage-list")


def _undated(scene: _Scene) -> Iterator[Link]:
    """Yield stages of which the text says that they have no date."""
    tokens = scene.paragraph.tokens
    phrases = Phrases(((phrase, True) for phrase in scene.words.lists["opcon_no_date"]), cased=False)
    for i in range(*scene.sentence):
        found = phrases.at(tokens, i)
        if not found:
            continue
        end = found[0]
        near = [token.low for token in tokens[end : min(scene.sentence[1], end + 6)]]
        if any(low in scene.words.lists["opcon_transfers"] for low in near):
            continue
        stages = [m for m in scene.mentions if m.stage != "OPCON"]
        after = [m for m in stages if i < m.first <= end + 6]
        before = [m for m in stages if m.end <= i and not any(t.text in BREAKS for t in tokens[m.end : i])]
        mention = after[0] if after else before[-1] if before else None
        if mention:
            yield Link(mention, None, "schedule", "pending", (), rule="stage-undated", span=(i, end))


def _targeted(scene: _Scene, links: Sequence[Link]) -> Iterator[Link]:
    """Yield stages for which a date was named: "set a target of November for the FOC test"."""
    taken = [link.mention for link in links]
    tokens = scene.paragraph.tokens
    for mention in scene.mentions:
        if mention in taken or mention.stage == "OPCON" or not mention.named:
            continue
        begin = max(scene.sentence[0], mention.first - _TARGET_REACH)
        at = next((k for k in range(mention.first, begin - 1, -1) if tokens[k].low in _TARGETS), None)
        verb = next((k for k in range(scene.sentence[0], at or 0) if tokens[k].low in _NAMED), None)
        if at is None or verb is None or open_at(tokens, verb, scene.sentence, scene.words.lists):
            continue
        near = [time for time in scene.times if verb < time.first < mention.first]
        if near:
            yield Link(mention, None, "perform", "planned", (near[0],), rule="stage-target", span=(verb, at + 1))


def _by_nouns(scene: _Scene, links: Sequence[Link]) -> Iterator[Link]:
    """Yield stages with a date and no verb: "after the FOC assessment in 2022", "plans for an FOC test in 2026"."""
    taken = [link.mention for link in links]
    lists = scene.words.lists
    tokens = scene.paragraph.tokens
    for mention in scene.mentions:
        if mention in taken or not mention.named or not (mention.aspect or mention.stage == "OPCON"):
            continue
        own = next((time for time in scene.times if _is_prenominal(scene, time, mention)), None)
        time = own or _next_time(scene, mention)
        if time is None or open_at(tokens, mention.first, scene.sentence, lists):
            continue
        governor = _governor(scene, mention)
        last = last_day(time.dated)
        if governor in _AFTER and mention.aspect and last and last <= scene.anchor:
            yield Link(mention, None, "perform", "done", (time,), rule="stage-noun")
        elif governor in _ABOUT | {"of"} and last and last > scene.anchor and _is_plan(scene, mention):
            yield Link(mention, None, "perform", "planned", (time,), rule="stage-noun")


def _is_plan(scene: _Scene, mention: Mention) -> bool:
    """Tell whether "plan", "agreed" or the like stands right before the stage."""
    near = scene.paragraph.tokens[max(scene.sentence[0], mention.first - 4) : mention.first]
    return any(token.low in scene.words.lists["opcon_plans"] for token in near)


# ------------------------------------------------------------------------------------------ whose stage


def _tracked(scene: _Scene, mention: Mention) -> Mention:
    """Return a mention with the component that the words before it name, or "its" stands for."""
    if mention.track:
        return mention
    begin = scene.sentence[0]
    name = component_in(scene.paragraph, begin, mention.first, scene.words)
    owner = [token.low for token in scene.paragraph.tokens[max(begin, mention.first - 2) : mention.first]]
    if not name and owner and owner[-1] in ("its", "their"):
        earlier = [
            component_in(scene.paragraph, *span, scene.words)
            for span in scene.paragraph.sentences
            if span[0] < begin
        ]
        name = next((each for each in reversed(earlier) if each), "")
    return replace(mention, track=name)
