"""Print briefings: from a file to a PDF beside it, with the passages checked where a text is at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.exporting.pdf import Exported, export_pdf
from briefing_app.files.atomic import write_atomic
from briefing_app.model.items import TLP_LABELS
from briefing_app.model.problems import BriefingError, Place, Problem, Value, errors
from briefing_app.workflow.checking import located, texts_of
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.exporting.options import Layout, Paper
    from briefing_app.model.article import Article
    from briefing_app.model.briefing import Briefing


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
    if (most := choice.max_marking) and most.upper().startswith("TLP") and most not in TLP_LABELS:
        # A slip in the label would let through, or keep out, what the user did not mean.
        values: dict[str, Value] = {"value": most, "known": ", ".join(TLP_LABELS)}
        raise BriefingError(Problem("unknown-marking", values=values))
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


def export_to(
    briefing: Briefing,
    path: Path,
    target: Path,
    choice: Choice,
    *,
    article: Article | None = None,
    force: bool = False,
) -> Exported:
    """Print `briefing`, which was read from `path`, to `target`.

    Args:
        briefing: the briefing.
        path: the file that it was read from; it is never written over.
        target: the PDF to write; it appears whole or not at all.
        choice: layout, paper and what to leave out.
        article: the article that passages are checked against.
        force: replace a target that exists.

    Raises:
        BriefingError: the target cannot be written, or the briefing cannot be printed.
    """
    where = Place(file=str(target))
    if not force and target.exists():
        raise BriefingError(Problem("output-exists", "error", where, {"value": str(target)}))
    if target.exists() and path.exists() and target.samefile(path):
        raise BriefingError(Problem("same-file", "error", where))
    made = export_briefing(briefing, choice, article)
    write_atomic(target, made.pdf, expected_digest=None, force=force)
    return made


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
    from briefing_app.files.articles import read_article

    opened = open_briefing(path)
    if opened.briefing is None:
        return opened.problems
    text = read_article(article) if article else None
    made = export_to(opened.briefing, path, target, choice, article=text, force=force)
    return (*opened.problems, *opened.at(made.problems))
