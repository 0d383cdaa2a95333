"""Which dates belong to an act."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES
from briefing_app.drafting.stage_modes import BREAKS, is_past_form
from briefing_app.drafting.stage_scene import GAP, Scene, is_prenominal
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.drafting.stage_acts import Act
    from briefing_app.drafting.stage_mentions import Mention
    from briefing_app.drafting.stage_times import Time
    from briefing_app.drafting.tokens import Token

    ObjectOf = Callable[[Scene, Act], Mention | None]


def times_of_act(
    scene: Scene, n: int, mention: Mention, object_of: ObjectOf
) -> tuple[tuple[Time, ...], bool]:
    """Return the dates of an act, and whether one stands before the stage's name.

    Args:
        scene: the sentence.
        n: which of its acts.
        mention: the stage that it is about.
        object_of: finds the stage that an act has as its object.
    """
    act = scene.acts[n]
    after, ahead, own = [], [], []
    for time in scene.times:
        if is_prenominal(scene, time, mention):
            own.append(time)
            continue
        owner = _owner(scene, time, object_of)
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


def _owner(scene: Scene, time: Time, object_of: ObjectOf) -> int | None:
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
            and not (others and object_of(scene, act) is not others[0])
        ):
            return before[-1]
    if after and not any(tokens[k].text in BREAKS for k in range(time.end, scene.acts[after[0]].first)):
        return after[0]
    return None


def _leaves(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether another clause begins between two places: ", and the results will be"."""
    parted = joined = False
    for token in tokens[first:end]:
        joined = joined or token.low in ("and", "which", "who")
        parted = parted or joined or token.text == ","
        if (parted and token.low in AUXILIARIES) or (joined and is_past_form(token.low)):
            return True
    return False


def _is_row(scene: Scene, mentions: Sequence[Mention]) -> bool:
    """Tell whether stages stand in a row, "IOC and FOC"."""
    return all(
        right.first - left.end <= GAP
        and not any(left.end <= time.first < right.first for time in scene.times)
        for left, right in pairwise(mentions)
    )
