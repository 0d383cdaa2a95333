"""A briefing as the data of its pages: every word finished, every fraction computed, nothing left to decide.

The templates in `resources/print/` draw what is here; they hold no word and know no rule about the data.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.exporting import context, evidence, frame, history, readings
from briefing_app.exporting.agreements import agreements
from briefing_app.exporting.drops import Drops, order
from briefing_app.exporting.masthead import bottom_line, masthead
from briefing_app.exporting.meetings import earlier_meetings, meetings_ahead
from briefing_app.exporting.opcon import opcon
from briefing_app.exporting.pen import Data, Pen
from briefing_app.exporting.people import mentioned_only, participants
from briefing_app.model import dates
from briefing_app.model.briefing import SUFFIX, Briefing
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.exporting.options import Options


def page_data(briefing: Briefing, options: Options) -> Data:
    """Return all that the templates draw of a briefing.

    Args:
        briefing: what is exported, see `selection.exported`.
        options: how.

    Returns:
        JSON data.
    """
    pen = Pen(options.codes)
    drops = order(briefing, options)
    return {
        "document": _document(briefing, pen),
        "faces": {"serif": [], "sans": []},
        "paper": {"a4": "a4", "letter": "us-letter"}[options.paper],
        "one_page": options.one_page,
        "least": drops.least,
        "last": drops.last,
        "most": drops.most,
        "again": drops.again,
        "marking": frame.marking(briefing, pen),
        "foot": frame.foot(briefing, options, pen),
        "legend": frame.legend(briefing, options, pen),
        "masthead": masthead(briefing, options, pen),
        "bottom_line": bottom_line(briefing, pen),
        **_sections(briefing, options, pen, drops),
    }


def _document(briefing: Briefing, pen: Pen) -> Data:
    """Return what a PDF says of itself."""
    event = briefing.event
    lang, region = _language(briefing.language)
    day = dates.parse_day((briefing.prepared and briefing.prepared.on) or briefing.as_of)
    sample = tr("Sample data.") + " " if briefing.sample else ""
    names = (event.series.name if event and event.series else "", event.category if event else "")
    return {
        "title": pen.shown(briefing.title),
        "author": pen.shown(briefing.prepared.by) if briefing.prepared and briefing.prepared.by else "",
        "description": pen.alternative(f"{sample}{plain_text(rich_text(briefing.bottom_line.text))}"),
        "keywords": [pen.shown(name) for name in names if name],
        "lang": lang,
        "region": region or None,
        "date": [day.year, day.month, day.day],
        "attachment": briefing.id + SUFFIX,
        "attachment_says": tr("The briefing as data: open it in the program that made this page."),
    }


def _language(tag: str) -> tuple[str, str]:
    """Return the language and the region of a BCP 47 tag as the typesetter takes them."""
    first, *rest = tag.split("-")
    region = next((part for part in rest if re.fullmatch("[A-Za-z]{2}", part)), "")
    return (first.lower() if len(first) <= 3 else "en"), region.upper()  # noqa: PLR2004 - ISO 639


def _sections(briefing: Briefing, options: Options, pen: Pen, drops: Drops) -> Data:
    """Return the parts that are printed; one that is not is null."""
    made: dict[str, Callable[[], Data | None]] = {
        "participants": lambda: participants(briefing, pen, drops),
        "opcon": lambda: opcon(briefing, pen, drops),
        "meetings": lambda: meetings_ahead(briefing, pen, drops),
        "agreements": lambda: agreements(briefing, pen, drops),
        "gaps": lambda: context.gaps(briefing, pen, drops),
    }
    only_full: dict[str, Callable[[], Data | None]] = {
        "earlier": lambda: earlier_meetings(briefing, pen),
        "background": lambda: context.background(briefing, pen),
        "differences": lambda: context.differences(briefing, pen),
        "comment": lambda: context.comment(briefing, pen),
        "mentioned": lambda: mentioned_only(briefing, pen),
        "glossary": lambda: context.glossary(briefing, pen),
        "sources": lambda: context.sources(briefing, pen),
        "evidence": lambda: evidence.table(briefing, options, pen),
        "dates": lambda: readings.dates_read(briefing, pen),
        "coverage": lambda: evidence.coverage(briefing, pen),
        "record": lambda: history.record(briefing, options, pen),
    }
    data = _printed(made, options)
    if options.one_page:
        sources = frame.sources_line(briefing, pen) if options.has("sources") else []
        return {**data, "elsewhere": frame.elsewhere(briefing, options, pen, drops), "source_lines": sources}
    return {**data, **_printed(only_full, options)}


def _printed(made: dict[str, Callable[[], Data | None]], options: Options) -> Data:
    """Return each part with its heading for the pages on which it goes on."""
    found = {name: make() if options.has(name) else None for name, make in made.items()}
    return {
        name: part and {**part, "continued": tr("{heading} (continued)", heading=part["heading"])}
        for name, part in found.items()
    }
