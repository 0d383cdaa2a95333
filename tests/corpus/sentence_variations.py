"""Stories with a paragraph moved, a sentence deleted, or a verb denied or made a condition."""

from __future__ import annotations

import copy
import dataclasses
import re
from typing import TYPE_CHECKING

from tests.corpus.likeness import stems
from tests.corpus.variations import Variation, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.corpus.prediction import Gold
    from tests.corpus.stories import Story

_SHORT = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Gen|Lt|Brig|Hon|Col|Capt|Maj|Adm|Lic|Smt|Sept|Nov|Dec|Oct|Aug|Jan|Feb|St|ret|No|Sen|Sgt|Cmdr|Cdre|Amb|Rev|\w)$"
)
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(]?[^\W\d_])")
_LAST_WORD = re.compile(r"[\w.]+$")
_NUMBERED = re.compile(r"(?:[•·▪●◦○■□◆▶‣⁃]\s)|(?:\(?\w{1,2}[.)]|[-–•]) ")
# Words that point to what stands before, or may.
_POINTS = re.compile(
    r"\b(?:they|them|their|theirs|he|him|his|she|her|hers|it|its|this|that|these|those|such|also|too|there|here|"
    r"latter|former|same|again|another|others?|however|then|later|earlier|instead|meanwhile|ones|besides|further|"
    r"second|third|next|previous|did|neither|either|so|said|told|added|counterparts?|colleagues?|all|"
    r"(?:both|the two|the three|the four)(?! sides| delegations| countries))\b",
    re.IGNORECASE,
)
# Words that point to something, or are a name.
_POINTED_AT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|its|their)(?: [\w-]+)? ([\w-]+)|\b([A-Z][\w-]+)"
)
MOVED, DELETED, TURNED = 3, 1, 4  # most of a kind in one story: the rest would only take time


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A sentence of a body: its paragraph from 0, and its ends in that paragraph."""

    paragraph: int
    start: int
    end: int
    text: str


def sentences(body: Sequence[str]) -> list[Sentence]:
    """Return the sentences of a body in their order."""
    found = []
    for number, text in enumerate(body):
        start = 0
        for end in (*(each.end() for each in _END.finditer(text)), len(text)):
            if end < len(text) and _is_short(text[start:end].rstrip()):
                continue
            found.append(Sentence(number, start, end, text[start:end].strip()))
            start = end
    return found


def _is_short(text: str) -> bool:
    """Tell whether a text ends in an abbreviation, so that its sentence goes on."""
    word = _LAST_WORD.search(text.rstrip('"”’)'))
    bare = word[0].rstrip(".") if word else ""
    return text.endswith(".") and bool(_SHORT.search(bare) or "." in bare)


def moved(story: Story) -> Iterator[Variation]:
    """Yield the story with a paragraph at the end that points to nothing and to which nothing points."""
    body = story.body
    if body != story.article.paragraphs or _NUMBERED.match(body[-1]):
        return
    alone = [n for n in range(2, len(body) - 1) if _stands_alone(body, n)]
    for number in alone[:MOVED]:
        order = [*(n for n in range(len(body)) if n != number), number]
        yield Variation(_in_order(story, order), f"paragraph {number + 1} to the end: {body[number][:50]!r}")


def _stands_alone(body: Sequence[str], number: int) -> bool:
    text, after = body[number], body[number + 1 :]
    points = _POINTS.search(sentences([text])[0].text) or _POINTS.search(sentences(after[:1])[0].text)
    listed = _NUMBERED.match(text) or _NUMBERED.match(after[0]) or body[number - 1].endswith((":", ";"))
    return not points and not listed and _is_whole(text) and not _brings_in(text, body[:number], after)


def _is_whole(text: str) -> bool:
    return (
        text.endswith((".", ".”", '."')) and text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    )


def _brings_in(text: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a text has words that are said for the first time, and pointed at after it."""
    known = {word for each in before for word in stems(each)}
    new = set(stems(text)) - known
    pointed = (word for each in after for found in _POINTED_AT.findall(each) for word in found if word)
    return any(new & set(stems(word)) for word in pointed)


def _in_order(story: Story, order: Sequence[int]) -> Story:
    gold = copy.deepcopy(story.gold)
    where = {old + 1: new for new, old in enumerate(order, 1)}
    for each in _anchored(gold):
        if each.get("paragraph"):
            each["paragraph"] = where[each["paragraph"]]
        if "paragraphs_ok" in each:
            each["paragraphs_ok"] = [where[n] for n in each["paragraphs_ok"]]
    paragraphs = tuple(story.body[n] for n in order)
    article = story.article.model_copy(update={"paragraphs": paragraphs})
    return dataclasses.replace(story, article=article, gold=gold, body=paragraphs)


def _anchored(gold: Gold) -> Iterator[Gold]:
    for value in gold.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield each


# -------------------------------------------------------------------------------------- one sentence


def without(story: Story, sentence: Sentence) -> Story:
    """Return the story without a sentence, and without its paragraph where that was all of it."""
    return _with(story, sentence, "")


def _with(story: Story, sentence: Sentence, text: str) -> Story:
    old = story.body[sentence.paragraph]
    new = f"{old[: sentence.start]}{text} {old[sentence.end :]}".strip()
    paragraphs = tuple(
        new if n == sentence.paragraph else each
        for n, each in enumerate(story.body)
        if n != sentence.paragraph or new
    )
    article = story.article.model_copy(update={"paragraphs": paragraphs})
    return dataclasses.replace(story, article=article, body=paragraphs)


def removable(story: Story) -> list[Sentence]:
    """Return sentences, from the second paragraph on, to which nothing points that stands after them."""
    body = story.body
    if body != story.article.paragraphs:
        return []
    row = sentences(body)
    found = []
    for n, each in enumerate(row):
        after = [later.text for later in row[n + 1 :]]
        before = [earlier.text for earlier in row[:n]]
        follower = after[0] if after else ""
        listed = _NUMBERED.match(body[each.paragraph]) or _NUMBERED.match(follower)
        bound = not _is_whole(each.text) or _POINTS.search(follower) or _brings_in(each.text, before, after)
        named = names_of(story) & set(re.findall(r"[^\W\d_]+", each.text))  # it may tell who somebody is
        if each.paragraph and not listed and not bound and not named:
            found.append(each)
    return found[:DELETED]


# ---------------------------------------------------------------------------------- denied, if only

_BASES = {
    "agreed": "agree",
    "decided": "decide",
    "pledged": "pledge",
    "vowed": "vow",
    "undertook": "undertake",
    "promised": "promise",
    "committed": "commit",
    "offered": "offer",
    "reaffirmed": "reaffirm",
    "reiterated": "reiterate",
    "renewed": "renew",
    "condemned": "condemn",
    "endorsed": "endorse",
    "approved": "approve",
    "adopted": "adopt",
    "signed": "sign",
    "discussed": "discuss",
    "reviewed": "review",
    "concurred": "concur",
    "stressed": "stress",
    "rejected": "reject",
    "opposed": "oppose",
    "instructed": "instruct",
    "directed": "direct",
    "tasked": "task",
}
_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(_BASES)})(?![\w-])")
# Another statement in the sentence would stay, or the verb is no finite one.
_MORE = re.compile(
    r"\b(?:expressed|voiced|conveyed|shared|called|urged|noted|took note|exchanged|announced|emphasised|"
    r"underscored|underlined|opened|established|warned|assured|raised|welcomed|recalled|will|ready|denied|not|nor|no)\b"
)
_NOT_FINITE = re.compile(
    r"(?:\b(?:was|were|is|are|be|been|being|has|have|had|as|when|which|that|until|also|jointly)|,) $"
)
_PARTICIPLE = re.compile(r" (?:by|at|in|during|under|last|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_SAID_BY = re.compile(r"according to|,[^,]* (?:said|told|added|remarked|observed)\b|[\"“”]")


def denied(story: Story) -> Iterator[Variation]:
    """Yield the story with a sentence's only verb of commitment denied."""
    for sentence, verb, gone in _turned(story):
        text = sentence.text
        new = f"{text[: verb.start()]}did not {_BASES[verb[0]]}{text[verb.end() :]}"
        yield Variation(_with(story, sentence, new), f"denied: {new[:90]!r}", gone)


def conditional(story: Story) -> Iterator[Variation]:
    """Yield the story with a sentence's only undertaking made one that hangs on a condition."""
    for sentence, verb, gone in _turned(story):
        text = sentence.text
        if _attended(story.gold, sentence):  # whether they did hangs on the condition, too
            continue
        if text[verb.end() :].startswith(" to ") and not _SAID_BY.search(text) and text.endswith("."):
            rest = text[verb.end() : -1]
            new = f"{text[: verb.start()]}would {_BASES[verb[0]]}{rest} if the money were found."
            yield Variation(_with(story, sentence, new), f"if: {new[:90]!r}", gone)


def _turned(story: Story) -> Iterator[tuple[Sentence, re.Match[str], frozenset[int]]]:
    """Yield sentences with one verb of commitment only, that verb, and the agreements that hang on it."""
    if story.body != story.article.paragraphs:
        return
    tried = 0
    for sentence in sentences(story.body):
        verbs = list(_VERB.finditer(sentence.text))
        gone = _hanging(story.gold, sentence)
        if len(verbs) != 1 or not gone or sentence.text.endswith(":") or tried >= TURNED:
            continue
        before, after = sentence.text[: verbs[0].start()], sentence.text[verbs[0].end() :]
        finite = not _NOT_FINITE.search(before) and not _PARTICIPLE.match(after)
        alone = len(gone) == 1 or " and to " in after  # else another verb has its part of them
        if finite and alone and not re.search('["“]', before) and not _MORE.search(sentence.text):
            tried += 1
            yield sentence, verbs[0], gone


def _attended(gold: Gold, sentence: Sentence) -> bool:
    """Tell whether a sentence proves that somebody took part."""
    people = (each for each in gold["participants"] if each["paragraph"] == sentence.paragraph + 1)
    return any(each["anchor"] in sentence.text for each in people)


def _hanging(gold: Gold, sentence: Sentence) -> frozenset[int]:
    """Return the agreements that a sentence alone proves; none where it tells of a meeting as well."""
    here = sentence.paragraph + 1
    told = [
        each for each in gold["meetings"] if each["paragraph"] == here and each["anchor"] in sentence.text
    ]
    found = set()
    for number, each in enumerate(gold["agreements"]):
        if each["paragraph"] == here and each["anchor"] in sentence.text:
            found.add(number)
        if here in each.get("paragraphs_ok", ()) or (number in found and each.get("paragraphs_ok")):
            return frozenset()
    return frozenset(found) if not told else frozenset()
