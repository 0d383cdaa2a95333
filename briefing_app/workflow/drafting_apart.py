"""Drafts from long articles in a process of its own."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from briefing_app.files.articles import OpenedArticle
from briefing_app.files.reading import parse_briefing
from briefing_app.model.article import Article
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.workflow import drafting
from briefing_app.workflow.apart import Apart, heard, told
from briefing_app.workflow.drafting import Built, Taken, Wishes
from briefing_app.workflow.lexicon import load_lexicon, own_folder

if TYPE_CHECKING:
    from briefing_app.workflow.drafting import Beside

LONG = 40_000  # characters of a text that takes seconds; starting a process takes one of them


class Drafter:
    """Makes one draft after the other; what is under way can be ended from another thread."""

    def __init__(self, long: int = LONG) -> None:
        """Make it.

        Args:
            long: characters from which on a process of its own is started.
        """
        self._long = long
        self._apart = Apart("briefing_app.workflow.drafting_apart")

    def beside(self, taken: Taken, wishes: Wishes) -> Beside:
        """Return a draft to be read beside its text, which is kept on this computer as attached texts are.

        Raises:
            BriefingError: as `built`; the text cannot be kept.
        """
        return drafting.kept(self.built(taken, wishes))

    def built(self, taken: Taken, wishes: Wishes) -> Built:
        """Return a draft, as `drafting.build` does; the user's own lexicon counts.

        Raises:
            BriefingError: as there; the user's lexicon is unsound; `draft-ended` where it was ended.
        """
        if sum(map(len, taken.opened.article.paragraphs)) < self._long:
            return drafting.build(taken, load_lexicon(own_folder()), wishes)
        return self._built_apart(taken, wishes)

    def begin(self) -> None:
        """Let drafts be made again after `end`."""
        self._apart.begin()

    def end(self) -> None:
        """End what is under way, if anything is, and begin nothing that is still to come."""
        self._apart.end()

    def _built_apart(self, taken: Taken, wishes: Wishes) -> Built:
        said = self._apart.ask(json.dumps(_order(taken, wishes)).encode())
        if said is None:
            code = "draft-ended" if self._apart.ended else "draft-unsound"
            raise BriefingError(Problem(code, values={"name": taken.name}))
        return _answered(json.loads(said), taken)


def _order(taken: Taken, wishes: Wishes) -> dict[str, Any]:
    return {
        "article": taken.opened.article.model_dump(mode="json"),
        "problems": told(taken.opened.problems),
        "taken": {"name": taken.name, "file": taken.file, "stem": taken.stem, "fetched": taken.fetched},
        "wishes": asdict(wishes),
    }


def _answered(answer: dict[str, Any], taken: Taken) -> Built:
    problems = heard(answer["problems"])
    if "briefing" not in answer:
        raise BriefingError(*problems)
    briefing = parse_briefing(answer["briefing"].encode(), taken.name).briefing
    if briefing is None:
        raise BriefingError(Problem("draft-unsound", values={"name": taken.name}))
    return Built(briefing, Article.model_validate(answer["article"]), problems, taken.file)


def answer(order: dict[str, Any]) -> dict[str, Any]:
    """Return the draft that an order asks for, or why there is none; this runs in the process apart."""
    opened = OpenedArticle(Article.model_validate(order["article"]), heard(order["problems"]))
    try:
        built = drafting.build(
            Taken(opened, **order["taken"]), load_lexicon(own_folder()), Wishes(**order["wishes"])
        )
    except BriefingError as error:
        return {"problems": told(error.problems)}
    article = built.article.model_dump(mode="json")
    return {"briefing": to_text(built.briefing), "article": article, "problems": told(built.problems)}


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin.buffer)), sys.stdout)
