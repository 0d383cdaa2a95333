"""Draft a briefing from an article: read it, tell its day of publication, let the grammar make the draft."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.files.articles import Named, article_from, open_article, open_text
from briefing_app.model.dates import DateError, parse_day, parse_published
from briefing_app.model.problems import BriefingError, Place, Problem, errors
from briefing_app.words import tr
from briefing_app.workflow.day_usage import decided, two_days
from briefing_app.workflow.targets import refuse_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from briefing_app.drafting.lexicon import Lexicon
    from briefing_app.files.articles import OpenedArticle
    from briefing_app.model.article import Article, DateFrom
    from briefing_app.model.briefing import Briefing
    from briefing_app.workflow.attaching import Attached

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LONGEST_ID = 64
# What is said of the day of publication, unless somebody gives it.
_OF_THE_DAY = frozenset(("article-dates", "article-day-month", "article-meeting-day"))
# Files that hold articles by their names; of others it shows when they are read.
_SUFFIXES = frozenset((".txt", ".text", ".htm", ".html", ".xhtml", ".docx"))
_NO_BRIEFING = frozenset(("file-prose", "file-html", "pdf-no-briefing"))


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was read, and what it is called.

    Attributes:
        opened: its text, and what is to be said of it.
        name: as problems call it.
        file: where it came from, as problems name it; empty for a text without a place.
        stem: what the briefing is called after; empty where only the article's title can tell.
        fetched: it came from an address.
    """

    opened: OpenedArticle
    name: str
    file: str = ""
    stem: str = ""
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a draft is to be like, where the article does not say or says it wrongly.

    Attributes:
        published: the day of publication, ISO 8601.
        language: the language tag of the article.
        embed_text: keep the article's text in the briefing.
        today: the day on which an address was fetched, ISO 8601.
        alone: draft no item: only the text as the source of a briefing that a person writes.
    """

    published: str | None = None
    language: str | None = None
    embed_text: bool = False
    today: str | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """A draft.

    Attributes:
        briefing: the draft; every item of it is `drafted`.
        article: the text that it was made from.
        problems: warnings about the article.
        file: where the article came from, empty for a text without a place.
    """

    briefing: Briefing
    article: Article
    problems: tuple[Problem, ...] = field(default=())
    file: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A draft with the text that it is read beside.

    Attributes:
        built: the draft.
        text: the article, as the text of its source.
        kept_before: the text was kept on this computer already.
    """

    built: Built
    text: Attached
    kept_before: bool


# -------------------------------------------------------------------------------------------- taking


def is_address(text: str) -> bool:
    """Tell whether a text is one web address and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def is_article(path: Path, problems: Iterable[Problem]) -> bool:
    """Tell whether a file that did not open as a briefing is to be read as an article.

    Args:
        path: the file.
        problems: what kept it from being a briefing.
    """
    codes = {problem.code for problem in problems}
    if "file-not-found" in codes or "file-is-folder" in codes or path.suffix.casefold() == ".briefing":
        return False
    return path.suffix.casefold() in _SUFFIXES or bool(codes & _NO_BRIEFING)


def take_file(path: Path) -> Taken:
    """Read an article from a file.

    Raises:
        BriefingError: see `files.articles.open_article`.
    """
    return Taken(open_article(path), path.name, str(path), path.stem)


def take_bytes(data: bytes, name: str) -> Taken:
    """Read an article from bytes that have no file, as standard input has none.

    Raises:
        BriefingError: see `files.articles.article_from`.
    """
    return Taken(article_from(data, Named(name)), name)


def take_text(text: str) -> Taken:
    """Read an article that was pasted.

    Raises:
        BriefingError: see `files.articles.open_text`.
    """
    name = tr("Pasted text")
    return Taken(open_text(text, name), name)


def take_address(address: str) -> Taken:
    """Fetch an article from the web, once.

    Raises:
        BriefingError: it cannot be fetched, or see `files.articles.article_from`.
    """
    from briefing_app.files.web_fetch import fetch

    page = fetch(address.strip())
    named = Named(page.url, page.url, page.url, page.charset)
    return Taken(article_from(page.data, named), page.url, page.url, fetched=True)


# -------------------------------------------------------------------------------------------- building


def build(taken: Taken, lexicon: Lexicon, wishes: Wishes) -> Built:
    """Draft a briefing from an article.

    Args:
        taken: the article.
        lexicon: the knowledge of words.
        wishes: what the article does not say.

    Raises:
        BriefingError: it names nothing to draft from (`draft-nothing`), too much (`draft-too-many`), or no
            day of publication (`draft-no-date`, `draft-two-days`).
    """
    article, read = _dated(taken, wishes)
    briefing = _begun(taken, article) if wishes.alone else _drafted(taken, article, lexicon)
    if wishes.embed_text:
        briefing = _with_source(briefing, text=article.paragraphs)
    if taken.fetched and wishes.today:
        briefing = _with_source(briefing, retrieved=wishes.today)
    from briefing_app.model.checks import check

    told = check(briefing)
    if wrong := errors(told):
        raise BriefingError(_of(Problem("draft-unsound"), taken), *(_of(each, taken) for each in wrong))
    said = (
        *_about(taken, wishes, article),
        *(_of(each, taken) for each in read),
        *(_of(each, taken) for each in told),
    )
    return Built(briefing, article, said, taken.file)


def kept(built: Built) -> Beside:
    """Return a draft beside its text, which is kept on this computer.

    Raises:
        BriefingError: it cannot be kept.
    """
    from briefing_app.workflow import attaching

    source = built.briefing.sources[0]
    before = attaching.may_be_kept(built.briefing)
    text = attaching.compare(built.briefing, source, built.article.paragraphs).attached
    attaching.keep(text)
    return Beside(built, text, before)


def anchor_of(article: Article) -> date:
    """Return the day from which relative dates are read: that of publication, which the article tells."""
    return parse_published(article.published or "").day


def wished(taken: Taken, wishes: Wishes) -> Article:
    """Return an article with what is wished of it; it tells its day of publication then.

    Raises:
        BriefingError: it does not (`draft-no-date`), or has a date that can be two days (`draft-two-days`).
    """
    return _dated(taken, wishes)[0]


def _dated(taken: Taken, wishes: Wishes) -> tuple[Article, tuple[Problem, ...]]:
    """Return an article with what is wished of it, and what is to be said of how its day was read."""
    changes = {"published": wishes.published, "language": wishes.language}
    article = taken.opened.article.model_copy(update={key: value for key, value in changes.items() if value})
    if article.published is not None:
        return article, ()
    if found := decided(article):
        return article.model_copy(update={"published": found[0]}), (found[1],)
    if both := two_days(article):
        words, first, second = both
        first, second = first[:10], second[:10]
        problem = Problem("draft-two-days", values={"value": words, "day": first, "other": second})
        raise _refused(problem, taken)
    raise _refused(Problem("draft-no-date"), taken)


def _begun(taken: Taken, article: Article) -> Briefing:
    from briefing_app.workflow.beginning import begun

    return begun(article, _name_of(taken, article))


def _name_of(taken: Taken, article: Article) -> str:
    return slug_of(taken.stem) or slug_of(article.title or "") or "draft"


def _drafted(taken: Taken, article: Article, lexicon: Lexicon) -> Briefing:
    from pydantic import ValidationError

    from briefing_app.drafting.draft import draft_of

    try:
        return draft_of(article, lexicon, anchor_of(article), _name_of(taken, article))
    except BriefingError as error:
        raise BriefingError(*(_of(problem, taken) for problem in error.problems)) from error
    except ValidationError as error:  # what the article says has no place in a briefing
        raise _refused(Problem("draft-unsound"), taken) from error


def _with_source(briefing: Briefing, **values: object) -> Briefing:
    first = briefing.sources[0].model_copy(update=values)
    return briefing.model_copy(update={"sources": (first, *briefing.sources[1:])})


def slug_of(text: str) -> str:
    """Return a text as the name of a briefing: small letters, figures and hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(slug) <= _LONGEST_ID:
        return slug
    return slug[: _LONGEST_ID + 1].rpartition("-")[0] or slug[:_LONGEST_ID]


def _refused(problem: Problem, taken: Taken) -> BriefingError:
    return BriefingError(_of(problem, taken))


def _of(problem: Problem, taken: Taken) -> Problem:
    """Return a problem that names the article."""
    where = Place(steps=problem.where.steps, file=taken.file or taken.name)
    return Problem(problem.code, problem.severity, where, {"name": taken.name, **problem.values})


# -------------------------------------------------------------------------------------------- what is said


def _about(taken: Taken, wishes: Wishes, article: Article) -> Iterator[Problem]:
    """Yield what is to be said of the article; its dates only where nobody has decided between them."""
    for problem in taken.opened.problems:
        if problem.code in _OF_THE_DAY and wishes.published is not None:
            continue
        if problem.code == "article-day-month":
            yield _of(Problem("draft-day-month", "warning", values=problem.values), taken)
        elif problem.code != "article-dates":
            yield _of(problem, taken)
        else:
            values = {"value": (article.published or "")[:10], "others": dates_and_places(article)}
            yield _of(Problem("draft-dates", "warning", values=values), taken)
    language = article.language or "en"
    if language.partition("-")[0].casefold() != "en":
        yield _of(Problem("draft-language", "warning", values={"value": language}), taken)


def dates_and_places(article: Article) -> str:
    """Return the dates of an article that differ, each with where it stands."""
    found: dict[str, list[str]] = {}
    for each in article.dates:
        if _is_day(each.value[:10]):
            day = each.value[:10]
            found.setdefault(day, []).append(_where(each.where, day, each.words))
    return "; ".join(f"{day} {', '.join(dict.fromkeys(places))}" for day, places in found.items())


def _is_day(text: str) -> bool:
    try:
        parse_day(text)
    except DateError:  # its year could not be told
        return False
    return True


def _where(where: DateFrom, day: str, words: str) -> str:
    places: Mapping[DateFrom, str] = {
        "dateline": tr("in the dateline"),
        "stamp": tr("in the time stamp"),
        "update": tr("in the stamp of an update"),
        "metadata": tr("in what the page says of itself"),
        "address": tr("in the address"),
        "text": tr("in the text"),
        "meeting": tr("under the title"),
        "file": tr("in the file"),
    }
    if not words or words.startswith(day):
        return places[where]
    return tr("{place} (“{words}”)", place=places[where], words=words)


# -------------------------------------------------------------------------------------------- writing


def counts(briefing: Briefing) -> dict[str, int]:
    """Return how many items of each part a briefing has, by the names of the parts."""
    opcon = briefing.opcon
    stages = sum(len(track.stages) for track in opcon.tracks) if opcon else 0
    attended = [each for each in briefing.participants if each.capacity != "mentioned"]
    return {
        "participants": len(attended),
        "mentioned": len(briefing.participants) - len(attended),
        "agreements": len(briefing.agreements),
        "stages": stages,
        "conditions": len(opcon.conditions) if opcon else 0,
        "meetings": len(briefing.meetings),
        "background": len(briefing.background),
        "gaps": len(briefing.gaps),
        "unused": len(briefing.unused),
    }


def write(built: Built, target: Path, *, source: Path | None = None, force: bool = False) -> None:
    """Write a draft, whole or not at all.

    Args:
        built: the draft.
        target: the file.
        source: the article's own file, which is never written over.
        force: replace a target that exists.

    Raises:
        BriefingError: it was not written.
    """
    from briefing_app.files.writing import save_briefing

    refuse_target(target, source=source, force=force)
    save_briefing(built.briefing, target, expected_digest=None, force=force)
