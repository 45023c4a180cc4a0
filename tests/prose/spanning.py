"""What spans sentences and paragraphs, in our own words: rows as in `sentences`."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

_YEAR = (
    "一、收入支出总体情况\n2022年度收入总计860.35万元，其中：本年收入800.10万元，使用非财政拨款结余10.20万元，年初结转和结余50.05万元。"
    "支出总计860.35万元，其中：本年支出790.30万元，结余分配5.25万元，年末结转和结余64.80万元。\n"
)
_FISCAL = "二、财政拨款情况\n本年财政拨款收入500.40万元。财政拨款支出合计498.10万元，主要用于运转。\n年初财政拨款结转和结余31.00万元。年末财政拨款结转和结余33.30万元。"

YEAREND = [
    ("the money of a year told in two lists", _YEAR, "balance", HOLDS, "64.80万元", "64.80万元"),
    ("the money of a year, what is left wrong", _YEAR.replace("64.80", "68.40"), "balance", FAILS, "68.40万元", "64.80万元"),
    ("the money of a year, what was given out wrong", _YEAR.replace("790.30", "793.30"), "balance", FAILS, "64.80万元", "61.80万元"),
    ("the money of a year told sections apart", "2022年度收入合计800.10万元，比上年多。\n2022年度支出合计790.30万元。\n年初结转和结余50.05万元。\n年末结转和结余59.85万元。", "balance", HOLDS, "59.85万元", "59.85万元"),
    ("the money of a year told sections apart, wrong", "2022年度收入合计800.10万元，比上年多。\n2022年度支出合计790.30万元。\n年初结转和结余50.05万元。\n年末结转和结余58.95万元。", "balance", FAILS, "58.95万元", "59.85万元"),
    ("public money apart from all money", _YEAR + _FISCAL, "balance", HOLDS, "33.30万元", "33.30万元"),
    ("public money apart from all money, wrong", _YEAR + _FISCAL.replace("33.30", "32.30"), "balance", FAILS, "32.30万元", "33.30万元"),
    ("what all received and used is one number", "2022年度收、支总计832.40万元。\n本年收入合计800.10万元。\n年初结转和结余32.30万元。", "balance", HOLDS, "832.40万元", "832.40万元"),
]  # fmt: skip

YEAREND_TRAPS = [
    ("an item of another kind goes unsaid", "2022年度收入合计800.10万元。\n2022年度支出合计790.30万元。\n年初结转和结余50.05万元。\n年末结转和结余47.12万元。"),
    ("all money and public money", "本年收入合计800.10万元。\n本年支出合计790.30万元。\n年初财政拨款结转和结余31.00万元。\n年末财政拨款结转和结余40.90万元。"),
    ("a fund of its own", "2022年度收入合计800.10万元。\n2022年度支出合计790.30万元。\n三、政府性基金情况\n年初结转和结余50.05万元。\n年末结转和结余58.95万元。"),
    ("last year's opening", "2021年度收入合计800.10万元。\n2022年度支出合计790.30万元，2021年初结转和结余50.05万元。\n2022年年末结转和结余58.95万元。"),
    ("one item is told with two amounts", "2022年度收入合计800.10万元。\n2022年度支出合计790.30万元，下属单位本年支出90.30万元。\n年初结转和结余50.05万元。\n年末结转和结余58.95万元。"),
]  # fmt: skip

SPANNING = YEAREND
SPANNING_TRAPS = YEAREND_TRAPS
