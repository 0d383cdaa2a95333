"""What a corrected version says anew of an item whose words are gone: its values, as a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.briefing import items
from briefing_app.model.items import Item, Review, When
from briefing_app.model.meetings import Outcome
from briefing_app.model.outline import proof
from briefing_app.workflow.likeness import is_same_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.evidence import Passage
    from briefing_app.model.meetings import Meeting

_KEPT = frozenset(Item.model_fields)


class Gone(NamedTuple):
    """An item some words of which are not in the corrected version.

    Attributes:
        passages: those words.
        was: the item as it is drafted from the old text, None where that is not known.
    """

    passages: frozenset[Passage]
    was: Item | None


def as_drafted(one: Item, gone: frozenset[Passage], draft: Briefing | None) -> Item | None:
    """Return the item of the draft of an old text that rests on the words of an item, the likest.

    Without that draft, what a rule made and no person is known to have edited is taken for it.
    """
    if draft is None:
        return one if (one.origin or "").startswith("rule:") and one.review.state != "edited" else None
    digests = {passage.digest for passage in gone}
    found = [
        item
        for _, item in items(draft)
        if type(item) is type(one) and not digests.isdisjoint(each.digest for each in proof(item))
    ]
    return max(found, key=lambda each: sum(_same_values(one, each).values()), default=None)


def read_anew(was: Briefing | None, draft: Briefing, changed: Container[int]) -> Iterator[Item]:
    """Yield the items of a corrected version's draft whose own words stand, and that say something else.

    The words beside them changed: "in Porto" behind a date is "in Bergen" now.

    Args:
        was: the draft of the old text, None where that is not at hand.
        draft: that of the new one.
        changed: the paragraphs of the new text that are none of the old one.
    """
    there = [item for _, item in (items(was) if was else ())]
    for _, item in items(draft):
        if not any(each.paragraph in changed for each in item.evidence):
            continue
        same = [each for each in there if type(each) is type(item) and _digests(each) == _digests(item)]
        if same and not any(_plain_values(each) == _plain_values(item) for each in same):
            yield item


def _digests(item: Item) -> list[str]:
    return [passage.digest for passage in item.evidence]


def _plain_values(item: Item) -> list[object]:
    """Return what an item says, without from which day a date was read and where an outcome stands."""
    found = []
    for name in type(item).model_fields:
        value = None if name in _KEPT else getattr(item, name)
        if isinstance(value, When):
            value = value.model_copy(update={"anchor": None})
        found.append(value.state if isinstance(value, Outcome) else value)
    return found


def _same_values(one: Item, other: Item) -> dict[str, bool]:
    names = [name for name in type(one).model_fields if name not in _KEPT]
    return {name: getattr(one, name) == getattr(other, name) for name in names}


def renewed(one: Item, new: Item, gone: Gone) -> Item | None:
    """Return a standing item as the corrected version has it, drafted; None where no new words prove it.

    What a person wrote in it stays, and so do all values where another source proves it, too: then only the
    words that are gone go. None where words of the same source prove it on which the new draft does not rest,
    or where nobody knows what the old text said.

    Args:
        one: the standing item.
        new: the same item in the draft of the corrected version.
        gone: which words are gone, and what they said.
    """
    lost = gone.passages.intersection(one.evidence)
    if not lost or gone.was is None:
        return None
    here = {passage.source for passage in lost}
    left = [passage for passage in proof(one) if passage not in gone.passages]
    told, standing = set(map(_words, proof(new))), set(map(_words, left))
    if told <= standing or {words for words in standing if words[0] in here} - told:
        return None
    stay = (passage for passage in one.evidence if passage not in lost)
    known = {_words(passage): passage for passage in (*stay, *new.evidence)}
    values: dict[str, object] = {"review": Review(state="drafted"), "evidence": tuple(known.values())}
    if type(one) is type(new) and all(words[0] in here for words in standing):
        taken = _taken(one, new, gone.was)
        before = (path for path in one.inferred if path.partition(".")[0] not in taken)
        after = (path for path in new.inferred if path.partition(".")[0] in taken)
        values |= {**taken, "inferred": tuple(dict.fromkeys((*before, *after)))}
    return one.model_copy(update=values)


def _words(passage: Passage) -> tuple[str, int, str]:
    return passage.source, passage.paragraph, passage.digest


def _taken(one: Item, new: Item, was: Item) -> dict[str, object]:
    """Return the values that a new item has in the place of those that were drafted."""
    drafted = _same_values(one, was)
    return {
        name: value
        for name, same in _same_values(one, new).items()
        if not same and drafted[name] and (value := getattr(new, name)) not in (None, (), False)
    }


def in_its_place(
    standing: Iterable[Meeting],
    new: Meeting,
    drafted: Sequence[Meeting],
    gone: Mapping[str, Gone],
) -> Meeting | None:
    """Return the one meeting of the same title whose words are gone, where the version has but one of it.

    Args:
        standing: the meetings of the briefing.
        new: a meeting of the corrected version that is none of them by its date and place.
        drafted: all that version's.
        gone: by the ids of items, what of them is not in that version any more.
    """
    titled = [each for each in standing if is_same_text(each.title, new.title)]
    several = sum(is_same_text(each.title, new.title) for each in drafted) > 1
    if several or len(titled) != 1 or not gone.get(titled[0].id):
        return None
    return titled[0]
