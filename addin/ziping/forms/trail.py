"""What was taken for what, and why; and what was not recognised: the explanation of a reading, for `read --explain` and for adoption."""

from __future__ import annotations

from dataclasses import dataclass, field

from ziping.evaluation import Place


@dataclass(frozen=True, slots=True)
class Taken:
    """A cell (or the heading of a column) and what it was taken for."""

    place: Place
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A sheet, or a part of one, that was not taken for a form; `missing`: the headings that it lacks."""

    sheet: str
    why: str
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class Trail:
    taken: list[Taken] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)

    def take(self, place: Place, what: str, why: str) -> None:
        self.taken.append(Taken(place, what, why))

    def skip(self, sheet: str, why: str, *missing: str) -> None:
        self.passed.append(Passed(sheet, why, missing))
