"""Bytes to text: UTF-8 and nothing else for a briefing, and what else it may be instead."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing_app.model.problems import Place, Problem, Severity, Value

_LINE_END = re.compile(r"\r\n|\r|\n")
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
)
# The longer mark first: that of UTF-32 begins as that of UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NULS = {
    b"\x01\x00\x00\x00": "utf-32-le",
    b"\x00\x00\x00\x01": "utf-32-be",
    b"\x01\x00\x01\x00": "utf-16-le",
    b"\x00\x01\x00\x01": "utf-16-be",
}
_LOOK = 8_192


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte order mark, or the problem that kept it from being one; warnings apart."""

    text: str = ""
    problem: Problem | None = None
    notes: tuple[Problem, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """Return the text of a briefing file: strictly UTF-8; a byte order mark and CRLF are warnings."""
    if not data.strip():
        return Decoded(problem=_problem("file-empty", file))
    if kind := kind_of(data):
        return Decoded(problem=_problem("file-kind", file, kind=kind))
    if encoding := wide_encoding(data):
        return Decoded(problem=_problem("file-encoding", file, encoding=encoding.upper()[:6]))
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(problem=_bad_byte(body, error.start, file))
    if "\x00" in text[:_LOOK] and text.lstrip()[:1] not in ("{", "["):
        return Decoded(problem=_problem("file-binary", file))
    notes = []
    if len(body) < len(data):
        notes.append(_problem("file-bom", file, "warning", line=1, column=1))
    if (at := text.find("\r")) >= 0:
        column = at - text.rfind("\n", 0, at)
        notes.append(_problem("file-crlf", file, "warning", line=text.count("\n", 0, at) + 1, column=column))
    return Decoded(text, None, tuple(notes))


def kind_of(data: bytes) -> str:
    """Return the name of a file format that begins with well-known bytes, empty for any other."""
    return next((name for magic, name in _MAGIC if data.startswith(magic)), "")


def wide_encoding(data: bytes) -> str:
    """Return the codec of UTF-16 or UTF-32, by byte order mark or pattern of NULs, empty for neither."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    pattern = bytes(1 if byte else 0 for byte in data[:4])
    return _NULS.get(pattern, "")


def _bad_byte(data: bytes, at: int, file: str) -> Problem:
    """Return the problem that names the first byte which is no UTF-8, at `at`."""
    lines = _LINE_END.split(data[:at].decode("utf-8"))
    byte = f"0x{data[at]:02X}"
    return _problem("file-not-utf8", file, line=len(lines), column=len(lines[-1]) + 1, byte=byte)


def _problem(
    code: str, file: str, severity: Severity = "error", line: int = 0, column: int = 0, **values: Value
) -> Problem:
    return Problem(code, severity, Place(line=line, column=column, file=file), values)
