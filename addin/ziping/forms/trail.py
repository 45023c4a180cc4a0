"""What was taken for what, and why; and what was not recognised: the explanation of a reading, for `read --explain` and for adoption."""

from __future__ import annotations

from dataclasses import dataclass

from ziping.evaluation import Place
from ziping.forms.grid import address, position


@dataclass(frozen=True, slots=True)
class Taken:
    """A cell (or the heading of a column) and what it was taken for."""

    place: Place
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A sheet, or a part of one, that was not taken for a form; `missing`: the headings that it lacks; `place`: the cell that makes it look like one;
    `uncomputed`: formulas stand where the headings would, without results."""

    sheet: str
    why: str
    missing: tuple[str, ...] = ()
    place: Place | None = None
    uncomputed: bool = False


class Trail:
    """Kept as cheap notes; `taken` makes something of them when somebody asks."""

    __slots__ = ("_notes", "passed")

    def __init__(self) -> None:
        self._notes: list[tuple[str, int, int, str, str]] = []
        self.passed: list[Passed] = []

    @property
    def taken(self) -> list[Taken]:
        return [Taken(Place(sheet, address(row, column)), what, why) for sheet, row, column, what, why in self._notes]

    def take(self, sheet: str, row: int, column: int, what: str, why: str) -> None:
        self._notes.append((sheet, row, column, what, why))

    def take_cell(self, place: Place | None, what: str, why: str) -> None:
        """The same for a cell known by its place."""
        if place is not None:
            self._notes.append((place.sheet, *position(place.cell), what, why))

    def skip(self, sheet: str, why: str, *missing: str, at: tuple[int, int] | None = None, uncomputed: bool = False) -> None:
        self.passed.append(Passed(sheet, why, missing, Place(sheet, address(*at)) if at else None, uncomputed))
