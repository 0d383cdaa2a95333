"""Write resources/print/coverage.json: the characters that the faces we print with can draw.

Run by hand when the font wheels change; it needs fontTools, which nothing else does:

    uv run --no-project --with fonttools --with font-source-serif-pro --with font-source-sans-pro \
        python -m tools.coverage_table
"""

from __future__ import annotations

import json
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.assets import font_folders, resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# The typesetter takes a glyph that a face lacks from any other face, so what one of them has can be drawn.
USED = ("Regular", "Semibold", "Bold", "It")


def main() -> None:
    """Read the faces and write the table."""
    paths = [
        path for folder in font_folders() for path in folder.glob("*.otf") if path.stem.split("-")[1] in USED
    ]
    drawn = set.union(*(characters(path) for path in paths))
    table = {"faces": sorted(path.stem for path in paths), "ranges": ranges(sorted(drawn))}
    target = resource("print", "coverage.json")
    target.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(drawn)} characters of {len(paths)} faces in {target}")


def characters(path: Path) -> set[int]:
    """Return the code points that the font at `path` maps to a glyph."""
    # Not in the lock: this is run by hand. By name, so that types are checked without it.
    ttlib = import_module("fontTools.ttLib")

    with ttlib.TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def ranges(points: Iterable[int]) -> list[list[int]]:
    """Return ascending code points as closed ranges."""
    ordered = list(points)
    breaks = [n for n, (before, after) in enumerate(pairwise(ordered), 1) if after != before + 1]
    starts, ends = [0, *breaks], [*breaks, len(ordered)]
    return [[ordered[start], ordered[end - 1]] for start, end in zip(starts, ends, strict=True)]


if __name__ == "__main__":
    main()
