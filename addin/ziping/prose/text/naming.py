"""What amounts are called: nouns bare of the words around them, and when two of them name one thing."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["ALL_ELSE", "ALL_OF_IT", "CALLED", "NAMED", "TRIM_END", "bare", "names_agree", "plain_name", "total_words"]

CALLED, NAMED = 2, 4  # characters from which a name is one where its place tells too, and where it alone does
ALL_OF_IT = "合计|总计|共计|总量|总额"  # what the total of income or spending is called
ALL_ELSE = "总计|总量"  # … and the one that takes in what was carried over and what goes elsewhere

_TRIM = re.compile(
    r"^(?:全部|所有|其中|主要|包括|包含|用于|分别为|分别是|以及|和|与|及|或|如|即|是|为|的|按|共|实际|另有|另外|另|等|由|则|\d|年度|年|全年|本年度|本年|当年|"
    r"我[局办院校镇乡县市区州省所委会队站馆处部]|我单位|本单位|本部门|我中心|本中心|单位|部门|全[国省市县区州镇乡旗]|[\s“”\"'《》.、:)(;；,，])+"
)
TRIM_END = re.compile(
    r"(?:累计完成|完成|共计|合计|合计为|总计为|累计|共|约|为|是|达到|达|(?<![审会统设合])计|有|数为|数是|金额为|金额|支付|安排|的|近|各|分别|预算数|决算数|预算|决算|数额|数|[\s“”\"':.(、])+$"
)
_NOISE = re.compile(r"[“”\"'\s《》的]|\([^()]*\)|(?:19|20)\d\d年(?:度|末|初|底)?|(?:本|当|上)年度?|今年|全年|年度|年初")
_SYNONYMS = (("公共财政预算", "一般公共预算"), ("一般一般", "一般"), ("总收入", "收入"), ("总支出", "支出"), ("收入合计", "收入"), ("支出合计", "支出"), ("收入总额", "收入"), ("支出总额", "支出"), ("经费支出", "经费"), ("合计", ""), ("总额", ""), ("总计", ""), ("总数", ""), ("总量", ""), ("总规模", "规模"), ("部门整体", ""), ("整体", ""))
_JOINED = re.compile(r"(?<=置)[及和与、](?=运)|(?<=行)[及和与、]?(?=维护)")
_ONE_THING = (("费用", "费"), ("经费", "费"), ("费支出", "费"), ("运维", "运行维护"), ("运行费", "运行维护费"), ("公车", "公务用车"), ("公务车", "公务用车"))


def total_words(side: str) -> re.Pattern[str]:
    """What stands before the total of a side: 收入合计为, 总收入."""
    return re.compile(rf"{side}(?:{ALL_OF_IT})(?:数|为|达|共)*$|总{side}(?:为|达|共)?$")


def bare(words: str) -> str:
    """A noun without its year, its quotes and brackets, and the verbs around it."""
    words = _NOISE.sub("", words)
    words = _TRIM.sub("", words)
    return TRIM_END.sub("", words)


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """The name with one word for what is written in several ways: 公车运维费 and 公务用车运行维护费 are one."""
    for long, short in (*_SYNONYMS, *_ONE_THING):
        name = name.replace(long, short)
    return _JOINED.sub("", name).removesuffix("总").removesuffix("预算").removesuffix("决算") or name


def names_agree(named: str, name: str) -> bool:
    """Whether the words of a base (`总收入`) name the amount (`收入总额`)."""
    named, name = plain_name(named), plain_name(name)
    if named == name:
        return bool(name)
    short, long = sorted((named, name), key=len)
    denied = long.removesuffix(short)[-1:] in ("非", "不", "未", "无")  # 寄宿生 and 非寄宿生
    return not denied and ((len(named) >= 3 and name.endswith(named)) or (len(name) >= 4 and named.endswith(name)))
