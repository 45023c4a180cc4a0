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
    ("the rest of all that came", "受理咨询21460件，当日答复20893件，其余567件三日内答复。", "balance", HOLDS, "567件", "567件"),
    ("more done than came, by one digit", "受理咨询21460件，当日答复26893件，其余567件三日内答复。", "balance", FAILS, "21460件", "27460件"),
    ("more done than there are, by one digit", "106个完工项目中107个一次验收合格，余下2个整改后合格。", "balance", FAILS, "106个", "109个"),
    ("the rest behind a share of all that came, reckoned wrong", "受理咨询21460件，当日答复20893件，占97.4%，其余477件三日内答复。", "balance", FAILS, "477件", "567件"),
    ("the rest of those within which some are told", "106个完工项目中104个一次验收合格，余下2个整改后合格。", "balance", HOLDS, "2个", "2个"),
    ("the rest of those within which some are told, one digit wrong", "106个完工项目中102个一次验收合格，余下2个整改后合格。", "balance", FAILS, "2个", "4个"),
    ("all in post behind those on the payroll and those hired", "年末在编143人，劳务派遣柜员121人，在岗总人数264人。", "sum", HOLDS, "264人", "264人"),
    ("all in post, one digit wrong", "年末在编43人，劳务派遣柜员21人，在岗总人数65人；在编人员中机关24人、管理部19人。", "sum", FAILS, "65人", "64人"),
    ("so much a month, the months and the heads behind it", "护林员补助人均每月1400元，12个月64名共计107.52万元。", "formula", HOLDS, "107.52万元", "107.52万元"),
    ("so much a month, the months and the heads behind it, the point out of place", "护林员补助人均每月1400元，12个月64名共计1075.20万元。", "formula", FAILS, "1075.20万元", "107.52万元"),
    ("the first three of a list of the sentence before", "项目支出4258.15万元，包括优抚补助1864.30万元、一次性补助1236.75万元、优待金742.08万元、军休服务318.60万元、双拥经费96.42万元。其中前三项直接发放到人的资金共3843.13万元。", "sum", HOLDS, "3843.13万元", "3843.13万元"),
    ("the first three of a list of the sentence before, one digit wrong", "项目支出4258.15万元，包括优抚补助1864.30万元、一次性补助1236.75万元、优待金742.08万元、军休服务318.60万元、双拥经费96.42万元。其中前三项直接发放到人的资金共3743.13万元。", "sum", FAILS, "3743.13万元", "3843.13万元"),
    ("a share of this year's total, last year's told between, wrong", "全年总收入11175.15万元，其中财政补助收入1286.50万元、事业收入9742.38万元、其他收入146.27万元。与2020年总收入10632.48万元比较，增长5.10%。财政补助收入占总收入的12.51%。", "share", FAILS, "12.51%", "11.51%"),
    ("a share of this year's total, last year's told between", "全年总收入11175.15万元，其中财政补助收入1286.50万元、事业收入9742.38万元、其他收入146.27万元。与2020年总收入10632.48万元比较，增长5.10%。财政补助收入占总收入的11.51%。", "share", HOLDS, "11.51%", "11.51%"),
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
    ("the rest behind a share of all that came", "受理咨询21460件，当日答复20893件，占97.4%，其余567件三日内答复。"),
    ("a rest, and more of the same behind it", "受理信访180件，当日办结120件，其余35件转办，25件退回。"),
    ("a rest of a few, of which some go untold", "受理信访80件，当日办结50件，其余20件转办。"),
    ("a rest of those not known as all there are", "新建泵站180座，改造120座，其余50座停用。"),
    ("a rest behind a share of another whole", "受理信访1800件，办结1200件，占42.5%，其余555件转办。"),
    ("so much a month, and heads who came in the year", "补助人均每月1400元，今年64名共计95.30万元。"),
    ("the first three of a list, of another year", "上年优抚补助1864.30万元、一次性补助1236.75万元、优待金742.08万元、军休服务318.60万元。其中前三项本年共3743.13万元。"),
    ("all in post that are not the two kinds before", "年末在编43人，退休返聘21人，在岗总人数55人。"),
]  # fmt: skip
