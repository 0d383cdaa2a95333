"""Names that stand in one list, so that one verb speaks of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.persons import Named, Person
    from briefing_app.drafting.vocabulary import Vocabulary

_JOINTS = frozenset(
    (
        ",",
        ";",
        "and",
        "as",
        "well",
        "the",
        "for",
        "of",
        "from",
        ":",
        "by",
        "a",
        "an",
        "(",
        ")",
        "-",
        "'s",
        "his",
        "her",
        "its",
        "their",
        "together",
        "with",
        "&",
        "on",
        "behalf",
        "minister",
    )
)


_LETTERS = 5
_INSTEAD_OF = frozenset(
    (
        ("behalf", "of"),
        ("place", "of"),
        ("instead", "of"),
        ("invitation", "of"),
        ("absence", "of"),
        ("in", "for"),
        ("deputising", "for"),
        ("substituting", "for"),
    )
)


@dataclass(frozen=True, slots=True)
class Group:
    """Names in one list.

    Attributes:
        paragraph: 1-based.
        sentence: its sentence, as tokens.
        first: first token.
        end: the token after the last name and its office.
        members: the names.
    """

    paragraph: int
    sentence: tuple[int, int]
    first: int
    end: int
    members: tuple[Named, ...]

    @property
    def place(self) -> tuple[int, tuple[int, int]]:
        """The sentence that they stand in."""
        return self.paragraph, self.sentence


def groups_of(
    people: Sequence[Person], named: Sequence[Named], paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> tuple[Group, ...]:
    """Return the names of an article in lists; a name that stands alone is a list of one.

    Args:
        people: whom the article names.
        named: where.
        paragraphs: the body.
        vocabulary: the words to go by.
    """
    found: list[Group] = []
    for name in named:
        paragraph = paragraphs[name.paragraph - 1]
        sentence = next(pair for pair in vocabulary.sentences(paragraph) if pair[0] <= name.first < pair[1])
        at, first, end = people[name.person].introduced
        until = end if at == name.paragraph and first == name.first else name.end
        last = found[-1] if found else None
        if (
            last
            and last.paragraph == name.paragraph
            and last.sentence == sentence
            and not _is_replaced(paragraph, last.first)
            and _are_listed(paragraph, last.end, name.first, vocabulary)
        ):
            found[-1] = Group(name.paragraph, sentence, last.first, until, (*last.members, name))
        else:
            found.append(Group(name.paragraph, sentence, name.first, until, (name,)))
    return tuple(found)


def _is_replaced(paragraph: Paragraph, first: int) -> bool:
    """Tell whether names stand after "on behalf of" or "in place of": what follows is another's."""
    before = [token.low for token in paragraph.tokens[max(0, first - 2) : first]]
    return tuple(before) in _INSTEAD_OF or before[-1:] == ["replacing"]


def _are_letters(paragraph: Paragraph, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a token holds letters after a name: ", MP,", "X MP,"."""
    tokens = paragraph.tokens
    text = tokens[i].text
    if text in vocabulary.postnominals:
        return True
    return text.isupper() and 1 < len(text) <= _LETTERS and i > 0 and tokens[i - 1].text in (",", "(")


def _clause_end(paragraph: Paragraph, i: int, end: int) -> int:
    """Return the comma before "and" that ends a clause with "who" at token `i`; -1 where there is none."""
    tokens = paragraph.tokens
    ends = (at for at in range(i + 1, end - 1) if tokens[at].text == "," and tokens[at + 1].low == "and")
    return next(ends, -1)


def _are_listed(paragraph: Paragraph, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether only joints of a list, or a country, stand between two names."""
    i = first
    while i < end:
        party = paragraph.party_at(i)
        if party:
            i = party.end
        elif paragraph.tokens[i].low in _JOINTS or _are_letters(paragraph, i, vocabulary):
            i += 1
        elif paragraph.tokens[i].low == "who" and paragraph.tokens[i - 1].text == ",":
            i = _clause_end(paragraph, i, end)
            if i < 0:
                return False
        else:
            return False
    return True
