"""What a briefing must hold beyond the shape of its fields: references, identity, review, limits."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel

from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing, items, passages
from briefing_app.model.items import TLP_LABELS, Item, Marking
from briefing_app.model.markup import plain_text, rich_text
from briefing_app.model.parties import known_code, name_of
from briefing_app.model.problems import Place, Problem, Severity, Step, Value, errors
from briefing_app.model.record import MAX_ITEMS
from briefing_app.model.sources import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS = 50
MARKDOWN_FIELDS = ("text", "statement")


def check(briefing: Briefing) -> tuple[Problem, ...]:
    """Return what is wrong with a briefing whose fields each have the right shape.

    Args:
        briefing: the briefing.

    Returns:
        Errors and warnings with their JSON paths, in no particular order; lines are the file layer's.
    """
    return (*_all_but_texts(briefing), *_texts(briefing))


def faults(briefing: Briefing) -> tuple[Problem, ...]:
    """Return the errors that `check` would find, without reading the texts, which have none."""
    return errors(_all_but_texts(briefing))


def _all_but_texts(briefing: Briefing) -> tuple[Problem, ...]:
    found = (*_identity(briefing), *_references(briefing), *_review(briefing), *_parties(briefing))
    return (*found, *_markings(briefing), *_embedded(briefing), *_inferred(briefing))


def _problem(code: str, steps: tuple[Step, ...], severity: Severity = "error", **values: Value) -> Problem:
    return Problem(code, severity, Place(steps), values)


def _identity(briefing: Briefing) -> Iterator[Problem]:
    seen: dict[str, tuple[Step, ...]] = {}
    places: list[tuple[tuple[Step, ...], str]] = [
        (("sources", n), source.id) for n, source in enumerate(briefing.sources)
    ]
    places += [(steps, item.id) for steps, item in items(briefing)]
    places += [(("unused", n), unused.id) for n, unused in enumerate(briefing.unused)]
    for steps, name in places:
        if name in seen:
            first = Place(seen[name]).path
            yield _problem("duplicate-id", (*steps, "id"), value=name, first=first)
        seen.setdefault(name, steps)
    if len(places) > MAX_ITEMS:
        yield _problem("too-many-items", (), n=len(places), most=MAX_ITEMS)


def _references(briefing: Briefing) -> Iterator[Problem]:
    sources = {source.id: source for source in briefing.sources}
    for steps, passage in passages(briefing):
        source = sources.get(passage.source)
        if source is None:
            known = ", ".join(sources)
            yield _problem("no-such-source", (*steps, "source"), value=passage.source, known=known)
        elif passage.paragraph > source.paragraphs:
            yield _problem(
                "no-such-paragraph", (*steps, "paragraph"), value=passage.paragraph, last=source.paragraphs
            )
    for n, difference in enumerate(briefing.differences):
        if difference.evidence:
            yield _problem("difference-evidence", ("differences", n, "evidence"))


def _review(briefing: Briefing) -> Iterator[Problem]:
    for steps, item in items(briefing):
        state = item.review.state
        proved = item.evidence or isinstance(item, Difference) or steps[0] == "gaps"
        if state in ("accepted", "edited") and not proved:
            yield _problem("accepted-without-evidence", (*steps, "review", "state"), value=state)
        if briefing.status != "draft" and state not in ("accepted", "edited"):
            yield _problem(
                "status-ahead-of-review", (*steps, "review", "state"), value=state, status=briefing.status
            )
    if briefing.signed_off and briefing.status == "draft":
        yield _problem("signed-off-draft", ("signed_off",), "warning")


def _parties(briefing: Briefing) -> Iterator[Problem]:
    named = {each.abbreviation for each in briefing.glossary}  # and in the end all that have a name
    for steps, code in _party_codes(briefing):
        if code in named:
            continue
        if name_of(code) is not None:
            named.add(code)
        else:
            yield _problem("party-without-name", steps, value=code, use=known_code(code) or "")


def _party_codes(briefing: Briefing) -> Iterator[tuple[tuple[Step, ...], str]]:
    for steps, item in items(briefing):
        side = getattr(item, "side", None)
        if side:
            yield (*steps, "side"), side
        for key in ("parties", "participants"):
            for n, code in enumerate(getattr(item, key, ())):
                yield (*steps, key, n), code


def _texts(briefing: Briefing) -> Iterator[Problem]:
    words = len(plain_text(rich_text(briefing.bottom_line.text)).split())
    if words > MOST_WORDS:
        yield _problem("bottom-line-long", ("bottom_line", "text"), "warning", n=words, most=MOST_WORDS)
    for steps, text in _markdown(briefing):
        if because := rich_text(text).plain_because:
            yield _problem("markdown-as-text", steps, "warning", because=because)


def _markdown(briefing: Briefing) -> Iterator[tuple[tuple[Step, ...], str]]:
    if briefing.comment:
        yield ("comment",), briefing.comment
    for steps, item in items(briefing):
        if steps[0] == "gaps" or steps[1:2] in (("approach",), ("conditions",)):
            continue
        for key in MARKDOWN_FIELDS:
            if text := getattr(item, key, None):
                yield (*steps, key), text


def _markings(briefing: Briefing) -> Iterator[Problem]:
    places: list[tuple[tuple[Step, ...], Marking | None]] = [(("marking",), briefing.marking)]
    places += [((*steps, "marking"), item.marking) for steps, item in items(briefing)]
    for steps, marking in places:
        if marking and marking.scheme == "TLP" and marking.label not in TLP_LABELS:
            nearest = next(
                (label for label in TLP_LABELS if label.endswith(marking.label.upper().lstrip("TLP: "))), ""
            )
            yield _problem(
                "tlp-label", (*steps, "label"), value=marking.label, use=nearest, known=", ".join(TLP_LABELS)
            )


def _embedded(briefing: Briefing) -> Iterator[Problem]:
    for n, source in enumerate(briefing.sources):
        if not source.text:
            continue
        if len(source.text) != source.paragraphs:
            yield _problem(
                "paragraph-count", ("sources", n, "paragraphs"), value=source.paragraphs, n=len(source.text)
            )
        if article_digest(source.text) != source.digest:
            yield _problem("text-digest", ("sources", n, "digest"), value=source.digest)


def _inferred(briefing: Briefing) -> Iterator[Problem]:
    for steps, item in items(briefing):
        for n, path in enumerate(item.inferred):
            if not _stands(item, path):
                yield _problem("inferred-nothing", (*steps, "inferred", n), value=path)


def _stands(item: Item, path: str) -> bool:
    value: object = item
    for key in path.split("."):
        if not isinstance(value, BaseModel) or key not in _fields(type(value)):
            return False
        value = getattr(value, key)
    return value not in (None, ())


@cache
def _fields(record: type[BaseModel]) -> frozenset[str]:
    return frozenset(record.model_fields)
