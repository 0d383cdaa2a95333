"""Sets the pages of long briefings in a process of its own: hundreds of pages take minutes and gigabytes."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from briefing_app.exporting.pdf import Exported
from briefing_app.model.briefing import Briefing, items
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words import tr
from briefing_app.workflow.apart import Apart, heard, told
from briefing_app.workflow.exporting import Choice, Pictured, export_briefing, picture_briefing

if TYPE_CHECKING:
    from briefing_app.model.article import Article

MANY = 200  # items that take a second and more; starting a process takes half of one


class Setter:
    """Sets pages; what is under way for a long briefing can be ended from another thread."""

    def __init__(self, many: int = MANY) -> None:
        """Make it.

        Args:
            many: items from which on a process of its own is started.
        """
        self._many = many
        self._apart = Apart("briefing_app.workflow.setting_apart")

    def begin(self) -> None:
        """Let pages be set again after `end`."""
        self._apart.begin()

    def end(self) -> None:
        """End what is under way, if anything is, and begin nothing that is still to come."""
        self._apart.end()

    def pictures(self, briefing: Briefing, choice: Choice, ppi: float) -> Pictured:
        """Return pages as pictures, as `exporting.picture_briefing` does.

        Raises:
            BriefingError: as there; `typesetting-ended` where it was ended.
        """
        if not self._is_long(briefing):
            return picture_briefing(briefing, choice, ppi)
        pages, problems = self._asked(briefing, choice, ppi)
        return Pictured(pages, problems)

    def pdf(self, briefing: Briefing, choice: Choice, article: Article | None = None) -> Exported:
        """Return pages as a PDF, as `exporting.export_briefing` does.

        Raises:
            BriefingError: as there; `typesetting-ended` where it was ended.
        """
        if article is not None or not self._is_long(briefing):
            return export_briefing(briefing, choice, article)
        pages, problems = self._asked(briefing, choice, None)
        return Exported(pages[0], problems)

    def _is_long(self, briefing: Briefing) -> bool:
        return sum(1 for _ in items(briefing)) >= self._many

    def _asked(
        self, briefing: Briefing, choice: Choice, ppi: float | None
    ) -> tuple[tuple[bytes, ...], tuple[Problem, ...]]:
        order = {"briefing": to_text(briefing), "choice": asdict(choice), "ppi": ppi}
        said = self._apart.ask(json.dumps(order).encode())
        if said is None:
            if self._apart.ended:
                raise BriefingError(Problem("typesetting-ended"))
            values = {"reason": tr("the process that set the pages failed, or had not enough memory")}
            raise BriefingError(Problem("typesetting-failed", values=values))
        head, _, rest = said.partition(b"\n")
        answer = json.loads(head)
        problems = heard(answer["problems"])
        if "sizes" not in answer:
            raise BriefingError(*problems)
        pages, at = [], 0
        for size in answer["sizes"]:
            pages.append(rest[at : at + size])
            at += size
        return tuple(pages), problems


def answer(order: dict[str, Any]) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """Return what is told of the pages that an order asks for, and the pages; this runs apart."""
    briefing = Briefing.model_validate_json(order["briefing"])
    choice = order["choice"]
    # JSON knows no tuples.
    texts = {name: tuple(text) for name, text in choice["texts"].items()}
    choice = Choice(**{**choice, "sections": tuple(choice["sections"]), "texts": texts})
    try:
        if order["ppi"] is None:
            made = export_briefing(briefing, choice)
            pictured = Pictured((made.pdf,), made.problems)
        else:
            pictured = picture_briefing(briefing, choice, order["ppi"])
    except BriefingError as error:
        return {"problems": told(error.problems)}, ()
    return {"problems": told(pictured.problems), "sizes": list(map(len, pictured.pages))}, pictured.pages


if __name__ == "__main__":
    head, made = answer(json.load(sys.stdin.buffer))
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    sys.stdout.buffer.writelines(made)
