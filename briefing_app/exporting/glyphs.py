"""What the faces at hand can draw, and where faces for other scripts lie on this machine."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.assets import read_text
from briefing_app.model.visible import is_letter, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
# What our faces draw nearly all of: a letter that they lack is printed as its code point.
OURS = ("Latin", "Greek", "Cyrillic")
EAST_ASIAN = ("Hangul", "Han", "Kana")
# File names of faces that draw these, regular and bold; for any other script, Noto's bear the script's name.
EAST_ASIAN_FILES = (
    ("NotoSansCJK-Regular*", "NotoSansCJK-Bold*", "NotoSerifCJK-Regular*", "NotoSerifCJK-Bold*"),
    ("NanumGothic.*", "NanumGothicBold.*", "NanumMyeongjo.*", "NanumMyeongjoBold.*"),
    ("malgun.*", "malgunbd.*"),
    ("AppleSDGothicNeo.*",),
)
SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
# Punctuation, enclosed and full-width forms: whoever draws East Asian letters draws them.
_EAST_ASIAN_SIGNS = ((0x3000, 0x303F), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
# The faces of one collection differ in the shapes of their Han; which region's come first.
_REGIONS = {"Hangul": " KR", "Kana": " JP", "Han": " SC"}


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Characters that our own faces lack.

    Attributes:
        letters: of each script that needs a face of its own, the first letter of it in the text.
        others: signs, and letters that no face of their own would have.
    """

    letters: dict[str, str]
    others: frozenset[str]

    def __bool__(self) -> bool:
        """Tell whether there is any such character."""
        return bool(self.letters or self.others)

    def codes(self, scripts: Iterable[str]) -> frozenset[str]:
        """Return the characters that are printed as their code point where faces for `scripts` are there."""
        drawn = set(scripts)
        eastern = not drawn.isdisjoint(EAST_ASIAN)
        return frozenset(
            each
            for each in self.others
            if script_of(each) not in drawn and not (eastern and _is_east_asian_sign(ord(each)))
        )


def undrawn(texts: Iterable[str]) -> Undrawn:
    """Return the characters of `texts` that the faces we ship do not draw."""
    known = json.loads(read_text("print", "coverage.json"))["ranges"]
    starts = [start for start, _ in known]
    letters: dict[str, str] = {}
    others = set()
    for each in sorted(set().union(*texts)):
        if _drawn(ord(each), starts, known) or _needs_no_glyph(each):
            continue
        if _is_plain_letter(each):
            letters.setdefault(_script(each), each)
        else:
            others.add(each)
    return Undrawn(letters, frozenset(others))


def _drawn(point: int, starts: list[int], known: list[list[int]]) -> bool:
    at = bisect_right(starts, point) - 1
    return at >= 0 and point <= known[at][1]


def _needs_no_glyph(char: str) -> bool:
    """Tell whether `char` is white space or a joiner, which the typesetter sets without a face."""
    return char.isspace() or unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _is_plain_letter(char: str) -> bool:
    """Tell whether a face of its own script would have `char`: a letter that is no variant of another."""
    script = script_of(char)
    if not is_letter(char) or script in OURS:
        return False
    return script is not None or (
        unicodedata.normalize("NFKC", char) == char and unicodedata.category(char)[0] == "L"
    )


def _script(char: str) -> str:
    """Return the script of a letter, from its name where no table has it."""
    return script_of(char) or unicodedata.name(char, "unknown").split()[0].capitalize()


def _is_east_asian_sign(point: int) -> bool:
    return any(first <= point <= last for first, last in _EAST_ASIAN_SIGNS)


def files_for(script: str, folders: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """Return the files of an installed face that draws `script`, none where none is found.

    Args:
        script: the script, as `visible.script_of` names it.
        folders: where to look; None for where this system keeps its fonts.
    """
    roots = [Path(folder).expanduser() for folder in FOLDERS] if folders is None else folders
    for names in _names(script):
        found = sorted(path for root in roots if root.is_dir() for name in names for path in root.rglob(name))
        if found:
            return tuple(path for path in found if path.suffix.lower() in SUFFIXES)
    return ()


def _names(script: str) -> Iterator[tuple[str, ...]]:
    """Yield the names of files that draw a script, those that go together at once, the best first."""
    if script in EAST_ASIAN:
        yield from EAST_ASIAN_FILES
    else:
        yield (f"NotoSans{script}-*", f"NotoSerif{script}-*")


def in_order(families: Iterable[str], scripts: Iterable[str], *, serif: bool) -> list[str]:
    """Return the families of other scripts in the order in which the typesetter is to try them.

    Args:
        families: their names.
        scripts: what the text needs them for; the first East Asian one decides whose Han is drawn.
        serif: they stand beside our serif face.

    Returns:
        All of them, those of the same kind first.
    """
    region = next((_REGIONS[script] for script in scripts if script in _REGIONS), "")
    return sorted(families, key=lambda name: (region not in name, _is_serif(name) != serif, name))


def _is_serif(family: str) -> bool:
    return "Serif" in family or "Myeongjo" in family


def package_for(script: str) -> str:
    """Return the Debian package with a face that draws `script`."""
    return "fonts-noto-cjk" if script in EAST_ASIAN else "fonts-noto-core"
