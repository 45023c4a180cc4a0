"""反馈意见: one Word letter a workbook with what was found in it, under names that never meet."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ziping import resources
from ziping.files import replace_file
from ziping.refusal import Refusal
from ziping.rollup.counting import left_out
from ziping.rollup.letterbook import Letterbook, checksum
from ziping.rollup.outliers import AMOUNT, FAR, FULL, NO_SCORES, RATE, SAME_BODY, Outlier, outliers, repeated
from ziping.rollup.record import Issue, Record
from ziping.rollup.result import Letters
from ziping.rollup.running import Died, spread
from ziping.signs import listed
from ziping.wordfiles import open_word

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from rich.console import Console

TOLD = (SAME_BODY, NO_SCORES, FULL, RATE, AMOUNT, FAR)  # of what stands out over many workbooks, that which a body can answer
MOST = 300  # findings listed in one letter
LONGEST_NAME = 120  # bytes of a file's name without its ending; 255 is what file systems hold
EPOCH = (1980, 1, 1, 0, 0, 0)
_OURSELVES = Path(__file__).read_bytes()
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


def write_letters(
    records: Sequence[Record], folder: Path, out: Path, resume: bool = False, scheduler: str = "local", console: Console | None = None, verified: bool = False,
) -> Letters:  # fmt: skip
    """One letter for each readable workbook; each is written whole or not at all. With `resume`, only what differs from the run before.

    verified: as of `left_out`.
    """
    from ziping.rollup.progress import progress

    repeats = repeated(records)
    single = [record for record in records if record.file not in repeats]
    work = _grouped(records, outliers(records, repeats, left_out(single, verified)))
    names, made_of = letter_names(records), [_made_of(*each) for each in work]
    wanted, beside = set(names), []
    with Letterbook(out, folder, resume) as book, progress(console, "写反馈意见", len(work)) as advance:
        todo = []
        for at, name in enumerate(names):
            if resume and not book.stands(name, made_of[at]):
                names[at] = book.free(name)
            if resume and book.stands(names[at], made_of[at]):
                advance()
            else:
                todo.append(at)
                beside += [names[at]] if names[at] != name else []
        for position, content in spread(letter, [work[at] for at in todo], scheduler):
            at = todo[position]
            if isinstance(content, Died):
                raise Refusal(f"写“{names[at]}”时进程意外终止，反馈意见没有写完，请重试。")
            book.note(names[at], made_of[at], content)
            with replace_file(folder / names[at]) as temporary:
                temporary.write_bytes(content)
            advance()
        gone, outdated = book.clear(wanted.union(names))
    others = sorted(path.name for path in folder.glob("*反馈意见*.docx") if path.name not in wanted.union(names, outdated) and not path.name.startswith(("~$", ".")))
    again = tuple(name for record, name in zip(records, names, strict=True) if record.file in repeats)
    return Letters(tuple(folder / name for name in names), len(work) - len(todo), tuple(beside), tuple(gone), tuple(outdated), tuple(others), again)


def _made_of(record: Record, standing_out: tuple[Outlier, ...]) -> str:
    """A checksum of everything that the letter says and of what says it."""
    said = json.dumps(_context(record, standing_out), ensure_ascii=True, sort_keys=True)
    return checksum(said.encode() + _template() + _OURSELVES)


def _grouped(records: Sequence[Record], found: list[Outlier]) -> list[tuple[Record, tuple[Outlier, ...]]]:
    groups: dict[str, list[Outlier]] = {}
    for each in found:
        if each.kind in TOLD:
            groups.setdefault(each.record.file, []).append(each)
    return [(record, tuple(groups.get(record.file, ()))) for record in records]


# ---------------------------------------------------------------------------------------------------------------
# Names


def letter_names(records: Sequence[Record]) -> list[str]:
    """`单位反馈意见.docx`; where a body has several workbooks the file's name goes with it, and a number where even that is the same.

    Every name is one that Windows, macOS and Linux hold, and no two are the same to any of them (case, Unicode form).
    """
    bodies = Counter(_same(_safe(record.unit)) for record in records)
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    names = []
    for record in records:
        base = _safe(record.unit)
        if not base or bodies[_same(base)] > 1:
            base = f"{base}（{_safe(Path(record.file).stem)}）" if base else _safe(Path(record.file).stem)
        name = f"{base}反馈意见.docx"
        while _same(name) in taken:
            numbers[_same(base)] += 1
            name = f"{base}反馈意见{numbers[_same(base)] + 1}.docx"
        taken.add(_same(name))
        names.append(name)
    return names


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _safe(text: str) -> str:
    """A text as part of a file's name: no separators, no control or direction marks, not reserved, not too long."""
    text = unicodedata.normalize("NFC", listed(text))
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    text = _FORBIDDEN.sub("_", text).strip(" ._")
    while len(text.encode()) > LONGEST_NAME:
        text = text[:-1]
    return f"_{text}" if _RESERVED.fullmatch(text) else text


# ---------------------------------------------------------------------------------------------------------------
# Rendering


@cache
def _template() -> bytes:
    """The letter's wording as its owner left it in Word, looked at before the first letter is written."""
    path = resources.folder("templates") / "letters" / "feedback.docx"
    if not path.is_file():
        raise Refusal(f"找不到反馈意见模板“{path.name}”，请重新安装 ziping 或放回该文件。")
    raw = path.read_bytes()
    open_word(raw, f"反馈意见模板“{path.name}”", Refusal)
    return raw


def _blank() -> DocxTemplate:
    from docxtpl import DocxTemplate

    class Letter(DocxTemplate):
        """Properties are set after rendering: a property holds 255 characters, a body's name what its officer typed."""

        def render_properties(self, context: dict[str, object], jinja_env: object = None) -> None:
            pass

    return Letter(io.BytesIO(_template()))


def letter(work: tuple[Record, tuple[Outlier, ...]]) -> bytes:
    """The letter as the bytes of a .docx; the same record gives the same bytes."""
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    record, standing_out = work
    document = _blank()
    try:
        document.render(_context(record, standing_out), SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except TemplateError as error:
        raise Refusal(f"反馈意见模板“feedback.docx”的标记有误（{error.message}），请照模板说明改正后再试。") from error
    properties = document.docx.core_properties
    properties.title = listed(f"关于{record.unit}绩效自评的反馈意见")[:255]
    properties.created = properties.modified = datetime(2000, 1, 1)
    buffer, packed = io.BytesIO(), io.BytesIO()
    document.docx.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(item))
    return packed.getvalue()


def _context(record: Record, standing_out: tuple[Outlier, ...]) -> dict[str, object]:
    errors, warnings = (_items([issue for issue in record.issues if issue.severity == severity]) for severity in ("error", "warning"))
    return {
        "单位": _words(record.unit) or "有关单位", "年度": str(record.year or ""), "年": f"{record.year}年度" if record.year else "", "样例": False,
        "文件": _words(Path(record.file).name), "得分": record.stated, "等级": _words(record.grade), "错误": errors, "警告": warnings,
        "错误数": str(record.counts.get("error", 0)), "警告数": str(record.counts.get("warning", 0)),
        "异常": [{"位置": each.kind, "内容": _words(each.message)} for each in standing_out],
        "无误": not errors and not warnings,
    }  # fmt: skip


def _items(issues: list[Issue]) -> list[dict[str, str]]:
    """Most messages begin with their place; the place is added to the others."""
    items = [{"位置": "" if issue.cell in issue.message else _words(f"{issue.sheet} {issue.cell}".strip()), "内容": _words(issue.message)}
             for issue in issues[:MOST]]  # fmt: skip
    if len(issues) > MOST:
        items.append({"位置": "", "内容": f"另有 {len(issues) - MOST} 处同类问题，详见汇总表的问题清单。"})
    return items


def _words(text: str) -> str:
    """Text as a Word file holds it, on one line; the template language of docxtpl has signs of its own for line ends."""
    return " ".join("".join(c for c in listed(text) if not 0xE000 <= ord(c) <= 0xF8FF and not 0x7F <= ord(c) <= 0x9F).split())
