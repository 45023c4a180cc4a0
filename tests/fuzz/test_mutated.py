"""Mutated workbooks, templates and texts over all commands: no traceback, no hang, nothing written by a refused call.

`ZIPING_FUZZ` is the number of mutated files, `ZIPING_SEED` where the series begins (10,000 by `make fuzz`). Every file has a number; the
same number makes the same file, and a failure names it.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile.commands import Said, run_all
from hostile.packages import packed

from ziping import resources

COUNT = int(os.environ.get("ZIPING_FUZZ", "20"))
FIRST = int(os.environ.get("ZIPING_SEED", "0"))
PARTS = 20  # tests, so that several processes can share the work
TOGETHER = 25  # files of one child
SLOWEST = 10  # seconds of processor time of one command
BOOKS = sorted(resources.samples(), key=lambda path: path.stat().st_size)[:4]
TEMPLATE = resources.template("liuyang")
TOKENS = [
    b"", b"0", b"-1", b"99999999999999999999", b"1e308", b"NaN", "一级指标".encode(), "合计".encode(), b"#REF!", b"%", "≥".encode(), b"\0", b"\xff", b"&lt;", b"<", b">",
    b'"', "“".encode(), b"{{", b"}}", b"{%", b"=1+", b"A1", b"XFD1048576", b"$A:$Z", "万元".encode(), "\u202e".encode(), "\U0001f600".encode(), b"(" * 300, b"1" * 400,
]  # fmt: skip
CELL = re.compile(rb"<v>[^<]*</v>|<t[^>]*>[^<]*</t>|<f>[^<]*</f>|<w:t[^>]*>[^<]*</w:t>")
ATTRIBUTE = re.compile(rb'"[^"<]{1,40}"')


def bytes_changed(rng: random.Random, data: bytes) -> bytes:
    """Anywhere in the file: bits turned, pieces cut, doubled, swapped."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 60))):
        at = rng.randrange(len(made) or 1)
        kind = rng.randrange(4)
        if kind == 0 and made:
            made[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del made[at : at + rng.choice((1, 10, 1000))]
        elif kind == 2:
            made[at:at] = made[at : at + rng.choice((1, 10, 1000))]
        else:
            made[at:at] = rng.choice(TOKENS)
    return bytes(made)


def part_changed(rng: random.Random, xml: bytes) -> bytes:
    """Inside a part, which mostly stays XML: contents of cells and attributes, elements doubled and dropped."""
    for _ in range(rng.choice((1, 3, 20))):
        kind = rng.randrange(5)
        pattern = CELL if kind < 3 else ATTRIBUTE
        found = list(pattern.finditer(xml))
        if not found:
            break
        match, other = rng.choice(found), rng.choice(found)
        if kind == 0:
            new = other[0]
        elif kind == 1:
            inner = match[0].find(b">") + 1
            new = match[0][:inner] + rng.choice(TOKENS) + match[0][inner:]
        elif kind == 2:
            new = match[0] * rng.choice((0, 2, 50))
        else:
            new = rng.choice((other[0], b'"' + rng.choice(TOKENS) + b'"'))
        xml = xml[: match.start()] + new + xml[match.end() :]
    return xml


def mutated(number: int, folder: Path) -> tuple[str, Path]:
    """(what it is, the file)."""
    rng = random.Random(number)
    kind = rng.choice(("book", "book", "book", "bytes", "template", "text"))
    if kind == "text":
        text = (resources.folder("workbooks") / "samples" / "source")
        source = rng.choice(sorted(text.glob("*.md")))
        path = folder / ("文稿" + rng.choice((".txt", ".md", ".html")))
        path.write_bytes(bytes_changed(rng, source.read_bytes()[: rng.choice((500, 5000, 50_000))]))
        return kind, path
    source = TEMPLATE if kind == "template" else rng.choice(BOOKS)
    path = folder / ("模板.docx" if kind == "template" else "表.xlsx")
    if kind == "bytes":
        path.write_bytes(bytes_changed(rng, source.read_bytes()))
        return "book", path
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(rng.choice((1, 1, 3))):
        name = rng.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        parts[name] = part_changed(rng, parts[name])
    packed(parts, path, level=1)
    return kind, path


def commands(kind: str, path: Path, out: Path, rng: random.Random) -> list[list[str]]:
    """Every command that takes such a file; of the costly ones one is drawn."""
    if kind == "text":
        words = path.read_bytes()[:400].decode("utf-8", "replace").replace("\0", "")
        made = [["prose", path, "--json", "-o", out / "勘误.docx"], ["rollup", BOOKS[0], "-o", out / "汇总.xlsx", "--roster", path],
                ["score", "--points", rng.choice(("5", words[:9])), "--target", words[9:30], "--actual", words[30:50], "--standard", words]]
    elif kind == "template":
        made = [["report", BOOKS[0], "-o", out / "报告.docx", "--template", path], ["prose", path, "--json"]]
    else:
        made = [["read", path, "--json", "--explain"], ["check", path, "--json", "-o", out / "校验.xlsx"], rng.choice((
            ["report", path, "-o", out / "报告.docx"], ["finalize", path, "-o", out / "送审.xlsx", "--force"],
            ["rollup", path, "-o", out / "汇总.xlsx", "--letters", out / "意见"], ["rollup", BOOKS[0], "-o", out / "汇总.xlsx", "--roster", path], ["check", BOOKS[0], "--last", path, "--json"],
            ["new", out / "新.xlsx", "--scheme", "liuyang-2021", "--unit", "某局", "--year", "2022", "--from", path],
            ["adopt", path, "-o", out / "采用.xlsx", "--yes"], ["add-project", path, "-o", out / "加.xlsx", "--name", "某项目"],
            ["carry-over", path, "--from", BOOKS[1], "-o", out / "带入.xlsx", "--yes"], ["carry-over", BOOKS[0], "--from", path, "-o", out / "带入.xlsx", "--yes"],
            ["import-accounts", BOOKS[0], "--accounts", path, "-o", out / "决算.xlsx", "--yes"],
            ["recalculate", path, "-o", out / "重算.xlsx"], ["repair-links", path, "-o", out / "修复.xlsx"],
        ))]  # fmt: skip
    return [[str(word) for word in words] for words in made]


def fault_of(said: Said) -> str:
    """What is wrong with how a command ended; "" for nothing."""
    if said.code not in (0, 1, 2):
        return f"ended with {said.code}: {said.err[-300:]}"
    if said.seconds > SLOWEST:
        return f"took {said.seconds:.1f} s"
    if "Traceback" in said.err or "程序内部出错" in said.err:
        log = re.search(r"/\S+\.log", said.err)
        return said.err + (Path(log[0]).read_text(encoding="utf-8")[-1500:] if log else "")
    if '"system-check-failed"' in said.out:
        return "a check crashed"
    if said.code == 2 and [name for name in said.written if not name.endswith((".rollup", ".letters"))]:
        return f"refused, and wrote {said.written}"
    return ""


@dataclass(slots=True)
class File:
    """One mutated file with the commands it is given to."""

    name: str
    path: Path
    content: bytes
    words: list[list[str]]


def drawn(number: int, folder: Path) -> File:
    out = folder / "out"
    out.mkdir(parents=True)
    kind, path = mutated(number, folder)
    return File(f"file {number} ({kind})", path, path.read_bytes(), commands(kind, path, out, random.Random(number)))


def faults_of(files: list[File], folder: Path) -> list[str]:
    """One child runs the commands of all of them; when it dies another one goes on with the next file."""
    faults, waiting = [], files[::-1]
    while waiting:
        said = iter(run_all([words for file in waiting[::-1] for words in file.words], folder))
        alive = True
        while waiting and alive:
            file = waiting.pop()
            ends = [next(said) for _ in file.words]
            alive = ends[-1].code != -1
            faults += [f"{file.name}, {words[0]}: {fault}" for words, end in zip(file.words, ends, strict=True) if (fault := fault_of(end))]
    return faults


@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_files(part: int, tmp_path: Path) -> None:
    numbers = range(FIRST + part, FIRST + COUNT, PARTS)
    faults = []
    for start in range(0, len(numbers), TOGETHER):
        files = [drawn(number, tmp_path / str(number)) for number in numbers[start : start + TOGETHER]]
        faults += faults_of(files, tmp_path)
        faults += [f"{file.name} was changed" for file in files if file.path.read_bytes() != file.content]
        for folder in tmp_path.iterdir():
            shutil.rmtree(folder)
    assert not faults, "\n".join(faults)
