"""An article added to a briefing that stands in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.problems import BriefingError, errors
from briefing_app.workflow import attaching
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.saving import Origin, save_as

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.files.reading import Opened
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.adding import Added


class Standing(NamedTuple):
    """A briefing to which an article is added.

    Attributes:
        briefing: the briefing.
        opened: the file that it stands in, with warnings about it.
        texts: by the ids of sources, their texts that are kept on this computer.
    """

    briefing: Briefing
    opened: Opened
    texts: dict[str, tuple[str, ...]]


def standing_in(path: Path) -> Standing:
    """Return the briefing in a file, with the texts of its sources that are at hand.

    Raises:
        BriefingError: it cannot be read, or has errors.
    """
    opened = open_briefing(path)
    if opened.briefing is None:
        raise BriefingError(*errors(opened.problems))
    kept = attaching.kept_texts(opened.briefing)
    texts = {each.id: kept[each.digest].paragraphs for each in opened.briefing.sources if each.digest in kept}
    return Standing(opened.briefing, opened, texts)


def write(added: Added, standing: Standing, target: Path, *, force: bool) -> None:
    """Write a briefing with another article, whole or not at all.

    Args:
        added: the briefing.
        standing: the one before; its file is written over only as it was read.
        target: the file.
        force: replace a target that exists.

    Raises:
        BriefingError: it was not written (see `saving.save_as`).
    """
    opened = standing.opened
    origin = Origin(opened.path, opened.digest, whole=not opened.attached)
    save_as(added.briefing, target, origin, replace=force)
