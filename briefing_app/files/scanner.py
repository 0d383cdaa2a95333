"""Our own JSON scanner, for a file in which something is wrong: it knows the exact place of everything.

The fast path is `json.loads`; its message "Expecting ',' delimiter" is not one that a desk officer can act
on, and it knows no places of values. This scanner is iterative, so depth costs no stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.quoting import code_point, quote
from briefing_app.files.strings import read_string
from briefing_app.model.problems import Place, Problem, Step, Value
from briefing_app.model.record import MAX_NESTING

if TYPE_CHECKING:
    from collections.abc import Callable

Steps = tuple[Step, ...]
# A briefing of 5,000 items has some 150,000 values. More than this is no briefing, and would fill the memory.
MAX_VALUES = 500_000

_SPACE = re.compile(r"[ \t\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![^\s,:\[\]{}\"'/#])")
_WORD = re.compile(r"[^\s,:\[\]{}\"'/#]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity")
_MEANT = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false"} | dict.fromkeys(
    ("None", "NULL", "Null", "nil", "undefined"), "null"
)
_CURLY = "“”„‟‘’‚«»"
_VALUE_STARTS = '"{[-0123456789'
_MOST_FIGURES = 4_000


class Position(NamedTuple):
    """Where a value stands in the text, and where its key does.

    Lines and columns are 1-based, columns and offsets count code points; `key_*` is 0 where there is no key.
    """

    line: int
    column: int
    offset: int
    end: int
    key_line: int = 0
    key_column: int = 0
    key_offset: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """A text as it was scanned.

    Attributes:
        tree: the document as plain Python values, None where the text is not JSON.
        positions: the place of every value by its steps from the root.
        problems: what is wrong, in the order of the text.
        complete: the whole text could be read, so that `tree` is all of it.
    """

    tree: object
    positions: dict[Steps, Position]
    problems: tuple[Problem, ...]
    complete: bool


def scan(text: str) -> Scan:
    """Return the values of a JSON text with their places; never raises."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except _StopError:
        return Scan(None, scanner.positions, tuple(scanner.problems), complete=False)
    return Scan(scanner.tree, scanner.positions, tuple(scanner.problems), complete=True)


class _StopError(Exception):
    """What follows cannot be read; the problem that says why is the last of the scanner's."""


class _Mark(NamedTuple):
    line: int
    column: int
    offset: int


@dataclass(slots=True)
class _Frame:
    """A list or an object that is still open."""

    add: Callable[[Step, object], None]
    steps: Steps
    start: _Mark
    key: _Mark | None
    closing: str
    count: int = 0
    comma: _Mark | None = None
    seen: dict[str, _Mark] = field(default_factory=dict)


class _Scanner:
    """Reads one text from its beginning to its end or to the first thing that is no JSON."""

    def __init__(self, text: str) -> None:
        self.tree: object = None
        self.positions: dict[Steps, Position] = {}
        self.problems: list[Problem] = []
        self._text = text
        self._pos = 0
        self._line = 1
        self._line_start = 0
        self._frames: list[_Frame] = []
        self._last = _Mark(1, 1, 0)
        self._steps: Steps = ()

    def run(self) -> None:
        """Read the whole text."""
        if not self._peek():
            raise self._stop("json-empty", self._mark())
        self._value((), None)
        while self._frames:
            self._next(self._frames[-1])
        if char := self._peek():
            self._refuse_comment(char)
            raise self._stop("json-text-after", self._mark(), value=self._excerpt())

    # ---------------------------------------------------------------------------- where we are

    def _mark(self) -> _Mark:
        return _Mark(self._line, self._pos - self._line_start + 1, self._pos)

    def _peek(self) -> str:
        """Go over white space and return the next character, empty at the end."""
        end = _SPACE.match(self._text, self._pos).end()  # type: ignore[union-attr]  # it matches nothing, too
        if end > self._pos:
            for found in _LINE_END.finditer(self._text, self._pos, end):
                self._line += 1
                self._line_start = found.end()
            self._pos = end
        return self._text[end : end + 1]

    def _excerpt(self) -> str:
        return quote(_LINE_END.split(self._text[self._pos : self._pos + 80])[0], 30)

    def _tell(self, code: str, mark: _Mark, **values: Value) -> None:
        place = Place(self._steps, mark.line, mark.column)
        self.problems.append(Problem(code, "error", place, values))

    def _stop(self, code: str, mark: _Mark, **values: Value) -> _StopError:
        self._tell(code, mark, **values)
        return _StopError()

    def _unexpected(self) -> _StopError:
        char = code_point(self._text[self._pos])
        return self._stop("json-unexpected", self._mark(), value=self._excerpt(), character=char)

    # ---------------------------------------------------------------------------- lists and objects

    def _next(self, frame: _Frame) -> None:
        """Take the next step in the innermost open list or object."""
        char = self._peek()
        self._steps = frame.steps
        if not char:
            opened = self._text[frame.start.offset]
            raise self._stop("json-unclosed", frame.start, value=opened, use=frame.closing)
        if char == frame.closing:
            self._close(frame)
        elif char in "]}":
            raise self._stop(
                "json-wrong-bracket", self._mark(), value=char, use=frame.closing, line=frame.start.line
            )
        elif frame.count and not frame.comma:
            self._comma(frame, char)
        elif char == ",":
            raise self._stop("json-extra-comma", self._mark())
        elif frame.closing == "]":
            self._value((*frame.steps, frame.count), None)
        else:
            self._member(frame, char)

    def _close(self, frame: _Frame) -> None:
        if frame.comma:
            raise self._stop("json-trailing-comma", frame.comma, value=frame.closing)
        self._pos += 1
        self._frames.pop()
        self._place(frame.steps, frame.start, frame.key)

    def _comma(self, frame: _Frame, char: str) -> None:
        mark = self._mark()
        if char == ",":
            frame.comma = mark
            self._pos += 1
            return
        self._refuse_comment(char)
        word = _WORD.match(self._text, self._pos)
        if char in _VALUE_STARTS or (word and word.group() in _WORDS):
            raise self._stop("json-missing-comma", self._last, value=self._excerpt())
        if self._text[self._last.offset - 1] == '"':
            raise self._stop("json-quote-inside", self._last, value=self._excerpt())
        raise self._unexpected()

    def _member(self, frame: _Frame, char: str) -> None:
        mark = self._mark()
        if char != '"':
            self._refuse_comment(char)
            self._refuse_quotes(char)
            if word := _WORD.match(self._text, self._pos):
                raise self._stop("json-bare-key", mark, value=quote(word.group()))
            raise self._unexpected()
        key = self._string()
        steps = (*frame.steps, key)
        if self._peek() != ":":
            raise self._stop("json-missing-colon", self._last, key=quote(key))
        self._pos += 1
        self._steps = steps
        if key in frame.seen:
            self._tell("duplicate-key", mark, key=quote(key), line=frame.seen[key].line)
        frame.seen.setdefault(key, mark)
        self._value(steps, mark)

    # ---------------------------------------------------------------------------- values

    def _value(self, steps: Steps, key: _Mark | None) -> None:
        """Read the value that begins here; of a list or an object only its opening bracket."""
        char = self._peek()
        self._steps = steps
        start = self._mark()
        if char == "{":
            members: dict[str, object] = {}
            self._open(_Frame(members.__setitem__, steps, start, key, "}"), members)  # type: ignore[arg-type]
        elif char == "[":
            elements: list[object] = []
            self._open(_Frame(elements.insert, steps, start, key, "]"), elements)  # type: ignore[arg-type]
        else:
            self._put(self._scalar(char, start))
            self._place(steps, start, key)

    def _open(self, frame: _Frame, value: object) -> None:
        if len(self._frames) >= MAX_NESTING:
            raise self._stop("json-too-deep", frame.start, most=MAX_NESTING)
        self._put(value)
        self._frames.append(frame)
        self._pos += 1

    def _put(self, value: object) -> None:
        """Give a value to the list or object that it stands in."""
        if not self._frames:
            self.tree = value
            return
        frame = self._frames[-1]
        frame.add(self._steps[-1], value)
        frame.count += 1
        frame.comma = None

    def _place(self, steps: Steps, start: _Mark, key: _Mark | None) -> None:
        """Remember where a value stands, now that it has been read to its end."""
        if len(self.positions) >= MAX_VALUES:
            raise self._stop("json-too-many-values", start, most=MAX_VALUES)
        self.positions[steps] = Position(*start, self._pos, *(key or ()))
        self._last = self._mark()

    def _scalar(self, char: str, start: _Mark) -> object:
        if char == '"':
            return self._string()
        if char in ("", ",", ":", "]", "}"):
            raise self._stop("json-missing-value", start)
        self._refuse_comment(char)
        self._refuse_quotes(char)
        if number := _NUMBER.match(self._text, self._pos):
            return self._number(number, start)
        word = _WORD.match(self._text, self._pos)
        if not word:
            raise self._unexpected()
        return self._word(word.group(), start)

    def _number(self, found: re.Match[str], start: _Mark) -> int | float:
        text = found.group()
        if len(text) > _MOST_FIGURES:
            raise self._stop("json-long-number", start, value=quote(text, 20), most=_MOST_FIGURES)
        self._pos = found.end()
        return float(text) if found.group(1) or found.group(2) else int(text)

    def _word(self, word: str, start: _Mark) -> object:
        if word in _WORDS:
            self._pos += len(word)
            return _WORDS[word]
        if word in _NOT_NUMBERS:
            self._tell("json-not-a-number", start, value=word)
            self._pos += len(word)
            return float(word)
        if word[0] in "+-.0123456789" and any(char.isdigit() for char in word):
            raise self._stop("json-number", start, value=quote(word))
        if use := _MEANT.get(word):
            raise self._stop("json-word", start, value=word, use=use)
        raise self._stop("json-bare-text", start, value=quote(word))

    def _refuse_comment(self, char: str) -> None:
        if char in "/#":
            raise self._stop("json-comment", self._mark(), value=self._excerpt())

    def _refuse_quotes(self, char: str) -> None:
        if char == "'":
            raise self._stop("json-single-quotes", self._mark(), value=self._excerpt())
        if char in _CURLY:
            raise self._stop("json-curly-quotes", self._mark(), value=self._excerpt())

    def _string(self) -> str:
        """Read a text; its faults are told, and one without an end ends the scan."""
        text, end, faults = read_string(self._text, self._pos)
        for fault in faults:  # none of them lies beyond the line
            mark = _Mark(self._line, fault.offset - self._line_start + 1, fault.offset)
            self._tell(fault.code, mark, **fault.values)
        if end < 0:
            raise _StopError
        self._pos = end
        self._last = self._mark()
        return text
