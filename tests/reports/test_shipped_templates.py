"""Every shipped template, rendered: with hostile text everywhere, an empty workbook, a very long one."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from bodies import HOSTILE, full
from test_template_sources import ROOT, build
from words import everything

from ziping.evaluation import Datum, Entry, Evaluation
from ziping.reports import report

SOURCES = sorted((ROOT / "templates" / "source").glob("*.md"))
ENTRIES = re.compile(r"@素材 (\S+)")


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def template(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, list[str]]:
    """The template as built, and the entries that it asks for by directive."""
    target = tmp_path / "t.docx"
    build.build(request.param, target)
    return target, ENTRIES.findall(request.param.read_text(encoding="utf-8"))


def test_hostile_text_comes_out_whole(template: tuple[Path, list[str]], tmp_path: Path) -> None:
    path, wanted = template
    evaluation = full()
    evaluation.unit = "甲&乙<丙>“丁”局"
    evaluation.narrative = [Entry(tuple(entry.split("/")), Datum(HOSTILE.replace("{{ 7*7 }}", "{ { 7*7 } }"))) for entry in dict.fromkeys(wanted)]
    report(evaluation, tmp_path / "out.docx", path)
    text = everything(tmp_path / "out.docx")
    assert text.count("执行率<90%且>80% & 甲“乙”‘丙’ { { 7*7 } } {% raw %}") >= 5
    assert "甲&乙<丙>“丁”局" in text
    assert not re.search("[\ue000-\ue0ff\x00-\x08]", text)


def test_an_empty_workbook_gives_a_report_full_of_marks(template: tuple[Path, list[str]], tmp_path: Path) -> None:
    path, wanted = template
    findings = report(Evaluation(), tmp_path / "out.docx", path)
    text = everything(tmp_path / "out.docx")
    assert "【缺：" in text
    assert len({finding.args["name"] for finding in findings}) > len(set(wanted)) / 2
    assert all(finding.message.endswith("。") and finding.hint for finding in findings)
    assert not re.search(r"None|Undefined|\{\{|\}\}|\{%|Gap|object at", text)


def test_a_long_workbook_is_written_whole(template: tuple[Path, list[str]], tmp_path: Path) -> None:
    path, wanted = template
    evaluation = full(rows=200, projects=6)
    evaluation.narrative = [Entry(tuple(entry.split("/")), Datum("\n".join(f"第{n}段文字。" for n in range(300)))) for entry in dict.fromkeys(wanted)]
    report(evaluation, tmp_path / "out.docx", path)
    text = everything(tmp_path / "out.docx")
    assert text.count("第299段文字。") >= len(set(wanted)) / 2
    assert not re.search(r"分分|元元|%%|人人|。。|，，|，。|、。|；。", text)


def test_headings_carry_no_number_and_jump_no_level(template: tuple[Path, list[str]]) -> None:
    path, _ = template
    levels = [0]
    for paragraph in docx.Document(str(path)).paragraphs:
        if match := re.fullmatch(r"Heading (\d)", paragraph.style.name):
            assert not re.match(r"[（(]?[一二三四五六七八九十\d]+[、.）)]", paragraph.text)
            assert int(match[1]) <= levels[-1] + 1
            levels.append(int(match[1]))
    assert levels.count(1) >= 3
