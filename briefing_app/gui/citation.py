"""An item as a line of text with its source and paragraphs, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model import markup, tracker
from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import items
from briefing_app.model.items import BottomLine, Finding
from briefing_app.model.meetings import Meeting
from briefing_app.model.opcon import Stage, Transfer
from briefing_app.model.outline import date_text, kind_word, marks
from briefing_app.model.people import Participant
from briefing_app.model.source_words import source_line
from briefing_app.model.visible import visible
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item


def citation(briefing: Briefing, item_id: str) -> str:
    """Return an item and where it stands: `Agreed: … (Yonhap, 14 May 2021, 09:46, 17 paragraphs, ¶3)`.

    Args:
        briefing: the briefing.
        item_id: one of its items; an unknown id gives an empty text.
    """
    item = next((each for _, each in items(briefing) if each.id == item_id), None)
    if item is None:
        return ""
    there = marks(briefing, item)
    names = {source.id: source_line(source) for source in briefing.sources}
    lines = []
    for source in dict.fromkeys(mark.source for mark in there):
        numbers = ", ".join(f"¶{mark.paragraph}" for mark in there if mark.source == source)
        lines.append(f"{names.get(source, source)}, {numbers}")
    text = visible(words_of(item, briefing))
    return f"{text} ({visible('; '.join(lines))})" if lines else text


def words_of(item: Item, briefing: Briefing | None = None) -> str:
    """Return what an item says, as plain text.

    Args:
        item: the item.
        briefing: has it; of a stage it tells the component of which that is said.
    """
    if isinstance(item, Agreement):
        said = markup.plain_text(markup.rich_text(item.statement))
        return tr("{kind}: {statement}", kind=kind_word(item.kind), statement=said)
    if isinstance(item, BottomLine | Finding):
        return markup.plain_text(markup.rich_text(item.text))
    if isinstance(item, Stage):
        line, track = tracker.stage_line(item), track_name(item, briefing)
        words = f"{item.stage}: {tracker.state_word(item.state)}" + (f". {line}" if line else "")
        return tr("{track}, {stage}", track=track, stage=words) if track else words
    if isinstance(item, Transfer):
        return tr("Transfer: {date}", date=date_text(item.when or item.due))
    if isinstance(item, Meeting):
        return ", ".join(part for part in (item.title, date_text(item.when), item.place or "") if part)
    if isinstance(item, Participant):
        return ", ".join(part for part in (item.name, item.role or "", item.organisation or "") if part)
    found = (getattr(item, name, None) for name in ("name", "text", "about"))
    return next((text for text in found if isinstance(text, str)), item.id)


def track_name(stage: Stage, briefing: Briefing | None) -> str:
    """Return the name of the component of which a stage is told, empty for the whole force."""
    tracks = briefing.opcon.tracks if briefing is not None and briefing.opcon is not None else ()
    return next(
        (track.name or "" for track in tracks if any(each.id == stage.id for each in track.stages)), ""
    )
