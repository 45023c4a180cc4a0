"""What stands out over many workbooks and deserves a second look; none of it is an error by itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from statistics import median

from ziping.amounts import show
from ziping.rollup.bodies import alike
from ziping.rollup.counting import Left
from ziping.rollup.record import Record
from ziping.rollup.unlike import far, mistaken

_COPY = re.compile(r"副本|[ -]copy\b|[(（]\d{1,2}[)）]\.\w+$", re.IGNORECASE)  # how programs call a file that they copy
PEERS = 8  # scores of one scheme from which a score can be far from the others
SPREADS = Decimal("4.4478")  # three standard deviations, by the median deviation of a normal distribution (3 × 1.4826)
LEAST_DISTANCE = Decimal(5)  # points below which no score is called far

FULL, RATE, SAME_TEXT, FAR = "全部满分", "执行率超过 120%", "文字雷同", "得分偏离同类"
SAME_FILE, SAME_BODY, EMPTY, OTHER_YEAR, AMOUNT, NO_SCORES, NO_RESULTS = (
    "文件内容相同", "同一单位多份", "没有填报", "年度不同", "金额悬殊", "总分没有依据", "公式没有结果")
UNSUPPORTED = "各项指标都没有得分，总分没有依据"
UNREAD_TOTALS = "公式没有结果，读不到总分、预算数和执行数，不是没有填写；请在装有加载项的 Excel 中重算并保存，或用 ziping recalculate 重算，再汇总"


@dataclass(frozen=True, slots=True)
class Outlier:
    kind: str
    record: Record
    message: str
    sheet: str = ""
    cell: str = ""


def outliers(records: Sequence[Record], repeats: dict[str, Record], left: dict[str, Left]) -> list[Outlier]:
    """All of them, kind by kind, in the order of the records. `repeats`: files whose content is that of an earlier record; `left`: by `left_out`."""
    single = [record for record in records if record.file not in repeats]
    found = [Outlier(EMPTY, record, "没有总分，也没有预算数和执行数，像是没有填写的表") for record in single if record.unfilled]
    found += [Outlier(NO_RESULTS, record, UNREAD_TOTALS) for record in single if record.uncomputed]
    found += [Outlier(NO_SCORES, record, f"自评总分 {record.stated}，而{UNSUPPORTED}，不参加排名和平均，请补填各项得分") for record in single if record.unsupported]
    found += _other_year(single)
    found += [Outlier(SAME_BODY, record, f"{left[record.file].reason}，金额未计入合计，请核对") for record in single if record.file in left and left[record.file].doubtful]
    found += [Outlier(FULL, record, f"各项指标得分均等于分值，自评总分 {record.stated or '—'}") for record in single if record.full]
    found += [Outlier(RATE, record, f"{rate.label}执行率 {rate.shown}", rate.sheet, rate.cell) for record in single if not mistaken(record) for rate in record.rates]
    found += [Outlier(AMOUNT, record, f"{told}，金额未计入合计，请核对计量单位") for record, told in far(single) if record.file in left]
    found += _far(single)
    found += _same_text(single)
    found += [Outlier(SAME_FILE, record, f"与“{repeats[record.file].name}”内容完全相同，不计入排名和合计") for record in records if record.file in repeats]
    return found


def repeated(records: Sequence[Record]) -> dict[str, Record]:
    """file → the record with the same content that counts: one that is not called a copy, the earlier of two."""
    alike: dict[str, list[Record]] = {}
    for record in records:
        if record.hash:
            alike.setdefault(record.hash, []).append(record)
    counts = {hash_: next((each for each in found if not _COPY.search(Path(each.file).name)), found[0]) for hash_, found in alike.items()}
    return {record.file: counts[record.hash] for record in records if record.hash and counts[record.hash] is not record}


def common_years(records: Sequence[Record]) -> tuple[int | None, ...]:
    """The years of the workbooks, that of most of them first, the later first where there are as many; one that states none comes last."""
    counts = Counter(record.year for record in records)
    return tuple(sorted(counts, key=lambda year: (year is None, -counts[year], -(year or 0))))


def _other_year(records: Sequence[Record]) -> Iterator[Outlier]:
    years = common_years(records)
    most = sum(record.year == years[0] for record in records) if years else 0
    for record in records if len(years) > 1 else ():
        if record.year != years[0]:
            stated = f"评价年度为 {record.year} 年" if record.year is not None else "没有写明评价年度"
            yield Outlier(OTHER_YEAR, record, f"{stated}，全部 {len(records)} 份中有 {most} 份为 {years[0]} 年，排名和合计按年度分开")


def _far(records: Sequence[Record]) -> Iterator[Outlier]:
    """Scores compared with those of the same scheme: the distance from the median in terms of the median distance."""
    groups: dict[str, list[tuple[Record, Decimal]]] = defaultdict(list)
    for record in records:
        if record.stated and not record.unsupported:
            groups[record.scheme].append((record, Decimal(record.stated)))
    for group in groups.values():
        if len(group) < PEERS:
            continue
        middle = median(score for _, score in group)
        limit = max(SPREADS * median(abs(score - middle) for _, score in group), LEAST_DISTANCE)
        for record, score in group:
            if abs(score - middle) > limit:
                side = "低于" if score < middle else "高于"
                yield Outlier(FAR, record, f"自评总分 {show(score, 2)}，{side}同类 {len(group)} 份的中位数 {show(middle, 2)} 达 {show(abs(score - middle), 2)} 分")


def _same_text(records: Sequence[Record]) -> Iterator[Outlier]:
    """One line a workbook, however many of its texts stand in those of other bodies too: the one that most bodies have is told and linked to."""
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for record in records:
        for text in record.texts:
            holders[text.print].setdefault(alike(record.unit) or record.file, record.unit or record.file)
    for record in records:
        body = alike(record.unit) or record.file
        shared = [text for text in record.texts if len(holders[text.print]) > 1]
        if shared:
            told = max(shared, key=lambda text: len(holders[text.print]))
            others = len(holders[told.print]) - 1
            named = "、".join(islice((name for other, name in holders[told.print].items() if other != body), 3)) + (f" 等 {others} 个单位" if others > 3 else "")
            quoted = f"“{told.start}{'…' if len(told.start) == 60 else ''}”与{named}的相同"
            count = f"{len(shared)} 段文字与其他单位的相同，最多见的" if len(shared) > 1 else "文字"
            yield Outlier(SAME_TEXT, record, count + quoted, told.sheet, told.cell)
