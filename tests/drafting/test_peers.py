"""The office of a counterpart or colleague, where it is certain whose he is."""

from __future__ import annotations

import pytest

from tests.drafting.test_people_details import people

MET = "Chilean Defence Minister Rosa Iturra met Estonia's acting defence minister, Maarja Tamm, on Monday."
MIXED = "Chilean Defence Minister Rosa Iturra and Foreign Minister Eva Lind came to Riga."
LETTER = "Prime Minister Jaan Kask of Estonia sent a letter. Deputy Minister Ivo Brandl wrote it."


@pytest.mark.parametrize(
    ("texts", "role"),
    [
        (
            (MET, LETTER, "The two ministers will meet their Latvian colleague, Andris Ozols."),
            "defence minister",
        ),
        ((MET, LETTER, "The ministers will meet their Latvian colleague, Andris Ozols."), "defence minister"),
        ((MET, LETTER, "The three ministers will meet their Latvian colleague, Andris Ozols."), None),
        ((MIXED, LETTER, "The two ministers will meet their Latvian colleague, Andris Ozols."), None),
        ((LETTER, "The ministers will meet their Latvian colleague, Andris Ozols."), None),
        ((MIXED, "The two foreign ministers will meet their colleague, Andris Ozols."), "foreign minister"),
        ((MET, LETTER, "They will meet their Latvian colleague, Andris Ozols."), None),
        (
            (MET, LETTER, "Kask said the two ministers would meet their colleague, Andris Ozols."),
            "defence minister",
        ),
        ((MET, LETTER, "Kask said that they would meet their colleague, Andris Ozols."), None),
        ((MET, "They will then meet their Latvian colleague, Andris Ozols."), "defence minister"),
        (
            ("Minister Eva Lind met her counterparts Jaan Kask of Estonia and Andris Ozols of Latvia.",),
            "minister",
        ),
        ((MET, LETTER, "Iturra will meet her Latvian colleague, Andris Ozols."), "defence minister"),
        ((MET, "Iturra and Tamm will meet their Latvian colleague, Andris Ozols."), "defence minister"),
        ((f"{MIXED} Iturra and Lind will meet their Latvian colleague, Andris Ozols.",), None),
        (
            (f"{MIXED} They told their Latvian counterparts, Andris Ozols and Inga Berze.",),
            "defence minister",
        ),
        (
            ("Foreign Minister Rosa Iturra, accompanied by Ambassador Eva Lind, met a peer, Andris Ozols.",),
            "foreign minister",
        ),
        (("Estonia's Defence Ministers met. They saw their Latvian counterpart, Andris Ozols.",), None),
        (("His Latvian counterpart, Andris Ozols, was there.",), None),
        (
            (
                "Chilean Foreign Minister Rosa Iturra met her Estonian counterpart, Maarja Tamm.",
                "Tamm will meet her Latvian counterpart, Andris Ozols.",
            ),
            "foreign minister",
        ),
        (
            (
                "Defence Ministers Rosa Iturra of Chile and Maarja Tamm of Estonia met.",
                "Iturra will meet her Latvian counterpart, Andris Ozols.",
            ),
            "defence minister",
        ),
    ],
)
def test_a_counterpart_holds_the_office_of_whose_he_is(texts: tuple[str, ...], role: str | None) -> None:
    found = people(*texts)["Andris Ozols"]
    assert found.role == role
    assert found.role_inferred == (role is not None)


def test_a_long_row_of_counterparts_comes_to_an_end() -> None:
    """Each office may rest on those before it: worked out anew each time, the time doubled with each."""
    texts = [
        f"On day {n} Maarja Tamm met her counterpart, Jonas Vale. Vale thanked his counterpart, Maarja Tamm."
        for n in range(200)
    ]
    assert {"Maarja Tamm", "Jonas Vale"} <= set(people(*texts))
