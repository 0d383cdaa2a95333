"""A corrected version of a source: what stands in it verbatim keeps its review, what changed is reopened."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from briefing_app.drafting.passages import PassageError, locate_all, passage_for
from briefing_app.model.briefing import items, passages
from briefing_app.model.evidence import fold
from briefing_app.model.items import Review
from briefing_app.model.opcon import Opcon
from briefing_app.model.outline import proof
from briefing_app.model.sources import UNSTATED
from briefing_app.workflow.editing import placed
from briefing_app.workflow.likeness import is_same_text
from briefing_app.workflow.passage_sources import with_passages
from briefing_app.workflow.renewing import Gone, as_drafted, read_anew
from briefing_app.workflow.reviewing import DONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing_app.drafting.passages import Located
    from briefing_app.model.article import Article
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage, PassageState
    from briefing_app.model.items import Item
    from briefing_app.model.sources import Source

    Anew = frozenset[tuple[type[Item], str]]  # the sort of an item and the digest of a passage

_STANDING = ("verified", "moved")
_END = r"(?![\w-])"  # "4 June" is not told by "4 June-5 July"
_SOME = 3  # words by which a sentence is known
_MOSTLY = 0.5  # of the paragraphs of either text stand in the other
_UPDATED = (
    "title",
    "author",
    "published",
    "dateline",
    "language",
    "paragraphs",
    "cleaning",
    "digest",
    "retrieved",
)


class Moved(NamedTuple):
    """A briefing with a corrected source, and what of its draft is not in it yet.

    Attributes:
        briefing: with the source as it is now.
        draft: the draft of the new text, without what rests on words that were there before.
        gone: by the ids of the items whose passages changed, or are read otherwise, what of them is gone.
        reopened: the ids of those of them that had been decided.
    """

    briefing: Briefing
    draft: Briefing
    gone: Mapping[str, Gone]
    reopened: tuple[str, ...]


# ---------------------------------------------------------------------------------------- is it one?


def corrects(briefing: Briefing, source: Source, article: Article, text: Sequence[str]) -> bool:
    """Tell whether an article is a corrected version of a source.

    Args:
        briefing: the briefing.
        source: one of its sources.
        article: the article; its text is that of no source.
        text: the paragraphs of the source, empty where they are not at hand.
    """
    address = bool(source.url and article.url) and _address(source.url) == _address(article.url)
    stated = bool(article.publisher) and is_same_text(article.publisher or "", source.publisher)
    headline = stated and is_same_text(article.title or "", source.title)
    # A reprint elsewhere is another source.
    ours = stated or not article.publisher or source.publisher == UNSTATED
    if not (address or headline or (ours and _is_mostly(text, article.paragraphs))):
        return False
    cited = [passage for _, passage in passages(briefing) if passage.source == source.id]
    found = locate_all(cited, article.paragraphs)
    return not cited or any(there.state in _STANDING for there in found.values())


def _address(url: str | None) -> tuple[str, str, str]:
    parts = urlsplit(url or "")
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), parts.query


def _is_mostly(old: Sequence[str], new: Sequence[str]) -> bool:
    first, second = set(map(fold, old)), set(map(fold, new))
    return bool(first) and len(first & second) > _MOSTLY * max(len(first), len(second))


# ------------------------------------------------------------------------------------------ taking it


def taken_over(
    briefing: Briefing,
    old: Source,
    new: Source,
    article: Article,
    text: Sequence[str],
    draft: Briefing,
    before: Callable[[], Briefing | None],
) -> Moved:
    """Return a briefing whose source is the corrected version.

    Args:
        briefing: the briefing.
        old: the source as it stands.
        new: the source as the draft has it.
        article: the corrected text.
        text: the paragraphs as they were, empty where they are not at hand.
        draft: the draft of the corrected text, whose passages name the source that stands.
        before: drafts the text as it was, None where that is not at hand.
    """
    cited = dict.fromkeys(passage for _, passage in passages(briefing) if passage.source == old.id)
    found = _located(cited, text, article.paragraphs)
    now = {passage: _passage_now(passage, there, article) for passage, there in found.items()}
    was = before()
    anew = _anew(was, draft, text, article.paragraphs)
    lost = list(_lost(briefing, found, now, anew))
    reopened = tuple(item.id for item, _ in lost if item.review.state in DONE)
    after = with_passages(briefing, lambda passage: now.get(passage, passage))
    after = _drafted_again(after, frozenset(item.id for item, _ in lost))
    # A sentence that is gone points to nothing; if only its words changed, it is unused in the draft again.
    gone = {each.id for each in briefing.unused if _is_changed(found, each.passage)}
    unused = tuple(each for each in after.unused if each.id not in gone)
    sources = tuple(each if each is not old else _updated(old, new, article) for each in briefing.sources)
    after = after.model_copy(update={"sources": sources, "unused": unused})
    fresh = _fresh([passage for _, passage in passages(draft)], text, article.paragraphs)
    if not text:
        digests = {each.digest for each in cited}
        fresh = frozenset(each for each in fresh if each.digest not in digests)
    gone_of = {item.id: Gone(there, as_drafted(item, there, was)) for item, there in lost}
    return Moved(after, _only_new(draft, fresh, anew), gone_of, reopened)


def _located(cited: Iterable[Passage], text: Sequence[str], now: Sequence[str]) -> dict[Passage, Located]:
    """Return where passages stand in a corrected text: with their paragraph, where it stands once, as it was.

    So a passage of few words is not found in another sentence that has them, too.
    """
    found = locate_all(cited, now)
    folded = [fold(each) for each in now]
    for passage, there in (locate_all(found, text) if text else {}).items():
        if there.state != "verified" or there.paragraph is None:
            continue
        places = [n for n, each in enumerate(folded, 1) if each == fold(text[there.paragraph - 1])]
        if len(places) == 1:
            state: PassageState = "verified" if places[0] == passage.paragraph else "moved"
            found[passage] = replace(there, state=state, paragraph=places[0])
    return found


def _passage_now(passage: Passage, there: Located, article: Article) -> Passage:
    """Return the passage as it points into a corrected text; of words that are gone, as it was."""
    if there.state == "missing":
        paragraph = min(passage.paragraph, len(article.paragraphs))
        return passage.model_copy(update={"paragraph": paragraph})
    if there.state != "moved" or there.paragraph is None:
        return passage
    try:
        found = passage_for(
            article.paragraphs, there.paragraph, there.start, there.end, source=passage.source
        )
    except PassageError:  # it is found by its digest all the same
        return passage.model_copy(update={"paragraph": there.paragraph})
    page = article.pages[there.paragraph - 1] if article.pages else None
    return found.model_copy(update={"page": page})


def _anew(was: Briefing | None, draft: Briefing, text: Sequence[str], now: Sequence[str]) -> Anew:
    """Return the passages that stand and say something else, with the sorts of items that rest on them."""
    known = set(map(fold, text))
    changed = {n for n, each in enumerate(now, 1) if fold(each) not in known}
    found = read_anew(was, draft, changed)
    return frozenset((type(item), each.digest) for item in found for each in item.evidence)


def _lost(
    briefing: Briefing, found: Mapping[Passage, Located], now: Mapping[Passage, Passage], anew: Anew
) -> Iterator[tuple[Item, frozenset[Passage]]]:
    """Yield the items whose passages changed, with those that did as they point into the corrected text."""
    for _, item in items(briefing):
        here = [each for each in proof(item) if each in found]
        if there := [each for each in here if _is_changed(found, each) or (type(item), each.digest) in anew]:
            yield item, frozenset(now[each] for each in there)


def _is_changed(found: Mapping[Passage, Located], passage: Passage) -> bool:
    return passage in found and found[passage].state not in _STANDING


def _drafted_again(briefing: Briefing, names: frozenset[str]) -> Briefing:
    changed = briefing
    for steps, item in items(briefing):
        if item.id in names:
            changed = placed(changed, steps, item.model_copy(update={"review": Review(state="drafted")}))
    return changed


def _updated(old: Source, new: Source, article: Article) -> Source:
    """Return a source as its corrected version has it; what that does not tell stays."""
    told = {key: value for key in _UPDATED if (value := getattr(new, key)) is not None}
    if article.title is None:
        del told["title"]
    if article.publisher is not None:
        told["publisher"] = article.publisher
    if old.text or new.text:
        told["text"] = article.paragraphs
    return old.model_copy(update=told)


# ------------------------------------------------------------------------------------- what is new in it


def _fresh(found: Iterable[Passage], text: Sequence[str], now: Sequence[str]) -> frozenset[Passage]:
    """Return the passages of a corrected text whose words were not in the old one, as far as is known."""
    old = [fold(each) for each in text]
    fresh = set()
    for passage, there in locate_all(found, now).items():
        paragraph = fold(now[passage.paragraph - 1])
        words = paragraph[there.start : there.end]
        whole = re.compile(re.escape(words) + _END)
        told = len(words.split()) >= _SOME and any(whole.search(each) for each in old)
        if paragraph not in old and not told:
            fresh.add(passage)
    return frozenset(fresh)


def _only_new(draft: Briefing, fresh: frozenset[Passage], anew: Anew) -> Briefing:
    """Return a draft without what rests only on words that were in the old text and say what they said."""

    def is_new(item: Item) -> bool:
        told = any((type(item), each.digest) in anew for each in item.evidence)
        return told or not fresh.isdisjoint(proof(item))

    parts = ("participants", "agreements", "meetings", "background")
    changed: dict[str, object] = {part: tuple(filter(is_new, getattr(draft, part))) for part in parts}
    changed["event"] = draft.event if draft.event and is_new(draft.event) else None
    if not is_new(draft.bottom_line):  # which there must be
        changed["bottom_line"] = draft.bottom_line.model_copy(update={"evidence": ()})
    changed["unused"] = tuple(each for each in draft.unused if each.passage in fresh)
    if opcon := draft.opcon:
        tracks = (
            track.model_copy(update={"stages": tuple(filter(is_new, track.stages))}) for track in opcon.tracks
        )
        changed["opcon"] = Opcon(
            approach=opcon.approach if opcon.approach and is_new(opcon.approach) else None,
            transfer=opcon.transfer if opcon.transfer and is_new(opcon.transfer) else None,
            tracks=tuple(track for track in tracks if track.stages),
            conditions=tuple(filter(is_new, opcon.conditions)),
            findings=tuple(filter(is_new, opcon.findings)),
        )
    return draft.model_copy(update=changed)
