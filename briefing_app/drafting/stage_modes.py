"""Whether what a verb says of a stage is so: done, planned, missed, denied, or left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    HAVE,
    MODALS,
    NEGATIONS,
    SAYING,
    is_adverb,
)
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.drafting.tokens import Token

Mode = Literal["done", "planned", "missed", "failed", "pending", "maybe", "denied", "none"]
BREAKS = frozenset((";", "—", "–", "--", "but", "while", "whereas", "although", "though"))
_GOVERNOR = 9
_SINCE = frozenset(("after", "following", "since", "having", "upon"))
_PAST_AUXILIARIES = frozenset(("was", "were", "had"))
_NO = frozenset(("no", "never", "without", "neither", "nor", "nothing"))
_INVERTED = frozenset(("should", "were", "had"))
_INNER = NEGATIONS | CONTRACTED | AUXILIARIES | {"to", "yet"}
_PLAIN_PASTS = frozenset(
    (
        "held",
        "took",
        "taken",
        "underwent",
        "undergone",
        "slid",
        "put",
        "brought",
        "set",
        "done",
        "came",
        "ran",
        "went",
        "fell",
        "got",
        "kept",
        "left",
        "drew",
    )
)


def is_past_form(word: str) -> bool:
    """Tell whether a verb in lower case is a past or a participle by its form."""
    return word in _PLAIN_PASTS or word.endswith("ed")


@dataclass(frozen=True, slots=True)
class Verbs:
    """A sentence as far as its verbs go.

    Attributes:
        tokens: of the paragraph.
        sentence: first token, and the one after the last.
        lists: the lexicon's lists.
    """

    tokens: Sequence[Token]
    sentence: tuple[int, int]
    lists: Mapping[str, frozenset[str]]

    def has(self, word: str, name: str) -> bool:
        """Tell whether a word stands in a list."""
        return word in self.lists[name]

    def low_before(self, i: int) -> str:
        """Return the word before a token, nothing at the head of the sentence."""
        return self.tokens[i - 1].low if i > self.sentence[0] else ""

    def group_before(self, i: int) -> tuple[int, tuple[str, ...]]:
        """Return where a verb's auxiliaries begin, and the words before the verb from there."""
        first = i
        words: list[str] = []
        while (low := self.low_before(first)) and (low in _INNER or is_adverb(low)):
            words.insert(0, low)
            first -= 1
        while words and is_adverb(words[0]):
            words.pop(0)
            first += 1
        return first, tuple(words)

    # ------------------------------------------------------------------------------ what stands before

    def left_of(self, first: int) -> list[str]:
        """Return the words of the clause before a token, in order."""
        found: list[str] = []
        for i in range(first - 1, self.sentence[0] - 1, -1):
            if self.tokens[i].text in BREAKS:
                break
            found.insert(0, self.tokens[i].low)
        return found

    def open_at(self, first: int, words: Sequence[str] = ()) -> Mode | None:
        """Return what the words before an act leave open or deny, None where they do neither.

        Args:
            first: the first token of the act.
            words: its auxiliaries.
        """
        every = [token.low for token in self.tokens[slice(*self.sentence)]]
        left = self.left_of(first)
        opening = every[0] in _INVERTED and "," in every
        supposed = opening or self._supposes(left, every, words)
        if supposed or self._is_hearsay(every):
            return "maybe"
        near = _joined_on(left[-_GOVERNOR:], words)
        if any(self.has(low, "opcon_refusals") for low in left) or any(low in _NO for low in near):
            return "denied"
        liking = "would like" in " ".join(near) or "'d like" in " ".join(near)
        return "maybe" if liking or any(self.has(low, "opcon_wishes") for low in near) else None

    def _supposes(self, left: Sequence[str], every: Sequence[str], words: Sequence[str]) -> bool:
        """Tell whether what stands before an act makes it a supposition, not a plan under a condition.

        "If the network is ready, FOC will be verified" is one, "once planned for May" was one.
        """
        if every[0] in ("if", "once", "provided", "assuming", "unless") and "will" in words and "," in left:
            return any(self.has(low, "opcon_maybe") or low in ("were", "would") for low in left)
        return any(
            self.has(low, "opcon_suppositions")
            and not (low == "once" and (n + 1 == len(left) or is_past_form(left[n + 1])))
            and not (low == "whether" and "," in left[n:])
            for n, low in enumerate(left)
        )

    def _is_hearsay(self, every: Sequence[str]) -> bool:
        """Tell whether somebody speaks whose word is no fact, and is not merely spoken to."""
        return "think tank" in " ".join(every) or any(
            self.has(low, "opcon_outsiders") and "told" not in every[max(0, n - 2) : n]
            for n, low in enumerate(every)
        )

    # --------------------------------------------------------------------------------- the verb itself

    def mode(self, i: int, first: int, words: Sequence[str]) -> tuple[Mode, str]:
        """Return whether what a verb says is so, and the verb that it depends on ("decided").

        Args:
            i: the verb.
            first: its first auxiliary.
            words: its auxiliaries.
        """
        held = set(words)
        settled = self.open_at(first, words) or self._by_auxiliaries(first, held)
        if settled:
            return settled, ""
        if "to" in held:
            return self._infinitive(first, words)
        if self.tokens[i].low.endswith("ing"):
            return self._ing(first, held)
        if "be" in held:
            return self._subjunctive(first)
        done = is_past_form(self.tokens[i].low) and "being" not in held
        return ("done" if done else "none"), ""

    def _by_auxiliaries(self, first: int, held: set[str]) -> Mode | None:
        """Return what negations and modals say, None where there are none."""
        if {"yet", "to"} <= held:
            return "pending"
        if held & (NEGATIONS | CONTRACTED):
            return "denied"
        if held & self.lists["opcon_maybe"]:
            return "maybe"
        if held & {"will", "shall"}:
            return "planned"
        if "would" in held:
            reported = any(self.has(low, "opcon_plans") or low in SAYING for low in self.left_of(first))
            return "planned" if reported else "maybe"
        return None

    def _governor(self, first: int) -> int:
        """Return the token that an infinitive depends on, -1 where none is near."""
        for i in range(first - 1, max(self.sentence[0], first - _GOVERNOR) - 1, -1):
            low = self.tokens[i].low
            if any(self.has(low, name) for name in ("opcon_plans", "failures", "opcon_forcing")):
                return i
            if self.tokens[i].text in BREAKS:
                break
        return -1

    def _infinitive(self, first: int, words: Sequence[str]) -> tuple[Mode, str]:
        """Return the mode of "to verify": what "decided", "failed", "was" before it make of it."""
        before = words[: len(words) - 1 - tuple(reversed(words)).index("to")]
        if any(word in BE for word in before):
            return ("missed" if set(before) & _PAST_AUXILIARIES else "planned"), ""
        at = self._governor(first)
        if at < 0:
            return "none", ""
        low = self.tokens[at].low
        if self.has(low, "failures"):
            return "failed", low
        if self.has(low, "opcon_forcing"):
            return "done", low
        earlier = set(self.group_before(at)[1])
        if low == "ought" and "have" in words:
            return "missed", low
        if self.has(low, "opcon_was_planned") and earlier & _PAST_AUXILIARIES:
            return "missed", low
        return ("denied" if earlier & (NEGATIONS | CONTRACTED) else "planned"), low

    def _ing(self, first: int, held: set[str]) -> tuple[Mode, str]:
        before = self.low_before(first)
        if before in _SINCE:
            return "done", ""
        if before == "from" and (kept := self._keeper(first)):
            return "failed", kept  # "kept the allies from verifying FOC"
        if self.has(before, "opcon_perform"):  # "has finished evaluating"
            pending = set(self.group_before(first - 1)[1]) & (MODALS | {"to"})
            return ("none" if pending else "done"), ""
        if held & BE:
            return ("planned" if held & {"is", "are"} else "none"), ""
        at = self._governor(first)
        governed = at >= 0 and before in ("on", "of", "for", "to", "at")
        return ("planned", self.tokens[at].low) if governed else ("none", "")

    def _keeper(self, first: int) -> str:
        """Return the verb that keeps somebody from what follows, empty where there is none."""
        left = self.tokens[max(self.sentence[0], first - _GOVERNOR) : first]
        return next((token.low for token in left if self.has(token.low, "opcon_preventing")), "")

    def _subjunctive(self, first: int) -> tuple[Mode, str]:
        """Return the mode of "that it be verified"."""
        behind = range(first - 1, self.sentence[0] - 1, -1)
        at = next((k for k in behind if self.has(self.tokens[k].low, "opcon_plans")), -1)
        return ("planned", self.tokens[at].low) if at >= 0 else ("none", "")


def _joined_on(near: list[str], words: Sequence[str]) -> list[str]:
    """Return the words that still govern an act: those after the last "and" or comma, if any."""
    cut = max((n for n, low in enumerate(near) if low in ("and", ",")), default=-1)
    return near[cut + 1 :] if words or cut + 1 < len(near) else near


def scheduled(words: Sequence[str], mode: Mode) -> Mode:
    """Return the mode of "is scheduled for", "was scheduled for"."""
    if mode not in ("done", "none"):
        return mode
    return "missed" if set(words) & _PAST_AUXILIARIES else "planned"


def is_bare(words: Sequence[str]) -> bool:
    """Tell whether auxiliaries make no verb of a base form: none but forms of "be" and "have"."""
    held = {word for word in words if word in AUXILIARIES or word == "to"}
    return not held or held <= HAVE | BE
