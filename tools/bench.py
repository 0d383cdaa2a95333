"""Times of our program and of the floor under it, in turn: `make bench`.

Each pair prints the floor's command, runs floor and ours one after the other, and gives the median of the
ratios pair by pair, for a machine's speed drifts. No result is kept between processes.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from briefing_app.model.article import article_digest
from tools.prepare import ROOT

RUNS = 9
SAMPLE = ROOT / "resources" / "examples" / "kidd-19.briefing"
SECOND = ROOT / "resources" / "examples" / "vksd-14.briefing"
FLOORS = ROOT / "tools" / "floors"


def timed(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds that a whole process takes.

    Raises:
        SystemExit: it failed; a time of something that does not work says nothing.
    """
    start = time.perf_counter()
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{' '.join(command)}\n{run.stderr}")
    return time.perf_counter() - start


def pair(name: str, floor: list[str], ours: list[str], aim: str, runs: int = RUNS) -> None:
    """Time `ours` against `floor` in turn and print the medians."""
    environment = environment_of()
    timed(floor, environment), timed(ours, environment)
    times = [(timed(floor, environment), timed(ours, environment)) for _ in range(runs)]
    ratios = [ours_took / floor_took for floor_took, ours_took in times]
    print(f"\n{name} (n = {runs})")
    print(f"  floor  {' '.join(floor)}")
    print(f"  ours   {' '.join(ours)}")
    below, mine = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"  floor  {below:.3f} s    ours {mine:.3f} s")
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"  ratio  {statistics.median(ratios):.2f} ({spread}), aim {aim}", flush=True)


def grown(n: int, folder: Path, sample: Path = SAMPLE) -> Path:
    """Write a sample with `n` agreements and return its path."""
    data = json.loads(sample.read_text(encoding="utf-8"))
    first = data["agreements"]
    data["agreements"] = [{**first[i % len(first)], "id": f"x{i}"} for i in range(n)]
    path = folder / f"{n}.briefing"
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def worded(folder: Path, sample: Path = SECOND) -> Path:
    """Write a sample whose first source has 17,000 words and return its path."""
    data = json.loads(sample.read_text(encoding="utf-8"))
    source = data["sources"][0]
    words = "The ministers agreed on a number of points concerning the strait and its mines. " * 4
    source["text"] += [f"{words}{n}" for n in range(17_000 // len(words.split()) + 1)]
    source["paragraphs"], source["digest"] = len(source["text"]), article_digest(tuple(source["text"]))
    path = folder / "words.briefing"
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def floor_of(briefing: Path, layout: str, folder: Path) -> list[str]:
    """Write what our exporter hands to the typesetter, and return the command that only does the rest."""
    parts = folder / f"{briefing.stem}-{layout}"
    made = [sys.executable, str(FLOORS / "hand_over.py"), str(briefing), layout, str(parts)]
    timed(made, {**os.environ, "PYTHONPATH": str(ROOT)})
    return [
        sys.executable,
        str(FLOORS / "typst_only.py"),
        str(briefing),
        str(parts),
        str(folder / "floor.pdf"),
    ]


def ours_for(briefing: Path, layout: str, folder: Path) -> list[str]:
    """Return the command that exports with the program."""
    words = ["export", str(briefing), "-o", str(folder / "ours.pdf"), "--layout", layout, "--force"]
    return [sys.executable, "-m", "briefing_app", *words]


def frames(what: str, floor: list[str], ours: list[str], runs: int = RUNS) -> None:
    """Run two programs in turn, and print the medians of their worst and middle frames."""
    environment = environment_of()
    print(f"\n{what}, against an empty list view (n = {runs})")
    print(f"  floor  {' '.join(floor)}")
    print(f"  ours   {' '.join(ours)}")
    took: dict[str, list[list[float]]] = {}
    for _ in range(runs):
        for command in (floor, ours):
            told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
            for line in told.splitlines():
                name, *numbers = line.split()
                took.setdefault(f"{name} {'floor' if command is floor else 'ours'}", []).append(
                    [float(number) for number in numbers]
                )
    for name, found in took.items():
        worst, middle = (statistics.median(column) for column in zip(*found, strict=True))
        print(f"  {name:<12} worst {worst:6.1f} ms   middle {middle:5.1f} ms", flush=True)
    print("  aim: the worst below 50 ms, better 16 ms")


def memory(commands: dict[str, list[str]], runs: int = RUNS) -> None:
    """Print the most memory that programs held until their window was painted."""
    print(f"\nMemory until the window is painted (n = {runs}), aim 90 MiB or less")
    for name, command in commands.items():
        found = []
        for _ in range(runs):
            process = subprocess.Popen(command, env=environment_of())
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            found.append(used.ru_maxrss / 1024)
        print(f"  {name:<6} {statistics.median(found):.0f} MiB    {' '.join(command)}", flush=True)


def environment_of() -> dict[str, str]:
    """Return the environment in which programs are timed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def main() -> None:
    """Time the export, its growth, the window, and drafting."""
    exports()
    windows()
    desk()
    drafting()


def drafting() -> None:
    """Time the grammar, the reading of pages, growth, and the import of the grammar."""
    floor = [sys.executable, str(FLOORS / "drafts.py")]
    environment = environment_of()

    def told(part: str) -> list[list[float]]:
        out = subprocess.run(
            [*floor, part], env=environment, capture_output=True, text=True, check=True
        ).stdout
        return [[float(number) for number in line.split()] for line in out.splitlines()]

    print(f"\nDrafting, warm (n = {RUNS})\n  ours   {' '.join(floor)} words")
    taken, rate = (
        statistics.median(column) for column in zip(*[told("words")[0] for _ in range(RUNS)], strict=True)
    )
    print(f"  {taken:.1f} ms for 600 words, aim below 20    {rate:.0f} articles in a second", flush=True)

    print(f"\nReading of pages, against trafilatura alone in the same process (n = {RUNS})")
    print(f"  both   {' '.join(floor)} page")
    ratios = [ours / alone for alone, ours in (told("page")[0] for _ in range(RUNS))]
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"  ratio  {statistics.median(ratios):.2f} ({spread}), aim 1.5 or less", flush=True)

    print(f"\nGrowth, texts with few items\n  ours   {' '.join(floor)} growth")
    for size, each in told("growth"):
        print(f"  {size:.1f} MB  {each:.1f} s for each megabyte", flush=True)

    model, grammar = (
        [sys.executable, "-c", f"import {name}"]
        for name in ("briefing_app.model.briefing", "briefing_app.drafting.draft")
    )
    pair("Import of the grammar, against that of the model", model, grammar, "1.2 or less")


def windows() -> None:
    """Time the window, its memory and its frames."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = [sys.executable, str(FLOORS / "window.py")]
        for sample in (SECOND, SAMPLE):
            what = f"Time to window with {sample.stem}"
            pair(what, [*window, "bare"], [*window, str(sample)], "2.6 or less, 3.0 at most")
        memory({"floor": [*window, "bare"], "ours": [*window, str(SECOND)]})
        scroll = [sys.executable, str(FLOORS / "frames.py")]
        many = str(grown(2_000, folder, SECOND))
        frames("Frames at 2,000 agreements", [*scroll, "list"], [*scroll, many])
        edits = "Edit, undo and accept"
        for size, file in (("2,000 agreements", many), ("17,000 words of source", str(worded(folder)))):
            frames(f"{edits} at {size}", [*scroll, "list", "edits"], [*scroll, file, "edits"])
            frames(f"Finding while one types, at {size}", [*scroll, "list", "find"], [*scroll, file, "find"])


def desk() -> None:
    """Time what the window asks of the workflow while one edits."""
    work = [sys.executable, str(FLOORS / "desk.py"), str(SAMPLE), str(SECOND)]
    print(f"\nComparing, ranking and noting (n = {RUNS} in one process)\n  ours   {' '.join(work)}")
    told = subprocess.run(work, env=environment_of(), capture_output=True, text=True, check=True).stdout
    print("".join(f"  {line}\n" for line in told.splitlines()), end="", flush=True)


def exports() -> None:
    """Time the export and its growth."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = Path(shutil.copy(SAMPLE, folder))
        ours = ours_for(sample, "one-page", folder)
        pair(
            "One export, against bare typst and validation",
            floor_of(sample, "one-page", folder),
            ours,
            "1.3 or less",
        )
        if find_spec("weasyprint"):
            web = [sys.executable, str(FLOORS / "weasyprint_only.py"), str(sample), str(folder / "web.pdf")]
            pair("One export, against WeasyPrint and validation", web, ours, "0.33 or less")
        else:
            print("\nWeasyPrint is not installed: this pair is left out.")
        for n in (10, 100, 1_000, 5_000):
            grew = grown(n, folder) if n < 5_000 else grown(4_950, folder)  # noqa: PLR2004 - 5,000 items in all
            below = floor_of(grew, "full", folder)
            aim = "1.15 or less" if n == 1_000 else "near the others"  # noqa: PLR2004
            runs = RUNS if n < 5_000 else 3  # noqa: PLR2004
            pair(f"{n:,} agreements, the full brief", below, ours_for(grew, "full", folder), aim, runs)


if __name__ == "__main__":
    main()
