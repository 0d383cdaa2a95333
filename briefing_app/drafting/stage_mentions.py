"""Where an article speaks of a stage of the transfer of control: IOC, FOC, FMC, by name or by "the test"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing_app.drafting.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from briefing_app.drafting.tokens import Phrases, listed_phrases
from briefing_app.drafting.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token
    from briefing_app.model.opcon import StageCode

Subject = Literal["IOC", "FOC", "FMC", "OPCON"]
Aspect = Literal["", "verifying", "assessing", "rehearsing"]
_CODES: tuple[StageCode, ...] = ("IOC", "FOC", "FMC")
_LONGEST_OWNER = 12
_SHORTEST_NAME = 3
_BRACKETED = 6
_HELD_BY = ("'s", "'")
_OF_COMMANDS = frozenset(("combined", "allied", "unified", "integrated"))  # no participles here
_COMMAND = frozenset(("command", "headquarters", "commands", "hq"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A stage where it stands.

    Attributes:
        paragraph: 1-based.
        sentence: its sentence, as tokens.
        first: first token of the noun phrase, without article.
        end: the token after it.
        stage: which stage; OPCON for the transfer itself.
        aspect: what is done with it, by its noun ("test").
        track: the component that it belongs to; empty for the whole force.
        named: the stage stands there by name.
        owned: it is said to be of a command or a force.
    """

    paragraph: int
    sentence: tuple[int, int]
    first: int
    end: int
    stage: Subject
    aspect: Aspect = ""
    track: str = ""
    named: bool = True
    owned: bool = False


class StageWords:
    """The names of the stages, as phrases."""

    def __init__(self, lexicon: Lexicon, taken: Mapping[str, str]) -> None:
        """Take the words from the lexicon.

        Args:
            lexicon: the knowledge of words.
            taken: what the article itself says that abbreviations stand for.
        """
        lists = lexicon.lists
        self.lists = lists
        named = [(phrase, code) for code in _CODES for phrase in sorted(lists[f"opcon_{code.lower()}"])]
        self.long: Phrases[StageCode] = Phrases(named, cased=False)
        own = {phrase for phrase, _ in named}
        codes = [code for code in _CODES if taken.get(code, "").lower() in own | {""}]
        self.short: Phrases[StageCode] = Phrases(((code, code) for code in codes), cased=True)
        self.control: Phrases[str] = listed_phrases(lists["opcon_control"])
        # Where neither stands, there is nothing to look for.
        self.stage_openings = self.long.openings | self.short.openings
        self.transfer_openings = self.control.openings | lists["opcon_transfers"]
        self.aspects: Mapping[str, Aspect] = {
            **dict.fromkeys(lists["opcon_verifying"], "verifying"),
            **dict.fromkeys(lists["opcon_assessing"], "assessing"),
            **dict.fromkeys(lists["opcon_rehearsing"], "rehearsing"),
        }


def named_in(paragraph: Paragraph, words: StageWords) -> tuple[Mention, ...]:
    """Return where a paragraph names a stage of a command or a force, in order.

    Args:
        paragraph: where to look.
        words: the names of the stages.
    """
    return tuple(
        replace(each, track=component_in(paragraph, each.first, each.end, words))
        for sentence in paragraph.sentences
        for each in _named(paragraph, sentence, words)
        if _is_of_command(paragraph, each, words)
    )


# --------------------------------------------------------------------------------- the transfer itself


def transfers_in(
    paragraph: Paragraph, sentence: tuple[int, int], stages: Sequence[Mention], words: StageWords
) -> Iterator[Mention]:
    """Yield where the transfer itself is spoken of: "the OPCON transfer", "operational control".

    Args:
        paragraph: where to look.
        sentence: first token, and the one after the last.
        stages: the stages that it speaks of.
        words: the names of the stages.
    """
    tokens = paragraph.tokens
    until = sentence[0]
    for i in range(*sentence):
        if paragraph.lows[i] not in words.transfer_openings:
            continue
        if i < until or any(each.first <= i < each.end for each in stages):
            continue
        span = _transfer_at(tokens, i, sentence[1], words)
        if span is None:
            continue
        around = {token.low for token in tokens[max(sentence[0], i - 4) : i + 8]}
        if not around & words.lists["opcon_other_control"]:
            yield Mention(paragraph.number, sentence, *span, stage="OPCON")
            until = span[1]


def _transfer_at(tokens: Sequence[Token], i: int, end: int, words: StageWords) -> tuple[int, int] | None:
    control = words.control.at(tokens, i)
    if control:
        after = control[0]
        if after < end and tokens[after].low in words.lists["opcon_transfers"]:
            return i, after + 1
        closed = after + 2 < end and tokens[after].text == "("
        return i, after + 3 if closed and tokens[after + 2].text == ")" else after
    if tokens[i].low not in words.lists["opcon_transfers"]:
        return None
    following = tokens[i + 1].low if i + 1 < end else ""
    if following == "of":
        inner = next(
            (
                words.control.at(tokens, k)
                for k in range(i + 2, min(end, i + 7))
                if words.control.at(tokens, k)
            ),
            None,
        )
        return (i, inner[0]) if inner else None
    before = {token.low for token in tokens[max(0, i - 3) : i]}
    return (
        (i, i + 1)
        if "the" in before or any(low in words.lists["opcon_approaches"] for low in before)
        else None
    )


# --------------------------------------------------------------------------------------------- by name


def _named(paragraph: Paragraph, sentence: tuple[int, int], words: StageWords) -> Iterator[Mention]:
    tokens = paragraph.tokens
    i, end = sentence
    while i < end:
        known = paragraph.lows[i] in words.stage_openings
        found = (words.long.at(tokens, i) or words.short.at(tokens, i)) if known else None
        if not found:
            i += 1
            continue
        after, code = _past_short_form(tokens, found[0], words, found[1]), found[1]
        first, before = _hung_on(tokens, i, sentence[0], words)
        after, aspect = _aspect_after(tokens, after, end, words)
        stop = _of_owner(paragraph, after, end, words)
        chief = aspect if aspect == "rehearsing" else before or aspect
        yield Mention(paragraph.number, sentence, first, stop, code, chief, owned=stop > after)
        i = stop


def _past_short_form(tokens: Sequence[Token], i: int, words: StageWords, code: StageCode) -> int:
    """Return the token after "(FOC)" where that follows the long form, or after the long form in brackets."""
    if i + 2 < len(tokens) and tokens[i].text == "(":
        inner = words.short.at(tokens, i + 1) or words.long.at(tokens, i + 1)
        if inner and inner[1] == code and inner[0] < len(tokens) and tokens[inner[0]].text == ")":
            return inner[0] + 1
    return i


def _aspect_after(tokens: Sequence[Token], i: int, end: int, words: StageWords) -> tuple[int, Aspect]:
    at = i + (i < end and tokens[i].text in ("-", '"', "”"))
    aspect: Aspect = ""
    while at < end and tokens[at].low in words.aspects:
        aspect = words.aspects[tokens[at].low]
        at += 1
        i = at
        if at + 1 < end and tokens[at].low in ("and", "/") and tokens[at + 1].low in words.aspects:
            at += 1
    return i, aspect


def _hung_on(tokens: Sequence[Token], i: int, begin: int, words: StageWords) -> tuple[int, Aspect]:
    """Return where a phrase begins that ends with the stage: "the result of the verification of its FOC"."""
    aspect: Aspect = ""
    first = i
    while True:
        at = _before_determiners(tokens, first, begin, words)
        if at - 2 < begin or tokens[at - 1].low not in ("of", "for", "on"):
            return first, aspect
        noun = tokens[at - 2].low
        if noun in words.aspects and (tokens[at - 1].low == "of" or words.aspects[noun] == "rehearsing"):
            aspect = words.aspects[noun] if aspect != "rehearsing" else aspect
        elif noun not in words.lists["opcon_carriers"] or tokens[at - 1].low == "on":
            return first, aspect
        first = at - 2


def _before_determiners(tokens: Sequence[Token], i: int, begin: int, words: StageWords) -> int:
    """Return the token that a noun phrase begins with, where it ends with token `i`."""
    while i > begin:
        token = tokens[i - 1]
        if (
            token.low in DETERMINERS
            or token.low in _HELD_BY
            or token.text in ('"', "“", "-")
            or token.low in words.lists["opcon_before_stage"]
        ) or (
            token.is_capital
            or token.low in _COMMAND
            or token.low in ("future", "combined", "allied", "joint", "force")
        ):
            i -= 1
        else:
            break
    return i


def _of_owner(paragraph: Paragraph, i: int, end: int, words: StageWords) -> int:
    """Return the token after "of the Future Combined Forces Command"; `i` where nothing like it follows."""
    tokens = paragraph.tokens
    if not (i < end and tokens[i].low in ("of", "for")):
        return i
    at = i + 1
    while at < min(end, i + _LONGEST_OWNER) and _goes_on(paragraph, at, words):
        at += 1
    while at > i + 1 and tokens[at - 1].low in ("and", ","):
        at -= 1
    is_owner = any(_holds(paragraph, k, words) for k in range(i + 1, at))
    if at < end and tokens[at].text == "(":  # "of the Future Combined Forces Command (F-CFC)"
        at = next((k + 1 for k in range(at, min(end, at + _BRACKETED)) if tokens[k].text == ")"), at)
    return at if at > i + 1 and (tokens[i].low == "of" or is_owner) else i


def _goes_on(paragraph: Paragraph, i: int, words: StageWords) -> bool:
    token = paragraph.tokens[i]
    if paragraph.party_at(i) or token.low in ("of", "'s", "'", "-", "and") or token.is_capital:
        return True
    if token.text == ",":
        following = paragraph.tokens[i + 1].low if i + 1 < len(paragraph.tokens) else ""
        return following in words.lists["opcon_arms"]
    before = paragraph.tokens[i - 1].low
    closed = (
        token.low in PREPOSITIONS
        or token.low in AUXILIARIES
        or token.low in ("to", "that", "which", "rather", "or", "but")
    )
    verbal = token.low.endswith(("ed", "ing", "ly")) and before not in DETERMINERS
    verbal = verbal and token.low not in _OF_COMMANDS
    return token.is_word and not closed and not verbal


# ----------------------------------------------------------------------------------------- whose it is


def _is_of_command(paragraph: Paragraph, mention: Mention, words: StageWords) -> bool:
    """Tell whether a stage is one of a command or a force, not one of a ship or an aircraft."""
    tokens = paragraph.tokens
    at = next(
        (
            k
            for k in range(mention.first, mention.end)
            if words.long.at(tokens, k) or words.short.at(tokens, k)
        ),
        mention.first,
    )
    if mention.owned:
        start = max(k for k in range(mention.first, mention.end) if _is_name_end(tokens, k, mention, words))
        if not any(_holds(paragraph, k, words) for k in range(start, mention.end)):
            return False
    for k in (at - 1, mention.first - 1):
        if k - 1 >= mention.sentence[0] and tokens[k].low in _HELD_BY and not _holds(paragraph, k - 1, words):
            return False
    return True


def _is_name_end(tokens: Sequence[Token], k: int, mention: Mention, words: StageWords) -> bool:
    """Tell whether the words after token `k` come after the stage's own name."""
    found = words.long.at(tokens, k) or words.short.at(tokens, k)
    return bool(found and found[1] == mention.stage)


def _holds(paragraph: Paragraph, k: int, words: StageWords) -> bool:
    """Tell whether a noun may hold a stage."""
    token = paragraph.tokens[k]
    if words.long.at(paragraph.tokens, k) or words.short.at(paragraph.tokens, k):
        return False
    short = len(token.text) >= _SHORTEST_NAME and token.text.isupper()
    return bool(short or token.low in words.lists["opcon_holders"] or paragraph.party_at(k))


def component_in(paragraph: Paragraph, first: int, end: int, words: StageWords) -> str:
    """Return the name of the component in some tokens as printed, empty where there is none."""
    tokens = paragraph.tokens
    for i in range(end - 1, first - 1, -1):
        if tokens[i].low not in words.lists["opcon_components"]:
            continue
        start = i
        while start > first and (
            tokens[start - 1].low in words.lists["opcon_arms"] or _joins(tokens, first, start, words)
        ):
            start -= 1
        after = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low in _COMMAND)
        if start < i:
            return paragraph.said(start, after)
    return ""


def _joins(tokens: Sequence[Token], first: int, start: int, words: StageWords) -> bool:
    """Tell whether "and" or a comma before token `start` stands between two arms."""
    return (
        tokens[start - 1].low in ("and", ",", "-")
        and start > first + 1
        and (tokens[start - 2].low in words.lists["opcon_arms"] or tokens[start - 2].text == ",")
    )
