"""All that stands for a stage: its name, "the test", "the last of three stages", "it"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.stage_mentions import Mention, named_in, transfers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.stage_mentions import Aspect, StageWords, Subject

_THE = frozenset(("the", "this", "that", "its", "their", "such"))
_ROW = frozenset(("last", "final", "third"))
# What "the last of three" means where the article itself counts none; taken only for a stage that it names.
_OF_THREE: Mapping[str, Subject] = {
    "first": "IOC",
    "second": "FOC",
    "third": "FMC",
    "last": "FMC",
    "final": "FMC",
}
# What is tested, by the preposition: the words with which its name ends, and one that it must hold.
_TESTED = (frozenset(("command", "headquarters")), frozenset(("combined",)))
_SERVED = (frozenset(("control", "opcon", "transition", "transfer")), frozenset(("transfer", "transition")))
_WHOLES = {"of": _TESTED, "for": _SERVED, "in": _SERVED, "toward": _SERVED, "towards": _SERVED}
_SUBJECT, _VERB_REACH, _ROW_REACH, _RANK_REACH, _COMMAND_REACH = 3, 7, 6, 7, 12


def mentions_of(paragraphs: Sequence[Paragraph], words: StageWords) -> tuple[Mention, ...]:
    """Return the mentions of stages, and of the transfer, in an article, in order.

    Args:
        paragraphs: its body.
        words: the names of the stages.
    """
    named = [named_in(paragraph, words) for paragraph in paragraphs]
    ranks = _ranks_of(paragraphs, named, words)
    told = {each.stage for here in named for each in here}
    of_three = {**{rank: stage for rank, stage in _OF_THREE.items() if stage in told}, **ranks}
    found: list[Mention] = []
    for paragraph, here in zip(paragraphs, named, strict=True):
        for sentence in paragraph.sentences:
            kept = [each for each in here if each.sentence == sentence]
            if told:  # Nothing points to a stage where none is named.
                kept += _Pointing(paragraph, sentence, tuple(kept), tuple(found), words).all(ranks, of_three)
            every = [each for row in named for each in row]
            served = list(_of_command(paragraph, sentence, kept, every, words)) if told else []
            # "the transfer of control" inside it is what the test is for.
            kept = [
                m for m in kept if not any(w.first <= m.first and m.end <= w.end for w in served)
            ] + served
            moved = [*transfers_in(paragraph, sentence, kept, words)]
            moved = moved or [*_of_transfer(paragraph, sentence, kept, found)]
            found += sorted((*kept, *moved), key=lambda each: each.first)
    return tuple(found)


def _of_transfer(
    paragraph: Paragraph, sentence: tuple[int, int], kept: Sequence[Mention], before: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield "it" where that is to take place of which the sentence before spoke: the transfer itself."""
    last = before[-1] if before else None
    near = last and last.paragraph == paragraph.number and last.sentence[1] == sentence[0]
    if kept or last is None or not near or last.stage != "OPCON":
        return
    for i in range(*sentence):
        after = [token.low for token in paragraph.tokens[i + 1 : i + 1 + _VERB_REACH]]
        if paragraph.tokens[i].low == "it" and ("take", "place") in pairwise(after):
            yield Mention(paragraph.number, sentence, i, i + 1, "OPCON", named=False)
            return


def _of_command(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    kept: Sequence[Mention],
    named: Sequence[Mention],
    words: StageWords,
) -> Iterator[Mention]:
    """Yield "a test of their combined command", "for the transfer", of the stage so named further on."""
    tokens = paragraph.tokens
    for i in range(sentence[0], sentence[1] - 1):
        aspect = words.aspects.get(tokens[i].low)
        if not aspect or any(each.first <= i < each.end for each in kept):
            continue
        reach = range(i + 2, min(sentence[1], i + _COMMAND_REACH))
        ends, what = _WHOLES.get(tokens[i + 1].low, (frozenset[str](), frozenset[str]()))
        end = max((k + 1 for k in reach if tokens[k].low in ends), default=None)
        owner = {token.low for token in tokens[i + 2 : end]} if end else set()
        later = (each for each in named if each.aspect and each.paragraph > paragraph.number)
        stage = next(later, None)
        if end and stage and owner & what:
            yield Mention(
                paragraph.number, sentence, i, end, stage.stage, aspect, stage.track, named=False, owned=True
            )


def _ranks_of(
    paragraphs: Sequence[Paragraph], named: Sequence[Sequence[Mention]], words: StageWords
) -> Mapping[str, Subject]:
    """Return which stage an article calls the first, the second, the last."""
    found: dict[str, Subject] = {}
    for paragraph, here in zip(paragraphs, named, strict=True):
        for mention in here:
            for rank in _ranks_at(paragraph, mention, words):
                found.setdefault(rank, mention.stage)
    if _ROW & set(found):
        last = next(found[rank] for rank in found if rank in _ROW)
        found |= {rank: found.get(rank, last) for rank in _ROW}
    return found


def _ranks_at(paragraph: Paragraph, mention: Mention, words: StageWords) -> Iterator[str]:
    """Yield the ranks beside a stage's name: "FMC, the third and final stage", "the first, IOC"."""
    tokens = paragraph.tokens
    ranks, nouns = words.lists["opcon_ranks"], words.lists["opcon_stage_nouns"]
    after = tokens[mention.end : mention.sentence[1]][:_RANK_REACH]
    if after and (after[0].text in (",", "(") or after[0].low in ("is", "was", "being")):
        for token in after[1:]:
            if token.low in ranks:
                yield token.low
            elif token.low not in ("the", "and"):
                break
    at = mention.first - 1
    passed = nouns | {"the", ",", "("}
    while at >= mention.sentence[0] and tokens[at].low in passed:
        at -= 1
    if at >= mention.sentence[0] and at < mention.first - 1 and tokens[at].low in ranks:
        yield tokens[at].low


class _Pointing:
    """What stands for a stage in a sentence without naming it."""

    def __init__(
        self,
        paragraph: Paragraph,
        sentence: tuple[int, int],
        named: tuple[Mention, ...],
        before: tuple[Mention, ...],
        words: StageWords,
    ) -> None:
        """Take the sentence with the stages that it names, and those of the article up to it."""
        self._paragraph, self._tokens = paragraph, paragraph.tokens
        self._sentence = sentence
        self._named = named
        self._before = [each for each in before if each.named and each.stage != "OPCON"]
        self._words = words

    def all(self, ranks: Mapping[str, Subject], of_three: Mapping[str, Subject]) -> Iterator[Mention]:
        """Yield them in order.

        Args:
            ranks: which stage the article calls the first, the last.
            of_three: which one is the first, the last "of three".
        """
        until = self._sentence[0]
        for i in range(*self._sentence):
            if i < until or any(each.first <= i < each.end for each in self._named):
                continue
            made = self._by_rank(i, ranks, of_three) or self._by_noun(i)
            if made:
                yield made
                until = made.end

    def _by_rank(
        self, i: int, ranks: Mapping[str, Subject], of_three: Mapping[str, Subject]
    ) -> Mention | None:
        """Return "the last of three stages", "the third test"."""
        tokens, end = self._tokens, self._sentence[1]
        if tokens[i].low != "the":
            return None
        at = i + 1
        said = ""
        while at < end and (tokens[at].low in of_three or (said and tokens[at].low == "and")):
            said, at = said or tokens[at].low, at + 1
        row = at < end and tokens[at].low == "of"
        counted = row and any(token.low == "three" for token in tokens[at + 1 : min(end, at + 3)])
        stage = (of_three if counted else ranks).get(said)
        if stage is None:
            return None
        reach = range(at, min(end, at + (_ROW_REACH if row else 1)))
        noun = next((k for k in reach if self._is_stage_noun(tokens[k].low, plural=row)), None)
        if noun is None or (not row and noun + 1 < end and tokens[noun + 1].low == "of"):
            return None
        if any(each.first <= noun + 2 and each.end > i for each in self._named):
            return None  # "the first stage, IOC": named anyway
        aspect = self._words.aspects.get(tokens[noun].low, "")
        return self._mention(stage, i + 1, noun + 1, aspect)

    def _is_stage_noun(self, low: str, *, plural: bool) -> bool:
        nouns = self._words.lists["opcon_stage_nouns"]
        return low.removesuffix("s") in nouns if plural else low in nouns

    def _mention(self, stage: Subject, first: int, end: int, aspect: Aspect, track: str = "") -> Mention:
        return Mention(self._paragraph.number, self._sentence, first, end, stage, aspect, track, named=False)

    def _by_noun(self, i: int) -> Mention | None:
        """Return "the test", "it", for the stage spoken of last."""
        length = self._points(i)
        last = self._last(i) if length else None
        if last is None:
            return None
        said = (self._words.aspects.get(token.low) for token in self._tokens[i : i + length])
        aspect = next((each for each in said if each), last.aspect)
        return self._mention(last.stage, i if length == 1 else i + 1, i + length, aspect, last.track)

    def _last(self, i: int) -> Mention | None:
        """Return the stage that "it" or "the test" at token `i` can mean."""
        here = [each for each in self._named if each.end <= i]
        near = here or [each for each in self._before if self._paragraph.number - each.paragraph <= 1]
        if here or not near or self._tokens[i].low != "it":
            return near[-1] if near else None
        # "It" is the subject of the sentence before, or something else: the meeting, as often as not.
        last = near[-1]
        if last.paragraph != self._paragraph.number:
            return None
        told = (each for each in near if (each.paragraph, each.sentence) == (last.paragraph, last.sentence))
        subject = next((each for each in told if each.first - each.sentence[0] <= _SUBJECT), None)
        return subject or (last if self._is_tried(i) else None)

    def _is_tried(self, i: int) -> bool:
        """Tell whether what happens to "it" happens to stages only: "it was to have been tested"."""
        lists = self._words.lists
        after = {token.low for token in self._tokens[i + 1 : i + _VERB_REACH]}
        return bool(after & (lists["opcon_verify"] | lists["opcon_assess"] | lists["opcon_rehearse"]))

    def _points(self, i: int) -> int:
        """Return how many tokens from `i` on point back to a stage."""
        tokens, end = self._tokens, self._sentence[1]
        if tokens[i].low == "it":
            return 1
        if tokens[i].low not in _THE:
            return 0
        at = i + 1
        at += at < end and tokens[at].low in self._words.lists["opcon_before_stage"]
        if at >= end or tokens[at].low not in self._words.aspects:
            return 0
        at += at + 1 < end and tokens[at + 1].low in ("proper", "itself")
        following = tokens[at + 1].low if at + 1 < end else ""
        return at + 1 - i if following not in ("of", "-") else 0
