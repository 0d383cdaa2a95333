"""The machine in the way: folders, devices, permissions, full disks; and what atomic writing promises."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.files.articles import open_article, read_article
from briefing_app.files.atomic import write_atomic
from briefing_app.files.intake import read_bytes
from briefing_app.files.reading import digest_of_bytes, read_briefing
from briefing_app.files.writing import save_briefing
from briefing_app.model.canonical import to_text
from briefing_app.model.problems import BriefingError


def code_of(caught: pytest.ExceptionInfo[BriefingError]) -> str:
    return caught.value.problems[0].code


def left_beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.name.endswith(".tmp"))


@pytest.mark.parametrize("make", ["nothing", "folder", "fifo", "large", "under-a-file"])
def test_what_is_no_readable_file_is_told_at_once(tmp_path: Path, make: str) -> None:
    path = tmp_path / "x.briefing"
    expected = {
        "nothing": "file-not-found",
        "folder": "file-is-folder",
        "fifo": "file-not-regular",
        "large": "file-too-large",
        "under-a-file": "file-not-found",
    }[make]
    if make == "folder":
        path.mkdir()
    elif make == "fifo":
        os.mkfifo(path)
    elif make == "large":
        with path.open("wb") as file:
            file.truncate(200 * 1024 * 1024)  # sparse: takes no room
    elif make == "under-a-file":
        path.write_text("x", encoding="utf-8")
        path /= "y.briefing"
    with pytest.raises(BriefingError) as caught:
        read_briefing(path)
    assert code_of(caught) == expected


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        read_bytes(tmp_path / "a\x00b")
    assert code_of(caught) == "file-not-found"
    with pytest.raises(BriefingError) as caught:
        write_atomic(tmp_path / "a\x00b", b"", expected_digest=None)
    assert code_of(caught) == "file-io"


def test_a_file_that_gives_no_size_is_still_not_read_without_end() -> None:
    if not Path("/proc/self/maps").is_file():
        pytest.skip("there is no /proc here")
    with pytest.raises(BriefingError) as caught:
        read_bytes(Path("/proc/self/maps"), 10)
    assert code_of(caught) == "file-too-large"


def test_saving_writes_the_canonical_form(root: Path, tmp_path: Path) -> None:
    opened = read_briefing(root / "resources" / "examples" / "kidd-19.briefing")
    assert opened.briefing is not None
    path = tmp_path / "new.briefing"
    digest = save_briefing(opened.briefing, path, expected_digest=None)
    assert path.read_text(encoding="utf-8") == to_text(opened.briefing)
    assert digest == digest_of_bytes(path.read_bytes())
    assert save_briefing(opened.briefing, path, expected_digest=digest) == digest
    assert left_beside(path) == []


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"one")
    digest = digest_of_bytes(b"one")
    path.write_bytes(b"two")
    for expected, code in ((digest, "file-changed"), (None, "file-exists")):
        with pytest.raises(BriefingError) as caught:
            write_atomic(path, b"three", expected_digest=expected)
        assert code_of(caught) == code
    assert path.read_bytes() == b"two"
    write_atomic(path, b"three", expected_digest=None, force=True)
    assert path.read_bytes() == b"three"
    path.unlink()
    with pytest.raises(BriefingError) as caught:
        write_atomic(path, b"four", expected_digest=digest)
    assert code_of(caught) == "file-gone"
    assert left_beside(path) == []


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"one")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomic(link, b"two", expected_digest=digest_of_bytes(b"one"))
    assert link.is_symlink()
    assert target.read_bytes() == b"two"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("name", "code"), [("gone/x", "folder-missing"), (".", "file-is-folder"), ("fifo", "file-not-regular")]
)
def test_places_that_take_no_file(tmp_path: Path, name: str, code: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(BriefingError) as caught:
        write_atomic(tmp_path / name, b"x", expected_digest=None, force=True)
    assert code_of(caught) == code


def test_without_unnamed_files_it_is_atomic_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    path = tmp_path / "x"
    write_atomic(path, b"one", expected_digest=None)
    assert path.read_bytes() == b"one"
    assert left_beside(path) == []


def run_as(
    root: Path, words: list[str], *, nobody: bool = False, limit: str = ""
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing_app", *words]
    if limit:
        command = ["sh", "-c", f'ulimit -f {limit}; exec "$@"', "sh", *command]
    if nobody:
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    # The coverage of the tests would write files of its own.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    # Under a limit Python cuts what it compiles off, and fails to read it the next time.
    environment = {**kept, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def open_copy(root: Path) -> Path:
    """The sample in a folder that any user may reach, else the test is skipped."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv to run the program as another user")
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    folder.chmod(0o777)
    path = Path(shutil.copy(root / "resources" / "examples" / "kidd-19.briefing", folder / "k.briefing"))
    probe = subprocess.run(
        [
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            sys.executable,
            "-c",
            "import pydantic",
        ],
        capture_output=True,
        check=False,
    )
    if probe.returncode:
        pytest.skip("another user cannot start this Python here")
    return path


def test_no_permission_is_the_machine(root: Path, open_copy: Path) -> None:
    open_copy.chmod(0o600)
    run = run_as(root, ["check", str(open_copy)], nobody=True)
    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    open_copy.chmod(0o644)
    open_copy.parent.chmod(0o755)
    run = run_as(root, ["export", str(open_copy)], nobody=True)
    assert run.returncode == 3, run.stderr
    assert not open_copy.with_suffix(".pdf").exists()


def test_a_full_disk_leaves_nothing(root: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(root / "resources" / "examples" / "kidd-19.briefing", tmp_path / "k.briefing"))
    # A limit on the size of files stands for the full disk: 10 blocks of 512 or 1,024 bytes.
    run = run_as(root, ["export", str(path)], limit="10")
    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["k.briefing"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n", "article-kind"),
        (b"%PDF-1.7", "article-damaged"),
        (b"<!DOCTYPE html><p>", "article-empty"),
        (b"a\x00b\xff", "article-encoding"),
        (b"\x81\x8d\x8f", "article-encoding"),
        (b"Send Feedback\n", "article-empty"),
        (b"", "article-empty"),
    ],
)
def test_articles_that_are_none(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(BriefingError) as caught:
        read_article(path)
    assert code_of(caught) == code


@pytest.mark.parametrize(
    ("encoding", "guessed"), [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("cp1252", 1)]
)
def test_articles_in_other_encodings(tmp_path: Path, encoding: str, guessed: int) -> None:
    text = "The café talks were held on Friday in the harbour town, the ministry said.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    opened = open_article(path)
    assert opened.article.paragraphs == (text.strip(),)
    assert len(opened.problems) == guessed
