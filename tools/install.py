"""Installs the program for a user or a machine, and takes it away again: `make install`."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tools import prepare, system
from tools.prepare import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Below PREFIX. The folder of the environment is ours alone, and so goes as a whole.
ENVIRONMENT = "lib/briefing-app"
MANIFEST = f"{ENVIRONMENT}/installed.json"
PROGRAM = "bin/briefing-app"
ENTRY = "share/applications/briefing-app.desktop"
LINUX = ROOT / "packaging" / "linux"
SHARED = {
    "share/mime/packages/briefing-app.xml": LINUX / "briefing-app.xml",
    "share/metainfo/org.example.briefing_app.metainfo.xml": LINUX / "org.example.briefing_app.metainfo.xml",
    "share/icons/hicolor/scalable/apps/briefing-app.svg": ROOT / "resources" / "icons" / "briefing-app.svg",
}
MIME, ENTRIES, ICONS = "share/mime", "share/applications", "share/icons/hicolor"
UPDATES = {
    MIME: ("update-mime-database",),
    ENTRIES: ("update-desktop-database", "-q"),
    ICONS: ("gtk-update-icon-cache", "-q", "-t", "-f"),
}

# -I: a double click starts the program in any folder, and no module of that folder may take part.
LAUNCHER = """\
#!/bin/sh
exec {python} -I -m briefing_app "$@"
"""


@dataclass(frozen=True)
class Place:
    """Where the program is to run: in `prefix`; where `destdir` is named, it is written below that."""

    prefix: Path
    destdir: Path | None = None

    @property
    def root(self) -> Path:
        """The folder that is written to."""
        return self.destdir / self.prefix.relative_to("/") if self.destdir else self.prefix


@dataclass
class Manifest:
    """What an installation put below its prefix, by relative names."""

    files: list[str] = field(default_factory=list)
    caches: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


def read_manifest(root: Path) -> Manifest | None:
    """Return what was installed below `root`, None where nothing was."""
    path = root / MANIFEST
    return Manifest(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write down what is installed, for the day on which it is removed."""
    path.write_text(json.dumps(asdict(manifest), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def exec_word(path: Path) -> str:
    """Return a path as the Exec line of a desktop entry takes it: its two layers of quoting, and `%`."""
    text = str(path).replace("%", "%%")
    if re.fullmatch(r"[\w/.+%-]+", text):
        return text
    quoted = re.sub(r'(["`$\\])', r"\\\1", text)
    return f'"{quoted}"'.replace("\\", "\\\\")


def contents(prefix: Path) -> dict[str, str]:
    """Return the text of each file outside the environment, by its name below the prefix."""
    entry = (LINUX / "briefing-app.desktop").read_text(encoding="utf-8")
    python = shlex.quote(str(prefix / ENVIRONMENT / "bin" / "python"))
    return {
        PROGRAM: LAUNCHER.format(python=python),
        ENTRY: entry.replace("Exec=briefing-app", f"Exec={exec_word(prefix / PROGRAM)}"),
        **{name: path.read_text(encoding="utf-8") for name, path in SHARED.items()},
    }


def _missing_folders(root: Path, names: Iterable[str]) -> list[str]:
    """Return the folders that have to be made for files of those names, each before what it holds."""
    wanted = {parent for name in names for parent in Path(name).parents}
    return [str(folder) for folder in sorted(wanted) if not (root / folder).exists()]


def _drop_folders(root: Path, names: Iterable[str]) -> None:
    """Remove those of the folders that are empty, the innermost first."""
    for name in sorted(names, key=lambda name: len(Path(name).parts), reverse=True):
        folder = root / name
        if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
            folder.rmdir()


def _below(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def _run(purpose: str, command: list[str | Path], environment: Mapping[str, str] | None = None) -> None:
    """Say what is done, then do it in the checkout.

    Raises:
        SystemExit: it failed; the message says so.
    """
    print(purpose, flush=True)
    out, err = subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=out, stderr=err, check=False)
    if done.returncode:
        print(done.stdout.decode(errors="replace"), flush=True)
        sys.exit(f"{purpose}: this failed; what was said about it stands above. Nothing was installed.")


def builder_lock(lock: str) -> str:
    """Return the part of a lock that builds the wheel: hatchling and what is there for it."""
    entries = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    wanted = [
        entry
        for entry in entries
        if entry.startswith("hatchling==") or re.search(r"^ +# +(?:via )?hatchling$", entry, re.MULTILINE)
    ]
    return "".join(wanted)


def make_environment(beside: Path) -> Path:
    """Return a new environment that holds what the run lock names and the project's own wheel.

    Args:
        beside: an empty folder in which all of it is made.
    """
    made, builder = beside / "environment", beside / "builder"
    python = made / "bin" / "python"
    _run("Making an environment", [sys.executable, "-m", "venv", made])
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--no-input"]
    pip += ["--disable-pip-version-check"]
    requirements = ROOT / "requirements"
    _run("Installing requirements/run.lock", [*pip, *prepare.LOCKED, requirements / "run.lock"])
    lock = beside / "builder.lock"
    lock.write_text(builder_lock((requirements / "test.lock").read_text(encoding="utf-8")), encoding="utf-8")
    _run("Fetching what builds the wheel", [*pip, "--target", builder, *prepare.LOCKED, lock])
    _run(
        "Building the wheel",
        [python, "-m", "hatchling", "build", "-t", "wheel", "-d", beside],
        os.environ | {"PYTHONPATH": str(builder)},
    )
    (wheel,) = beside.glob("*.whl")
    _run("Installing the wheel", [*pip, "--no-deps", "--no-index", wheel])
    # Each of these names the folder it was made in; the environment is about to leave it.
    for script in (made / "bin").iterdir():
        if not script.name.startswith("python"):
            script.unlink()
    return made


def plan(place: Place, before: Manifest | None) -> Manifest:
    """Return what an installation is going to put there, and what it takes over from the one before.

    Raises:
        SystemExit: something else lies there.
    """
    before = before or Manifest()
    names = list(contents(place.prefix))
    known = {ENVIRONMENT, *before.files} if before.files else set()
    for name in (ENVIRONMENT, *names):
        if name not in known and os.path.lexists(place.root / name):
            sys.exit(f"{place.root / name} is there already, and not from here. Nothing was installed.")
    folders = {*before.folders, *_missing_folders(place.root, [*names, MANIFEST])}
    return Manifest(files=names, caches=before.caches, folders=sorted(folders))


def install_files(place: Place) -> None:
    """Write the files outside the environment."""
    for name, text in contents(place.prefix).items():
        path = place.root / name
        print(f"Writing {path}", flush=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755 if name == PROGRAM else 0o644)


def _commands(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder whose caches are to be made anew, with the command; say which command is missing."""
    for name, (program, *options) in UPDATES.items():
        folder = root / name
        # Without a cache icons are looked for one by one; a first cache would hide what comes without one.
        if not folder.is_dir() or (name == ICONS and not (folder / "icon-theme.cache").exists()):
            continue
        if shutil.which(program) is None:
            print(f"Left out: {program} is not installed", flush=True)
            continue
        yield name, [program, *options, str(folder)]


def update_caches(root: Path) -> tuple[list[str], list[str]]:
    """Tell the desktop what has changed; return the files and the folders that this made."""
    files, folders = set[Path](), set[Path]()
    for name, command in _commands(root):
        before = _below(root / name)
        print(f"Running {shlex.join(command)}", flush=True)
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            print(done.stderr.strip() or f"{command[0]} failed", flush=True)
        made = _below(root / name) - before
        folders |= {path for path in made if path.is_dir()}
        files |= {path for path in made if not path.is_dir()}
    if (root / ICONS).is_dir():
        os.utime(root / ICONS)  # by its time a desktop sees that there are new icons
    return _names(root, files), _names(root, folders)


def _names(root: Path, paths: Iterable[Path]) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in paths)


def remove_files(root: Path, manifest: Manifest) -> None:
    """Remove the files outside the environment, and the caches that speak of nothing else."""
    for name in manifest.files:
        print(f"Removing {root / name}", flush=True)
        (root / name).unlink(missing_ok=True)
    caches = {root / name for name in manifest.caches}
    for name in UPDATES:
        if any(not path.is_dir() for path in _below(root / name) - caches):
            continue
        for cache in caches & _below(root / name):
            cache.unlink()


def show_to_desktop(place: Place, manifest: Manifest) -> None:
    """Write the files outside an environment that is there, and let the desktop know of them.

    Args:
        place: where; what is staged for another machine is not this desktop's business.
        manifest: takes the caches that this makes, and is written down anew.
    """
    install_files(place)
    if place.destdir is None:
        caches, folders = update_caches(place.root)
        manifest.caches = sorted({*manifest.caches, *caches})
        manifest.folders = sorted({*manifest.folders, *folders})
        write_manifest(place.root / MANIFEST, manifest)


def install(place: Place) -> None:
    """Put the program below the prefix, in the place of one that was installed there before.

    Raises:
        SystemExit: something else lies there, or a step failed; what was there before is still there.
    """
    root, library = place.root, place.root / ENVIRONMENT
    before = read_manifest(root)
    manifest = plan(place, before)
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".briefing-app-", dir=library.parent) as beside:
            made = make_environment(Path(beside))
            write_manifest(made / Path(MANIFEST).name, manifest)
            if before:
                remove_files(root, before)
                library.rename(Path(beside) / "before")
            made.rename(library)
    finally:
        if before is None:
            _drop_folders(root, manifest.folders)
    show_to_desktop(place, manifest)


def uninstall(place: Place) -> None:
    """Remove what an installation put below the prefix, and nothing else.

    Raises:
        SystemExit: nothing was installed there.
    """
    root = place.root
    manifest = read_manifest(root)
    if manifest is None:
        sys.exit(f"Nothing is installed in {root}.")
    remove_files(root, manifest)
    print(f"Removing {root / ENVIRONMENT}", flush=True)
    shutil.rmtree(root / ENVIRONMENT)
    _drop_folders(root, manifest.folders)
    if place.destdir is None:
        update_caches(root)
        _drop_folders(root, manifest.folders)


def advice(place: Place, environment: Mapping[str, str]) -> list[str]:
    """Return what is still to be done before the program starts by its name and by a double click."""
    found = [f"Installed. It starts with {place.prefix / PROGRAM}"]
    if str(place.prefix / "bin") not in environment.get("PATH", "").split(":"):
        found.append(f"PATH does not name {place.prefix / 'bin'} yet.")
    home = environment.get("XDG_DATA_HOME") or str(Path("~/.local/share").expanduser())
    data = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    if str(place.prefix / "share") not in [path.rstrip("/") for path in (home, *data.split(":"))]:
        found.append(f"For the menu and the double click XDG_DATA_DIRS has to name {place.prefix / 'share'}.")
    python = Path(sys.executable).resolve()
    if python.is_relative_to(Path.home()) and not place.prefix.is_relative_to(Path.home()):
        found.append(f"Its Python is {python}: who may not read that folder cannot start the program.")
    packages = system.missing(system.window_libraries(environment), {})
    if packages:
        found.append(f"The window needs system packages. As root:\n    {system.install_line(packages)}")
    return found


def place_of(prefix: str, destdir: str) -> Place:
    """Return where to install to; an empty prefix takes the user's own, and for root the machine's.

    Raises:
        SystemExit: the prefix holds a sign that no launcher can name.
    """
    if not prefix.isprintable():
        sys.exit("PREFIX holds a control character.")
    chosen = prefix or ("/usr/local" if os.geteuid() == 0 else "~/.local")
    staged = Path(destdir).expanduser().absolute() if destdir else None
    return Place(Path(os.path.normpath(Path(chosen).expanduser().absolute())), staged)


def require_writable(root: Path) -> None:
    """See that files can be made in a folder, or in the one above it that is there.

    Raises:
        SystemExit: they cannot; the message says what to do.
    """
    there = next(folder for folder in (root, *root.parents) if os.path.lexists(folder))
    if not there.is_dir():
        sys.exit(f"{there} is not a folder. Choose another place: make install PREFIX=/path/to/folder")
    if not os.access(there, os.W_OK | os.X_OK):
        sys.exit(f"{there} cannot be written to. Choose another place: make install PREFIX=/path/to/folder")


def main() -> None:
    """Install or uninstall, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("act", choices=("install", "uninstall"))
    parser.add_argument("--prefix", default="")
    parser.add_argument("--destdir", default="")
    words = parser.parse_args()
    if not sys.platform.startswith("linux"):
        sys.exit("This installs on Linux only; elsewhere `make run` starts the program from the checkout.")
    place = place_of(words.prefix, words.destdir)
    require_writable(place.root)
    os.umask(0o022)
    try:
        (install if words.act == "install" else uninstall)(place)
    except OSError as error:
        sys.exit(f"{error.filename or place.root} cannot be written to: {error.strerror}.")
    if words.act == "install":
        print("\n".join(advice(place, os.environ)))
    else:
        print("Removed. Briefings, settings and data of those who used it are untouched.")


if __name__ == "__main__":
    main()
