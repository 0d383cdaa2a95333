"""Files of other kinds, as small as they can be, with the texts of a test in them."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

FIRST = "Veldania and Ostrova agreed to open a joint harbour office, the ministry said in Ostrov."
SECOND = (
    "The two sides will set up a working group for it, which is to meet for the first time in autumn, and"
    " will report to both ministers before the end of the year on what the office costs and who pays for it."
)
LAST = "The next talks will be held in Port Ansel in June, a spokesperson told reporters."


def paragraph(text: str, style: str = "", *, item: bool = False) -> str:
    """Return a paragraph of WordprocessingML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = "<w:numPr><w:ilvl/></w:numPr>" if item else ""
    return f'<w:p><w:pPr>{named}{listed}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def document(body: str) -> str:
    """Return the main part of a Word document."""
    return f'<?xml version="1.0"?><w:document {W} {MC}><w:body>{body}</w:body></w:document>'


def docx(main: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word document with a main part and others."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", main)
        for name, text in (parts or {}).items():
            package.writestr(name, text)
    return buffer.getvalue()


def set_pdf(paragraphs: Sequence[str], rules: str = "") -> bytes:
    """Return a PDF with paragraphs set by a typesetter, on small pages that part lines and paragraphs."""
    texts = [f'#text("{text}")' if not text.startswith("=") else text for text in paragraphs]
    page = '#set page(width: 12cm, height: 8cm)\n#set text(size: 10pt, lang: "en")\n'
    made = typst.compile((page + rules + "\n\n".join(texts)).encode())
    assert isinstance(made, bytes)
    return made


def raw_pdf(stream: bytes, *, filters: str = "/FlateDecode", pages: int = 1) -> bytes:
    """Return a PDF with one stream of drawing on each of its pages, packed already."""
    kids = b" ".join([b"3 0 R"] * pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages),
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d /Filter %b >>\nstream\n%b\nendstream" % (len(stream), filters.encode(), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def packed(data: bytes) -> bytes:
    """Return bytes as FlateDecode unpacks them."""
    return zlib.compress(data, 9)
