"""What the words of a cell in a block of money say: which amount they head, which line they name, the unit they print."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ziping.evaluation import Fund
from ziping.forms.headings import LONGEST, MONEY, Role, key, role_of, squeezed

FIELDS = {
    Role.INITIAL: "initial", Role.ADJUSTED: "adjusted", Role.BUDGET: "adjusted", Role.EXECUTED: "executed", Role.FORECAST: "expected",
    Role.RATE: "rate", Role.POINTS: "points", Role.SCORE: "score",
}  # fmt: skip


class Says(NamedTuple):
    """`role`: the amount that the words head; `weak`: so only beside headings that leave no doubt (支出 beside 预算数); `name`: the line
    that they name; `sum`: they head the sum of the columns beside; `amount`: the figure that stands in the same cell behind a colon."""

    role: Role | None = None
    weak: bool = False
    name: str = ""
    sum: bool = False
    amount: str = ""


@lru_cache(maxsize=8192)
def says(words: str) -> Says:
    """`全年预算数（A）` heads the adjusted budget, `其中：财政拨款` names a line, `基本支出决算数` does both, `执行数：98` holds its figure."""
    if len(words) > 2 * LONGEST:
        return Says()
    pair = name_and_amount(words)
    if pair:
        inner = says(pair[0])
        return inner._replace(amount=pair[1]) if inner.role or inner.name else Says()
    word = key(words)
    if _PAST.search(word) or _OTHER.search(word):
        return Says()  # last year's figures, and those of all years, are not this year's; what arrived and what is left is neither budget nor spent
    if word in _QUOTIENTS:
        return Says(Role.RATE, weak=True)
    named = _NAMED.match(word)
    rest = word[named.end() :] if named else ""
    if named and rest and rest not in _SPENT_ON:
        role = role_of(rest) or _composed(rest)[0]
        if role in MONEY or role is Role.RATE:
            return Says(role, name=named[1])
    role, weak = role_of(words), False
    if role in (None, Role.ACTUAL) and fund_role(words, set()) is None:
        role, weak = _composed(word)
    if role in FIELDS:
        return Says(role, weak)
    return Says(name=words.strip() if is_name(words) else "", sum=word in SUMS)


_PAST = re.compile("(?:上年|上一年|去年|往年|以前年|历年)(?!.{0,2}(?:结转|结余))|总投资|总投入|概算")
_OTHER = re.compile("到位|^(?:资金|本年度?|当年|年末|期末)*(?:结余|节余|剩余)(?:资金|金额|情况|数额?)?$")
ADDED = re.compile("(?:调整|追加|调增|新增)(?:数|额|金额|资金|预算)?$")  # how much was added to a budget, beside the budget itself
_QUOTIENTS = ("完成率", "完成比例", "完成进度", "控制率")  # rates where they stand among amounts
_SPENT_ON = ("支出", "开支", "使用")  # 人员经费支出 names a line
SUMS = ("合计", "小计", "总计", "总额", "总金额", "总数", "金额", "数额")
_SOURCE = r"(?:中央|省级?|自治区|市级?|州级?|县级?|区级?|镇级?|乡镇|地方|本级|上级|本年|当年|上年|财政|一般公共预算|政府性基金|国有资本经营预算?|财政专户|非财政|其[他它]|自筹|自有|单位|社会|事业|经营)"
_NAMED = re.compile(rf"^(?:其中)?:?({_SOURCE}+(?:财政|结转|结余|管理)*(?:拨款|资金|补助|收入|投入)|基本支出|项目支出|人员经费|公用经费|资金总额|年度资金总额)(?=.*[预决执支安下]|$)")


# ---------------------------------------------------------------------------------------------------------------
# Headings of amounts, by the words they are made of

_TIME = r"20\d\d年?度?|截[至止]|\d{1,2}月(?:底|末|\d{1,2}日)?|年初|期初|年中|年末|年底|期末|全年|年度|本年度?|当年度?|本期|累计"
_MADE = rf"{_TIME}|实际|调整后?|追加后|调剂后|变更后|最终|资金|经费|项目|专项|财政|部门|单位|本级|投资|款项|后|的|已|总|补助"
_PLAN = "预算|安排|下达|批复|计划|核定|申请|申报|指标(?=金额|数额|额度|资金|数)"
_SPEND = "执行|支出|使用|支付|决算|列支|开支|花费|完成"
_TAIL = "金额|数额|总额|总数|额度|资金|经费|合计|总计|数|额|量"
_PIECES = re.compile(rf"(?P<whole>转移支付)|(?P<time>{_TIME})|(?P<plan>{_PLAN})|(?P<spend>{_SPEND})|(?P<tail>{_TAIL})|(?P<made>{_MADE})")
_LATER = re.compile("全年|年度|本年|年中|年末|年底|期末|最终|调整|调剂后|变更后|追加后")


@lru_cache(maxsize=4096)
def _composed(word: str) -> tuple[Role | None, bool]:
    """The amount that a heading of known words alone heads (全年预算下达金额, 年末决算总额); and whether it does so only among others of its kind."""
    kinds, at = [], 0
    while at < len(word):
        match = _PIECES.match(word, at)
        if not match:
            return None, False
        kinds.append((match.lastgroup, match[0]))
        at = match.end()
    bare = bool(kinds) and kinds[-1][0] != "tail"
    verbs = [(kind, piece) for kind, piece in kinds if kind in ("plan", "spend")]
    if ADDED.search(word):
        return None, False
    if not verbs:
        if kinds and kinds[0][1] in ("年初", "期初"):
            return Role.INITIAL, True
        return (Role.ADJUSTED, True) if kinds and _LATER.search(word) and "后" in word else (None, False)
    first, last = verbs[0], verbs[-1]
    if (first[1], last[0]) == ("计划", "spend") or (first[1] == "预算" and last[1] in ("支出", "开支")):
        return None, False  # 预算支出: budgeted or spent
    if first[0] == "plan" and last[0] == "spend" and bare:
        return None, False  # 预算执行: what the block is about
    if last[0] == "spend":
        return (None, False) if "年初" in word else (Role.EXECUTED, bare)
    if "实际" in word or "累计" in word:
        return None, False  # 实际下达: neither the budget nor what was spent
    if "年初" in word or "期初" in word:
        return Role.INITIAL, False
    return (Role.ADJUSTED if _LATER.search(word) else Role.BUDGET), bare


_QUOTIENT = re.compile(r"([A-H①-⑳])[/÷][A-H①-⑳]")
_MARK = re.compile(r"^([①-⑳])|[(]?([A-H①-⑳])[)]?(?:=.*)?$")


@lru_cache(maxsize=1024)
def numerator(rate: str) -> str:
    """The mark of the column that a rate divides: `支出实现率⑥=⑤/④` → ⑤."""
    found = _QUOTIENT.search(squeezed(rate))
    return found[1] if found else ""


@lru_cache(maxsize=1024)
def mark_of(words: str) -> str:
    """The mark of a column: `年度拨付金额⑤` → ⑤, `执行数（B）` → B."""
    found = _MARK.search(squeezed(words))
    return (found[1] or found[2]) if found else ""


# ---------------------------------------------------------------------------------------------------------------
# Names of lines

_ROLES = (
    (Fund.CARRYOVER, re.compile(r"结转|结余")),
    (Fund.BASIC, re.compile(r"基本支出")),
    (Fund.PROJECT, re.compile(r"项目支出")),
    (Fund.TOTAL, re.compile(r"资金总额|^总额$|^合计$|^总计$|预算总额|资金合计|支出合计|支出总额|^总数$|总预算|资金总计|^年度资金$|资金总量|^金额合计$")),
    (Fund.FISCAL, re.compile(r"^(?:其中)?:?(?:当年|本年|本年度|年度|年初)?(?:一般公共预算|财政)(?:财政)?(?:拨款|资金|补助)|财政拨款")),
    (Fund.OTHER, re.compile(r"其[他它](?:资金|收入|来源)|^其[他它]$")),
)
_NOT_FISCAL = re.compile(r"非财政|专户")
_BEFORE_NAME = re.compile(r"^(?:其中[-:,，]?|[(]?[\d一二三四五六七八九十]{1,2}[)、.．,](?!\d)|[①-⑳])+")
_NAMES = re.compile(r"^(?:其中|[(]?\d[)、.]|①|②|③)*:?.{0,8}(?:资金总额|总额|合计|总计|小计|财政|拨款|资金|结转|结余|基本支出|项目支出|经费|其他|其它|收入|补助|配套|自筹)[^率]{0,6}$")
_TIERS = re.compile("中央|地方|(?:省|自治区|市|州|县|区|县区|区县|镇|乡镇|本|上)级")  # of government, each with its money
_NO_NAMES = re.compile("情况|来源|项目资金|安排|使用|管理|目标|任务|构成|性质|名称|负责|[算行]数|^(?:项目|预算|专项)?(?:资金|经费)(?:[(].*)?$|[局厅委]$|中心$|学校$|医院$|政府$|集团$|公司$")


@lru_cache(maxsize=4096)
def is_name(words: str) -> bool:
    """Whether the words name a line of money, and are no heading of amounts."""
    word = squeezed(words)
    if _TIERS.fullmatch(_BEFORE_NAME.sub("", word.strip(":"))):
        return True
    return 2 <= len(word) <= 16 and bool(_NAMES.match(word.strip(":"))) and not _NO_NAMES.search(word) and role_of(words) is None


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str:
    """A line's name: `资金来源：（1）财政拨款` → 财政拨款, `其中：当年财政拨款` → 当年财政拨款, `年度资金总额：` → 年度资金总额."""
    words = squeezed(label).strip(":")
    head, _, tail = words.rpartition(":")
    words = tail if head and tail else words
    return _BEFORE_NAME.sub("", words) or words


def fund_role(label: str, known: set[Fund]) -> Fund | None:
    """Which of `Fund` a line's words name; each at most once in a block, for a second one is a part of something else."""
    role = _role_named(plain_label(label))
    return None if role in known else role


@lru_cache(maxsize=4096)
def _role_named(words: str) -> Fund | None:
    for role, pattern in _ROLES:
        if pattern.search(words) and not (role is Fund.FISCAL and _NOT_FISCAL.search(words)):
            return role
    return None


_BEHIND = re.compile(r"([^\d]*[\u4e00-\u9fff])\s*(\d[\d,]*\.\d+|0)(?:万元|元)?")  # `其中：财政资金403.68`
_AMOUNT = re.compile(r"(-?\d[\d,]*(?:\.\d+)?%?)(?:万元|元)?")


@lru_cache(maxsize=4096)
def name_and_amount(words: str) -> tuple[str, str] | None:
    """`其中：财政拨款：1180.25` → (其中：财政拨款, 1180.25); None for a cell that is not just that."""
    head, colon, tail = words.replace("：", ":").rpartition(":")
    match = _AMOUNT.fullmatch(squeezed(tail)) if colon else None
    if match and head.strip() and len(head) <= 24:
        return words[: len(head)].strip(), squeezed(tail)
    behind = _BEHIND.fullmatch(words.strip())
    return (behind[1], behind[2]) if behind and is_name(behind[1]) else None
