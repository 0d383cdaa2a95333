"""Changes side by side: each field as it was and as it is, with the words that differ marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_app.model.markup import plain_text, rich_text
from briefing_app.words import ntr, tr
from briefing_app.workflow.change_words import in_title, place_words, sentences, title_of
from briefing_app.workflow.field_words import label, value_words
from briefing_app.workflow.list_changes import passage_words
from briefing_app.workflow.text_changes import cut, runs, shown, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_app.model.canonical import Json
    from briefing_app.workflow.change_words import Naming
    from briefing_app.workflow.comparing import Change, FieldChange

LONG = 240  # characters from which a text is told by what differs
_AROUND = 8  # words that are kept before and behind what differs in it
_LONGEST = 500  # characters of one place
_PLACES = ("list", "track", "tracks", "behind")


class Piece(NamedTuple):
    """A piece of a text, and whether the other side has other words in its place."""

    text: str
    differs: bool = False


Text = tuple[Piece, ...]


class Pair(NamedTuple):
    """A field on both sides.

    Attributes:
        label: what it is called, empty for the title.
        before: its value before, nothing where it was not there.
        after: the same, after.
        note: what cannot be seen in either of them.
    """

    label: str
    before: Text
    after: Text
    note: str = ""


class Sides(NamedTuple):
    """A change side by side: how the thing calls itself, and its fields.

    Attributes:
        change: the change.
        title: with one side empty where it is not there, and equal sides where it calls itself the same.
        pairs: what else differs; of what came or went, all that it says.
    """

    change: Change
    title: Pair
    pairs: tuple[Pair, ...]


def sides(change: Change, names: Naming) -> Sides:
    """Return a change side by side.

    Args:
        change: the change.
        names: from `change_words.naming`, of the same two briefings.
    """
    named = in_title(change, names)
    title: Text = (Piece(title_of(change, names)),)
    if change.change in ("added", "removed"):
        told = [field for field in change.fields if field.field not in named]
        head = Pair("", (), title) if change.change == "added" else Pair("", title, ())
    else:
        renamed = [field for field in change.fields if (field.field,) == named]
        told = [field for field in change.fields if field not in renamed]
        head = _renamed(renamed[0]) if renamed else Pair("", title, title)
    return Sides(change, head, tuple(_pair(change, field, names) for field in told))


def _renamed(field: FieldChange) -> Pair:
    """Return how a thing calls itself on both sides, without its markup unless only that differs."""
    old, new = (str(value or "") for value in (field.before, field.after))
    bare = [plain_text(rich_text(text)) for text in (old, new)]
    if field.field == "statement" and bare[0] != bare[1]:
        old, new = bare
    return Pair("", *marked(shown(old), shown(new)))


def marked(before: str, after: str) -> tuple[Text, Text]:
    """Return two texts in pieces, those that differ marked; of long ones only what stands around these."""
    old, new = words(before), words(after)
    found = list(runs(old, new))
    spans = ([(a, b) for a, b, _, _ in found], [(c, d) for _, _, c, d in found])
    short = max(len(before), len(after)) <= LONG
    return _pieces(old, spans[0], whole=short), _pieces(new, spans[1], whole=short)


def _pieces(found: Sequence[str], spans: Sequence[tuple[int, int]], *, whole: bool) -> Text:
    made: list[Piece] = []
    at = 0
    for start, end in (*spans, (len(found), len(found))):
        same = found[at:start]
        ends = (bool(at), start < len(found) or not spans)
        made.append(Piece("".join(same) if whole else _around(same, *ends)))
        differing = "".join(found[start:end])
        bare = differing.lstrip(" ")
        made += [Piece(differing[: len(differing) - len(bare)]), Piece(cut(bare, _LONGEST), bool(bare))]
        at = end
    kept = [piece for piece in made if piece.text]
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.removeprefix(" "))
    return tuple(piece for piece in kept if piece.text)


def _around(same: Sequence[str], behind: bool, before: bool) -> str:  # noqa: FBT001 - they go in pairs
    """Return what is kept of a stretch that is equal: what stands behind or before something that differs."""
    first = _AROUND if behind else 0
    last = _AROUND if before else 0
    if len(same) <= first + last + 2:
        return "".join(same)
    return "".join([*same[:first], " …", *same[len(same) - last :]])


def _pair(change: Change, field: FieldChange, names: Naming) -> Pair:
    """Return a field on both sides."""
    name = field.field
    called = tr("place") if name in ("list", "behind") else label(name)
    flag = isinstance(field.after if field.before is None else field.before, bool)
    sided = change.change in ("changed", "moved")
    texts = []
    for value, numbers in ((field.before, names.before), (field.after, names.after)):
        there = value is not None or (sided and (flag or name in _PLACES))
        texts.append("\n".join(_lines(name, value, names, numbers)) if there else "")
    old, new = texts
    if not sided:
        return Pair(called, _plain(old), _plain(new))
    if old == new:
        told = "; ".join(sentences(change._replace(fields=(field,)), names))
        return Pair(called, _plain(old), _plain(new), told)
    if not old or not new:
        return Pair(called, _plain(old, differs=True), _plain(new, differs=True))
    return Pair(called, *marked(old, new))


def _plain(text: str, *, differs: bool = False) -> Text:
    return (Piece(text, differs),) if text else ()


def _lines(name: str, value: Json, names: Naming, numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield the value of a field in words."""
    key = name.rpartition(".")[2]
    if key in _PLACES:
        yield place_words(key, value, names)
    elif key == "evidence" and isinstance(value, list):
        yield from (passage_words(each, numbers) for each in value)
    elif key == "readings" and isinstance(value, list):
        for each in value:
            yield from _lines(name, each, names, numbers)
    elif key == "text" and isinstance(value, list):
        yield ntr("{n} paragraph kept in the file", "{n} paragraphs kept in the file", len(value))
    elif isinstance(value, list):
        yield ", ".join(value_words(name, each) for each in value) or tr("none")
    elif isinstance(value, dict):
        for inner, each in value.items():
            told = ", ".join(_lines(f"{name}.{inner}", each, names, numbers))
            yield tr("{field}: {value}", field=label(inner), value=told)
    else:
        yield value_words(name, value)
