"""The words that the reading of people goes by."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import AUXILIARIES, PREPOSITIONS
from briefing_app.drafting.tokens import Phrases
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph

Calling = Literal["office", "voice", "outsider", "counterpart"]
OWNERS = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "this",
        "that",
        "one",
        "both",
        "two",
        "three",
        "four",
        "five",
    )
)
JOINING = frozenset(("of", "for", "to", "in", "at", "on", "with", "and", "&", "from", "under"))
GENITIVES = ("'s", "'")
_LONGEST_TITLE = 6
_STATE = 2


@dataclass(frozen=True, slots=True)
class Head:
    """The last noun of an office.

    Attributes:
        calling: what kind of calling it is.
        plural: it is said of several.
    """

    calling: Calling
    plural: bool = False


class Vocabulary:
    """The words that the reading of people goes by."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words from the lexicon."""
        lists = lexicon.lists
        self.lexicon = lexicon
        self.heads = Phrases(_heads(lexicon), cased=False)
        self.plain_titles = lists["titles_too"]
        self.ranks = lexicon.ranks
        self.honorifics = Phrases(
            ((word, True) for word in sorted(lists["honorifics"] | lists["addresses"])), cased=True
        )
        # In lower case, nothing else begins a name, its title or an office.
        self.openings = self.heads.openings | self.ranks.openings | self.honorifics.openings
        self.postnominals = lists["postnominals"]
        self.particles = lists["particles"]
        self.pasts = lists["pasts"]
        self.short_names = lists["short_names"]
        self.surnames_too = lists["surnames_too"]
        phrases = (
            *lists["departments"],
            *lists["heads"],
            *lists["modifiers"],
            *lists["callings"],
            *lists["office_words"],
        )
        single = {word.lower() for phrase in phrases for word in phrase.replace("-", " ").split()}
        self.role_words = frozenset(single | {plural(word) for word in single}) - JOINING - OWNERS
        self.no_names = lists["no_names"] | OWNERS | PREPOSITIONS | AUXILIARIES
        self.absences = Phrases(((words, True) for words in sorted(lists["absences"])), cased=False)
        self.openers = Phrases(((words, True) for words in sorted(lists["openers"])), cased=False)
        self.acts = lists["attends"] | lists["meets"] | lists["speaks"] | lists["comes"]

    def state(self, paragraph: Paragraph, i: int) -> str | None:
        """Return the party named at token `i`; of a command that bears a state's name, the state."""
        party = paragraph.party_at(i)
        if party is None:
            return None
        topic = party.end == party.first + 1 and paragraph.tokens[i].low in self.role_words
        if (
            topic
            and party.code == paragraph.tokens[i].text.upper()
            and not paragraph.tokens[i].text.isupper()
        ):
            # "Minister of Safety": taken for an unknown state.
            return None
        bare = self.lexicon.parties.at(paragraph.tokens[party.first : party.first + 1], 0)
        commanded = bare is not None and is_state(bare[1].code) and not is_state(party.code)
        if commanded and paragraph.tokens[party.first + 1].text == "-":
            # A command of two states.
            return party.code
        return bare[1].code if bare and commanded else party.code

    def demonym(self, paragraph: Paragraph, i: int) -> str | None:
        """Return the country of a doubtful word right before an office: "Polish Deputy Minister"."""
        tokens = paragraph.tokens
        found = self.lexicon.parties.at(tokens, i)
        if not found or not found[1].doubtful or found[1].word != "demonym" or found[0] >= len(tokens):
            return None
        office = self.heads.at(tokens, found[0]) or tokens[found[0]].low in self.role_words
        return found[1].code if office and tokens[i].is_capital else None

    def sentences(self, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
        """Return the sentences of a paragraph, whole where a title's full stop seemed to end one."""
        if paragraph.wholes:
            return paragraph.wholes[0]
        found: list[tuple[int, int]] = []
        for begin, end in paragraph.sentences:
            split = found and paragraph.party_at(begin - 1) and self.heads.at(paragraph.tokens, begin)
            if found and (split or self._is_in_title(paragraph, found[-1][1])):
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
        paragraph.wholes.append(tuple(found))
        return paragraph.wholes[0]

    def _is_in_title(self, paragraph: Paragraph, end: int) -> bool:
        before = paragraph.tokens[end - 2]
        if before.low in self.short_names and before.is_capital:
            return True
        for at in range(max(0, end - _LONGEST_TITLE), end):
            for titles in (self.ranks, self.honorifics):
                title = titles.at(paragraph.tokens, at)
                if title and title[0] >= end:
                    return True
        return False

    def is_verb(self, low: str) -> bool:
        """Tell whether a word in lower case can be the verb of a person."""
        return low in AUXILIARIES or low in self.acts or low in self.pasts or low in self.lexicon.verbs


def plural(word: str) -> str:
    """Return the plural of an office's last noun."""
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy")):
        return word[:-1] + "ies"
    return word[:-3] + "men" if word.endswith("man") else word + "s"


def _heads(lexicon: Lexicon) -> Iterator[tuple[str, Head]]:
    lists = lexicon.lists
    kinds: tuple[tuple[str, Calling], ...] = (
        ("voices", "voice"),
        ("spokes", "voice"),
        ("outsiders", "outsider"),
        ("counterparts", "counterpart"),
        ("heads", "office"),
        ("callings", "office"),
    )
    for name, calling in kinds:
        for word in sorted(lists[name] - {"observer"}):
            yield word, Head(calling, calling == "counterpart" and word.endswith("s"))
            if calling != "counterpart":
                yield plural(word), Head(calling, plural=True)


def is_state(code: str) -> bool:
    """Tell whether a party's code is a state's, or one of the two bodies that are written like one."""
    return len(code) == _STATE


@lru_cache(maxsize=2)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """Return the words of a lexicon, made once: making them takes as long as reading a short article."""
    return Vocabulary(lexicon)
