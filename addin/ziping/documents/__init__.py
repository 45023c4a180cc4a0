"""Reports as files: .docx, .html, .txt and .md into the text that `prose` reads, and the errata list back to Word.

Floor 4. A paragraph is a line; the numbers that Word or a browser prints are written out, so that the text reads as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ziping.documents.errata import write_errata
from ziping.documents.pages import read_markdown, read_page
from ziping.documents.text import UnreadableDocument, WrittenText
from ziping.documents.word import read_word
from ziping.prose import ProseResult, Verdict, check_prose
from ziping.refusal import unopened

__all__ = ["CheckedDocument", "UnreadableDocument", "WrittenText", "check_document", "read_document", "show", "write_errata"]

SUFFIXES = (".docx", ".html", ".htm", ".txt", ".md")
LARGEST = 64 * 1024 * 1024  # bytes; no report is longer
LONGEST = 2_000_000  # characters of its text, some three thousand pages


def read_document(path: str | Path) -> WrittenText:
    """The text of a report.

    UnreadableDocument for a missing, encrypted, damaged, oversized or unknown file.
    """
    path = Path(path)
    written = _read(path, path.suffix.lower())
    if len(written.text) > LONGEST:
        raise UnreadableDocument(f"“{path.name}”的文字有{len(written.text)}字，超过{LONGEST // 10_000}万字，不像一份报告，请按章拆分后分别核对。")
    return written


def _read(path: Path, suffix: str) -> WrittenText:
    if suffix == ".doc":
        raise UnreadableDocument(f"“{path.name}”是旧版Word文件，请在Word中另存为.docx后再核对。")
    if suffix not in SUFFIXES:
        raise UnreadableDocument(f"“{path.name}”不是可核对的文件，请提供.docx、.html、.txt或.md文件。")
    try:
        if path.exists() and not path.is_file():
            raise UnreadableDocument(f"“{path.name}”不是普通文件，无法读取，请核对路径。")
        if path.stat().st_size > LARGEST:
            raise UnreadableDocument(f"“{path.name}”超过64MB，请确认是否为报告文件。")
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableDocument(unopened(path.name, error)) from error
    if suffix == ".docx":
        return read_word(path)
    text = _decode(raw)
    if suffix in (".html", ".htm"):
        return read_page(text)
    if suffix == ".md":
        return read_markdown(text)
    return WrittenText(text.replace("\r\n", "\n").replace("\r", "\n"), {})


def _decode(raw: bytes) -> str:
    """UTF-8 (with or without mark), UTF-16 with mark, else GB 18030, the national standard of older systems."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


@dataclass(frozen=True, slots=True)
class CheckedDocument(ProseResult):
    """What a report file claims; `text` is what the positions of the claims count in."""

    file: str = ""
    text: str = ""

    @property
    def failed(self) -> bool:
        """Whether any claim fails."""
        return any(claim.verdict is Verdict.FAILS for claim in self.claims)

    def as_json(self) -> dict[str, Any]:
        """The JSON of design §3."""
        return {"file": self.file, "claims": [claim.as_json() for claim in self.claims], "findings": [finding.as_json() for finding in self.findings]}


def check_document(path: str | Path, year: int | None = None) -> CheckedDocument:
    """Every claim and finding of a report file; UnreadableDocument as `read_document`."""
    text = read_document(path).text
    if not re.search(r"[\u4e00-\u9fff]", text) or text.count("\ufffd") > len(text) // 50:
        raise UnreadableDocument(f"“{Path(path).name}”里没有读到中文文字，请确认是报告文件，并在 Word 中另存为 .docx 后再核对。")
    result = check_prose(text, year)
    return CheckedDocument(result.claims, result.findings, str(path), text)


def show(result: ProseResult) -> Iterator[str]:
    """The result as lines for people: what does not hold, then the hints, then the counts."""
    for claim in result.claims:
        if claim.verdict is Verdict.FAILS:
            yield f"不符  {_short(claim.quote)}"
            yield f"      {claim.explanation}"
    for claim in result.claims:
        if claim.verdict is Verdict.UNSURE:
            yield f"待核  {_short(claim.quote)}"
            yield f"      {claim.explanation}"
    for finding in result.findings:
        yield f"提示  {finding.message}{finding.hint}"
    counts = {verdict: sum(claim.verdict is verdict for claim in result.claims) for verdict in Verdict}
    yield f"相符{counts[Verdict.HOLDS]}处，不符{counts[Verdict.FAILS]}处，不能确定{counts[Verdict.UNSURE]}处，提示{len(result.findings)}条。"


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= 60 else f"{quote[:34]}……{quote[-24:]}"
