"""Values: equality, hash, copies, what the type checker is told."""

import dataclasses
import pickle
from pathlib import Path

import pytest
from mypy import api

from converter.record import field, field_names, record, replace


@record
class Place:
    """A value for the tests."""

    line: int
    column: int = 1
    note: str = field(default="", compare=False)


@record
class Other:
    """Another one with the same fields."""

    line: int
    column: int = 1


def test_equal_by_the_fields_that_count() -> None:
    assert Place(1, 2, "a") == Place(1, column=2, note="b")
    assert Place(1, 2) != Place(1, 3)
    assert Place(1, 2) != Other(1, 2)
    assert len({Place(1, 2, "a"), Place(1, 2, "b"), Place(2, 1)}) == 2


def test_copies() -> None:
    for copied in (replace, dataclasses.replace):
        assert copied(Place(1, 2, "a"), line=5) == Place(5, 2)
        assert copied(Place(1, 2, "a"), line=5).note == "a"
        with pytest.raises(TypeError):
            copied(Place(1), length=5)
    assert field_names(Place) == field_names(Place(1)) == ("line", "column", "note")
    assert [entry.name for entry in dataclasses.fields(Place)] == ["line", "column", "note"]
    assert [entry.compare for entry in dataclasses.fields(Place)] == [True, True, False]
    assert pickle.loads(pickle.dumps(Place(3, 4, "x"))).note == "x"
    assert repr(Other(3)) == "Other(line=3, column=1)"


def test_no_further_attributes() -> None:
    with pytest.raises(AttributeError):
        Place(1).other = 2  # type: ignore[attr-defined]


def test_the_type_checker_refuses_a_change(tmp_path: Path) -> None:
    module = tmp_path / "changed.py"
    module.write_text(
        "from converter.record import record\n@record\nclass A:\n    x: int\n\na = A(1)\na.x = 2\n"
    )
    output, _, status = api.run([str(module), "--config-file=", "--no-incremental"])
    assert status == 1
    assert 'Property "x" defined in "A" is read-only' in output


def test_wrong_arguments() -> None:
    """The first instances are made in another way than the later ones."""

    @record
    class New:
        """A value for this test."""

        first: int
        second: int = 2

    for _ in range(6):
        with pytest.raises(TypeError):
            New()  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            New(1, 2, 3)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            New(1, third=3)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            New(1, first=1)  # type: ignore[misc]
        assert New(1) == New(first=1, second=2) == New(1, 2)


@record
class Counted:
    """A value with a default that is made, and with a field that is found out."""

    start: int
    seen: list[int] = field(default_factory=list)
    total: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", self.start + len(self.seen))


def test_fields_that_are_made() -> None:
    one, other = Counted(1), Counted(1)
    assert one == other and one.seen is not other.seen
    assert replace(one, seen=[7]).total == 2
    with pytest.raises(TypeError):
        replace(one, total=3)
