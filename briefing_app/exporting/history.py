"""The record: which texts a briefing rests on, who drafted and reviewed it, and what the file carries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.model import date_words, dates
from briefing_app.model.briefing import SUFFIX, Briefing, items
from briefing_app.model.outline import review_line, signed_line
from briefing_app.model.source_words import source_line
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.exporting.options import Options
    from briefing_app.exporting.pen import Data, Pen
    from briefing_app.model.sources import Source

MOST_REVIEWERS = 8
DIGEST_SHOWN = 19


def record(briefing: Briefing, options: Options, pen: Pen) -> Data:
    """Return where the briefing comes from and what happened to it."""
    several = len(briefing.sources) > 1
    rows = [
        {"name": tr("Source {n}", n=n) if several else tr("Source"), "text": pen.line(_source(source))}
        for n, source in enumerate(briefing.sources, 1)
    ]
    if any(item.origin for _, item in items(briefing)):
        rows.append({"name": tr("Draft"), "text": _draft(briefing)})
    rows.append({"name": tr("Review"), "text": pen.line(_reviews(briefing))})
    rows.append({"name": tr("Data"), "text": pen.line(_data(briefing, options))})
    return {"heading": tr("Record"), "rows": rows}


def _source(source: Source) -> str:
    """Return one source in full: author, title, publisher, date, rating, retrieval, digest."""
    parts = [
        f"{source.author}, " if source.author else "",
        f"“{source.title}”, ",
        source_line(source, titled=True),
    ]
    more = [source.rating and tr("rated {rating}", rating=source.rating), source.descriptor]
    if source.retrieved:
        day = date_words.day_in_words(dates.parse_day(source.retrieved))
        more.append(tr("retrieved {date}", date=day))
    more.append(f"{source.cleaning}, {source.digest[:DIGEST_SHOWN]}…")
    return " · ".join(part for part in ("".join(parts), *more) if part)


def _draft(briefing: Briefing) -> str:
    """Return how many items which hand drafted."""
    hands = Counter((item.origin or "").partition(":")[0] for _, item in items(briefing))
    parts = [
        ntr("{n} item drafted by rule", "{n} items drafted by rule", hands["rule"]) if hands["rule"] else "",
        ntr("{n} item by a person", "{n} items by a person", hands["person"]) if hands["person"] else "",
        ntr("{n} item of unstated origin", "{n} items of unstated origin", hands[""]) if hands[""] else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def _reviews(briefing: Briefing) -> str:
    """Return who accepted and edited how much when, and who signed it off."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for _, item in items(briefing):
        if item.review.by:
            counts.setdefault((item.review.by, item.review.on or ""), Counter())[item.review.state] += 1
    parts = [_by(by, on, found) for (by, on), found in list(counts.items())[:MOST_REVIEWERS]]
    if left := len(counts) - len(parts):
        parts.append(ntr("{n} more reviewer or day", "{n} more reviewers or days", left))
    if signed := signed_line(briefing):
        parts.append(signed)
    return "; ".join((review_line(briefing), *parts)) + "."


def _by(by: str, on: str, found: Counter[str]) -> str:
    words = (
        ntr("{n} accepted", "{n} accepted", found["accepted"]) if found["accepted"] else "",
        ntr("{n} edited", "{n} edited", found["edited"]) if found["edited"] else "",
        ntr("{n} drafted", "{n} drafted", found["drafted"]) if found["drafted"] else "",
    )
    who = f"{by}, {date_words.day_in_words(dates.parse_day(on))}" if on else by
    return tr("{who}: {what}", who=who, what=", ".join(word for word in words if word))


def _data(briefing: Briefing, options: Options) -> str:
    said = tr(
        "This PDF holds {name}. Opened in the program, every line leads to its passage again.",
        name=briefing.id + SUFFIX,
    )
    return tr("{said} SHA-256 {digest}.", said=said, digest=options.digest)
