"""Where finding looks in a window, how what it found is marked there, and how one goes to it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from shiboken6 import isValid

from briefing_app.gui.panels.article_found import ArticleFound
from briefing_app.gui.panels.found_texts import (
    mark_brief,
    spots_of_brief,
    spots_of_review,
    spots_of_sources,
)
from briefing_app.gui.panels.review import ReviewView
from briefing_app.gui.widgets import found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from briefing_app.gui.frame import Frame
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.workflow.finding import Match, Spot

_PARAGRAPH = "\u2029"
_EDGE = 40  # px between a match and the edge of the view


class Marked(NamedTuple):
    """What is marked.

    Attributes:
        needle: what is looked for, folded; empty to mark nothing.
        current: the match that is framed.
        nth: which of the matches of its text that is.
        sides: where is looked.
    """

    needle: str
    current: Match | None
    nth: int
    sides: str


def review_of(frame: Frame) -> ReviewView | None:
    """Return the review that is in the place of the brief, if one is."""
    view = frame.holder.held.view if frame.holder.held is not None else None
    return view if isinstance(view, ReviewView) else None


def spots(window: MainWindow) -> Iterator[Spot]:
    """Yield all texts that are shown: those of the brief or of the review, then those of the sources."""
    frame, reading = window.frame, window.document.reading()
    if reading is None:
        return iter(())
    review = review_of(frame)
    if review is not None:
        return chain(spots_of_review(review.words()), spots_of_sources(reading))
    frame.brief.add_rest()
    return chain(spots_of_brief(frame.brief.panels), spots_of_sources(reading))


def mark(window: MainWindow, marked: Marked, matches: Sequence[Match], *, scroll: bool) -> None:
    """Mark what was found in all that is drawn; with `scroll`, bring the current match into sight."""
    frame, current = window.frame, marked.current
    needle = marked.needle if "brief" in marked.sides else ""
    spot = current.spot if current is not None and current.spot.side == "brief" else None
    review = review_of(frame)
    if review is not None:
        for key, view in review.texts.items():
            found.mark(view, needle, marked.nth if spot and spot.key == key else -1)
    else:
        at = mark_brief(frame.brief.panels, needle, spot, marked.nth)
        if scroll and at is not None:
            frame.brief.ensureWidgetVisible(at, 0, _EDGE)
    _mark_source(frame, marked, matches)


def _mark_source(frame: Frame, marked: Marked, matches: Sequence[Match]) -> None:
    pane = frame.source_made
    over = pane.findChild(ArticleFound) if pane is not None else None
    if pane is None or (over is None and not marked.needle):
        return
    if over is None:
        over = ArticleFound(frame.theme, pane.article)
    here = [each for each in matches if each.spot.side == "source" and each.spot.key == pane.source]
    over.show_matches(here if marked.needle else (), marked.current)


def go_to(window: MainWindow, match: Match) -> None:
    """Select and show the item in which a match is, or show it in its source."""
    frame, spot = window.frame, match.spot
    if spot.side == "source":
        window.source_side.show_source(spot.key)
        pane = frame.source
        over = pane.findChild(ArticleFound) or ArticleFound(frame.theme, pane.article)
        over.show_matches((match,), match)
        over.go()
        return
    if frame.fit.overlay and window.source_side.wanted and frame.workspace.lies_over:
        window.source_side.toggle()
    review = review_of(frame)
    if review is not None:
        review.show_item(spot.key)
        return
    frame.views.setCurrentWidget(frame.brief)
    if spot.key:
        frame.stay.let_go()
        window.pick(spot.key)
        frame.brief.reveal()


def chosen_words(frame: Frame) -> str:
    """Return the words that are selected in the article, empty where they are in several paragraphs."""
    pane = frame.source_made
    words = pane.article.textCursor().selectedText() if pane is not None and pane.isVisible() else ""
    return "" if _PARAGRAPH in words else words


def give_back(window: MainWindow, before: QWidget | None) -> None:
    """Give the keyboard back: to the source, to the item that is selected, or to what had it."""
    frame = window.frame
    there = before is not None and isValid(before) and before.isVisible()
    if there and before is not None and not frame.views.isAncestorOf(before):
        before.setFocus()
    elif frame.holder.held is not None:
        frame.holder.held.view.setFocus()
    else:
        frame.brief.reveal(focus=True)
