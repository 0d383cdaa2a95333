"""A briefing as PDF: tagged, archival, the same bytes for the same input, its own data attached."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from briefing_app.assets import font_folders, resource
from briefing_app.exporting.brief import page_data
from briefing_app.exporting.glyphs import files_for, in_order, package_for, undrawn
from briefing_app.exporting.options import SECTIONS, Layout, Options, Paper
from briefing_app.exporting.scratch import SCRATCH
from briefing_app.exporting.selection import exported
from briefing_app.model.briefing import SUFFIX, Briefing
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import typst

    from briefing_app.exporting.pen import Data
    from briefing_app.model.evidence import Passage, PassageState

STANDARDS: Any = ["a-3a", "ua-1"]
# Our families; the typesetter takes from the second what the first lacks.
FAMILIES = ("Source Serif Pro", "Source Sans Pro")
# How often the typesetter may name one more character that no face draws.
MOST_TRIES = 40
_CODE = re.compile(r"\[U\+(10[0-9A-F]{4}|[0-9A-F]{4,5})\]")
# Addresses of links are not drawn.
_NOT_DRAWN = ("link", "url")


@dataclass(frozen=True, slots=True)
class Exported:
    """A printed briefing.

    Attributes:
        pdf: the bytes of the file.
        problems: what is to be said of it: signs without a glyph, items left out.
    """

    pdf: bytes
    problems: tuple[Problem, ...] = ()


def export_pdf(
    briefing: Briefing,
    *,
    layout: Layout = "one-page",
    paper: Paper = "a4",
    sections: tuple[str, ...] = (),
    states: Mapping[Passage, PassageState] | None = None,
    max_marking: str | None = None,
    with_article: bool = False,
) -> Exported:
    """Return `briefing` as a PDF/A-3a and PDF/UA-1 file with the briefing attached as its source.

    Args:
        briefing: the briefing.
        layout: one page, or all of it with its evidence.
        paper: the paper size.
        sections: the parts to print; empty for all.
        states: the state of each passage; None where no text is at hand.
        max_marking: a label; what is marked stricter is left out.
        with_article: keep embedded article texts in the attached briefing.

    Raises:
        BriefingError: `font-missing`, `faces-missing`, `marking-too-strict`, `bottom-line-rejected`,
            `typesetting-failed`.
    """
    options = Options(layout, paper, frozenset(sections or SECTIONS), states)
    pages = pages_of(briefing, options, max_marking=max_marking, with_article=with_article)
    made = pages.typeset("pdf")
    return Exported(made[0], pages.problems())


def pages_of(
    briefing: Briefing, options: Options, *, max_marking: str | None = None, with_article: bool = False
) -> Pages:
    """Return what of `briefing` may be exported, on its way to paper.

    Args:
        briefing: the briefing.
        options: how it is printed.
        max_marking: a label; what is marked stricter is left out.
        with_article: keep embedded article texts in the attached briefing.

    Raises:
        BriefingError: `marking-too-strict`, `bottom-line-rejected`.
    """
    kept, left_out = exported(briefing, with_article=with_article, max_marking=max_marking)
    pages = Pages(kept, replace(options, left_out=left_out))
    if left_out:
        values: dict[str, str | int] = {"n": left_out, "most": max_marking or ""}
        pages.told = (Problem("items-left-out", "warning", values=values),)
    return pages


def export_png(
    briefing: Briefing, *, layout: Layout = "one-page", paper: Paper = "a4", ppi: float = 110
) -> list[bytes]:
    """Return the pages of a briefing as PNG pictures, for a preview.

    Args:
        briefing: the briefing.
        layout: one page, or all of it with its evidence.
        paper: the paper size.
        ppi: pixels per inch.

    Raises:
        BriefingError: as `export_pdf`.
    """
    kept, _ = exported(briefing)
    return Pages(kept, Options(layout, paper)).typeset("png", ppi)


class Pages:
    """One briefing on its way to paper: its data, the faces it needs, the signs that none of them draws.

    Attributes:
        briefing: what is exported.
        attached: its canonical form, as it goes into the PDF.
        options: how it is printed.
        fonts: where to look for faces of other scripts; None for where this system keeps its fonts.
        files: what was found there, by script.
        told: what is to be said of the selection.
    """

    def __init__(self, briefing: Briefing, options: Options, fonts: tuple[Path, ...] | None = None) -> None:
        self.briefing = briefing
        self.attached = to_text(briefing).encode("utf-8")
        self.options = replace(options, digest=hashlib.sha256(self.attached).hexdigest())
        self.fonts = fonts
        self.files: dict[str, tuple[Path, ...]] = {}
        self.told: tuple[Problem, ...] = ()
        self._unseen: frozenset[str] = frozenset()  # what misleads or is not seen, and is printed as code

    def problems(self) -> tuple[Problem, ...]:
        """Return what is told, and a warning for each character that is printed as its code point."""
        undrawn = (_as_code("glyph-shown-as-code", each) for each in sorted(self.options.codes))
        unseen = (_as_code("sign-shown-as-code", each) for each in sorted(self._unseen))
        return (*self.told, *undrawn, *unseen)

    def typeset(self, kind: Literal["pdf", "png"], ppi: float | None = None) -> list[bytes]:
        """Return the PDF as one piece, or each page as a PNG.

        Raises:
            BriefingError: a face is missing, or the typesetter fails.
        """
        import typst

        data, text = self._drawable()
        for _ in range(MOST_TRIES):
            try:
                return self._compile(text, kind, ppi)
            except typst.TypstError as error:
                self._learn(error.message, data)
                data = page_data(self.briefing, self.options)
                text = _text_of(data)
        raise _failed(tr("too many signs lack a glyph"))

    def _drawable(self) -> tuple[Data, str]:
        """Return the page's data, and their JSON, once it is known which faces draw its letters."""
        data = page_data(self.briefing, self.options)
        text = _text_of(data)
        # The whole has every character of its parts: where all of it is drawn, no part need be looked at.
        lacking = undrawn((text,))
        if "[U+" in text:
            self._unseen = _unseen(data, self.attached.decode())
        if not lacking and "\\u" not in text:
            return data, text
        lacking = undrawn(_drawn(data))
        for script, letter in lacking.letters.items():
            found = files_for(script, self.fonts)
            if not found:
                values = {"script": script, "char": letter, "package": package_for(script)}
                raise BriefingError(Problem("font-missing", values=values))
            self.files[script] = found
        codes = lacking.codes(self.files)
        if codes:
            self.options = replace(self.options, codes=codes)
            data = page_data(self.briefing, self.options)
            text = _text_of(data)
        return data, text

    def _learn(self, message: str, data: Data) -> None:
        """Take from the typesetter's words the characters that no face draws.

        Raises:
            BriefingError: it failed for another reason.
        """
        quoted = re.search(r'`"(.+?)"`', message, flags=re.DOTALL)
        if quoted is None or not re.search("could not be displayed|disallowed codepoint", message):
            raise _failed(message)
        named = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), quoted[1])
        lacking = undrawn(_drawn(data))
        found = {each for each in named if not each.isascii()} or lacking.others | {*lacking.letters.values()}
        if found <= self.options.codes:
            raise _failed(message)
        self.options = replace(self.options, codes=self.options.codes | found)

    def _compile(self, data: str, kind: Literal["pdf", "png"], ppi: float | None) -> list[bytes]:
        import typst

        faces = _faces(tuple(dict.fromkeys(path for paths in self.files.values() for path in paths)))
        more = {family for family in faces.families() if not family.startswith(FAMILIES)}
        orders = {name: in_order(more, self.files, serif=name == "serif") for name in ("serif", "sans")}
        # The stubs of the typesetter do not know that it takes files by name.
        files: Any = {path.name: path.read_bytes() for path in resource("print").glob("*.typ")}
        files["data.json"] = data.encode("utf-8")
        files["faces.json"] = json.dumps(orders).encode("utf-8")
        files[self.briefing.id + SUFFIX] = self.attached
        made = typst.compile(
            files,
            root=SCRATCH.root(),
            font_paths=faces,
            format=kind,
            ppi=ppi,
            pdf_standards=STANDARDS if kind == "pdf" else None,
            timestamp=0,
        )
        # Several pages come as a list of pictures, all else as bytes; the stubs know only the second.
        return made if isinstance(made, list) else [made]  # type: ignore[redundant-expr]


def _text_of(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False)


def _as_code(problem: str, char: str) -> Problem:
    return Problem(problem, "warning", values={"code": f"U+{ord(char):04X}"})


def _unseen(data: Data, text: str) -> frozenset[str]:
    """Return the characters of a briefing's text that the page's data have as code points."""
    marked = {chr(int(code, 16)) for each in _drawn(data) for code in _CODE.findall(each)}
    # The source may itself print such a code.
    return frozenset(char for char in marked if char in text or json.dumps(char)[1:-1] in text)


def _failed(reason: str) -> BriefingError:
    return BriefingError(Problem("typesetting-failed", values={"reason": reason}))


@lru_cache(maxsize=4)
def _faces(more: tuple[Path, ...]) -> typst.Fonts:
    """Return our faces and those in `more`; what else this machine has does not change the page.

    The typesetter reads folders, in the order in which the disk lists them, and takes the first of two files
    with the same face. So it gets a folder with one file a face.
    """
    import typst

    ours = [path for folder in font_folders() for path in folder.glob("*.otf")]
    with SCRATCH.making() as folder:
        place = Path(tempfile.mkdtemp(prefix="faces-", dir=folder))
        for path in (*ours, *more):
            try:
                (place / path.name).symlink_to(path)
            except OSError:  # Windows lets only some users make links
                shutil.copyfile(path, place / path.name)
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(place)])
    if missing := [name for name in FAMILIES if name not in faces.families()]:
        raise BriefingError(Problem("faces-missing", values={"names": ", ".join(missing)}))
    return faces


def _drawn(data: object) -> Iterator[str]:
    """Yield every text in JSON data that may be drawn."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, each in data.items():
            if key not in _NOT_DRAWN:
                yield from _drawn(each)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _drawn(each)
