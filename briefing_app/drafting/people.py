"""The people whom an article names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.drafting.companions import completed
from briefing_app.drafting.names import mentions_in
from briefing_app.drafting.opposites import opposed
from briefing_app.drafting.peers import Peers
from briefing_app.drafting.persons import Named, Person
from briefing_app.drafting.sides import Sides
from briefing_app.drafting.tokens import tokens_of
from briefing_app.drafting.unknown_bodies import is_of_unknown, is_unknown
from briefing_app.drafting.vocabulary import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.mentions import Mention
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.roles import Role

__all__ = ["Named", "Person", "people_of"]

_ACTING = frozenset(("acting", "interim", "caretaker", "ad"))
_SAT_IN = (
    ("sat", "in", "for"),
    ("stood", "in", "for"),
    ("standing", "in", "for"),
    ("performing", "the", "duties"),
    ("deputising", "for"),
    ("filling", "in", "for"),
)


@dataclass(slots=True)
class _Draft:
    """A person while the article is read."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def roles(self) -> list[Role]:
        return [mention.role for mention in self.mentions if mention.role]


def people_of(
    paragraphs: Sequence[Paragraph], lexicon: Lexicon, home: str | None
) -> tuple[tuple[Person, ...], tuple[Named, ...]]:
    """Return the people whom an article's body names, in order, and where their names stand.

    Args:
        paragraphs: the body.
        lexicon: the knowledge of words.
        home: the country whose offices need no country's name.
    """
    vocabulary = vocabulary_of(lexicon)
    drafts: list[_Draft] = []
    named: list[Named] = []
    for index, paragraph in enumerate(paragraphs):
        for mention in mentions_in(paragraph, index, vocabulary):
            n = _bearer(mention, drafts)
            if n is None and not mention.sure:
                continue
            if n is None:
                drafts.append(_Draft(mention.words))
                n = len(drafts) - 1
            drafts[n].mentions.append(mention)
            if len(mention.words) > len(drafts[n].words):
                drafts[n].words = mention.words
            named.append(Named(paragraph.number, mention.first, mention.end, n))
    sides = Sides(paragraphs, vocabulary, home or _of_dateline(paragraphs, lexicon))
    peers = Peers([draft.mentions for draft in drafts], sides.paragraphs, sides.vocabulary)
    people = tuple(_person(draft, peers, sides) for draft in drafts)
    with_sides = completed(people, named, paragraphs, vocabulary)
    return opposed(with_sides, named, paragraphs, vocabulary), tuple(named)


def _of_dateline(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> str | None:
    """Return the country of a dateline that still stands before the first paragraph's text."""
    if not paragraphs or not paragraphs[0].tokens:
        return None
    tokens = tokens_of(paragraphs[0].text[: paragraphs[0].tokens[0].start].title())
    state = lexicon.parties.at(tokens, 0) if tokens else None
    place = lexicon.places.at(tokens, 0) if tokens else None
    return state[1].code if state else place[1] if place else None


# -------------------------------------------------------------------------------------- who is who


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.replace("-", "").replace("’", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower().strip(".'\"“”‘")


def _bearer(mention: Mention, drafts: Sequence[_Draft]) -> int | None:
    """Return the person whose name a mention repeats, whole or in part."""
    keys = [_key(word) for word in mention.words]
    found = _holder_of(keys, mention, drafts)
    if found is None and len(keys) > 1 and mention.words[0].isupper() and not mention.words[1].isupper():
        # "DASD X": an office in capitals before a surname.
        return _holder_of(keys[1:], mention, drafts)
    return found


def _holder_of(keys: Sequence[str], mention: Mention, drafts: Sequence[_Draft]) -> int | None:
    """Return the person who bears a name in keys, None where nobody known does."""
    fitting: list[tuple[int, int, int]] = []
    for n, draft in enumerate(drafts):
        known = [_key(word) for word in draft.words]
        if not (_is_within(keys, known) or (_is_within(known, keys) and len(known) > 0)):
            continue
        if mention.role and not _is_compatible(mention.role, draft):
            continue
        place = 2 if keys == known else 1 if keys[-1] == known[-1] else 0
        fitting.append((place, draft.mentions[-1].paragraph, n))
    return max(fitting)[2] if fitting else None


def _is_within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Tell whether the words stand among others in the same order; an initial stands for a word."""
    rest = iter(many)
    return all(any(word in (known, known[:1]) for known in rest) for word in few)


def _is_compatible(role: Role, draft: _Draft) -> bool:
    """Tell whether one person can hold an office beside those known."""
    if len(draft.roles) == 0 or role.calling == "counterpart":
        return True
    return not (role.code and any(known.code and known.code != role.code for known in draft.roles))


# ------------------------------------------------------------------------------------- what one is


def _person(draft: _Draft, peers: Peers, sides: Sides) -> Person:
    full = max(draft.mentions, key=lambda m: (len(m.words), m.role is not None, -m.paragraph))
    others = dict.fromkeys(" ".join(m.words) for m in draft.mentions if len(m.words) > 1)
    name = " ".join(full.words)
    role, inferred = _role_of(draft, peers, sides)
    side, side_inferred = _side_of(draft, sides)
    telling = next((m for m in draft.mentions if m.role and m.words == full.words), full)
    return Person(
        name=name,
        side=side,
        side_inferred=side_inferred,
        role=role,
        role_inferred=inferred,
        rank=next((m.title for m in draft.mentions if m.title), None),
        organisation=next((m.organisation for m in draft.mentions if m.organisation), None),
        acting=any(_is_acting(m, sides) for m in draft.mentions),
        spokesperson=any(known.calling == "voice" for known in draft.roles),
        other_names=tuple(other for other in others if other != name),
        introduced=(telling.paragraph + 1, telling.first, telling.until),
        outsider=any(known.calling == "outsider" or known.former for known in draft.roles)
        or draft.mentions[0].nominal,
        foreign=side is None and _is_foreign(draft, sides),
    )


def _is_foreign(draft: _Draft, sides: Sides) -> bool:
    """Tell whether somebody is of a body or a state that no table knows."""
    return any(
        is_of_unknown(mention, sides.paragraphs[mention.paragraph], sides.vocabulary)
        or (mention.role and is_unknown(mention.organisation or "", sides.vocabulary))
        for mention in draft.mentions
    )


def _role_of(draft: _Draft, peers: Peers, sides: Sides) -> tuple[str | None, bool]:
    """Return the office, and whether it is read from a counterpart's."""
    held = [(m, m.role) for m in draft.mentions if m.role and m.role.calling != "counterpart"]
    if held:
        best = max(
            held, key=lambda pair: (len(pair[0].words) > 1, len(pair[1].text.split()), -pair[0].paragraph)
        )[1]
        if not best.plural:
            return best.text, False
        return best.head if len(best.text.split()) == 1 else _singular(best, sides), False
    for mention in draft.mentions:
        if mention.role:
            found = peers.office(mention)
            if found:
                return found, True
    rank = next((m.title for m in draft.mentions if m.title), None)
    duty = next((m.duty for m in draft.mentions if m.duty), None)
    return ", ".join(filter(None, (rank, duty))) or None, False


def _singular(role: Role, sides: Sides) -> str:
    """Return an office of several as one's: "Prime Ministers of A and B" as "Prime Minister"."""
    forms = {role.head + "s": -1, role.head[:-1] + "ies": -3}
    words = role.text.split()
    if len(role.codes) > 1:
        words = _without_parties(words, sides)
    cuts = [forms.get(word.lower()) for word in words]
    ends = {-1: "", -3: "y"}
    return " ".join(
        word if cut is None else word[:cut] + ends[cut] for word, cut in zip(words, cuts, strict=True)
    )


def _without_parties(words: list[str], sides: Sides) -> list[str]:
    """Return the words of an office without "of A and B" behind it."""
    tokens = tokens_of(" ".join(words))
    parties = sides.vocabulary.lexicon.parties
    for i in range(1, len(tokens) - 1):
        at = i + 1 + (tokens[i + 1].low == "the")
        if tokens[i].low in ("of", "from") and at < len(tokens) and parties.at(tokens, at):
            return words[:i]
    return words


def _side_of(draft: _Draft, sides: Sides) -> tuple[str | None, bool]:
    """Return the party, and whether it is inferred."""
    for mention in draft.mentions:
        if mention.code:
            return mention.code, False
    if any(is_of_unknown(m, sides.paragraphs[m.paragraph], sides.vocabulary) for m in draft.mentions):
        return None, False
    for mention in draft.mentions:
        marked = sides.of_words(mention.organisation or "")
        if marked:
            return marked, True
    for mention in draft.mentions:
        around = sides.around(mention)
        if around:
            return around, True
    for mention in draft.mentions:
        if mention.role and mention.role.calling in ("office", "voice"):
            side = sides.of_office(mention, mention.role)
            return side, side is not None
    return None, False


def _is_acting(mention: Mention, sides: Sides) -> bool:
    paragraph = sides.paragraphs[mention.paragraph]
    role = mention.role
    if role and any(token.low in _ACTING for token in paragraph.tokens[role.first : role.end]):
        return True
    end = sides.vocabulary.sentences(paragraph)[mention.sentence][1]
    lows = tuple(token.low for token in paragraph.tokens[mention.until : min(end, mention.until + 6)])
    return any(lows[i : i + len(words)] == words for words in _SAT_IN for i in range(3))
