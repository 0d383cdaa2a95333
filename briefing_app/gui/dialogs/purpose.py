"""What an article is read for: a briefing of its own, or another source of one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.workflow.drafting import Taken, Wishes
    from briefing_app.workflow.drafting_apart import Drafter
    from briefing_app.workflow.known import Known

    Work = Callable[[Drafter, Taken, Wishes], object]
    Look = Callable[[Taken], Known | None]


class Purpose(NamedTuple):
    """What is said of what is read, and done with it.

    Attributes:
        title: of the dialog.
        heading: what will be done.
        told: what comes of it.
        button: the word of the button that does it.
        alone: the words of the choice to draft nothing.
        told_alone: what comes of it then.
        button_alone: the word of the button then.
        dropped: what is done with what is held over the dialog; `{name}` is its name.
        cancelled: what is said when it was cancelled.
        work: does it, off the GUI thread, once the article is read.
        look: gives what tells, off the GUI thread, whether the article is known; None where nobody asks.
    """

    title: str
    heading: str
    told: str
    button: str
    alone: str
    told_alone: str
    button_alone: str
    dropped: str
    cancelled: str
    work: Work
    look: Callable[[], Look] | None = None


def new_briefing(look: Callable[[], Look]) -> Purpose:
    """Return the purpose of a briefing of its own.

    Args:
        look: gives what tells, off the GUI thread, whether an article was drafted from already.
    """
    return Purpose(
        tr("New from article"),
        tr("Draft a briefing from an article"),
        tr(
            "The draft opens unsaved beside its text. Nothing leaves this computer; an address is fetched "
            "once, when you press Draft. The text is kept on this computer until you choose Forget."
        ),
        tr("Draft"),
        tr("Draft nothing: begin with the text alone"),
        tr(
            "The briefing opens unsaved beside the text, with nothing but its headline. Nothing leaves this "
            "computer; an address is fetched once, when you press Begin. The text is kept on this computer "
            "until you choose Forget."
        ),
        tr("Begin"),
        tr("Drop {name} to draft a briefing from it."),
        tr("Cancelled: nothing was drafted."),
        lambda drafter, taken, wishes: drafter.beside(taken, wishes),
        look,
    )


def another_source(work: Work) -> Purpose:
    """Return the purpose of another source.

    Args:
        work: adds the article, off the GUI thread.
    """
    return Purpose(
        tr("Add an article"),
        tr("Add an article to this briefing"),
        tr(
            "Its draft is laid beside what is there: items that match gain a passage, all else comes as "
            "drafted, to be reviewed; one undo takes it back. Nothing leaves this computer; an address is "
            "fetched once, when you press Add. The text is kept on this computer until you choose Forget."
        ),
        tr("Add"),
        tr("Draft nothing: add the text alone"),
        tr(
            "The text becomes a source of this briefing; no item is drafted from it, and one undo takes it "
            "back. Nothing leaves this computer; an address is fetched once, when you press Add. The text is "
            "kept on this computer until you choose Forget."
        ),
        tr("Add"),
        tr("Drop {name} to add it."),
        tr("Cancelled: nothing was added."),
        work,
    )
