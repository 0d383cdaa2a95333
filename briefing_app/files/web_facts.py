"""What a web page declares about itself: meta elements, JSON-LD, `time` and `link` elements."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from briefing_app.files.names import is_person
from briefing_app.files.page import Facts
from briefing_app.files.stamps import stamp_with_time
from briefing_app.model.evidence import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import html

    from briefing_app.model.article import DateFrom

_PUBLISHED = re.compile(
    r"(?:article:|og:|dc\.?|dcterms\.|sailthru\.|parsely-|citation_|prism\.)?"
    r"(?:published?(?:_time|-date|_date|ation-?_?date)?|date(?:\.(?:issued|created|available))?|pub-?date"
    r"|issued"
    r"|datepublished|dc\.date(?:\.issued)?)",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"(?:article:|og:|dc\.?|dcterms\.)?(?:modified(?:_time)?|updated_time|last-modified|datemodified)",
    re.IGNORECASE,
)
_DATE_TIME = re.compile(
    r"\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?\s*"
)
_ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "webpage", "report")
_SITE_PARTS = re.compile(r"\s+[|–—·»]\s+|\s+-\s+")
_MOST_JSON = 500_000
# Fewer are the name of a section or a kind of document.
_TITLE_WORDS = 3
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)


def facts_of(root: html.HtmlElement, url: str | None) -> Facts:
    """Return what a page declares.

    Args:
        root: the page.
        url: the address that it came from, if it came from one.
    """
    facts = Facts(url=url)
    meta = _meta(root)
    documents = list(_json_ld(root))
    facts.title = _title(root, meta)
    facts.site = _first(
        meta, "og:site_name", "publisher", "dc.publisher", "article:publisher", "application-name"
    )
    facts.section = _first(meta, "article:section")
    author = _first(meta, "author", "article:author", "dc.creator", "byl", "parsely-author")
    author = re.sub(r"^by\s+", "", author, flags=re.IGNORECASE) if author else ""
    if all(is_person(name) for name in re.split(r", | and ", author)):
        facts.author = author
    facts.url = facts.url or _address(root, meta)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    facts.language = language if _LANGUAGE.fullmatch(language) else None
    for name, value in meta:
        _declare(facts, name, value)
    for document in documents:
        _read_json(facts, document)
    _read_times(root, facts)
    return facts


def _meta(root: html.HtmlElement) -> list[tuple[str, str]]:
    found = []
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = fold(element.get("content", ""))
        if name and value:
            found.append((name.casefold(), value))
    return found


def _first(meta: list[tuple[str, str]], *names: str) -> str | None:
    return next(
        (value for wanted in names for name, value in meta if name == wanted and not _WEB.fullmatch(value)),
        None,
    )


def _title(root: html.HtmlElement, meta: list[tuple[str, str]]) -> str | None:
    """Return the headline: the only `h1`, else as declared, else the page's title without the site's name."""
    heads = [text for element in root.iter("h1") if (text := fold(element.text_content()))]
    declared = _first(meta, "og:title", "twitter:title", "dc.title", "headline")
    if len(heads) == 1 or (heads and declared is None):
        return heads[0]
    if declared:
        return next((head for head in heads if head in declared or declared in head), declared)
    titles = [fold(element.text_content()) for element in root.iter("title")]
    title = _SITE_PARTS.split(titles[0])[0] if titles and titles[0] else ""
    return title if len(title.split()) >= _TITLE_WORDS else None


def _address(root: html.HtmlElement, meta: list[tuple[str, str]]) -> str | None:
    links = [e.get("href", "") for e in root.iter("link") if (e.get("rel") or "").casefold() == "canonical"]
    links += [value for name, value in meta if name == "og:url"]
    return next((link for link in links if _WEB.fullmatch(link)), None)


def iso(value: str) -> str | None:
    """Return a declared date as `Source.published` has it, None where it is no ISO date."""
    match = _DATE_TIME.match(value)
    if not match:
        return None
    day, time, zone = match.groups()
    if not time:
        return day
    zone = (zone or "").replace("+00:00", "Z").replace("+0000", "Z")
    zone = zone if ":" in zone or zone in {"", "Z"} else f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{time}{zone}"


def _declare(facts: Facts, name: str, value: str, where: DateFrom = "metadata") -> None:
    if _MODIFIED.fullmatch(name):
        where = "update"
    elif not _PUBLISHED.fullmatch(name):
        return
    found = iso(value)
    if found is None and (stamp := stamp_with_time(value)) and stamp.year:
        if stamp.swaps:  # decided with the other dates of the page
            facts.stamps.append(("update" if where == "update" else "metadata", stamp))
        else:
            found = stamp.value()
    if found:
        facts.declared.append((found, where, value[:80]))


def _json_ld(root: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Return the objects of type article in the page's JSON-LD."""
    for element in root.iter("script"):
        text = element.text or ""
        if (element.get("type") or "").casefold() != "application/ld+json" or len(text) > _MOST_JSON:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        rows = data if isinstance(data, list) else [data]
        rows = [
            *rows,
            *(each for row in rows if isinstance(row, dict) for each in _listed(row.get("@graph"))),
        ]
        for row in rows:
            if isinstance(row, dict) and any(
                isinstance(kind, str) and kind.casefold() in _ARTICLE_TYPES
                for kind in _listed(row.get("@type"))
            ):
                yield row


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return fold(value) if isinstance(value, str) else ""


def _read_json(facts: Facts, row: dict[str, Any]) -> None:
    for key, where in (("datePublished", "metadata"), ("dateModified", "update")):
        value = row.get(key)
        if isinstance(value, str) and (found := iso(value)):
            facts.declared.append((found, "update" if where == "update" else "metadata", value[:80]))
    people = [name for each in _listed(row.get("author")) if (name := _name(each)) and is_person(name)]
    if people and not facts.author:
        facts.author = people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"
    facts.site = facts.site or next(
        (_name(each) for each in _listed(row.get("publisher")) if _name(each)), None
    )
    section = next((each for each in _listed(row.get("articleSection")) if isinstance(each, str)), None)
    facts.section = facts.section or section


def _read_times(root: html.HtmlElement, facts: Facts) -> None:
    """Note the first `time` element that is machine readable, where nothing else was declared."""
    if any(where == "metadata" for _, where, _ in facts.declared):
        return
    for element in root.iter("time"):
        if found := iso(element.get("datetime", "")):
            facts.declared.append((found, "metadata", fold(element.text_content())[:80]))
            return
