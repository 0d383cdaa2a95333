"""The fix of a problem where there is exactly one sure way out; where two readings are possible, none."""

from __future__ import annotations

import re
from dataclasses import replace
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.strings import read_string
from briefing_app.model.article import article_digest
from briefing_app.model.dates import DateError, parse
from briefing_app.model.items import TLP_LABELS
from briefing_app.model.parties import name_of
from briefing_app.workflow.phrases import read_phrase
from briefing_app.workflow.syntax import SYNTAX, key_end, without_member
from briefing_app.workflow.typing_slips import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from briefing_app.files.scanner import Scan
    from briefing_app.model.problems import Problem, Step
    from briefing_app.workflow.syntax import Kind

_CHANCE = "abcdefghijklmnopqrstuvwxyz0123456789"
_NEW_ID = 6
# What their `use` says is the only way to write what was meant.
_SAID = frozenset(
    {"fixed-id", "slug-form", "language-form", "digest-form", "rating-form", "day-form"}
    | {"country-unknown", "party-form", "party-without-name"}
)
# What stands there is no date in any reading, so that it does not gainsay the words of the source.
_NO_DATE = frozenset({"date-empty", "date-month", "date-day", "date-part", "date-unknown"})


class Fix(NamedTuple):
    """A change of a few characters of a text.

    Attributes:
        kind: what it does, for the words of its button.
        start: offset of the first character that goes, in code points.
        end: behind the last one.
        new: what comes in their place.
        shown: the value that then stands there, as a reader sees it; empty where none comes.
        quoted: it is a word, which stands in quotation marks in a sentence.
        phrase: the words of the source that it was read from, if any.
        paragraph: where these stand in the article, 0 for unknown.
    """

    kind: Kind
    start: int
    end: int
    new: str
    shown: str = ""
    quoted: bool = False
    phrase: str = ""
    paragraph: int = 0


class Spot(NamedTuple):
    """A problem in its text: what the fixes are found from.

    Attributes:
        body: the text without byte order mark.
        scanned: the same, scanned.
        problem: what is wrong.
        chance: where a new id is taken from.
    """

    body: str
    scanned: Scan
    problem: Problem
    chance: Random

    @property
    def steps(self) -> tuple[Step, ...]:
        """The path of the problem."""
        return self.problem.where.steps

    @property
    def value(self) -> object:
        """What stands at the path, None where nothing does."""
        return self.at(self.steps)

    @property
    def text(self) -> str:
        """The text at the path, empty where something else stands there."""
        value = self.value
        return value if isinstance(value, str) else ""

    def at(self, steps: tuple[Step, ...]) -> object:
        """Return what stands at a path, None where nothing does."""
        node = self.scanned.tree
        for step in steps:
            if isinstance(node, dict):
                node = node.get(str(step))
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node

    def below(self, key: str) -> Spot:
        """Return the spot of a member of the object that stands here."""
        where = replace(self.problem.where, steps=(*self.steps, key))
        return self._replace(problem=replace(self.problem, where=where))

    def use(self, value: str | int, **more: str | int) -> Fix | None:
        """Return the fix that puts a text or a number in the place of the value."""
        new = encode_basestring(value) if isinstance(value, str) else str(value)
        return self.put(new, str(value), quoted=isinstance(value, str), **more)

    def put(self, new: str, shown: str, *, quoted: bool = False, **more: str | int) -> Fix | None:
        """Return the fix that puts JSON in the place of the value."""
        at = self.scanned.positions.get(self.steps)
        if at is None:
            return None
        return Fix("use", at.offset, at.end, new, shown, quoted, **more)  # type: ignore[arg-type]


def known_fix(body: str, scanned: Scan, problem: Problem, chance: Random) -> Fix | None:
    """Return the one sure way out of a problem, None where there is none or more than one.

    Args:
        body: the text of the file without byte order mark.
        scanned: the same, scanned.
        problem: what is wrong with it, with its place in this text.
        chance: where a new id is taken from.

    Returns:
        The fix, with offsets in `body`.
    """
    code = problem.code
    if code in SYNTAX:
        found = SYNTAX[code](body, problem)
        return Fix(*found) if found else None
    spot = Spot(body, scanned, problem, chance)
    if not scanned.complete:
        return None
    if code in _WAYS:
        return _WAYS[code](spot)
    if code.startswith("date-") or code in _SAID:
        return _as_said(spot)
    return None


def _as_said(spot: Spot) -> Fix | None:
    """Return the value that the problem itself names, or that can be read in the words beside it."""
    problem = spot.problem
    if use := str(problem.values.get("use", "")):
        fix = spot.use(use)
        return fix._replace(quoted=False) if fix and problem.code[:4] in ("date", "day-") else fix
    if problem.code.startswith("date-") and spot.steps[-1:] == ("edtf",):
        return _from_phrase(spot)
    code = spot.text.strip().upper()
    known = problem.code in ("country-unknown", "party-form") and name_of(code) is not None
    return spot.use(code) if known and code != spot.text else None


def _from_phrase(spot: Spot) -> Fix | None:
    """Return the date that the source's own words beside it give."""
    when = spot.at(spot.steps[:-1])
    if spot.problem.code not in _NO_DATE or not isinstance(when, dict):
        return None
    phrase, anchor = when.get("phrase"), when.get("anchor")
    if not isinstance(phrase, str):
        return None
    read = read_phrase(phrase, anchor if isinstance(anchor, str) else "")
    if not read or any(year not in read for year in re.findall("[0-9]{4}", spot.text)):
        return None
    fix = spot.use(read, phrase=phrase, paragraph=_paragraph(spot))
    return fix._replace(quoted=False) if fix else None


def _paragraph(spot: Spot) -> int:
    """Return the paragraph of the only passage of the item around, 0 for none."""
    item = spot.at(spot.steps[:-2])
    evidence = item.get("evidence") if isinstance(item, dict) else None
    numbers = {each.get("paragraph") for each in evidence or () if isinstance(each, dict)}
    only = numbers.pop() if len(numbers) == 1 else 0
    return only if isinstance(only, int) else 0


def _key(spot: Spot) -> Fix | None:
    """Return the key that was meant, where the object does not have it yet."""
    at, parent = spot.scanned.positions.get(spot.steps), spot.at(spot.steps[:-1])
    if at is None or not isinstance(parent, dict):
        return None
    from briefing_app.files.shapes import keys_of  # it needs the whole model

    free = [each for each in keys_of(spot.steps[:-1]) if each not in parent]
    key = meant(str(spot.steps[-1]), free)
    if not key:
        return None
    end = key_end(spot.body, at.key_offset)
    return Fix("use", at.key_offset, end, encode_basestring(key), key, quoted=True)


def _missing(spot: Spot) -> Fix | None:
    """Return the missing key where it stands there misspelt."""
    parent, key = spot.value, str(spot.problem.values.get("key", ""))
    if not isinstance(parent, dict):
        return None
    from briefing_app.files.shapes import keys_of  # it needs the whole model

    known = keys_of(spot.steps)
    slips = [each for each in parent if each not in known]
    found = [fix for each in slips if (fix := _key(spot.below(each))) and fix.shown == key]
    return found[0] if len(found) == 1 else None


def _word(spot: Spot) -> Fix | None:
    known = str(spot.problem.values.get("expected", "")).split(", ")
    word = meant(spot.text, known)
    return spot.use(word) if word else None


def _label(spot: Spot) -> Fix | None:
    plain = re.sub(r"\s", "", spot.text).upper()
    name = re.sub(r"^TLP[:_-]?", "", plain)
    label = f"TLP:{name}"
    return spot.use(label) if label in TLP_LABELS else None


def _null(spot: Spot) -> Fix | None:
    """Return the removal of a key: what is absent is left out."""
    at = spot.scanned.positions.get(spot.steps)
    if at is None or not at.key_line:
        return None
    start, end = without_member(spot.body, at.key_offset, at.end)
    return Fix("remove-key", start, end, "", str(spot.steps[-1]))


def _number(spot: Spot) -> Fix | None:
    figures = re.fullmatch(r"\s*(0|[1-9][0-9]{0,8})\s*", spot.text)
    return spot.use(int(figures[1])) if figures else None


def _truth(spot: Spot) -> Fix | None:
    said = spot.text.strip().casefold()
    return spot.put(said, said) if said in ("true", "false") else None


def _text(spot: Spot) -> Fix | None:
    value = spot.value
    return spot.use(str(value)) if isinstance(value, int) and not isinstance(value, bool) else None


def _list(spot: Spot) -> Fix | None:
    """Return the list of the one value that stands in the place of a list."""
    at = spot.scanned.positions.get(spot.steps)
    if at is None or spot.value in (None, "", {}):
        return None
    raw = spot.body[at.offset : at.end]
    return spot.put(f"[{raw}]", f"[{raw}]" if "\n" not in raw else "[…]")


def _one_line(spot: Spot) -> Fix | None:
    return spot.use(" ".join(line.strip() for line in spot.text.split("\n")).strip())


def _published(spot: Spot) -> Fix | None:
    """Return a day or a date with time whose form was wrong, read as any other date is."""
    value = spot.text
    spaced = re.fullmatch(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?: +|t)([0-9]{2}:[0-9]{2}.*?)\s*", value)
    if spaced:
        return spot.put(encode_basestring("T".join(spaced.groups())), "T".join(spaced.groups()))
    if ":" in value:
        return None
    try:
        parse(value)
    except DateError as error:
        use = str(error.values.get("use", ""))
        return spot.put(encode_basestring(use), use) if use else None
    return None


def _paragraphs(spot: Spot) -> Fix | None:
    """Return the number of paragraphs of a text that is all there, as its digest says."""
    source = spot.at(spot.steps[:-1])
    text = source.get("text") if isinstance(source, dict) else None
    if not isinstance(source, dict) or not isinstance(text, list):
        return None
    return spot.use(len(text)) if article_digest(tuple(text)) == source.get("digest") else None


def _new_id(spot: Spot) -> Fix | None:
    """Return a new id for the second of two items, as one that a person adds has.

    Passages name sources by their ids, and of two items that are equal one may rather be meant to go.
    """
    value, item = spot.value, spot.at(spot.steps[:-1])
    if spot.steps[0] == "sources" or not isinstance(value, str) or not isinstance(item, dict):
        return None
    if _twice(spot.scanned.tree, item) or value in ("event", "bottom-line"):
        return None
    letter = value[:1]
    # It is new by chance alone; a number that is free today may have been another item's before.
    return spot.use(f"{letter}-{''.join(spot.chance.choices(_CHANCE, k=_NEW_ID))}")


def _twice(node: object, item: dict[str, object]) -> bool:
    """Tell whether an item stands more than once in a document."""
    found, left = 0, [node]
    while left:
        each = left.pop()
        found += each == item
        if isinstance(each, dict):
            left += each.values()
        elif isinstance(each, list):
            left += each
    return found > 1


def _mark(_spot: Spot) -> Fix:
    return Fix("remove-mark", -1, 0, "")


_WAYS: Mapping[str, Callable[[Spot], Fix | None]] = {
    "unknown-key-near": _key,
    "missing-key": _missing,
    "not-one-of-near": _word,
    "tlp-label": _label,
    "null-value": _null,
    "wrong-type-number": _number,
    "wrong-type-boolean": _truth,
    "wrong-type-text": _text,
    "wrong-type-list": _list,
    "line-break": _one_line,
    "published-form": _published,
    "paragraph-count": _paragraphs,
    "duplicate-id": _new_id,
    "file-bom": _mark,
}


def raw_key(body: str, start: int) -> str:
    """Return the key whose opening quotation mark stands at `start`."""
    return read_string(body, start)[0]
