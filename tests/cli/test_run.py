"""The command line as a user types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefing_app.__main__ import main

Out = pytest.CaptureFixture[str]


@pytest.fixture
def sample(root: Path, tmp_path: Path) -> Path:
    """A copy of the first sample, the test's own."""
    return Path(shutil.copy(root / "resources" / "examples" / "kidd-19.briefing", tmp_path / "k.briefing"))


@pytest.fixture
def second(root: Path, tmp_path: Path) -> Path:
    """A copy of the second sample."""
    return Path(shutil.copy(root / "resources" / "examples" / "vksd-14.briefing", tmp_path / "v.briefing"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_of_the_samples(sample: Path, second: Path, capsys: Out) -> None:
    assert main(["check", str(sample), str(second)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    first, other = told.out.splitlines()
    assert first.startswith(f"{sample}: no problem;")
    assert "unchecked" in first
    assert "verified" in other
    assert not any(word in other for word in ("missing", "changed", "moved", "unchecked"))


def test_check_against_the_article(sample: Path, shared: Path, capsys: Out) -> None:
    assert main(["check", "--json", "--article", str(shared / "articles" / "kidd-19.txt"), str(sample)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["problems"] == []
    counts = found["passages"]
    assert counts.pop("verified") > 40
    assert set(counts.values()) == {0}


def test_check_against_another_article(sample: Path, tmp_path: Path, capsys: Out) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A first paragraph of some length here.\n\nA second one, no shorter at all.\n", "utf-8")
    assert main(["check", "--article", str(other), str(sample)]) == 1
    told = capsys.readouterr().err
    assert "warning" in told
    assert "is not in the article" in told


def test_an_article_of_none_of_several_sources(second: Path, tmp_path: Path, capsys: Out) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A first paragraph of some length here.\n", "utf-8")
    assert main(["check", "--article", str(other), str(second)]) == 1
    assert "cannot be told" in capsys.readouterr().err
    assert main(["export", "--article", str(other), str(second)]) == 1


def test_an_edited_passage_is_told_by_line(second: Path, capsys: Out) -> None:
    data = json.loads(second.read_text(encoding="utf-8"))
    passage = data["agreements"][0]["evidence"][0]
    change(second, f'"digest": "{passage["digest"]}"', f'"digest": "sha256:{"0" * 64}"')
    assert main(["check", str(second)]) == 1
    line = capsys.readouterr().err.splitlines()[0]
    assert line.startswith(f"{second}:")
    assert ": error: " in line


def test_a_bad_file_is_told_with_line_column_and_way_out(sample: Path, capsys: Out) -> None:
    change(sample, '"edtf": "2021-41"', '"edtf": "2021-13"')
    assert main(["check", str(sample)]) == 1
    told = capsys.readouterr().err
    n = next(
        n for n, line in enumerate(sample.read_text(encoding="utf-8").splitlines(), 1) if '"2021-13"' in line
    )
    assert f"{sample}:{n}:" in told
    assert "13" in told
    assert main(["check", "--json", str(sample)]) == 1
    problem = json.loads(capsys.readouterr().out)["problems"][0]
    assert (problem["line"], problem["severity"]) == (n, "error")
    assert problem["path"].endswith("when.edtf")


def test_one_bad_file_does_not_stop_the_others(sample: Path, tmp_path: Path, capsys: Out) -> None:
    empty = tmp_path / "empty.briefing"
    empty.write_bytes(b"")
    gone = tmp_path / "gone.briefing"
    assert main(["check", str(gone), str(empty), str(sample)]) == 1
    told = capsys.readouterr()
    assert str(sample) in told.out
    assert told.err.splitlines()[-1] == "2 of 3 failed."
    assert main(["export", str(gone), str(sample), "--jobs", "2"]) == 1
    assert sample.with_suffix(".pdf").is_file()
    assert capsys.readouterr().err.splitlines()[-1] == "1 of 2 failed."


def test_export_stands_beside_its_input_and_never_replaces_unasked(sample: Path, capsys: Out) -> None:
    assert main(["export", str(sample)]) == 0
    target = sample.with_suffix(".pdf")
    assert capsys.readouterr().out == f"{target}\n"
    before = target.read_bytes()
    assert main(["export", str(sample), "--layout", "full"]) == 1
    assert "--force" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert main(["export", str(sample), "--layout", "full", "--force"]) == 0
    assert target.read_bytes() != before


def test_export_never_writes_over_its_input(sample: Path, capsys: Out) -> None:
    before = sample.read_bytes()
    assert main(["export", str(sample), "-o", str(sample), "--force"]) == 1
    assert sample.read_bytes() == before
    assert "own input" in capsys.readouterr().err


def test_export_of_a_bad_file_writes_nothing(sample: Path, capsys: Out) -> None:
    change(sample, '"status": "reviewed"', '"status": "ready"')
    assert main(["export", "--json", str(sample)]) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["path"] == "status"
    assert not sample.with_suffix(".pdf").exists()


def test_export_places(sample: Path, second: Path, tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "out"
    assert main(["export", str(sample), "--out-dir", str(folder)]) == 1
    assert "no folder" in capsys.readouterr().err
    folder.mkdir()
    assert main(["export", str(sample), str(second), "--out-dir", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {"k.pdf", "v.pdf"}
    assert main(["export", str(sample), str(second), "-o", str(tmp_path / "x.pdf")]) == 2


def test_export_with_warnings_is_still_done(sample: Path, capsys: Out) -> None:
    change(sample, '"title": "19th Korea-U.S.', '"title": "⟨19th⟩ Korea-U.S.')
    assert main(["export", str(sample)]) == 0
    assert "[U+27E8]" in capsys.readouterr().err


def test_a_letter_without_a_font_is_the_machine(sample: Path, capsys: Out) -> None:
    change(sample, '"title": "19th Korea-U.S.', '"title": "\U00012000 Korea-U.S.')
    assert main(["export", str(sample)]) == 3
    assert "fonts-noto-core" in capsys.readouterr().err


def test_a_slip_in_a_tlp_label_lets_nothing_through(second: Path, capsys: Out) -> None:
    assert main(["export", str(second), "--max-marking", "TLP:AMBRE"]) == 1
    assert "TLP:AMBER+STRICT" in capsys.readouterr().err
    assert not second.with_suffix(".pdf").exists()


def test_schema(capsys: Out) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:briefing:schema:1"


def test_a_window_without_a_display_is_the_machine(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 3
    assert "no display" in capsys.readouterr().err


def test_what_a_file_holds_does_not_steer_the_terminal(tmp_path: Path, capsys: Out) -> None:
    bad = tmp_path / "bad.briefing"
    bad.write_text('{"format": "briefing/1", "\\u001b[31mx": 1}', encoding="utf-8")
    assert main(["check", str(bad)]) == 1
    assert "\x1b" not in capsys.readouterr().err
