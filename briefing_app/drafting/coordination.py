"""Actors that are one subject: "A, B and C", "she and her counterpart, X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import AUXILIARIES, SAYING
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.paragraphs import Paragraph

_VERBAL = AUXILIARIES | SAYING | {"met", "agreed", "signed", "held", "visited", "discussed", "to"}
_STATE = 8  # words of ", and of the Republic of Korea,"
_OFFICE = 14  # words between two names
_FRONT = 4
_AND = (
    ["and"],
    [","],
    [",", "and"],
    ["as", "well", "as"],
    [",", "as", "well", "as"],
    ["together", "with"],
    [",", "together", "with"],
    ["along", "with"],
    [",", "along", "with"],
)


def joined(paragraph: Paragraph, actors: Sequence[Actor]) -> Iterator[Actor]:
    """Yield the actors, those of one coordination as one."""
    waiting: Actor | None = None
    last: Actor | None = None
    for n, actor in enumerate(actors):
        following = actors[n + 1] if n + 1 < len(actors) else None
        if waiting and _is_with_pronoun(paragraph, waiting, actor):
            before = last.people[:1] if last else ()
            people = before + actor.people if before else ()
            waiting = replace(waiting, end=actor.end, kind="group", people=people, count=2)
            continue
        last = actor if actor.kind == "person" else last
        if waiting and following and _is_apposition(paragraph, waiting, actor, following):
            continue
        if waiting and _are_holders(paragraph, waiting, actor):
            waiting = replace(waiting, end=actor.end, kind="group", codes=(), people=(), count=2)
            continue
        if waiting and _are_joined(paragraph, waiting, actor) and not _is_fronted(paragraph, waiting, actor):
            waiting = replace(
                waiting,
                end=actor.end,
                kind=waiting.kind if waiting.kind == actor.kind else "group",
                codes=tuple(dict.fromkeys(waiting.codes + actor.codes)),
                people=waiting.people + actor.people,
            )
            continue
        if waiting:
            yield waiting
        waiting = actor
    if waiting:
        yield waiting


def _is_with_pronoun(paragraph: Paragraph, one: Actor, other: Actor) -> bool:
    """Tell whether a pronoun and a name are one subject: "she and her counterpart, X, agreed"."""
    single = one.kind == "pronoun" and one.head in ("he", "she") and other.kind == "person"
    return single and paragraph.said(one.end, other.first) == "and"


def _are_holders(paragraph: Paragraph, one: Actor, other: Actor) -> bool:
    """Tell whether two offices are one subject: "the Minister and the Defence Minister of A agreed"."""
    kinds = (one.kind, other.kind)
    offices = "holder" in kinds and set(kinds) <= {"holder", "person"}
    return offices and not one.governed and paragraph.said(one.end, other.first) == "and"


def _is_fronted(paragraph: Paragraph, one: Actor, other: Actor) -> bool:
    """Tell whether a comma ends what a sentence opens with: "On Myanmar, the EU and Indonesia urged"."""
    begin = next(begin for begin, end in paragraph.sentences if begin <= one.first < end)
    comma = paragraph.tokens[one.end].text == "," and other.first == one.end + 1
    party = paragraph.party_at(one.first)
    named = paragraph.party_at(other.first)
    city = party is not None and party.word == "capital" and not (named and named.word == "capital")
    city = city and (other.kind == "person" or one.codes != other.codes[:1])
    return one.governed and comma and (one.first - begin <= _FRONT or city)


def _is_apposition(paragraph: Paragraph, one: Actor, inner: Actor, other: Actor) -> bool:
    """Tell whether a phrase only says who somebody in a list is: "A, the French minister, and B"."""
    if not one.kind == other.kind == "person" or inner.kind not in ("holder", "group", "office", "party"):
        return False
    own = _is_of_state(paragraph, one, other)
    return own or _tells_office([token.low for token in paragraph.tokens[one.end : other.first]])


def _is_of_state(paragraph: Paragraph, one: Actor, other: Actor) -> bool:
    """Tell whether only what the first is of stands between two names: "X of Kenya and Y of Malawi"."""
    between = paragraph.tokens[one.end : other.first]
    if not between or between[0].low not in ("of", "from", "(") or len(between) > _STATE:
        return False
    joint = next((n for n in range(1, len(between)) if [t.low for t in between[n:]] in _AND), 0)
    return joint > 1 and all(
        t.is_capital or t.low in ("of", "from", "the", "(", ")") for t in between[:joint]
    )


def _tells_office(between: Sequence[str]) -> bool:
    """Tell whether words between two names are the office of the first, shut off by commas, and "and"."""
    if between[:1] == [","] and between[-1:] == [","] and between[1:2] in (["of"], ["and"]):
        return len(between) <= _STATE  # "A, and of the Republic of Korea, B"
    if between[:1] != [","] or between[-2:] != [",", "and"] or len(between) > _OFFICE:
        return False
    inside = between[1:-2]
    return bool(inside) and not set(inside) & (_VERBAL | {",", ";", "who", "which", "that"})


def _are_joined(paragraph: Paragraph, one: Actor, other: Actor) -> bool:
    if one.kind == other.kind == "office" and one.codes and other.codes:
        return paragraph.said(one.end, other.first) == "and"
    if one.kind not in ("party", "person") or other.kind not in ("party", "person"):
        return False
    between = [token.low for token in paragraph.tokens[one.end : other.first]]
    if one.governed and (one.kind, other.kind) == ("party", "person") and between == [",", "and"]:
        return False  # "closer ties with Kenya, and Minister X pledged"
    if one.kind == other.kind == "person" and (_tells_office(between) or _is_of_state(paragraph, one, other)):
        return True
    if between[:1] == ["("] and between[2:3] == [")"]:
        between = between[3:]
    return between in _AND
