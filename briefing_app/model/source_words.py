"""What a source is called, and what is said of it and of its readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model import date_words
from briefing_app.model.sources import UNSTATED
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.sources import Reading, Source


def source_name(source: Source) -> str:
    """Return what a source is called among others: by its publisher, by its headline where none is stated."""
    return source.title if source.publisher == UNSTATED else source.publisher


def publisher(source: Source) -> str:
    """Return who published a source, or that it is not stated."""
    return tr("publisher not stated") if source.publisher == UNSTATED else source.publisher


def source_line(source: Source, *, titled: bool = False) -> str:
    """Return "Yonhap, 14 May 2021, 09:46, 17 paragraphs"; with `titled`, its headline stands before it."""
    published = date_words.published_in_words(source.published)
    count = ntr("{n} paragraph", "{n} paragraphs", source.paragraphs)
    return f"{publisher(source) if titled else source_name(source)}, {published}, {count}"


def reading_words(briefing: Briefing, reading: Reading) -> str:
    """Return who says what: the publishers of the sources that hold a reading, and the reading."""
    names = {source.id: source_name(source) for source in briefing.sources}
    found = dict.fromkeys(names.get(passage.source, "") for passage in reading.evidence)
    who = ", ".join(name for name in found if name)
    return tr("{publisher}: {reading}", publisher=who, reading=reading.value) if who else reading.value


def rating_words(rating: str) -> str:
    """Return what the letter and the figure of an Admiralty code such as "B2" mean."""
    source = {
        "A": tr("completely reliable"),
        "B": tr("usually reliable"),
        "C": tr("fairly reliable"),
        "D": tr("not usually reliable"),
        "E": tr("unreliable"),
        "F": tr("reliability cannot be judged"),
    }[rating[0]]
    told = {
        "1": tr("confirmed by other sources"),
        "2": tr("probably true"),
        "3": tr("possibly true"),
        "4": tr("doubtful"),
        "5": tr("improbable"),
        "6": tr("truth cannot be judged"),
    }[rating[1]]
    return tr(
        "Admiralty code {rating}: source {source}; information {told}",
        rating=rating,
        source=source,
        told=told,
    )
