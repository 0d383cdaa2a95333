"""A text between quotation marks in JSON, with everything that is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.quoting import code_point, quote

if TYPE_CHECKING:
    from briefing_app.model.problems import Value

_SIMPLE = re.compile(r'"([^"\\\x00-\x1f\x7f-\x9f]*)"')
_RUN = re.compile(r'[^"\\\x00-\x1f\x7f-\x9f]*')
_HEX = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_ESCAPED = 6  # \u00e9


class Fault(NamedTuple):
    """Something wrong in a text: the code of the problem, where it is, what its sentence is filled with."""

    code: str
    offset: int
    values: dict[str, Value]


def read_string(source: str, start: int) -> tuple[str, int, list[Fault]]:
    """Return the text whose opening quotation mark stands at `start`.

    Args:
        source: the JSON text.
        start: offset of the quotation mark.

    Returns:
        The text, the offset after it (-1 where it cannot be read to its end), and its faults in order; of a
        text that cannot be read, the last one says why.
    """
    if simple := _SIMPLE.match(source, start):
        return simple.group(1), simple.end(), []
    reader = _Reader(source, start)
    try:
        reader.run()
    except _EndError:
        return "", -1, reader.faults
    return "".join(reader.pieces), reader.pos, reader.faults


class _EndError(Exception):
    """The text cannot be read on."""


class _Reader:
    """Reads one text that has escapes or faults."""

    def __init__(self, source: str, start: int) -> None:
        self.pieces: list[str] = []
        self.faults: list[Fault] = []
        self.pos = start + 1
        self._source = source
        self._start = start

    def run(self) -> None:
        """Read to the closing quotation mark."""
        while (char := self._plain()) != '"':
            if char in ("", "\n", "\r"):
                beginning = quote(self._source[self._start + 1 : self.pos], 30)
                self.faults.append(Fault("json-unclosed-text", self._start, {"value": beginning}))
                raise _EndError
            self.pieces.append(self._escape() if char == "\\" else self._control(char, 1))
        self.pos += 1

    def _plain(self) -> str:
        """Take all plain characters and return the one after them, empty at the end."""
        start, self.pos = self.pos, _RUN.match(self._source, self.pos).end()  # type: ignore[union-attr]
        self.pieces.append(self._source[start : self.pos])
        return self._source[self.pos : self.pos + 1]

    def _control(self, char: str, length: int) -> str:
        self.faults.append(Fault("control-character", self.pos, {"character": code_point(char)}))
        self.pos += length
        return char

    def _escape(self) -> str:
        letter = self._source[self.pos + 1 : self.pos + 2]
        if letter == "u":
            return self._unicode()
        if letter not in _ESCAPES:
            raise self._bad_escape("\\" + letter)
        char = _ESCAPES[letter]
        if char < " " and char != "\n":
            return self._control(char, 2)
        self.pos += 2
        return char

    def _bad_escape(self, value: str) -> _EndError:
        self.faults.append(Fault("json-escape", self.pos, {"value": quote(value)}))
        return _EndError()

    def _unicode(self) -> str:
        first = _HEX.match(self._source, self.pos)
        if not first:
            raise self._bad_escape(self._source[self.pos : self.pos + _ESCAPED])
        char = chr(int(first[1], 16))
        if "\ud800" <= char <= "\udbff":
            second = _HEX.match(self._source, self.pos + _ESCAPED)
            if second and 0xDC00 <= (low := int(second[1], 16)) <= 0xDFFF:  # noqa: PLR2004 - as Unicode has it
                self.pos += 2 * _ESCAPED
                return chr(0x10000 + ((ord(char) & 0x3FF) << 10 | low & 0x3FF))
        if "\ud800" <= char <= "\udfff":
            self.faults.append(Fault("lone-surrogate", self.pos, {"value": first[0]}))
        elif (char < " " and char != "\n") or "\x7f" <= char <= "\x9f":
            return self._control(char, _ESCAPED)
        self.pos += _ESCAPED
        return char
