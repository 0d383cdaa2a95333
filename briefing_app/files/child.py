"""Reads files that are not trusted in a process of its own, with a limit of time and of memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import briefing_app
from briefing_app.files.page import from_json
from briefing_app.files.refusal import RefusalError

if TYPE_CHECKING:
    from briefing_app.files.page import Page

Kind = Literal["web", "pdf", "docx"]
_PACKAGE = str(Path(briefing_app.__file__).resolve().parents[1])


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        seconds: of processor time; three times as many may pass on the clock.
        memory: bytes of address space.
    """

    seconds: int = 15
    memory: int = 1 << 30


def read_apart(kind: Kind, data: bytes, url: str | None = None, limits: Limits | None = None) -> Page:
    """Return what a file holds, read in a process of its own.

    Args:
        kind: what it is.
        data: its bytes; of a web page the text in UTF-8.
        url: the address that a web page came from, if it came from one.
        limits: other limits than the usual ones.

    Raises:
        RefusalError: it is not read: `article-damaged` where the reader failed, `article-complex` where it
            needed more time or memory than it may have, or what the reader says.
    """
    limits = limits or Limits()
    order = {"kind": kind, "url": url, "seconds": limits.seconds, "memory": limits.memory}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "briefing_app.files.reading_child"],
            input=json.dumps(order).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a damaged file makes readers talk without end
            timeout=3 * limits.seconds,
            check=False,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise RefusalError("article-complex") from error
    return _page(done.returncode, done.stdout)


def environment() -> dict[str, str]:
    """Return the environment in which a process finds this very program."""
    before = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{_PACKAGE}{os.pathsep}{before}" if before else _PACKAGE}


def _page(status: int, said: bytes) -> Page:
    """Return the page in an answer.

    Raises:
        RefusalError: there is none.
    """
    if status < 0:  # ended by the system: its time was up, or a library failed for want of memory
        raise RefusalError("article-complex")
    try:
        answer = json.loads(said)
        if "problem" in answer:
            raise RefusalError(answer["problem"], **answer["values"])
        return from_json(answer["page"])
    except (KeyError, TypeError, ValueError) as error:
        raise RefusalError("article-damaged") from error
