"""Put a faulty file right in memory, value by value, and save it: all else stays byte for byte as it is."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from json.encoder import encode_basestring
from random import Random
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing_app.files.atomic import write_atomic
from briefing_app.files.intake import read_bytes
from briefing_app.files.reading import Opened, digest_of_bytes, parse_briefing
from briefing_app.files.scanner import Scan, scan
from briefing_app.model.items import TLP_LABELS
from briefing_app.model.problems import BriefingError, Problem, errors
from briefing_app.workflow.fixes import Fix, known_fix, raw_key
from briefing_app.workflow.opening import carried, digest_of, open_briefing
from briefing_app.workflow.syntax import key_end, line_span

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.problems import Step

Known = tuple[tuple["Step", ...], str]

_MARK = "\ufeff"
_LONGEST = 20_000  # characters of a value that is edited here
_LONGEST_LINE = 2_000
# What is wrong with a line of JSON can be put right within that line.
_IN_LINE = frozenset(
    {"json-missing-comma", "json-missing-colon", "json-trailing-comma", "json-extra-comma"}
    | {"json-missing-value", "json-unclosed-text", "json-single-quotes", "json-curly-quotes", "json-comment"}
    | {"json-number", "json-long-number", "json-word", "json-bare-text", "json-bare-key", "json-escape"}
    | {"json-quote-inside", "json-unexpected", "json-wrong-bracket", "json-text-after"}
    | {"control-character", "lone-surrogate", "json-not-a-number"}
)


class Target(NamedTuple):
    """What is edited to put a problem right.

    Attributes:
        kind: a text as it reads, a value as JSON, a key, or a whole line of the file.
        start: offset of its first character in the text without byte order mark.
        end: behind the last one.
        shown: what is edited.
        steps: its path.
        line: its 1-based line.
        code: of the problem that is to be put right.
        choices: the values that can stand there, empty where there are too many to list.
    """

    kind: Literal["text", "json", "key", "line"]
    start: int
    end: int
    shown: str
    steps: tuple[Step, ...]
    line: int
    code: str
    choices: tuple[str, ...] = ()

    def written(self, typed: str) -> str:
        """Return what comes into the file for what was typed."""
        sound = typed.encode("utf-8", "replace").decode("utf-8")  # half a character is none
        return encode_basestring(sound) if self.kind in ("text", "key") else sound


class Change(NamedTuple):
    """A line of the file as it is, and as it will be."""

    line: int
    before: str
    after: str


@dataclass(frozen=True)
class Working:
    """The text of a faulty file, as it is on disk and as it has been put right so far; nothing is written.

    Attributes:
        path: the file.
        digest: of its bytes as they were read: it is written over only while it has them.
        saved: its text on disk, with the byte order mark that it may have.
        text: its text now.
        first: how many errors it had.
        done: the texts before each change, to undo it.
        undone: the texts after each change that was undone.
        known: the paths and codes of the errors that it had at first.
    """

    path: Path
    digest: str
    saved: str
    text: str
    first: int
    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()

    @property
    def unsaved(self) -> bool:
        """Whether the text differs from the file."""
        return self.text != self.saved

    @property
    def body(self) -> str:
        """The text without byte order mark."""
        return self.text.removeprefix(_MARK)

    @cached_property
    def opened(self) -> Opened:
        """The text as it would be read from a file."""
        return parse_briefing(self.text.encode("utf-8"), str(self.path))

    @cached_property
    def scanned(self) -> Scan:
        """The places of all values in `body`."""
        return scan(self.body)

    @property
    def left(self) -> int:
        """How many errors there still are."""
        return len(errors(self.opened.problems))

    @property
    def left_of_first(self) -> int:
        """How many of the errors that it had at first there still are; others may have come to light."""
        return (Counter(self.known) & Counter(_known(self.opened))).total()

    def fix(self, problem: Problem, chance: Random | None = None) -> Fix | None:
        """Return the one sure way out of a problem, tried: the problem is gone after it.

        Args:
            problem: one of `opened.problems`.
            chance: where a new id is taken from.
        """
        if self.opened.migrated_from:
            return None  # the paths of the problems are not those of the file
        found = known_fix(self.body, self.scanned, problem, chance or Random())  # noqa: S311 - no secret
        return found if found and self._helps(found, problem) else None

    def _helps(self, fix: Fix, problem: Problem) -> bool:
        where, key = problem.where, problem.values.get("key")
        of_key = "-key" in problem.code
        for each in parse_briefing(self._changed(fix).encode("utf-8"), "").problems:
            at = (each.code, each.where.line, each.where.column, each.values.get("key"))
            missing = each.code == "missing-key" and fix.kind == "remove-key"
            if at == (problem.code, where.line, where.column, key):
                return False
            if missing and (*each.where.steps, each.values["key"]) == where.steps:
                return False
            wrong = each.severity == "error" and each.where.steps[: len(where.steps)] == where.steps
            if wrong and self.scanned.complete and not of_key:
                return False
        return True

    def _changed(self, fix: Fix) -> str:
        ahead = len(self.text) - len(self.body)
        return self.text[: fix.start + ahead] + fix.new + self.text[fix.end + ahead :]

    def fixed(self, fix: Fix) -> Working:
        """Return the working text with a fix in it; only its characters are other ones."""
        return self._with(self._changed(fix))

    def _with(self, text: str) -> Working:
        if text == self.text:
            return self
        return replace(self, text=text, done=(*self.done, self.text), undone=())

    def undo(self) -> Working:
        """Return the text before the last change, or as it is where there was none."""
        if not self.done:
            return self
        return replace(self, text=self.done[-1], done=self.done[:-1], undone=(*self.undone, self.text))

    def redo(self) -> Working:
        """Return the text after the change that was undone last, or as it is where there was none."""
        if not self.undone:
            return self
        return replace(self, text=self.undone[-1], done=(*self.done, self.text), undone=self.undone[:-1])

    def changes(self) -> tuple[Change, ...]:
        """Return where the text differs from the file, line by line, in its order."""
        before, after = self.saved.split("\n"), self.text.split("\n")
        if len(before) == len(after):
            pairs = zip(before, after, strict=True)
            return tuple(Change(n, old, new) for n, (old, new) in enumerate(pairs, 1) if old != new)
        same = 0
        while same < min(len(before), len(after)) and before[same] == after[same]:
            same += 1
        end = 0
        while end < min(len(before), len(after)) - same and before[-1 - end] == after[-1 - end]:
            end += 1
        old, new = before[same : len(before) - end], after[same : len(after) - end]
        return (Change(same + 1, " ".join(old), " ".join(new)),)

    # ------------------------------------------------------------------------------------------- editing

    def target(self, problem: Problem) -> Target | None:
        """Return what is edited to put a problem right, None where that cannot be done here."""
        if self.opened.migrated_from or problem.code == "format-newer":
            return None  # of a newer format, another number would only say what is not so
        if not self.scanned.complete:
            return self._line(problem)
        steps, code = problem.where.steps, problem.code
        at = self.scanned.positions.get(steps)
        if at is None or not steps or at.end - at.offset > _LONGEST:
            return None
        if code.startswith("unknown-key") or code == "duplicate-key":
            end = key_end(self.body, at.key_offset)
            shown = raw_key(self.body, at.key_offset)
            return Target("key", at.key_offset, end, shown, steps, at.key_line, code)
        raw = self.body[at.offset : at.end]
        text = _plain(raw) if not code.startswith("wrong-type") else None
        if code == "wrong-type-text" and raw[0] not in "[{":
            text = raw
        if text is None:
            return Target("json", at.offset, at.end, raw, steps, at.line, code)
        return Target("text", at.offset, at.end, text, steps, at.line, code, _choices(problem))

    def _line(self, problem: Problem) -> Target | None:
        line = problem.where.line
        if problem.code not in _IN_LINE or not line:
            return None
        start, end = line_span(self.body, line)
        if end - start > _LONGEST_LINE:
            return None
        return Target("line", start, end, self.body[start:end], (), line, problem.code)

    def edited(self, target: Target, typed: str) -> Working:
        """Return the working text with what was typed in the place of a target."""
        return self.fixed(Fix("use", target.start, target.end, target.written(typed)))

    def objection(self, target: Target, typed: str) -> Problem | None:
        """Return what keeps what was typed from standing there, None where it is right."""
        if target.kind == "json" and (told := scan(target.written(typed)).problems):
            return told[0]
        after = self.edited(target, typed)
        if target.kind == "line":
            return _in_lines(after, target, typed)
        steps = (*target.steps[:-1], typed) if target.kind == "key" else target.steps
        for each in after.opened.problems:
            here = each.where.steps[: len(steps)] == steps
            if target.kind == "key":
                here = each.where.steps == steps and "-key" in each.code
            if here and (each.severity == "error" or each.code == target.code):
                return each
        return None


def _choices(problem: Problem) -> tuple[str, ...]:
    """Return the values that can stand where a problem is, if these are few and known."""
    if problem.code == "tlp-label":
        return TLP_LABELS
    said = str(problem.values.get("expected", "")) if problem.code.startswith("not-one-of") else ""
    return tuple(said.split(", ")) if said else ()


def _plain(raw: str) -> str | None:
    """Return a text as it is edited, None for another value and for a text that only escapes can show."""
    if not raw.startswith('"'):
        return None
    text = raw_key(raw, 0)
    odd = any((char < " " and char != "\n") or "\x7f" <= char <= "\x9f" for char in text)
    return None if odd or any("\ud800" <= char <= "\udfff" for char in text) else text


def _in_lines(after: Working, target: Target, typed: str) -> Problem | None:
    """Return what is wrong with an edited line itself; what was hidden behind it is told in its turn."""
    if not after.scanned.problems:
        return None
    first = after.scanned.problems[0]
    if first.where.line > target.line + typed.count("\n"):
        return None
    balance = (sum((char in "[{") - (char in "]}") for char in line) for line in (target.shown, typed))
    earlier = first.where.line < target.line
    return None if earlier and first.code == "json-unclosed" and len(set(balance)) == 1 else first


def begin(path: Path, digest: str) -> Working | None:
    """Return the text of a faulty file to be put right.

    Args:
        path: the file.
        digest: of its bytes when it was opened.

    Returns:
        None where it cannot be read, is no longer what was opened, is no UTF-8, or is a PDF.
    """
    try:
        data = read_bytes(path)
        if digest_of_bytes(data) != digest or carried(data, path) is not None:
            return None
        text = data.decode("utf-8")
    except (BriefingError, UnicodeDecodeError):
        return None
    working = Working(path, digest, text, text, 0)
    return replace(working, first=working.left, known=_known(working.opened))


def _known(opened: Opened) -> tuple[Known, ...]:
    return tuple((each.where.steps, each.code) for each in errors(opened.problems))


def save_fixed(working: Working) -> Opened:
    """Write the text to its file, whole or not at all, and return the file as it is read back.

    Raises:
        BriefingError: it was not written (see `files.atomic.write_atomic`); `file-changed` where the file is
            no longer as it was read.
    """
    write_atomic(working.path, working.text.encode("utf-8"), expected_digest=working.digest)
    return open_briefing(working.path)


def save_fixed_as(working: Working, target: Path, *, replacing: bool) -> Opened:
    """Write the text to another file, whole or not at all, and return that as it is read back.

    Args:
        working: the text.
        target: the file.
        replacing: the user has said that a file which exists may go.

    Raises:
        BriefingError: it was not written (see `files.atomic.write_atomic`).
    """
    there = replacing and os.path.exists(target)  # noqa: PTH110 - a name too long is told when it is written
    expected = digest_of(target) if there else None
    write_atomic(target, working.text.encode("utf-8"), expected_digest=expected)
    return open_briefing(target)
