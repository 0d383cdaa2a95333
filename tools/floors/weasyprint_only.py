"""The same briefing through WeasyPrint, all its parts in the same faces: `weasyprint_only.py FILE OUT`.

What the one page prints is set plainly, as tables and lists; there is no drawn tracker and no axis of dates,
and no work to make it fit one page. The briefing is attached, the file is tagged.
"""

from __future__ import annotations

import sys
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.model.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_app.model.evidence import Passage

STYLE = """
@page { size: A4; margin: 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 9.5pt/1.35 "Source Serif Pro"; } h1 { font-size: 20pt; margin: 0 } h2 { font-size: 9pt }
h2, th, small { font-family: "Source Sans Pro"; color: #555 } ul { columns: 2 }
td, th { padding: 1pt 6pt 1pt 0; text-align: left; vertical-align: top }
"""


def faces() -> str:
    """Return the rules that load the two families from their wheels."""
    rules = []
    for package, family in (
        ("font_source_serif_pro", "Source Serif Pro"),
        ("font_source_sans_pro", "Source Sans Pro"),
    ):
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for name, weight in (("Regular", 400), ("Semibold", 600)):
                rules += [
                    f'@font-face{{font-family:"{family}";font-weight:{weight};src:url("{file.as_uri()}")}}'
                    for file in Path(folder).rglob(f"*-{name}.*tf")
                ]
    return "".join(rules)


def marks(evidence: Iterable[Passage]) -> str:
    """Return the paragraphs of passages."""
    return " ".join(f"¶{each.paragraph}" for each in evidence)


def table(name: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """Return a table under its heading."""
    head = "".join(f"<th scope=col>{escape(each)}</th>" for each in heads)
    cells = ("".join(f"<td>{escape(str(each or ''))}</td>" for each in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<h2>{escape(name)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def parts(of: Briefing) -> Iterator[str]:
    """Yield the parts of the page in their order."""
    if of.event is not None:
        where = f"{of.event.when.phrase}, {of.event.place or ''}, {', '.join(of.event.parties)}"
        yield f"<p>{escape(of.event.name)}: {escape(where)} {marks(of.event.evidence)}</p>"
    yield f"<p>{escape(of.bottom_line.text)} {marks(of.bottom_line.evidence)}</p>"
    people = ((each.side, each.name, each.role, marks(each.evidence)) for each in of.participants)
    yield table("Participants", ("Side", "Name", "Role", ""), people)
    if of.opcon is not None:
        stages = (
            (each.stage, each.state, when.phrase if (when := each.due or each.when) else "", each.reason)
            for track in of.opcon.tracks
            for each in track.stages
        )
        yield table("OPCON transition", ("Stage", "State", "When", "Why"), stages)
        conditions = [(each.number, each.text, marks(each.evidence)) for each in of.opcon.conditions]
        yield table("Conditions", ("", "Condition", ""), conditions) if conditions else ""
    ahead = (
        (each.when and each.when.phrase, each.title, each.certainty, marks(each.evidence))
        for each in of.meetings
    )
    yield table("Meetings", ("When", "Meeting", "Certainty", ""), ahead)
    agreed = ((each.kind, each.statement, marks(each.evidence)) for each in of.agreements)
    yield table("Agreements", ("Kind", "Statement", ""), agreed)
    texts = (*(each.text for each in of.background), *(each.text for each in of.gaps))
    told = "".join(f"<li>{escape(text)}</li>" for text in texts)
    yield f"<h2>Background and gaps</h2><ul>{told}</ul>"
    sources = ((each.publisher, each.title, each.url) for each in of.sources)
    yield table("Sources", ("Publisher", "Title", "Address"), sources)


def main() -> None:
    """Validate, set and write."""
    read = Path(sys.argv[1]).read_bytes()
    briefing = Briefing.model_validate_json(read)
    page = (
        f"<html lang=en><head><style>{faces()}{STYLE}</style><title>{escape(briefing.title)}</title></head>"
        f"<body><h1>{escape(briefing.title)}</h1>{''.join(parts(briefing))}</body></html>"
    )
    weasyprint = import_module("weasyprint")
    data = weasyprint.Attachment(string=read, name=f"{briefing.id}.briefing")
    weasyprint.HTML(string=page).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1", attachments=[data])


if __name__ == "__main__":
    main()
