from __future__ import annotations

import gettext
import string
from typing import TYPE_CHECKING

import pytest

from briefing_app import words
from briefing_app.model.problems import Problem
from briefing_app.words import exporting_problems, file_problems, model_problems, ntr, tr, workflow_problems
from briefing_app.words.problems import TABLES, place, say, say_all

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def catalogue() -> Iterator[gettext.NullTranslations]:
    class Shouting(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper().replace("{NAME}", "{name}")

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return (msgid1 if n == 1 else msgid2).upper().replace("{N}", "{n}")

    words.use(Shouting())
    yield Shouting()
    words.use(gettext.NullTranslations())


def test_values_are_never_read_as_templates() -> None:
    assert tr("Open {name}", name="{0.__class__}") == "Open {0.__class__}"
    assert tr("no places {here}") == "no places {here}"


def test_plurals() -> None:
    assert ntr("{n} item", "{n} items", 1) == "1 item"
    assert ntr("{n} item", "{n} items", 2000) == "2,000 items"


@pytest.mark.usefixtures("catalogue")
def test_another_language_is_a_catalogue() -> None:
    assert tr("Open {name}", name="x") == "OPEN x"
    assert ntr("{n} item", "{n} items", 3) == "3 ITEMS"


def test_a_code_has_one_sentence_in_one_table() -> None:
    codes = [code for table in TABLES for code in table]
    assert len(codes) == len(set(codes))
    assert {id(each) for each in TABLES} == {
        id(module.SENTENCES)
        for module in (model_problems, file_problems, exporting_problems, workflow_problems)
    }


def test_sentences_are_sentences() -> None:
    for table in TABLES:
        for code, (message, hint) in table.items():
            for text in filter(None, (message, hint)):
                assert text[0].isupper() or text[0] in "“{¶-", (code, text)
                assert "!" not in text, (code, text)
                assert all(name.isidentifier() for _, name, _, _ in string.Formatter().parse(text) if name)


def test_a_known_fix_is_offered_and_an_unknown_one_is_not() -> None:
    assert say("country-unknown", {"value": "KOR", "use": "KR"}).hint == "Write “KR”."
    assert say("country-unknown", {"value": "Zz", "use": ""}).hint == ""
    assert say("party-without-name", {"value": "KOR", "use": "KR"}).hint == "Write KR, the two-letter code."
    assert "glossary" in say("party-without-name", {"value": "QUAD", "use": ""}).hint


def test_a_code_without_a_sentence_and_a_value_that_lacks_end_nothing() -> None:
    assert say("no-such-code", {}) == ("no-such-code", "")
    assert "“”" in say("country-unknown", {}).message


def test_several_problems_are_said_one_after_the_other_each_with_its_way_out() -> None:
    found = [Problem("no-such-code"), Problem("country-unknown", values={"value": "KOR", "use": "KR"})]
    assert say_all(found).startswith("no-such-code ")
    assert say_all(found).endswith(" Write “KR”.")
    assert say_all([]) == ""


def test_places_name_the_thing_never_an_index() -> None:
    steps = ("meetings", 0, "when", "edtf")
    assert place("meeting", "Trilateral ministers", steps) == "Meeting “Trilateral ministers”: date"
    assert place("", "", ("title",)) == "Briefing: title"
    assert place("", "", ()) == "Briefing"
    assert place("gap", "Who pays", ("gaps", 0)) == "Gap “Who pays”"
    assert place("agreement", "", ("agreements", 1)) == "Agreement"
    assert place("agreement", "a1", ("agreements", 0)) == "Agreement a1"
