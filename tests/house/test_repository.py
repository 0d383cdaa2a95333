"""What lies in the repository: nothing of one machine, and papers that are up to date."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import briefing_app
from tools.third_party import document, locked

NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}
MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home/\w+)/|\blocalhost:\d|/usr/local/share/ca-")
REGISTRY = re.compile(
    r"https?://\S*(?:pypi|pythonhosted)|^\s*--(?:extra-)?index-url|^\s*--find-links", re.MULTILINE
)
NEIGHBOUR = re.compile(r"(?<![\w-])shared/")


def our_files(root: Path) -> list[Path]:
    """Return the files of the checkout, without what is made or cached there."""
    return [
        path
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and not NOT_OURS & set(path.relative_to(root).parts)
        and not any(part.endswith("_cache") or part == ".hypothesis" for part in path.parts)
    ]


def texts(root: Path) -> dict[str, str]:
    """Return the text files of the checkout by name."""
    found = {}
    for path in our_files(root):
        data = path.read_bytes()
        if b"\0" not in data and path != Path(__file__):
            found[str(path.relative_to(root))] = data.decode("utf-8", errors="replace")
    return found


def test_no_file_names_a_place_of_one_machine_or_a_registry(root: Path) -> None:
    there = texts(root)
    assert "pyproject.toml" in there
    found = [
        f"{name}: {hit[0]!r}"
        for name, text in there.items()
        for pattern in (MACHINE, REGISTRY)
        for hit in pattern.finditer(text)
    ]
    assert not found, "\n".join(found)


def test_no_text_for_users_sends_them_to_a_folder_they_lack(root: Path) -> None:
    for_users = {name: text for name, text in texts(root).items() if not name.startswith(("tests/", ".ci/"))}
    assert not [name for name, text in for_users.items() if NEIGHBOUR.search(text)]


def test_third_party_is_up_to_date(root: Path) -> None:
    assert (root / "THIRD-PARTY.md").read_text(encoding="utf-8") == document(), "run `make third-party`"


def test_there_is_one_version(root: Path) -> None:
    with (root / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == briefing_app.__version__


def _pins(root: Path, name: str) -> set[str]:
    lock = (root / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    return set(re.findall(r"^[a-z0-9-]+==[^\s;]+", lock, re.MULTILINE))


def test_each_lock_holds_the_one_before(root: Path) -> None:
    assert _pins(root, "run") < _pins(root, "test") < _pins(root, "bench")


@pytest.mark.parametrize(("lock", "group"), [("run", None), ("test", "test"), ("bench", "bench")])
def test_the_locks_meet_what_pyproject_asks(root: Path, lock: str, group: str | None) -> None:
    with (root / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    wanted = settings["dependency-groups"][group] if group else settings["project"]["dependencies"]
    pins = dict(pin.split("==") for pin in _pins(root, lock))
    for requirement in map(Requirement, wanted):
        assert pins[canonicalize_name(requirement.name)] in requirement.specifier, "run `make lock`"
    assert len(locked(root / "requirements" / f"{lock}.lock")) == len(pins)


def test_the_wheel_holds_the_package_its_resources_and_the_command(root: Path, tmp_path: Path) -> None:
    quiet = shutil.ignore_patterns("__pycache__", *NOT_OURS, "*_cache", ".hypothesis", "tests")
    checkout = shutil.copytree(root, tmp_path / "checkout", ignore=quiet)
    build: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    done = subprocess.run(build, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (entry,) = [name for name in names if name.endswith("entry_points.txt")]
        assert "briefing-app = briefing_app.__main__:main" in archive.read(entry).decode()
    resources = [path for path in our_files(root) if path.is_relative_to(root / "resources")]
    sources = [path for path in our_files(root) if path.is_relative_to(root / "briefing_app")]
    assert resources
    assert {f"briefing_app/{path.relative_to(root)}" for path in resources} <= names
    assert {str(path.relative_to(root)) for path in sources} <= names
