"""A finding: something that does not agree, is missing, or needs a look; data, rendered to a sentence only for people.

Floor 2: `prose` and `forms` yield findings as well as `checks` and `reports`. What codes exist, and their titles, severities, texts
and repairs, is declared as `Wording` where they are found; every finding's sentence is rendered here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from ziping.evaluation import Place


class Severity(StrEnum):
    """error: figures disagree beyond rounding or the form cannot be used; warning: needs a look or a reason; info: hints."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding; title: what its code stands for, as people read it. Whatever the message says exists as a field; figures are exact decimals in the unit of the cell.

    shown_*: the figures as texts for people and for JSON (`"86.67%"`, `"949.97"`); related: the other cells of the relation.
    bound: what stands before the expected figure where that is a limit (≤, ≥, 0–), so that nobody takes it for the one that ought to be there.
    """

    code: str
    severity: Severity
    message: str
    title: str = ""
    place: Place | None = None
    label: str = ""
    expected: Decimal | None = None
    actual: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    shown_expected: str = ""
    shown_actual: str = ""
    shown_difference: str = ""
    shown_tolerance: str = ""
    bound: str = ""
    related: tuple[Place, ...] = ()
    hint: str = ""
    basis: str = ""
    quote: str = ""
    args: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, str | None]:
        """The JSON of design §3: sheet, cell and figures as strings, null for what was not evaluated."""
        record = {
            "code": self.code,
            "title": self.title,
            "severity": str(self.severity),
            "sheet": self.place.sheet if self.place else None,
            "cell": self.place.cell if self.place else None,
            "label": self.label,
            "expected": self.shown_expected or None,
            "actual": self.shown_actual or None,
            "difference": self.shown_difference or None,
            "tolerance": self.shown_tolerance or None,
            "message": self.message,
            "hint": self.hint,
            "basis": self.basis,
        }
        return record | {key: value for key, value in (("bound", self.bound), ("quote", self.quote)) if value}

    @classmethod
    def from_json(cls, record: dict[str, str | None]) -> Finding:
        """A finding from its JSON, for a host that shows what a command has found: figures as their texts, no related cells."""
        text = {key: value or "" for key, value in record.items()}
        return cls(
            code=text["code"], severity=Severity(text["severity"]), message=text["message"], title=text.get("title", ""), place=Place(text["sheet"], text["cell"]) if text["sheet"] else None,
            label=text["label"], shown_expected=text["expected"], shown_actual=text["actual"], shown_difference=text["difference"],
            shown_tolerance=text["tolerance"], bound=text.get("bound", ""), hint=text["hint"], basis=text["basis"], quote=text.get("quote", ""))


BLANK_TOTAL = "complete-total"
TOTAL_BASIS = "complete-total-basis"
NO_NUMBER = "complete-number"
NAMELESS = ("complete-unit", "complete-year")  # whose evaluation it is, and of which year


def unsent(findings: Iterable[Finding]) -> str:
    """What keeps a workbook from being sent in, after 还有: its errors, a total that is blank, no number or without a single score, a cell for the unit or the year that is; "" when nothing does."""
    findings = list(findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    blank = [finding for finding in findings if finding.code == BLANK_TOTAL]
    baseless = [finding for finding in findings if finding.code == TOTAL_BASIS]
    wordy = [finding for finding in findings if finding.code == NO_NUMBER and finding.label.endswith("总分")]
    told = [f"{len(found)} 处{what}（首处：{found[0].place or found[0].label}）" for what, found in (("错误没有改正", errors), ("总分空白", blank), ("总分没有一项得分作依据", baseless), ("总分不是数", wordy)) if found]
    nameless = [f"{finding.label}（{finding.place}）" for finding in findings if finding.code in NAMELESS and finding.place and not finding.shown_actual]
    return "，".join([*told, *([f"{'、'.join(nameless)}空白"] if nameless else [])])


Coded = TypeVar("Coded")


def by_code(entries: Iterable[Coded]) -> dict[str, Coded]:
    """Each entry under its code; ValueError where two have one: a code means one thing."""
    found: dict[str, Coded] = {}
    for entry in entries:
        if found.setdefault(entry.code, entry) is not entry:  # type: ignore[attr-defined]
            raise ValueError(f"two entries have the code {entry.code!r}")  # type: ignore[attr-defined]
    return found


@dataclass(frozen=True, slots=True)
class Wording:
    """A code as people read it: its title, and the sentence with `{placeholders}`; hint: what repairs it."""

    code: str
    title: str
    severity: Severity
    message: str
    hint: str

    def finding(self, given: Mapping[str, str], **fields: Any) -> Finding:
        """The finding whose sentence these texts fill; KeyError for a message with a hole. fields: those of `Finding`."""
        told = {"hint": self.hint, "label": self.title} | fields
        return Finding(code=self.code, title=self.title, severity=self.severity, message=self.message.format_map(given), **told)
