"""Values of the grammar: made as dataclasses are, equal where their fields are."""

from __future__ import annotations

import pytest

from briefing_app.drafting.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """A value with a default."""

    name: str
    code: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether it has a code."""
        return bool(self.code)


@dataclass(frozen=True, slots=True)
class Single:
    """A value with one field."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """A value that is only itself."""

    name: str


def test_fields_are_given_in_order_by_name_or_not_at_all() -> None:
    """A field without a default must be given, and no other may be."""
    assert Place("Riga", "LV").is_known
    assert not Place(name="Riga").is_known
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place("Riga", "LV", "LV")  # type: ignore[call-arg]


def test_equal_fields_make_equal_values() -> None:
    """Values of one class with the same fields are equal and hash alike; of two classes they are not."""
    assert Place("Riga") == Place("Riga", "")
    assert len({Place("Riga"), Place("Riga"), Place("Oslo")}) == len(("Riga", "Oslo"))
    assert Single("Riga") == Single("Riga")
    other: object = Alone("Riga")
    assert Single("Riga") != other
    assert Alone("Riga") != Alone("Riga")


def test_a_value_is_written_with_its_fields() -> None:
    """What a failing test prints says what the value holds."""
    assert repr(Place("Riga", "LV")) == "Place(name='Riga', code='LV')"
    assert repr(Single("Riga")) == "Single(name='Riga')"


def test_replacing_leaves_the_old_value() -> None:
    """A changed value is another one; what it does not have cannot be changed."""
    old = Place("Riga")
    assert replace(old, code="LV") == Place("Riga", "LV")
    assert old == Place("Riga")
    with pytest.raises(TypeError):
        replace(old, town="Riga")  # type: ignore[call-arg]


def test_a_value_has_no_other_fields() -> None:
    """A misspelt field is told at once."""
    with pytest.raises(AttributeError):
        Place("Riga").town = "Riga"  # type: ignore[attr-defined]
