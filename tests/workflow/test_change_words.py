"""What became of an item, in the words of people."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from briefing_app.model.briefing import Briefing
from briefing_app.workflow.change_words import naming, sentences, title_of
from briefing_app.workflow.comparing import PANELS, compare
from briefing_app.workflow.field_words import label, panel_word

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
SAMPLES = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.briefing"))
}
DATA = SAMPLES["kidd-19"]
PASSAGE = {"source": "s1", "paragraph": 3, "start": "The two sides", "end": "this year"}
PASSAGE |= {"digest": "sha256:" + "0" * 64}


def edited(**changes: Any) -> Briefing:
    """The first sample with some top-level keys replaced; those that are None are left out."""
    data = {**copy.deepcopy(DATA), **changes}
    return Briefing.model_validate({key: value for key, value in data.items() if value is not None})


def told(before: Briefing | None, after: Briefing | None) -> list[str]:
    """The sentences of the only thing that changed."""
    (change,) = compare(before, after)
    return list(sentences(change, naming(before, after)))


def titles(before: Briefing | None, after: Briefing | None) -> list[str]:
    return [title_of(change, naming(before, after)) for change in compare(before, after)]


def agreement(**more: Any) -> dict[str, Any]:
    found = {"id": "a1", "statement": "Open an office", "kind": "agreed", "review": {"state": "drafted"}}
    return {**found, "evidence": [PASSAGE], **more}


def agreed(**more: Any) -> Briefing:
    return edited(agreements=[agreement(**more)])


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({}, {"kind": "pledged"}, ["kind: agreed -> pledged"]),
        ({}, {"review": {"state": "accepted"}}, ["review: drafted -> accepted"]),
        ({}, {"statement": "Open a port"}, ["statement: Open an office -> Open a port"]),
        ({}, {"topic": "Ports"}, ["topic added: Ports"]),
        ({"topic": "Ports"}, {}, ["topic removed: Ports"]),
        ({}, {"key": True}, ["in the one-page brief: no -> yes"]),
        ({"key": True}, {}, ["in the one-page brief: yes -> no"]),
        ({"parties": ["KR"]}, {"parties": ["KR", "JP"]}, ["parties added: JPN"]),
        ({"parties": ["KR", "JP"]}, {"parties": ["KR"]}, ["parties removed: JPN"]),
        (
            {"parties": ["KR", "JP"]},
            {"parties": ["JP", "KR"]},
            ["parties in another order: JPN, KOR"],
        ),
        ({}, {"inferred": ["parties"]}, ["inferred added: parties"]),
        ({"quote": "now"}, {"quote": "then"}, ["quotation: “now” -> “then”"]),
        ({}, {"marking": {"scheme": "custom", "label": "Desk"}}, ["scheme of the marking added: custom"]),
        ({"topic": "a\u00a0b"}, {"topic": "a b"}, ["topic: looks the same, but U+00A0 -> U+0020"]),
    ],
)
def test_a_field_is_told_in_a_sentence(before: Any, after: Any, sentence: list[str]) -> None:
    found = told(agreed(**before), agreed(**after))
    assert found[: len(sentence)] == sentence


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ([], "passage removed: ¶3 “The two sides … this year”"),
        ([PASSAGE, {**PASSAGE, "start": "Later"}], "passage added: ¶3 “Later … this year”"),
        (
            [{**PASSAGE, "paragraph": 4, "page": 2}],
            "passage changed: ¶4 “The two sides … this year”: paragraph 3 -> 4, page none -> 2",
        ),
        (
            [{**PASSAGE, "digest": "sha256:" + "1" * 64}],
            "passage changed: ¶3 “The two sides … this year”: the words within it",
        ),
    ],
)
def test_passages_are_told_by_their_first_and_last_words(after: Any, sentence: str) -> None:
    assert told(agreed(), agreed(evidence=after)) == [sentence]


def test_passages_in_another_order_and_of_several_sources() -> None:
    other = {**PASSAGE, "start": "Later", "source": "s2"}
    both = [*DATA["sources"], {**DATA["sources"][0], "id": "s2"}]
    before = edited(sources=both, agreements=[agreement(evidence=[PASSAGE, other])])
    after = edited(sources=both, agreements=[agreement(evidence=[other, PASSAGE])])
    assert told(before, after) == ["passage in another order"]
    fewer = edited(sources=both, agreements=[agreement(evidence=[PASSAGE])])
    assert told(fewer, after)[0] == "passage added: 2 ¶3 “Later … this year”"


def test_dates_are_dates() -> None:
    meeting = {"id": "m1", "title": "Talks", "certainty": "expected", "review": {"state": "drafted"}}
    june = {"edtf": "2021-06", "phrase": "in June"}
    before = edited(meetings=[meeting | {"when": june}])
    after = edited(meetings=[meeting | {"when": {"edtf": "2021-41", "phrase": "in June"}}])
    assert told(before, after) == ["date: June 2021 -> second half of 2021"]
    assert told(before, edited(meetings=[meeting])) == [
        "date removed: June 2021",
        "date as printed removed: “in June”",
    ]
    alike = edited(meetings=[meeting | {"when": {**june, "edtf": "2021-06/2021-06"}}])
    (same,) = told(before, alike)
    assert same in ("date: 2021-06 -> 2021-06/2021-06", "date: June 2021 -> June–June 2021")
    outcome = {"state": "held", "evidence": [PASSAGE], "when": june}
    assert told(edited(meetings=[meeting]), edited(meetings=[meeting | {"outcome": outcome}])) == [
        "outcome added: held",
        "outcome, date added: June 2021",
        "outcome, date as printed added: “in June”",
        "outcome, passage added: ¶3 “The two sides … this year”",
    ]


def test_an_item_that_moved_says_where_it_stands() -> None:
    three = [agreement(id=f"a{n}", statement=f"Open *office* {n}") for n in range(3)]
    before = edited(agreements=three)
    assert told(before, edited(agreements=[*three[1:], three[0]])) == ["moved: now behind “Open office 2”"]
    assert told(before, edited(agreements=[three[2], *three[:2]])) == ["moved: now the first"]
    finding = {"id": "b9", "text": "It is open.", "review": {"state": "drafted"}}
    before, after = (
        edited(background=[finding], opcon=None),
        edited(background=None, opcon={"findings": [finding]}),
    )
    assert told(before, after) == ["moved: Background -> OPCON transition, findings"]
    entries = [{"abbreviation": name, "expansion": "text"} for name in ("A", "B", "A", "C")]
    turned = [entries[3], *entries[:3]]
    assert told(edited(glossary=turned), edited(glossary=entries)) == ["moved: now behind “A (2)”"]


def test_tracks_and_stages() -> None:
    stage = {"id": "o1", "stage": "FOC", "state": "delayed", "review": {"state": "drafted"}}
    whole = edited(opcon={"tracks": [{"stages": [stage]}]})
    air = edited(opcon={"tracks": [{"name": "Air", "stages": [stage]}]})
    assert told(whole, air) == ["tracks: whole force -> Air"]
    assert titles(whole, air) == ["OPCON transition"]
    none = edited(opcon=None)
    assert told(none, air) == ["track: Air", "review: drafted"]
    assert told(air, none) == ["track: Air", "review: drafted"]
    assert titles(none, air) == ["FOC, delayed"]
    both = [{"name": "Sea", "stages": []}, {"stages": [stage]}]
    assert told(whole, edited(opcon={"tracks": both})) == ["tracks: whole force -> Sea, whole force"]
    other = {**stage, "id": "o2"}
    before = [{"name": "Sea", "stages": [stage, other]}, {"stages": [{**stage, "id": "o3"}]}]
    after = [{"name": "Sea", "stages": [other]}, {"stages": [{**stage, "id": "o3"}, stage]}]
    assert told(edited(opcon={"tracks": before}), edited(opcon={"tracks": after})) == [
        "track: Sea -> whole force"
    ]
    assert told(none, edited(opcon={})) == []


def test_readings_of_a_difference() -> None:
    def differing(*found: tuple[str, int]) -> Briefing:
        readings = [{"value": value, "evidence": [{**PASSAGE, "paragraph": n}]} for value, n in found]
        item = {"id": "d1", "about": "How many", "readings": readings, "review": {"state": "drafted"}}
        return edited(differences=[item])

    before = differing(("Two", 1), ("Three", 2))
    assert told(before, differing(("Two", 1), ("Four", 2))) == [
        "reading removed: Three",
        "reading added: Four",
    ]
    assert told(before, differing(("Three", 2), ("Two", 1))) == ["readings in another order"]
    assert told(before, differing(("Two", 1), ("Three", 3))) == [
        "reading “Three”, passage changed: ¶3 “The two sides … this year”: paragraph 2 -> 3"
    ]
    assert told(edited(differences=None), before)[:2] == ["reading: Two", "reading: Three"]


def test_the_text_of_a_source_is_never_told() -> None:
    def kept(*text: str) -> Briefing:
        return edited(sources=[{**DATA["sources"][0], **({"text": list(text)} if text else {})}])

    assert told(kept(), kept("One secret", "Two")) == ["text: kept in the file, 2 paragraphs"]
    assert told(kept("One secret"), kept()) == ["text: not kept in the file any more"]
    assert told(kept("One", "Two", "Three"), kept("One", "Secret", "Three")) == [
        "text: 1 paragraph differs, ¶2"
    ]
    assert told(kept("One", "Two"), kept("One", "Two", "3", "4")) == ["text: 2 paragraphs differ, from ¶3"]


def test_the_briefing_its_comment_and_what_it_does_not_use() -> None:
    before, after = edited(comment="One."), edited(comment="Two.")
    assert told(before, after) == ["comment: One. -> Two."]
    assert titles(before, after) == ["Comment"]
    long = edited(comment="Word after word. " * 200)
    (added,) = told(edited(comment=None), long)
    assert added.startswith("comment: Word after word.")
    assert len(added) < 350
    unused = {"id": "u1", "passage": PASSAGE, "cue": "will meet"}
    one, other = edited(unused=[unused]), edited(unused=[{**unused, "dismissed": True}])
    assert titles(one, other) == ["¶3 “The two sides … this year” (will meet)"]
    assert told(one, other) == ["dismissed: no -> yes"]
    assert told(edited(unused=None), other) == ["dismissed: yes"]
    assert told(edited(prepared={}), edited(prepared=None)) == ["prepared removed: nothing in it"]
    assert titles(edited(), edited(title="Another")) == ["Another"]
    assert told(edited(), edited(title="Another")) == [f"title: {DATA['title']} -> Another"]
    assert naming(None, None).title == ""


def test_what_went_is_called_as_it_was_where_the_other_briefing_has_its_id_for_another_thing() -> None:
    before, after = (Briefing.model_validate(SAMPLES[name]) for name in ("kidd-19", "vksd-14"))
    found = {(change.change, title_of(change, naming(before, after))) for change in compare(before, after)}
    assert {("removed", before.title), ("added", after.title)} <= found
    unused = {"id": "a1", "passage": PASSAGE, "cue": "will meet"}
    assert titles(agreed(), edited(agreements=None, unused=[unused])) == [
        "Open an office",
        "¶3 “The two sides … this year” (will meet)",
    ]


def test_what_came_is_told_in_full_but_its_title() -> None:
    assert told(edited(agreements=None), agreed(parties=["KR"], topic="Ports")) == [
        "kind: agreed",
        "parties: KOR",
        "topic: Ports",
        "passage: ¶3 “The two sides … this year”",
        "review: drafted",
    ]
    assert titles(agreed(), edited(agreements=None)) == ["Open an office"]


def test_what_hides_in_a_text_is_made_visible() -> None:
    before, after = agreed(), agreed(statement="Open\u202e an office", topic="a\u200bb")
    assert titles(before, after) == ["Open[U+202E] an office"]
    assert told(before, after) == [
        "statement: Open an office -> Open[U+202E] an office",
        "topic added: a[U+200B]b",
    ]


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_all_of_a_sample_is_told_when_it_comes_and_when_it_goes(name: str) -> None:
    sample = Briefing.model_validate(SAMPLES[name])
    for sides in ((None, sample), (sample, None)):
        names = naming(*sides)
        for change in compare(*sides):
            assert title_of(change, names)
            assert sentences(change, names) or change.panel == "unused"  # its title says it all
            assert all("\n" not in each and "\u00a0" not in each for each in sentences(change, names))


def test_every_panel_and_field_has_a_word_of_its_own() -> None:
    assert len({panel_word(panel) for panel in PANELS}) == len(PANELS)
    fields = {
        field.field
        for data in SAMPLES.values()
        for change in compare(None, Briefing.model_validate(data))
        for field in change.fields
    }
    assert not {field for field in fields if "_" in label(field)}
    assert label("no_such.field") == "no such, field"
    assert label("passage.paragraph") == "passage, paragraph"
