"""What the faces at hand can draw, and where faces for other scripts lie on this machine."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.assets import read_text
from briefing_app.model.visible import is_letter, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
EAST_ASIAN = ("Hangul", "Han", "Kana")
# File names of faces that draw a script; for any other script, Noto's file bears the script's name.
EAST_ASIAN_FILES = ("NotoSansCJK*", "NotoSerifCJK*", "Nanum*", "malgun*", "AppleSDGothicNeo*")


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Characters that our own faces lack.

    Attributes:
        letters: of each script, the first letter of it in the text.
        others: signs that are no letters.
    """

    letters: dict[str, str]
    others: frozenset[str]


def undrawn(texts: Iterable[str]) -> Undrawn:
    """Return the characters of `texts` that the faces we ship do not draw."""
    known = json.loads(read_text("print", "coverage.json"))["ranges"]
    starts = [start for start, _ in known]
    characters = set().union(*texts) - {"\n", "\u200b"}
    missing = sorted(each for each in characters if not _drawn(ord(each), starts, known))
    letters: dict[str, str] = {}
    for each in missing:
        if is_letter(each):
            letters.setdefault(script_of(each) or "unknown", each)
    return Undrawn(letters, frozenset(each for each in missing if not is_letter(each)))


def _drawn(point: int, starts: list[int], known: list[list[int]]) -> bool:
    at = bisect_right(starts, point) - 1
    return at >= 0 and point <= known[at][1]


def folder_for(script: str) -> Path | None:
    """Return the folder of an installed face that draws `script`, None where none is found."""
    names = (
        EAST_ASIAN_FILES
        if script in EAST_ASIAN
        else (f"NotoSans{script}-Regular.*", f"NotoSerif{script}-Regular.*")
    )
    for folder in FOLDERS:
        root = Path(folder).expanduser()
        for name in names if root.is_dir() else ():
            found = next(iter(sorted(root.rglob(name))), None)
            if found:
                return found.parent
    return None


def package_for(script: str) -> str:
    """Return the Debian package with a face that draws `script`."""
    return "fonts-noto-cjk" if script in EAST_ASIAN else "fonts-noto-core"
