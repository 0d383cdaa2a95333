"""A regular expression as the graph of its positions: which sign may follow which, and on how many ways."""

from __future__ import annotations

import re
from collections import Counter
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
_WAYS = 2  # more are as bad
_UNROLLED = 4  # of a repeat with an end, so many copies show what can meet


Ways = Counter[int]


@dataclass
class Part:
    """A part of a pattern: where it may begin and end and on how many ways, and on how many it is empty."""

    first: Ways = field(default_factory=Counter)
    last: Ways = field(default_factory=Counter)
    empty: int = 1


@dataclass
class Graph:
    """The positions of a pattern.

    Attributes:
        signs: what each position takes.
        follow: the positions that may come after each, and on how many ways.
        inner: the graphs of what is only looked at.
        whole: the pattern's own part.
    """

    signs: list[Chars] = field(default_factory=list)
    follow: list[Ways] = field(default_factory=list)
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
        self._link(one, other)
        return Part(
            _sum(one.first, other.first, one.empty),
            _sum(other.last, one.last, other.empty),
            min(one.empty * other.empty, _WAYS),
        )

    def _link(self, one: Part, other: Part) -> None:
        for before, ways in one.last.items():
            after = self.graph.follow[before]
            for position, more in other.first.items():
                after[position] = min(after[position] + ways * more, _WAYS)

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
        self.graph.follow.append(Counter())
        here = len(self.graph.signs) - 1
        return Part(Counter({here: 1}), Counter({here: 1}), 0)

    def _either(self, parts: list[Part]) -> Part:
        whole = Part(empty=0)
        for each in parts:
            whole.first = _sum(whole.first, each.first)
            whole.last = _sum(whole.last, each.last)
            whole.empty = min(whole.empty + each.empty, _WAYS)
        return whole

    def _repeat(self, kind: object, least: int, most: int, nodes: Any) -> Part:
        closed = kind == names.POSSESSIVE_REPEAT
        self.closed += closed
        endless = most == names.MAXREPEAT
        whole, copies = Part(), min(least, _UNROLLED)
        for number in range(1, copies + 1):
            part = self.sequence(nodes)
            if endless and number == copies and not self.closed:
                self._link(part, part)
            whole = self._joined(whole, part)
        if not endless:
            whole = self._joined(whole, self._tail(nodes, min(most - least, _UNROLLED), endless=False))
        elif copies == 0:
            whole = self._tail(nodes, 1, endless=True)
        self.closed -= closed
        return whole

    def _tail(self, nodes: Any, copies: int, *, endless: bool) -> Part:
        """Return the copies of a repeat that may be left out, each only with those after it."""
        tail = Part()
        for _ in range(copies):
            part = self.sequence(nodes)
            if endless and not self.closed:
                self._link(part, part)
            tail = self._joined(part, tail)
            tail.empty = min(tail.empty + 1, _WAYS)
        return tail


def _sum(one: Ways, other: Ways, times: int = 1) -> Ways:
    return Counter(
        {n: min(one[n] + other[n] * times, _WAYS) for n in one.keys() | (other.keys() if times else ())}
    )


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
    """Return pairs of repeats without end such that a run of one sign may be theirs in any proportion."""
    repeated = endless(graph)
    return [
        (one, other)
        for one in repeated
        for other in repeated
        if one != other
        and any(_leads(graph, one, other, sign) for sign in graph.signs[one] & graph.signs[other])
    ]


def _leads(graph: Graph, one: int, other: int, sign: str) -> bool:
    """Tell whether a run of one sign leads from a position to another."""
    seen, ahead = {one}, [one]
    while ahead:
        fresh = {n for n in graph.follow[ahead.pop()] if sign in graph.signs[n]} - seen
        if other in fresh:
            return True
        seen |= fresh
        ahead.extend(fresh)
    return False


def two_ways_round(graph: Graph) -> list[int]:
    """Return the positions from which one text leads back on two ways: there matching doubles each time."""
    loops = [_reached(graph, n) for n in range(len(graph.follow))]
    twice = [
        one
        for one, after in enumerate(graph.follow)
        for other, ways in after.items()
        if ways > 1 and (one == other or one in loops[other])
    ]
    return twice + [n for n, loop in enumerate(loops) if n in loop and _doubled(graph, n, loops)]


def _reached(graph: Graph, start: int) -> set[int]:
    seen: set[int] = set()
    ahead = set(graph.follow[start])
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
        fresh = sorted(set(graph.follow[position]) - seen)
        seen.update(fresh)
        ahead.extend((n, more) for n in fresh)
    return ""
