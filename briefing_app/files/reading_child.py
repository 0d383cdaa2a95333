"""The child process that reads web pages, PDFs and Word documents: `child` starts it.

It gets one line of JSON and the file's bytes, and answers with JSON: the page, or why it is not read. What a
file can do to a reader - endless loops, memory without end, a crash - it does to this process only.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from briefing_app.files.page import to_json
from briefing_app.files.refusal import RefusalError

if TYPE_CHECKING:
    from briefing_app.files.page import Page


def main() -> None:
    """Read what is handed over, within the limits that come with it."""
    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    order = json.loads(line)
    _limit(order["seconds"], order["memory"])
    json.dump(_answer(order, data), sys.stdout)


def _answer(order: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        return {"page": to_json(_read(order, data))}
    except RefusalError as refusal:
        return {"problem": refusal.code, "values": refusal.values}
    except (MemoryError, RecursionError):
        return {"problem": "article-complex", "values": {}}


def _read(order: dict[str, Any], data: bytes) -> Page:
    if order["kind"] == "pdf":
        from briefing_app.files.pdf_page import read_pdf

        return read_pdf(data)
    if order["kind"] == "docx":
        from briefing_app.files.docx_page import read_docx

        return read_docx(data)
    from briefing_app.files.web_page import read_web_page

    return read_web_page(data.decode("utf-8"), order["url"])


def _limit(seconds: int, memory: int) -> None:
    """Give this process at most so much processor time and memory, where the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (limit, limit))


if __name__ == "__main__":
    main()
