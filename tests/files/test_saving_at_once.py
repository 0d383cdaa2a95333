"""Two programs that save one file in the same moment: one of them wins, the other is told."""

from __future__ import annotations

import hashlib
from threading import Barrier, Thread
from typing import TYPE_CHECKING

from briefing_app.files.atomic import write_atomic
from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS, WRITERS = 60, 4


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_of_two_that_save_at_once_one_is_told_that_the_file_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    for _ in range(ROUNDS):
        path.write_bytes(b"as it was read")
        told: list[str] = []
        ready = Barrier(WRITERS)

        def save(data: bytes, told: list[str] = told, ready: Barrier = ready) -> None:
            ready.wait()
            try:
                write_atomic(path, data, expected_digest=digest(b"as it was read"))
            except BriefingError as error:
                told.append(error.problems[0].code)

        threads = [Thread(target=save, args=(b"%d" % n * 5000,)) for n in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert told == ["file-changed"] * (WRITERS - 1)
