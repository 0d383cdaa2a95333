"""`briefing-app build ARTICLE --add-to FILE`, as a user types it."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from briefing_app.__main__ import main
from briefing_app.workflow import attaching
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.saving import save_as
from tests.workflow.adding_steps import ELSEWHERE, READOUT, WIRE, decided

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def file(tmp_path: Path, capsys: Out) -> Path:
    """A briefing that was drafted from the first of two articles that lie in the folder."""
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "readout.txt").write_text(READOUT, encoding="utf-8")
    assert main(["build", str(tmp_path / "wire.txt")]) == 0
    capsys.readouterr()
    return tmp_path / "wire.briefing"


def read(path: Path) -> Briefing:
    opened = open_briefing(path)
    assert opened.briefing is not None
    assert opened.problems == ()
    return opened.briefing


def test_a_second_source_is_written_beside_and_told_in_words(file: Path, capsys: Out) -> None:
    before = file.read_bytes()
    out = file.with_name("both.briefing")
    words = ["build", str(file.with_name("readout.txt")), "--add-to", str(file), "-o", str(out)]
    assert main(words) == 0
    told = capsys.readouterr()
    assert told.err == ""
    lines = told.out.splitlines()
    assert lines[:3] == [
        str(out),
        "",
        "Added as source s2: Readout of the 3rd Portugal-Norway Defence Dialogue",
    ]
    heads = [line for line in lines[3:] if line and not line.startswith(" ")]
    assert heads == [
        "5 items gained a passage",
        "2 new items",
        "3 differences proposed",
        "Not used: 0 sentences",
    ]
    assert "  a1  Hold three naval exercises in the Barents Sea next year" in lines
    assert len(read(out).sources) == 2
    assert file.read_bytes() == before
    assert main(words) == 1
    assert "already" in capsys.readouterr().err


def test_the_file_itself_is_replaced_only_by_force(file: Path, capsys: Out) -> None:
    before = file.read_bytes()
    words = ["build", str(file.with_name("readout.txt")), "--add-to", str(file)]
    assert main(words) == 1
    assert "--force" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert main([*words, "--force"]) == 0
    assert len(read(file).sources) == 2
    capsys.readouterr()
    assert main([*words, "--force"]) == 1
    assert "is a source of this briefing already" in capsys.readouterr().err


def test_json_gives_the_ids(file: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ELSEWHERE.encode())))
    assert main(["build", "-", "--add-to", str(file), "--force", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["briefing"] == str(file)
    assert data["counts"]["agreements"] == 3
    added = data["added"]
    assert (added["kind"], added["source"], added["gained"]) == ("further", "s2", ["p1"])
    assert (len(added["new"]), added["differences"], added["reopened"], added["answered"]) == (3, [], [], [])


def test_a_corrected_version_is_told_and_the_text_that_is_kept_is_used(file: Path, capsys: Out) -> None:
    first = read(file)
    text = attaching.from_paste(WIRE)
    attaching.keep(attaching.compare(first, first.sources[0], text).attached)
    save_as(decided(first), file, None, replace=True)
    article = file.with_name("wire.txt")
    article.write_text(WIRE.replace("naval exercises in", "air exercises in"), encoding="utf-8")
    assert main(["build", str(article), "--add-to", str(file), "--force"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "Corrected version of source s1: Portugal, Norway to hold naval exercises"
    assert "2 decided items reopened" in lines
    after = read(file)
    assert {item.id for item in after.agreements if item.review.state == "drafted"} == {"a1"}


def test_what_cannot_be_added_changes_nothing(file: Path, capsys: Out) -> None:
    before = file.read_bytes()
    readout = str(file.with_name("readout.txt"))
    broken = file.with_name("broken.briefing")
    broken.write_text("{}", encoding="utf-8")
    for words, status, said in (
        (["build", readout, "--add-to", str(broken), "--force"], 1, "broken.briefing"),
        (["build", readout, "--add-to", str(file) + "x", "--force"], 1, "There is no file"),
        (["build", str(file.with_name("none.txt")), "--add-to", str(file), "--force"], 1, "none.txt"),
        (["build", readout, "--add-to", str(file), "-o", readout, "--force"], 1, "its own input"),
        (["build", readout, "--add-to", str(file), "-o", "/no/where/a.briefing"], 1, "/no/where"),
    ):
        assert main(words) == status
        assert said in capsys.readouterr().err
    assert file.read_bytes() == before
    with pytest.raises(SystemExit) as left:
        main(["build", readout, "--add-to", str(file), "--explain"])
    assert left.value.code == 2
    capsys.readouterr()


def test_a_briefing_in_a_pdf_is_not_written_over(file: Path, capsys: Out) -> None:
    assert main(["export", str(file)]) == 0
    pdf = file.with_suffix(".pdf")
    readout = str(file.with_name("readout.txt"))
    capsys.readouterr()
    assert main(["build", readout, "--add-to", str(pdf), "--force"]) == 1
    assert "holds more" in capsys.readouterr().err
    out = file.with_name("both.briefing")
    assert main(["build", readout, "--add-to", str(pdf), "-o", str(out)]) == 0
    assert len(read(out).sources) == 2
    assert "Added as source s2" in capsys.readouterr().out
