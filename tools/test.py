"""Runs the tests with coverage, then holds each floor to its share: `python -m tools.test`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor

from tools.prepare import ROOT

# Floors, and the least share of their lines and branches, in per cent; the rest is held to the last figure.
LEAST = {
    "briefing_app/model/*,briefing_app/drafting/*": 100,
    "briefing_app/files/*,briefing_app/workflow/*": 95,
}
LEAST_ELSEWHERE = 90
_WORKERS = 2 * min(os.cpu_count() or 1, 4)


def run_tests(arguments: list[str]) -> tuple[int, str]:
    """Run pytest with coverage; return its exit status and its closing line."""
    # All of them share the processors, a file on each, twice as many as there are: a window often waits; a
    # selection is told test by test.
    shared = () if arguments else ("-n", str(_WORKERS), "--dist", "loadfile")
    command = [sys.executable, "-m", "pytest", "--cov", "--cov-report=", *shared, *arguments]
    last: deque[str] = deque(maxlen=1)
    # The tests start the program many times: without its bytecode all of it would be compiled each time.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as tests:
        for line in tests.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            last.extend([line.strip()] if line.strip() else [])
    return tests.returncode, last[0] if last else "pytest said nothing"


def _report(share: int, selection: str) -> tuple[bool, str]:
    command = [
        sys.executable,
        "-m",
        "coverage",
        "report",
        f"--fail-under={share}",
        "--precision=2",
        selection,
    ]
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    return done.returncode == 0, done.stdout


def floors_are_covered() -> bool:
    """Print what is not covered; tell whether every floor reaches its share."""
    shares = [*LEAST.values(), LEAST_ELSEWHERE]
    selections = [*(f"--include={floors}" for floors in LEAST), f"--omit={','.join(LEAST)}"]
    with ThreadPoolExecutor() as pool:  # each reads all that was measured
        told = list(pool.map(_report, shares, selections))
    for _, lines in told:
        sys.stdout.write(lines)
    return all(reached for reached, _ in told)


def main() -> None:
    """Test; pytest's closing line is the last one printed."""
    arguments = sys.argv[1:]
    status, closing = run_tests(arguments)
    # Of a selection of the tests no share of the whole can be asked.
    if status or arguments:
        sys.exit(status)
    covered = floors_are_covered()
    if not covered:
        print("A floor is not covered as far as it has to be: see above.")
    print(closing)
    sys.exit(int(not covered))


if __name__ == "__main__":
    main()
