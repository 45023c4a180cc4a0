"""What a rollup tells its caller."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ziping.rollup.outliers import repeated
from ziping.rollup.record import Record
from ziping.rollup.unlike import mistaken

if TYPE_CHECKING:
    from ziping.rollup.roster import Line

MISSING, OUTSIDE, THERE = "未报送", "不在名单", "已报送"  # what may be said of a body of the bureau's list


@dataclass(frozen=True, slots=True)
class Letters:
    """files: one for each readable workbook, in their order; unchanged: how many of them stood there already.

    beside: names under which a letter was written because an officer had changed the former one; gone: outdated letters that were taken away;
    outdated: those that stay because an officer had changed them; others: letters that lie there and are none of this run's; again: those for workbooks
    with the content of another one, which say what the other's letter says.
    """

    files: tuple[Path, ...] = ()
    unchanged: int = 0
    beside: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RollupResult:
    """records: one a workbook, in the order of the files; beside: files of other kinds and why they were not read; reused: unchanged ones."""

    out: Path
    records: tuple[Record, ...]
    beside: tuple[tuple[Path, str], ...] = ()
    reused: int = 0
    letters: Letters = field(default_factory=Letters)
    roster: tuple[Line, ...] = ()

    @property
    def readable(self) -> list[Record]:
        return [record for record in self.records if record.readable]

    @property
    def unreadable(self) -> list[Record]:
        return [record for record in self.records if not record.readable]

    def of_roster(self, *states: str) -> list[str]:
        """The bodies of the list in one of these states; without a list there are none."""
        return [line.unit for line in self.roster if line.state in states]

    @property
    def counts(self) -> dict[str, int]:
        same = repeated(self.readable)
        return {severity: sum(record.counts.get(severity, 0) for record in self.records if record.file not in same) for severity in ("error", "warning", "info")}

    def as_json(self) -> dict[str, object]:
        """The record of `ziping rollup --json`: figures as strings, null for what is not there; amounts in 万元."""
        same = repeated(self.readable)
        return {
            "output": str(self.out),
            "files": len(self.records),
            "read": len(self.readable),
            "reused": self.reused,
            "counts": self.counts,
            "bodies": [_body(record, same.get(record.file)) for record in self.readable],
            "unreadable": [{"file": record.file, "reason": record.reason} for record in self.unreadable],
            "skipped": [{"file": str(path), "reason": reason} for path, reason in self.beside],
            "letters": [str(path) for path in self.letters.files],
            "missing": self.of_roster(MISSING),
            "unexpected": self.of_roster(OUTSIDE),
        }

    def summary(self) -> str:
        """One line for people."""
        counts = self.counts
        text = f"共 {len(self.records)} 份工作簿" + (f"（{self.reused} 份未变动、沿用上次结果）" if self.reused else "") + f"，读取 {len(self.readable)} 份"
        if self.unreadable:
            text += f"，{len(self.unreadable)} 份不能读取（原因见“未读取文件”表）"
        if self.beside:
            text += f"，另有 {len(self.beside)} 个其他文件未读"
        text += f"；错误 {counts['error']} 处，警告 {counts['warning']} 处"
        if self.roster:
            missing, outside = self.of_roster(MISSING), len(self.of_roster(OUTSIDE))
            text += f"；名单 {len(self.roster) - outside} 家，未报送 {len(missing)} 家" + (f"，另有 {outside} 家不在名单" if outside else "")
        text += _letters_told(self.letters) if self.letters.files else ""
        return f"{text}。汇总已写入 {self.out}"


def _letters_told(letters: Letters) -> str:
    text = f"；反馈意见 {len(letters.files)} 份" + (f"（{letters.unchanged} 份未变动）" if letters.unchanged else "")
    text += f"，其中 {_named(letters.again)}所对的工作簿与另一份内容相同，只需发一封" if letters.again else ""
    text += f"，其中 {_named(letters.beside)}是另写的，原来的已经改过，没有覆盖" if letters.beside else ""
    text += f"，已撤去过时的 {len(letters.gone)} 份" if letters.gone else ""
    text += f"，{_named(letters.outdated)}已过时，因改过没有撤去，请核对" if letters.outdated else ""
    return text + (f"，文件夹里的{_named(letters.others)}不是这次写的，请核对后再发" if letters.others else "")


def _named(names: tuple[str, ...]) -> str:
    return "、".join(f"“{name}”" for name in names[:3]) + (f" 等 {len(names)} 份" if len(names) > 3 else "")


def _body(record: Record, same: Record | None) -> dict[str, object]:
    return {
        "file": record.file, "unit": record.unit or None, "year": record.year, "department": record.department or None, "scheme": record.scheme or None,
        "stated": record.stated or None, "computed": record.computed or None, "grade": record.grade or None, "counts": record.counts,
        "budget": record.budget or None, "executed": record.executed or None, "rate": None if mistaken(record) else record.rate or None,
        "money": record.source or None, "instead": list(record.instead), "same_as": same.file if same is not None else None,
        "scored": record.scored, "unscored": record.unscored,
    }  # fmt: skip
