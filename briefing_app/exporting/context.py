"""What surrounds the agreements on paper: background, differences, gaps, comment, glossary, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.exporting.agreements import item_marking
from briefing_app.exporting.pen import ITEM, META, Data, Pen
from briefing_app.model.outline import shown
from briefing_app.model.source_words import reading_words, source_line
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.exporting.drops import Drops
    from briefing_app.model.briefing import Briefing


def background(briefing: Briefing, pen: Pen) -> Data | None:
    """Return the facts that explain, None where there are none."""
    found = shown(briefing.background)
    if not found:
        return None
    return {
        "heading": tr("Background"),
        "items": [
            {
                "text": pen.rich(each.text, ITEM),
                "marks": pen.of_item(briefing, each),
                "marking": item_marking(briefing, each, pen),
            }
            for each in found
        ],
    }


def differences(briefing: Briefing, pen: Pen) -> Data | None:
    """Return where the sources disagree, None where they do not."""
    found = shown(briefing.differences)
    if not found:
        return None
    return {
        "heading": tr("Differences between the sources"),
        "items": [
            {
                "about": pen.line(each.about),
                "readings": [
                    {
                        "value": pen.line(reading_words(briefing, reading)),
                        "marks": pen.of_passages(briefing, reading.evidence),
                    }
                    for reading in each.readings
                ],
                "note": pen.line(each.note) if each.note else "",
                "marking": item_marking(briefing, each, pen),
            }
            for each in found
        ],
    }


def gaps(briefing: Briefing, pen: Pen, drops: Drops) -> Data | None:
    """Return what the sources do not say, None where nothing is missed."""
    found = shown(briefing.gaps)
    if not found:
        return None
    gone = sum(drops.gone(f"gap:{each.id}") for each in found)
    return {
        "heading": tr("Not in the source"),
        "dropped": gone,
        "counts": [
            ntr("{n} more in the full brief", "{n} more in the full brief", n) if n else ""
            for n in range(gone, len(found) + 1 if drops.steps else gone + 1)
        ],
        "items": [
            {
                "text": pen.text(each.text, ITEM),
                "marks": pen.of_item(briefing, each),
                "until": drops.until(f"gap:{each.id}"),
            }
            for each in found
            if not drops.gone(f"gap:{each.id}")
        ],
    }


def comment(briefing: Briefing, pen: Pen) -> Data | None:
    """Return the author's own assessment, None where there is none."""
    if briefing.comment is None:
        return None
    return {
        "heading": tr("Comment"),
        "says": tr("The author’s own assessment, not reported fact"),
        "text": pen.rich(briefing.comment, ITEM),
    }


def glossary(briefing: Briefing, pen: Pen) -> Data | None:
    """Return the abbreviations and what they stand for, None where there are none."""
    if not briefing.glossary:
        return None
    return {
        "heading": tr("Glossary"),
        "rows": [
            {"short": pen.line(e.abbreviation), "long": pen.line(e.expansion)} for e in briefing.glossary
        ],
    }


def sources(briefing: Briefing, pen: Pen) -> Data:
    """Return the sources in their order, numbered where there are several."""
    several = len(briefing.sources) > 1
    return {
        "heading": ntr("Source", "Sources", len(briefing.sources)),
        "rows": [
            {
                "number": str(n) if several else "",
                "line": pen.short(source_line(source, titled=True), META[0]),
                "title": pen.line(source.title),
                "url": source.url or "",
                "shown_url": pen.line(source.url) if source.url else "",
            }
            for n, source in enumerate(briefing.sources, 1)
        ],
    }
