"""An article as the grammar has read it: what stands where, before anything is concluded from it."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing_app.drafting.actor import IMPLIED
from briefing_app.drafting.actors import actors_of
from briefing_app.drafting.clauses import clauses_of
from briefing_app.drafting.dates import dates_in
from briefing_app.drafting.gatherings import gatherings_of, short_names
from briefing_app.drafting.grammar import MODALS
from briefing_app.drafting.lists import begins_low, first_word
from briefing_app.drafting.new_dates import is_new_date
from briefing_app.drafting.paragraphs import paragraphs_of
from briefing_app.drafting.people import people_of
from briefing_app.drafting.shared_offices import with_offices
from briefing_app.drafting.tense import decided_at, is_reached, outlook_at
from briefing_app.drafting.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing_app.drafting.actor import Actor
    from briefing_app.drafting.clauses import Clause
    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.people import Named, Person
    from briefing_app.model.article import Article

_TALKS = 12  # words of "talks between the defence ministers of the two countries in Riga on"
_OPERATIVE = 4  # words of "HAVE AGREED:"
_DATE = 4  # words of "In April 2026,"
_AHEAD = {"expected": True, "possible": True, "past": False, "off": None, "denied": None, "none": None}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the grammar has read in one article.

    Attributes:
        article: the cleaned text.
        lexicon: the knowledge of words.
        anchor: the day that relative dates are read from.
        home: the country of the dateline, None where there is none.
        paragraphs: the body.
        people: everybody whom it names.
        named: where their names stand, by paragraph.
        actors: who can hold a commitment, by paragraph.
        dates: dates as printed, by paragraph.
        clauses: verbs of commitment, in order.
        gatherings: mentions of meetings, in order.
    """

    article: Article
    lexicon: Lexicon
    anchor: date
    home: str | None
    paragraphs: tuple[Paragraph, ...]
    people: tuple[Person, ...]
    named: tuple[Named, ...]
    actors: tuple[tuple[Actor, ...], ...]
    dates: tuple[tuple[Dated, ...], ...]
    clauses: tuple[Clause, ...]
    gatherings: tuple[Gathering, ...]

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph with a number, from 1."""
        return self.paragraphs[number - 1]

    def clauses_in(self, number: int) -> Sequence[Clause]:
        """Return the verbs of commitment in the paragraph with a number."""
        return self.clauses[_from(self.clauses, number) : _from(self.clauses, number + 1)]

    def gatherings_in(self, number: int) -> Sequence[Gathering]:
        """Return the mentions of meetings in the paragraph with a number."""
        return self.gatherings[_from(self.gatherings, number) : _from(self.gatherings, number + 1)]


def _from(found: Sequence[Clause] | Sequence[Gathering], number: int) -> int:
    """Return the place of the first of what stands in the order of the text at or after a paragraph."""
    return bisect_left(found, number, key=attrgetter("paragraph"))


def read(article: Article, lexicon: Lexicon, anchor: date) -> Reading:
    """Read an article.

    Args:
        article: the cleaned text.
        lexicon: the knowledge of words.
        anchor: the day of publication, from which relative dates are read.
    """
    paragraphs = paragraphs_of(article.paragraphs, lexicon)
    home = _home(article, lexicon)
    people, named = people_of(paragraphs, lexicon, home)
    shorts = short_names(paragraphs, lexicon)
    actors = tuple(
        actors_of(p, [n for n in named if n.paragraph == p.number], lexicon, shorts) for p in paragraphs
    )
    people = with_offices(people, actors, paragraphs)
    dates = tuple(dates_in(p.text, anchor, partial(_ahead, p, lexicon)) for p in paragraphs)
    clauses = [
        clause
        for p, acting, dated in zip(paragraphs, actors, dates, strict=True)
        for sentence in p.sentences
        for clause in clauses_of(
            p, sentence, acting, lexicon, IMPLIED if _has_no_subject(p, lexicon) else None, skips_of(p, dated)
        )
    ]
    gatherings = tuple(
        each
        for p, acting, dated in zip(paragraphs, actors, dates, strict=True)
        for each in gatherings_of(p, acting, dated, lexicon, shorts)
    )
    return Reading(
        article, lexicon, anchor, home, paragraphs, people, named, actors, dates, tuple(clauses), gatherings
    )


def _home(article: Article, lexicon: Lexicon) -> str | None:
    from briefing_app.drafting.tokens import tokens_of

    tokens = tokens_of(article.dateline or "")
    found = lexicon.places.at(tokens, 0) if tokens else None
    if found:
        return found[1]
    issued = tokens_of(article.publisher or "")
    forms = (lexicon.parties.at(issued, i) or lexicon.places.at(issued, i) for i in range(len(issued)))
    return next((form[1] if isinstance(form[1], str) else form[1].code for form in forms if form), None)


def _has_no_subject(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Tell whether its verb has its subject further up: a point of a list, or "RESOLVE:" after a preamble."""
    operative = len(paragraph.tokens) <= _OPERATIVE and paragraph.text.rstrip().endswith(":")
    first = first_word(paragraph)
    verbs = lexicon.verbs.get(paragraph.tokens[first].low, ()) if first else ()
    return begins_low(paragraph) or operative or any(verb.form == "past" for verb in verbs)


def _ahead(paragraph: Paragraph, lexicon: Lexicon, position: int) -> bool | None:
    """Tell whether the clause at a code point speaks of the future."""
    at = next(i for i, token in enumerate(paragraph.tokens) if token.end > position)
    begin, end = next(span for span in paragraph.sentences if span[0] <= at < span[1])
    tokens = paragraph.tokens
    before = [token.low for token in tokens[max(begin, at - 6) : at]]
    if is_new_date(tokens, at, (begin, end)):
        return True
    done = [low for low in before if low not in ("on", "here", "last")]
    acted = done[-1:] if done[-2:-1] != ["be"] else []  # "will be held on"
    if any(verb.form == "past" for low in acted for verb in lexicon.verbs.get(low, ())):
        return False
    if any(is_reached(paragraph.tokens, i) for i in range(max(begin, at - _TALKS), at)):
        return False
    if tokens[at].low in lexicon.lists["weekdays"] and _of_talks_past(paragraph, at, begin, lexicon):
        return False
    opened = _of_opening(paragraph, at, begin, end, lexicon)
    if opened is not None:
        return opened
    # What its own clause says goes before what is said after "and": "met over the weekend and agreed to".
    stop = next((i for i in range(at + 1, end) if tokens[i].low in ("and", ",")), end)
    found = _AHEAD[outlook_at(tokens, at, begin, stop, lexicon)]
    found = _AHEAD[outlook_at(tokens, at, begin, end, lexicon)] if found is None else found
    return _of_sentence(paragraph, begin, end) if found is None else found


def _of_opening(paragraph: Paragraph, at: int, begin: int, end: int, lexicon: Lexicon) -> bool | None:
    """Tell whether the main verb after "In April," speaks of the future, None where no date opens so."""
    tokens = paragraph.tokens
    comma = next((i for i in range(at, min(at + _DATE, end)) if tokens[i].text == ","), 0)
    if at - begin > 1 or not comma:
        return None
    for i in range(comma + 1, end):
        low = tokens[i].low
        if low in ("will", "shall") or (low in ("is", "are") and i + 1 < end and tokens[i + 1].low == "to"):
            return True
        if low in MODALS | {"that", "which", "who"}:
            return None
        if any(verb.form == "past" for verb in lexicon.verbs.get(low, ())) or low in lexicon.lists["pasts"]:
            return False
    return None


def _of_talks_past(paragraph: Paragraph, at: int, begin: int, lexicon: Lexicon) -> bool:
    """Tell whether a day is that of talks at which something was decided: "at talks in Riga on Friday"."""
    tokens = paragraph.tokens
    for noun in range(at - 1, max(begin, at - _TALKS), -1):
        if tokens[noun].text in ",;":
            return False
        if tokens[noun].low in lexicon.lists["meetings"]:
            return decided_at(tokens, noun, begin, lexicon) > 0
    return False


def _of_sentence(paragraph: Paragraph, begin: int, end: int) -> bool | None:
    """Tell whether a sentence as a whole speaks of the future."""
    lows = {token.low for token in paragraph.tokens[begin:end]}
    due = any(pair in (("is", "to"), ("are", "to")) for pair in pairwise(paragraph.lows[begin:end]))
    if lows & {"will", "shall"} or due:
        return True
    return False if lows & {"was", "were", "had", "took", "met", "held"} else None


def skips_of(paragraph: Paragraph, dated: Sequence[Dated]) -> dict[int, int]:
    """Return for each token where a date begins ("on Tuesday") the token after it."""
    found: dict[int, int] = {}
    for each in dated:
        inside = [i for i, token in enumerate(paragraph.tokens) if each.start <= token.start < each.end]
        if inside:
            found[inside[0]] = inside[-1] + 1
            if inside[0] and paragraph.tokens[inside[0] - 1].low in ("on", "in", "late", "early"):
                found[inside[0] - 1] = inside[-1] + 1
    return found
