"""Finds what is shipped beside the code: `resources/` and the faces that screen and paper share."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

# The PyPI wheels with Source Serif Pro and Source Sans Pro (SIL OFL 1.1), and the folder of files in each.
FACES = ("font_source_serif_pro", "font_source_sans_pro")
FILES = "files"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, in an installed wheel or in a checkout.

    Args:
        *parts: the way to it below `resources/`.
    """
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return (installed if installed.is_dir() else package.parent / "resources").joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return the text of a shipped UTF-8 file.

    Args:
        *parts: the way to it below `resources/`.
    """
    return resource(*parts).read_text(encoding="utf-8")


def font_folders() -> list[Path]:
    """Return the folders of the shipped faces, serif first, without importing their packages.

    A face whose package is not installed is left out; who needs it tells so.
    """
    specs = (find_spec(name) for name in FACES)
    places = (place for spec in specs if spec for place in spec.submodule_search_locations or ())
    return [folder for place in places if (folder := Path(place) / FILES).is_dir()]
