"""The house keeps its shape: floors import only downwards, the two lowest floors need the standard library alone, rooms stay small."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "addin" / "ziping"

FLOORS = {
    "amounts": 1, "collector": 1, "standards": 1, "surface": 1, "files": 1, "packages": 1, "refusal": 1, "signs": 1,
    "evaluation": 2, "findings": 2, "marks": 2, "names": 2, "schemes": 2, "prose": 2, "functions": 2,
    "forms": 3, "resources": 3, "wordfiles": 3,
    "checks": 4, "reports": 4, "rollup": 4, "documents": 4, "workbooks": 4,
    "cli": 5, "excel": 5, "calc": 5, "server": 5, "doctor": 5,
}  # fmt: skip
INSIDE = {  # the floors of a large room, lowest first; what stands in the room itself may use them all
    "standards": ("words", "cells", "clauses", "sayings", "plain", "points", "actuals"),
    "prose": ("text", "judging", "changes", "lists", "shares", "each", "scores", "tabular", "again"),
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[tuple[str, int]]:
    """Every module that a file imports, wherever in the file, with the line."""
    found = []
    inside = ("ziping", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(inside[: -node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            if module == "ziping":
                found += [(f"ziping.{alias.name}", node.lineno) for alias in node.names if not alias.name.startswith("__")]
            else:
                found.append((module, node.lineno))
    return found


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) not in ("__init__", "__main__", "_data")], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_floor_imports_only_the_floors_below_it(path: Path) -> None:
    room = room_of(path)
    for module, line in imports_of(path):
        top, _, rest = module.partition(".")
        if top != "ziping":
            assert FLOORS[room] > 2 or top in sys.stdlib_module_names, f"{path}:{line}: {module} on floor {FLOORS[room]}"
        elif rest:
            other = rest.split(".")[0]
            assert other == room or FLOORS[other] <= FLOORS[room], f"{path}:{line}: {room} imports {other}, which is above it"
            assert FLOORS[room] == 5 or "xlwings" not in module, f"{path}:{line}"


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) in INSIDE and len(p.relative_to(PACKAGE).parts) == 3], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_inside_a_room_too_a_floor_imports_only_the_floors_below_it(path: Path) -> None:
    room, floor, _ = path.relative_to(PACKAGE).parts
    floors = INSIDE[room]
    for module, line in imports_of(path):
        if module.startswith(f"ziping.{room}."):
            other = module.split(".")[2]
            assert other == "refusal" or floors.index(other) <= floors.index(floor), f"{path}:{line}: {floor} imports {other}, which is above it"


@pytest.mark.parametrize("room", INSIDE)
def test_the_floors_of_a_room_are_all_there_are(room: str) -> None:
    assert {path.parent.name for path in (PACKAGE / room).glob("*/__init__.py")} == set(INSIDE[room])


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450, "this module has outgrown one idea"


def test_no_room_is_called_utils() -> None:
    assert not [p for p in MODULES if p.stem in ("utils", "helpers", "misc", "common")]


def test_no_two_rooms_of_one_floor_import_each_other() -> None:
    uses: dict[str, set[str]] = {}
    for path in MODULES:
        for module, _ in imports_of(path):
            if module.startswith("ziping."):
                uses.setdefault(room_of(path), set()).add(module.split(".")[1])
    cycles = [(a, b) for a in uses for b in uses[a] if a != b and a in uses.get(b, set())]
    assert not cycles
