"""`briefing-app build`, as a user types it."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_app.__main__ import main
from briefing_app.workflow.opening import open_briefing

if TYPE_CHECKING:
    from collections.abc import Iterator

Out = pytest.CaptureFixture[str]
UNDATED = (
    "The ministers of Portugal and Norway met in Lisbon on Thursday.\n\nThey agreed to open their ports.\n"
)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def story(root: Path, tmp_path: Path) -> Path:
    """A copy of an article of the corpus, the test's own."""
    found = root / "tests" / "corpus" / "seoul-dialogue-foc-to-spring" / "article.txt"
    return Path(shutil.copy(found, tmp_path / "seoul.txt"))


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_draft_stands_beside_its_article_and_is_told_panel_by_panel(story: Path, capsys: Out) -> None:
    assert main(["build", str(story)]) == 0
    told = capsys.readouterr()
    target = story.with_suffix(".briefing")
    lines = told.out.splitlines()
    assert told.err == ""
    assert lines[0] == str(target)
    headings = [line for line in lines[1:] if line and not line.startswith(" ")]
    assert headings[:3] == ["Event", "Bottom line", "Participants"]
    assert headings.index("Meetings ahead") < headings.index("Agreements")
    assert re.fullmatch(r"Not used: \d+ sentences?|Not used: no sentence.*", headings[-1])
    (ellery,) = [line for line in lines if "Marcus Ellery" in line and line.startswith("  head")]
    assert "USA" in ellery
    assert ellery.endswith("¶2")
    agreed = [line for line in lines if line.startswith("  Agreed")]
    assert agreed
    assert all("KOR USA" in line and "¶" in line for line in agreed)
    opened = open_briefing(target)
    assert opened.briefing is not None
    assert opened.problems == ()
    assert main(["check", "--article", str(story), str(target)]) == 0


def test_an_existing_file_is_replaced_only_by_force(story: Path, capsys: Out) -> None:
    target = story.with_suffix(".briefing")
    target.write_text("mine", encoding="utf-8")
    assert main(["build", str(story)]) == 1
    assert "--force" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "mine"
    assert main(["build", str(story), "--force"]) == 0
    assert open_briefing(target).briefing is not None


def test_the_output_is_never_the_article(story: Path, capsys: Out) -> None:
    before = story.read_bytes()
    assert main(["build", str(story), "-o", str(story), "--force"]) == 1
    assert "own input" in capsys.readouterr().err
    assert story.read_bytes() == before


def test_the_text_is_embedded_when_asked(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "with-text.briefing"
    assert main(["build", str(story), "-o", str(target), "--embed-text"]) == 0
    briefing = open_briefing(target).briefing
    assert briefing is not None
    assert len(briefing.sources[0].text) == briefing.sources[0].paragraphs
    assert not story.with_suffix(".briefing").exists()


def test_json_names_the_file_and_counts(story: Path, capsys: Out) -> None:
    assert main(["build", str(story), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["problems"] == []
    assert found["briefing"] == str(story.with_suffix(".briefing"))
    briefing = open_briefing(story.with_suffix(".briefing")).briefing
    assert briefing is not None
    assert found["counts"]["agreements"] == len(briefing.agreements) > 0
    assert found["counts"]["unused"] == len(briefing.unused)
    assert main(["build", str(story), "--json"]) == 1
    refused = json.loads(capsys.readouterr().out)
    assert refused["briefing"] is None
    assert refused["problems"][0]["code"] == "output-exists"


def test_nothing_to_draft_is_a_sentence_and_no_file(tmp_path: Path, capsys: Out) -> None:
    article = tmp_path / "weather.txt"
    article.write_text(
        "Published 14 May 2021\n\n"
        "The weather was fine in the valley, and it stayed so until late in the evening.\n\n"
        "Bees flew over the fields all day, from one end of the valley to the other.\n",
        encoding="utf-8",
    )
    assert main(["build", str(article)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{article}: error: “weather.txt” names no meeting")
    assert len(told.err.splitlines()) == 1
    assert sorted(tmp_path.glob("*.briefing")) == []


def test_a_missing_day_is_given_by_hand(tmp_path: Path, capsys: Out) -> None:
    article = tmp_path / "undated.txt"
    article.write_text(UNDATED, encoding="utf-8")
    assert main(["build", str(article)]) == 1
    assert "--published 2021-05-14" in capsys.readouterr().err
    assert main(["build", str(article), "--published", "2021-05-14"]) == 0
    briefing = open_briefing(article.with_suffix(".briefing")).briefing
    assert briefing is not None
    assert briefing.as_of == "2021-05-14"


def test_standard_input_makes_a_file_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.chdir(tmp_path)
    type_in(monkeypatch, UNDATED.encode())
    assert main(["build", "-"]) == 1
    assert capsys.readouterr().err.startswith("Standard input: error: ")
    type_in(monkeypatch, UNDATED.encode())
    assert main(["build", "-", "--published", "2021-05-14"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "draft.briefing"
    assert (tmp_path / "draft.briefing").is_file()


def test_what_is_no_article_is_said(tmp_path: Path, capsys: Out) -> None:
    assert main(["build", str(tmp_path / "gone.txt")]) == 1
    assert "There is no file" in capsys.readouterr().err
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert main(["build", str(picture)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_the_user_s_lexicon_counts_and_its_faults_are_told_by_line(
    story: Path, tmp_path: Path, capsys: Out
) -> None:
    folder = tmp_path / "config" / "briefing" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "verbs.toml").write_text('[[verb]]\nforce = "shout"\nlemma = ["x"]\n', encoding="utf-8")
    assert main(["build", str(story)]) == 1
    assert capsys.readouterr().err.startswith(f"{folder / 'verbs.toml'}:2:1: error: ")
    assert not story.with_suffix(".briefing").exists()
    (folder / "verbs.toml").write_text('[[verb]]\nforce = "agree"\nlemma = ["x"]\n', encoding="utf-8")
    assert main(["build", str(story)]) == 0


def test_what_an_article_holds_does_not_steer_the_terminal(tmp_path: Path, capsys: Out) -> None:
    article = tmp_path / "a.txt"
    text = UNDATED.replace("open their ports", "open their \x1b[31mports")
    article.write_text("Published 14 May 2021\n\n" + text, encoding="utf-8")
    main(["build", str(article)])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err


def test_explain_tells_how_each_clause_was_read_and_writes_nothing(story: Path, capsys: Out) -> None:
    assert main(["build", "--explain", str(story), "--sentence", "both sides decided"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("¶3  ")
    told = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines if line.startswith(" " * 8)}
    assert "class" in told
    assert any("decide, asserted" in line for line in lines)
    assert any("decide-to" in line for line in lines)
    assert any("this November = 2026-11" in line for line in lines)
    assert sum(line.startswith("¶") for line in lines) == 1
    assert not story.with_suffix(".briefing").exists()
    assert main(["build", "--explain", str(story), "--sentence", "no such words"]) == 0
    assert "no such words" in capsys.readouterr().out


def test_a_sentence_without_explain_is_wrong_usage(story: Path) -> None:
    assert main(["build", str(story), "--sentence", "x"]) == 2


@pytest.mark.parametrize(
    "words", [["build"], ["build", "a", "--language", "ko"], ["build", "a", "--published", "14 May"]]
)
def test_wrong_usage(words: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


class _Page(BaseHTTPRequestHandler):
    """Answers every question with one article."""

    page = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Return the address of an article on a server of this test."""
    _Page.page = (root / "tests" / "corpus" / "kuwait-oman-muscat-visit" / "article.html").read_bytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/story.html"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_is_fetched_and_its_day_kept(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["build", address]) == 0, capsys.readouterr().err
    (target,) = tmp_path.glob("*.briefing")
    briefing = open_briefing(target).briefing
    assert briefing is not None
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", briefing.sources[0].retrieved or "")
    assert briefing.sources[0].url is not None


class _Terminal(io.StringIO):
    """Standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_who_looks_on_is_told_what_takes_a_while(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    page = root / "tests" / "corpus" / "kuwait-oman-muscat-visit" / "article.html"
    assert main(["build", str(page), "-o", str(tmp_path / "k.briefing")]) == 0
    said, *cleared = terminal.getvalue().split("\r")
    assert said in ("", f"Drafting from {page}…")
    assert [each.strip() for each in cleared] == ["", ""]


def test_a_date_that_can_be_two_days_names_what_to_type(tmp_path: Path, capsys: Out) -> None:
    article, text = tmp_path / "figures.txt", f"Ministers agree on port visits\n\n04/09/2026\n\n{UNDATED}"
    article.write_text(text, encoding="utf-8")
    assert main(["build", str(article)]) == 1
    assert "(Add --published 2026-09-04, or --published 2026-04-09.)" in capsys.readouterr().err
    article.write_text(f"Ministry of Ports of Norway\n\n{text}", encoding="utf-8")
    assert main(["build", str(article)]) == 0
    assert "(If it is the other, add --published 2026-04-09.)" in capsys.readouterr().err
