"""Makes .venv from a lock, once for each state of the lock: `python -m tools.prepare test`."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import sysconfig
from pathlib import Path

from tools import system

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
# Each lock holds the ones before it, so that one environment serves all.
LOCKS = ("run", "test", "bench")
# A lock names all it needs. Left to look for more, pip finds the newest release of what another asks for with
# an extra, such as coverage[toml], and refuses it because the lock holds no hash of it.
LOCKED = ("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r")

# pip writes the same: `#!` cannot name a path that holds a space.
LAUNCHER = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from briefing_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
"""


def digest(lock: Path, root: Path) -> str:
    """Return what an environment depends on: the lock, the Python, and the place of the checkout."""
    seen = hashlib.sha256(lock.read_bytes())
    seen.update(f"\n{sys.version}\n{root}".encode())
    return seen.hexdigest()


def _stamp(name: str) -> Path:
    return VENV / f"installed-{name}.sha256"


def _is_inside() -> bool:
    """Tell whether this very Python is the environment's own."""
    return VENV.exists() and Path(sys.prefix).resolve() == VENV.resolve()


def is_current(name: str) -> bool:
    """Tell whether the environment already holds what the lock `name` asks for."""
    stamp = _stamp(name)
    wanted = digest(ROOT / "requirements" / f"{name}.lock", ROOT)
    return stamp.exists() and stamp.read_text(encoding="ascii") == wanted


def _make_environment() -> None:
    """Make .venv anew with this Python, unless this Python is already its own."""
    if _is_inside():
        return
    print(f"Making .venv with Python {sys.version.split()[0]}", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], cwd=ROOT, check=False)
    if made.returncode:
        sys.exit("The environment .venv could not be made. On Debian, python3-venv brings what it needs.")


def _install(name: str) -> None:
    lock = ROOT / "requirements" / f"{name}.lock"
    print(f"Installing requirements/{name}.lock into .venv", flush=True)
    command: list[str | Path] = [VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-input"]
    command += ["--disable-pip-version-check", *LOCKED, lock]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(f"pip could not install requirements/{name}.lock; what it said stands above.")


def _link_project() -> None:
    """Let the environment find the checkout, and give it the command `briefing-app`."""
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))
    (packages / "briefing-app.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    launcher = VENV / "bin" / "briefing-app"
    launcher.write_text(LAUNCHER.format(python=VENV / "bin" / "python"), encoding="utf-8")
    launcher.chmod(0o755)


def environment(name: str) -> None:
    """See that .venv holds what the lock `name` asks for; at once where it does.

    Args:
        name: one of `LOCKS`.

    Raises:
        SystemExit: the environment could not be made; the message says what to do.
    """
    if _is_inside() and is_current(name):
        return
    _make_environment()
    _install(name)
    _link_project()
    for held in LOCKS[: LOCKS.index(name) + 1]:
        _stamp(held).write_text(digest(ROOT / "requirements" / f"{held}.lock", ROOT), encoding="ascii")


def main() -> None:
    """Prepare what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", choices=LOCKS)
    name = parser.parse_args().lock
    environment(name)
    if name != "run":
        system.require("The test suite", system.QT | system.X11, system.TEST_PROGRAMS)


if __name__ == "__main__":
    main()
