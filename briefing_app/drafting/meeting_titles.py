"""What meetings beside the event are called: as printed, else by their kind and their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.drafting.gathering_verbs import VERB_NOUNS
from briefing_app.drafting.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_adverb

if TYPE_CHECKING:
    from briefing_app.drafting.event import Held
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.reading import Reading

_WITH = 14
_MEANS = 4  # words of "by secure video"
_PRONOUNS = frozenset(("they", "it", "he", "she", "we", "i", "both", "none", "there"))
_NO_SUBJECT = PREPOSITIONS - {"of"} | {"and", "while", "but", "that", "which", "who", "where", "when"}


def title_of(reading: Reading, one: Gathering, held: Held | None) -> str:
    """Return what a meeting beside the event is called.

    Args:
        reading: what was read.
        one: the mention.
        held: the event.
    """
    paragraph = reading.paragraph(one.paragraph)
    if one.verbal:
        return _verbal_title(reading, one)
    lows = [token.low for token in paragraph.tokens[one.first : one.first + 2]]
    skip = 2 * (lows in (["year", "'s"], ["month", "'s"], ["week", "'s"]))  # "this year's forum"
    title = paragraph.said(one.first + skip, _title_end(paragraph, one))
    if title.endswith((" one", " ones")):  # "the previous ones took place in Riga"
        return f"{title.partition(' ')[0]} meeting"
    if title == "next":  # "the next is slated for autumn"
        return f"next {held.best.name if held and held.best.proper else 'meeting'}"
    if held and held.best.proper and one.head in _OF_SERIES and (one.next or _is_of_series(one, held.best)):
        return f"{title} ({held.best.abbreviation or held.best.name})"
    return title


def _is_of_series(one: Gathering, best: Gathering) -> bool:
    """Tell whether a number is of the event's own series: "a seventh session", beside "Sixth Session of"."""
    apart = abs(one.ordinal - best.ordinal) if one.ordinal and best.ordinal else 0
    return 0 < apart <= _SERIES and one.name.casefold() == one.head and one.head in best.name.casefold()


_SERIES = 2  # numbers before or after the event's
_OF_SERIES = frozenset(("meeting", "round", "session", "talks", "consultations", "dialogue"))


def _verbal_title(reading: Reading, one: Gathering) -> str:
    """Return what a meeting is called of which only a verb speaks: its kind and its people."""
    noun = VERB_NOUNS.get(one.head, "meeting")
    paragraph = reading.paragraph(one.paragraph)
    if body := _convened(paragraph, one):
        return body
    by_video = any(token.low.startswith("video") for token in paragraph.tokens[one.end : one.end + _MEANS])
    noun = "video call" if noun == "call" and by_video else noun
    acting = [a for a in reading.actors[one.paragraph - 1] if one.sentence[0] <= a.first < one.sentence[1]]
    before = [a for a in acting if a.end == one.first or (a.end < one.first and not a.governed)][-1:]
    tokens = paragraph.tokens
    after = [
        a
        for a in acting
        if a.first == one.end or (0 <= a.first - one.end <= _WITH and tokens[a.first - 1].low == "with")
    ][:1]
    words = [_inside(paragraph.said(a.first, a.end)) for a in before + after if a.kind != "pronoun"]
    who = words or [reading.people[p].name for p in one.people] or _subject(paragraph, one)
    return f"{noun} of {' and '.join(who)}" if who else noun


def _convened(paragraph: Paragraph, one: Gathering) -> str:
    """Return the name of the body that is to come together: "agreed to convene the Lake Working Group"."""
    tokens = paragraph.tokens
    first = one.end + 1
    if one.head not in _CONVENING or tokens[one.end].low not in DETERMINERS:
        return ""
    end = first
    while end < one.sentence[1] and (tokens[end].is_capital or (end > first and tokens[end].text in "-–")):
        end += 1
    return paragraph.said(first, end) if end - first >= _BODY else ""


_CONVENING = frozenset(("convene", "convened", "reconvene"))
_BODY = 2  # words of "Working Group"


def _subject(paragraph: Paragraph, one: Gathering) -> list[str]:
    """Return the words before a verb that no table knows for a group: "the naval subcommittee" will meet."""
    tokens = paragraph.tokens
    end = one.first
    while end > one.sentence[0] and (
        tokens[end - 1].low in AUXILIARIES | {"to", "due", "expected", "scheduled", "set", "next"}
        or is_adverb(tokens[end - 1].low)
    ):
        end -= 1
    first = end
    while first > one.sentence[0] and (
        tokens[first - 1].is_word and tokens[first - 1].low not in _NO_SUBJECT
    ):
        first -= 1
    told = not _PRONOUNS.isdisjoint(token.low for token in tokens[first:end])
    return [_inside(paragraph.said(first, end))] if 1 < end - first <= _WITH and not told else []


def _inside(name: str) -> str:
    """Return a phrase as it stands inside a sentence: "the ministers"."""
    return name[:1].lower() + name[1:] if name.split(" ", maxsplit=1)[0].lower() in DETERMINERS else name


def _title_end(paragraph: Paragraph, one: Gathering) -> int:
    """Return where the words end that say whose meeting it is: "talks with Iraqi Under-Secretary X"."""
    tokens = paragraph.tokens
    end = one.end
    if paragraph.party_at(end - 1) and tokens[end - 1].low not in one.head:
        while end < one.sentence[1] and tokens[end].is_capital and tokens[end].is_word:
            end += 1
    if end < one.sentence[1] and tokens[end].low in ("with", "of", "between", "among"):
        stop = end + 1
        while stop < min(end + _WITH, one.sentence[1]) and (
            tokens[stop].is_word or tokens[stop].low in ("'s", "-")
        ):
            if tokens[stop].low in PREPOSITIONS - {"of", "for"} or tokens[stop].low in AUXILIARIES | {
                "that",
                "which",
            }:
                break
            stop += 1
        end = stop
    return end
