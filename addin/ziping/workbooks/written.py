"""Which of the values taken over stand in the workbook that was built: a cell that the form works out itself keeps its formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ziping.evaluation import Datum, Evaluation
from ziping.workbooks.carry import Carried

Path = tuple[str | int, ...]


def written(carried: list[Carried], offered: Evaluation, built: Evaluation) -> list[Carried]:
    """Those that were typed into a cell, with the cell. offered: the evaluation that took them; built: the same one as its workbook holds it.

    A name of 项目清单 is typed where no form of the project stands, which else shows its own.
    """
    paths = {id(datum): path for path, datum in data(offered)}
    there = dict(data(built))
    forms = {"".join(form.project.text.split()) for form in built.projects if form.project}
    found = []
    for entry in carried:
        if entry.datum is None:
            if "".join(entry.text.split()) not in forms:
                found.append(entry)
            continue
        cell = there.get(paths[id(entry.datum)])
        if cell is not None and cell.place is not None and cell.formula is None and not cell.blank:
            found.append(replace(entry, target=cell.place))
    return found


def data(root: Any, at: Path = ()) -> Iterator[tuple[Path, Datum]]:
    """Every cell of an evaluation with the way that leads to it."""
    if isinstance(root, Datum):
        yield at, root
    elif isinstance(root, list | tuple):
        for number, item in enumerate(root):
            yield from data(item, (*at, number))
    elif isinstance(root, dict):
        for key, item in root.items():
            yield from data(item, (*at, key))
    elif is_dataclass(root):
        for each in fields(root):
            yield from data(getattr(root, each.name), (*at, each.name))
