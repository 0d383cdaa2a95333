"""Shells complete the command line as the parser has it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from briefing_app.cli.arguments import SHELLS, VERBS, parse, parser
from briefing_app.cli.completion import completion

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("shell", SHELLS)
def test_every_verb_and_option_is_completed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(["--print-completion", shell])
    assert left.value.code == 0
    script = capsys.readouterr().out
    assert script == completion(parser(), shell)
    for word in (*VERBS, "layout", "one-page", "max-marking", "article"):
        assert word in script


def test_an_unknown_shell_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as left:
        parse(["--print-completion", "cmd"])
    assert left.value.code == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_verbs_options_choices_and_files(tmp_path: Path) -> None:
    (tmp_path / "one.briefing").touch()
    script = tmp_path / "completion.sh"
    script.write_text(completion(parser(), "bash"), encoding="utf-8")

    def completed(*words: str) -> set[str]:
        told = " ".join(f"'{word}'" for word in ("briefing-app", *words))
        code = (
            f"source '{script}'; COMP_WORDS=({told}); COMP_CWORD={len(words)};"
            "$(complete -p briefing-app | sed 's/.*-F \\([^ ]*\\).*/\\1/') briefing-app;"
            "printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        run = subprocess.run(["bash", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
        return {line.strip() for line in run.stdout.splitlines()}

    assert "export" in completed("ex")
    assert "--layout" in completed("export", "--la")
    assert completed("export", "--layout", "") == {"one-page", "full"}
    assert "one.briefing" in completed("check", "one")
    assert "one.briefing" in completed("build", "one")
    assert "one.briefing" in completed("diff", "old.briefing", "one")
    assert "--json" in completed("diff", "--")
