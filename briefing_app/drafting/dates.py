"""Dates as English news prints them: where they stand in a text, and what they mean in EDTF.

What a phrase means is read against the anchor, the day on which the text was printed, and against the tense
of its clause: "on Wednesday" is the last one in "met on Wednesday" and the next one in "will meet". Where a
person should look, the date is doubtful; where the words give no date, the phrase is kept without one.

The forms are in `date_forms`, what their bases mean in `date_readings`, spans of days in `date_spans`.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.drafting import date_spans as spans
from briefing_app.drafting.date_forms import forms_in
from briefing_app.drafting.date_readings import READERS, Reading, Setting, turn_of_year
from briefing_app.drafting.date_spans import Span, ends, next_to, part_of, within
from briefing_app.drafting.patterns import Pattern
from briefing_app.drafting.values import dataclass
from briefing_app.model.dates import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from briefing_app.drafting.date_forms import Form

# Their bases are plain words or numbers as well: alone they are no dates.
_WEAK = ("month", "season", "code", "code_swapped", "bare_part")
_FIXED = ("y", "yr", "which", "z", "of")
_LINKS = {
    "-": "to",
    "–": "to",
    "—": "to",
    "to": "to",
    "and": "and",
    ", and": "and",
    "&": "and",
    "or": "or",
    ", or": "or",
}
_BY_TENSE = ("european", "american", "month", "season", "weekday", "code", "code_swapped", "bare_part")
_LIMITS = ("by", "before", "until")
_TENSE_OF = {"by": True, "until": True, "earliest": True, "not_before": True}
_OPENING = ("since", "starting", "from", "onwards", "until")
_POINTS = ("day", "month", "year", "decade", "season")
_WEEK = timedelta(days=7)
_BEFORE = 40
_MOVED = Pattern(
    r"\b(?:postpon|delay|mov|reschedul|push|shift|chang|brought|bring|defer|put|slip)[a-z]{0,6}\b[^.;:]{0,24}$",
    re.IGNORECASE,
)
# "For the first time in two years" counts back.
_COUNTED = Pattern(
    r"\b(?:times?|first|twice|once|meetings?|visits?|summits?|talks|rounds?)\s$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase.

    Attributes:
        start: its first code point in the text.
        end: the one after its last.
        phrase: the words as printed, no more than the date needs.
        edtf: what they mean; None where they give no date ("soon").
        relative: it was read against the anchor.
        doubtful: a person should look.
        earliest_only: only the first possible time is given ("as early as"), so nothing is certain.
    """

    start: int
    end: int
    phrase: str
    edtf: str | None
    relative: bool
    doubtful: bool
    earliest_only: bool


class _Found(NamedTuple):
    """One or two linked forms as one time: the form in front, the end of the last one, and the meaning."""

    form: Form
    end: int
    reading: Reading
    tense: bool | None
    linked: bool


def dates_in(text: str, anchor: date, ahead: Callable[[int], bool | None]) -> tuple[Dated, ...]:
    """Return the date phrases of a text, in order; none overlap.

    Args:
        text: a paragraph or a sentence.
        anchor: the day that "today" is.
        ahead: whether the clause at an offset speaks of the future; None where that is not known.
    """
    forms = list(forms_in(text))
    found: list[Dated] = []
    number = 0
    while number < len(forms):
        form = forms[number]
        following = forms[number + 1] if number + 1 < len(forms) else None
        number += 1
        tense = ahead(form.base)
        setting = _setting(text, form, anchor, tense)
        stands = _stands(text, form, tense)
        link = _link(text, form, following, stands=stands) if following else None
        if following and link:
            both = _both(form, following, link, setting)
            if both:
                found += (_dated(text, each) for each in both)
                number += 1
                continue
            if stands and not following.lead:
                forms[number] = following._replace(lead="plain")
        single = _single(form, setting) if stands else None
        if single is not None:
            found.append(_dated(text, single))
    return tuple(found)


def _setting(text: str, form: Form, anchor: date, tense: bool | None) -> Setting:  # noqa: FBT001 as from `ahead`
    """Return what a form is read against; some leads tell the tense themselves."""
    if form.lead == "since":
        tense = False
    elif _was_moved(text, form):
        tense = None
    elif tense is None:
        tense = _TENSE_OF.get(form.lead)
    return Setting(anchor, anchor, tense)


def _stands(text: str, form: Form, tense: bool | None) -> bool:  # noqa: FBT001 as from `ahead`
    """Return whether a form is a date and no word or count that looks like one."""
    groups = form.groups
    held = bool(form.lead or form.part)
    if form.rule in ("unit", "fiscal_unit"):
        return bool(form.part) or groups["which"] != "the" or groups.get("u") == "weekend"
    if form.rule == "years":
        return held or "z" in groups or "named" in groups
    if form.rule == "hence":
        before = text[max(0, form.start - _BEFORE) : form.start]
        return "time" in groups or (tense is True and not _COUNTED.search(before))
    if form.rule == "limit":
        return tense is not False
    return form.rule not in _WEAK or held or _is_fixed(form) or _is_moved_to(text, form)


def _is_moved_to(text: str, form: Form) -> bool:
    """Return whether a month or season is the new time: "has been moved to July"."""
    before = text[max(0, form.start - _BEFORE) : form.start]
    return before[-4:].lower() == " to " and bool(_MOVED.search(before[:-4]))


def _was_moved(text: str, form: Form) -> bool:
    """Return whether "from" tells what a date was moved from, not the start of a time."""
    return form.lead == "from" and bool(_MOVED.search(text[max(0, form.start - _BEFORE) : form.start]))


# ------------------------------------------------------------------------------------------ reading


def _read(form: Form, setting: Setting, *, whole: bool = False) -> Reading | None:
    """Return the meaning of a form's part and base; of the base alone where `whole`; None is no date."""
    if form.part and form.part.name == "turn" and form.groups.get("which") == "the":
        return turn_of_year(setting)
    reading = READERS[form.rule](form.groups, setting)
    if reading is None or reading.span is None or form.part is None or whole or form.fiscal:
        return reading
    return reading._replace(span=part_of(reading.span, form.part))


def _single(form: Form, setting: Setting) -> _Found | None:
    """Return a form alone."""
    whole = form.at_end and (form.lead in _LIMITS or form.tail == "latest")
    try:
        reading = _read(form, setting, whole=whole)
    except (ValueError, OverflowError):
        reading = Reading(None, doubtful=True)  # "February 30": printed, but no day
    if reading is None:
        return None
    reading = reading._replace(doubtful=reading.doubtful or _is_against(reading.span, form, setting))
    return _Found(form, form.end, reading, setting.tense, linked=False)


def _is_against(span: Span | None, form: Form, setting: Setting) -> bool:
    """Return whether a date chosen by the tense still lies on its wrong side: "will meet in early May"."""
    if span is None or form.rule not in _BY_TENSE or _is_fixed(form):
        return False
    if setting.tense is True:
        return span.last < setting.anchor
    return setting.tense is False and span.first > setting.anchor


# ------------------------------------------------------------------------------------------ two at once


def _link(text: str, left: Form, right: Form, *, stands: bool) -> str | None:
    """Return how two forms are linked: "to", "and", "or"; None where they are not.

    A word that does not stand alone can still share the year of the next: "spring or summer 2027".
    """
    if not stands and not (left.rule == right.rule != "years" and "y" in right.groups):
        return None
    between = text[left.end : right.start].strip()
    if left.tail or _was_moved(text, left):
        return None
    if right.lead == "until" and not between:
        return "to"
    if right.lead not in ("", "plain"):
        return None
    link = _LINKS.get(between)
    return "to" if link == "and" and left.lead == "between" else link


def _both(left: Form, right: Form, link: str, setting: Setting) -> tuple[_Found, ...]:
    """Return two linked forms as one time, or as two with time between them; () where neither fits."""
    if link == "or" and right.part is None and right.rule in ("month", "years"):
        left = left._replace(part=None)  # "late March or April" leaves all of both open
    try:
        both = _read_both(left, right, setting)
        if both is None or both[0].span is None or both[1].span is None:
            return ()
        span = _united(both[0].span, both[1].span, link)
    except (ValueError, OverflowError):
        return ()
    if span is not None:
        relative, doubtful = (any(flags) for flags in zip(both[0][1:], both[1][1:], strict=True))
        return (_Found(left, right.end, Reading(span, relative, doubtful), setting.tense, linked=True),)
    if both[0].span.kind != both[1].span.kind:
        return ()
    return (
        _Found(left, left.end, both[0], setting.tense, linked=False),
        _Found(right, right.end, both[1], setting.tense, linked=False),
    )


def _read_both(left: Form, right: Form, setting: Setting) -> tuple[Reading, Reading] | None:
    """Return what two linked forms mean: one without a year lies just before or just after the other."""
    if not _is_fixed(left) and any(name in right.groups for name in ("y", "of")):
        second = _read(right, setting)
        if second is None or second.span is None:
            return None
        first = _read(left, Setting(setting.anchor, second.span.last, tense=False))
        return None if first is None else (_beside(second, first, left), second)
    first = _read(left, setting)
    if first is None or first.span is None:
        return None
    second = _read(right, Setting(setting.anchor, first.span.first, tense=True))
    if second is None or second.span is None:
        return None
    weekdays = left.rule == right.rule == "weekday" and not _is_fixed(left) and not _is_fixed(right)
    if weekdays and setting.tense is not True and second.span.last > setting.anchor:
        return _read_both(left, right, setting._replace(near=setting.anchor - _WEEK))
    return first, _beside(first, second, right)


def _beside(known: Reading, found: Reading, form: Form) -> Reading:
    """Return what was found beside a known date: it is as relative as that one."""
    leans = form.rule in _BY_TENSE and not _is_fixed(form)
    return found._replace(relative=known.relative) if leans else found


def _is_fixed(form: Form) -> bool:
    """Return whether a form says which year or week it means."""
    return any(name in form.groups for name in _FIXED)


def _united(first: Span, second: Span, link: str) -> Span | None:
    """Return two times as one; None where they are of different sizes, in no order, or not of one piece."""
    if first.first > second.first:
        return None
    kinds = {first.kind, second.kind}
    if len(kinds) > 1 and "within" not in kinds:
        return None
    if link == "or":
        if kinds.issubset(_POINTS):
            return Span(first.first, second.last, f"[{first.text},{second.text}]", "within")
        return within(first.first, second.last)
    if link == "and" and (second.first - first.last).days != 1:
        return None
    if kinds == {"day"}:
        return spans.days(first.first, second.first)
    if "within" in kinds:
        return within(first.first, second.last)
    text = f"{ends(first, plain=True)[0]}/{ends(second, plain=True)[1]}"
    return Span(first.first, second.last, text, "days" if kinds == {"days"} else "within")


# ------------------------------------------------------------------------------------------ the outcome


def _dated(text: str, found: _Found) -> Dated:
    """Return the phrase with its EDTF, which must be one that the model reads."""
    form, span, relative, doubtful = found.form, *found.reading
    limit = _limit(text, found)
    start = form.start if limit and limit == form.lead else form.base
    earliest = limit == "earliest" and found.tense is not False
    edtf = None
    if span is not None:
        if limit == "earliest" and not earliest:
            limit = ""  # "As early as 2003", told of the past, is 2003.
        try:
            edtf = parse(_limited(span, limit, at_end=form.at_end)).text
        except (ValueError, OverflowError):
            doubtful = True
    return Dated(
        start,
        found.end,
        text[start : found.end],
        edtf,
        relative,
        doubtful or form.fiscal,
        earliest_only=earliest and edtf is not None,
    )


def _limit(text: str, found: _Found) -> str:
    """Return how a lead or a tail limits the date, "" where neither does."""
    form, lead, span = found.form, found.form.lead, found.reading.span
    if form.tail:
        return form.tail
    if lead in ("plain", "between") or span is None:
        return ""
    if lead in _OPENING and (found.linked or span.kind == "days"):
        return ""
    if lead == "from" and (found.tense is not True or _was_moved(text, form)):
        return ""
    return lead


def _limited(span: Span, limit: str, *, at_end: bool) -> str:
    """Return the EDTF of a span with its limit; "before the end of June" leaves all of June."""
    low, high = ends(span, plain=limit in _OPENING)
    if limit == "until":
        return f"../{high}"
    if limit in _OPENING:
        return f"{low}/.."
    if limit in ("earliest", "not_before"):
        return f"[{low}..]"
    if limit == "before" and not at_end:
        high = ends(next_to(span, -1), plain=False)[1]
    if limit in ("by", "before", "latest"):
        return f"[..{high}]"
    if limit == "after":
        return f"[{next_to(span, 1).text}..]"
    return f"{span.text}~" if limit == "around" and span.kind in _POINTS else span.text
