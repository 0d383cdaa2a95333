"""Names in their sentence, and what it says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.roster import Group
    from briefing_app.drafting.tokens import Token
    from briefing_app.drafting.vocabulary import Vocabulary

_SIDE = 4  # words of "on the South Korean" side

Kind = Literal["attended", "listed", "met", "committed", "addressed", "spoke", "absent", "future"]


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence says of the names in a list.

    Attributes:
        kind: what they did.
        first: first token of the words that say it.
        end: the token after them.
        leading: they led or hosted.
        observing: they were there as observers or guests.
    """

    kind: Kind
    first: int
    end: int
    leading: bool = False
    observing: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Names in their sentence.

    Attributes:
        group: the names.
        following: first token of the next names in the sentence, or the sentence's end.
        paragraph: where they stand.
        vocabulary: the words to go by.
    """

    group: Group
    following: int
    paragraph: Paragraph
    vocabulary: Vocabulary

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the paragraph."""
        return self.paragraph.tokens

    def lows(self, first: int, end: int) -> list[str]:
        """Return words of the sentence in lower case."""
        begin, stop = self.group.sentence
        return [token.low for token in self.tokens[max(begin, first) : min(end, stop)]]

    def has(self, low: str, name: str) -> bool:
        """Tell whether a word is on a list of the lexicon."""
        return low in self.vocabulary.lexicon.lists[name]

    def any_of(self, lows: Sequence[str], name: str) -> bool:
        """Tell whether one of the words is on a list of the lexicon."""
        return any(self.has(low, name) for low in lows)

    def names_side(self, i: int) -> bool:
        """Tell whether a token ends what opens the names of a delegation: "on the Kenyan side were"."""
        before = self.lows(i - _SIDE, i)
        side = self.has(self.tokens[i].low, "teams") and self.lows(i + 1, i + 2) in (["were"], ["was"])
        return side and ("on" in before or "from" in before) and "the" in before
