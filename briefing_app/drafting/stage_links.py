"""Which act belongs to which stage."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, CONTRACTED, DETERMINERS, PREPOSITIONS, is_adverb
from briefing_app.drafting.stage_acts import ACCEPTING
from briefing_app.drafting.stage_dates import times_of_act
from briefing_app.drafting.stage_mentions import component_in
from briefing_app.drafting.stage_modes import BREAKS
from briefing_app.drafting.stage_nouns import links_without_verb
from briefing_app.drafting.stage_open import is_talk
from briefing_app.drafting.stage_reasons import is_given_reason, thwarted_in
from briefing_app.drafting.stage_scene import Link, Scene, governor_of
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_acts import Act
    from briefing_app.drafting.stage_mentions import Mention, StageWords
    from briefing_app.drafting.stage_modes import Mode
    from briefing_app.drafting.stage_times import Time
    from briefing_app.drafting.tokens import Token

_OBJECT_REACH, _RELATIVE = 9, 2
_CONJUNCTIONS = frozenset(("after", "before", "since", "until", "as", "because", "like"))
_ABOUT = frozenset(("on", "about", "regarding", "over", "concerning", "with", "for"))
_COUNTED = frozenset(("first", "second", "third", "last", "final", "stage", "phase", "step", "next"))
_BEFORE_VERB = frozenset(("to", "and", "or", "by", "of", "for", "on", "after", "who"))
_DASHES = frozenset(("—", "–", "--"))
_OPENING = _DASHES | {",", "("}
_CLOSING = _DASHES | {",", ")", '"', "”"}
_GOING_ON = frozenset(("which", "that", "itself", "also", "now", "then", "to"))
_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))


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
    acts = [act for n, act in enumerate(acts) if not (n and _is_of_one_deed(acts[n - 1], act))]
    times = tuple(
        t for t in times if sentence[0] <= t.first < sentence[1] and not _is_of_other(paragraph, t, words)
    )
    scene = Scene(paragraph, sentence, tuple(mentions), tuple(acts), times, words, anchor)
    links = _by_acts(scene)
    links += links_without_verb(scene, links)
    return tuple(replace(link, mention=_tracked(scene, link.mention)) for link in links)


def _is_of_one_deed(one: Act, other: Act) -> bool:
    """Tell whether a plan goes on in a second verb: "agreed to finish verifying the FOC"."""
    return one.mode == "planned" and one.end == other.at and other.word.endswith("ing")


def _is_of_other(paragraph: Paragraph, time: Time, words: StageWords) -> bool:
    """Tell whether a date is the day of a statement, or part of a name: "the summer exercise"."""
    tokens = paragraph.tokens
    season = any(token.low in _SEASONS for token in tokens[time.first : time.end])
    if season and time.end < len(tokens) and tokens[time.end].low in words.lists["exercises"]:
        return True
    at = time.first - 1
    while at >= 0 and tokens[at].low in ("on", "in", "late", "earlier", "the"):
        at -= 1
    return at >= 0 and tokens[at].low in words.lists["opcon_saying"]


# -------------------------------------------------------------------------------------------- by verbs


def _by_acts(scene: Scene) -> list[Link]:
    found: list[Link] = []
    for n, act in enumerate(scene.acts):
        direct = object_of(scene, act) or _subject(scene, act)
        mention = direct or _shared(scene, act, found) or _done_so(scene, act)
        if mention is None:
            continue
        mode = act.mode
        if direct is None and act.participle and found:
            mode = found[-1].mode
        if act.planner and mode == "planned" and is_talk(scene.verbs, act.end):
            continue  # "the schedule for verifying FOC will be among the topics in October"
        if mode == "denied":
            mode = _failed(scene, act, found, mention)
        times, own = times_of_act(scene, n, mention, object_of)
        # The day on which a result was approved is not that of the test.
        times = () if act.kind == "perform" and act.word in ACCEPTING else times
        link = Link(mention, act, act.kind, mode, times, own_date=own, shared=direct is None)
        undated = not any(time.role != "when" for time in times)
        put_off = act.kind == "delay" and mode == "done" and undated
        overtakes = mode in ("planned", "failed") or (mode == "done" and act.kind in ("delay", "advance"))
        if overtakes and act.kind != "schedule":
            old = [each for each in found if _is_overtaken(each, mention, put_off=put_off)]
            found = [each for each in found if each not in old]
            link = _with_old(link, old)
        found += _together(scene, link)
    thwarted = thwarted_in(scene.paragraph, scene.sentence, scene.words) or _came_to_nothing(scene)
    return [_thwarted(link) if thwarted else link for link in found]


def _came_to_nothing(scene: Scene) -> bool:
    """Tell whether a sentence takes back what it said: "but did not", "but it was not"."""
    lows = [token.low for token in scene.paragraph.tokens[slice(*scene.sentence)]]
    for n, low in enumerate(lows):
        near = lows[n + 1 : n + 4]
        at = next((k for k, word in enumerate(near) if word in ("not", "n't") or word in CONTRACTED), None)
        if (
            low in ("but", "yet")
            and at is not None
            and lows[n + 2 + at : n + 3 + at] in ([], ["."], [","], [";"])
        ):
            return True
    return False


def _thwarted(link: Link) -> Link:
    """Return what had been planned, as something "ruled that out"."""
    return replace(link, mode="failed") if link.mode == "missed" else link


def _same(one: Mention, other: Mention) -> bool:
    return one.stage == other.stage and one.track == other.track


def _is_overtaken(link: Link, mention: Mention, *, put_off: bool) -> bool:
    """Tell whether a plan for a stage is one that the sentence goes on to say more of."""
    plan = link.mode == "missed" or (link.mode == "planned" and (put_off or link.kind == "schedule"))
    return plan and _same(link.mention, mention)


def _with_old(link: Link, old: Sequence[Link]) -> Link:
    """Return what became of a stage, with the dates of the plan that it overtakes."""
    for each in old:
        times = tuple(replace(time, role="due") for time in each.times)
        first = min(each.mention.first, each.act.first if each.act else each.mention.first)
        link = replace(link, times=(*times, *link.times), span=(first, each.mention.end), shared=False)
    return link


def _failed(scene: Scene, act: Act, found: Sequence[Link], mention: Mention) -> Mode:
    """Return the mode of what did not happen: it failed if it had been planned, or if the text says why."""
    planned = any(
        (each.mode == "missed" or each.kind == "schedule") and _same(each.mention, mention) for each in found
    )
    following = " ".join(
        token.low for token in scene.paragraph.tokens[act.end : min(scene.sentence[1], act.end + 12)]
    )
    as_planned = " as " in f" {following} " and any(
        token in scene.words.lists["opcon_was_planned"] | {"intended", "foreseen", "hoped"}
        for token in following.split()
    )
    return "failed" if planned or as_planned or is_given_reason(following, scene.words) else "denied"


def object_of(scene: Scene, act: Act) -> Mention | None:
    """Return the stage that an active verb has as its object."""
    if act.passive and act.word not in ("begin", "start"):
        return None
    for mention in scene.mentions:
        if not act.end <= mention.first <= act.end + _OBJECT_REACH:
            continue
        if _is_open_to(scene, act, mention) and _may_have(scene, act):
            return mention
    return None


def _is_open_to(scene: Scene, act: Act, mention: Mention) -> bool:
    """Tell whether a verb reaches the stage after it as its object."""
    tokens = scene.paragraph.tokens
    if any(act.at < other.at < mention.first for other in scene.acts):
        return False
    begin = act.end + (tokens[act.end].low in scene.words.lists["opcon_back"])
    if mention.first - begin > 1 and tokens[begin].text == tokens[mention.first - 1].text == ",":
        return True  # "to postpone, by a year, the FOC test"
    if tokens[begin].text == "," and (comma := _second_comma(scene, begin, mention.first)):
        begin = comma + 1
    return all(_may_stand(scene, k, act) for k in range(begin, mention.first))


def _second_comma(scene: Scene, first: int, end: int) -> int:
    """Return the comma that closes what one opened, 0 where there is none."""
    return next((k for k in range(first + 1, end) if scene.paragraph.tokens[k].text == ","), 0)


def _may_stand(scene: Scene, k: int, act: Act) -> bool:
    """Tell whether a token may stand between a verb and its object."""
    token = scene.paragraph.tokens[k]
    low = token.low
    if scene.is_timed(k) or scene.is_timed(k + 1):
        return True
    if token.text == ",":  # "the second, the FOC"
        return scene.paragraph.tokens[k - 1].low in _COUNTED
    if low in ("back", "off", "out", "forward", "up", "over") or (act.nominal and low in ("of", "in", "to")):
        return True
    if (
        low in PREPOSITIONS
        or low in AUXILIARIES
        or low in ("and", "that", "which", "whether", "or", "how", "than")
    ):
        return False
    return token.is_word or token.text in ('"', "“", "-", "'") or token.text[0].isdigit() or low == "'s"


def _may_have(scene: Scene, act: Act) -> bool:
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
        token.low in _BEFORE_VERB | lists["opcon_holders"] | lists["group_nouns"] | lists["opcon_plans"]
        or token.is_capital
        or scene.paragraph.party_at(at)
        or not token.is_word
    )


def _subject(scene: Scene, act: Act) -> Mention | None:
    """Return the stage that a verb says something of."""
    if not (act.passive or act.participle or act.kind == "miss"):
        return None
    before = [mention for mention in scene.mentions if mention.end <= act.first]
    tokens = scene.paragraph.tokens
    if tokens[act.first - 1].text == ",":  # "the FOC test, a step to the transfer of control, was put off"
        opened = (m for m in before if m.stage != "OPCON" and tokens[m.end].text == ",")
        outer = next((m for m in opened if _is_of(scene, m, act)), None)
        if outer:
            return outer
    return next((mention for mention in reversed(before) if _is_of(scene, mention, act)), None)


def _is_of(scene: Scene, mention: Mention, act: Act) -> bool:
    """Tell whether a verb says something of a stage before it."""
    tokens = scene.paragraph.tokens
    between = tokens[mention.end : act.first]
    enclosed = len(between) > 1 and between[0].text == between[-1].text == ","
    if _is_of_participle(between):
        return False
    others = [other for other in scene.acts if mention.end <= other.at < act.first and not other.participle]
    if others and not enclosed:
        return False
    dashed = len(between) > 1 and between[0].text == between[-1].text and between[0].text in _DASHES
    if not dashed and any(token.text in BREAKS for token in between):
        return False
    # "the plan that they endorsed on Monday it is to": a date governs no pronoun.
    governor = "" if tokens[mention.first].low == "it" else governor_of(scene, mention)
    if act.participle and act.kind != "schedule":
        adjacent = all(
            token.text in (",", "(", '"', "”") or token.low in ("which", "that", "successfully", "first")
            for token in between
        )
        # "With the test finished in August": it is done; "talks on the test held in May" are not.
        absolute = governor == "with" and mention.first - scene.sentence[0] <= _RELATIVE
        return (adjacent or _is_timed(scene, mention.end, act.first)) and (absolute or governor not in _ABOUT)
    if act.participle:
        plain = all(token.text in (",", "(", "is", "was", "on") or is_adverb(token.low) for token in between)
        return plain and governor not in _ABOUT
    if governor == "for" and act.first == mention.end and act.planner:
        return True  # "plan for the test to happen in May"
    if governor in PREPOSITIONS and governor not in _CONJUNCTIONS:
        return bool(between) and between[-1].low in ("which", "that") and len(between) <= _RELATIVE
    return _reaches(scene, mention, act)


def _is_of_participle(between: Sequence[Token]) -> bool:
    """Tell whether a verb is of what a participle governs: "in May, reviving what had slipped"."""
    relative = bool(between) and between[-1].low in ("which", "that")
    return relative and any(
        one.text == "," and other.low.endswith("ing") for one, other in pairwise(between[:-1])
    )


def _is_timed(scene: Scene, first: int, end: int) -> bool:
    """Tell whether only a date stands between two places."""
    return first < end and all(
        scene.paragraph.tokens[k].low in ("in", "on", ",") or scene.is_timed(k) for k in range(first, end)
    )


def _reaches(scene: Scene, mention: Mention, act: Act) -> bool:
    """Tell whether a subject reaches its verb over what stands between them."""
    tokens = scene.paragraph.tokens
    between = tokens[mention.end : act.first]
    if not between:
        return True
    head = between[0]
    if head.text in _OPENING:
        commas = [k for k, token in enumerate(between) if token.text in (",", ")")]
        relative = len(between) > 1 and between[1].low in ("which", "that")
        return (relative and len(commas) == 1) or between[-1].text in _CLOSING
    closed = head.low in PREPOSITIONS or head.low in _GOING_ON or is_adverb(head.low) or not head.is_word
    timed = any(time.first == mention.end for time in scene.times)
    planned = any(other.participle and other.at == mention.end for other in scene.acts)
    return closed or timed or planned  # planned: "the FOC test due in May was put off"


def _shared(scene: Scene, act: Act, found: Sequence[Link]) -> Mention | None:
    """Return the stage of the verb before, where "and" joins the two."""
    if not found or not (act.passive or act.participle) or act.nominal:
        return None
    at = act.first - 1
    tokens = scene.paragraph.tokens
    joined = False
    while at >= found[-1].mention.first and (
        tokens[at].low in scene.words.lists["opcon_joining"] or is_adverb(tokens[at].low)
    ):
        joined = joined or tokens[at].low in ("and", "but", "then", "or")
        at -= 1
    in_row = at < act.first - 1 and not act.participle and tokens[act.first - 1].text == ","
    return found[-1].mention if joined or in_row else None


def _done_so(scene: Scene, act: Act) -> Mention | None:
    """Return the stage that "failed to do so" is about."""
    tokens = scene.paragraph.tokens
    if act.word not in ("do", "done", "did", "happen", "take") or act.mode not in ("failed", "denied"):
        return None
    if act.word in ("do", "done") and not (act.end < len(tokens) and tokens[act.end].low == "so"):
        return None
    return scene.stage_before(act.first)


def _together(scene: Scene, link: Link) -> Iterator[Link]:
    """Yield the stages that the same verb is about: "IOC and FOC were verified"."""
    rows: list[list[Mention]] = []
    for mention in scene.mentions:
        if rows and _are_joined(scene, rows[-1][-1], mention):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    row = next(each for each in rows if link.mention in each)
    said = {token.low for token in scene.paragraph.tokens[slice(*scene.sentence)]}
    apart = "respectively" in said and len(row) == len(link.times)
    for n, mention in enumerate(row):
        yield replace(link, mention=mention, times=(link.times[n],) if apart else link.times)


def _are_joined(scene: Scene, one: Mention, other: Mention) -> bool:
    between = {token.low for token in scene.paragraph.tokens[one.end : other.first]}
    joining = scene.words.lists["opcon_joining"] | DETERMINERS
    alike = (one.stage == "OPCON") == (other.stage == "OPCON")
    return alike and bool(between & {"and", ","}) and between <= joining


# ----------------------------------------------------------------------------------------- whose stage


def _tracked(scene: Scene, mention: Mention) -> Mention:
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
