"""What was typed in a form that was left without saving it: it is told, and can be brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.panels.edit_card import EditCard


def offer(window: MainWindow, again: Callable[[], object]) -> None:
    """Say that what was typed was not kept, and offer to bring it back.

    Args:
        window: the window.
        again: opens the form again with what was typed in it.
    """

    def bring_back() -> None:
        window.frame.status.close_line()
        again()

    window.frame.status.say(tr("What you typed was not kept."), [(tr("Bring it back"), bring_back)])


def tell_refused(window: MainWindow, form: EditCard | None) -> None:
    """Say that a file was not saved, for something in the open form cannot stand.

    Args:
        window: the window.
        form: what is open; None for nothing.
    """
    if form is not None and form.wrong:
        words = tr("Not saved: the open form cannot be saved yet. {reason}", reason=form.wrong)
        window.frame.status.say(words, color="error")
