"""Every command on every hostile workbook: read safely, or refused with one Chinese sentence; in bounded time and memory, nothing written by a refused call."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hostile.commands import Said, digest, findings, run_all
from hostile.inputs import FAULTS, SAMPLE, Fault

COPIES = ("add", "recalculate", "links")  # the input's own parts but for what these commands change
SLOWEST = 60  # seconds of one command, several times what finalizing a sheet of 150 000 rows takes: a processor shared with other work needs more


def commands(path: Path, folder: Path) -> dict[str, list[str]]:
    made = {
        "read": ["read", path, "--json"],
        "check": ["check", path, "--json", "-o", folder / "check.xlsx"],
        "last": ["check", SAMPLE, "--json", "--last", path],
        "report": ["report", path, "-o", folder / "report.docx"],
        "template": ["report", SAMPLE, "-o", folder / "template.docx", "--template", path],
        "finalize": ["finalize", path, "-o", folder / "finalize.xlsx", "--force"],
        "new": ["new", folder / "new.xlsx", "--scheme", "liuyang-2021", "--unit", "某单位", "--year", "2022", "--from", path],
        "prose": ["prose", path, "--json", "-o", folder / "prose.docx"],
        "rollup": ["rollup", path, "-o", folder / "rollup.xlsx", "--letters", folder / "letters", "--json"],
        "adopt": ["adopt", path, "-o", folder / "adopt.xlsx", "--yes"],
        "add-project": ["add-project", path, "-o", folder / "add.xlsx", "--name", "某项目"],
        "carry-over": ["carry-over", SAMPLE, "--from", path, "-o", folder / "carry.xlsx", "--yes"],
        "accounts": ["import-accounts", SAMPLE, "--accounts", path, "-o", folder / "accounts.xlsx", "--yes"],
        "recalculate": ["recalculate", path, "-o", folder / "recalculate.xlsx"],
        "links": ["repair-links", path, "-o", folder / "links.xlsx"],
    }
    return {name: [str(word) for word in words] for name, words in made.items()}


def sentence(said: Said) -> str:
    """A refusal is one Chinese sentence and nothing else."""
    lines = [line for line in said.err.splitlines() if line.strip()]
    assert len(lines) == 1, said.err[-2000:]
    assert lines[0].endswith("。"), lines[0]
    assert re.search(r"[\u4e00-\u9fff]", lines[0])
    assert "程序内部出错" not in lines[0], Path(re.search(r"/\S+\.log", lines[0])[0]).read_text()[-3000:]
    return lines[0]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_every_command_on(fault: Fault, tmp_path: Path) -> None:
    path = tmp_path / f"自评表{fault.suffix}"
    fault.make(path)
    before = digest(path)
    outs = tmp_path / "outs"
    outs.mkdir()
    wanted = commands(path, outs)
    said = dict(zip(wanted, run_all(list(wanted.values()), tmp_path), strict=True))
    for name, one in said.items():
        assert one.code in (0, 1, 2), f"{name}: {one.err[-500:]}"
        assert one.seconds < SLOWEST, name
        assert "Traceback" not in one.err, name
        if one.code == 2:
            sentence(one)
            assert [w for w in one.written if not w.endswith((".rollup", ".letters"))] == [], name
        assert not [w for w in one.written if not w.startswith("outs")], name
    assert digest(path) == before
    check = said["check"]
    if fault.outcome == "refused":
        assert check.code == 2, "should be refused"
        assert fault.words in check.err
    elif fault.outcome == "read":
        assert check.code in (0, 1), check.err
        assert not [f for f in findings(check) if f["code"] == "system-check-failed"], check.out[-3000:]
        assert fault.words in check.out
    for made in outs.glob("*.xlsx"):
        if made.stem not in COPIES:
            _harmless(made)


def _harmless(path: Path) -> None:
    """What we write opens again, and no text of the input has become a formula, a link to a program or a name."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith(".xml"):
                text = archive.read(name).decode("utf-8")
                assert not re.search(r"<f>[^<]*(cmd|HYPERLINK|WEBSERVICE|\[\d+\])", text), (path.name, name)
                assert "ddeLink" not in text
    if path.stat().st_size < 300_000 and path.stem != "finalize":  # that one is the input's own parts, nonsense and all
        openpyxl.load_workbook(path)
