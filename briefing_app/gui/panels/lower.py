"""The panels below the agreements, which are loaded and made after the first of the page was painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.gui.panels.background import Background
from briefing_app.gui.panels.comment import Comment
from briefing_app.gui.panels.differences import Differences
from briefing_app.gui.panels.gaps import Gaps
from briefing_app.gui.panels.glossary import Glossary
from briefing_app.gui.panels.meetings import EarlierMeetings
from briefing_app.gui.panels.mentioned import Mentioned
from briefing_app.gui.panels.sources import Sources
from briefing_app.model.outline import mentioned, other_meetings, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import SignalInstance

    from briefing_app.gui.panels.panel import Panel, Scene


def panels(scene: Scene, source_wanted: SignalInstance) -> Iterator[Panel]:
    """Yield those that have something to show, in their fixed order; the sources always stand.

    Args:
        scene: what they draw.
        source_wanted: passes on which source is to be shown.
    """
    briefing = scene.briefing
    if other_meetings(briefing):
        yield EarlierMeetings(scene)
    if shown(briefing.background):
        yield Background(scene)
    if shown(briefing.differences):
        yield Differences(scene)
    if shown(briefing.gaps):
        yield Gaps(scene)
    if briefing.comment:
        yield Comment(scene)
    if mentioned(briefing):
        yield Mentioned(scene)
    if briefing.glossary:
        yield Glossary(scene)
    sources = Sources(scene)
    sources.source_wanted.connect(source_wanted)
    yield sources
