"""What can be chosen about a printed briefing: its parts in human words, and the choice of the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from briefing_app.exporting.options import SECTIONS
from briefing_app.model.briefing import items
from briefing_app.model.items import TLP_LABELS
from briefing_app.model.outline import mentioned, other_meetings
from briefing_app.words import tr

if TYPE_CHECKING:
    from briefing_app.exporting.options import Layout, Paper
    from briefing_app.gui.preferences import Preferences
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.exporting import Choice


def paper_of(locale: QLocale) -> Paper:
    """Return the paper size that is usual where `locale` is."""
    letter = (
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
    )
    return "letter" if locale.territory() in letter else "a4"


def paper_now(preferences: Preferences) -> Paper:
    """Return the paper that was chosen last, or that of the country."""
    return preferences.export_paper or paper_of(QLocale.system())


def chosen_last(preferences: Preferences, layout: Layout | None = None) -> Choice:
    """Return the choice of the last time, in another layout where one is given."""
    from briefing_app.workflow.exporting import Choice

    found = layout or preferences.export_layout
    return Choice(found, paper_now(preferences), sections_of(found, preferences.export_left_out))


def sections_of(layout: Layout, left_out: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts to print, empty for all: one page chooses for itself."""
    kept = tuple(name for name in SECTIONS if name not in left_out)
    return () if layout == "one-page" or len(kept) == len(SECTIONS) else kept


def parts_of(briefing: Briefing) -> dict[str, str]:
    """Return the parts that a briefing has, by their names, in the words of the page."""
    empty = {
        "participants": not briefing.participants,
        "opcon": briefing.opcon is None,
        "earlier": not other_meetings(briefing),
        "background": not briefing.background,
        "differences": not briefing.differences,
        "gaps": not briefing.gaps,
        "comment": not briefing.comment,
        "mentioned": not mentioned(briefing),
        "glossary": not briefing.glossary,
    }
    return {name: words for name, words in _words().items() if not empty.get(name)}


def markings_of(briefing: Briefing) -> dict[str, str]:
    """Return the words for each marking that an export can be kept within, the strictest first.

    Args:
        briefing: what is exported.

    Returns:
        Words by label, first those for all items, whose label is empty; nothing where no marking is used.
    """
    marked = (briefing.marking, *(item.marking for _, item in items(briefing)))
    found = dict.fromkeys(marking.label for marking in marked if marking)
    if not found:
        return {}
    own = tuple(label for label in found if label not in TLP_LABELS)
    strictest = next((label for label in TLP_LABELS if label in found), "")
    if own:
        every, others = tr("Any marking (all items)"), (*TLP_LABELS, *own)
    else:
        every = tr("Up to {label} (all items)", label=strictest)
        others = TLP_LABELS[TLP_LABELS.index(strictest) + 1 :]
    return {"": every, **{label: tr("Up to {label}", label=label) for label in others}}


def _words() -> dict[str, str]:
    return {
        "participants": tr("Participants"),
        "opcon": tr("OPCON transition"),
        "meetings": tr("Meetings ahead"),
        "agreements": tr("Agreements"),
        "earlier": tr("Earlier meetings"),
        "background": tr("Background"),
        "differences": tr("Differences"),
        "gaps": tr("Not in the source"),
        "comment": tr("Comment"),
        "mentioned": tr("Mentioned only"),
        "glossary": tr("Glossary"),
        "sources": tr("Sources"),
        "evidence": tr("Evidence"),
        "dates": tr("How the dates were read"),
        "coverage": tr("Coverage of the sources"),
        "record": tr("Record"),
    }
