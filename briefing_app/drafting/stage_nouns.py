"""Stages that have a date, or expressly none, without a verb of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, BE, CONTRACTED, DETERMINERS, NEGATIONS
from briefing_app.drafting.stage_modes import BREAKS
from briefing_app.drafting.stage_scene import GAP, Link, Scene, governor_of, is_prenominal, next_time
from briefing_app.drafting.stage_times import last_day
from briefing_app.drafting.tokens import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.stage_mentions import Mention
    from briefing_app.drafting.stage_times import Time

_TARGET_REACH, _OPEN_REACH = 7, 12
_UNSETTLED = (
    NEGATIONS | CONTRACTED | {"yet", "undecided", "unclear", "open", "unable", "differed", "disagreed"}
)
_TARGETS = frozenset(("date", "target", "deadline", "month", "year", "goal"))
_NAMED = frozenset(
    (
        "set",
        "fixed",
        "chose",
        "named",
        "agreed",
        "designated",
        "picked",
        "settled",
        "earmarked",
        "reserved",
        "pencilled",
        "penciled",
    )
)
_AFTER = frozenset(("after", "following", "since", "of", "in", "at", "during", "from", "upon"))
_FOR = frozenset(("on", "about", "regarding", "over", "concerning", "with", "for", "of"))


def links_without_verb(scene: Scene, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return what a sentence says of stages without a verb of their own.

    Args:
        scene: the sentence.
        links: what its verbs say.
    """
    told = [link for link in links if link.mode not in ("maybe", "none")]
    found = [*_gapped(scene, links), *_undated(scene), *_unsettled(scene)]
    found += _targeted(scene, [*told, *found])
    return (*found, *_by_nouns(scene, [*told, *found]))


def _gapped(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
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
        time = next_time(scene, mention)
        if time and tokens[at].low in (",", "and", ";", "while"):
            yield Link(mention, None, earlier[-1].kind, earlier[-1].mode, (time,), rule="stage-list")


def _undated(scene: Scene) -> Iterator[Link]:
    """Yield stages of which the text says that they have no date."""
    tokens = scene.paragraph.tokens
    phrases = listed_phrases(scene.words.lists["opcon_no_date"])
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


def _unsettled(scene: Scene) -> Iterator[Link]:
    """Yield stages of which it is open when they come: "have not decided when to hold the test"."""
    tokens, lists = scene.paragraph.tokens, scene.words.lists
    for i in range(*scene.sentence):
        if tokens[i].low != "when":
            continue
        left = range(max(scene.sentence[0], i - _OPEN_REACH), i)
        open_at = next((k for k in left if tokens[k].low in _UNSETTLED | lists["failures"]), None)
        mention = next((m for m in scene.mentions if 0 < m.first - i <= _TARGET_REACH), None)
        if open_at is not None and mention and mention.stage != "OPCON":
            yield Link(mention, None, "schedule", "pending", (), rule="stage-undated", span=(open_at, i + 1))


def _targeted(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """Yield stages for which a date was named: "set a target of November for the FOC test"."""
    taken = [link.mention for link in links]
    tokens = scene.paragraph.tokens
    for mention in scene.mentions:
        verb = next((k for k in range(scene.sentence[0], mention.first) if tokens[k].low in _NAMED), None)
        if mention in taken or mention.stage == "OPCON" or verb is None or scene.verbs.open_at(verb):
            continue
        subject = _dated_subject(scene, verb)
        near = [*subject, *(time for time in scene.times if verb < time.first < mention.first)]
        begin = max(scene.sentence[0], mention.first - _TARGET_REACH)
        near_by = (k for k in range(mention.first, begin - 1, -1) if not scene.is_timed(k))
        at = next((k for k in near_by if tokens[k].low in _TARGETS), None)
        if near and (subject or at is not None or _is_for(scene, near[-1], mention)):
            span = (verb, verb + 1)
            yield Link(mention, None, "perform", "planned", (near[-1],), rule="stage-target", span=span)


def _dated_subject(scene: Scene, verb: int) -> tuple[Time, ...]:
    """Return the date that a passive verb has as its subject: "November has been earmarked for"."""
    first = scene.times[:1]
    if not first or first[0].end > verb or first[0].first - scene.sentence[0] > 1:
        return ()
    between = [token.low for token in scene.paragraph.tokens[first[0].end : verb]]
    passive = bool(BE & set(between)) and AUXILIARIES.issuperset(between)
    return first if passive else ()


def _is_for(scene: Scene, time: Time, mention: Mention) -> bool:
    """Tell whether a date was named for what follows: "settled on March for the last of three tests"."""
    between = scene.paragraph.tokens[time.end : mention.first]
    return 0 < len(between) <= GAP and between[0].low == "for"


def _by_nouns(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """Yield stages with a date and no verb: "after the FOC assessment in 2022", "plans for a test in May"."""
    taken = [link.mention for link in links]
    for mention in scene.mentions:
        if mention in taken or not mention.named or not (mention.aspect or mention.stage == "OPCON"):
            continue
        own = next((time for time in scene.times if is_prenominal(scene, time, mention)), None)
        time = own or next_time(scene, mention)
        if time is None or scene.verbs.open_at(mention.first):
            continue
        governor = governor_of(scene, mention)
        last = last_day(time.dated)
        if governor in _AFTER and mention.aspect and last and last <= scene.anchor:
            yield Link(mention, None, "perform", "done", (time,), rule="stage-noun")
        elif governor in _FOR and last and last > scene.anchor and _is_plan(scene, mention):
            yield Link(mention, None, "perform", "planned", (time,), rule="stage-noun")


def _is_plan(scene: Scene, mention: Mention) -> bool:
    """Tell whether "plan", "agreed" or the like stands right before the stage."""
    near = scene.paragraph.tokens[max(scene.sentence[0], mention.first - 4) : mention.first]
    return any(token.low in scene.words.lists["opcon_plans"] for token in near)
