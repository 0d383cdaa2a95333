"""All texts of the brief and of a review, to be searched and marked: drawn ones, and lines still to come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from briefing_app.gui.panels.panel import Row
from briefing_app.gui.panels.participants import Participants
from briefing_app.gui.panels.passages import shown_of
from briefing_app.gui.panels.row_list import RowList
from briefing_app.gui.widgets.found import View, mark, text_of
from briefing_app.gui.widgets.rows import ItemRow, SelectableRow
from briefing_app.gui.widgets.text import RichTextView, TextLine
from briefing_app.model.markup import plain_text
from briefing_app.model.visible import visible
from briefing_app.workflow.finding import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from briefing_app.gui.document import Reading
    from briefing_app.gui.panels.panel import Panel
    from briefing_app.gui.panels.row_heights import Line


def spots_of_brief(panels: Iterable[Panel]) -> Iterator[Spot]:
    """Yield all texts of a brief as they are read, those of folded names among them."""
    counts: Counter[str] = Counter()
    for key, found in _walk_all(panels):
        if not isinstance(found, RowList):
            yield Spot("brief", key, text_of(found), nth=counts[key])
            counts[key] += 1
        elif not found.shape.reference:
            for line in found.lines:
                yield Spot("brief", line.item, _line_text(line), nth=counts[line.item])
                counts[line.item] += 1


def spots_of_review(words: Iterable[tuple[str, str]]) -> Iterator[Spot]:
    """Yield the texts of a review, by their items."""
    for key, text in words:
        yield Spot("brief", key, text)


def spots_of_sources(reading: Reading) -> Iterator[Spot]:
    """Yield the blocks of all sources."""
    for source in reading.briefing.sources:
        shown = shown_of(reading, source)
        for n in range(len(shown)):
            yield Spot("source", source.id, visible(shown.at(n).text), block=n)


def mark_brief(panels: Iterable[Panel], needle: str, current: Spot | None, nth: int) -> View | None:
    """Mark what is found in all texts that are drawn.

    Args:
        panels: of the brief.
        needle: what is searched for, folded; empty to mark nothing.
        current: the text that has the current match, if it is one of the brief.
        nth: which of its matches that is.

    Returns:
        The text with the current match, where it is drawn.
    """
    counts: Counter[str] = Counter()
    at = None
    for key, view, reference in _drawn(panels):
        here = current is not None and not reference and (key, counts[key]) == (current.key, current.nth)
        counts[key] += not reference
        mark(view, needle, nth if here else -1)
        at = view if here else at
    return at


def watch(panels: Iterable[Panel], filled: Callable[[], object] | None) -> None:
    """Let it be told when a row of a list is given another item."""
    for panel in panels:
        for rows in panel.lists:
            rows.watch(filled)


def _line_text(line: Line) -> str:
    text = line.content(1, 1).text
    return visible(text if isinstance(text, str) else plain_text(text))


def _drawn(panels: Iterable[Panel]) -> Iterator[tuple[str, View, bool]]:
    """Yield the texts that are drawn now, each with its item and whether that stands in full elsewhere."""
    for key, found in _walk_all(panels):
        if isinstance(found, RowList):
            for row in found.children():
                if isinstance(row, ItemRow) and not row.isHidden():
                    yield row.item, row.words, found.shape.reference
        else:
            yield key, found, False


def _walk_all(panels: Iterable[Panel]) -> Iterator[tuple[str, RowList | View]]:
    for panel in panels:
        if isinstance(panel, Participants):
            panel.prepare()
        items = {row.widget: row.item for row in panel.rows if isinstance(row, Row)}
        yield from _walk(panel, "", items)


def _walk(widget: QWidget, key: str, items: Mapping[QWidget, str]) -> Iterator[tuple[str, RowList | View]]:
    for child in widget.children():
        if isinstance(child, RowList):
            yield "", child
        elif isinstance(child, RichTextView) or (isinstance(child, TextLine) and _is_told(child)):
            yield key, child
        elif isinstance(child, QWidget):
            yield from _walk(child, items.get(child, key), items)


def _is_told(line: TextLine) -> bool:
    """Tell whether a line is something that the file says: no heading, and no label."""
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    return bool(line.textInteractionFlags() & selectable) or isinstance(line.parent(), SelectableRow)
