from __future__ import annotations

from briefing_app.model.problems import BriefingError, Place, Problem, errors, path_of


def test_paths_read_as_people_write_them() -> None:
    assert path_of(("meetings", 0, "when", "edtf")) == "meetings[0].when.edtf"
    assert path_of((0, "a")) == "[0].a"
    assert Place().path == "$"


def test_an_error_carries_its_problems() -> None:
    problem = Problem("file-io")
    error = BriefingError(problem, Problem("disk-full"))
    assert error.problems[0] is problem
    assert str(error) == "file-io, disk-full"
    assert errors([problem, Problem("x", "warning")]) == (problem,)
