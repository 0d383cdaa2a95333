"""Files changed at random: a sentence each, never a traceback; what opens can be printed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from briefing_app.exporting.pdf import export_pdf
from briefing_app.files.reading import parse_briefing
from briefing_app.model.problems import BriefingError

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 3_000


def test_random_changes(root: Path) -> None:
    chance = random.Random(14)  # noqa: S311 - the same changes every time
    good = (root / "resources" / "examples" / "vksd-14.briefing").read_bytes()
    printed = 0
    for _ in range(ROUNDS):
        data = bytearray(good)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = bytes(
                chance.randrange(256) for _ in range(chance.randint(0, 3))
            )
        opened = parse_briefing(bytes(data), "x.briefing")
        assert opened.briefing is not None or opened.problems
        found = opened.briefing or opened.sound_part
        if found and printed < 100:
            printed += 1
            try:
                assert export_pdf(found).pdf.startswith(b"%PDF")
            except BriefingError as error:
                assert error.problems[0].code == "font-missing"  # noqa: PT017
    assert printed == 100
