"""A hundred exports in one process take no more memory than the first ten."""

from __future__ import annotations

import json
import resource
from typing import TYPE_CHECKING

from briefing_app.exporting.pdf import export_pdf
from briefing_app.model.briefing import Briefing

if TYPE_CHECKING:
    from pathlib import Path


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_memory_is_flat(root: Path) -> None:
    data = json.loads((root / "resources" / "examples" / "kidd-19.briefing").read_text(encoding="utf-8"))
    peaks = []
    for n in range(200):
        export_pdf(Briefing.model_validate({**data, "title": f"Talks {n}"}), layout="full")
        peaks.append(megabytes())
    assert peaks[-1] < peaks[99] * 1.05
