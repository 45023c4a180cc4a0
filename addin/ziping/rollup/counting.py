"""What counts for a body: its money and its score of a year once, or not at all where nobody can say which workbook holds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ziping.rollup.bodies import alike
from ziping.rollup.money import PARTS
from ziping.rollup.record import Record
from ziping.rollup.unlike import unlike


@dataclass(frozen=True, slots=True)
class Left:
    """Why a workbook's amounts are left out of the totals; doubtful: whether the bureau has to settle which workbook counts; scored: whether its
    score stands all the same."""

    reason: str
    doubtful: bool
    scored: bool = False


def left_out(records: Sequence[Record], verified: bool = False) -> dict[str, Left]:
    """file → why its amounts are in no total; verified: amounts far from the others' have been made sure of.

    A body may send its whole body's workbook and one for each project: the projects' money is part of the whole. Two workbooks over the whole
    body, or over the same project, are two versions of one, and none of them is taken. Amounts of another unit are added to none.
    """
    groups: dict[tuple[str, int | None], list[Record]] = defaultdict(list)
    for record in records:
        if record.unit:
            groups[alike(record.unit), record.year].append(record)
    found = {file: left for group in groups.values() if len(group) > 1 for file, left in _of_one_body(group)}
    return {file: Left(reason, False, True) for file, reason in unlike(records, verified).items()} | found


def unranked(records: Sequence[Record], left: dict[str, Left]) -> frozenset[str]:
    """The files whose totals are no body's score of the year: a project's beside the whole body's, and each of several that nobody can choose from."""
    scored = [record for record in records if record.stated and record.file in left and not left[record.file].scored]
    versions = Counter((alike(record.unit), record.year) for record in scored if left[record.file].doubtful)
    return frozenset(record.file for record in scored if not left[record.file].doubtful or versions[alike(record.unit), record.year] > 1)


def _of_one_body(group: list[Record]) -> list[tuple[str, Left]]:
    whole = [record for record in group if record.money != PARTS]
    parts = [record for record in group if record.money == PARTS]
    if whole:
        found = [(each.file, Left(_several(each, whole), True)) for each in whole] if len(whole) > 1 else []
        return found + [(each.file, Left(f"项目的金额已含在“{whole[0].name}”的整体自评内", False)) for each in parts]
    return _of_one_project(parts)


def _several(record: Record, whole: list[Record]) -> str:
    others = "、".join(f"“{other.name}”" for other in islice((other for other in whole if other is not record), 2))
    return f"同一单位同一年度有 {len(whole)} 份整体自评（另有{others}{'等' if len(whole) > 3 else ''}），不能确定取哪一份"


def _of_one_project(parts: list[Record]) -> list[tuple[str, Left]]:
    names = Counter(name for record in parts for name in record.projects)
    found = []
    for record in parts:
        twice = [name for name in record.projects if names[name] > 1]
        if twice:
            found.append((record.file, Left(f"项目“{twice[0]}”在同一单位同一年度有 {names[twice[0]]} 份自评，不能确定取哪一份", True)))
    return found
