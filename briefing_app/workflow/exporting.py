"""Print briefings: from a file to a PDF beside it, with the passages checked where a text is at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.exporting.options import SECTIONS, Options
from briefing_app.exporting.pdf import Exported, pages_of
from briefing_app.files.atomic import write_atomic
from briefing_app.model.items import TLP_LABELS
from briefing_app.model.problems import BriefingError, Problem, Value, errors
from briefing_app.workflow.checking import article_at, located, texts_of
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.targets import refuse_target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.exporting.options import Layout, Paper
    from briefing_app.exporting.pdf import Pages
    from briefing_app.model.article import Article
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.checking import Texts


Make: TypeAlias = "Callable[[Briefing, Choice, Article | None], Exported]"


@dataclass(frozen=True, slots=True)
class Choice:
    """How a briefing is to be printed.

    Attributes:
        layout: one page, or all of it with its evidence.
        paper: the paper size.
        sections: the parts to print; empty for all.
        max_marking: a marking label; what is marked stricter is left out.
        with_article: keep embedded article texts in the attached briefing.
        texts: by source id, texts at hand that the file does not carry; passages are checked against them.
    """

    layout: Layout = "one-page"
    paper: Paper = "a4"
    sections: tuple[str, ...] = ()
    max_marking: str | None = None
    with_article: bool = False
    texts: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A briefing as pictures of its printed pages.

    Attributes:
        pages: a PNG for each page.
        problems: what is to be said of it, as of the PDF.
    """

    pages: tuple[bytes, ...]
    problems: tuple[Problem, ...] = ()


def export_briefing(briefing: Briefing, choice: Choice, article: Article | None = None) -> Exported:
    """Return `briefing` as a PDF with what is to be said of it.

    Args:
        briefing: the briefing.
        choice: layout, paper and what to leave out.
        article: the article handed over; passages are checked against it and against embedded texts.

    Raises:
        BriefingError: it cannot be printed, with the reason (`font-missing`, ...).
    """
    pages, told = _pages(briefing, choice, article)
    made = pages.typeset("pdf")
    return Exported(made[0], (*told, *pages.problems()))


def picture_briefing(
    briefing: Briefing, choice: Choice, ppi: float, article: Article | None = None
) -> Pictured:
    """Return the very pages that `export_briefing` prints, as pictures.

    Args:
        briefing: the briefing.
        choice: layout, paper and what to leave out.
        ppi: pixels per inch.
        article: the article handed over.

    Raises:
        BriefingError: as `export_briefing`.
    """
    pages, told = _pages(briefing, choice, article)
    made = pages.typeset("png", ppi)
    return Pictured(tuple(made), (*told, *pages.problems()))


def _pages(briefing: Briefing, choice: Choice, article: Article | None) -> tuple[Pages, tuple[Problem, ...]]:
    """Return the pages to print, and what is to be said of the texts that the passages are checked against.

    Raises:
        BriefingError: the choice or a text is unsound.
    """
    if (most := choice.max_marking) and most.upper().startswith("TLP") and most not in TLP_LABELS:
        # A slip in the label would let through, or keep out, what the user did not mean.
        values: dict[str, Value] = {"value": most, "known": ", ".join(TLP_LABELS)}
        raise BriefingError(Problem("unknown-marking", values=values))
    texts, told = texts_of(briefing, article)
    if refused := errors(told):
        raise BriefingError(*refused)
    texts = {**texts, **choice.texts}
    states = {passage: found.state for passage, found in located(briefing, texts).items()} if texts else None
    options = Options(choice.layout, choice.paper, frozenset(choice.sections or SECTIONS), states)
    pages = pages_of(briefing, options, max_marking=choice.max_marking, with_article=choice.with_article)
    return pages, told


def export_to(
    briefing: Briefing,
    path: Path,
    target: Path,
    choice: Choice,
    *,
    article: Article | None = None,
    force: bool = False,
    make: Make | None = None,
) -> Exported:
    """Print `briefing`, which was read from `path`, to `target`.

    Args:
        briefing: the briefing.
        path: the file that it was read from; it is never written over.
        target: the PDF to write; it appears whole or not at all.
        choice: layout, paper and what to leave out.
        article: the article that passages are checked against.
        force: replace a target that exists.
        make: sets the pages elsewhere; None for here.

    Raises:
        BriefingError: the target cannot be written, or the briefing cannot be printed.
    """
    refuse_target(target, source=path, force=force)
    made = (make or export_briefing)(briefing, choice, article)
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
    opened = open_briefing(path)
    if opened.briefing is None:
        return opened.problems
    text = article_at(article)
    made = export_to(opened.briefing, path, target, choice, article=text, force=force)
    # What is said of the whole page has no place in the file.
    placed = opened.at(each for each in made.problems if each.where.steps)
    return (*opened.problems, *placed, *(each for each in made.problems if not each.where.steps))
