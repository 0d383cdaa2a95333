"""What the palette offers: the commands of the table of actions, the items of the briefing, files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtGui import QKeySequence

from briefing_app.gui.action_rows import rows
from briefing_app.gui.citation import words_of
from briefing_app.model.agreements import Agreement
from briefing_app.model.briefing import items
from briefing_app.model.items import BottomLine
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.meetings import Meeting
from briefing_app.model.opcon import Approach, Condition, Stage, Transfer
from briefing_app.model.outline import kind_word, marks, party_name
from briefing_app.model.people import Participant
from briefing_app.model.visible import visible
from briefing_app.words import tr
from briefing_app.workflow.step_names import noun_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from briefing_app.gui.action_rows import Id, Row
    from briefing_app.gui.settings import Settings
    from briefing_app.gui.widgets.icons import IconName
    from briefing_app.model.agreements import Kind
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.items import Item

Group = Literal["commands", "items", "files", "text"]


class Entry(NamedTuple):
    """Something that can be chosen.

    Attributes:
        group: the heading that it stands under.
        key: the action's id, the item's id, the file, or words to be found in the texts.
        text: its words.
        detail: what else is told of it, quietly.
        also: words that find it and are not shown.
        icon: its sign, or that of its kind.
        kind: of the agreement, whose sign stands before it.
        caps: its keys, or its paragraph marks in one.
        why: why it cannot be done now, empty where it can.
    """

    group: Group
    key: str
    text: str
    detail: str = ""
    also: str = ""
    icon: IconName | None = None
    kind: Kind | None = None
    caps: tuple[str, ...] = ()
    why: str = ""


def commands(actions: Mapping[Id, QAction]) -> Iterator[Entry]:
    """Yield the actions of the table, as they are now."""
    for row in rows():
        if row.id == "palette":
            continue
        action = actions[row.id]
        text = action.text().replace("&", "").rstrip("…")
        why = "" if action.isEnabled() else str(action.property("why") or tr("not here"))
        icon: IconName | None = "check" if action.isChecked() else row.icon
        yield Entry("commands", row.id, text, row.tip, row.tip, icon, caps=_caps(row), why=why)


def find_in_text(query: str) -> Entry:
    """Return the offer to find words in the briefing and its source."""
    text = tr("Find “{query}” in the briefing and its source", query=visible(query))
    return Entry("text", query, text, icon="search")


def _caps(row: Row) -> tuple[str, ...]:
    """Return the keys of an action, each for itself."""
    keys = (*row.keys, *row.listed_keys)[:1]
    return tuple(cap for key in keys for cap in caps_of(key))


def caps_of(key: str) -> tuple[str, ...]:
    """Return the caps of a shortcut, as this platform writes them: Ctrl, Shift, E."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    head, plus, last = text.rpartition("+")
    if plus and not last:  # the key itself is +
        return (*(part for part in head.split("+") if part), "+")
    return tuple(text.split("+"))


def of_items(briefing: Briefing, *, every: bool) -> Iterator[Entry]:
    """Yield the items of a briefing; with `every`, those that were rejected, too."""
    for _, item in items(briefing):
        if every or item.review.state != "rejected":
            yield _of_item(briefing, item)


def _of_item(briefing: Briefing, item: Item) -> Entry:
    caps = tuple(mark.text for mark in marks(briefing, item))
    text, detail, also = _one_line(words_of(item, briefing)), noun_of(item), noun_of(item)
    if isinstance(item, Agreement):
        word = kind_word(item.kind)
        parties = " ".join(party_name(briefing, code) for code in item.parties)
        text = _one_line(plain_text(rich_text(item.statement)))
        return Entry("items", item.id, text, word, f"{word} {also} {parties}", None, item.kind, caps)
    if isinstance(item, Participant):
        side = party_name(briefing, item.side) if item.side else ""
        detail = _one_line(", ".join(part for part in (item.role, item.organisation) if part))
        names = " ".join((item.name, *item.other_names))
        return Entry(
            "items",
            item.id,
            _one_line(item.name),
            detail,
            f"{names} {detail} {side} {also}",
            "people",
            None,
            caps,
        )
    icon: IconName = "quote"
    if isinstance(item, Meeting):
        icon = "calendar"
    elif isinstance(item, Stage | Condition | Transfer | Approach):
        icon = "stages"
    elif isinstance(item, BottomLine):
        icon = "document"
    return Entry("items", item.id, text, detail, also, icon, None, caps)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


def files(
    settings: Settings, samples: Callable[[], tuple[tuple[Path, str], ...]], current: Path | None
) -> Iterator[Entry]:
    """Yield the files opened last that are still there, and the samples, but the one that is shown."""
    seen = {str(current)} if current is not None else set()
    for name in settings.now.recent:
        if name not in seen and os.path.exists(name):  # noqa: PTH110 - it takes any name
            seen.add(name)
            known = settings.now.known.get(name)
            title = known.title if known is not None and known.title else Path(name).stem
            file = _one_line(Path(name).name)
            yield Entry("files", name, _one_line(title), file, file, "document")
    for path, title in samples():
        if str(path) not in seen:
            yield Entry("files", str(path), _one_line(title), tr("sample"), f"{path.name} sample", "document")
