"""Two briefings of two thousand agreements are compared in well under a tenth of a second."""

from __future__ import annotations

import json
import statistics
import time
from typing import TYPE_CHECKING

import pytest

from briefing_app.model.briefing import Briefing
from briefing_app.workflow.comparing import compare

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("change", ["nothing", "kind", "order"])
def test_two_thousand_agreements(root: Path, change: str) -> None:
    data = json.loads((root / "resources" / "examples" / "kidd-19.briefing").read_text(encoding="utf-8"))
    many = [{**data["agreements"][0], "id": f"a{n}", "statement": f"Statement {n}"} for n in range(2000)]
    other = [{**each, "kind": "pledged"} for each in many] if change == "kind" else many
    other = other[::-1] if change == "order" else other
    before, after = (Briefing.model_validate({**data, "agreements": each}) for each in (many, other))
    times = []
    for _ in range(9):
        start = time.process_time()
        compare(before, after)
        times.append(time.process_time() - start)
    assert statistics.median(times) < 0.1, f"{statistics.median(times) * 1000:.0f} ms"
