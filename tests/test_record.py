"""Records behave as named tuples do, however many are made of a kind."""

from __future__ import annotations

import pickle

import pytest

from trueplan.record import Record


class Point(Record):
    """A place with a name."""

    x: int
    y: int = 0
    name: str = ""

    @property
    def sum(self) -> int:
        """Both numbers together."""
        return self.x + self.y


def test_values_by_place_and_by_name() -> None:
    """Either way, defaults fill the rest."""
    assert Point(1) == Point(x=1) == (1, 0, "")
    assert (Point(1, 2).y, Point(1, name="a").name, Point(3, 4).sum) == (2, "a", 7)


def test_the_hundredth_is_made_as_the_first() -> None:
    """Behind the scenes the constructor is another one by then."""
    made = [Point(number, name="a") for number in range(100)]
    assert made == [(number, 0, "a") for number in range(100)]
    assert {type(one) for one in made} == {Point}


def test_wrong_values_are_refused() -> None:
    """Too few, too many, and unknown names."""
    for wrong in ((), (1, 2, "a", 4)):
        with pytest.raises(TypeError):
            Point(*wrong)
    with pytest.raises(TypeError):
        Point(1, z=2)  # type: ignore[call-arg]


def test_what_named_tuples_can_do() -> None:
    """Replacing, listing, showing, pickling, and no way to change one."""
    point = Point(1, 2, "a")
    assert point._replace(y=5) == (1, 5, "a")
    assert point._asdict() == {"x": 1, "y": 2, "name": "a"}
    assert repr(point) == "Point(x=1, y=2, name='a')"
    assert pickle.loads(pickle.dumps(point)) == point
    assert type(pickle.loads(pickle.dumps(point))) is Point
    with pytest.raises(AttributeError):
        point.x = 3  # type: ignore[misc]
