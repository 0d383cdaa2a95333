"""Drafts from long articles in a process of its own, which can be ended at any moment.

A thread cannot be ended, and the program would wait for it when it closes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

import briefing_app
from briefing_app.files.articles import OpenedArticle
from briefing_app.files.reading import parse_briefing
from briefing_app.model.article import Article
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.workflow import drafting
from briefing_app.workflow.drafting import Built, Taken, Wishes
from briefing_app.workflow.lexicon import load_lexicon, own_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.workflow.drafting import Beside

LONG = 40_000  # characters of a text that takes seconds; starting a process takes one of them
_PACKAGE = str(Path(briefing_app.__file__).resolve().parents[1])


class Drafter:
    """Makes one draft after the other; what is under way can be ended from another thread."""

    def __init__(self, long: int = LONG) -> None:
        """Make it.

        Args:
            long: characters from which on a process of its own is started.
        """
        self._long = long
        self._process: subprocess.Popen[bytes] | None = None
        self._ended, self._lock = Event(), Lock()

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
        self._ended.clear()

    def end(self) -> None:
        """End what is under way, if anything is, and begin nothing that is still to come."""
        with self._lock:
            self._ended.set()
            if self._process is not None:
                self._process.kill()

    def _built_apart(self, taken: Taken, wishes: Wishes) -> Built:
        with self._lock:
            if self._ended.is_set():
                raise BriefingError(Problem("draft-ended", values={"name": taken.name}))
            self._process = process = subprocess.Popen(
                [sys.executable, "-P", "-m", "briefing_app.workflow.drafting_apart"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        try:
            said, _ = process.communicate(json.dumps(_order(taken, wishes)).encode())
        finally:
            with self._lock:
                self._process = None
        if process.returncode:
            code = "draft-ended" if self._ended.is_set() else "draft-unsound"
            raise BriefingError(Problem(code, values={"name": taken.name}))
        return _answered(json.loads(said), taken)


def _environment() -> dict[str, str]:
    before = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{_PACKAGE}{os.pathsep}{before}" if before else _PACKAGE}


def _order(taken: Taken, wishes: Wishes) -> dict[str, Any]:
    return {
        "article": taken.opened.article.model_dump(mode="json"),
        "problems": _told(taken.opened.problems),
        "taken": {"name": taken.name, "file": taken.file, "stem": taken.stem, "fetched": taken.fetched},
        "wishes": asdict(wishes),
    }


def _answered(answer: dict[str, Any], taken: Taken) -> Built:
    problems = _problems(answer["problems"])
    if "briefing" not in answer:
        raise BriefingError(*problems)
    briefing = parse_briefing(answer["briefing"].encode(), taken.name).briefing
    if briefing is None:
        raise BriefingError(Problem("draft-unsound", values={"name": taken.name}))
    return Built(briefing, Article.model_validate(answer["article"]), problems, taken.file)


def _told(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [asdict(problem) for problem in problems]


def _problems(told: list[dict[str, Any]]) -> tuple[Problem, ...]:
    places = (Place(**{**each["where"], "steps": tuple(each["where"]["steps"])}) for each in told)
    return tuple(
        Problem(each["code"], each["severity"], place, each["values"])
        for each, place in zip(told, places, strict=True)
    )


def answer(order: dict[str, Any]) -> dict[str, Any]:
    """Return the draft that an order asks for, or why there is none; this runs in the process apart."""
    opened = OpenedArticle(Article.model_validate(order["article"]), _problems(order["problems"]))
    try:
        built = drafting.build(
            Taken(opened, **order["taken"]), load_lexicon(own_folder()), Wishes(**order["wishes"])
        )
    except BriefingError as error:
        return {"problems": _told(error.problems)}
    article = built.article.model_dump(mode="json")
    return {"briefing": to_text(built.briefing), "article": article, "problems": _told(built.problems)}


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin.buffer)), sys.stdout)
