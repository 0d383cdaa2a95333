"""`briefing-app diff`, as a user types it and as git calls it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing_app.__main__ import main
from briefing_app.workflow.comparing import AS_READ, PANELS

Out = pytest.CaptureFixture[str]
NOTHING = "/dev/null"
GIT = shutil.which("git")


@pytest.fixture
def sample(root: Path, tmp_path: Path) -> Path:
    """A copy of the first sample, the test's own."""
    return Path(shutil.copy(root / "resources" / "examples" / "kidd-19.briefing", tmp_path / "k.briefing"))


@pytest.fixture
def other(sample: Path) -> Path:
    """The same with three changes, in another layout."""
    data = json.loads(sample.read_text(encoding="utf-8"))
    data["status"] = "draft"
    data["agreements"][0]["kind"] = "pledged"
    data["participants"].append(
        {
            "id": "p-k3f9qz",
            "name": "Ane\u202e Orel",
            "capacity": "mentioned",
            "review": {"state": "drafted"},
        }
    )
    written = sample.with_name("other.briefing")
    written.write_text(json.dumps(dict(reversed(data.items()))), encoding="utf-8")
    return written


def test_equal_files_say_nothing(sample: Path, capsys: Out) -> None:
    turned = sample.with_name("turned.briefing")
    data: dict[str, Any] = json.loads(sample.read_text(encoding="utf-8"))
    turned.write_text(json.dumps(dict(reversed(data.items()))), encoding="utf-8")
    assert main(["diff", str(sample), str(turned)]) == 0
    assert main(["diff", NOTHING, NOTHING]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["diff", "--json", str(sample), str(sample)]) == 0
    assert json.loads(capsys.readouterr().out) == {"items": []}


def test_changes_stand_under_their_panels_in_the_order_of_the_brief(
    sample: Path, other: Path, capsys: Out
) -> None:
    assert main(["diff", str(sample), str(other)]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    lines = told.out.splitlines()
    assert lines[0] == f"{sample} -> {other}"
    assert lines[1] == "19th Korea-U.S. Integrated Defense Dialogue: 1 added, 2 changed"
    assert lines[2:] == [
        "",
        "Briefing",
        "  ~ 19th Korea-U.S. Integrated Defense Dialogue",
        "      status: reviewed -> draft",
        "",
        "Participants",
        "  + Ane[U+202E] Orel",
        "      capacity: mentioned",
        "      review: drafted",
        "",
        "Agreements",
        "  ~ Push for a trilateral defence ministers’ meeting with Japan “in the near",
        "    future”",
        "      kind: agreed -> pledged",
    ]


def test_json_has_the_keys_of_the_manual(sample: Path, other: Path, capsys: Out) -> None:
    assert main(["diff", "--json", str(sample), str(other)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["items"]
    assert found["items"][-1] == {
        "change": "changed",
        "item": "a1",
        "panel": "agreements",
        "fields": [{"field": "kind", "before": "agreed", "after": "pledged"}],
    }
    assert [each["change"] for each in found["items"]] == ["changed", "added", "changed"]


def test_nothing_is_an_empty_briefing(sample: Path, capsys: Out) -> None:
    assert main(["diff", NOTHING, str(sample)]) == 1
    came = capsys.readouterr().out
    assert main(["diff", str(sample), NOTHING]) == 1
    went = capsys.readouterr().out
    assert re.search(r"Dialogue: \d+ added$", came, re.MULTILINE)
    assert re.search(r"Dialogue: \d+ removed$", went, re.MULTILINE)
    assert came.splitlines()[2:] == [line.replace("  - ", "  + ", 1) for line in went.splitlines()[2:]]


def test_a_pdf_is_compared_as_what_it_carries(sample: Path, other: Path, capsys: Out) -> None:
    pdf = sample.with_suffix(".pdf")
    assert main(["export", str(sample), "-o", str(pdf)]) == 0
    capsys.readouterr()
    assert main(["diff", str(sample), str(pdf)]) == 0
    assert main(["diff", str(pdf), str(other)]) == 1
    assert "kind: agreed -> pledged" in capsys.readouterr().out


def test_trouble_is_two_and_told_of_both_sides(sample: Path, tmp_path: Path, capsys: Out) -> None:
    broken = tmp_path / "broken.briefing"
    broken.write_text(sample.read_text(encoding="utf-8").replace('"agreed"', '"agred"', 1), encoding="utf-8")
    assert main(["diff", str(broken), str(tmp_path / "gone.briefing")]) == 2
    told = capsys.readouterr()
    first, second = told.err.splitlines()
    assert told.out == ""
    assert re.match(re.escape(str(broken)) + r":\d+:\d+: error: .*kind", first)
    assert second.startswith(f"{tmp_path / 'gone.briefing'}: error: ")
    assert main(["diff", "--json", str(sample), str(broken)]) == 2
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["problems"]
    assert found["problems"][0]["file"] == str(broken)


def test_a_warning_is_no_trouble(sample: Path, capsys: Out) -> None:
    marked = sample.with_name("marked.briefing")
    marked.write_bytes(b"\xef\xbb\xbf" + sample.read_bytes())
    assert main(["diff", str(sample), str(marked)]) == 0
    assert capsys.readouterr() == ("", "")


def test_every_panel_has_its_place() -> None:
    assert sorted(AS_READ) == sorted(PANELS)


# ----------------------------------------------------------------------------------------- terminal


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("settings", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_only_on_a_terminal_that_wants_them(
    root: Path, sample: Path, other: Path, settings: dict[str, str], *, coloured: bool
) -> None:
    here, there = os.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm", **settings}
    command: list[str | Path] = [sys.executable, "-m", "briefing_app", "diff", sample, other]
    with subprocess.Popen(command, cwd=root, stdout=there, env=environment) as process:
        os.close(there)
        told = b""
        while b"pledged" not in told:
            told += os.read(here, 65536)
    os.close(here)
    assert process.returncode == 1
    assert (b"\x1b[" in told) == coloured
    if coloured:
        assert b"\x1b[32m  + Ane[U+202E] Orel\x1b[0m" in told


# ---------------------------------------------------------------------------------------------- git


@pytest.fixture
def repository(root: Path, tmp_path: Path) -> Path:
    """A repository that is set up as README says, with nothing in it."""
    home = tmp_path / "repository"
    home.mkdir()
    readme = (root / "README.md").read_text(encoding="utf-8")
    (setting,) = re.findall(r"^ {4}(git config diff\.briefing\.command .*)$", readme, re.MULTILINE)
    (attributes,) = re.findall(r"^ {4}(echo .* >> \.gitattributes)$", readme, re.MULTILINE)
    git(home, "init", "-q")
    for line in (setting, attributes):
        subprocess.run(["sh", "-c", line], cwd=home, env=surroundings(home), check=True)
    return home


def surroundings(home: Path) -> dict[str, str]:
    """The environment for git: nobody's own settings, and our program as `briefing-app`."""
    programs = home.parent / "programs"
    programs.mkdir(exist_ok=True)
    ours = programs / "briefing-app"
    root = Path(__file__).resolve().parents[2]
    ours.write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {sys.executable} -m briefing_app "$@"\n', "utf-8")
    ours.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home.parent),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": "a@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }


def git(home: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=home, env=surroundings(home), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(GIT is None or sys.platform == "win32", reason="git with a shell is needed")
def test_git_tells_versions_item_by_item(repository: Path, sample: Path, other: Path) -> None:
    kept = repository / "talks.briefing"
    shutil.copy(sample, kept)
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "one")
    shutil.copy(other, kept)
    assert "kind: agreed -> pledged" in git(repository, "diff")
    git(repository, "commit", "-qam", "two")
    assert git(repository, "diff") == ""
    between = git(repository, "diff", "HEAD~1", "HEAD")
    assert between.splitlines()[0].endswith("talks.briefing")
    assert "  + Ane[U+202E] Orel" in between.splitlines()
    assert "kind: agreed -> pledged" in git(repository, "log", "-p", "--ext-diff", "-1")


@pytest.mark.skipif(GIT is None or sys.platform == "win32", reason="git with a shell is needed")
def test_git_tells_a_file_that_came_and_one_that_went(repository: Path, sample: Path) -> None:
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "none")
    shutil.copy(sample, repository / "talks.briefing")
    git(repository, "add", ".")
    came = git(repository, "diff", "--cached")
    assert came.splitlines()[0].startswith("/dev/null -> ")
    assert re.search(r"Dialogue: \d+ added$", came, re.MULTILINE)
    git(repository, "commit", "-qm", "came")
    (repository / "talks.briefing").unlink()
    went = git(repository, "diff")
    assert went.splitlines()[0].endswith(" -> /dev/null")
    assert re.search(r"Dialogue: \d+ removed$", went, re.MULTILINE)
