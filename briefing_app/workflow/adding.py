"""Add an article to a briefing: another source beside those that stand, or a corrected version of one.

All that it brings is drafted, to be reviewed; what stands is neither lost nor written over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_app.drafting.gaps import Ahead, gaps_of
from briefing_app.drafting.sourcing import SOURCE
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import source_with
from briefing_app.model.dates import parse_published
from briefing_app.model.items import Gap, Review
from briefing_app.model.problems import BriefingError, Place, Problem
from briefing_app.words import tr
from briefing_app.workflow.arranging import fresh_id, taken_ids
from briefing_app.workflow.corrected import corrects, taken_over
from briefing_app.workflow.drafting import Wishes, anchor_of, wished
from briefing_app.workflow.editing import Changes, settled
from briefing_app.workflow.laying import Laid, Laying
from briefing_app.workflow.passage_sources import with_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from random import Random

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.meetings import Meeting
    from briefing_app.model.sources import Source
    from briefing_app.workflow.drafting import Built, Taken

    Draft = Callable[[Taken, Wishes], Built]

_DRAFTED = Review(state="drafted")


class Added(NamedTuple):
    """A briefing with another article.

    Attributes:
        briefing: the result; the one before where nothing was changed.
        changes: the step that led to it.
        kind: another source, or a corrected version of one that stood.
        source: the id of the source that the article is.
        laid: what became of the items.
        built: the draft of the article alone, with what is to be said of it.
    """

    briefing: Briefing
    changes: Changes
    kind: Literal["further", "corrected"]
    source: str
    laid: Laid
    built: Built


def source_of(briefing: Briefing, paragraphs: tuple[str, ...]) -> Source | None:
    """Return the source of a briefing whose text this is already, None where it is new to it."""
    return source_with(briefing, article_digest(paragraphs))


def add_article(
    briefing: Briefing,
    taken: Taken,
    wishes: Wishes,
    draft: Draft,
    chance: Random,
    texts: Mapping[str, Sequence[str]],
) -> Added:
    """Add an article to a briefing.

    Args:
        briefing: the briefing.
        taken: the article.
        wishes: what the article does not say.
        draft: drafts it, as `drafting.build` or a process of its own does.
        chance: where ids are taken from.
        texts: by the ids of sources, the paragraphs of those texts that are at hand and not in the file.

    Raises:
        BriefingError: its text is a source already (`article-added`) or an earlier version of one
            (`article-older`); it cannot be drafted (see `drafting.build`); the briefing cannot hold it all.
    """
    article = wished(taken, wishes)
    if there := source_of(briefing, article.paragraphs):
        raise _refused("article-added", taken, there)
    known = {each.id: tuple(each.text or texts.get(each.id, ())) for each in briefing.sources}
    old = next((each for each in briefing.sources if corrects(briefing, each, article, known[each.id])), None)
    if old is None:
        return _further(briefing, draft(taken, wishes), chance)
    if anchor_of(article) < parse_published(old.published).day:
        raise _refused("article-older", taken, old)
    text = known[old.id]

    def before() -> Briefing | None:
        return _built(_as_it_was(taken, old, text), Wishes(), draft).briefing if text else None

    return _corrected(briefing, old, text, _built(taken, wishes, draft), before, chance)


def _refused(code: str, taken: Taken, source: Source) -> BriefingError:
    values = {"name": taken.name, "title": source.title, "source": source.id}
    return BriefingError(Problem(code, "error", Place(file=taken.file or taken.name), values))


def _built(taken: Taken, wishes: Wishes, draft: Draft) -> Built:
    """Return the draft of a corrected version, which need not hold anything to draft from any more."""
    try:
        return draft(taken, wishes)
    except BriefingError as error:
        if error.problems[0].code != "draft-nothing":
            raise
    return draft(taken, replace(wishes, alone=True))


def _further(briefing: Briefing, built: Built, chance: Random) -> Added:
    source = built.briefing.sources[0]
    name = _next_source(briefing)
    draft = with_source(built.briefing, {SOURCE: name})
    laying = Laying(briefing, chance)
    laying.lay(draft)
    after, laid = laying.result(draft)
    after = after.model_copy(update={"sources": (*after.sources, source.model_copy(update={"id": name}))})
    return _added(briefing, after, laid, built, chance, name)


def _as_it_was(taken: Taken, old: Source, text: tuple[str, ...]) -> Taken:
    """Return an article with the text and the head that it had before it was corrected."""
    head = ("title", "author", "published", "dateline", "language", "url")
    changes = {"paragraphs": text, "pages": (), "dates": (), **{name: getattr(old, name) for name in head}}
    article = taken.opened.article.model_copy(update=changes)
    return replace(taken, opened=replace(taken.opened, article=article, problems=()))


def _corrected(
    briefing: Briefing,
    old: Source,
    text: tuple[str, ...],
    built: Built,
    before: Callable[[], Briefing | None],
    chance: Random,
) -> Added:
    draft = with_source(built.briefing, {SOURCE: old.id})
    moved = taken_over(briefing, old, built.briefing.sources[0], built.article, text, draft, before)
    laying = Laying(moved.briefing, chance, moved.gone)
    laying.lay(moved.draft)
    after, laid = laying.result(moved.draft)
    laid = laid._replace(
        gone=tuple(name for name in moved.gone if name not in laid.renewed),
        reopened=tuple(dict.fromkeys((*moved.reopened, *laid.reopened))),
    )
    return _added(briefing, after, laid, built, chance, old.id, corrected=True)


def _added(
    before: Briefing,
    after: Briefing,
    laid: Laid,
    built: Built,
    chance: Random,
    source: str,
    *,
    corrected: bool = False,
) -> Added:
    """Return the whole once the gaps are what both sources leave open together."""
    after, laid = _with_gaps(before, after, laid, chance)
    step = tr("take corrected version of source") if corrected else tr("add source")
    edited, changes = settled(before, after, Changes(step, (*laid.items, source)))
    return Added(edited, changes, "corrected" if corrected else "further", source, laid, built)


def _next_source(briefing: Briefing) -> str:
    taken = {each.id for each in briefing.sources} | taken_ids(briefing)
    n = len(briefing.sources) + 1
    while f"s{n}" in taken:
        n += 1
    return f"s{n}"


# ------------------------------------------------------------------------------------------------ gaps


def _with_gaps(before: Briefing, after: Briefing, laid: Laid, chance: Random) -> tuple[Briefing, Laid]:
    """Return a briefing whose gaps neither source fills.

    A gap that a rule drafted and that is answered now goes, unless a person has decided on it: then it is
    drafted again. What stood open before and is no gap of the briefing was taken out by a person.
    """
    open_before = {gap.text for gap in _open(before)}
    open_now = {gap.text: gap for gap in _open(after)}
    kept: list[Gap] = []
    answered: list[str] = []
    reopened: list[str] = []
    for gap in after.gaps:
        if gap.text not in open_before or gap.text in open_now or gap.review.state == "rejected":
            kept.append(gap)
            continue
        answered.append(gap.id)
        if gap.review.state != "drafted" or not (gap.origin or "").startswith("rule:"):
            reopened += [gap.id] if gap.review.state != "drafted" else []
            kept.append(gap.model_copy(update={"review": _DRAFTED}))
    taken = taken_ids(before) | taken_ids(after)
    known = open_before | {gap.text for gap in kept}
    fresh = [
        gap.model_copy(update={"id": fresh_id("g", taken, chance)})
        for gap in open_now.values()
        if gap.text not in known
    ]
    told = laid._replace(
        new=(*laid.new, *(gap.id for gap in fresh)),
        reopened=(*laid.reopened, *reopened),
        answered=tuple(answered),
    )
    return after.model_copy(update={"gaps": (*kept, *fresh)}), told


def _open(briefing: Briefing) -> Iterator[Gap]:
    """Yield what the items of a briefing leave open, by the rules of the drafting; their ids mean nothing."""
    ahead = [
        Ahead(each.title, bool(each.when and each.when.edtf), bool(each.place))
        for each in briefing.meetings
        if _is_to_come(each)
    ]
    for gap in gaps_of(briefing.opcon, ahead):
        yield Gap(id="g0", text=gap.text, topic=gap.topic, review=_DRAFTED, origin=f"rule:{gap.rule}")


def _is_to_come(meeting: Meeting) -> bool:
    return meeting.review.state != "rejected" and meeting.outcome is None and meeting.certainty != "none"
