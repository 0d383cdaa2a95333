"""Where one is: the title of the window, the words in its toolbar, and the layout that its width allows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.assets import resource
from briefing_app.model.date_words import in_words
from briefing_app.model.dates import parse
from briefing_app.model.visible import visible
from briefing_app.words import ntr, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.gui.document import Snapshot
    from briefing_app.gui.theme import Layout
    from briefing_app.model.briefing import Briefing

_WIDE, _NORMAL, _NARROW, _CRAMPED = 1600, 1200, 800, 480


class Fit(NamedTuple):
    """What a width has room for.

    Attributes:
        layout: which sizes of type and margins.
        stacked: nothing beside anything.
        overlay: the source pane lies over the brief.
        cramped: labels stand above what they label.
    """

    layout: Layout
    stacked: bool
    overlay: bool
    cramped: bool = False

    @property
    def for_scene(self) -> tuple[bool, bool]:
        """What a panel heeds: `stacked` and `cramped`."""
        return self.stacked, self.cramped


def layout_of(width: int, scale: float) -> Fit:
    """Return what a window of `width` px has room for; a bigger font falls to the next layout by itself."""
    room = width / scale
    if room >= _WIDE:
        return Fit("wide", stacked=False, overlay=False)
    if room >= _NORMAL:
        return Fit("normal", stacked=False, overlay=False)
    return Fit("narrow", stacked=room < _NARROW, overlay=True, cramped=room < _CRAMPED)


def title_of(snapshot: Snapshot | None) -> str:
    """Return the title of the window: that of the briefing, then the file where it is not a sample."""
    program = tr("Briefing")
    if snapshot is None:
        return program
    if snapshot.briefing is None and snapshot.working is not None and snapshot.working.unsaved:
        return tr("{file}: problems · Edited – {program}", file=visible(snapshot.path.name), program=program)
    if snapshot.briefing is None:
        return tr("{file}: problems – {program}", file=visible(snapshot.path.name), program=program)
    title, file = visible(snapshot.briefing.title), visible(snapshot.path.name)
    if snapshot.draft:
        return tr("{title} – {program}", title=_unsaved(title, snapshot.briefing), program=program)
    if snapshot.is_edited:
        title = tr("{title} · Edited", title=title)
    if snapshot.partial:
        without = ntr("read-only, without {n} item", "read-only, without {n} items", snapshot.left_out)
        title = tr("{title} · {file}", title=title, file=file)
        return tr("{title} ({without}) – {program}", title=title, without=without, program=program)
    if snapshot.attached:
        source = tr("read-only, from {file}", file=file)
        return tr("{title} ({source}) – {program}", title=title, source=source, program=program)
    if snapshot.path.parent == resource("examples"):
        return tr("{title} – {program}", title=title, program=program)
    return tr("{title} · {file} – {program}", title=title, file=file, program=program)


def place_of(snapshot: Snapshot | None) -> tuple[str, str]:
    """Return the words of the toolbar: the series, and which of its meetings; else the file, if any."""
    if snapshot is None:
        return "", ""
    if snapshot.briefing is None:
        return "", snapshot.path.name
    quiet, loud = _of_series(snapshot.briefing)
    if snapshot.draft:
        loud = _unsaved(loud, snapshot.briefing)
    elif snapshot.partial:
        loud = tr("{place} · read-only, not all of it", place=loud)
    elif snapshot.attached:
        loud = tr("{place} · read-only, from a PDF", place=loud)
    return quiet, loud


def _unsaved(words: str, briefing: Briefing) -> str:
    """Return the words for what is in no file yet: a draft, or what was signed off since."""
    if briefing.status == "draft":
        return tr("{words} · unsaved draft", words=words)
    return tr("{words} · not saved yet", words=words)


def _of_series(briefing: Briefing) -> tuple[str, str]:
    event = briefing.event
    if event is None or event.series is None or event.series.ordinal is None:
        return "", briefing.title
    when = in_words(parse(event.when.edtf)) if event.when.edtf else event.when.phrase
    number = tr("No. {n}", n=event.series.ordinal)
    where = ", ".join(part for part in (event.place or "", when) if part)
    return event.series.abbreviation or event.series.name, " · ".join(
        part for part in (number, where) if part
    )


_LONGEST = 60  # letters of a title in a menu


def listed(name: str, title: str, *, gone: bool, shared: bool) -> str:
    """Return how a menu lists a file: the title of its briefing, and the file's name in the column of keys.

    Args:
        name: the file, with its folder.
        title: of its briefing, empty where it is not known.
        gone: it is no longer there.
        shared: another file of the list has the same name, so the folder is told, too.
    """
    path = Path(name)
    file = f"{path.parent.name}/{path.name}" if shared else path.name
    words = for_menu(title or path.stem)
    if gone:
        words = tr("{title} is gone: take it off the list", title=words)
    return f"{words}\t{for_menu(file)}"


def for_menu(text: str) -> str:
    """Return a text as a menu shows it: nothing hidden, cut where it is long, no letter taken for its key."""
    seen = visible(text)
    seen = " ".join(seen.split())
    cut = seen if len(seen) <= _LONGEST else seen[: _LONGEST - 1].rstrip() + "…"
    return cut.replace("&", "&&")


def shared_names(names: Iterable[str]) -> frozenset[str]:
    """Return the names, without folders, that several files have."""
    counted = Counter(Path(name).name for name in names)
    return frozenset(name for name, n in counted.items() if n > 1)


def file_words(path: Path) -> str:
    """Return a file's name and that of its folder."""
    folder = "~" if path.parent == Path.home() else path.parent.name or str(path.parent)
    return visible(f"{path.name} · {folder}")
