"""A regular expression as the graph of its positions: which sign may follow which, and where two ways are open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Chars = frozenset[str]
Node = tuple[Any, Any]

# One sign of each sort that a pattern may tell apart, besides all of ASCII.
SAMPLE = "".join(map(chr, range(128))) + "\xa0éßÄ’“”–—…加가\u2028\u00ad\u0661"
_ONE_SIGN = (names.LITERAL, names.NOT_LITERAL, names.ANY, names.IN)
_LOOKING = (names.ASSERT, names.ASSERT_NOT)
_REPEATS = (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT)
_UNROLLED = 4  # of a repeat with an end, so many copies show what can meet


@dataclass
class Part:
    """A part of a pattern: where it may begin and end, and whether it may be empty."""

    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    empty: bool = True


@dataclass
class Graph:
    """The positions of a pattern.

    Attributes:
        signs: what each position takes.
        follow: the positions that may come after each.
        inner: the graphs of what is only looked at.
        whole: the pattern's own part.
    """

    signs: list[Chars] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)
    inner: list[Graph] = field(default_factory=list)
    whole: Part = field(default_factory=Part)


def graphs_of(pattern: re.Pattern[str]) -> list[Graph]:
    """Return the graph of a pattern, and those of its lookarounds."""
    builder = _Builder(pattern.flags)
    builder.graph.whole = builder.sequence(parser.parse(pattern.pattern, pattern.flags))
    row = [builder.graph]
    for each in row:
        row.extend(each.inner)
    return row


class _Builder:
    def __init__(self, flags: int) -> None:
        self.flags = flags
        self.graph = Graph()
        self.closed = 0  # within what gives nothing back

    def sequence(self, nodes: Any) -> Part:
        whole = Part()
        for node in nodes:
            whole = self._joined(whole, self._part(node))
        return whole

    def _joined(self, one: Part, other: Part) -> Part:
        for position in one.last:
            self.graph.follow[position] |= other.first
        return Part(
            one.first | other.first if one.empty else one.first,
            one.last | other.last if other.empty else other.last,
            one.empty and other.empty,
        )

    def _part(self, node: Node) -> Part:
        kind, value = node
        if kind in _ONE_SIGN:
            return self._position(node)
        if kind in _REPEATS:
            return self._repeat(kind, *value)
        if kind == names.BRANCH:
            return self._either([self.sequence(each) for each in value[1]])
        if kind == names.SUBPATTERN:
            return self._group(*value)
        if kind == names.ATOMIC_GROUP:
            self.closed += 1
            part = self.sequence(value)
            self.closed -= 1
            return part
        if kind in _LOOKING:
            builder = _Builder(self.flags)
            builder.graph.whole = builder.sequence(value[1])
            self.graph.inner.append(builder.graph)
        return Part()  # an edge of a word, a reference: no sign of its own

    def _group(self, _number: int | None, more: int, less: int, nodes: Any) -> Part:
        before = self.flags
        self.flags = (before | more) & ~less
        part = self.sequence(nodes)
        self.flags = before
        return part

    def _position(self, node: Node) -> Part:
        self.graph.signs.append(_signs(node, self.flags))
        self.graph.follow.append(set())
        here = frozenset({len(self.graph.signs) - 1})
        return Part(here, here, empty=False)

    def _either(self, parts: list[Part]) -> Part:
        return Part(
            frozenset().union(*(each.first for each in parts)),
            frozenset().union(*(each.last for each in parts)),
            any(each.empty for each in parts),
        )

    def _repeat(self, kind: object, least: int, most: int, nodes: Any) -> Part:
        closed = kind == names.POSSESSIVE_REPEAT
        self.closed += closed
        endless = most == names.MAXREPEAT
        whole = Part()
        for number in range(max(1, min(least if endless else most, _UNROLLED))):
            part = self.sequence(nodes)
            whole = self._joined(whole, Part(part.first, part.last, part.empty or number >= least))
            if endless and not self.closed and number + 1 >= min(least, _UNROLLED):
                for position in part.last:
                    self.graph.follow[position] |= part.first
        self.closed -= closed
        return whole


def _signs(node: Node, flags: int) -> Chars:
    state = parser.State()
    state.flags = flags
    one = compiler.compile(parser.SubPattern(state, [node]), flags)
    return frozenset(sign for sign in SAMPLE if one.fullmatch(sign))


# ------------------------------------------------------------------------------------- what explodes


def endless(graph: Graph) -> list[int]:
    """Return the positions that may be taken again and again."""
    return [n for n, after in enumerate(graph.follow) if n in after]


def adjacent(graph: Graph) -> list[tuple[int, int]]:
    """Return pairs of repeats without end, one right after the other, that take the same sign."""
    repeated = endless(graph)
    return [
        (one, other)
        for one in repeated
        for other in repeated
        if one != other and other in graph.follow[one] and graph.signs[one] & graph.signs[other]
    ]


def two_ways_round(graph: Graph) -> list[int]:
    """Return the positions from which the same text leads back on two ways: there matching doubles each time."""
    loops = [_reached(graph, {n}) for n in range(len(graph.follow))]
    return [n for n, loop in enumerate(loops) if n in loop and _doubled(graph, n, loops)]


def _reached(graph: Graph, start: set[int]) -> set[int]:
    seen: set[int] = set()
    ahead = {after for n in start for after in graph.follow[n]}
    while ahead:
        seen |= ahead
        ahead = {after for n in ahead for after in graph.follow[n]} - seen
    return seen


def _doubled(graph: Graph, home: int, loops: list[set[int]]) -> bool:
    """Tell whether two walks from `home` can part, read the same signs, and meet there again."""
    seen: set[tuple[int, int]] = set()
    ahead = [(home, home)]
    while ahead:
        one, other = ahead.pop()
        for left in graph.follow[one]:
            for right in graph.follow[other]:
                pair = (left, right)
                if pair in seen or home not in loops[left] or home not in loops[right]:
                    continue
                if not graph.signs[left] & graph.signs[right]:
                    continue
                seen.add(pair)
                if left != right and _meets(graph, pair, home):
                    return True
                if left == right and left != home:
                    ahead.append(pair)
    return False


def _meets(graph: Graph, start: tuple[int, int], home: int) -> bool:
    seen, ahead = {start}, [start]
    while ahead:
        one, other = ahead.pop()
        for left in graph.follow[one]:
            for right in graph.follow[other]:
                if (left, right) not in seen and graph.signs[left] & graph.signs[right]:
                    if left == right == home:
                        return True
                    seen.add((left, right))
                    ahead.append((left, right))
    return False


def way_to(graph: Graph, goal: int) -> str:
    """Return a text that leads to a position, that of the position excluded."""
    ahead = [(n, "") for n in sorted(graph.whole.first)]
    seen = set(graph.whole.first)
    for position, text in ahead:
        if position == goal:
            return text
        more = text + min(graph.signs[position], default="")
        fresh = sorted(graph.follow[position] - seen)
        seen.update(fresh)
        ahead.extend((n, more) for n in fresh)
    return ""
