"""What grades, dimensions and the last of a list come to, what is named or counted again: rows as in `sentences`, traps as (name, text)."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

_POINTS = "投入14.5分（满分15分）、过程23.2分（满分25分）、产出33.6分（满分35分）、效果23.9分（满分25分），总得分{}分。"
_LOANS = "发放创业贷款3.42亿元，惠及创业青年1368人，人均贷款25万元。\n存在不足：全年惠及创业青年{}人，与需求还有差距。"
_PUBLIC = "全年“三公”经费决算31.28万元，预算36.00万元。公务用车运行维护费13.65万元（5辆），公务接待费9.83万元（114批次），因公出国（境）费{}万元。"

SUMMED_UP = [
    ("a rate of what was graded good or better", "抽查78场，其中优秀的46场、良好的29场、合格的3场，优良率为96.15%。", "rate", HOLDS, "96.15%", "96.15%"),
    ("a rate of what was graded good or better, wrong", "抽查78场，其中优秀的46场、良好的29场、合格的3场，优良率为69.15%。", "rate", FAILS, "69.15%", "96.15%"),
    ("the last part is what others there are, behind one of them", "查出问题金额5.97亿元，其中违规0.64亿元、管理不规范3.26亿元、渠道等其他问题1.87亿元。", "sum", FAILS, "5.97亿元", "5.77亿元"),
    ("one amount in two units, the first rounded, ten times too much", "资产总额9.8467亿元，折合9846.72万元。", "unit", FAILS, "9846.72万元", "98467.00万元"),
    ("one amount in two units, the first rounded", "资产总额0.9847亿元，折合9846.72万元。", "unit", HOLDS, "9846.72万元", "9846.72万元"),
    ("a mean of each loan in 元 for 万元", "发放贷款2680万元、134笔，笔均20元。", "formula", FAILS, "20元", "200000元"),
    ("a mean of each loan", "发放贷款2680万元、134笔，笔均20万元。", "formula", HOLDS, "20万元", "20万元"),
    ("events behind 涵盖, one fewer told", "在训312人，涵盖田径、游泳、举重、乒乓球、射击、跆拳道5个项目。", "count", FAILS, "5个", "6个"),
    ("events behind 涵盖, the last two joined by 和", "在训312人，涵盖田径、游泳、举重、射击和跆拳道5个项目。", "count", HOLDS, "5个", "5个"),
    ("a growth behind 相比, a rate between its amounts", "全年支出2579.36万元，预算执行率96.29%，与上年支出2316.90万元相比增长13.11%。", "change", FAILS, "13.11%", "11.33%"),
    ("a fall of a subject named again", "2023年支出合计1404.79万元，年末结余15.46万元。支出比2022年的1468.32万元下降5.73%。", "change", FAILS, "5.73%", "4.33%"),
    ("a fall of a subject named again, right", "2023年支出合计1404.79万元，年末结余15.46万元。支出比2022年的1468.32万元下降4.33%。", "change", HOLDS, "4.33%", "4.33%"),
    ("dimensions with what they may bring behind them", _POINTS.format("95.2"), "sum", HOLDS, "95.2分", "95.2分"),
    ("dimensions with what they may bring behind them, wrong", _POINTS.format("95.8"), "sum", FAILS, "95.8分", "95.2分"),
    ("the three public expenses behind their total, one with its digits exchanged", _PUBLIC.format("8.70"), "sum", FAILS, "31.28万元", "32.18万元"),
    ("what all have, ten times what each has makes it", "脱贫人口1268户5147人，人均纯收入14386元，脱贫人口年纯收入总额约74044万元。", "formula", FAILS, "74044万元", "7404万元"),
    ("meetings behind papers of another measure", "收发文合计7899件；承办常务会议26次、全体会议2次、专题会议148次，共186次。", "sum", FAILS, "186次", "176次"),
    ("meetings behind papers of another measure, right", "收发文合计7899件；承办常务会议26次、全体会议2次、专题会议148次，共176次。", "sum", HOLDS, "176次", "176次"),
    ("people counted again by the same words, two digits exchanged", _LOANS.format(1386), "repeat", FAILS, "1386人", "1368人"),
]

SUMMED_UP_TRAPS = [
    ("meetings behind others of the same measure", "全年接待来访12次；承办常务会议26次、专题会议148次，共186次。"),
    ("the three public expenses behind their total", _PUBLIC.format("7.80")),
    ("the three public expenses of a total that no slip leads to", _PUBLIC.format("4.21")),
    ("people counted again by the same words", _LOANS.format(1368)),
    ("what all have, about what each has makes it", "脱贫人口1268户5147人，人均纯收入14386元，脱贫人口年纯收入总额约7404万元。"),
    ("people counted at another time", "发放创业贷款3.42亿元，惠及创业青年1368人，人均贷款25万元。\n截至年底累计惠及创业青年1386人。"),
    ("good days of a year whose days go untold", "优良天数319天，其中优118天、良201天，优良率87.4%。"),
    ("grades of all and of one kind", "考核村级组织36个，结果为优秀8个、良好19个、合格9个，优良率75%；其中城关镇12个，优秀3个、良好7个、合格2个，优良率83.33%。"),
    ("subjects behind 涵盖, some of them", "课程涵盖语文、数学、英语、物理、化学、生物等9个学科。"),
    ("a part that is the total itself by another name", "年末净资产3268.40万元，比年初3126.80万元增长4.53%；其中本期盈余141.60万元，累计盈余3268.40万元。"),
    ("one amount in two units, cut off instead of rounded", "全年支出46.52万元，即465268.60元。"),
    ("two means and what all have", "脱贫户1268户5147人，户均纯收入58395元，人均纯收入14386元，纯收入总额7404.5万元。"),
    ("the last of a row of staff is no whole of what follows it", "卫生技术人员286人，其中医生98人、护士142人、其他46人；管理人员32人，工勤人员26人，合计344人。"),
]  # fmt: skip
