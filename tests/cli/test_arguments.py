from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app import __version__
from briefing_app.cli.arguments import parse


def test_nothing_or_files_is_the_window() -> None:
    assert parse([]).verb == "window"
    found = parse(["one.briefing", "check"])
    assert (found.verb, found.files) == ("window", [Path("one.briefing"), Path("check")])


def test_a_verb_has_its_own_arguments() -> None:
    found = parse(["check", "a.briefing", "--article", "a.txt", "--json"])
    assert (found.verb, found.files, found.article, found.json) == (
        "check",
        [Path("a.briefing")],
        Path("a.txt"),
        True,
    )


def test_diff_has_two_sides() -> None:
    found = parse(["diff", "a.briefing", "/dev/null"])
    assert (found.before, found.after, found.json) == (Path("a.briefing"), Path("/dev/null"), False)


def test_export_has_the_defaults_of_the_manual() -> None:
    found = parse(["export", "a.briefing"])
    assert (found.to, found.layout, found.paper, found.jobs) == ("pdf", "one-page", "a4", 1)
    assert not any((found.force, found.with_article, found.sections, found.max_marking))


@pytest.mark.parametrize(
    "words",
    [
        ["export"],
        ["check"],
        ["diff"],
        ["diff", "a"],
        ["diff", "a", "b", "c"],
        ["export", "a", "--layout", "two-page"],
        ["export", "a", "--jobs", "0"],
        ["export", "a", "--sections", "opcon,nonsense"],
        ["export", "a", "--sections", ","],
        ["export", "a", "--jobs", "many"],
        ["export", "a", "-o", "b", "--out-dir", "c"],
        ["--no-such-option"],
        ["schema", "more"],
    ],
)
def test_wrong_usage_is_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(words)
    assert caught.value.code == 2
    assert "usage: briefing-app" in capsys.readouterr().err


def test_sections_are_a_list_with_commas() -> None:
    assert parse(["export", "--sections", "opcon, meetings", "a"]).sections == ("opcon", "meetings")


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["check", "--help"], ["diff", "--help"]])
def test_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(words)
    assert caught.value.code == 0
    assert "briefing-app" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--version"])
    assert capsys.readouterr().out == f"briefing-app {__version__}\n"
