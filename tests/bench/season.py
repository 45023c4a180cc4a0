"""A bureau's season: realistic workbooks of every scheme in any number, made from some drawn ones under names of their own.

    python -m bench.season FOLDER COUNT [DISTINCT]          (from tests/, with addin/ on the path)

Drawing and building a workbook takes long; a further one is the same package under another body's and another department's name, so that every
file is a workbook of its own. Most bodies score a few points below full; one in three has made a slip of a kind that is common.
"""

from __future__ import annotations

import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from random import Random

from checks.filled import filled

from ziping.amounts import show
from ziping.checks.book import pointed_rows
from ziping.evaluation import Entry, Evaluation, Form, typed
from ziping.forms.build import build_workbook, completed
from ziping.schemes import available

BODY, DEPARTMENT = "某市某中心", "某市某主管局"
DEPARTMENTS = ("市教育局", "市卫生健康委员会", "市交通运输局", "市农业农村局", "市文化和旅游局", "市数据资源管理局", "市应急管理局")
PLACES = "东西南北中上下新安平和宁"
DISTINCT = 20


def body_name(number: int) -> str:
    return f"{PLACES[number % 12]}{PLACES[number // 12 % 12]}区第{number + 1}服务中心"


def drawn(folder: Path, count: int, seed: int = 0) -> list[Path]:
    """So many different workbooks, the schemes in turn."""
    rng = Random(seed)
    made = []
    names = available()
    for number in range(count):
        evaluation = filled(names[number % len(names)], rng)
        evaluation.unit = BODY
        if "主管部门" in evaluation.settings:
            evaluation.settings["主管部门"] = typed(DEPARTMENT)
        for form in (*evaluation.projects, *evaluation.monitors):
            form.department = typed(DEPARTMENT)
        evaluation.narrative = [
            Entry(entry.path, typed(f"{BODY}按照批复的绩效目标组织实施，第{number + 1}项工作共完成{rng.randint(20, 900)}次，资金按进度支付，未发现挪用情况。"))
            for entry in evaluation.narrative
        ]
        _score(evaluation, rng)
        SLIPS[number // len(names) % len(SLIPS)](evaluation)
        path = folder / f"drawn-{number}.xlsx"
        build_workbook(evaluation, path)
        made.append(path)
    return made


def _scored_forms(evaluation: Evaluation) -> list[Form]:
    return [form for form in (evaluation.overall, evaluation.scoring, *evaluation.projects) if form is not None]


def _score(evaluation: Evaluation, rng: Random) -> None:
    """What no standard scores, the officer does: mostly full, sometimes a little below, with a reason."""
    for form, built in zip(_scored_forms(evaluation), _scored_forms(completed(evaluation)), strict=True):
        for row, (done, points) in zip(form.indicators, pointed_rows(built), strict=True):
            if points is None or points.value is None or (done.score is not None and done.score.value is not None):
                continue
            less = min(Decimal(rng.choice((0, 0, 0, 0, 1, 2))) / 2, points.value)
            row.score = typed(show(points.value - less))
            if less:
                row.reason = typed("资料归档不够及时，下年按月核对")


def _none(evaluation: Evaluation) -> None:
    pass


def _score_above_points(evaluation: Evaluation) -> None:
    form = _scored_forms(evaluation)[0]
    row, points = next((row, points) for row, points in pointed_rows(form) if points is not None and points.value is not None)
    row.score = typed(show(points.value + 1))


def _total_typed_over(evaluation: Evaluation) -> None:
    form = next((form for form in (*evaluation.projects, evaluation.overall) if form is not None), None)
    if form is not None:
        line = form.funds[0]
        line.executed = typed(show(sum(each.executed.value for each in form.funds[1:] if each.executed and each.executed.value) + 9))


SLIPS = (_none, _score_above_points, _none, _none, _total_typed_over, _none)


def season(folder: Path, count: int, distinct: int = DISTINCT, seed: int = 0) -> list[Path]:
    """`count` workbooks in subfolders of the departments."""
    base = folder.parent / f"{folder.name}-drawn"
    base.mkdir(parents=True, exist_ok=True)
    packages = []
    for path in drawn(base, min(distinct, count), seed):
        with zipfile.ZipFile(path) as archive:
            packages.append([(info.filename, archive.read(info)) for info in archive.infolist()])
    made = []
    for number in range(count):
        department = DEPARTMENTS[number % len(DEPARTMENTS)]
        place = folder / department
        place.mkdir(parents=True, exist_ok=True)
        path = place / f"{number + 1:05d}{body_name(number)}自评表.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in packages[number % len(packages)]:
                if name.endswith(".xml"):
                    content = content.replace(BODY.encode(), body_name(number).encode()).replace(DEPARTMENT.encode(), department.encode())
                archive.writestr(name, content)
        made.append(path)
    return made


if __name__ == "__main__":
    print(len(season(Path(sys.argv[1]), *map(int, sys.argv[2:4]))))
