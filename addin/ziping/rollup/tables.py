"""The tables of a rollup: pandas frames over the records, exact decimals in them, blank (None) for what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pandas as pd

from ziping.amounts import WAN_YUAN, Figure, half_up, ratio
from ziping.checks import CHECKS
from ziping.checks.run import CRASHED_TITLE
from ziping.rollup.bodies import alike
from ziping.rollup.counting import Left, left_out, unranked
from ziping.rollup.outliers import Outlier, common_years, outliers, repeated
from ziping.rollup.record import Record
from ziping.rollup.roster import Line, compared
from ziping.rollup.telling import common_folder, told_apart
from ziping.rollup.unlike import mistaken

# Names of the bands of scores and whether a score is within.
BANDS: tuple[tuple[str, Callable[[Decimal], bool]], ...] = (
    ("60 以下", lambda score: score < 60), ("60–70", lambda score: 60 <= score < 70), ("70–80", lambda score: 70 <= score < 80),
    ("80–85", lambda score: 80 <= score < 85), ("85–90", lambda score: 85 <= score < 90), ("90–95", lambda score: 90 <= score < 95),
    ("95–100", lambda score: 95 <= score < 100), ("100", lambda score: score == 100), ("100 以上", lambda score: score > 100),
)
BEYOND = "score-total-range"  # the check of a total between nought and the full points
GAPS = frozenset({"complete-funds", "footing-blank-part", "ledger-blank-part"})  # the checks of blanks among the amounts of which totals are made
NO_DEPARTMENT = "未填写主管部门"


@dataclass(frozen=True, slots=True)
class Tables:
    """bodies: a row a readable workbook, without its execution rate where a unit is wrong; departments, checks, bands, grades: counted from it; unreadable: (file, reason, whether it was tried).

    years: those of the workbooks, that of most of them first; nothing is summed or ranked over several. base: the folder from which paths are told.
    """

    years: tuple[int | None, ...]
    bodies: pd.DataFrame
    departments: pd.DataFrame
    checks: pd.DataFrame
    bands: pd.DataFrame
    grades: pd.DataFrame
    outliers: list[Outlier]
    unreadable: list[tuple[str, str, bool]]
    records: list[Record]
    roster: list[Line]
    base: str


def tables(records: Sequence[Record], beside: Sequence[tuple[Path, str]] = (), expected: Sequence[str] | None = None, verified: bool = False) -> Tables:
    """Records in the order of the files; expected: the names on the bureau's list, where it gave one; verified: as of `left_out`."""
    base = common_folder([*(record.file for record in records), *(str(path.absolute()) for path, _ in beside)])
    records = told_apart(records, base)
    readable = [record for record in records if record.readable]
    repeats = repeated(readable)
    single = [record for record in readable if record.file not in repeats]
    left = left_out(single, verified)
    bodies = _bodies(readable, repeats, left)
    counted = bodies[~bodies["repeat"].astype(bool)]
    unreadable = [(record.file, record.reason, True) for record in records if not record.readable]
    unreadable += [(str(path.absolute()), reason, False) for path, reason in beside]
    years = common_years(single)
    return Tables(
        years, bodies, _departments(counted), _checks(single), _bands(counted), _grades(counted), outliers(readable, repeats, left), unreadable, readable,
        compared(expected, records) if expected is not None else [], base,
    )  # fmt: skip


def title_of(code: str) -> str:
    """A check's title as an officer reads it."""
    return CHECKS[code].title if code in CHECKS else CRASHED_TITLE


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _bodies(records: list[Record], repeats: dict[str, Record], left: dict[str, Left]) -> pd.DataFrame:
    rows, without = [], unranked([record for record in records if record.file not in repeats], left)
    for record in records:
        stated, computed = _decimal(record.stated), _decimal(record.computed)
        rows.append({
            "unit": record.unit or "（未写明单位）", "year": record.year, "department": record.department or NO_DEPARTMENT, "scheme": record.scheme,
            "stated": stated, "computed": computed, "difference": stated - computed if stated is not None and computed is not None else None,
            "grade": record.grade, "banded": "" if record.unsupported else record.banded, "errors": record.counts.get("error", 0), "warnings": record.counts.get("warning", 0),
            "infos": record.counts.get("info", 0), "budget": _decimal(record.budget), "executed": _decimal(record.executed),
            "rate": None if (wrong := mistaken(record)) else _decimal(record.rate), "rateless": wrong if record.rate else "", "money": record.source, "instead": record.instead, "file": record.file, "name": record.name, "open": _decimal(record.open),
            "beyond": any(issue.code == BEYOND for issue in record.issues), "gaps": any(issue.code in GAPS for issue in record.issues), "repeat": repeats[record.file].name if record.file in repeats else "", "left": left[record.file].reason if record.file in left else "",
            "unread": "、".join(record.unread), "unranked": record.file in without, "unsupported": record.unsupported, "unscored": record.unscored,
            "uncomputed": record.uncomputed,
        })  # fmt: skip
    columns = ["unit", "year", "department", "scheme", "stated", "computed", "difference", "grade", "banded", "errors", "warnings", "infos", "budget",
               "executed", "rate", "rateless", "money", "instead", "file", "name", "open", "beyond", "gaps", "repeat", "left", "unread", "unranked", "unsupported", "unscored", "uncomputed"]  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    out = frame["beyond"].astype(bool) | frame["unranked"].astype(bool) | frame["unsupported"].astype(bool)
    ranked = frame.loc[frame["stated"].notna() & (frame["repeat"] == "") & ~out, ["year", "stated"]].assign(stated=lambda rows: rows["stated"].astype(float))
    frame["rank"] = ranked.groupby("year", dropna=False)["stated"].rank(method="min", ascending=False).reindex(frame.index)
    return frame


def _departments(bodies: pd.DataFrame) -> pd.DataFrame:
    """Totals of each year over the workbooks that state both budget and executed amount, for one half alone would make a wrong rate, and none twice."""
    rows = []
    for (year, _), group in bodies.groupby(["year", bodies["department"].map(alike)], sort=False, dropna=False):
        whole = group[group["budget"].notna() & group["executed"].notna() & (group["left"] == "")]
        budget, executed = sum(whole["budget"], Decimal(0)), sum(whole["executed"], Decimal(0))
        rate = ratio(Figure(executed, WAN_YUAN), Figure(budget, WAN_YUAN)) if len(whole) else None
        scores = [line.stated for line in group.itertuples() if line.stated is not None and not (line.beyond or line.unranked or line.unsupported)]
        rows.append({
            "year": None if year != year else year, "department": group["department"].iloc[0], "books": len(group), "without": len(group) - len(whole), "budget": budget if len(whole) else None,
            "executed": executed if len(whole) else None, "rate": half_up(rate.value, 6) if rate is not None else None, "scored": len(scores),
            "mean": half_up(sum(scores, Decimal(0)) / len(scores), 2) if scores else None, "lowest": min(scores, default=None),
            "highest": max(scores, default=None), "errors": int(group["errors"].sum()), "warnings": int(group["warnings"].sum()),
        })  # fmt: skip
    columns = ["year", "department", "books", "without", "budget", "executed", "rate", "scored", "mean", "lowest", "highest", "errors", "warnings"]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    return frame.sort_values(["year", "budget", "department"], ascending=[False, False, True], na_position="last", ignore_index=True, kind="stable")


def _checks(records: list[Record]) -> pd.DataFrame:
    """Findings by check: how many of each severity, in how many workbooks."""
    counts: Counter[tuple[str, str]] = Counter()
    books: Counter[str] = Counter()
    for record in records:
        counts.update((issue.code, issue.severity) for issue in record.issues)
        books.update({issue.code for issue in record.issues})
    rows = [{"code": code, "title": title_of(code), "error": counts[code, "error"], "warning": counts[code, "warning"],
             "info": counts[code, "info"], "books": number} for code, number in books.items()]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["code", "title", "error", "warning", "info", "books"])
    return frame.sort_values(["error", "warning", "books", "code"], ascending=[False, False, False, True], ignore_index=True)


def _bands(bodies: pd.DataFrame) -> pd.DataFrame:
    scores = [line.stated for line in bodies.itertuples() if line.stated is not None and not line.unsupported]
    return pd.DataFrame([(name, sum(map(within, scores))) for name, within in BANDS], columns=["band", "books"])


def _grades(bodies: pd.DataFrame) -> pd.DataFrame:
    """The best first, by the bands of each scheme; what a workbook states itself may disagree, which its findings say."""
    counts = Counter(bodies["banded"])
    best = {grade: max(bodies.loc[bodies["banded"] == grade, "stated"]) for grade in counts if grade}
    grades = sorted(best, key=lambda grade: -best[grade]) + [""] * ("" in counts)
    return pd.DataFrame([(grade or "（无等级）", counts[grade]) for grade in grades], columns=["grade", "books"])
