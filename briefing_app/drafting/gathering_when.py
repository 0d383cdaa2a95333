"""The date and the place that belong to a mention of a meeting."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.drafting.causes import causes_of, outside, without_causes
from briefing_app.drafting.grammar import COUNTS, MODALS, PREPOSITIONS, word_set
from briefing_app.drafting.hosts import city_that_hosts
from briefing_app.drafting.places import places_in
from briefing_app.drafting.tense import after_aside
from briefing_app.drafting.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.drafting.dates import Dated
    from briefing_app.drafting.gathering import Gathering
    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.drafting.paragraphs import Paragraph
    from briefing_app.drafting.tokens import Token

_SETTING = 8
# Between a fiscal date and what it means.
_DEFINING = word_set(
    ", ( which that runs run is lasts covers begins starts from between the months of i.e. in"
)
_ARTICLES = frozenset(("a", "an", "the", "their"))
_WILL = frozenset(("will", "shall"))
_ASIDE = frozenset(("to", "which", "due", "scheduled", "planned", "set", "in", "on", "held"))
_ASIDE_WITHIN = 5  # words of "in Addis Ababa,"
_FRONTED = 5  # words of "Ahead of the trilateral meeting"
_PASTS = frozenset(("laid", "left", "flew", "gave", "went", "took", "paid", "made"))
_STOPPED = word_set(
    "suspended halted stalled frozen closed idle dormant inactive blocked shut interrupted "
    "paused pending vacant"
)
_RAN = frozenset(("ran", "lasted", "went", "sat"))
_OWNING = frozenset(("'s", "'"))
_TELLING = frozenset(("said", "told", "announced", "reported"))


def nearest_date(
    paragraph: Paragraph, one: Gathering, left: int, right: int, dates: Sequence[Dated], lexicon: Lexicon
) -> Dated | None:
    """Return the date that belongs to a mention, None where its sentence has none."""
    found = _date_beside(paragraph, one, left, right, dates, lexicon)
    return _as_defined(paragraph, found, dates) if found and found.doubtful else found


def _as_defined(paragraph: Paragraph, found: Dated, dates: Sequence[Dated]) -> Dated:
    """Return a fiscal date as the text defines it: "the second quarter, which runs from May to July"."""
    after = next((each for each in dates if each.start >= found.end), None)
    between = [t.low for t in paragraph.tokens if after and t.start >= found.end and t.end <= after.start]
    defined = between[:1] in ([","], ["("]) and set(between) <= _DEFINING and after is not None
    return replace(found, edtf=after.edtf, doubtful=False) if defined and after else found


def _date_beside(
    paragraph: Paragraph, one: Gathering, left: int, right: int, dates: Sequence[Dated], lexicon: Lexicon
) -> Dated | None:
    """Return the date that the words around a mention give it, None where they give it none."""
    tokens = paragraph.tokens
    if _is_before(tokens, one):
        return None
    right = _setting_end(tokens, one, right)
    dates = without_causes(tokens, one, dates, lexicon)
    start, stop = tokens[one.end - 1].end, tokens[right - 1].end
    every = [
        each for each in dates if tokens[left].start <= each.start and each.end <= tokens[one.first].start
    ]
    dates = [each for each in dates if not _is_of_something_else(paragraph, each, one, left)]
    after = [
        each
        for each in dates
        if start <= each.start and each.end <= stop and not _is_of_since(tokens, one, each)
    ]
    inside = [each for each in dates if tokens[one.first].start <= each.start < start]
    before = [
        each
        for each in dates
        if tokens[left].start <= each.start
        and each.end <= tokens[one.first].start
        and not any(
            t.start >= each.end and (t.low == "that" or _commits(t.low, lexicon))
            for t in tokens[left : one.first]
        )
    ]
    if before and _leads_in(tokens, before[-1].end, one.first):
        return (_own_day(tokens, one, after) if one.verbal else None) or before[-1]
    if before and _is_held_on(tokens, before[-1], one):
        return before[-1]
    told = next(
        (each for each in reversed(every) if not one.verbal and _comes_after(tokens, each, one.first)), None
    )
    if told:
        return told
    return _as_run(tokens, one, _without_end(_nearest(tokens[one.end : right], inside, after, before)))


def _as_run(tokens: Sequence[Token], one: Gathering, found: Dated | None) -> Dated | None:
    """Return the days of a meeting that says how long it went on: "ran for two days through Wednesday"."""
    last = found.edtf.removeprefix("../") if found and found.edtf else ""
    if found is None or found.edtf == last or len(last) != len("2026-01-31"):
        return found
    lows = [token.low for token in tokens[one.end : one.sentence[1]] if token.end <= found.start]
    if not _RAN & set(lows):
        return found
    at = lows.index("for") if "for" in lows[:-2] else -1
    days = COUNTS.get(lows[at + 1], 0) if at >= 0 and lows[at + 2] == "days" else 0
    first = date.fromisoformat(last) - timedelta(days=max(days - 1, 0))
    return replace(found, edtf=f"{first.isoformat()}/{last}" if days > 1 else last)


def _has_own_verb(tokens: Sequence[Token], dated: Dated, one: Gathering, *, follows: bool) -> bool:
    """Tell whether a clause of its own stands between a date and a meeting: "on 3 July, and B will meet"."""
    between = [token.low for token in tokens[: one.first] if token.start >= dated.end]
    if not one.verbal and ("and", "to") in pairwise(between):
        return True  # "to begin in May and to report to the tenth session"
    joint = between[1:2] if between[:1] == [","] else between[:1]
    and_at = next((n for n, low in enumerate(between) if low in ("and", "while")), len(between))
    # "on 3 May to draw up a plan, and the ministers will meet": "and" has a subject and a verb of its own.
    own = bool(_WILL & set(between[and_at + 2 :]))
    will = joint in (["and"], ["while"]) and bool(_WILL & set(between))
    return follows and (own or will or joint == ["before"])


def _setting_end(tokens: Sequence[Token], one: Gathering, right: int) -> int:
    """Return the comma after "At their meeting in Riga," at the front, a semicolon, else `right`."""
    right = next((i for i in range(one.end, right) if tokens[i].text == ";"), right)
    opening = tokens[one.sentence[0]].low
    if opening not in ("at", "during", "in") or one.verbal or one.first - one.sentence[0] > _FRONTED:
        return right
    comma = next(
        (i for i in range(one.end, min(one.end + _SETTING, right - 1)) if tokens[i].text == ","), right
    )
    return right if comma == right or tokens[comma + 1].low in _ASIDE else comma


def own_clause(paragraph: Paragraph, left: int, one: Gathering) -> int:
    """Return where the clause of a mention begins after another: "before the talks in Riga, experts meet".

    Args:
        paragraph: where it stands.
        left: the token after the mention before it.
        one: the mention.
    """
    tokens = paragraph.tokens
    if tokens[one.sentence[0]].low not in ("before", "ahead", "prior") or not one.verbal:
        return left
    return next((i for i in range(one.first - 1, left, -1) if tokens[i - 1].text == ","), left)


def _nearest(
    following: Sequence[Token], inside: Sequence[Dated], after: Sequence[Dated], before: Sequence[Dated]
) -> Dated | None:
    """Return the date inside a mention, else the one after it, else the last before it."""
    aside = _after_aside([t.low for t in following])
    held = [t.start for t in following if t.low in ("took", "held", "convened", "met")]
    held = [following[aside].start] if aside and following[aside].low in ("will", "is", "are") else held
    later = [each for each in after if held and each.start > held[-1]]
    if len(after) > 1 and later:
        return later[0]
    if inside and after and after[0].edtf and inside[0].edtf:
        if after[0].edtf.startswith(inside[0].edtf):
            return after[0]
        month = after[0].edtf[len("2026") :]
        if len(inside[0].edtf) == len("2026") and len(month) == len("-10") and after[0].relative:
            return replace(after[0], edtf=inside[0].edtf + month)  # "next year's forum, to be held in May"
    return next(iter(inside or after or before[-1:]), None)


def _after_aside(lows: Sequence[str]) -> int:
    """Return where a clause goes on after an aside: ", due in May, is now", "in Riga, due in May, is"."""
    comma = lows.index(",") if lows[:1] in (["in"], ["at"]) and "," in lows[:_ASIDE_WITHIN] else 0
    found = after_aside([low for low in lows[comma:] if low != "now"])  # its verb stands before "now"
    return comma + found if found else 0


def _without_end(found: Dated | None) -> Dated | None:
    """Return the day of "the first since May 2023, when they met", not all time since."""
    if found and found.edtf and found.edtf.endswith("/..") and not found.earliest_only:
        return replace(found, edtf=found.edtf.removesuffix("/.."))
    return found


def nearest_place(
    paragraph: Paragraph, one: Gathering, left: int, right: int, lexicon: Lexicon
) -> tuple[str, str] | None:
    """Return the city that belongs to a mention, with its country; None where none does."""
    host = city_that_hosts(paragraph, one, left, right, lexicon)
    if host:
        return host
    causes = causes_of(paragraph.tokens, one, lexicon)
    until = _before_next_act(paragraph, one, right, lexicon)
    after = [
        place
        for first, end in outside(causes, one.end, until)
        for place in places_in(paragraph, first, end, lexicon, going=False)
    ]
    before = [
        place
        for first, end in outside(causes, left, one.first)
        for place in places_in(paragraph, first, end, lexicon)
    ]
    if before:
        text = paragraph.text[: paragraph.tokens[one.first].start]
        position = text.rfind(before[-1][0]) + len(before[-1][0])
        if _leads_in(paragraph.tokens, position, one.first) or _is_when(paragraph, position, one.first):
            return before[-1]
        if not after and (_is_of_own(paragraph, one, position) or not _is_fronted(paragraph, one, position)):
            return _there(paragraph, one, until, lexicon)
    return next(iter(after or before[-1:]), None) or _there(paragraph, one, until, lexicon)


def _is_of_own(paragraph: Paragraph, one: Gathering, position: int) -> bool:
    """Tell whether a verb has its own subject after a place: "in Riga, and a further one may be held"."""
    lows = [token.low for token in paragraph.tokens[: one.first] if token.start >= position]
    own = ((n, pair) for n, pair in enumerate(pairwise(lows)) if pair[0] == "and" and pair[1] in _ARTICLES)
    at = next((n for n, _ in own if n and lows[n - 1] == ","), None)
    return one.verbal and at is not None and bool(MODALS & set(lows[at:]))


def _there(paragraph: Paragraph, one: Gathering, until: int, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the last city named before a meeting that is to be held "there", in its paragraph."""
    if one.verbal or not any(token.low == "there" for token in paragraph.tokens[one.end : until]):
        return None
    return next(reversed(list(places_in(paragraph, 1, one.first, lexicon))), None)


def _is_of_since(tokens: Sequence[Token], one: Gathering, dated: Dated) -> bool:
    """Tell whether a date is of what happened before: "the second round since fighting erupted in May"."""
    lows = [token.low for token in tokens[one.end : one.sentence[1]] if token.end <= dated.start]
    return bool(one.ordinal) and "since" in lows and any(_is_past(low) for low in lows[lows.index("since") :])


def _is_past(low: str) -> bool:
    """Tell whether a word is a past by its form."""
    return low.endswith("ed") or low in _PASTS


def _before_next_act(paragraph: Paragraph, one: Gathering, right: int, lexicon: Lexicon) -> int:
    """Return where the next act of those who met begins: "met X and laid a wreath at"."""
    tokens = paragraph.tokens
    if not one.verbal:
        return right
    acts = (
        i
        for i in range(one.end, right - 1)
        if tokens[i].low == "and" and _is_past(tokens[i + 1].low) and tokens[i + 1].low not in lexicon.verbs
    )
    return next(acts, right)


def _is_before(tokens: Sequence[Token], one: Gathering) -> bool:
    """Tell whether the sentence is of the time before: "on the eve of the meeting, on Wednesday"."""
    lows = [token.low for token in tokens[max(0, one.first - 4) : one.first]]
    apart = [token.low for token in tokens[one.end : one.end + 1]] == [","]
    fronted = one.first - one.sentence[0] <= _FRONTED
    told = [token.low for token in tokens[one.end : one.end + 2]] == [",", "which"]
    return ("eve" in lows and not told) or (apart and fronted and lows[-3:-1] == ["ahead", "of"])


def _own_day(tokens: Sequence[Token], one: Gathering, after: Sequence[Dated]) -> Dated | None:
    """Return the day in the meeting's own clause: "goes on to Riga today, where she will meet X tomorrow"."""
    stop = next(
        (i for i in range(one.end, one.sentence[1]) if tokens[i].low in ("and", "before")), one.sentence[1]
    )
    return next((each for each in after if each.end <= tokens[stop - 1].end), None)


def _is_of_something_else(paragraph: Paragraph, dated: Dated, one: Gathering, left: int) -> bool:
    """Tell whether a date is of another thing: of a founding, of a telling, of a meeting before."""
    tokens = paragraph.tokens
    if _has_own_verb(tokens, dated, one, follows=left > one.sentence[0]):
        return True
    since = _is_since_something(tokens, dated, one) or _is_after_meeting(tokens, dated, one)
    if since or _is_named_by(tokens, dated, one):
        return True
    told = _is_of_founding(tokens, dated) or _is_of_telling(tokens, dated)
    return told or _is_span_of_deeds(dated) or _is_quoted_apart(paragraph.text, dated, tokens[one.first])


def _is_quoted_apart(text: str, dated: Dated, noun: Token) -> bool:
    """Tell whether a date stands in what somebody said, and the meeting behind it: ""...", X said at the"."""
    between = text[dated.end : noun.start] if dated.end <= noun.start else ""
    curly = between.count("“") != between.count("”")
    return curly or between.count('"') % 2 == 1


def _is_since_something(tokens: Sequence[Token], dated: Dated, one: Gathering) -> bool:
    """Tell whether a date only says since when something else has been so: "a committee idle since 2019"."""
    if not dated.phrase.lower().startswith("since") or dated.start < tokens[one.end - 1].end:
        return False
    lows = [token.low for token in tokens[one.end : one.sentence[1]] if token.end <= dated.start]
    return lows[-1:] != [] and lows[-1] in _STOPPED


def _is_after_meeting(tokens: Sequence[Token], dated: Dated, one: Gathering) -> bool:
    """Tell whether a date is of what was said after a meeting: "to train in May, X said after a meeting"."""
    before = {token.low for token in tokens[max(one.sentence[0], one.first - 2) : one.first]}
    begin = tokens[min(one.sentence[0] + _FRONTED, len(tokens) - 1)]
    if one.verbal or not before & {"after", "following"} or dated.start < begin.start:
        return False
    between = {token.low for token in tokens[: one.first] if token.start >= dated.end}
    return "," in between and bool(between & _TELLING)


def _is_named_by(tokens: Sequence[Token], dated: Dated, one: Gathering) -> bool:
    """Tell whether a date names what somebody did: "spoke about Iran's July 29 attack"."""
    at = next((i for i in range(one.end, one.sentence[1]) if tokens[i].start == dated.start), 0)
    after = next((token for token in tokens[at:] if token.start >= dated.end), None) if at else None
    if not one.verbal or after is None or tokens[at - 1].low not in _OWNING:
        return False
    return after.is_word and not after.is_capital and after.low not in PREPOSITIONS and after.low != "and"


def _is_span_of_deeds(dated: Dated) -> bool:
    """Tell whether something takes years, as no meeting does: "over the next five years"."""
    words = dated.phrase.lower().split()
    first, _, last = (dated.edtf or "").partition("/")
    if len(first) == len(last) == len("2026"):
        return True  # "a road map for 2027-2028"
    return words[0] == "over" and words[-1] in ("years", "months", "decade", "decades")


def _is_of_founding(tokens: Sequence[Token], dated: Dated) -> bool:
    """Tell whether a date only says since when a series exists: "created in 2024"."""
    before = [token.low for token in tokens if token.end <= dated.start][-3:]
    return bool(
        set(before) & {"created", "founded", "established", "launched", "inception", "formed", "instituted"}
    )


def _is_of_telling(tokens: Sequence[Token], dated: Dated) -> bool:
    """Tell whether a date only says when something was told: "the ministry said on Friday"."""
    before = [token.low for token in tokens if token.end <= dated.start][-2:]
    return bool(before) and (before[-1] in _TELLING or (before[-1] == "on" and before[0] in _TELLING))


def _is_fronted(paragraph: Paragraph, one: Gathering, position: int) -> bool:
    """Tell whether a place opens the sentence, or a clause about it follows: "in Riga, the ministers met"."""
    tokens = paragraph.tokens
    begin = tokens[one.sentence[0]].start
    after = [token.low for token in tokens if position <= token.start][:2]
    between = {token.low for token in tokens[: one.first] if token.start >= position}
    opened = tokens[one.sentence[0]].low in ("in", "at") and position - begin < _FRONT
    return opened or after == [",", "where"] or one.verbal or not between & {",", "and", "while"}


def _leads_in(tokens: Sequence[Token], position: int, first: int) -> bool:
    """Tell whether a date or place leads up to a meeting: "in Quito for talks", ", where she met"."""
    between = [token.low for token in tokens[:first] if token.start >= position]
    if ("during", "which") in pairwise(between[-3:]):
        return len(between) <= 2 * _LEADING  # "a visit to Riga in May, during which a second round"
    if "where" in between[1:_DAY] and between[between.index("where") - 1] == ",":
        return between[0] in (",", "on", "today", "tomorrow", "next", "this")
    return bool(between) and between[0] in ("for", "on") and "for" in between and len(between) <= _LEADING


def _is_when(paragraph: Paragraph, position: int, first: int) -> bool:
    """Tell whether a meeting is what is on at a place then: "in Riga next month, when the forum is due"."""
    between = [token.low for token in paragraph.tokens[:first] if token.start >= position]
    at = between.index("when") if "when" in between[:_DAY] else 0
    return at > 0 and between[at - 1] == "," and set(between[at + 1 :]) <= {"the", "an", "a"}


def _is_held_on(tokens: Sequence[Token], dated: Dated, one: Gathering) -> bool:
    """Tell whether the verb of holding stands between a date and a meeting: "on June 14 held talks"."""
    between = [token.low for token in tokens[: one.first] if token.start >= dated.end]
    return bool(between) and between[0] in ("held", "had", "hosted") and len(between) <= _LEADING


def _comes_after(tokens: Sequence[Token], dated: Dated, first: int) -> bool:
    """Tell whether the meeting is named as what came before the telling: "said on Monday after talks"."""
    between = [token.low for token in tokens[:first] if token.start >= dated.end]
    return bool(between) and between[0] in ("after", "following", "during", "at") and len(between) <= _LEADING


def _commits(low: str, lexicon: Lexicon) -> bool:
    return any(
        verb.force in ("agree", "decide", "pledge", "sign", "reaffirm") for verb in lexicon.verbs.get(low, ())
    )


_LEADING = 6
_DAY = 5  # words of "on Friday, where"


_FRONT = 40  # characters
