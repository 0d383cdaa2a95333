"""How an article was read, clause by clause."""

from __future__ import annotations

from datetime import date

from briefing_app.drafting.explain import Explained, explained
from briefing_app.model.article import Article
from briefing_app.workflow.lexicon import load_lexicon

STORY = (
    "The defence ministers of Portugal and Norway met in Lisbon on Thursday.",
    "Portugal and Norway agreed to open their ports from next year. Norway did not agree to pay for them.",
    "The weather was fine.",
)


def read() -> tuple[Explained, ...]:
    return explained(Article(paragraphs=STORY, published="2021-05-14"), load_lexicon(), date(2021, 5, 14))


def test_every_sentence_is_told_in_its_paragraph() -> None:
    told = read()
    assert [each.paragraph for each in told] == [1, 2, 2, 3]
    assert all(each.sentence in STORY[each.paragraph - 1] for each in told)
    assert told[3].clauses == ()


def test_a_meeting_is_told_with_its_day() -> None:
    (clause,) = [each for each in read()[0].clauses if each.cls.startswith("meeting")]
    assert clause.cls == "meeting, held"
    assert clause.rule == "event"
    assert clause.dates == ("Thursday = 2021-05-13",)


def test_a_commitment_is_told_with_its_rule_and_a_denial_without() -> None:
    agreed, denied = (each.clauses[0] for each in read()[1:3])
    assert agreed.cls == "agree, asserted"
    assert agreed.rule == "agree-to"
    assert agreed.parties == ("PT", "NO")
    assert agreed.dates == ("from next year = 2022/..",)
    assert denied.cls == "agree, denied"
    assert denied.rule == ""
    assert denied.parties == ("NO",)


def test_a_clause_without_a_subject_is_of_nobody() -> None:
    texts = (STORY[0], "Among the topics discussed were piracy and drills.")
    told = explained(Article(paragraphs=texts, published="2021-05-14"), load_lexicon(), date(2021, 5, 14))
    assert told[1].clauses[0].cls == "discuss, asserted"
    assert told[1].clauses[0].parties == ()
