"""A user's own words of the lexicon: merged over the shipped ones, and told by line where they are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.cli.report import line_of
from briefing_app.drafting.tokens import tokens_of
from briefing_app.model.problems import BriefingError
from briefing_app.workflow.lexicon import load_lexicon, own_folder

if TYPE_CHECKING:
    from pathlib import Path


def wrong(folder: Path, name: str, text: str) -> list[str]:
    """Return what is said of one table of the user's, without the folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        load_lexicon(folder)
    return [line_of(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_without_own_words_the_shipped_ones_count(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path / "none").verbs == load_lexicon().verbs
    assert load_lexicon(tmp_path).lists == load_lexicon().lists


def test_own_words_join_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "parties.toml").write_text('[[party]]\ncode = "KR"\nnames = ["Hanguk"]\n', encoding="utf-8")
    (tmp_path / "bodies.toml").write_text(
        '[[body]]\ncode = "TAFTA-X"\nnames = ["Tafta Exchange"]\n', encoding="utf-8"
    )
    (tmp_path / "verbs.toml").write_text(
        '[[verb]]\nforce = "agree"\nlemma = ["shake"]\npast = "shook"\n', encoding="utf-8"
    )
    (tmp_path / "places.toml").write_text('[places]\nKR = ["Pyeongchon"]\n', encoding="utf-8")
    (tmp_path / "meetings.toml").write_text('video = ["hologram"]\n', encoding="utf-8")
    (tmp_path / "notes.md").write_text("not a table", encoding="utf-8")
    found, shipped = load_lexicon(tmp_path), load_lexicon()

    def party(words: str) -> str:
        at = found.parties.at(tokens_of(words), 0)
        return at[1].code if at else ""

    assert party("Hanguk") == party("South Korea") == "KR"
    assert party("Tafta Exchange") == "TAFTA-X"
    assert "TAFTA-X" in found.bodies
    assert found.verbs["shook"][0].force == "agree"
    assert "shook" not in shipped.verbs
    place = found.places.at(tokens_of("Pyeongchon"), 0)
    assert place is not None
    assert place[1] == "KR"
    assert found.lists["video"] == shipped.lists["video"] | {"hologram"}


def test_the_user_s_word_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "parties.toml").write_text('[[party]]\ncode = "GE"\nnames = ["Norway"]\n', encoding="utf-8")
    at = load_lexicon(tmp_path).parties.at(tokens_of("Norway"), 0)
    assert at is not None
    assert at[1].code == "GE"


def test_faults_are_told_by_line(tmp_path: Path) -> None:
    told = wrong(
        tmp_path,
        "parties.toml",
        '[[party]]\ncode = "VELDANIA"\nnames = ["Veldania"]\n\n'
        '[[party]]\ncod = "XX"\nnames = ["A", ""]\ndemonyms = "Foo"\n\n[[party]]\ncode = "QQ"\nnames = [3]\n',
    )
    assert [line.split(":")[:3] for line in told] == [
        ["parties.toml", "5", "1"],
        ["parties.toml", "6", "1"],
        ["parties.toml", "7", "1"],
        ["parties.toml", "8", "1"],
        ["parties.toml", "11", "1"],
        ["parties.toml", "12", "1"],
    ]
    assert "“code”" in told[0]
    assert "Write “code”" in told[1]
    assert "empty" in told[2]
    assert "list of words" in told[3]
    assert "no country" in told[4]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("partys.toml", "", "Call it “parties.toml”"),
        ("zebra.toml", "", "Tables are parties.toml"),
        ("cues.toml", "past = [\n", "no TOML"),
        ("cues.toml", 'past = ["a"]\npast = ["b"]\n', "cues.toml:2:"),
        ("cues.toml", 'pasts = ["a"]\n', "Write “past”"),
        ("verbs.toml", '[[verb]]\nforce = "shout"\nlemma = ["x"]\n', "Forces are"),
        ("verbs.toml", '[[verb]]\nforce = "agree"\nlemma = ["x"]\nkeep = "yes"\n', "true or false"),
        ("verbs.toml", '[[verb]]\nforce = ["agree"]\nlemma = ["x"]\n', "one word"),
        ("verbs.toml", '[[verb]]\nforce = ""\nlemma = ["x"]\n', "empty"),
        ("verbs.toml", 'verb = ["x"]\n', "[[verb]]"),
        ("places.toml", 'places = ["Seoul"]\n', "[places]"),
        ("places.toml", '[places]\nKOR1! = ["x"]\n', "no TOML"),
        ("places.toml", '[places]\nq = ["x"]\n', "no party code"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, name: str, text: str, said: str) -> None:
    told = wrong(tmp_path, name, text)
    assert any(said in line for line in told), told


def test_bytes_that_are_no_text_are_told_by_line(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_bytes(b'past = ["a"]\n# \xff\n')
    with pytest.raises(BriefingError) as caught:
        load_lexicon(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.line) == ("lexicon-encoding", 2)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "lexicon"
    file.touch()
    with pytest.raises(BriefingError, match="file-io"):
        load_lexicon(file)


def test_the_folder_is_where_the_platform_keeps_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert own_folder() == tmp_path / "briefing" / "lexicon"
