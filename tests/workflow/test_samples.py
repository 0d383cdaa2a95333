"""The shipped samples: canonical, without problems, proved word for word, and showing all of the format."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import pytest

from briefing_app.drafting.passages import locate
from briefing_app.model.article import article_digest
from briefing_app.model.briefing import Briefing, items, passages
from briefing_app.model.canonical import to_data, to_text
from briefing_app.model.evidence import fold
from briefing_app.model.items import When
from briefing_app.model.record import Record
from briefing_app.workflow.opening import open_briefing, samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST, SECOND = "kidd-19", "vksd-14"
MOST_WORDS_IN_A_ROW = 9

# One file has one status and one event; two sources are not of four kinds; one scheme of markings is enough.
ONE_OF_MANY = {"Briefing.status", "Event.mode", "Source.kind", "Marking.scheme"}
# No source is a PDF with pages; a draft is not signed off, and the first sample has no reviewer.
NOT_SHOWN = {"Passage.page", "Briefing.signed_off"}

DAY = r"\d{4}-\d\d-\d\d"
FORMS = {
    "day": DAY,
    "days": f"{DAY}/{DAY}",
    "month": r"\d{4}-(0[1-9]|1[0-2])",
    "year": r"\d{4}",
    "from a day on": rf"{DAY}/\.\.",
    "up to a day": rf"\.\./{DAY}",
    "as early as": r"\[[\d-]+\.\.\]",
    "by": r"\[\.\.[\d-]+\]",
    "some time between": r"\[[\d-]+\.\.[\d-]+\]",
    "one or the other": r"\[[\d-]+,[\d-]+\]",
    "uncertain": r"[\d-]+\?",
    "approximate": r"[\d-]+~",
    "uncertain and approximate": r"[\d-]+%",
    "unspecified day": r"\d{4}-\d\d-XX",
    "decade": r"\d{3}X",
    "season": r"\d{4}-2[1-4]",
    "quarter": r"\d{4}-3[3-6]",
    "first half": r"\d{4}-40",
    "second half": r"\d{4}-41",
}


def sample(name: str) -> Briefing:
    briefing = open_briefing(path_of(name)).briefing
    assert briefing is not None
    return briefing


def path_of(name: str) -> Path:
    return next(path for path in samples() if path.stem == name)


def records(record: Record) -> Iterator[Record]:
    yield record
    for field in type(record).model_fields:
        value = getattr(record, field)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from records(each)


def whens(briefing: Briefing) -> list[When]:
    return [record for record in records(briefing) if isinstance(record, When)]


def name_of(record: type[Record], field: str) -> str:
    bases = [base for base in reversed(record.__mro__) if issubclass(base, Record)]
    declared = next(base for base in bases if field in base.model_fields)
    return f"{declared.__name__}.{field}"


def values_by_field(*briefings: Briefing) -> dict[str, set[Any]]:
    """Return the values of every field, by the class that declares it and the field's name."""
    found: dict[str, set[Any]] = defaultdict(set)
    for briefing in briefings:
        for record in records(briefing):
            for field in type(record).model_fields:
                found[name_of(type(record), field)].add(getattr(record, field))
    return found


def literals(annotation: object) -> set[str]:
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {text for part in get_args(annotation) for text in literals(part)}


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from strings(each, f"{key}.{name}")
    elif isinstance(value, list):
        for each in value:
            yield from strings(each, key)
    elif isinstance(value, str):
        yield key, value


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("defence", "defense"))


def rows_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[n : n + length]) for n in range(len(found) - length + 1)}


@pytest.fixture
def article(shared: Path) -> tuple[str, ...]:
    """The body of the first sample's article, as the lines that were marked by hand."""
    lines = (shared / "articles" / f"{FIRST}.txt").read_text(encoding="utf-8").split("\n")
    gold = json.loads((shared / "scoring" / f"{FIRST}.gold.json").read_text(encoding="utf-8"))
    return tuple(fold(lines[number - 1]) for number in gold["body_lines"])


def test_both_samples_are_shipped_the_real_one_first() -> None:
    assert [path.stem for path in samples()] == [FIRST, SECOND]


@pytest.mark.parametrize("name", [FIRST, SECOND])
class TestEachSample:
    def test_has_no_problem(self, name: str) -> None:
        assert open_briefing(path_of(name)).problems == ()

    def test_is_the_canonical_form_of_itself(self, name: str) -> None:
        assert path_of(name).read_bytes() == to_text(sample(name)).encode("utf-8")

    def test_says_that_it_is_a_sample(self, name: str) -> None:
        assert sample(name).sample
        assert sample(name).id == name

    def test_shows_something_on_the_one_page_brief(self, name: str) -> None:
        assert any(item.key for _, item in items(sample(name)))


class TestFirstSample:
    def test_every_passage_is_verified(self, article: tuple[str, ...]) -> None:
        states = Counter(locate(passage, article).state for _, passage in passages(sample(FIRST)))
        assert states == {"verified": len(list(passages(sample(FIRST))))}

    def test_every_paragraph_is_cited(self, article: tuple[str, ...]) -> None:
        cited = {passage.paragraph for _, passage in passages(sample(FIRST))}
        assert cited == set(range(1, len(article) + 1))

    def test_the_source_is_the_article(self, article: tuple[str, ...]) -> None:
        (source,) = sample(FIRST).sources
        assert (source.paragraphs, source.digest) == (len(article), article_digest(article))

    def test_no_text_of_the_article_is_in_the_file(self, article: tuple[str, ...]) -> None:
        source_words = rows_of_words(" ".join(article), MOST_WORDS_IN_A_ROW + 1)
        data = to_data(sample(FIRST))
        own = [(key, text) for key, text in strings(data) if key != ".sources.title"]
        assert len(own) > len(article)
        assert [pair for pair in own if rows_of_words(pair[1], MOST_WORDS_IN_A_ROW + 1) & source_words] == []

    def test_the_scorer_finds_nothing_to_change(self, shared: Path, tmp_path: Path) -> None:
        scoring = shared / "scoring"
        predicted = tmp_path / "prediction.json"
        converted = subprocess.run(
            [sys.executable, scoring / "from_briefing.py", path_of(FIRST)], capture_output=True, check=True
        )
        predicted.write_bytes(converted.stdout)
        gold, text = scoring / f"{FIRST}.gold.json", shared / "articles" / f"{FIRST}.txt"
        command = [scoring / "score.py", gold, predicted, "--article", text, "--json"]
        scored = subprocess.run([sys.executable, *map(str, command)], capture_output=True, check=True)
        score = json.loads(scored.stdout)
        assert {panel: f1 for panel, (_, _, f1) in score["panels"].items() if f1 < 1} == {}
        assert (score["unsupported"], score["traps"]) == (0, [])

    def test_what_the_article_does_not_say_is_not_in_the_file(self) -> None:
        briefing = sample(FIRST)
        assert briefing.opcon is not None
        assert {stage.stage for track in briefing.opcon.tracks for stage in track.stages} == {"FOC"}
        assert not any(person.acting for person in briefing.participants)
        assert briefing.opcon.transfer is None
        assert briefing.sources[0].published == "2021-05-14T09:46"

    def test_no_reviewer_is_invented(self) -> None:
        assert {item.review.state for _, item in items(sample(FIRST))} == {"accepted"}
        assert {item.review.by for _, item in items(sample(FIRST))} == {None}


class TestSecondSample:
    def test_every_passage_is_verified(self) -> None:
        briefing = sample(SECOND)
        texts = {source.id: source.text for source in briefing.sources}
        states = Counter(locate(passage, texts[passage.source]).state for _, passage in passages(briefing))
        assert states == {"verified": len(list(passages(briefing)))}

    def test_every_word_of_the_formats_lists_appears(self) -> None:
        briefing = sample(SECOND)
        found = values_by_field(briefing)
        missing = {}
        for record in {type(record) for record in records(briefing)}:
            for field, info in record.model_fields.items():
                name = name_of(record, field)
                if name not in ONE_OF_MANY and (left := literals(info.annotation) - found[name]):
                    missing[name] = left
        assert missing == {}
        assert found["Source.kind"] == {"wire", "official"}

    @pytest.mark.parametrize("form", FORMS)
    def test_every_form_of_date_appears(self, form: str) -> None:
        dates = {when.edtf for when in whens(sample(SECOND)) if when.edtf}
        assert [date for date in dates if re.fullmatch(FORMS[form], date)]

    def test_a_date_that_is_only_a_phrase_appears(self) -> None:
        assert [when.phrase for when in whens(sample(SECOND)) if when.edtf is None] == ["in the near future"]

    def test_each_side_has_more_people_than_the_window_names_in_a_line(self) -> None:
        attended = [p for p in sample(SECOND).participants if p.capacity in ("head", "member")]
        sides = Counter(person.side for person in attended)
        assert (sides["VELDANIA"] > 4, sides["KORVATH"] > 4, sides[None]) == (True, True, 1)

    def test_a_stage_has_a_history(self) -> None:
        opcon = sample(SECOND).opcon
        assert opcon is not None
        whole, component = opcon.tracks
        history = [stage.state for stage in whole.stages if stage.stage == "FOC"]
        assert (whole.name, history) == (None, ["planned", "rehearsed", "delayed"])
        assert component.name

    def test_a_passage_is_told_apart_by_the_words_around_it(self) -> None:
        found = [passage for _, passage in passages(sample(SECOND))]
        assert any(passage.prefix for passage in found)
        assert any(passage.suffix for passage in found)

    def test_no_place_of_an_invented_state_has_a_country(self) -> None:
        briefing = sample(SECOND)
        assert briefing.event is not None
        assert {briefing.event.country, *(meeting.country for meeting in briefing.meetings)} == {None}


def test_every_field_of_the_format_appears_in_one_sample_or_the_other() -> None:
    found = values_by_field(sample(FIRST), sample(SECOND))
    never = {field for field, values in found.items() if not any(values)}
    assert never == NOT_SHOWN
