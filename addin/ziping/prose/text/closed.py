"""Lists that leave nothing out by what they name: 基本支出 and 项目支出; 出国、用车、接待; 在编 and 编外; 第一批, 第二批 of 分两批."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ziping.amounts import PERCENT, Figure, Quantity, foots, last_place
from ziping.prose.text.ending import some_of_them
from ziping.prose.text.figures import Kind, number_word, whole_number
from ziping.prose.text.markers import WITHIN
from ziping.prose.text.said import Role, Said

__all__ = ["STAFF", "by_levels", "closed", "cut_off", "denied", "graded", "instalment", "is_grade", "paired", "shared_out", "three_public"]

# Lists that are complete by what they name, the words one of which their total must carry, and whether any total will do that the
# list follows at once and names nothing besides.
_CLOSED = (
    (("基本支出", "项目支出"), "支出|总|合计|决算|预算", False),
    (("人员", "公用"), "基本支出", False),
    (("出国", "车", "接待"), "三公", True),
    (("购置", "运行"), "车", False),
    (("行政单位", "事业单位"), "行政事业", False),
    (("一般债", "专项债"), "债", False),
    (("一般公共预算", "政府性基金"), "财政拨款", False),
    (("产出", "效益", "满意"), "指标", False),
    (("年初结转|上年结转", "本年收入"), "总收入|收入总计|收入", False),
    (("国内", "国外"), "接待", False),
    (("离休", "(?<!离)退休"), "离退休", False),
    (("地方", "上划"), "财政收入|预算收入", False),
    (("国税", "地税", "财政"), "收入", False),
    (("税务", "财政(?!部门外)"), "收入", False),
    (("主干", "次干", "支路"), "道路", False),
    (("检察官|法官", "辅助", "行政"), "在编|人员|干警|实有", False),
    (("(?<![^、])(?:社会团体|社团)(?![^、])", "(?<![^、])(?:民办非企业(?:单位)?|民非|社会服务机构)(?![^、])", "(?<![^、])基金会(?![^、])"), "社会组织", False),
    (("货物", "工程", "服务"), "采购.*(?:额|规模|支出|预算|项目)", False),
    (("(?<!非)税收", "非税"), "预算收入|财政收入|财政预算收入", False),
)
_WHOLES = tuple((tuple(re.compile(word) for word in words), re.compile(whole), alone) for words, whole, alone in _CLOSED)
# Ways to divide people into two groups that leave nobody out.
_PEOPLE = (("在编|编内", "编外|聘用|合同|临时|临聘|劳务|派遣|非编"), ("在职|在岗|职工", "退休|离休"))
STAFF = re.compile(r"专业技术|技术人员|(?<!参公)(?<!参照公务员)(?<!公务员法)管理(?:人员|岗)|工勤|专任教师|教辅")
_POSTS = re.compile(r"行政|事业|全额|差额|自收自支|工勤|参公|参照|政法专项")


@dataclass(frozen=True, slots=True)
class _List:
    """A total and what stands for its parts. adjacent: right behind it; counts: of things that are counted."""

    parts: Sequence[Said]
    names: Sequence[str]
    total: Said
    adjacent: bool
    counts: bool


# What a thing is divided into by two words, one part and all the rest.
_PAIRS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        ("办结|处理完毕|办理完毕|已完成|已整改|已开工", "正在|在办|未办结|未完成|未整改|未开工|办理中"),
        ("自行|直接办|直办", "派单|转办|交办"),
        ("(?<!无)有效", "无效"),
        ("按[时期]", "超[时期]|逾期"),
        ("已分配", "未分配"),
        ("已支[出付]", "未支[出付]"),
        ("(?:县城|城区|城镇|城市)", "(?:乡镇|农村|乡村)"),
        ("春季", "秋季"),
        ("完工|竣工|建成", "在建|未开工"),
        ("上半年", "下半年"),
        ("提前下达|预下达|第一批", "本次下达|后续下达|追加下达|第二批"),
        ("线上|网上", "线下|现场"),
        ("水田", "旱地"),
        ("门诊", "急诊"),
        ("集中(?=供养)", "分散(?=供养)"),
        ("机构(?=供养|养育)", "散居"),
    )
)
_GRADES = re.compile(r"(?:评[为价定]为?|等级[为是]?|结果为)?[“\"]?(?:优秀?|良好?|中等?|较?差|合格|不合格|一般)[”\"]?(?:等次|等级|等|级|档)?(?:的|项目)*")
_GRADED = re.compile(rf"(?:{_GRADES.pattern})$")
_CONTENT = re.compile("(?:很|非常|十分|比较|较|基本|不|不太)?满意|一般")
_CHOSEN = re.compile("^(?:选择|认为|评价为?|表示|回答)")
_SIDES = ("东西", "南北", "左右", "内外", "新旧")  # 东干渠31处、西干渠21处
_DENIED = re.compile(r"^(?:不|未|非)(?P<what>.{2,})$")


def paired(one: str, other: str) -> bool:
    """Whether two names are a part and all the rest: 已办结 and 正在办理, 有效 and 无效."""
    denied = _DENIED.match(other)
    return denied is not None and one.removeprefix("已") == denied["what"] or any(first.search(one) and second.search(other) for first, second in _PAIRS)


def denied(one: Said, other: Said) -> bool:
    """Whether two counts are what is and what is not: 起诉30人,不起诉12人."""
    what, rest = (re.split("[,，、;；]", said.lead)[-1] for said in (one, other))
    at = re.search("[不未非]", rest)
    return at is not None and not re.search("[不未非]", what) and bool(set(rest[at.end() :]) & set(what))


def is_grade(name: str) -> bool:
    """Whether this is a grade, or ends with one: 优秀, 良好, 评选优秀项目."""
    return bool(_GRADED.search(name))


def graded(names: Sequence[str]) -> bool:
    """Whether these are three grades of one scale."""
    return len(names) == 3 and len(set(names)) == 3 and all(_GRADES.fullmatch(name) for name in names)


def _opposites(names: Sequence[str]) -> bool:
    """`合格` and `不合格`, `已完成` and `未完成`, 男 and 女; the grades of one scale, three at least."""
    names = [_CHOSEN.sub("", name) for name in names]
    if len(names) == 2:
        one, other = sorted(names, key=lambda name: bool(_DENIED.match(name)))
        denied = _DENIED.match(other)
        if denied is not None and one.removeprefix("已") == denied["what"] or {name[:1] for name in names} == {"男", "女"}:
            return True
    if len(names) == 2 and paired(*names):
        return True
    if len(names) == 2 and any((a in names[0] and names[0].replace(a, b, 1) == names[1]) for pair in _SIDES for a, b in (pair, pair[::-1])):
        return True
    if len(names) > 2 and len(set(names)) == len(names) and "不满意" in names and all(_CONTENT.fullmatch(name) for name in names):
        return True
    return len(names) > 2 and len(set(names)) == len(names) and all(_GRADES.fullmatch(name) for name in names)


def _people(row: _List) -> bool:
    """`行政编制12人、事业编制30人`, `在编8人、聘用5人`: all the people there are, by their posts or by two kinds."""
    names = row.names
    if not row.counts or row.total.mention.figure.unit.base != "人" and not (len(names) > 2 and all("编" in name for name in names)) or len(names) < 2:
        return False
    if all(_POSTS.search(name) for name in names) or all(STAFF.search(name) for name in names):
        return True
    if len(names) > 2:
        return False
    return any(re.search(a, names[0]) and re.search(b, names[1]) or re.search(b, names[0]) and re.search(a, names[1]) for a, b in _PEOPLE)


_INSTALMENTS = re.compile(r"分([两二三四五六七八九十\d])(?:个)?(?:批次?|次|期|笔|年|阶段|季度?)")
_REST = re.compile(r"[,，、;；]?(?:其余|余下|剩余)(?![^,，、;；]{0,8}(?:中|结转|结余|资金))")
_ORDINAL = re.compile(r"第([一二三四五六七八九十])(?:批|次|期|笔|年|阶段|季度)")


def instalment(words: str) -> int | None:
    """`第二批` → 2, `首批` → 1; None where the words name no instalment."""
    if match := _ORDINAL.search(words):
        return number_word(match[1])
    return 1 if re.search(r"首(?:批|次|期|笔)", words) else None


def _instalments(row: _List) -> bool:
    """`分三批下达500万元,第一批…,第二批…,第三批…`."""
    first = row.parts[0]
    said = _INSTALMENTS.search(row.total.lead) or _INSTALMENTS.search(first.lead)
    numbers = [instalment(part.lead) for part in row.parts]
    counted = said and whole_number(said[1])
    if counted and not any(numbers) and _INSTALMENTS.match(first.marker):  # 分三批下达:2022年11月a,2023年4月b,2023年9月c
        return counted == len(row.parts)
    return bool(counted) and numbers == list(range(1, len(numbers) + 1)) and counted == len(numbers)


_LEVEL = re.compile(r"(?:下达|争取|安排|其中)*(?P<level>中央|国家(?=级)|省|自治区|市|州|县|区|本级|镇|乡|村)(?:级|本级|财政|配套|补助|专项|资金|拨款|衔接|转移|县|$)")


_LOWEST = re.compile("[县区乡镇村]")


def by_levels(names: Sequence[str]) -> bool:
    """Whether every part is named by its own level of government: such a list leaves nothing out on purpose."""
    levels = [match["level"] if (match := _LEVEL.match(name)) else "" for name in names]
    return len(levels) > 1 and all(levels) and len(set(levels)) == len(levels)


def _doubled(names: Sequence[str]) -> bool:
    """Whether a part (购置及运行费) stands beside its own parts (购置费, 运行费)."""
    return any("购置" in name and "运行" in name for name in names) and sum("车" in name for name in names) > 1


_LISTING = ("其中", "主要是", "包括", "包含", "主要包括", "分为", "分别为", "分别是", WITHIN)


def _others(row: _List) -> bool:
    """Whether the list ends with what is left: 甲a、乙b、其他c; 甲a、乙及其他b; 甲a、乙b、丙等其他c."""
    first, last = row.parts[0], row.parts[-1]
    if not row.adjacent or last.noun.startswith("等") or first.marker not in _LISTING and not (first.marker == ":" and re.search("共|合计", row.total.lead[-8:])):
        return False
    return len(row.parts) > 2 and bool(re.match(r"其[他它]", last.name)) or bool(re.search(r"(?:及|和|与|等)其[他它]", last.name))


def _counted(row: _List) -> bool:
    """`33个绩效指标,包括23个数量指标、…`: three or more kinds, each counted by the noun of the whole."""
    noun = row.total.noun[-2:]
    counts = row.adjacent and len(row.parts) > 2 and len(noun) == 2 and row.parts[0].marker in _LISTING[2:]
    return counts and all(part.noun.endswith(noun) for part in row.parts)


def _with_the_rest(row: _List) -> bool:
    """`甲12万元,其余30万元`: the last part is all the others."""
    return len(row.parts) > 1 and (row.adjacent or row.counts) and _REST.match(row.parts[-1].lead) is not None


def _every_level(row: _List) -> bool:
    """`省级3个、市级12个、县级18个`; from the nation's level down to the county's, or to the one that the total names: 省级以上18个."""
    whole = not row.names[0].startswith("国家") or bool(_LOWEST.match(row.names[-1])) or row.names[-1][:1] + "级以上" in row.total.lead.replace("及以", "以")
    return len(row.names) > 2 and row.counts and whole and by_levels(row.names)


def _opposed(row: _List) -> bool:
    """What is one thing and what is not, or all grades of a scale, of what is counted; of money where two names say so."""
    names = row.names
    told = row.counts or len(names) == 2 and (paired(*names) or any(_DENIED.match(name) for name in names))
    return told and _opposites([name.strip("(,，、;；:：") for name in names])


_EITHER = re.compile(r"^(?P<one>[^()\d,，、;；。]{1,8})\((?P<other>[^()\d,，、;；。]{1,8})\)(?P<rest>[^()\d,，、;；。]{0,6})[,，(:：、]?(?:其中|包括|含)")
_ANY_KIND = re.compile("(?:行政|建制|农村|城市|城镇|城区)?")  # 脱贫村4个、示范村3个 are some of them


def _either(row: _List) -> bool:
    """Whether two kinds are those that the measure names, one in brackets: 辖18个村(社区),其中行政村15个、社区3个; 12个村(居)委会,其中村委会8个、居委会4个."""
    told = _EITHER.match(row.parts[0].lead) if row.counts and len(row.names) == 2 and not some_of_them(row.parts) else None
    kinds = [told["one"] + told["rest"], told["other"] + told["rest"]] if told else []
    return bool(kinds) and any(all(name.endswith(kind) and _ANY_KIND.fullmatch(name.removesuffix(kind)) for name, kind in zip(row.names, order, strict=True)) for order in (kinds, kinds[::-1]))


def three_public(names: Sequence[str]) -> bool:
    """Whether these are the three public expenses, each once."""
    return len(names) == 3 and all(sum(word in name for name in names) == 1 for word in ("出国", "车", "接待"))


def _by_their_names(row: _List) -> bool:
    """Whether a list of `_CLOSED` is told whole, of a total that carries its word; what is said of things that are counted may be true of some only."""
    joined, called, near = "、".join(row.names), row.total.name or row.total.lead[-20:], row.total.lead[-16:]
    if row.counts and some_of_them(row.parts):
        return False
    for words, whole, alone in _WHOLES:
        carried = whole.search(called) or whole.search(near)
        if not carried and not (alone and row.adjacent):
            continue
        if not all(word.search(joined) for word in words) or not all(any(word.search(name) for name in row.names) for word in words):
            continue
        if carried or all(any(word.search(name) for word in words) for name in row.names):
            return True
    return False


_RULES: tuple[Callable[[_List], bool], ...] = (_with_the_rest, _every_level, _either, _counted, _others, _people, _opposed, _by_their_names, _instalments)


def closed(parts: Sequence[Said], total: Said, adjacent: bool) -> bool:
    """Whether what the parts name leaves nothing out of the total: by any of the ways to name all there is."""
    names = [part.name or part.lead for part in parts]
    row = _List(parts, names, total, adjacent, total.mention.kind is Kind.COUNT)
    return not _doubled(names) and any(rule(row) for rule in _RULES)


def cut_off(shares: Sequence[Figure]) -> bool:
    """Whether three shares at least fall short of 100% by no more than they lose when each is cut off instead of rounded."""
    shares = [share for share in shares if share.value]
    short = 1 - sum(share.quantity.value for share in shares)
    return len(shares) > 2 and 0 < short <= len(shares) * max(last_place(share.decimals, PERCENT.shift) for share in shares)


def shared_out(said: Sequence[Said], taken: Sequence[int]) -> bool:
    """Whether every part is followed by its share and the shares add up to 100%: then the list is complete."""
    behind = [said[index + 1] if index + 1 < len(said) else None for index in taken]
    shares = [one.mention.figure for one in behind if one is not None and one.role is Role.SHARE]
    if len(shares) < 2 or len(shares) < len(taken):
        return False
    footing = foots(Quantity(Decimal(1)), shares)
    return footing is not None and (footing.holds or cut_off(shares))
