"""The typesetter's folder: one for all threads, and none left behind."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing_app.exporting.scratch import Scratch

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_threads_that_ask_at_once_get_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch, together, got = Scratch(), threading.Barrier(8), []

    def ask() -> None:
        together.wait()
        got.append(scratch.root())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(got)) == len(list(tmp_path.iterdir())) == 1
    scratch.clear()
    assert not list(tmp_path.iterdir())


def test_who_clears_waits_for_who_is_making(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch = Scratch()
    cleared = threading.Thread(target=scratch.clear, kwargs={"for_good": True})
    with scratch.making() as place:
        cleared.start()
        (place / "a face").touch()  # here the folder would be gone if nobody waited
    cleared.join()
    late = threading.Thread(target=scratch.root, daemon=True)
    late.start()
    late.join(0.2)
    assert late.is_alive()  # it waits: no other folder is made
    assert not list(tmp_path.iterdir())


def test_after_a_usual_clearing_another_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch = Scratch()
    first = scratch.root()
    scratch.clear()
    assert scratch.root() != first
    scratch.clear()
