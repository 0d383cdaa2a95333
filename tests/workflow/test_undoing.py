"""Edits, undone and redone: any row of them gives back the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.model.briefing import Briefing
from briefing_app.model.canonical import to_text
from briefing_app.model.checks import check
from briefing_app.model.problems import BriefingError, errors
from briefing_app.workflow.editing import (
    NOTHING,
)
from briefing_app.workflow.undoing import Work
from tests.conftest import FEWER
from tests.workflow.edit_steps import EDITS, sample, some_edit


@pytest.fixture
def briefing() -> Briefing:
    return sample()


def test_an_edit_without_effect_is_no_step(briefing: Briefing) -> None:
    work = Work(briefing, briefing)
    assert work.after((briefing, NOTHING)) is work
    assert (work.undo(), work.redo(), work.unsaved) == (work, work, False)


_EDITS = st.lists(st.tuples(st.sampled_from((*EDITS, "undo", "redo")), st.integers(0, 30)), max_size=25)


@pytest.mark.no_cover
@given(_EDITS)
@settings(max_examples=2 * FEWER)
def test_any_edits_undone_give_the_bytes_one_began_with_and_redone_those_one_had(
    edits: list[tuple[str, int]],
) -> None:
    first = sample()
    work = Work(first, first)
    for what, n in edits:
        if what in ("undo", "redo"):
            work = work.undo() if what == "undo" else work.redo()
        else:
            try:
                work = work.after(some_edit(work.briefing, what, n))
            except BriefingError as error:
                assert error.problems  # noqa: PT017 - an edit may be refused, and then says why
        assert not errors(check(work.briefing))
        assert to_text(Briefing.model_validate_json(to_text(work.briefing))) == to_text(work.briefing)
    last, steps = to_text(work.briefing), len(work.done)
    for _ in range(steps):
        work = work.undo()
    assert to_text(work.briefing) == to_text(first)
    assert not work.unsaved
    for _ in range(steps):
        work = work.redo()
    assert to_text(work.briefing) == last
    assert work.kept().unsaved is False
