"""The fields of a briefing and their values, each in the words that a reader has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model import date_words, dates
from briefing_app.model.parties import chip, name_of
from briefing_app.words import tr
from briefing_app.workflow.text_changes import cut, shown

if TYPE_CHECKING:
    from briefing_app.model.canonical import Json

_DAYS = ("as_of", "on", "anchor", "retrieved")
_PARTIES = ("parties", "participants", "side")
_MARK = slice(len("sha256:"), len("sha256:") + 6)  # of a digest: by what one text is told from another


def panel_word(panel: str) -> str:
    """Return the heading of a part of the briefing, or of a list of the OPCON panel."""
    return {
        "briefing": tr("Briefing"),
        "bottom_line": tr("Bottom line"),
        "event": tr("Event"),
        "sources": tr("Sources"),
        "participants": tr("Participants"),
        "agreements": tr("Agreements"),
        "opcon": tr("OPCON transition"),
        "opcon.approach": tr("OPCON transition, approach"),
        "opcon.transfer": tr("OPCON transition, transfer"),
        "opcon.tracks": tr("OPCON transition, stages"),
        "opcon.conditions": tr("OPCON transition, conditions"),
        "opcon.findings": tr("OPCON transition, findings"),
        "meetings": tr("Meetings"),
        "background": tr("Background"),
        "differences": tr("Differences"),
        "gaps": tr("Not in the source"),
        "comment": tr("Comment"),
        "glossary": tr("Glossary"),
        "unused": tr("Unused sentences"),
    }.get(panel, panel)


def label(field: str) -> str:
    """Return what a field is called, by its dotted path: of what no table has, its keys themselves."""
    labels = _labels()
    keys = field.split(".")
    for start in range(len(keys)):
        if found := labels.get(".".join(keys[start:])):
            outer = [label(key) for key in keys[:start]]
            return ", ".join([*outer, found])
    return field.replace("_", " ").replace(".", ", ")


def value_words(field: str, value: Json) -> str:
    """Return the value of a field in words: dates as dates, codes as what they mean, texts as they are.

    Args:
        field: its dotted path.
        value: a text, a number or a truth value; None reads as "none".
    """
    key = field.rpartition(".")[2]
    if value is None or value is False:
        return tr("no") if key in ("key", "sample", "acting", "dismissed") or value is False else tr("none")
    if value is True:
        return tr("yes")
    text = str(value)
    words = _dates(key, text) or _codes().get(key, {}).get(text)
    if words:
        return words.replace("\u00a0", " ")
    if key in _PARTIES:
        return chip(text)
    if key == "country":
        return name_of(text) or text
    if key == "digest":
        return tr("text marked {mark}", mark=text[_MARK])
    if key == "inferred":
        return label(text)
    return tr("“{words}”", words=shown(text)) if key in ("phrase", "quote", "cue") else shown(text)


def list_words(field: str, values: list[Json]) -> str:
    """Return the members of a list of texts in one line."""
    return cut(", ".join(value_words(field, value) for value in values))


def _dates(key: str, text: str) -> str:
    if key == "edtf":
        return date_words.in_words(dates.parse(text))
    if key == "published":
        return date_words.published_in_words(text)
    return date_words.day_in_words(dates.parse_day(text)) if key in _DAYS else ""


def _labels() -> dict[str, str]:
    return {
        **_labels_of_dates(),
        **_labels_of_the_briefing(),
        **_labels_of_sources(),
        **_labels_of_meetings(),
        **_labels_of_items(),
    }


def _labels_of_dates() -> dict[str, str]:
    return {
        "when": tr("date"),
        "when.edtf": tr("date"),
        "when.phrase": tr("date as printed"),
        "when.anchor": tr("anchor of the date"),
        "due": tr("due date"),
        "due.edtf": tr("due date"),
        "due.phrase": tr("due date as printed"),
        "due.anchor": tr("anchor of the due date"),
    }


def _labels_of_the_briefing() -> dict[str, str]:
    return {
        "as_of": tr("facts as of"),
        "prepared.by": tr("prepared by"),
        "prepared.on": tr("prepared on"),
        "signed_off": tr("sign-off"),
        "signed_off.by": tr("signed off by"),
        "signed_off.on": tr("signed off on"),
        "marking.label": tr("marking"),
        "marking.scheme": tr("scheme of the marking"),
        "marking.caveat": tr("caveat of the marking"),
        "sample": tr("sample data"),
        "language": tr("language"),
        "comment": tr("comment"),
        "dismissed": tr("dismissed"),
        "expansion": tr("stands for"),
        "marking": tr("marking"),
        "cue": tr("cue"),
        "format": tr("format"),
        "id": tr("id"),
        "prepared": tr("prepared"),
        "status": tr("status"),
        "title": tr("title"),
    }


def _labels_of_sources() -> dict[str, str]:
    return {
        "evidence": tr("passage"),
        "url": tr("address"),
        "published": tr("publication date"),
        "retrieved": tr("fetched on"),
        "paragraphs": tr("number of paragraphs"),
        "author": tr("author"),
        "cleaning": tr("cleaning"),
        "dateline": tr("dateline"),
        "descriptor": tr("descriptor"),
        "digest": tr("text of the article"),
        "page": tr("page"),
        "paragraph": tr("paragraph"),
        "start": tr("first words"),
        "end": tr("last words"),
        "prefix": tr("words before"),
        "suffix": tr("words after"),
        "passage": tr("passage"),
        "publisher": tr("publisher"),
        "rating": tr("rating"),
    }


def _labels_of_meetings() -> dict[str, str]:
    return {
        "outcome.state": tr("outcome"),
        "series.name": tr("series"),
        "series.ordinal": tr("number in the series"),
        "series.abbreviation": tr("abbreviation of the series"),
        "mode": tr("how they met"),
        "alongside": tr("alongside"),
        "category": tr("category"),
        "certainty": tr("certainty"),
        "country": tr("country"),
        "note": tr("note"),
        "number": tr("number"),
        "outcome": tr("outcome"),
        "participants": tr("participants"),
        "place": tr("place"),
        "reason": tr("reason"),
        "series": tr("series"),
        "stage": tr("stage"),
        "state": tr("state"),
        "track": tr("track"),
        "tracks": tr("tracks"),
    }


def _labels_of_items() -> dict[str, str]:
    return {
        "review.state": tr("review"),
        "review.by": tr("reviewed by"),
        "review.on": tr("reviewed on"),
        "key": tr("in the one-page brief"),
        "inferred": tr("inferred"),
        "other_names": tr("other names"),
        "acting": tr("acting"),
        "attribution": tr("attribution"),
        "capacity": tr("capacity"),
        "kind": tr("kind"),
        "name": tr("name"),
        "organisation": tr("organisation"),
        "origin": tr("origin"),
        "about": tr("about"),
        "parties": tr("parties"),
        "quote": tr("quotation"),
        "review": tr("review"),
        "role": tr("role"),
        "side": tr("side"),
        "statement": tr("statement"),
        "text": tr("text"),
        "topic": tr("topic"),
    }


def _codes() -> dict[str, dict[str, str]]:
    """Return what the codes of each field mean."""
    return {
        "status": {"draft": tr("draft"), "reviewed": tr("reviewed"), "final": tr("final")},
        "kind": {
            "agreed": tr("agreed"),
            "reaffirmed": tr("reaffirmed"),
            "pledged": tr("pledged"),
            "assessed": tr("assessed"),
            "discussed": tr("discussed"),
            "wire": tr("wire"),
            "official": tr("official"),
            "press": tr("press"),
            "other": tr("other"),
        },
        "certainty": {
            "confirmed": tr("confirmed"),
            "expected": tr("expected"),
            "possible": tr("possible"),
            "none": tr("cancelled or denied"),
        },
        "capacity": {
            "head": tr("head"),
            "member": tr("member"),
            "observer": tr("observer"),
            "mentioned": tr("mentioned"),
        },
        "mode": {"in-person": tr("in person"), "video": tr("by video"), "call": tr("by call")},
        "scheme": {"custom": tr("custom")},
        "state": _states(),
    }


def _states() -> dict[str, str]:
    return {
        "drafted": tr("drafted"),
        "accepted": tr("accepted"),
        "edited": tr("edited"),
        "rejected": tr("rejected"),
        "planned": tr("planned"),
        "rehearsed": tr("rehearsed"),
        "delayed": tr("delayed"),
        "assessed": tr("assessed"),
        "verified": tr("verified"),
        "in-progress": tr("in progress"),
        "met": tr("met"),
        "held": tr("held"),
        "moved": tr("moved"),
        "cancelled": tr("cancelled"),
        "unknown": tr("unknown"),
    }
