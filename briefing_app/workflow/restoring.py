"""Earlier versions of a briefing: what each changed, in words; and to restore one, which is an edit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.briefing import items
from briefing_app.model.date_words import day_in_words
from briefing_app.model.problems import BriefingError
from briefing_app.words import tr
from briefing_app.workflow.change_words import counts, in_title, naming, sentences, title_of
from briefing_app.workflow.comparing import compare
from briefing_app.workflow.editing import NOTHING, Changes
from briefing_app.workflow.text_changes import cut
from briefing_app.workflow.versions import read

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from briefing_app.files.versions import Version
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.problems import Problem
    from briefing_app.workflow.editing import Edited

_LONGEST = 200  # characters of what one version changed
_KB = 1000


class Told(NamedTuple):
    """A version as it is listed.

    Attributes:
        briefing: what it says, None where it cannot be shown.
        changed: what it changed to the version before it, in a sentence or two.
        problems: why it cannot be shown.
    """

    briefing: Briefing | None
    changed: str = ""
    problems: tuple[Problem, ...] = ()


def told(path: Path, version: Version, before: Version | None) -> Told:
    """Return what a version says and what it changed; never raises.

    Args:
        path: the file.
        version: one of those that are kept of it.
        before: the one that was saved before it, None for the oldest.
    """
    here = _read(path, version)
    if here.briefing is None:
        return here._replace(changed=tr("This version cannot be shown."))
    if before is None:
        return here._replace(changed=tr("The oldest version that is kept."))
    older = _read(path, before)
    if older.briefing is None:
        return here._replace(changed=tr("The version before it cannot be read."))
    return here._replace(changed=summary(older.briefing, here.briefing))


def _read(path: Path, version: Version) -> Told:
    try:
        opened = read(path, version)
    except BriefingError as error:
        return Told(None, problems=error.problems)
    return Told(opened.briefing, problems=() if opened.briefing else opened.problems)


def summary(before: Briefing, after: Briefing) -> str:
    """Return what differs between two briefings in a sentence or two."""
    changes = compare(before, after)
    if not changes:
        return tr("Nothing differs.")
    names = naming(before, after)
    first = next((change for change in changes if change.panel != "briefing"), changes[0])
    title = cut(title_of(first, names), _LONGEST)
    if first.change in ("added", "removed"):
        words = tr("{count}: {title}", count=counts((first,)), title=title)
    else:
        words = "; ".join(sentences(first, names))
        if not {field.field for field in first.fields} & set(in_title(first, names)):
            words = f"{title}: {words}"
    words = cut(words, _LONGEST)
    return words if len(changes) == 1 else tr("{counts}. {first}", counts=counts(changes), first=words)


def restore(briefing: Briefing, version: Briefing, when: str) -> Edited:
    """Return a version in the place of a briefing, reviews and all; nothing is saved by it.

    Args:
        briefing: as it is now.
        version: as it was.
        when: it was saved, in words.
    """
    touched = {change.item for change in compare(briefing, version)}
    if not touched:
        return briefing, NOTHING
    there = tuple(item.id for _, item in items(version) if item.id in touched)
    return version, Changes(tr("restore version of {when}", when=when), there)


def when_words(when: datetime, *, seconds: bool = False) -> str:
    """Return when a version was saved, as clocks show it here: "26 November 2026, 15:04"."""
    here = when.astimezone()
    time = f"{here:%H:%M:%S}" if seconds else f"{here:%H:%M}"
    return tr("{day}, {time}", day=day_in_words(here.date()).replace("\u00a0", " "), time=time)


def near_words(when: datetime, now: datetime, *, seconds: bool = False) -> str:
    """Return when a version was saved, with "Today" and "Yesterday" for their days."""
    words, here = when_words(when, seconds=seconds), when.astimezone()
    today = now.astimezone().date()
    near = {today: tr("Today"), today - timedelta(days=1): tr("Yesterday")}.get(here.date())
    return tr("{day}, {time}", day=near, time=words.rpartition(", ")[2]) if near else words


def size_words(size: int) -> str:
    """Return how large a file is: "412 bytes", "8.4 kB", "1.2 MB"."""
    if size < _KB:
        return tr("{n} bytes", n=size)
    if size < _KB * _KB:
        return tr("{n} kB", n=f"{size / _KB:.1f}")
    return tr("{n} MB", n=f"{size / _KB / _KB:.1f}")
