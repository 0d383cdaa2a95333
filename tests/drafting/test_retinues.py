"""Who came with somebody: on whose side they are, and whether they were there."""

from __future__ import annotations

import pytest

from tests.drafting.test_people_details import attending, people

LED = "Chilean Minister Rosa Iturra led her side."


@pytest.mark.parametrize(
    ("texts", "side", "rule"),
    [
        ((f"{LED} With her were Deputy Minister Hugo Parra and General Eva Lind.",), "CL", "listed"),
        ((f"{LED} With her were General Eva Lind and Hugo Parra, the budget chief.",), "CL", "listed"),
        ((LED, "At her side sat Ambassador Hugo Parra."), "CL", "listed"),
        ((LED, "Accompanying her was Ambassador Hugo Parra."), "CL", "listed"),
        (
            ("Chilean Minister Rosa Iturra led her side; with her was Deputy Minister Hugo Parra.",),
            "CL",
            "listed",
        ),
        ((f"{LED} She was accompanied by Deputy Minister Hugo Parra.",), "CL", "attended"),
        ((f"{LED} She was also accompanied by Deputy Minister Hugo Parra.",), "CL", "attended"),
        # She who came with the two is of one of the sides: of which is not said.
        (
            (
                "Chilean Minister Rosa Iturra met Estonian Minister Maarja Tamm.",
                "With them was Deputy Minister Hugo Parra.",
            ),
            None,
            "listed",
        ),
        # Who did not attend has nobody with her at the meeting.
        (
            (
                "Chilean Minister Rosa Iturra could not attend.",
                "With her were General Eva Lind and Deputy Minister Hugo Parra.",
            ),
            "CL",
            "no-act",
        ),
        ((f"{LED} With her was Eva Lind, who later met Minister Hugo Parra.",), None, "no-act"),
        ((f"{LED} With her was Eva Lind, and Minister Hugo Parra led the Estonian side.",), "EE", "listed"),
        ((f"{LED} With her was signed a pact, Minister Hugo Parra thought.",), None, "spoke"),
        (("The team came. With them were Deputy Minister Hugo Parra and Eva Lind.",), None, "no-act"),
        (("With them were Deputy Minister Hugo Parra and Eva Lind.",), None, "no-act"),
        (
            (f"{LED} With her were Hugo Parra, a journalist, and Minister Eva Lind.",),
            None,
            "listed",
        ),
    ],
)
def test_who_came_with_somebody_is_on_that_side(texts: tuple[str, ...], side: str | None, rule: str) -> None:
    assert people(*texts)["Hugo Parra"].side == side
    assert attending(*texts)["Hugo Parra"].rule == rule
