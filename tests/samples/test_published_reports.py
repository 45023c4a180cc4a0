"""From the sources of the samples to their reports: every published figure is told in its chapter, and no wrong one again.

The published figures are kept outside the project; without them these tests are skipped.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import docx
import pytest

ROOT = Path(__file__).parents[2]
ACCEPT = ROOT.parent / "shared" / "accept"

# published report: the sample it is told from, its first-level headings
REPORTS = {
    "liuyang-2021": ("liuyang-2021", 9),
    "liuyang-2020": ("liuyang-2020-corrected", 9),
    "zhanjiang-2021": ("zhanjiang-2021", 3),
    "changde-2016": ("changde-2016-corrected", 8),
    "furong-2022": ("furong-2022", 11),
}


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"published_{path.stem}", path)
    found = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    sys.modules[spec.name] = found  # type: ignore[union-attr]
    spec.loader.exec_module(found)  # type: ignore[union-attr]
    return found


@cache
def told(name: str, folder: Path) -> Path:
    """The report of a sample, by way of its workbook: built, read back, told."""
    from ziping.forms import build_workbook, read_workbook
    from ziping.reports import report

    source = module(ROOT / "workbooks" / "source.py").read(ROOT / "workbooks" / "samples" / "source" / f"{name}.toml")
    book, template, out = folder / f"{name}.xlsx", folder / "template.docx", folder / f"{name}.docx"
    build_workbook(source, book)
    evaluation = read_workbook(book)
    module(ROOT / "templates" / "build.py").build(ROOT / "templates" / "source" / f"{evaluation.template}.md", template)
    report(evaluation, out, template)
    return out


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.mark.skipif(not ACCEPT.exists(), reason="the published figures are not here")
@pytest.mark.parametrize("seed", REPORTS)
def test_every_published_figure_stands_in_its_chapter(seed: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    outcome = module(ACCEPT / "figures.py").main([seed, str(told(REPORTS[seed][0], folder)), "--chapters"])
    said = capsys.readouterr().out
    assert outcome == 0, said
    recall = re.search(r"achievement (\d+)/(\d+)\s*$", said)
    assert recall is not None, said
    assert recall[1] == recall[2], said


@pytest.mark.parametrize("seed", REPORTS)
def test_the_outline_has_its_chapters(seed: str, folder: Path):
    sample, chapters = REPORTS[seed]
    headings = [p.text for p in docx.Document(str(told(sample, folder))).paragraphs if p.style.name == "heading 1" or p.style.style_id == "Heading1"]
    assert len(headings) == chapters, headings


@pytest.mark.parametrize(("seed", "gaps"), [("liuyang-2021", 0), ("liuyang-2020", 0), ("zhanjiang-2021", 0), ("changde-2016", 0), ("furong-2022", 3)])
def test_only_sections_published_without_text_are_marked_as_missing(seed: str, gaps: int, folder: Path):
    text = "\n".join(p.text for p in docx.Document(str(told(REPORTS[seed][0], folder))).paragraphs)
    assert text.count("【缺：") == gaps


@pytest.mark.skipif(not ACCEPT.exists(), reason="the published texts are not here")
@pytest.mark.parametrize("seed", REPORTS)
def test_the_sentences_with_their_figures_are_our_own_too(seed: str, folder: Path):
    shared_runs = module(Path(__file__).with_name("test_own_words.py")).shared_runs
    paragraphs = docx.Document(str(told(REPORTS[seed][0], folder))).paragraphs
    text = "\n".join(p.text for p in paragraphs if p.style.name == "Body Text")
    assert text
    assert shared_runs(text, (ACCEPT.parent / "seeds" / f"{seed}.txt").read_text(encoding="utf-8")) == []
