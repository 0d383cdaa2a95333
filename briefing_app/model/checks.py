"""What a briefing must hold beyond the shape of its fields: references, identity, review, limits."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel

from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing, altered, items, passages
from briefing_app.model.items import TLP_LABELS, Gap, Item, Marking
from briefing_app.model.markup import is_simple, plain_text, rich_text
from briefing_app.model.parties import known_code, name_of
from briefing_app.model.problems import Place, Problem, Severity, Step, Value, errors
from briefing_app.model.record import MAX_ITEMS
from briefing_app.model.sources import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.model.briefing import Walk

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


def may_err(briefing: Briefing, before: Briefing) -> bool:
    """Tell whether a briefing may have an error that the one before an edit had not.

    Only what is not the very same value as before is looked into, so that an edit of one item among thousands
    costs one item: False where a look into all would find nothing new, too.
    """
    if briefing.sources != before.sources or briefing.status not in ("draft", before.status):
        return True
    if briefing.glossary[: len(before.glossary)] != before.glossary:
        return True
    pairs = altered(before, briefing)
    if pairs is not None and briefing.unused == before.unused and all(a.id == b.id for a, b in pairs):
        walk = [(_somewhere(item), item) for _, item in pairs]
        return bool(errors(_of_items(briefing, walk)))
    known = {id(item): steps[0] for steps, item in items(before)}
    fresh = [(steps, item) for steps, item in items(briefing) if known.get(id(item)) != steps[0]]
    return bool(errors((*_identity(briefing), *_of_items(briefing, fresh))))


def _somewhere(item: Item) -> tuple[Step, ...]:
    """Return a place of an item of its kind: where exactly it stands is told by who looks into all."""
    return ("gaps",) if isinstance(item, Gap) else ("items",)


def _all_but_texts(briefing: Briefing) -> tuple[Problem, ...]:
    walk = tuple(items(briefing))
    return (*_identity(briefing), *_of_items(briefing, walk), *_embedded(briefing))


def _of_items(briefing: Briefing, walk: Sequence[Walk]) -> tuple[Problem, ...]:
    """Return what is wrong with some items, and with what stands in none."""
    found = (*_references(briefing, walk), *_review(briefing, walk), *_parties(briefing, walk))
    return (*found, *_markings(briefing, walk), *_inferred(walk))


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


def _references(briefing: Briefing, walk: Sequence[Walk]) -> Iterator[Problem]:
    sources = {source.id: source for source in briefing.sources}
    for steps, passage in passages(briefing, walk):
        source = sources.get(passage.source)
        if source is None:
            known = ", ".join(sources)
            yield _problem("no-such-source", (*steps, "source"), value=passage.source, known=known)
        elif passage.paragraph > source.paragraphs:
            yield _problem(
                "no-such-paragraph", (*steps, "paragraph"), value=passage.paragraph, last=source.paragraphs
            )
    for steps, item in walk:
        if isinstance(item, Difference) and item.evidence:
            yield _problem("difference-evidence", (*steps, "evidence"))


def _review(briefing: Briefing, walk: Sequence[Walk]) -> Iterator[Problem]:
    for steps, item in walk:
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


def _parties(briefing: Briefing, walk: Sequence[Walk]) -> Iterator[Problem]:
    named = {each.abbreviation for each in briefing.glossary}  # and in the end all that have a name
    for steps, code in _party_codes(walk):
        if code in named:
            continue
        if name_of(code) is not None:
            named.add(code)
        else:
            yield _problem("party-without-name", steps, value=code, use=known_code(code) or "")


def _party_codes(walk: Sequence[Walk]) -> Iterator[tuple[tuple[Step, ...], str]]:
    for steps, item in walk:
        has = vars(item)  # getattr() of a key that a kind of item lacks takes ten times as long
        side = has.get("side")
        if side:
            yield (*steps, "side"), side
        for key in ("parties", "participants"):
            for n, code in enumerate(has.get(key, ())):
                yield (*steps, key, n), code


def _texts(briefing: Briefing) -> Iterator[Problem]:
    words = len(plain_text(rich_text(briefing.bottom_line.text)).split())
    if words > MOST_WORDS:
        yield _problem("bottom-line-long", ("bottom_line", "text"), "warning", n=words, most=MOST_WORDS)
    for steps, text in _markdown(briefing):
        if not is_simple(text) and (because := rich_text(text).plain_because):
            yield _problem("markdown-as-text", steps, "warning", because=because)


def _markdown(briefing: Briefing) -> Iterator[tuple[tuple[Step, ...], str]]:
    if briefing.comment:
        yield ("comment",), briefing.comment
    for steps, item in items(briefing):
        if steps[0] == "gaps" or steps[1:2] in (("approach",), ("conditions",)):
            continue
        for key in MARKDOWN_FIELDS:
            if text := vars(item).get(key):
                yield (*steps, key), text


def _markings(briefing: Briefing, walk: Sequence[Walk]) -> Iterator[Problem]:
    places: list[tuple[tuple[Step, ...], Marking | None]] = [(("marking",), briefing.marking)]
    places += [((*steps, "marking"), item.marking) for steps, item in walk]
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


def _inferred(walk: Sequence[Walk]) -> Iterator[Problem]:
    for steps, item in walk:
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
