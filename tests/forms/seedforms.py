"""The four forms attached to the 2020 report as grids: the text keeps rows and cells, the merged widths are put back here by row pattern."""

from __future__ import annotations

from pathlib import Path

from ziping.forms.grid import Sheet

SEED = Path(__file__).parents[2].parent / "shared" / "seeds" / "liuyang-2020.txt"

# Width of the sheet, and for rows of N cells the columns in which those cells begin (rows that are not listed fill from the left);
# "总" stands for a row of totals.
LAYOUTS = {
    "基础数据表": (4, {2: [0, 1]}),
    "监控表": (17, {1: [0], 2: [0, 2], 4: [0, 3, 5, 9], 6: [0, 1, 4, 5, 6, 7], 10: [0, 1, 2, 3, 4, 5, 6, 7, 13, 16]}),
    "项目自评表": (9, {1: [0], 2: [0, 2], 3: [0, 1, 5], 4: [0, 2, 5, 7], 8: [0, 1, 3, 4, 5, 6, 7, 8], "总": [0, 6, 7, 8]}),
    "整体自评表": (8, {1: [0], 2: [0, 2], 3: [0, 1, 5], 5: [0, 1, 4, 5, 6], 7: [0, 1, 2, 4, 5, 6, 7], "总": [0, 4, 6, 7]}),
}  # fmt: skip
STARTS = {
    "基础数据表": "部门整体支出绩效自评基础数据表",
    "监控表": "2021年项目支出绩效目标执行监控表",
    "项目自评表": "2020年项目支出绩效自评表",
    "整体自评表": "2020年部门整体支出绩效自评表",
}


def rows_of(text: str) -> list[list[str]]:
    """Rows are separated by empty lines, cells begin with a tab; a line without a tab goes on with the cell before."""
    rows: list[list[str]] = []
    for block in text.split("\n\n"):
        cells: list[str] = []
        for line in block.strip("\n").split("\n"):
            if line.startswith("\t"):
                cells.append(line[1:])
            elif cells and line.strip():
                cells[-1] += "\n" + line
        if cells:
            rows.append(cells)
    return rows


def sheet_of(name: str, rows: list[list[str]]) -> Sheet:
    width, patterns = LAYOUTS[name]
    grid: list[list[str]] = []
    merges = []
    for number, cells in enumerate(rows):
        cells = cells if len(cells) <= width else cells[:width]
        starts = patterns.get("总" if cells[0].startswith("总") else len(cells), list(range(len(cells))))
        line = [""] * width
        for start, value in zip(starts, cells, strict=True):
            line[start] = value.replace("[bookmark: _GoBack]", "")
        for start, following in zip(starts, [*starts[1:], width], strict=True):
            if following - start > 1:
                merges.append((number, start, number, following - 1))
        grid.append(line)
    return Sheet(name, grid, merges)


def seed_sheets(text: str) -> list[Sheet]:
    """One sheet a form, in the order of the file."""
    rows = rows_of(text)
    begins = {}
    for name, title in STARTS.items():
        begins[name] = max(i for i, row in enumerate(rows) if len(row) == 1 and row[0].replace("[bookmark: _GoBack]", "").strip() == title)
    order = sorted(begins, key=begins.get)  # type: ignore[arg-type]
    ends = [begins[name] for name in order[1:]] + [len(rows)]
    return [sheet_of(name, rows[begins[name] : end]) for name, end in zip(order, ends, strict=True)]
