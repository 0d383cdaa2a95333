"""Times of what is worked out between two steps of an editor: `desk.py SAMPLE [SAMPLE ...]`.

Two states of a briefing of 2,000 agreements are compared, 2,000 texts are ranked by a word with a slip, and
edits of the samples are noted in the journal, which waits until the disk has them.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.model.briefing import Briefing
from briefing_app.workflow.comparing import compare
from briefing_app.workflow.editing import put
from briefing_app.workflow.opening import open_briefing
from briefing_app.workflow.ranking import Candidate, index_of, rank
from briefing_app.workflow.recovery import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

MANY, RUNS, NOTES = 2_000, 9, 100


def median_of(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of the milliseconds that some work takes."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def comparing(sample: Path) -> None:
    """Print what comparing two states of many agreements takes."""
    data = json.loads(sample.read_text(encoding="utf-8"))
    many = [{**data["agreements"][0], "id": f"a{n}", "statement": f"Statement {n}"} for n in range(MANY)]
    before = Briefing.model_validate({**data, "agreements": many})
    states = {"as they were": many, "of another kind": [{**each, "kind": "pledged"} for each in many]}
    for name, now in {**states, "in another order": many[::-1]}.items():
        after = Briefing.model_validate({**data, "agreements": now})
        print(f"{MANY:,} agreements {name}: {median_of(partial(compare, before, after)):.0f} ms")


def ranking() -> None:
    """Print what ranking many texts takes."""
    texts = (f"Agreement {n} on the word{n % 1500} of ministers and their deputies" for n in range(MANY))
    index = index_of(map(Candidate, texts))
    print(f"{MANY:,} texts ranked: {median_of(lambda: rank(index, 'minsters')):.0f} ms")


def noting(sample: Path, folder: Path) -> None:
    """Print what noting an edit takes."""
    briefing = open_briefing(sample).briefing
    if briefing is None:
        sys.exit("the sample has problems")
    work = Journal(folder, random.Random(19)).begin(sample)  # noqa: S311 - any name
    name = briefing.agreements[0].id
    texts = iter(range(NOTES))

    def note() -> None:
        edited = put(briefing, name, {"statement": f"They agreed on thing {next(texts)}."})[0]
        work.note(edited, datetime.now(UTC))

    print(f"an edit of {sample.stem} noted: {median_of(note, NOTES):.1f} ms")


def main() -> None:
    """Print all of them."""
    samples = [Path(each) for each in sys.argv[1:]]
    comparing(samples[0])
    ranking()
    with tempfile.TemporaryDirectory() as name:
        for sample in samples:
            noting(sample, Path(name))


if __name__ == "__main__":
    main()
