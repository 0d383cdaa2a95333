"""Installing puts files where a desktop looks for them, and uninstalling takes exactly these away.

The environment, which pip fetches from its index, is in tests/soak/test_install.py.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import install
from tools.install import Place
from tools.third_party import locked

# Stands in for the environment's Python; says what it is given.
TELLS = '#!/bin/sh\nprintf "%s\\n" "$@" >"$TOLD.new" && mv "$TOLD.new" "$TOLD"\n'
AWKWARD = "a b\"c$d`e\\f'g"


def put(place: Place) -> None:
    """Install without what pip would fetch: all files and the manifest, around an environment of one file."""
    manifest = install.plan(place, install.read_manifest(place.root))
    python = place.root / install.ENVIRONMENT / "bin" / "python"
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text(TELLS, encoding="utf-8")
    python.chmod(0o755)
    install.write_manifest(place.root / install.MANIFEST, manifest)
    install.show_to_desktop(place, manifest)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def tell(root: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `make` with these words."""
    return subprocess.run(
        ["make", "--no-print-directory", *words], cwd=root, capture_output=True, text=True, check=False
    )


def test_all_that_is_put_there_is_written_down(tmp_path: Path) -> None:
    prefix = tmp_path / "usr"
    put(Place(prefix))
    manifest = install.read_manifest(prefix)
    assert manifest
    environment = {name for name in files(prefix) if name.startswith(f"{install.ENVIRONMENT}/")}
    assert environment == {install.MANIFEST, f"{install.ENVIRONMENT}/bin/python"}
    assert files(prefix) - environment == {*manifest.files, *manifest.caches}
    assert {install.PROGRAM, install.ENTRY, *install.SHARED} == set(manifest.files)
    modes = {name: (prefix / name).stat().st_mode & 0o777 for name in manifest.files}
    assert {name for name, mode in modes.items() if mode == 0o755} == {install.PROGRAM}
    assert set(modes.values()) == {0o755, 0o644}


def test_uninstalling_leaves_no_trace(tmp_path: Path) -> None:
    put(Place(tmp_path / "usr"))
    install.uninstall(Place(tmp_path / "usr"))
    assert not list(tmp_path.iterdir())


def test_a_second_installation_takes_over_from_the_first(tmp_path: Path) -> None:
    put(Place(tmp_path / "usr"))
    put(Place(tmp_path / "usr"))
    install.uninstall(Place(tmp_path / "usr"))
    assert not list(tmp_path.iterdir())


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    theirs = {
        "bin/other": "#!/bin/sh\n",
        "lib/other.so": "",
        "share/applications/other.desktop": "[Desktop Entry]\nType=Application\nName=Other\nExec=other\n"
        "MimeType=text/x-other;\n",
        "share/icons/hicolor/scalable/apps/other.svg": "<svg/>",
        "share/mime/packages/other.xml": '<mime-info xmlns="http://www.freedesktop.org/standards/'
        'shared-mime-info"><mime-type type="text/x-other"><glob pattern="*.other"/></mime-type></mime-info>',
    }
    for name, text in theirs.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "share" / "empty").mkdir()
    put(Place(tmp_path))
    assert (tmp_path / install.ENTRY).exists()
    install.uninstall(Place(tmp_path))
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in theirs} == theirs
    assert (tmp_path / "share" / "empty").is_dir()
    # The caches stay with what they speak of, and speak of us no longer.
    for name in files(tmp_path) - set(theirs):
        assert name.startswith((install.MIME, install.ENTRIES)), name
        assert b"briefing" not in (tmp_path / name).read_bytes(), name


def test_without_the_tools_the_caches_of_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(Place(tmp_path))
    other = tmp_path / "share" / "mime" / "packages" / "other.xml"
    shutil.copy(tmp_path / "share" / "mime" / "packages" / "briefing-app.xml", other)
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    install.uninstall(Place(tmp_path))
    assert (tmp_path / "share" / "mime" / "mime.cache").exists()
    assert not (tmp_path / "share" / "applications").exists()


def test_a_desktop_sees_that_there_is_a_new_icon(tmp_path: Path) -> None:
    icons = tmp_path / install.ICONS
    (icons / "scalable" / "apps").mkdir(parents=True)
    os.utime(icons, (0, 0))
    put(Place(tmp_path))
    assert icons.stat().st_mtime > 0
    assert not (icons / "icon-theme.cache").exists()


def test_a_cache_of_icons_that_is_there_is_made_anew(tmp_path: Path) -> None:
    if shutil.which("gtk-update-icon-cache") is None:
        pytest.skip("gtk-update-icon-cache is not installed")
    icons = tmp_path / install.ICONS
    (icons / "scalable" / "apps").mkdir(parents=True)
    (icons / "scalable" / "apps" / "other.svg").write_text("<svg/>", encoding="utf-8")
    # As a desktop has it: without this list of its folders the tool finds none.
    (icons / "index.theme").write_text(
        "[Icon Theme]\nName=Hicolor\nDirectories=scalable/apps\n\n[scalable/apps]\nSize=64\nType=Scalable\n",
        encoding="utf-8",
    )
    cache = icons / "icon-theme.cache"
    subprocess.run(["gtk-update-icon-cache", "-q", "-f", icons], check=True)
    put(Place(tmp_path))
    assert b"briefing-app" in cache.read_bytes()
    install.uninstall(Place(tmp_path))
    assert b"briefing-app" not in cache.read_bytes()
    assert b"other" in cache.read_bytes()


def test_a_file_that_the_user_put_beside_ours_keeps_its_folder(tmp_path: Path) -> None:
    put(Place(tmp_path / "usr"))
    mine = tmp_path / "usr" / "bin" / "mine"
    mine.touch()
    install.uninstall(Place(tmp_path / "usr"))
    assert files(tmp_path) == {"usr/bin/mine"}


@pytest.mark.parametrize("name", [install.PROGRAM, install.ENTRY, install.ENVIRONMENT])
def test_what_is_not_ours_is_not_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).symlink_to("nowhere")
    with pytest.raises(SystemExit, match="is there already"):
        install.install(Place(tmp_path))
    assert files(tmp_path) == {name}


def test_staged_files_name_the_place_they_are_meant_for(tmp_path: Path) -> None:
    place = Place(Path("/opt/briefing"), tmp_path)
    put(place)
    assert place.root == tmp_path / "opt" / "briefing"
    entry = (place.root / install.ENTRY).read_text(encoding="utf-8")
    assert "\nExec=/opt/briefing/bin/briefing-app %F\n" in entry
    texts = [(place.root / name).read_text(encoding="utf-8") for name in [install.PROGRAM, *install.SHARED]]
    assert not [text for text in [entry, *texts] if str(tmp_path) in text]
    manifest = install.read_manifest(place.root)
    assert manifest
    assert not manifest.caches  # those are made where the files are unpacked
    install.uninstall(place)
    assert not files(tmp_path)


@pytest.mark.parametrize("prefix", ["plain", AWKWARD])
def test_the_launcher_hands_over_what_it_was_given(tmp_path: Path, prefix: str) -> None:
    put(Place(tmp_path / prefix))
    told = tmp_path / "told"
    words = ["check", "a b.briefing", "$HOME", ""]
    subprocess.run([tmp_path / prefix / install.PROGRAM, *words], env={"TOLD": str(told)}, check=True)
    assert told.read_text(encoding="utf-8").split("\n") == ["-I", "-m", "briefing_app", *words, ""]


@pytest.mark.parametrize("prefix", ["plain", AWKWARD])
def test_a_double_click_starts_the_launcher(tmp_path: Path, prefix: str) -> None:
    if shutil.which("gio") is None:
        pytest.skip("gio is not installed")
    put(Place(tmp_path / prefix))
    told, file = tmp_path / "told", tmp_path / "my file.briefing"
    file.touch()
    done = subprocess.run(
        ["gio", "launch", tmp_path / prefix / install.ENTRY, file],
        env=os.environ | {"TOLD": str(told)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    subprocess.run(["sh", "-c", 'until [ -e "$0" ]; do sleep 0.02; done', told], check=True, timeout=20)
    assert told.read_text(encoding="utf-8").splitlines() == ["-I", "-m", "briefing_app", str(file)]


def test_a_per_cent_sign_in_a_path_is_no_field_code() -> None:
    assert install.exec_word(Path("/opt/50%F/x")) == "/opt/50%%F/x"


def test_a_wheel_is_built_with_what_hatchling_needs_and_nothing_else(root: Path, tmp_path: Path) -> None:
    lock = (root / "requirements" / "test.lock").read_text(encoding="utf-8")
    part = tmp_path / "builder.lock"
    part.write_text(install.builder_lock(lock), encoding="utf-8")
    needs = [Requirement(text) for text in metadata.requires("hatchling") or []]
    wanted = {canonicalize_name(need.name) for need in needs if not need.marker or need.marker.evaluate()}
    assert {"hatchling"} | wanted == set(locked(part))
    hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}", part.read_text(encoding="utf-8"))
    assert len(hashes) >= len(locked(part))


def test_the_prefix_is_the_users_own_or_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/people/someone")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert install.place_of("", "").root == Path("/people/someone/.local")
    assert install.place_of("~/x/../y", "").root == Path("/people/someone/y")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert install.place_of("", "").root == Path("/usr/local")
    assert install.place_of("/usr", "/tmp/staged").root == Path("/tmp/staged/usr")  # noqa: S108 - not made


@pytest.mark.parametrize("act", ["install", "uninstall"])
def test_a_place_that_cannot_be_written_is_told(root: Path, tmp_path: Path, act: str) -> None:
    (tmp_path / "file").touch()
    done = tell(root, act, f"PREFIX={tmp_path / 'file' / 'below'}")
    assert done.returncode != 0
    assert f"{tmp_path / 'file'} is not a folder. Choose another place: make" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == {"file"}


def test_a_folder_of_root_is_not_for_an_ordinary_user(root: Path) -> None:
    code = (
        "import os, pathlib; from tools import install\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "install.require_writable(pathlib.Path('/usr/new/below'))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("/usr cannot be written to. Choose another place: make install")


def test_what_is_not_installed_cannot_be_removed(root: Path, tmp_path: Path) -> None:
    done = tell(root, "uninstall", f"PREFIX={tmp_path}")
    assert done.returncode != 0
    assert f"Nothing is installed in {tmp_path}." in done.stderr


def test_a_control_character_is_refused() -> None:
    with pytest.raises(SystemExit, match="control character"):
        install.place_of("/opt/a\nExec=b", "")


def test_what_is_left_to_do_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/people/someone")
    place = Place(Path("/opt/briefing"))
    found = "\n".join(install.advice(place, {"PATH": "/usr/bin"}))
    assert "PATH does not name /opt/briefing/bin yet." in found
    assert "XDG_DATA_DIRS has to name /opt/briefing/share." in found
    ready = {"PATH": "/usr/bin:/opt/briefing/bin", "XDG_DATA_DIRS": "/usr/share:/opt/briefing/share/"}
    found = "\n".join(install.advice(place, ready))
    assert "It starts with /opt/briefing/bin/briefing-app" in found
    assert "PATH" not in found
    own = Place(Path("/people/someone/.local"))
    assert "XDG_DATA_DIRS" not in "\n".join(install.advice(own, {}))
