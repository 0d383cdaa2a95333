"""A briefing from a file, or all that is wrong with it, each with its exact place."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.files.decoding import decode
from briefing_app.files.intake import MAX_FILE_BYTES, megabytes, read_bytes
from briefing_app.files.migrations import MIGRATIONS, Migration, migrate
from briefing_app.files.places import located, place_of
from briefing_app.files.quoting import quote_value
from briefing_app.files.salvage import sound_part
from briefing_app.files.scanner import MAX_VALUES, Scan, scan
from briefing_app.files.validation import validate
from briefing_app.model.briefing import FORMAT, LISTS, Briefing
from briefing_app.model.problems import Place, Problem, Step, errors
from briefing_app.model.record import MAX_ARTICLE_BYTES, MAX_ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_PROBLEMS = 1_000
_LOOK = 8_192
_HTML = re.compile(r"<(?:!doctype html|html|head|body)\b")
_XML = re.compile(r"<(?:\?xml|[a-z][a-z0-9:_-]*[\s/>])")
_JSON_STARTS = ("", *'{["')
_JSON_MARKS = ("{", '"format"', "[]")
_FORMAT = re.compile(r"briefing/([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read.

    Attributes:
        path: the file.
        briefing: what it holds, None where it has errors.
        problems: errors and warnings in the order of the file; the warnings of `notes` are among them.
        digest: `sha256:` over the bytes as read: what `write_atomic` wants to see again.
        text: the text without byte order mark, empty where the file is no text.
        sound_part: the briefing without what is in error, None where that cannot be.
        left_out: what `sound_part` lacks.
        notes: warnings about how the text is stored (byte order mark, CRLF), gone on the next save.
        migrated_from: the older format that the file has, empty for the present one.
        attached: its name in the PDF that carries it, empty for a file of its own.
    """

    path: Path
    briefing: Briefing | None = None
    problems: tuple[Problem, ...] = ()
    digest: str = ""
    text: str = field(default="", repr=False)
    sound_part: Briefing | None = None
    left_out: tuple[Place, ...] = ()
    notes: tuple[Problem, ...] = ()
    migrated_from: str = ""
    attached: str = ""

    def at(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return problems that have only a path with their lines in this file, in its order."""
        found = list(problems)
        return _in_order(found, scan(self.text), str(self.path)) if found else ()


def read_briefing(path: Path, *, migrations: tuple[Migration, ...] = MIGRATIONS) -> Opened:
    """Read a briefing file; what is wrong with its content is in the result.

    Raises:
        BriefingError: it cannot be read at all (see `intake.read_bytes`).
    """
    data = read_bytes(path, MAX_FILE_BYTES)
    return parse_briefing(data, str(path), migrations=migrations)


def parse_briefing(data: bytes, name: str, *, migrations: tuple[Migration, ...] = MIGRATIONS) -> Opened:
    """Return what the bytes of a briefing file hold; never raises.

    Args:
        data: all of the file.
        name: the file's name as the user gave it.
        migrations: the steps from older formats.
    """
    decoded = decode(data, name)
    opened = Opened(Path(name), digest=digest_of_bytes(data), text=decoded.text, notes=decoded.notes)
    if decoded.problem:
        return replace(opened, problems=(decoded.problem,))
    if code := _other_kind(decoded.text):
        return replace(opened, problems=(Problem(code, where=Place(file=name)),))
    tree, sure = _quick(decoded.text)
    if sure:
        briefing, problems, older = _judge(tree, migrations)
        if briefing and not problems:
            return replace(opened, briefing=briefing, problems=opened.notes, migrated_from=older)
        if any(problem.code == "too-many-items" for problem in problems):
            # Its items are too many to look for their places as well.
            return replace(opened, problems=(*opened.notes, *_named(problems, name)))
    return _slow(opened, name, migrations)


def _other_kind(text: str) -> str:
    """Return the code that says which other kind of text this is, empty where it may be meant as JSON."""
    start = text[:_LOOK].lstrip()
    if start.startswith("<"):
        markup = start.casefold()
        return "file-html" if _HTML.search(markup) else "file-xml" if _XML.match(markup) else "file-prose"
    if start[:1] in _JSON_STARTS or any(mark in text for mark in _JSON_MARKS):
        return ""
    # A lone word or number is a value, though none that a briefing is.
    return "file-prose" if len(start.split(maxsplit=2)) > 1 else ""


def digest_of_bytes(data: bytes) -> str:
    """Return the digest that a file's bytes are known by."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _quick(text: str) -> tuple[object, bool]:
    """Return a document, and whether nothing about its JSON asks for a closer look.

    Depth needs no look here: the model has an end, so that what is nested deeper fails there.
    """
    if text.count(",") > 4 * MAX_VALUES:
        return None, False
    doubles: list[str] = []

    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs) or None in found.values():
            doubles.append("")
        return found

    try:
        tree = json.loads(text, object_pairs_hook=members)
    except (ValueError, RecursionError):
        return None, False
    return tree, not doubles


def _slow(opened: Opened, name: str, migrations: tuple[Migration, ...]) -> Opened:
    """Read a text in which something is wrong, with the places of all of it."""
    scanned = scan(opened.text)
    if not scanned.complete:
        return replace(opened, problems=_in_order([*opened.notes, *scanned.problems], scanned, name))
    briefing, judged, older = _judge(scanned.tree, migrations)
    told = {problem.where.steps for problem in scanned.problems}
    nulls = [problem for problem in _nulls(scanned.tree, ()) if problem.where.steps not in told]
    told |= {problem.where.steps for problem in nulls}
    problems = (
        *scanned.problems,
        *nulls,
        *(problem for problem in judged if problem.where.steps not in told),
    )
    in_order = _in_order([*opened.notes, *_told_once(problems)], scanned, name)
    opened = replace(opened, problems=in_order, migrated_from=older)
    if not errors(problems):
        return replace(opened, briefing=briefing)
    if older:
        return opened  # the paths of the problems are not those of the file
    sound, left_out, more = sound_part(scanned.tree, problems)
    told |= {problem.where.steps for problem in problems}
    problems = (*problems, *(problem for problem in more if problem.where.steps not in told))
    opened = replace(opened, problems=_in_order([*opened.notes, *_told_once(problems)], scanned, name))
    places = [place_of(Place(steps), scanned, name) for steps in left_out]
    return replace(opened, sound_part=sound, left_out=tuple(sorted(places, key=_line)))


def _told_once(problems: tuple[Problem, ...]) -> list[Problem]:
    """Return problems without the keys that are missing only because they stand there misspelt."""
    misspelt = {
        (*each.where.steps[:-1], each.values["use"]) for each in problems if each.code == "unknown-key-near"
    }
    return [
        each
        for each in problems
        if each.code != "missing-key" or (*each.where.steps, each.values["key"]) not in misspelt
    ]


def _nulls(node: object, steps: tuple[Step, ...]) -> Iterator[Problem]:
    """Yield each null: the format has none, what is absent is left out."""
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in members:
        if value is None:
            yield Problem("null-value", where=Place((*steps, step)))
        else:
            yield from _nulls(value, (*steps, step))


def _judge(
    tree: object, migrations: tuple[Migration, ...]
) -> tuple[Briefing | None, tuple[Problem, ...], str]:
    """Return the briefing in a document, the problems with their paths, and the older format that it has."""
    if not isinstance(tree, dict):
        return None, (Problem("not-an-object", values={"value": quote_value(tree)}),), ""
    if "format" not in tree:
        return None, (Problem("format-missing", values={"use": FORMAT}),), ""
    older = ""
    if tree["format"] != FORMAT:
        migrated = migrate(tree, migrations)
        if migrated is None:
            return None, (_wrong_format(tree["format"]),), ""
        older, tree = str(tree["format"]), dict(migrated)
    if too_large := tuple(_limits(tree)):
        return None, too_large, older
    return *validate(tree), older


def _wrong_format(value: object) -> Problem:
    where = Place(("format",))
    found = _FORMAT.fullmatch(value) if isinstance(value, str) else None
    number = int(found.group(1)) if found else 0
    if number > int(FORMAT.rpartition("/")[2]):
        return Problem("format-newer", where=where, values={"value": quote_value(value), "n": number})
    return Problem("format-unknown", where=where, values={"value": quote_value(value), "use": FORMAT})


def _limits(tree: dict[str, object]) -> Iterable[Problem]:
    """Yield what is too large, before any of it is looked at more closely."""
    n = sum(_count(tree.get(key)) for key in ("sources", *LISTS, "unused"))
    if isinstance(opcon := tree.get("opcon"), dict):
        n += sum(_count(opcon.get(key)) for key in ("conditions", "findings"))
        tracks = opcon.get("tracks")
        n += sum(_count(each.get("stages")) for each in _list(tracks) if isinstance(each, dict))
    if n > MAX_ITEMS:
        yield Problem("too-many-items", values={"n": n, "most": MAX_ITEMS})
    for number, source in enumerate(_list(tree.get("sources"))):
        text = _list(source.get("text")) if isinstance(source, dict) else []
        size = sum(len(each.encode("utf-8", "replace")) for each in text if isinstance(each, str))
        if size > MAX_ARTICLE_BYTES:
            steps: tuple[Step, ...] = ("sources", number, "text")
            values = {"size": megabytes(size), "most": megabytes(MAX_ARTICLE_BYTES)}
            yield Problem("source-text-too-large", where=Place(steps), values=values)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _count(value: object) -> int:
    return len(_list(value))


def _in_order(problems: list[Problem], scanned: Scan, name: str) -> tuple[Problem, ...]:
    """Return problems with their places, in the order of the file and no more than a person can look at."""
    found = sorted(
        (located(problem, scanned, name) for problem in problems), key=lambda each: _line(each.where)
    )
    if len(found) <= MAX_PROBLEMS:
        return tuple(found)
    more = Problem("more-problems", where=Place(file=name), values={"n": len(found) - MAX_PROBLEMS})
    return (*found[:MAX_PROBLEMS], more)


def _named(problems: tuple[Problem, ...], name: str) -> tuple[Problem, ...]:
    return tuple(replace(problem, where=replace(problem.where, file=name)) for problem in problems)


def _line(where: Place) -> tuple[int, int]:
    return where.line, where.column
