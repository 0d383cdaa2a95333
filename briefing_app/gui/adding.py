"""Add an article to the briefing of a window: laid beside what is there, as one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.gui.dialogs.purpose import another_source
from briefing_app.gui.selection import Selection
from briefing_app.gui.unsaved import Unsaved
from briefing_app.words import tr
from briefing_app.workflow import attaching
from briefing_app.workflow.adding import add_article
from briefing_app.workflow.adding_words import line_of, source_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from briefing_app.gui.dialogs.from_article import FromArticle
    from briefing_app.gui.drafts import Drafts
    from briefing_app.gui.editing import Editor
    from briefing_app.gui.main_window import MainWindow
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.adding import Added
    from briefing_app.workflow.attaching import Attached
    from briefing_app.workflow.drafting import Taken, Wishes
    from briefing_app.workflow.drafting_apart import Drafter


class _Beside(NamedTuple):
    """What an article added, and its text.

    Attributes:
        before: the briefing that it was laid beside.
        added: what came of it.
        text: of the article, as that of its source.
        kept_before: the text was kept on this computer already.
    """

    before: Briefing
    added: Added
    text: Attached
    kept_before: bool


def ask(window: MainWindow, editor: Editor, drafts: Drafts) -> FromArticle | None:
    """Ask for an article to add; None where there is nothing that it can be added to."""
    reading = window.document.reading()
    if reading is None:
        return None
    texts = {name: text.paragraphs for name, text in reading.attached.items()}
    work = partial(_laid_beside, reading.briefing, editor.chance, texts)
    dialog = drafts.dialog(window, another_source(work))
    dialog.done_with.connect(partial(_take, window, editor))
    return dialog


def _laid_beside(
    briefing: Briefing,
    chance: Random,
    texts: Mapping[str, tuple[str, ...]],
    drafter: Drafter,
    taken: Taken,
    wishes: Wishes,
) -> _Beside:
    """Add an article to a briefing, and keep its text on this computer; off the GUI thread."""
    added = add_article(briefing, taken, wishes, drafter.built, chance, texts)
    kept_before = attaching.may_be_kept(added.built.briefing)
    text = attaching.compare(added.briefing, source_in(added), added.built.article.paragraphs).attached
    attaching.keep(text)
    return _Beside(briefing, added, text, kept_before)


def _take(window: MainWindow, editor: Editor, beside: _Beside) -> None:
    """Show the briefing with the article as one step, and say what it brought."""
    status = window.frame.status
    if window.document.briefing is not beside.before:
        status.say(tr("Not added: the briefing changed meanwhile. Add the article again."), color="error")
        return
    added = beside.added
    source = source_in(added)
    editor.apply((added.briefing, added.changes))
    if not source.text:
        window.document.attach(source, beside.text)
        unsaved = window.findChild(Unsaved)
        if unsaved is not None and not beside.kept_before:
            unsaved.forget_with(source)
    window.frame.source.show_source(source.id)
    status.say(line_of(beside.before, added), [(tr("Review"), partial(_review, window))])


def _review(window: MainWindow) -> None:
    """Review what is left, from its beginning: what is selected may stand below it."""
    window.select(Selection())
    window.actions_by_id["review"].trigger()
