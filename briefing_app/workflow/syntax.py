"""The one sure way out of what is wrong with a text as JSON, and the places of its keys."""

from __future__ import annotations

import re
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Literal

from briefing_app.files.strings import read_string

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.model.problems import Problem

# What a fix is made of: its kind, where it begins and ends, what is put there, how it is shown.
Kind = Literal["use", "put-comma", "put-colon", "remove-comma", "remove-comment", "remove-key", "remove-mark"]
Found = tuple[Kind, int, int, str, str]

_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"[ \t\r\n]*")
_AFTER_WORD = r"(?=[ \t]*(?:[,}\]\r\n]|$))"
_BARE_KEY = re.compile(r"([^\s,:\[\]{}\"'/#\\]+)\"?(?=[ \t]*:)")  # its second quotation mark may be there
_BARE_TEXT = re.compile(r"([^\s,:\[\]{}\"'/#\\]+)" + _AFTER_WORD)
_QUOTED = re.compile(
    r"(?:'([^'\"\\\r\n]*)'|“([^“”\"\\\r\n]*)”|„([^„“”\"\\\r\n]*)[“”]|«([^«»\"\\\r\n]*)»)"
    r"(?=[ \t]*(?:[,:}\]\r\n]|$))"
)
_COMMENT = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*.*?\*/", re.DOTALL)
_NUMBER = re.compile(r"\+?(-?)0*([0-9]{1,15})" + _AFTER_WORD)
_VALUE = re.compile(r"[ \t]*(?:[\"{\[0-9-]|true|false)")


def offset_of(text: str, line: int, column: int) -> int:
    """Return where a 1-based line and column stand in a text."""
    start, ends = 0, _LINE_END.finditer(text)
    for _ in range(line - 1):
        found = next(ends, None)
        if found is None:
            return len(text)
        start = found.end()
    return min(start + max(column - 1, 0), len(text))


def line_span(text: str, line: int) -> tuple[int, int]:
    """Return where a 1-based line of a text begins and where it ends, its line end left out."""
    start = offset_of(text, line, 1)
    found = _LINE_END.search(text, start)
    return start, found.start() if found else len(text)


def key_end(body: str, start: int) -> int:
    """Return where the key ends whose opening quotation mark stands at `start`."""
    return read_string(body, start)[1]


def without_member(body: str, start: int, end: int) -> tuple[int, int]:
    """Return what goes with a member of an object: it, one comma, and the white space between members."""
    after = _SPACE.match(body, end).end()  # type: ignore[union-attr]  # it matches nothing, too
    if body[after : after + 1] == ",":
        return start, _SPACE.match(body, after + 1).end()  # type: ignore[union-attr]
    before = body[:start].rstrip(" \t\r\n")
    return (len(before) - 1, end) if before.endswith(",") else (start, end)


def _at(body: str, problem: Problem) -> int:
    return offset_of(body, problem.where.line, problem.where.column)


def _trailing_comma(body: str, problem: Problem) -> Found:
    at = _at(body, problem)
    return "remove-comma", at, at + 1, "", ""


def _missing_comma(body: str, problem: Problem) -> Found | None:
    """Return a comma where the next value begins a line; within one, a quotation mark may be meant."""
    at = _at(body, problem)
    space = _SPACE.match(body, at)
    return ("put-comma", at, at, ",", "") if space and _LINE_END.search(space.group()) else None


def _missing_colon(body: str, problem: Problem) -> Found | None:
    at = _at(body, problem)
    return ("put-colon", at, at, ":", "") if _VALUE.match(body, at) else None


def _word(body: str, problem: Problem) -> Found | None:
    use, at = str(problem.values.get("use", "")), _at(body, problem)
    if use not in ("true", "false"):
        return None
    return "use", at, at + len(str(problem.values["value"])), use, use


def _number(body: str, problem: Problem) -> Found | None:
    at = _at(body, problem)
    found = _NUMBER.match(body, at)
    if not found or (body[at] == "+" and found[1]):
        return None
    new = f"{found[1]}{int(found[2])}"
    return "use", at, found.end(), new, new


def _bare(pattern: re.Pattern[str]) -> Callable[[str, Problem], Found | None]:
    def quoted(body: str, problem: Problem) -> Found | None:
        at = _at(body, problem)
        found = pattern.match(body, at)
        return ("use", at, found.end(), encode_basestring(found[1]), f'"{found[1]}"') if found else None

    return quoted


def _quotes(body: str, problem: Problem) -> Found | None:
    """Return straight quotation marks, where the text has no other ones that could end it."""
    at = _at(body, problem)
    found = _QUOTED.match(body, at)
    if not found:
        return None
    text = next(group for group in found.groups() if group is not None)
    return "use", at, found.end(), encode_basestring(text), f'"{text}"'


def _comment(body: str, problem: Problem) -> Found | None:
    at = _at(body, problem)
    found = _COMMENT.match(body, at)
    if not found:
        return None
    # The blanks before it would be left at the end of the line.
    start = len(body[:at].rstrip(" \t")) if not found.group().startswith("/*") else at
    return "remove-comment", start, found.end(), "", ""


def _escape(body: str, problem: Problem) -> Found | None:
    at = _at(body, problem)
    return ("use", at, at + 2, "'", "'") if body[at : at + 2] == "\\'" else None


SYNTAX: Mapping[str, Callable[[str, Problem], Found | None]] = {
    "json-trailing-comma": _trailing_comma,
    "json-missing-comma": _missing_comma,
    "json-missing-colon": _missing_colon,
    "json-word": _word,
    "json-number": _number,
    "json-bare-key": _bare(_BARE_KEY),
    "json-bare-text": _bare(_BARE_TEXT),
    "json-single-quotes": _quotes,
    "json-curly-quotes": _quotes,
    "json-comment": _comment,
    "json-escape": _escape,
}
