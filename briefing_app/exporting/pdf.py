"""A briefing as PDF: tagged, archival, the same bytes for the same input, its own data attached."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from briefing_app.assets import FACES, font_folders, resource
from briefing_app.exporting.brief import page_data
from briefing_app.exporting.glyphs import folder_for, package_for, undrawn
from briefing_app.exporting.options import SECTIONS, Layout, Options, Paper
from briefing_app.exporting.selection import exported
from briefing_app.model.briefing import SUFFIX, Briefing
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError, Problem
from briefing_app.model.visible import is_letter, script_of
from briefing_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import typst

    from briefing_app.model.evidence import Passage, PassageState

STANDARDS: Any = ["a-3a", "ua-1"]
MOST_TRIES = 40


@dataclass(frozen=True, slots=True)
class Exported:
    """A printed briefing: the bytes of the PDF, and what is to be said of it."""

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
        BriefingError: `font-missing`, `marking-too-strict`, `bottom-line-rejected`, `typesetting-failed`.
    """
    options = Options(layout, paper, frozenset(sections or SECTIONS), states)
    pages = Pages(briefing, options, max_marking=max_marking, with_article=with_article)
    made = pages.typeset("pdf", None)
    return Exported(bytes(made[0]), pages.problems())


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
    return Pages(briefing, Options(layout, paper)).typeset("png", ppi)


class Pages:
    """One briefing on its way to paper: its data, the faces it needs, the signs that none of them draws."""

    def __init__(
        self,
        briefing: Briefing,
        options: Options,
        *,
        max_marking: str | None = None,
        with_article: bool = False,
    ) -> None:
        kept, left_out = exported(briefing, with_article=with_article, max_marking=max_marking)
        self.attached = to_text(kept).encode("utf-8")
        digest = hashlib.sha256(self.attached).hexdigest()
        self.briefing = kept
        self.options = replace(options, left_out=left_out, digest=digest)
        self.folders: list[Path] = []

    def problems(self) -> tuple[Problem, ...]:
        """Return a warning for each character that is printed as its code point."""
        codes = [f"U+{ord(each):04X}" for each in sorted(self.options.codes)]
        return tuple(Problem("glyph-shown-as-code", "warning", values={"code": code}) for code in codes)

    def typeset(self, kind: Literal["pdf", "png"], ppi: float | None) -> list[bytes]:
        """Return the PDF as one piece, or each page as a PNG."""
        import typst

        data = self._drawable()
        for _ in range(MOST_TRIES):
            try:
                return self._compile(data, kind, ppi)
            except typst.TypstError as error:
                if not self._learn(error.message, data):
                    raise BriefingError(
                        Problem("typesetting-failed", values={"reason": error.message})
                    ) from error
                data = page_data(self.briefing, self.options)
        raise BriefingError(
            Problem("typesetting-failed", values={"reason": tr("too many signs lack a glyph")})
        )

    def _drawable(self) -> dict[str, Any]:
        """Return the page's data once it is known which faces draw its letters."""
        data = page_data(self.briefing, self.options)
        lacking = undrawn(_strings(data))
        if not lacking.letters and not lacking.others:
            return data
        for script, letter in lacking.letters.items():
            folder = folder_for(script)
            if folder is None:
                raise _no_font(script, letter)
            self.folders.append(folder)
        # A face for another script may have the sign; then the typesetter tells what it lacks.
        if not self.folders:
            self.options = replace(self.options, codes=lacking.others)
        return page_data(self.briefing, self.options)

    def _learn(self, message: str, data: dict[str, Any]) -> bool:
        """Take from the typesetter's words a character that no face draws; tell whether there is one."""
        if "could not be displayed" not in message:
            return False
        lacking = undrawn(_strings(data))
        candidates = lacking.others | frozenset(lacking.letters.values())
        named = re.search(r"text `?\"?(.+?)\"?`? could not", message, flags=re.DOTALL)
        quoted = frozenset(each for each in (named.group(1) if named else "") if not each.isascii())
        found = quoted or candidates
        found -= self.options.codes
        for each in sorted(found):
            if is_letter(each):
                raise _no_font(script_of(each) or "unknown", each)
        self.options = replace(self.options, codes=self.options.codes | found)
        return bool(found)

    def _compile(self, data: dict[str, Any], kind: Literal["pdf", "png"], ppi: float | None) -> list[bytes]:
        import typst

        faces = _faces(tuple(dict.fromkeys(self.folders)))
        ours = ("Source Serif Pro", "Source Sans Pro")
        more = [name for name in faces.families() if not name.startswith(ours)]
        if missing := [name for name in ours if name not in faces.families()]:
            raise BriefingError(Problem("faces-missing", values={"names": ", ".join(missing or FACES)}))
        # The stubs of the typesetter do not know that it takes files by name.
        files: Any = {path.name: path.read_bytes() for path in resource("print").glob("*.typ")}
        files["data.json"] = json.dumps(data, ensure_ascii=False).encode("utf-8")
        files["faces.json"] = json.dumps(more if self.folders else []).encode("utf-8")
        files[self.briefing.id + SUFFIX] = self.attached
        # An empty root: a template reaches nothing but the files that it is handed.
        with tempfile.TemporaryDirectory() as root:
            made = typst.compile(
                files,
                root=root,
                font_paths=faces,
                format=kind,
                ppi=ppi,
                pdf_standards=STANDARDS if kind == "pdf" else None,
                timestamp=0,
            )
        # One PDF comes as bytes, pages as a list of them; the stubs know only the first.
        return made if isinstance(made, list) else [made]  # type: ignore[redundant-expr]


def _no_font(script: str, letter: str) -> BriefingError:
    values = {"script": script, "char": letter, "package": package_for(script)}
    return BriefingError(Problem("font-missing", values=values))


@lru_cache(maxsize=4)
def _faces(folders: tuple[Path, ...]) -> typst.Fonts:
    """Return our faces and those in `folders`; what else this machine has does not change the page."""
    import typst

    paths = [str(folder) for folder in (*font_folders(), *folders)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def _strings(data: object) -> Iterator[str]:
    """Yield every text in JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _strings(each)
    elif isinstance(data, list):
        for each in data:
            yield from _strings(each)
