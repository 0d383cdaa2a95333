from __future__ import annotations

from briefing_app.gui.history import MOST, History, Place


def place(item: str, briefing: str = "b") -> Place:
    """Return a place."""
    return Place(briefing, item, 0)


def test_back_and_forward() -> None:
    history = History()
    for item in "abc":
        history.add(place(item))
    assert history.go(1, "b") is None
    assert history.go(-1, "b") == place("b")
    assert history.go(-1, "b") == place("a")
    assert history.go(-1, "b") is None
    assert history.go(1, "b") == place("b")


def test_a_new_place_takes_the_place_of_what_lay_ahead() -> None:
    history = History()
    for item in "abc":
        history.add(place(item))
    history.go(-1, "b")
    history.add(place("b"))  # where one is already
    history.add(place("d"))
    assert history.go(1, "b") is None
    assert history.go(-1, "b") == place("b")


def test_places_of_another_briefing_are_passed_over() -> None:
    history = History()
    for found in (place("a"), place("x", "other"), place("c")):
        history.add(found)
    assert history.go(-1, "b") == place("a")


def test_it_does_not_grow_for_ever() -> None:
    history = History()
    for n in range(MOST + 50):
        history.add(place(str(n)))
    went = 0
    while history.go(-1, "b"):
        went += 1
    assert went == MOST - 1
