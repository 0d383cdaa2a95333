"""The forms of dates in English news, as one scanner of bounded patterns; what they mean is in `dates`.

A form is an optional lead ("as early as"), an optional part ("the end of"), a base ("next month") that one of
the rules reads, and an optional tail ("at the earliest"). Names of months and weekdays are capitals in print,
so "may" and "march" are verbs; those that also are plain words need a lead or a year (see `dates`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.drafting.date_spans import WEEKDAYS, Part
from briefing_app.drafting.date_starts import starts_in
from briefing_app.drafting.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "latter": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": -1,
    "last": -1,
}
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
NUMBERS |= {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_NEARBY = 24


class Form(NamedTuple):
    """One date phrase as it is built, not yet read.

    Attributes:
        rule: which rule the base fits; `groups` are what it caught.
        start: where the lead begins; `base` is where the rest does.
        end: the code point after it.
        lead: the kind of lead, "" for none.
        part: what is meant of the base; a `Part("all")` changes nothing.
        at_end: the part is "the end of": a limit there is the limit of the base.
        tail: "earliest", "latest", "onwards" or "".
        fiscal: the phrase speaks of a fiscal or financial year.
    """

    rule: str
    groups: dict[str, str]
    start: int
    base: int
    end: int
    lead: str
    part: Part | None
    at_end: bool
    tail: str
    fiscal: bool


# ------------------------------------------------------------------------------------------ words


def _in_print(pattern: str) -> str:
    """Return a pattern for a name as it is printed: Title or CAPITALS."""
    return f"(?-i:{pattern}|{pattern.upper()})"


_MONTH = _in_print(
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = _in_print(f"(?:{'|'.join(name.title() for name in WEEKDAYS)})")
_SHORT_WEEKDAY = _in_print(r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)") + r"\.?"
_UNIT = "day|week|month|year|decade"
_NUMBER = f"(?:{'|'.join(NUMBERS)}|[0-9]{{1,2}})"
# A number before one of these counts something; it is no year, and before one of the others no day.
_MEASURES = (
    "million|billion|trillion|percent|per|troops|soldiers|personnel|aircraft|jets|ships|vessels|tanks|missiles"
    "|vehicles|miles|kilometers|kilometres|metres|meters|km|feet|tons|tonnes|points|dollars|won|yen|euros"
    "|pounds|times"
)
_HEADS = "people|members|countries|nations|states|ministers|officials|participants|delegates"
_LATE_DIGITS = r"(?<![/:.,$£€#])(?<!(?-i:[A-Z])-)"  # what stands before a number that begins a date
_YEAR = f"(?:19|20)[0-9]{{2}}(?![0-9]|[.,][0-9])(?! ?%| (?:{_MEASURES})\\b)"
_YEAR_SLOT = f"(?:,? (?:of )?(?P<y>{_YEAR}|(?:this|next|last) year))?"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:][0-9])(?! ?%| (?:{_MEASURES}|{_HEADS})\b)"
_DAYS = (
    f"(?P<d>{_DAY})(?:(?P<mid>(?:, ?{_DAY}){{0,3}}),?(?P<sep> ?[-–—] ?| (?:to|through|until|till|and|or|&) )"
    f"(?P<e>{_DAY}))?"
)
_ORDINAL = f"(?:{'|'.join(ORDINALS)})"
_DATED_WEEKDAY = f"(?:(?P<w>{_WEEKDAY}|{_SHORT_WEEKDAY})"
_MEETING = (
    "(?:meetings?|summits?|talks|sessions?|rounds?|visits?|forums?|conferences?|dialogues?|gatherings?"
    "|exercises?|drills?|elections?|votes?|deadlines?|agreements?|declarations?|deals?|accords?|statements?)"
)

# ------------------------------------------------------------------------------------------ the grammar

# Order counts: the first that fits is taken.
_LEADS = {
    "earliest": "as (?:early|soon) as(?: in| on)?",
    "by": "(?:by )?(?:no|not) later than|on or before|by",
    "not_before": "(?:no|not) (?:earlier than|before|until)|on or after",
    "before": "before|prior to",
    "after": "after",
    "since": "(?:ever )?since",
    "until": "(?:up )?until|up to|till|through",
    "starting": "(?:starting|beginning|effective)(?: in| on| from)?|as from|with effect from",
    "from": "from",
    "between": "between",
    "around": "around|circa|approximately",
    "plain": "in|on|of|for|during|throughout|as of|as late as|as recently as|come",
}
# "Will end Friday" is a verb; "end-June" and "end June" are not.
_BARE_END = f"end(?=-| {_MONTH}(?! [0-9]))"
_PART = (
    "(?:the )?(?P<part_edge>beginning|start|middle|end|close|turn) (?:of )"
    f"|(?:the )?(?:very )?(?P<part_low>early|mid|late|{_BARE_END})"
    "(?:[- ](?:to|or|and)[- ](?P<part_high>mid|late))?"
    "(?:[- ]| in | of )"
    f"|(?:the )?(?:fiscal )?(?P<part_nth>{_ORDINAL}) (?:fiscal )?"
    f"(?P<part_unit>half|quarter|weekend|week|{_WEEKDAY}) (?:of|in) "
    "|(?:the )?(?P<part_week>week) (?:of|beginning|starting|commencing) (?:on )?"
    "|(?P<part_all>later|earlier|sometime|some time) (?:in |on )?"
)
_TAIL = (
    "(?: (?:at the (?P<tail_earliest>earliest)|at the (?P<tail_latest>latest)|(?P<tail_onwards>onwards?)))?"
)
_SECOND_YEAR = "(?:[-–/](?P<z>(?:19|20)?[0-9]{2}))?"
_FISCAL = "(?:fiscal|financial)"
_RULES = {
    "iso": rf"{_LATE_DIGITS}(?<!-)(?P<y>(?:19|20)[0-9]{{2}})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)"
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![-/.]?[0-9])",
    "numeric": rf"{_LATE_DIGITS}(?P<d>[0-9]{{1,2}})(?P<s>[/.])(?P<m>[0-9]{{1,2}})(?P=s)"
    r"(?P<y>(?:19|20)[0-9]{2})(?![/.]?[0-9])",
    "european": f"{_DATED_WEEKDAY},?(?: the)? )?(?:the (?=[0-9]{{1,2}}[a-z]))?{_LATE_DIGITS}{_DAYS} (?:of )?"
    f"(?P<m>{_MONTH}){_YEAR_SLOT}",
    "american": f"{_DATED_WEEKDAY},? )?(?P<m>{_MONTH}) (?:the )?{_DAYS}{_YEAR_SLOT}",
    "fiscal_year": f"(?:the )?{_FISCAL}(?: year)? (?P<y>{_YEAR}){_SECOND_YEAR}",
    "fiscal_code": f"(?-i:FY) ?['’]?(?P<y>(?:19|20)?[0-9]{{2}}){_SECOND_YEAR}",
    "fiscal_last": f"(?:the )?(?P<y>{_YEAR}){_SECOND_YEAR} {_FISCAL} year",
    "fiscal_unit": f"(?P<which>this|next|last|the current|the coming|the) {_FISCAL} year",
    "code": f"(?P<k>(?-i:[QH]))(?P<n>[1-4])(?:(?: of|,)? ?(?P<y>{_YEAR}|(?:this|next|last) year))?",
    "code_swapped": f"(?P<n>[1-4])(?P<k>(?-i:[QH]))(?:(?: of|,)? ?(?P<y>{_YEAR}|(?:this|next|last) year))?",
    "code_last": f"(?P<y>{_YEAR})[- ]?(?P<k>(?-i:[QH]))(?P<n>[1-4])",
    "decade": "(?:the )?(?P<y>(?:19|20)[0-9])0s",
    "adjective": f"(?:the|a|an|its|their|this|that) (?P<bare>(?P<m>{_MONTH})"
    rf"(?= (?:[a-z-]{{2,20}} ){{0,2}}{_MEETING}\b)|(?P<y>{_YEAR})(?= [a-z]{{2}}))",
    "month": f"(?:(?P<which>this|next|last) )?(?P<m>{_MONTH})(?!['’]s|(?-i:-[a-z])){_YEAR_SLOT}",
    "season": "(?:(?:the )?(?P<which>this coming|coming|this|next|last) |the )?"
    "(?P<s>spring|summer|autumn|fall|winter)"
    f"(?:,?(?: of)? (?:(?P<y>{_YEAR}){_SECOND_YEAR}|(?P<yr>(?:this|next|last) year)))?(?! of)",
    "years": rf"(?P<named>the year )?{_LATE_DIGITS}(?P<y>{_YEAR})(?: ?[-–—/] ?(?P<z>(?:19|20)?[0-9]{{2}}))?"
    "(?![-/.,]?[0-9]|-[a-z])",
    "year_end": "(?:the )?(?:year[- ]end|(?:year|this year)['’]s end|end[- ]of[- ]year)",
    "unit": "(?P<which>this coming|(?<!the )next|(?<!the )last|this|the current|the) "
    "(?P<u>weekend|week|month|year|decade|quarter)(?P<or> or next(?! (?:week|month|year)))?",
    "weekday": "(?<!Black )(?<!Bloody )(?<!Good )(?:(?:the )?(?P<which>this coming|coming|this|next|last) )?"
    f"(?P<w>{_WEEKDAY})(?: (?:of )?(?P<of>this|next|last) week)?",
    "near": "(?P<n>the day (?:before yesterday|after tomorrow)|yesterday|tomorrow|tonight|last night"
    "|this (?:morning|afternoon|evening)|(?-i:today|(?<![A-Za-z] )Today))",
    "ago": f"(?P<n>{_NUMBER}) (?P<u>{_UNIT})s? (?:(?P<back>ago)|from (?:now|today))",
    "hence": f"in (?P<n>{_NUMBER}) (?P<u>{_UNIT})s?(?P<time>['’]s? time)?(?! of)",
    "limit": f"(?:within|(?:in|over|during|within) the next) (?P<n>{_NUMBER}) (?P<u>{_UNIT})s?(?! of)",
    "bare_part": f"(?:the )?(?:fiscal )?(?P<n>{_ORDINAL})[- ](?:fiscal )?(?P<k>quarter|half)"
    f"(?:,? (?:of )?(?P<y>{_YEAR}|(?:this|next|last) year))?(?! of)",
    "other": f"(?:the (?:same|following|previous|next)|that) (?:{_UNIT})"
    "|(?:earlier|later) (?:in|on) (?:the|that) day"
    f"|{_NUMBER} (?:{_UNIT})s? (?:earlier|later)"
    "|the day (?:before|after)",
    "vague": "(?:(?:in|over|within|during) )?the (?:coming|next)(?: few| several| couple of)? "
    f"(?:{_UNIT})s?|(?:(?:in|over|within|during) )?the (?:days|weeks|months|years) (?:ahead|to come)"
    "|(?:(?:in|for) )?the (?:very )?(?:near|foreseeable|not[- ]too[- ]distant) future"
    f"|in (?:a few|several|a couple of|some) (?:{_UNIT})s"
    f"|(?:a few|several|a couple of|some) (?:{_UNIT})s ago"
    "|(?<!as )(?<!too )(?<!how )soon(?! (?:as|after|before))|as soon as (?:possible|practicable)"
    "|(?:at|on|to) (?:a later|an early|a future|a mutually (?:convenient|acceptable|agreed)|an appropriate) "
    "(?:date|time|stage|opportunity)|at the earliest (?:possible |convenient )?(?:date|time|opportunity)"
    "|in due (?:course|time)|before long",
}


def _bound(rule: str, pattern: str) -> str:
    """Return a rule with its own names for its groups, and white space of any kind for each blank."""
    for sign in "<=":
        pattern = pattern.replace(f"(?P{sign}", f"(?P{sign}{rule}__")
    return f"(?P<{rule}>{pattern})"


_LEAD = "|".join(f"(?P<lead_{name}>{words})" for name, words in _LEADS.items())
_BASE = "|".join(_bound(rule, pattern) for rule, pattern in _RULES.items())
_SCANNER = Pattern(
    (
        rf"(?<!\w)(?:(?:{_LEAD}) (?:(?:at least|around|about|roughly) )?)?"
        rf"(?P<base>(?:{_PART})?(?:{_BASE}){_TAIL})(?!(?!T[0-9])\w)"
    ).replace(" ", r"\s"),
    re.IGNORECASE,
)


@cache
def _caught() -> tuple[str, ...]:
    """Return the names of its groups in order."""
    return tuple(_SCANNER.compiled.groupindex)


# "The 4th Sunday Dialogue" is the name of a meeting, and "every Sunday" no day.
_NO_DATE_AFTER = Pattern(
    r"\b(?:every|each|every\sother)\s$|\bthe\s(?:[0-9]{1,3}(?:st|nd|rd|th)|(?:[a-z]{3,7}-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|eleventh|twelfth|[a-z]{3,6}t(?:een|ie)th))\s$",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # Two readers ask for those of one paragraph.
def forms_in(text: str) -> tuple[Form, ...]:
    """Return the forms that stand in `text`, in order and apart from each other."""
    return tuple(_forms(text))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what fits a form, each behind the one before."""
    end = 0
    for start in starts_in(text):
        if start >= end and (match := _SCANNER.match(text, start)):
            yield match
            end = match.end()


def _forms(text: str) -> Iterator[Form]:
    for match in _matches(text):
        found = match[0]
        if not found.isascii() and any(sign.isalpha() and not sign.isascii() for sign in found):
            continue  # Letters that only count as those of a word where case is ignored.
        caught = {
            name: " ".join(value.lower().split())
            for name, value in zip(_caught(), match.groups(), strict=True)
            if value is not None
        }
        lead = next((name[5:] for name in caught if name.startswith("lead_")), "")
        start, base = match.start(), match.start("base")
        if not lead and _NO_DATE_AFTER.search(text[max(0, start - _NEARBY) : start]):
            continue
        rule = next(rule for rule in _RULES if rule in caught)
        prefix = f"{rule}__"
        if rule in ("vague", "hence", "limit"):
            base = start
        if rule == "adjective":
            base = match.start("adjective__bare")
        groups = {name[len(prefix) :]: value for name, value in caught.items() if name.startswith(prefix)}
        if lead == "between" and "sep" in groups:
            groups["sep"] = "to"
        yield Form(
            rule,
            groups,
            start,
            base,
            match.end(),
            lead,
            _part(caught),
            rule == "year_end" or "end" in (caught.get("part_edge"), caught.get("part_low")),
            next((name[5:] for name in caught if name.startswith("tail_")), ""),
            "fiscal" in found.lower() or rule.startswith("fiscal"),
        )


def _part(caught: dict[str, str]) -> Part | None:
    """Return which part of the base is meant."""
    if (edge := caught.get("part_edge") or caught.get("part_low")) is not None:
        if edge == "turn":
            return Part("turn")
        return Part("thirds", _THIRDS[edge], _THIRDS[caught.get("part_high", edge)])
    if "part_nth" in caught:
        return Part(caught["part_unit"], ORDINALS[caught["part_nth"]])
    if "part_week" in caught:
        return Part("week-of")
    return Part("all") if "part_all" in caught else None
