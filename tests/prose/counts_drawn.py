"""Passages as reports write them, right whatever figures are drawn into them: people, things, scores and rates."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, percent, rounded


def on_time_and_late(r: Random) -> str:
    o, last = r.randint(100, 300), r.randint(5, 60)
    return f"计划改造{o + last}户，实际按期竣工{o}户，逾期{last}户，按期竣工率{percent(o, o + last)}%。"


def staff_and_posts(r: Random) -> str:
    e, x, y, z = r.randint(30, 60), r.randint(5, 20), r.randint(5, 20), r.randint(1, 9)
    return f"我单位核定编制{e}名，年末实有在职人员{x + y + z}人，其中行政人员{x}人、参公人员{y}人、工勤人员{z}人，另有退休人员{r.randint(3, 30)}人、临聘人员{r.randint(2, 9)}人。在职人员控制率{percent(x + y + z, e)}%。"


def answers_to_a_survey(r: Random) -> str:
    n = r.randint(120, 400)
    bad = r.randint(1, 9)
    x = r.randint(60, n - bad - 20)
    y = n - bad - x
    h = n + bad
    return f"共发放问卷{h}份，收回有效问卷{n}份，回收率{percent(n, h)}%。其中“非常满意”{x}份，“满意”{y - 10}份，“一般”10份，“不满意”{bad}份，满意度{percent(x + y - 10, n)}%。"


def more_than_planned(r: Random) -> str:
    g = r.randint(100, 300)
    d = r.randint(5, 80)
    return f"年度目标{g}户，实际完成{g + d}户，完成率{percent(g + d, g)}%，超额完成{d}户，超任务{percent(d, g)}%。"


def indicators_done_partly_and_not(r: Random) -> str:
    n, m, k = r.randint(8, 20), r.randint(1, 3), r.randint(0, 2)
    return f"共设置三级指标{n + m + k}个，其中完成{n}个，部分完成{m}个，未完成{k}个，完成率{percent(n, n + m + k)}%。"


def a_table_of_projects(r: Random) -> str:
    nm = ["办案经费", "信息化运维", "装备购置"]
    b = [amount(r) for _ in nm]
    s = [rounded(x * Decimal(r.randint(60, 99)) / 100) for x in b]
    rows = "\n".join(f"{n} {x} {y} {x - y} {percent(y, x)}%" for n, x, y in zip(nm, b, s, strict=True))
    return f"项目 预算数 支出数 结余数 执行率\n{rows}\n合计 {sum(b)} {sum(s)} {sum(b) - sum(s)} {percent(sum(s), sum(b))}%"


def a_table_between_bars(r: Random) -> str:
    nm = ["一中", "二中", "三小"]
    b = [r.randint(100, 900) for _ in nm]
    s = [r.randint(1, 90) for _ in nm]
    rows = "\n".join(f"| {i + 1} | {n} | {x} | {y} | {percent(y, x)}% |" for i, (n, x, y) in enumerate(zip(nm, b, s, strict=True)))
    return f"| 序号 | 学校 | 学生数 | 受助人数 | 资助比例 |\n| --- | --- | --- | --- | --- |\n{rows}\n| | 合计 | {sum(b)} | {sum(s)} | {percent(sum(s), sum(b))}% |"


def a_formula_with_words_and_figures(r: Random) -> str:
    e = r.randint(20, 80)
    n = r.randint(10, e)
    return f"在职人员控制率=在职人员数/编制数×100%={n}/{e}×100%={percent(n, e)}%。"


def a_formula_with_names_in_brackets(r: Random) -> str:
    last, n = amount(r, 20, 60), amount(r, 5, 60)
    return f"“三公”经费变动率=（本年度“三公”经费总额{n}-上年度“三公”经费总额{last}）/上年度“三公”经费总额{last}×100%={percent(n - last, last)}%。"


def cases_against_last_year(r: Random) -> str:
    x = r.randint(100, 900)
    y = r.randint(100, 900)
    return f"全年受理案件{x}件，去年同期{y}件，同比{'上升' if x >= y else '下降'}{percent(abs(x - y), y)}%；办结{x - 7}件，办结率{percent(x - 7, x)}%，未办结7件。"


def points_of_a_percentage(r: Random) -> str:
    x, y = Decimal(r.randint(8000, 9900)) / 100, Decimal(r.randint(8000, 9900)) / 100
    return f"满意度{x}%，比上年的{y}%{'提高' if x >= y else '下降'}{abs(x - y)}个百分点。"


def planned_and_held(r: Random) -> str:
    pl = r.randint(10, 40)
    dn = r.randint(5, pl)
    return f"计划举办培训班{pl}期，实际举办{dn}期，完成计划的{percent(dn, pl)}%，少办{pl - dn}期；计划培训{pl * 50}人，实际培训{dn * 48}人，完成率{percent(dn * 48, pl * 50)}%。"


def kinds_of_planting(r: Random) -> str:
    x, y, z = r.randint(100, 900), r.randint(100, 900), r.randint(100, 900)
    return f"完成造林{x + y + z}亩，其中人工造林{x}亩、封山育林{y}亩、退化林修复{z}亩；完成抚育{r.randint(100, 900)}亩，栽植苗木{r.randint(10, 90)}万株。"


def indicators_not_done(r: Random) -> str:
    n = r.randint(10, 30)
    k = r.randint(1, 4)
    m = r.randint(1, 3)
    return f"{n}项绩效指标中，{n - k - m}项完成，{k}项超额完成，{m}项未完成，未完成率{percent(m, n)}%。"


def a_hospital_s_year(r: Random) -> str:
    x, y = r.randint(10000, 90000), r.randint(10000, 90000)
    z, w = r.randint(1000, 9000), r.randint(1000, 9000)

    def f(n, last):
        return f"{'增长' if n >= last else '下降'}{percent(abs(n - last), last)}%"

    return f"全年门急诊{x}人次，同比{f(x, y)}（上年{y}人次）；出院{z}人次，同比{f(z, w)}（上年{w}人次）；床位使用率{Decimal(r.randint(7000, 9900)) / 100}%，平均住院日{Decimal(r.randint(60, 99)) / 10}天。"


def classes_and_pupils(r: Random) -> str:
    v = [r.randint(200, 900) for _ in range(3)]
    w = [r.randint(10, 60) for _ in range(3)]
    return f"现有教学班{sum(w)}个，学生{sum(v)}人：七年级{w[0]}个班{v[0]}人，八年级{w[1]}个班{v[1]}人，九年级{w[2]}个班{v[2]}人，平均班额{rounded(Decimal(sum(v)) / sum(w), 1)}人。"


def households_and_people(r: Random) -> str:
    h, n = r.randint(100, 900), r.randint(1000, 3000)
    o = r.randint(10, 90)
    return f"全镇脱贫户{h}户{n}人，监测户{o}户{o * 3}人，其中已消除风险{o - 5}户{o * 3 - 15}人，未消除风险5户15人，风险消除率{percent(o - 5, o)}%。"


def beyond_the_target(r: Random) -> str:
    t1 = r.randint(100, 300)
    d = t1 + r.randint(5, 60)
    return f"年初目标值{t1}人次，实际完成{d}人次，超出目标值{d - t1}人次，偏差率{percent(d - t1, t1)}%。"


def offices_and_posts(r: Random) -> str:
    x, y = r.randint(3, 9), r.randint(2, 6)
    z = r.randint(1, 4)
    return f"内设机构{x}个，下属单位{y}个，其中参公单位{z}个、公益一类{y - z}个；另有派出机构{r.randint(1, 6)}个。"


def marks_that_overlap(r: Random) -> str:
    n = r.randint(200, 500)
    w = r.randint(50, 150)
    old = r.randint(30, 100)
    pr = r.randint(10, 60)
    return f"服务对象{n}人，其中女性{w}人、60岁以上{old}人、困难群众{pr}人。"


def staff_of_the_year(r: Random) -> str:
    n = r.randint(30, 90)
    i = r.randint(1, 5)
    o = r.randint(1, 6)
    return f"年初在职{n}人，年内调入{i}人，退休{o}人，年末在职{n + i - o}人；编制{n + 3}名，空编{n + 3 - (n + i - o)}名。"


def samples_taken(r: Random) -> str:
    n = r.randint(50, 200)
    k = r.randint(1, 5)
    return f"抽检{n}批次，合格{n - k}批次，合格率{percent(n - k, n)}%，不合格{k}批次，均已处置。"


def villages_and_communities(r: Random) -> str:
    n = r.randint(10, 30)
    v = r.randint(1, 9)
    k = r.randint(2, 5)
    return f"辖{n}个村（居），其中行政村{n - v}个、社区{v}个，{k}个村为示范村，占行政村的{percent(k, n - v)}%。"


def complaints(r: Random) -> str:
    n, m = r.randint(100, 400), r.randint(10, 60)
    return f"共受理投诉{n + m}件（电话{n}件、来访{m}件），已办结{n + m - 3}件，办结率{percent(n + m - 3, n + m)}%，群众满意{n + m - 9}件，满意率{percent(n + m - 9, n + m - 3)}%。"


def beds_and_ratios(r: Random) -> str:
    b = r.randint(100, 400)
    u = Decimal(r.randint(7000, 9900)) / 100
    return f"编制床位{b}张，实际开放{b + 20}张，床位使用率{u}%，较上年{u - Decimal('2.31')}%上升2.31个百分点；医护比1:{Decimal(r.randint(12, 19)) / 10}。"


def kinds_planned_and_done(r: Random) -> str:
    n = [r.randint(3, 9) for _ in range(3)]
    m = [r.randint(1, x) for x in n]
    return f"年度任务{sum(n)}项，已完成{sum(m)}项，完成率{percent(sum(m), sum(n))}%。其中产业类{n[0]}项完成{m[0]}项、基建类{n[1]}项完成{m[1]}项、民生类{n[2]}项完成{m[2]}项。"


def pupils_and_teachers(r: Random) -> str:
    b, g = r.randint(200, 500), r.randint(200, 500)
    bo = r.randint(100, 300)
    return f"在校生{b + g}人，男生{b}人，女生{g}人，寄宿生{bo}人，寄宿率{percent(bo, b + g)}%；教师{(b + g) // 15}人，生师比{rounded(Decimal(b + g) / ((b + g) // 15), 1)}:1。"


def scores_by_dimension(r: Random) -> str:
    w = [15, 20, 35, 30]
    s = [Decimal(x) - Decimal(r.randint(0, 40)) / 10 for x in w]
    nm = ["决策", "过程", "产出", "效益"]
    return (
        f"经综合评价，项目得分{sum(s)}分，等级为“{'优' if sum(s) >= 90 else '良' if sum(s) >= 80 else '中'}”。其中："
        + "，".join(f"{n}指标{x}分，得{y}分，得分率{percent(y, x)}%" for n, x, y in zip(nm, w, s, strict=True))
        + "。"
    )


def scores_in_a_list(r: Random) -> str:
    nm = ["立项规范性", "目标明确性", "资金到位率", "制度健全性", "完成率", "质量达标率", "社会效益", "满意度"]
    w = [5, 5, 10, 10, 20, 20, 20, 10]
    s = [Decimal(x) - Decimal(r.choice([0, 0, 5, 10, 20])) / 10 for x in w]
    body = "；".join(f"{n}（{x}分）得{y}分" for n, x, y in zip(nm, w, s, strict=True))
    return f"各项指标得分情况：{body}。总得分{sum(s)}分，扣{100 - sum(s)}分。"


def points_off_by_cause(r: Random) -> str:
    d = [Decimal(r.randint(5, 30)) / 10 for _ in range(3)]
    return f"本次自评得{100 - sum(d)}分，共扣{sum(d)}分：预算执行率扣{d[0]}分，产出数量扣{d[1]}分，满意度扣{d[2]}分。"


def a_rate_worth_points(r: Random) -> str:
    b = amount(r, 100, 900)
    s = rounded(b * Decimal(r.randint(5000, 9999)) / 10000)
    return f"预算执行率={s}÷{b}×100%={percent(s, b)}%，该指标分值10分，得分={percent(s, b)}%×10={rounded(percent(s, b) / 10)}分。"


def a_grade_with_its_bands(r: Random) -> str:
    s = Decimal(r.randint(800, 999)) / 10
    return f"评价得分{s}分，评价等级为“{'优' if s >= 90 else '良'}”（90分及以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差）。"


def a_mean_of_scores(r: Random) -> str:
    s = [Decimal(r.randint(850, 990)) / 10 for _ in range(4)]
    return f"抽取4个乡镇打分，得分分别为{s[0]}分、{s[1]}分、{s[2]}分、{s[3]}分，平均{rounded(sum(s) / 4)}分。"


def weighted_scores(r: Random) -> str:
    x, y = Decimal(r.randint(850, 990)) / 10, Decimal(r.randint(850, 990)) / 10
    return f"单位自评得分{x}分、第三方评价得分{y}分，按4:6加权后综合得分为{rounded(x * Decimal('0.4') + y * Decimal('0.6'))}分。"


def scores_with_full_marks(r: Random) -> str:
    s = [Decimal(r.randint(70, 100)) / 10, Decimal(r.randint(400, 500)) / 10, Decimal(r.randint(250, 300)) / 10, Decimal(r.randint(80, 100)) / 10]
    return f"预算执行得{s[0]}分（满分10分），产出指标得{s[1]}分（满分50分），效益指标得{s[2]}分（满分30分），满意度指标得{s[3]}分（满分10分），总分{sum(s)}分。"


def so_many_points_each(r: Random) -> str:
    k = r.randint(1, 4)
    w = Decimal("2.5")
    return f"发现问题{k}个，每个扣{w}分，共扣{w * k}分，该项指标15分，得{15 - w * k}分。"
