"""Print briefings: from a file to a PDF beside it, with the passages checked where a text is at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing_app.exporting.pdf import Exported, export_pdf
from briefing_app.files.articles import read_article
from briefing_app.files.atomic import write_atomic
from briefing_app.model.problems import BriefingError, Place, Problem, errors
from briefing_app.workflow.checking import located, texts_of
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.article import Article
    from briefing_app.model.briefing import Briefing

Layout = Literal["one-page", "full"]
Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Choice:
    """How a briefing is to be printed.

    Attributes:
        layout: one page, or all of it with its evidence.
        paper: the paper size.
        sections: the parts to print; empty for all.
        max_marking: a marking label; what is marked stricter is left out.
        with_article: keep embedded article texts in the attached briefing.
    """

    layout: Layout = "one-page"
    paper: Paper = "a4"
    sections: tuple[str, ...] = ()
    max_marking: str | None = None
    with_article: bool = False


def export_briefing(briefing: Briefing, choice: Choice, article: Article | None = None) -> Exported:
    """Return `briefing` as a PDF with what is to be said of it.

    Args:
        briefing: the briefing.
        choice: layout, paper and what to leave out.
        article: the article handed over; passages are checked against it and against embedded texts.

    Raises:
        BriefingError: it cannot be printed, with the reason (`font-missing`, ...).
    """
    texts, told = texts_of(briefing, article)
    if refused := errors(told):
        raise BriefingError(*refused)
    states = {passage: found.state for passage, found in located(briefing, texts).items()} if texts else None
    made = export_pdf(
        briefing,
        layout=choice.layout,
        paper=choice.paper,
        sections=choice.sections,
        states=states,
        max_marking=choice.max_marking,
        with_article=choice.with_article,
    )
    return Exported(made.pdf, (*told, *made.problems))


def export_file(
    path: Path, target: Path, choice: Choice, *, article: Path | None = None, force: bool = False
) -> tuple[Problem, ...]:
    """Print the briefing at `path` to `target`.

    Args:
        path: a `.briefing` file.
        target: the PDF to write; it appears whole or not at all.
        choice: layout, paper and what to leave out.
        article: the article that passages are checked against.
        force: replace a target that exists.

    Returns:
        The problems of the file and of the export; the target is written unless there is an error.

    Raises:
        BriefingError: a file cannot be read or written, or the briefing cannot be printed.
    """
    if not force and target.exists():
        raise BriefingError(
            Problem("output-exists", "error", Place(file=str(target)), {"value": str(target)})
        )
    if target.exists() and path.exists() and target.samefile(path):
        raise BriefingError(Problem("same-file", "error", Place(file=str(target))))
    opened = open_briefing(path)
    if opened.briefing is None:
        return opened.problems
    made = export_briefing(opened.briefing, choice, read_article(article) if article else None)
    write_atomic(target, made.pdf, expected_digest=None, force=force)
    return (*opened.problems, *opened.at(made.problems))
