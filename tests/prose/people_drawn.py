"""Passages as reports write them, right whatever figures are drawn into them: staff, pupils, insured, helped."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, heads, percent, rounded, shares


def staff_by_sex_schooling_and_rank(r: Random) -> str:
    schooling = heads(r, 4)
    n = sum(schooling)
    men = r.randint(1, n - 1)
    high = r.randint(1, n // 2)
    middle = r.randint(1, n - high)
    return (
        f"年末实有在职职工{n}人。按性别分，男{men}人，占{percent(men, n, 1)}%，女{n - men}人，占{100 - percent(men, n, 1)}%；"
        f"按学历分，研究生{schooling[0]}人、本科{schooling[1]}人、专科{schooling[2]}人、高中及以下{schooling[3]}人；"
        f"按职称分，高级{high}人、中级{middle}人、初级及以下{n - high - middle}人。"
    )


def officials_by_grade(r: Random) -> str:
    v = heads(r, 4, 1, 12)
    return f"机关行政编制{sum(v) + 3}名，实有{sum(v)}人，其中县处级{v[0]}人，乡科级正职{v[1]}人，乡科级副职{v[2]}人，科员{v[3]}人，缺编3人。"


def several_units_each_with_its_staff(r: Random) -> str:
    posts, staff = heads(r, 3, 20, 60), heads(r, 3, 5, 19)
    retired = heads(r, 3, 1, 20)
    names = ["局机关", "执法大队", "服务中心"]
    return (
        f"本部门编制{sum(posts)}人，在职{sum(staff)}人，退休{sum(retired)}人。其中："
        + "；".join(f"{n}编制{x}人，在职{y}人，退休{z}人" for n, x, y, z in zip(names, posts, staff, retired, strict=True))
        + "。"
    )


def age_groups(r: Random) -> str:
    v = heads(r, 4)
    p = shares([Decimal(x) for x in v], 1)
    return (
        f"专职教师{sum(v)}人，其中35岁及以下{v[0]}人，占{p[0]}%；36至45岁{v[1]}人，占{p[1]}%；46至55岁{v[2]}人，占{p[2]}%；56岁及以上{v[3]}人，占{p[3]}%。"
    )


def insured_by_kind(r: Random) -> str:
    v = heads(r, 3, 1000, 90000)
    last = r.randint(3000, 270000)
    return (
        f"全县参加基本养老保险{sum(v)}人，比上年末{change(sum(v), last, '人', 1)}。其中：企业职工{v[0]}人、机关事业单位{v[1]}人、城乡居民{v[2]}人。"
        f"城乡居民养老保险享受待遇{v[2] // 3}人，待遇发放率100%。"
    )


def insured_in_ten_thousands(r: Random) -> str:
    v = [Decimal(r.randint(100, 9000)) / 100 for _ in range(2)]
    return f"基本医疗保险参保{sum(v)}万人，参保率{Decimal(r.randint(9500, 9990)) / 100}%，其中职工医保{v[0]}万人、居民医保{v[1]}万人，分别占{percent(v[0], sum(v), 1)}%、{percent(v[1], sum(v), 1)}%。"


def minimum_living(r: Random) -> str:
    town, land = heads(r, 2, 50, 900)
    t, c = town * 2 - 11, land * 2 - 17
    a, b = amount(r, 50, 400), amount(r, 50, 400)
    return (
        f"全年保障城乡低保对象{town + land}户{t + c}人，发放低保金{a + b}万元。其中：城市低保{town}户{t}人，发放{a}万元；农村低保{land}户{c}人，发放{b}万元。"
        f"农村低保月人均补助水平{rounded(b * 10000 / c / 12, 0)}元。"
    )


def care_by_month(r: Random) -> str:
    n = r.randint(50, 900)
    each = r.choice([860, 1230, 1450])
    months = r.choice([6, 9, 12])
    return f"为{n}名特困人员按每人每月{each}元标准发放供养金，发放{months}个月，共计{Decimal(n * each * months) / 10000}万元。"


def births_and_deaths(r: Random) -> str:
    n = r.randint(20000, 90000)
    town = r.randint(9000, n - 5000)
    last = n - r.randint(-300, 300)
    return f"年末常住人口{n}人，比上年末{'增加' if n > last else '减少'}{abs(n - last)}人；其中城镇常住人口{town}人，乡村常住人口{n - town}人，城镇化率{percent(town, n)}%。" if n != last else "年末常住人口与上年持平。"


def pupils_by_stage(r: Random) -> str:
    schools, pupils, teachers = heads(r, 3, 3, 40), heads(r, 3, 900, 20000), heads(r, 3, 90, 900)
    names = ["小学", "初中", "高中"]
    return (
        f"全县现有中小学校{sum(schools)}所，在校学生{sum(pupils)}人，教职工{sum(teachers)}人。"
        + "".join(f"{n}{a}所，在校学生{b}人，教职工{c}人。" for n, a, b, c in zip(names, schools, pupils, teachers, strict=True))
    )


def aid_by_stage(r: Random) -> str:
    n = heads(r, 3, 50, 900)
    each = [r.choice([500, 625, 750]), r.choice([1000, 1250]), r.choice([2000, 2500])]
    money = [Decimal(x * y) / 10000 for x, y in zip(n, each, strict=True)]
    names = ["小学", "初中", "高中"]
    return (
        f"春季学期资助学生{sum(n)}人，资金{sum(money)}万元："
        + "；".join(f"{k}{x}人，每生{y}元，计{z}万元" for k, x, y, z in zip(names, n, each, money, strict=True))
        + "。"
    )


def patients(r: Random) -> str:
    out, emergency, inn = heads(r, 3, 5000, 90000)
    last = r.randint(10000, 180000)
    beds = r.randint(100, 900)
    return (
        f"全年总诊疗{out + emergency}人次，其中门诊{out}人次、急诊{emergency}人次，总诊疗人次同比{'增长' if out + emergency >= last else '下降'}{percent(abs(out + emergency - last), last)}%（上年{last}人次）；"
        f"出院{inn}人次，开放床位{beds}张，每张床位年出院{rounded(Decimal(inn) / beds, 1)}人次。"
    )


def income_of_a_hospital(r: Random) -> str:
    a, b, c, d = (amount(r, 500, 9000) for _ in range(4))
    return (
        f"医疗收入{a + b + c + d}万元，其中：门诊收入{a + b}万元（药品{a}万元，检查化验{b}万元），住院收入{c + d}万元（药品{c}万元，检查化验{d}万元）。"
        f"药品收入合计{a + c}万元，药占比{percent(a + c, a + b + c + d)}%。"
    )


def jobs(r: Random) -> str:
    goal = r.randint(900, 5000)
    done = goal + r.randint(1, 900)
    parts = heads(r, 2, 50, 400)
    return (
        f"城镇新增就业目标{goal}人，实际完成{done}人，完成目标任务的{percent(done, goal, 1)}%；失业人员再就业{parts[0]}人，就业困难人员就业{parts[1]}人，"
        f"零就业家庭动态清零；开展职业技能培训{r.randint(500, 3000)}人次。"
    )


def cases_by_kind(r: Random) -> str:
    old, new, shut = r.randint(10, 90), r.randint(100, 900), None
    shut = r.randint(50, old + new - 1)
    parts = heads(r, 3, 5, 40)
    return (
        f"旧存案件{old}件，新收{new}件，共计{old + new}件，审结{shut}件，结案率{percent(shut, old + new)}%，未结{old + new - shut}件；"
        f"另受理申诉{sum(parts)}件，其中维持{parts[0]}件、改判{parts[1]}件、驳回{parts[2]}件。"
    )


def inspections_and_fines(r: Random) -> str:
    n, bad = r.randint(300, 900), r.randint(20, 90)
    mended = bad - r.randint(1, 9)
    fines = heads(r, 2, 3, 30)
    return (
        f"全年检查企业{n}家次，发现隐患{bad}处，已整改{mended}处，整改率{percent(mended, bad)}%，其余{bad - mended}处正在整改；"
        f"立案{sum(fines)}起，其中简易程序{fines[0]}起、普通程序{fines[1]}起，罚款{amount(r, 5, 60)}万元。"
    )


def hotlines(r: Random) -> str:
    parts = heads(r, 4, 100, 9000)
    n = sum(parts)
    p = shares([Decimal(x) for x in parts], 2)
    done = n - r.randint(1, 90)
    return (
        f"12345热线全年受理诉求{n}件，其中：咨询类{parts[0]}件，占{p[0]}%；求助类{parts[1]}件，占{p[1]}%；投诉类{parts[2]}件，占{p[2]}%；建议类{parts[3]}件，占{p[3]}%。"
        f"按期办结{done}件，按期办结率{percent(done, n)}%。"
    )


def staff_moves_by_cause(r: Random) -> str:
    start = r.randint(60, 120)
    come, gone = heads(r, 3, 1, 9), heads(r, 3, 1, 9)
    end = start + sum(come) - sum(gone)
    moved = f"净增{end - start}人" if end > start else f"净减{start - end}人" if end < start else "人数未变"
    return (
        f"上年末在职{start}人，本年增加{sum(come)}人（新录用{come[0]}人、调入{come[1]}人、军转安置{come[2]}人），"
        f"减少{sum(gone)}人（退休{gone[0]}人、调出{gone[1]}人、辞职{gone[2]}人），本年末在职{end}人，{moved}。"
    )


def volunteers_per_head(r: Random) -> str:
    n, t = r.randint(50, 400), r.randint(900, 9000)
    m = amount(r, 2, 30)
    return f"登记志愿者{n}人，全年服务{t}小时，人均{rounded(Decimal(t) / n, 1)}小时；发放补贴{m}万元，人均{rounded(m * 10000 / n)}元。"


def books_per_head(r: Random) -> str:
    books, readers = r.randint(90000, 400000), r.randint(3000, 40000)
    people = r.randint(100000, 400000)
    return f"馆藏图书{books}册，持证读者{readers}人，全县常住人口{people}人，人均藏书{rounded(Decimal(books) / people)}册，持证率{percent(readers, people)}%。"


def training_by_class(r: Random) -> str:
    n = heads(r, 3, 20, 90)
    d = [r.randint(1, 5) for _ in range(3)]
    names = ["初任培训班", "任职培训班", "业务培训班"]
    return (
        f"全年举办培训班3期，培训{sum(n)}人次、{sum(x * y for x, y in zip(n, d, strict=True))}人天，其中："
        + "，".join(f"{k}{x}人、{y}天" for k, x, y in zip(names, n, d, strict=True))
        + "。"
    )


def members_and_branches(r: Random) -> str:
    v = heads(r, 2, 10, 90)
    new = r.randint(1, 9)
    return f"机关党委下设党支部{r.randint(3, 9)}个，党员{sum(v)}人，其中在职党员{v[0]}人、离退休党员{v[1]}人；女党员{v[0] // 3}人，当年发展党员{new}人。"


def households_by_cause(r: Random) -> str:
    v = heads(r, 4, 20, 300)
    p = shares([Decimal(x) for x in v], 2)
    return (
        f"监测对象{sum(v)}户，按风险类型分：因病{v[0]}户（{p[0]}%）、因学{v[1]}户（{p[1]}%）、因灾{v[2]}户（{p[2]}%）、其他{v[3]}户（{p[3]}%）。"
    )


def answers_by_grade(r: Random) -> str:
    n = heads(r, 4, 10, 90)
    t = sum(n)
    p = shares([Decimal(x) for x in n], 2)
    return (
        f"回收有效问卷{t}份，其中“很满意”{n[0]}份，占{p[0]}%；“满意”{n[1]}份，占{p[1]}%；“基本满意”{n[2]}份，占{p[2]}%；“不满意”{n[3]}份，占{p[3]}%。"
        f"综合满意度为{100 - p[3]}%。"
    )
