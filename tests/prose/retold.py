"""Totals that a text states again, and what is left or missing by its totals, in our own words: rows as in `sentences`."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

_YEAR = "××镇2022年度整体支出自评报告\n2022年本镇总支出3518.46万元，其中：基本支出1402.10万元，项目支出2116.36万元。\n"

RESTATED = [
    ("a total told again with digits exchanged", _YEAR + "总的来看，全年3581.46万元的支出保障了运转。", "repeat", FAILS, "3581.46万元", "3518.46万元"),
    ("a total told again a hundred off", _YEAR + "一是编制不细，全镇全年总支出3418.46万元，追加较多。", "repeat", FAILS, "3418.46万元", "3518.46万元"),
    ("a total told again with its point out of place", _YEAR + "全镇全年总支出351.846万元，追加较多。", "repeat", FAILS, "351.846万元", "3518.46万元"),
    ("a part told again with two digits wrong", _YEAR + "2022年项目支出2026.36万元进展顺利。", "repeat", FAILS, "2026.36万元", "2116.36万元"),
]  # fmt: skip

RESTATED_TRAPS = [
    ("another noun", _YEAR + "全镇税收收入3581.46万元。"),
    ("last year's amount", _YEAR + "2021年总支出3581.46万元。"),
    ("the budget beside what was spent", _YEAR + "总支出预算3581.46万元。"),
    ("granted beside spent", _YEAR + "全年下达支出指标3581.46万元。"),
    ("hedged", _YEAR + "全年支出约3581.46万元。"),
    ("the difference is told", _YEAR + "全年支出3618.46万元，其中上级垫付100.00万元。"),
    ("digits that are all others", _YEAR + "全年支出3927.05万元。"),
    ("told twice alike", _YEAR + "镇机关全年支出3581.46万元。镇机关支出3581.46万元均已审计。"),
]  # fmt: skip

RETOLD = [*RESTATED]
RETOLD_TRAPS = [*RESTATED_TRAPS]
