"""A sentence that speaks of stages, and what is found in it: each stage with what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import DETERMINERS
from briefing_app.drafting.stage_modes import Verbs
from briefing_app.drafting.values import dataclass, replace

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_acts import Act, ActKind
    from briefing_app.drafting.stage_mentions import Mention, StageWords
    from briefing_app.drafting.stage_modes import Mode
    from briefing_app.drafting.stage_times import Time

GAP = 3
_NO_NOUNS = frozenset(("it", "they", "both", "we", "which", "that"))


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
class Scene:
    """A sentence with all that was found in it.

    Attributes:
        paragraph: where it stands.
        sentence: first token, and the one after the last.
        mentions: the stages, in order.
        acts: the verbs, in order.
        times: the dates that may belong to them, in order.
        words: the names of the stages.
        anchor: the day of publication.
    """

    paragraph: Paragraph
    sentence: tuple[int, int]
    mentions: tuple[Mention, ...]
    acts: tuple[Act, ...]
    times: tuple[Time, ...]
    words: StageWords
    anchor: date

    @property
    def verbs(self) -> Verbs:
        """Return the sentence as far as its verbs go."""
        return Verbs(self.paragraph.tokens, self.sentence, self.words.lists)

    def is_timed(self, k: int) -> bool:
        """Tell whether a token belongs to a date."""
        return any(time.first <= k < time.end for time in self.times)

    def stage_before(self, end: int) -> Mention | None:
        """Return the last stage that ends before a token."""
        before = [each for each in self.mentions if each.end <= end and each.stage != "OPCON"]
        return before[-1] if before else None


def each_time(link: Link) -> tuple[Link, ...]:
    """Return a link once for each of the dates that "and" joins: "in March and August 2027"."""
    rows = [link.times[:1]]
    for time in link.times[1:]:
        if time.joined and rows[-1]:
            rows.append((time,))
        else:
            rows[-1] = (*rows[-1], time)
    alone = len(rows) > 1 and all(len(row) == 1 and not row[0].role for row in rows)
    return tuple(replace(link, times=row) for row in rows) if alone else (link,)


def governor_of(scene: Scene, mention: Mention) -> str:
    """Return the word before a stage's noun phrase."""
    at = mention.first - 1
    tokens = scene.paragraph.tokens
    while at >= scene.sentence[0] and _is_before_noun(scene, at):
        at -= 1
    return tokens[at].low if at >= scene.sentence[0] else ""


def _is_before_noun(scene: Scene, at: int) -> bool:
    token = scene.paragraph.tokens[at]
    if scene.is_timed(at) or scene.paragraph.party_at(at):
        return True
    lists = scene.words.lists
    if token.low == "that":
        return False
    return (
        token.low in DETERMINERS | lists["opcon_before_noun"] | (lists["opcon_holders"] - _NO_NOUNS)
        or token.text in "\"“-'"
        or token.low == "'s"
    )


def is_prenominal(scene: Scene, time: Time, mention: Mention) -> bool:
    """Tell whether a date stands before a stage's name: "this year's FOC test"."""
    between = scene.paragraph.tokens[time.end : mention.first]
    return (
        time.end <= mention.first
        and len(between) <= GAP
        and all(
            token.low in ("'s", "'", "combined", "planned", "joint", "long") or token.text in '-"“'
            for token in between
        )
    )


def next_time(scene: Scene, mention: Mention) -> Time | None:
    """Return the date right after a stage's name."""
    tokens = scene.paragraph.tokens
    for time in scene.times:
        between = tokens[mention.end : time.first]
        if (
            time.first >= mention.end
            and len(between) <= GAP
            and all(token.low in scene.words.lists["opcon_linking"] or token.text == "," for token in between)
        ):
            return time
    return None
