"""The briefing that a PDF carries. The PDF may be hostile: it gives a briefing's bytes or a sentence."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, NamedTuple

from briefing_app.files.intake import MAX_FILE_BYTES, megabytes, trouble
from briefing_app.model.briefing import MEDIA_TYPE, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PdfReader

MOST_NODES = 1_000


class Carried(NamedTuple):
    """A file that a PDF carries.

    Attributes:
        name: as the PDF names it.
        data: its bytes.
    """

    name: str
    data: bytes


def attached_briefing(data: bytes, path: Path) -> Carried:
    """Return the first briefing that a PDF carries.

    Args:
        data: all of the PDF.
        path: where it lies, for what is told.

    Raises:
        BriefingError: `pdf-no-briefing`, `pdf-locked`, `pdf-damaged` or `pdf-attachment-too-large`.
    """
    from pypdf import errors

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a PDF is told by us
    try:
        found = next(_briefings(data), None)
    except (errors.FileNotDecryptedError, errors.DependencyError) as error:
        raise trouble("pdf-locked", path) from error
    except (errors.LimitReachedError, MemoryError) as error:
        raise trouble("pdf-attachment-too-large", path, most=megabytes(MAX_FILE_BYTES)) from error
    except Exception as error:  # a hostile PDF makes its reader fail in any way
        raise trouble("pdf-damaged", path) from error
    if found is None:
        raise trouble("pdf-no-briefing", path)
    if len(found.data) > MAX_FILE_BYTES:
        raise trouble("pdf-attachment-too-large", path, most=megabytes(MAX_FILE_BYTES))
    return found


def _briefings(data: bytes) -> Iterator[Carried]:
    """Yield what is attached as a briefing, by its type or by its name."""
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    for spec in _specifications(reader):
        name = str(spec.get("/UF") or spec.get("/F") or "")
        embedded = _inside(spec, "/EF")
        stream = _inside(embedded, "/F") or _inside(embedded, "/UF")
        if not isinstance(stream, StreamObject):
            continue
        if stream.get("/Subtype") == f"/{MEDIA_TYPE}" or name.casefold().endswith(SUFFIX):
            yield Carried(name, bytes(stream.get_data()))


def _specifications(reader: PdfReader) -> Iterator[dict[str, object]]:
    """Yield every attached file's entry, those of the document first, and each place at most once."""
    root = reader.trailer["/Root"].get_object()
    waiting = [*_list(_inside(root, "/AF"))[:MOST_NODES], _inside(_inside(root, "/Names"), "/EmbeddedFiles")]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = _resolved(waiting.pop(0))
        if not isinstance(node, dict):
            continue
        if "/EF" in node:
            yield node
        waiting += [*_list(_inside(node, "/Kids")), *_list(_inside(node, "/Names"))][:MOST_NODES]


def _inside(node: object, key: str) -> object:
    return _resolved(node.get(key)) if isinstance(node, dict) else None


def _list(node: object) -> list[object]:
    return node if isinstance(node, list) else []


def _resolved(node: object) -> object:
    from pypdf.generic import PdfObject

    return node.get_object() if isinstance(node, PdfObject) else node
