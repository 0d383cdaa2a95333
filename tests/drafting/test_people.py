"""Who attended: short stories in the ways that the press writes them, read from beginning to end."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing_app.drafting.attendance import attendance_of
from briefing_app.drafting.paragraphs import paragraphs_of
from briefing_app.drafting.people import people_of
from briefing_app.workflow.lexicon import load_lexicon

STORIES = [
    pytest.param(story, id=f"{path.stem}-{n}")
    for path in sorted((Path(__file__).parent / "stories").glob("*.toml"))
    for n, story in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["story"])
]
LEXICON = load_lexicon()


@pytest.mark.parametrize("story", STORIES)
def test_a_story_names_those_who_were_there_and_proves_it(story: dict[str, Any]) -> None:
    paragraphs = paragraphs_of(story["paragraphs"], LEXICON)
    people, named = people_of(paragraphs, LEXICON, story.get("home"))
    found = attendance_of(people, named, paragraphs, LEXICON, tuple(story["parties"]), None)

    there = {people[one.person].name: people[one.person].side for one in found if one.capacity != "mentioned"}
    wanted = story.get("there", {})
    assert set(there) == set(wanted)
    # Where the story says "any", it does not tell the side.
    told = {name: side for name, side in wanted.items() if side != "any"}
    assert {name: there[name] for name in told} == told
    only_named = {people[one.person].name for one in found if one.capacity == "mentioned"}
    assert set(story.get("mentioned", ())) <= only_named

    assert [one.person for one in found] == list(range(len(people)))
    for one in found:
        last = people[one.person].name.split()[-1]
        assert any(last in paragraphs[number - 1].said(first, end) for number, first, end in one.proofs)
        number, first, end = people[one.person].introduced
        assert last in paragraphs[number - 1].said(first, end)
    for name in named:
        last = paragraphs[name.paragraph - 1].said(name.first, name.end).split()[-1]
        assert last.lower() in f"{people[name.person].name} {people[name.person].other_names}".lower()
