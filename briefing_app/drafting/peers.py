"""The office of a counterpart or colleague: that of whose he is, where the text makes that certain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.drafting.grammar import COUNTS
from briefing_app.drafting.vocabulary import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.mentions import Mention
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.roles import Role
    from briefing_app.drafting.vocabulary import Vocabulary

_PLAIN = frozenset(("of", "the", "for", "acting", "interim", "caretaker"))
_OTHER_RANKS = frozenset(("deputy", "vice", "prime", "assistant"))
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Peers:
    """Tells the offices of counterparts.

    Attributes:
        bearers: where each person is named, in order.
        paragraphs: the body.
        vocabulary: the words to go by.
    """

    bearers: Sequence[Sequence[Mention]]
    paragraphs: Sequence[Paragraph]
    vocabulary: Vocabulary
    _offices: dict[tuple[int, int], str | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Tell the office of each counterpart once, in the order of the text: a later one may rest on it."""
        named = (one for bearer in self.bearers for one in bearer)
        for one in sorted(named, key=_place):
            if one.role and one.role.calling == "counterpart":
                self._offices[_place(one)] = self._office(one, one.role)

    def office(self, mention: Mention) -> str | None:
        """Return the office of those whose counterpart a mention names, None where that is not certain."""
        return self._offices.get(_place(mention))

    def _office(self, mention: Mention, role: Role) -> str | None:
        theirs = role.plural or role.owner == "their"
        noun = self._group_before(mention) if theirs else 0
        if noun:
            return self._of_noun(mention, noun)
        owners = self._named_in_sentence(mention, role) or self._last(mention)
        several = len(owners) >= _FEWEST or role.owner != "their"
        office = _only([self._held(bearer, mention) for bearer in owners]) if several else None
        return office or self._in_turn(mention, role)

    def _in_turn(self, mention: Mention, role: Role) -> str | None:
        """Return the office in the same place of those before: "X and Y met their counterparts, A and B"."""
        near = [one.role for one in self._before(mention) if one.role and one.role.calling == "office"]
        return _called(near[mention.place]) if role.plural and mention.place < len(near) else None

    def _before(self, mention: Mention) -> list[Mention]:
        """Return who is named before a mention in its paragraph, in order."""
        found = (one for bearer in self.bearers for one in bearer if one.paragraph == mention.paragraph)
        return sorted((one for one in found if one.start < mention.start), key=lambda one: one.start)

    def _named_in_sentence(self, mention: Mention, role: Role) -> list[Sequence[Mention]]:
        """Return those who are named before a counterpart in its sentence, without whom they came with."""
        tokens = self.paragraphs[mention.paragraph].tokens
        escorts = self.vocabulary.lexicon.lists["escorts"]
        found: list[Mention] = []
        for one in self._before(mention):
            if one.sentence != mention.sentence or one.start >= role.first:
                continue
            if found and any(token.low in escorts for token in tokens[found[-1].end : one.start]):
                break
            found.append(one)
        return [bearer for bearer in self.bearers if any(one in found for one in bearer)]

    def _last(self, mention: Mention) -> list[Sequence[Mention]]:
        """Return who was named in the last sentence before that of a mention that names anybody."""
        at = (mention.paragraph, mention.sentence)
        before = [(one.paragraph, one.sentence) for bearer in self.bearers for one in bearer]
        last = max((place for place in before if place < at), default=None)
        return [
            bearer for bearer in self.bearers if any((one.paragraph, one.sentence) == last for one in bearer)
        ]

    def _held(self, bearer: Sequence[Mention], mention: Mention) -> str | None:
        """Return the office that a person holds by what stands before a mention."""
        before = [one for one in bearer if _is_before(one, mention)]
        held = [one.role for one in before if one.role and one.role.calling == "office"]
        if held:
            return _called(max(held, key=lambda role: len(role.brief.split())))
        return next(filter(None, (self.office(one) for one in before)), None)

    def _group_before(self, mention: Mention) -> int:
        """Return the plural noun of an office in a sentence, after other names: "the two ministers"."""
        paragraph = self.paragraphs[mention.paragraph]
        begin = self.vocabulary.sentences(paragraph)[mention.sentence][0]
        named = (one.end for one in self._before(mention) if one.sentence == mention.sentence)
        for i in range(mention.first - 1, max(begin, *named, 0) - 1, -1):
            found = self.vocabulary.heads.at(paragraph.tokens, i)
            if found and found[1].plural and found[1].calling == "office":
                return i
        return 0

    def _of_noun(self, mention: Mention, i: int) -> str | None:
        """Return the office that a plural noun at a token stands for, if all called so hold the same."""
        tokens = self.paragraphs[mention.paragraph].tokens
        first = i
        while first and tokens[first - 1].low in self.vocabulary.role_words:
            first -= 1
        noun = tokens[i].low.removesuffix("s")
        if first < i:
            return " ".join((*(token.low for token in tokens[first:i]), noun))
        count = COUNTS.get(tokens[i - 1].low, 0) if i else 0
        offices = [
            _called(role)
            for bearer in self.bearers
            if (role := _fullest(bearer, mention)) and role.head == noun
            if not _OTHER_RANKS & set(role.brief.lower().replace("-", " ").split())
        ]
        return _only(offices) if len(offices) == count or (not count and len(offices) >= _FEWEST) else None


def _fullest(bearer: Sequence[Mention], mention: Mention) -> Role | None:
    held = [one.role for one in bearer if _is_before(one, mention) and one.role]
    offices = [role for role in held if role.calling == "office" and not role.former]
    return max(offices, key=lambda role: len(role.brief.split()), default=None)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.paragraph, mention.start


def _is_before(one: Mention, other: Mention) -> bool:
    return _place(one) < _place(other)


def _only(offices: Sequence[str | None]) -> str | None:
    """Return the shortest form of the one office in a list, None where there are several or none."""
    kinds = {frozenset((office or "").replace("defense", "defence").split()) - _PLAIN for office in offices}
    return min((office for office in offices if office), key=len, default=None) if len(kinds) == 1 else None


def _called(role: Role) -> str:
    """Return an office as one's and in small letters, its abbreviations as they are."""
    words = (word if word.isupper() else word.lower() for word in role.brief.split())
    return " ".join(role.head if role.plural and word == plural(role.head) else word for word in words)
