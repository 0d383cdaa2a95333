from __future__ import annotations

from briefing_app.gui.history import MOST, History, Place
from briefing_app.gui.preferences import Standing


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


def test_a_jump_is_one_step_however_often_it_went_on() -> None:
    history = History()
    history.add(place("a"))
    stood = place("a")._replace(standing=Standing(row="a", below=7))
    history.leave(stood)
    for item in "xyz":
        history.add(place(item))  # as selecting it does
        history.jump(place(item))
        assert history.jumped
    assert history.go(-1, "b", place("z")) == stood
    assert not history.jumped
    assert history.go(1, "b") == place("z")


def test_a_jump_from_where_nothing_was_yet_leads_back_there() -> None:
    history = History()
    assert not history.jumped
    history.leave(place(""))
    history.jump(place(""))  # to another place of the same item
    assert history.go(-1, "b") == place("")
    assert history.go(-1, "b") is None


def test_how_one_stood_is_known_when_one_comes_forward_again() -> None:
    history = History()
    for item in "ab":
        history.add(place(item))
    stands = place("b")._replace(standing=Standing(row="b", below=-3))
    assert history.go(-1, "b", stands) == place("a")
    assert history.go(1, "b", place("other")) == stands
    history.add(place("b"))
    assert history.go(-1, "b") == place("a")
