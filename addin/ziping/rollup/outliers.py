"""What stands out over many workbooks and deserves a second look; none of it is an error by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from ziping.amounts import show
from ziping.rollup.record import Record

PEERS = 8  # scores of one scheme from which a score can be far from the others
SPREADS = Decimal("4.4478")  # three standard deviations, by the median deviation of a normal distribution (3 × 1.4826)
LEAST_DISTANCE = Decimal(5)  # points below which no score is called far

FULL, RATE, SAME_TEXT, FAR, SAME_FILE, SAME_BODY = "全部满分", "执行率超过 120%", "文字雷同", "得分偏离同类", "文件内容相同", "同一单位多份"


@dataclass(frozen=True, slots=True)
class Outlier:
    kind: str
    record: Record
    message: str
    sheet: str = ""
    cell: str = ""


def outliers(records: Sequence[Record], repeats: dict[str, Record]) -> list[Outlier]:
    """All of them, kind by kind, in the order of the records. `repeats`: files whose content is that of an earlier record."""
    single = [record for record in records if record.file not in repeats]
    found = [Outlier(FULL, record, f"各项指标得分均等于分值，自评总分 {record.stated or '—'}") for record in single if record.full]
    found += [Outlier(RATE, record, f"{rate.label}执行率 {rate.shown}", rate.sheet, rate.cell) for record in single for rate in record.rates]
    found += _far(single)
    found += _same_text(single)
    found += _same_body(single)
    found += [Outlier(SAME_FILE, record, f"与“{repeats[record.file].name}”内容完全相同，不计入排名和合计") for record in records if record.file in repeats]
    return found


def repeated(records: Sequence[Record]) -> dict[str, Record]:
    """file → the earlier record with the same content."""
    first: dict[str, Record] = {}
    found = {}
    for record in records:
        if record.hash and first.setdefault(record.hash, record) is not record:
            found[record.file] = first[record.hash]
    return found


def _far(records: Sequence[Record]) -> Iterator[Outlier]:
    """Scores compared with those of the same scheme: the distance from the median in terms of the median distance."""
    groups: dict[str, list[tuple[Record, Decimal]]] = defaultdict(list)
    for record in records:
        if record.stated:
            groups[record.scheme].append((record, Decimal(record.stated)))
    for group in groups.values():
        if len(group) < PEERS:
            continue
        middle = median(score for _, score in group)
        limit = max(SPREADS * median(abs(score - middle) for _, score in group), LEAST_DISTANCE)
        for record, score in group:
            if abs(score - middle) > limit:
                side = "低于" if score < middle else "高于"
                yield Outlier(FAR, record, f"自评总分 {show(score)}，{side}同类 {len(group)} 份的中位数 {show(middle)} 达 {show(abs(score - middle))} 分")


def _same_text(records: Sequence[Record]) -> Iterator[Outlier]:
    """One line a workbook, however many of its texts stand in those of other bodies too; the link leads to the first of them."""
    holders: dict[str, dict[str, None]] = defaultdict(dict)
    for record in records:
        for text in record.texts:
            holders[text.print][record.unit or record.file] = None
    for record in records:
        body = record.unit or record.file
        shared = [text for text in record.texts if len(holders[text.print]) > 1]
        others = list(dict.fromkeys(other for text in shared for other in holders[text.print] if other != body))
        if shared:
            first = shared[0]
            named = "、".join(others[:3]) + (f" 等 {len(others)} 个单位" if len(others) > 3 else "")
            count = f"{len(shared)} 段文字" if len(shared) > 1 else "一段文字"
            yield Outlier(SAME_TEXT, record, f"{count}与{named}的相同，如“{first.start}{'…' if len(first.start) == 60 else ''}”", first.sheet, first.cell)


def _same_body(records: Sequence[Record]) -> Iterator[Outlier]:
    groups: dict[tuple[str, int | None], list[Record]] = defaultdict(list)
    for record in records:
        if record.unit:
            groups[record.unit, record.year].append(record)
    for group in groups.values():
        for record in group if len(group) > 1 else ():
            others = "、".join(f"“{other.name}”" for other in [other for other in group if other is not record][:3])
            yield Outlier(SAME_BODY, record, f"同一单位同一年度共有 {len(group)} 份工作簿，另有{others}，合计各计一次，请核对取哪一份")
