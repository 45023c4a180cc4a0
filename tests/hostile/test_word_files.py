"""A Word file from outside, as a finished report and as a template: read safely, or refused with one Chinese sentence and nothing written."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hostile.commands import digest, run_all
from hostile.inputs import SAMPLE
from hostile.test_workbooks import sentence
from hostile.words import FAULTS, READ, Fault

SLOWEST = 15  # seconds of processor time of one command


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_both_commands_on(fault: Fault, tmp_path: Path) -> None:
    path, outs = tmp_path / "外来.docx", tmp_path / "outs"
    outs.mkdir()
    fault.make(path)
    before = digest(path)
    errata, made = outs / "勘误.docx", outs / "报告.docx"
    prose, report = run_all([["prose", str(path), "--json", "-o", str(errata)], ["report", str(SAMPLE), "-o", str(made), "--template", str(path)]], tmp_path)
    for said, outcome, out in ((prose, fault.prose, errata), (report, fault.report, made)):
        assert said.seconds < SLOWEST
        assert (said.code in (0, 1)) == (outcome == READ), (out.name, said.code, said.err[-2000:])
        if outcome == READ:
            assert docx.Document(str(out)).paragraphs
            assert "root:" not in "".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
        else:
            assert said.code == 2, said.err
            assert path.name in sentence(said)
            assert said.written == []
    assert digest(path) == before
