"""Outputs that cannot be written, and a program that is told to stop: a sentence, the right exit status."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from briefing_app.__main__ import main
from briefing_app.cli.report import status_of
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.exporting import Choice, export_briefing, export_to
from briefing_app.workflow.opening import open_briefing
from tests.files.ordinary import ordinary_user

Out = pytest.CaptureFixture[str]
FULL = Path("/dev/full")


@pytest.fixture
def sample(root: Path, tmp_path: Path) -> Path:
    """A copy of the first sample, the test's own."""
    return Path(shutil.copy(root / "resources" / "examples" / "kidd-19.briefing", tmp_path / "k.briefing"))


def run(root: Path, *words: str | Path, **how: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    command = [sys.executable, "-m", "briefing_app", *map(str, words)]
    return subprocess.run(command, cwd=root, text=True, stderr=subprocess.PIPE, check=False, **how)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("option", ["-o", "--out-dir"])
def test_a_name_that_is_too_long_is_told(option: str, sample: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["export", str(sample), option, str(tmp_path / ("x" * 300))]) == 3
    assert "File name too long" in capsys.readouterr().err


@pytest.mark.parametrize("force", [True, False])
def test_a_closed_folder_is_told(force: bool, sample: Path, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    briefing = open_briefing(sample).briefing
    assert briefing is not None
    made = export_briefing(briefing, Choice())
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with ordinary_user(), pytest.raises(BriefingError) as caught:
        export_to(briefing, sample, closed / "x.pdf", Choice(), force=force, make=lambda *_: made)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.file) == ("file-no-permission", str(closed / "x.pdf"))
    assert status_of([problem]) == 3


def test_a_folder_is_no_place_for_a_page(sample: Path, tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "d.pdf").mkdir()
    assert main(["export", str(sample), "-o", str(tmp_path / "d.pdf")]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_two_files_are_never_written_to_one_place(sample: Path, tmp_path: Path, capsys: Out) -> None:
    there, out = tmp_path / "there", tmp_path / "out"
    there.mkdir()
    out.mkdir()
    other = Path(shutil.copy(sample, there / sample.name))
    assert main(["export", str(sample), str(other), "--out-dir", str(out), "--force"]) == 1
    assert "would both be written" in capsys.readouterr().err
    assert not list(out.iterdir())


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["schema"], ["check", "{}"], ["check", "--json", "{}"]])
def test_an_output_that_is_full_is_told(words: list[str], sample: Path, root: Path) -> None:
    with FULL.open("w") as full:
        done = run(root, *(each.format(sample) for each in words), stdout=full)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "could not be written out" in done.stderr


def test_an_output_that_is_closed_is_let_be(sample: Path, root: Path) -> None:
    done = run(root, "check", sample, preexec_fn=lambda: os.close(1))
    assert (done.returncode, done.stderr) == (0, "")


def test_who_reads_no_more_hears_no_complaint(sample: Path, root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(root, "check", "--json", sample, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_export_that_is_interrupted_leaves_nothing(root: Path, tmp_path: Path) -> None:
    briefing = open_briefing(root / "resources" / "examples" / "vksd-14.briefing").briefing
    assert briefing is not None
    many = tuple(
        each.model_copy(update={"id": f"x{n}-{each.id}"}) for n in range(120) for each in briefing.agreements
    )
    file, target, folder = tmp_path / "many.briefing", tmp_path / "many.pdf", tmp_path / "scratch"
    file.write_text(to_text(briefing.model_copy(update={"agreements": many})), encoding="utf-8")
    folder.mkdir()
    words = ["export", str(file), "--layout", "full", "-o", str(target)]
    command = [sys.executable, "-m", "briefing_app", *words]
    # Who runs the tests in the background has the signal ignored, and so would what they start.
    hear = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    scratch = os.environ | {"TMPDIR": str(folder)}
    process = subprocess.Popen(command, cwd=root, env=scratch, preexec_fn=hear)  # noqa: PLW1509 - one thread
    until = time.monotonic() + 60
    while not list(folder.glob("*/root")) and time.monotonic() < until:  # the pages are being set
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    assert not target.exists()
    assert not list(folder.iterdir())


def test_what_misleads_the_eye_is_printed_as_a_code_and_told(sample: Path, capsys: Out) -> None:
    text = sample.read_text(encoding="utf-8")
    sample.write_text(text.replace('"title": "19th', '"title": "\ue00019th', 1), encoding="utf-8")
    assert main(["export", str(sample), "-o", str(sample.with_suffix(".pdf"))]) == 0
    told = capsys.readouterr().err
    assert "U+E000 cannot be seen" in told
    assert ":1:1:" not in told  # it is said of the page, not of a place in the file
