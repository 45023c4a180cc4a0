"""The sources of the sample workbooks: `samples/source/NAME.toml` holds the figures, `NAME.md` the narrative.

`read(NAME.toml)` lays them over the blank evaluation of the scheme. Three things stay apart, cell by cell:

- a key that is **left out**: an input cell stays blank, a derived cell (sum, rate, score, link) gets the form's own formula;
- `""`: the cell was there and blank; a derived cell is then written blank too, without formula;
- a text: written as typed, with the decimals it is written with. Figures are texts (`"403.00"`, `"86.67%"`, `"6,272,512.00"`) or whole
  numbers, never TOML floats.

Unknown keys and lines that the scheme does not have are errors that name file and key. The file, all keys (✱ required):

    scheme = "liuyang-2021"        ✱
    unit = "浏阳市数据资源中心"      ✱
    year = 2020                    ✱ 评价年度
    report = "…"                     id of the report template, default: the scheme's
    sample = true                    default true: marks 样例 in file properties and sheet headers

    [settings]                       caption = value, as on 设置: 填报日期 = "2021年5月18日"

    [base]                           as in evaluation.BaseData
    posts = "15"
    staff = "13"
    staff_rate = "100%"              left out: formula
    measures = "…"
    [base.lines]                     "outer/…/name" = {last_year, budget, executed}
    "三公经费/公务接待" = {last_year = "1.86", budget = "2", executed = "0.95"}

    [overall]                        also [scoring], [[projects]], [[monitors]]: as in evaluation.Form
    title = "…"                      default: the scheme's
    year = 2021                      where the form is for another year than the workbook
    unit, project, department        texts (实施单位, 项目名称, 主管部门); project ✱ for [[projects]] and [[monitors]]
    total_points, total_score, grade
    [overall.funds]                  label of the line = {initial, adjusted, executed, expected, points, rate, score}
    "财政拨款" = {adjusted = "6272512.00", executed = "11124990.85", rate = "100.00%"}
    [[overall.goals]]                expected, achieved
    [overall.notes]                  caption = text: 填报人, 单位负责人 …
    [[overall.indicators]]           given: these rows instead of the scheme's; left out: the scheme's rows, blank
    level1 = "投入管理"                left out: as in the row before; level2 the same; level3 left out: none
    weight1 = 30                     printed with the heading; only in its first row; weight2, weight3 the same
    target, actual, standard, points, score, reason, expected, likelihood, remark
    causes = {"经费保障" = "√"}       monitoring form
    extra = {"佐证材料" = "…"}

    [[scoring.scores]]               instead of indicators: values of the scheme's rows, found by `path`
    path = ["投入", "目标设定", "…"]   ✱ the row's names; then target, actual, points, score, reason, standard

    [ledger.values]                  "section/name" = {last_year, budget, current, share, change}, for lines of the scheme
    "支出/基本支出" = {current = "162.53"}
    [[ledger.lines]]                 further lines of this body, put after the last one of their section: section, name ✱, parent, relation,
                                     sign, unit as in the scheme, and the values
    [[ledger.projects]]              项目清单: name ✱, kind, budget, adjusted, executed
    [ledger.projects_total]          budget, adjusted, executed

A source that differs from another one in a few cells only lays them over it and shares its narrative:

    extends = "liuyang-2020"         NAME.toml beside it is read first; tables are merged key by key
    staff_rate = false               takes the key out again: a derived cell gets its formula back
    [overall.indicators]             in place of a list, a table by number: the 9th row, this cell only
    9 = {actual = "86.67%"}

A narrative of its own, where it has one, is laid over the other's too: the entries that have a text there replace those of the same headings.

The narrative, `NAME.md`: headings (`#` … `####`) are the path of an entry, without numbers, in the words of the scheme's outline where it has the heading;
what stands below is its text, one paragraph a line, blank lines ignored. `{{三公经费.本年决算数}}` is a figure of the workbook (`ziping.names`).
A heading of the scheme's outline that the file leaves out stays an empty entry. `> …` is a note beside the entry, `<!-- … -->` is left out.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from overlay import Overlay

from ziping.evaluation import Evaluation
from ziping.forms.build import blank


def read(path: Path) -> Evaluation:
    """The evaluation that a source file and the narrative beside it describe; ValueError names the file and the key that is wrong."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    told: list[tuple[tuple[str, ...], str]] = []
    if "extends" in data:
        other = path.with_name(data.pop("extends") + ".toml")
        data = _merged(tomllib.loads(other.read_text(encoding="utf-8")), data, path.name)
        told = _told(other)
    overlay = Overlay(path.name, data)
    evaluation = overlay.over(blank)
    told = _retold(told, _told(path), path.name)
    if told:
        overlay.tell(evaluation, told)
    return evaluation


def _told(path: Path) -> list[tuple[tuple[str, ...], str]]:
    narrative = path.with_suffix(".md")
    return entries(narrative.read_text(encoding="utf-8")) if narrative.exists() else []


def _retold(told: list[tuple[tuple[str, ...], str]], over: list[tuple[tuple[str, ...], str]], where: str) -> list[tuple[tuple[str, ...], str]]:
    """The entries of another source with the texts of `over` in their places; ValueError names a heading the other does not have."""
    if not told:
        return over
    texts = {path: text for path, text in over if text}
    for path in texts:
        if path not in dict(told):
            raise ValueError(f"{where}: the narrative it extends has no entry {'/'.join(path)}")
    return [(path, texts.get(path, text)) for path, text in told]


def _merged(data: dict[str, Any], over: dict[str, Any], where: str) -> dict[str, Any]:
    """`data` with the cells of `over` laid over it; ValueError names the key that is not there to be taken out or changed."""
    result = dict(data)
    for key, value in over.items():
        name = f"{where}: {key}"
        old = result.get(key)
        if value is False and key != "sample":
            if key not in result:
                raise ValueError(f"{name}: is not there to be taken out")
            del result[key]
        elif isinstance(value, dict) and isinstance(old, list):
            items = list(old)
            for number, item in value.items():
                if not number.isdecimal() or not 1 <= int(number) <= len(items):
                    raise ValueError(f"{name}.{number}: there are {len(items)} of them")
                items[int(number) - 1] = _merged(items[int(number) - 1], item, f"{name}.{number}")
            result[key] = items
        else:
            result[key] = _merged(old, value, name) if isinstance(value, dict) and isinstance(old, dict) else value
    return result


def entries(text: str) -> list[tuple[tuple[str, ...], str]]:
    """Markdown as (path of headings, text) in order, a heading without text included."""
    found: list[tuple[tuple[str, ...], list[str]]] = []
    path: tuple[str, ...] = ()
    for line in re.sub(r"<!--.*?-->", "", text, flags=re.S).splitlines():
        heading = re.match(r"(#{1,4})\s+(.+)", line)
        if heading:
            path = (*path[: len(heading[1]) - 1], heading[2].strip())
            if len(path) != len(heading[1]):
                raise ValueError(f"the heading {line.strip()!r} skips a level")
            found.append((path, []))
        elif line.strip():
            if not found:
                raise ValueError(f"text before the first heading: {line.strip()[:20]!r}")
            found[-1][1].append(line.strip())
    return [(path, "\n".join(lines)) for path, lines in found]
