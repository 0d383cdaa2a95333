"""The scripts behind the Makefile decide what they do from what they find."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tools import prepare, system

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("environment", "platform", "window"),
    [
        ({}, "linux", False),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
    ],
)
def test_a_window_needs_a_display(environment: dict[str, str], platform: str, window: bool) -> None:  # noqa: FBT001
    assert system.has_display(environment, platform) is window


def test_x11_and_wayland_need_different_libraries() -> None:
    assert "libxcb-cursor0" in system.window_libraries({"DISPLAY": ":0"}).values()
    wayland = system.window_libraries({"WAYLAND_DISPLAY": "wayland-0"}).values()
    assert "libwayland-client0" in wayland
    assert "libxcb-cursor0" not in wayland


def test_only_what_is_missing_is_named() -> None:
    libraries = {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"}
    assert system.missing(libraries, {"sh": "dash", "nowhere": "nowhere-bin"}) == [
        "libnowhere1",
        "nowhere-bin",
    ]
    line = system.install_line(["libnowhere1", "nowhere-bin"])
    assert line == "apt-get install -y --no-install-recommends libnowhere1 nowhere-bin"


def test_an_ordinary_user_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"(?s)It needs .*libnowhere1") as refused:
        system.require("It", {"libnowhere.so.1": "libnowhere1"}, {})
    assert refused.value.code not in {None, 0}


def test_nothing_is_said_where_all_is_there(capfd: pytest.CaptureFixture[str]) -> None:
    system.require("It", {"libc.so.6": "libc6"}, {"sh": "dash"})
    assert capfd.readouterr() == ("", "")


def test_a_lock_the_python_and_the_place_decide_about_a_new_installation(tmp_path: Path) -> None:
    lock = tmp_path / "run.lock"
    lock.write_text("a==1\n", encoding="utf-8")
    first = prepare.digest(lock, tmp_path)
    assert prepare.digest(lock, tmp_path) == first
    assert prepare.digest(lock, tmp_path / "moved") != first
    lock.write_text("a==2\n", encoding="utf-8")
    assert prepare.digest(lock, tmp_path) != first


def test_the_command_works_in_a_folder_with_a_space(tmp_path: Path) -> None:
    folder = tmp_path / "a folder"
    (folder / "briefing_app").mkdir(parents=True)
    (folder / "briefing_app" / "__main__.py").write_text("def main():\n    return 7\n", encoding="utf-8")
    python = folder / "python"
    python.symlink_to(sys.executable)
    launcher = folder / "briefing-app"
    launcher.write_text(prepare.LAUNCHER.format(python=python), encoding="utf-8")
    launcher.chmod(0o755)
    assert subprocess.run([launcher], cwd=tmp_path, check=False).returncode == 7


def test_the_finder_runs_a_new_enough_python(root: Path) -> None:
    code = "import sys; print(sys.version_info >= (3, 11))"
    done = subprocess.run(
        ["sh", "tools/python.sh", "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_without_any_python_the_finder_says_what_to_install(root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", root / "tools" / "python.sh", "-c", ""],
        cwd=tmp_path,
        env={"PATH": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "3.11" in done.stderr


@pytest.mark.parametrize("tool", ["prepare", "run", "install"])
def test_what_makes_the_environment_needs_nothing_but_python(root: Path, tool: str) -> None:
    command = [sys.executable, "-S", "-c", f"import tools.{tool}"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def _wheel(folder: Path, name: str, version: str, *lines: str) -> str:
    """Write a package of no code, and return its line in a lock."""
    wheel, about = folder / f"{name}-{version}-py3-none-any.whl", f"{name}-{version}.dist-info"
    head = "\n".join(["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *lines, ""])
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{about}/METADATA", head)
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def test_a_lock_holds_when_what_it_names_has_a_newer_release(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    lines = _wheel(wheels, "gauge", "1.0", "Provides-Extra: fine")
    lines += _wheel(wheels, "meter", "1.0", "Requires-Dist: gauge[fine]>=1.0")
    _wheel(wheels, "gauge", "1.1", "Provides-Extra: fine")
    lock = tmp_path / "test.lock"
    lock.write_text(lines, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--find-links", str(wheels)]
    installed = tmp_path / "installed"
    subprocess.run([*pip, "--target", installed, *prepare.LOCKED, lock], check=True)
    assert {path.name for path in installed.iterdir()} == {"gauge-1.0.dist-info", "meter-1.0.dist-info"}


def test_the_environment_lacks_nothing_that_its_packages_ask_for() -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
