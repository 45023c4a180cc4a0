"""A bureau's season: realistic workbooks of every scheme in any number, made from a few drawn ones under names of their own.

    python -m bench.season FOLDER COUNT          (from tests/, with addin/ on the path)

Drawing and building a workbook takes long; a further one is the same package with another body's name and another first amount, so that
every file is a workbook of its own, with its own size, content and figures.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from random import Random

from checks.filled import filled

from ziping.evaluation import Entry, typed
from ziping.forms.build import build_workbook
from ziping.schemes import available

BODY = "某市某中心"
DEPARTMENTS = ("市教育局", "市卫生健康委员会", "市交通运输局", "市农业农村局", "市文化和旅游局", "市数据资源管理局", "市应急管理局")
PLACES = "东西南北中上下新安平和宁"


def body_name(number: int) -> str:
    return f"{PLACES[number % 12]}{PLACES[number // 12 % 12]}区第{number + 1}服务中心"


def drawn(folder: Path, count: int, seed: int = 0) -> list[Path]:
    """So many different workbooks, the schemes in turn; every other one has a figure typed wrong somewhere."""
    rng = Random(seed)
    made = []
    names = available()
    for number in range(count):
        evaluation = filled(names[number % len(names)], rng)
        evaluation.unit = BODY
        evaluation.narrative = [
            Entry(entry.path, typed(f"{BODY}按照批复的绩效目标组织实施，第{number + 1}项工作共完成{rng.randint(20, 900)}次，资金按进度支付，未发现挪用情况。"))
            for entry in evaluation.narrative
        ]
        for form in (evaluation.overall, evaluation.scoring, *evaluation.projects):
            if form is not None and number % 2 and form.indicators and form.indicators[0].score is not None:
                form.indicators[0].score = typed("99")
        path = folder / f"drawn-{number}.xlsx"
        build_workbook(evaluation, path)
        made.append(path)
    return made


def season(folder: Path, count: int, distinct: int = 10, seed: int = 0) -> list[Path]:
    """`count` workbooks in subfolders of the departments."""
    base = folder.parent / f"{folder.name}-drawn"
    base.mkdir(parents=True, exist_ok=True)
    packages = []
    for path in drawn(base, min(distinct, count), seed):
        with zipfile.ZipFile(path) as archive:
            packages.append([(info.filename, archive.read(info)) for info in archive.infolist()])
    made = []
    for number in range(count):
        place = folder / DEPARTMENTS[number % len(DEPARTMENTS)]
        place.mkdir(parents=True, exist_ok=True)
        path = place / f"{number + 1:05d}{body_name(number)}自评表.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in packages[number % len(packages)]:
                archive.writestr(name, content.replace(BODY.encode(), body_name(number).encode()) if name.endswith(".xml") else content)
        made.append(path)
    return made


if __name__ == "__main__":
    print(len(season(Path(sys.argv[1]), int(sys.argv[2]))))
