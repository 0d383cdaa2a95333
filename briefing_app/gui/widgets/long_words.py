"""Words that are wider than their column, broken where the column ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_BREAK = "\u200b"
_UNIT = 2  # bytes


def broken(text: str, font: QFont, width: int) -> str:
    """Return `text` with U+200B in each word that is wider than `width` px: where its lines end then."""
    return "\n".join(_lines(line, font, width) for line in text.replace(_BREAK, "").split("\n"))


def _lines(text: str, font: QFont, width: int) -> str:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    ends = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")  # in which Qt counts
    starts = [0, *ends[:-1]]
    pieces = [
        units[_UNIT * start : _UNIT * end].decode("utf-16-le", "surrogatepass")
        for start, end in zip(starts, ends, strict=True)
    ]
    return "".join(piece if piece[-1].isspace() else piece + _BREAK for piece in pieces[:-1]) + pieces[-1]
