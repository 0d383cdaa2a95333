"""The program is installed as a user would do it, with what pip fetches, and is gone again afterwards."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

import briefing_app
from tools import install

if TYPE_CHECKING:
    from pathlib import Path


def make(root: Path, act: str, prefix: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `make install` or `make uninstall` with a prefix."""
    return subprocess.run(
        ["make", "--no-print-directory", act, f"PREFIX={prefix}"],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def version(prefix: Path, folder: Path) -> str:
    done = subprocess.run(
        [prefix / install.PROGRAM, "--version"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh home folder; pip's own settings and cache stay where they were."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def test_the_installed_program_works_without_the_checkout(root: Path, home: Path) -> None:
    prefix, work = home / "a prefix", home / "work"
    work.mkdir()
    done = make(root, "install", prefix)
    assert done.returncode == 0, done.stdout + done.stderr
    # A module of the folder one stands in takes no part.
    (work / "json.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    assert version(prefix, work) == f"briefing-app {briefing_app.__version__}"
    sample = root / "resources" / "examples" / "kidd-19.briefing"
    program = prefix / install.PROGRAM
    subprocess.run([program, "export", sample, "-o", "x.pdf"], cwd=work, check=True)
    assert (work / "x.pdf").read_bytes().startswith(b"%PDF")
    with subprocess.Popen([program, sample], cwd=work, stderr=subprocess.PIPE, text=True) as window:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(4)
        window.terminate()
        said = window.communicate(timeout=20)[1]
    assert said == ""
    # No script is left that names the folder it was made in.
    assert not list((prefix / "lib").glob(".briefing-app-*"))
    scripts = list((prefix / install.ENVIRONMENT / "bin").iterdir())
    assert scripts
    assert all(script.name.startswith("python") for script in scripts)


def test_what_fails_leaves_what_was_there(root: Path, home: Path) -> None:
    prefix = home / "usr"
    failed = make(root, "install", prefix, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    assert failed.returncode != 0
    assert "Installing requirements/run.lock: this failed" in failed.stderr
    assert not prefix.exists()
    assert make(root, "install", prefix).returncode == 0
    before = (prefix / install.MANIFEST).read_bytes()
    failed = make(root, "install", prefix, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    assert failed.returncode != 0
    assert (prefix / install.MANIFEST).read_bytes() == before
    assert version(prefix, home).endswith(briefing_app.__version__)
    assert make(root, "install", prefix).returncode == 0
    assert version(prefix, home).endswith(briefing_app.__version__)
    assert make(root, "uninstall", prefix).returncode == 0
    assert not prefix.exists()
