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
    from briefing_app.model.briefing import Briefing


def panels(scene: Scene, source_wanted: SignalInstance) -> Iterator[Panel]:
    """Yield those that have something to show, in their fixed order; the sources always stand.

    Args:
        scene: what they draw.
        source_wanted: passes on which source is to be shown.
    """
    for kind in kinds(scene.briefing):
        yield made(kind, scene, source_wanted)


def made(kind: type[Panel], scene: Scene, source_wanted: SignalInstance) -> Panel:
    """Return a panel of a kind."""
    panel = kind(scene)
    if isinstance(panel, Sources):
        panel.source_wanted.connect(source_wanted)
    return panel


def kinds(briefing: Briefing) -> Iterator[type[Panel]]:
    """Yield the kinds of panels that have something to show, in their fixed order."""
    if other_meetings(briefing):
        yield EarlierMeetings
    if shown(briefing.background):
        yield Background
    if shown(briefing.differences):
        yield Differences
    if shown(briefing.gaps):
        yield Gaps
    if briefing.comment:
        yield Comment
    if mentioned(briefing):
        yield Mentioned
    if briefing.glossary:
        yield Glossary
    yield Sources
