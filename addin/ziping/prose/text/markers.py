"""The words that open a list (其中, 包括, 按…分), and the name of what follows them."""

from __future__ import annotations

import re

from ziping.prose.text.naming import TRIM_END, bare

__all__ = ["WITHIN", "marker", "named", "within"]

_MARKER = re.compile(
    r"其中|主要包括|主要用于|主要是|主要为|主要系|主要有|主要来源于|主要构成为|具体是|具体为|分别为|分别是|分别用于|包括|包含|分为|构成为|组成为|用于|即|(?:来源|构成|组成)(?:为|是)?(?=:)|分项[为是]?(?=:)|资金来源[为是](?!(?:中央|上级|财政|专项|自筹|其他)?资金?[,，])|分[两二三四五六七八九十\d]{1,2}(?:批|次|期|笔)(?:下达|拨付|安排|支付|到位)?(?=:)"
    r"|按[^,，;；:]{1,16}(?:区分|划分|分类|分(?![析工管担享])|来看)|分[^,，;；:0-9]{1,10}(?:来看|看|情况是)"
)
WITHIN = "中"  # the marker of a list whose whole is named: 基本支出中,工资600万元
_WITHIN = re.compile(r"[。;；,，\s]*(?P<whole>[^,，;；:：。]{2,40}(?:支出|收入|经费|资金|额|费|资产|总量|规模|预算|余额|拨款)(?:决算数?|预算数?)?)(?:\([^()]{1,4}\))?当?中[,，:：]?(?![央心小学介间期级等])")
_PERIOD = re.compile(r"^(?:上半年|下半年|[一二三四]季度|前\d{1,2}个月|本年度?|全年|当年|\d{1,2}[-—至]\d{1,2}月)[,，]")
_OWN_USE, _USED = re.compile(r"[^\s,，、;；:：。()\d]{2}$"), re.compile(r"[^,，、;；:：]+的[^,，、;；:：的]{0,6}(?:经费|资金|支出|部分|费用|投入)(?:为|是|共)?")
_WEAK = ("用于", "即", "主要用于", "主要是")


def marker(lead: str) -> str:
    """The word that opens a list of figures right here; a list of mere words (包括工资、奖金;) opens none."""
    for match in reversed(list(_MARKER.finditer(lead))):
        rest = _PERIOD.sub("", lead[match.end() :].lstrip(" :：,，("))
        if match[0] == "用于" and _OWN_USE.search(lead[: match.start()]) and _USED.fullmatch(rest):
            continue  # 服务收入用于教育的经费3万元
        if re.search(r"[;；,，]", rest) or (match[0] in _WEAK and lead[match.end() : match.end() + 1] != ":" and lead.lstrip().startswith(("、", ",", "，", ";", "；")) and match.start() < 3):
            continue
        return match[0]
    if within(lead):
        return WITHIN
    return ":" if lead[:1] in (":", "：") and not re.search(r"[;；,，:：]", lead[1:]) else ""


def within(lead: str) -> str:
    """The whole that the words before the first of its parts name: [基本支出]中,工资600万元; "" where they name none."""
    found = _WITHIN.match(lead)
    return bare(found["whole"]) if found and not re.search("[,，;；]", lead[found.end() :]) else ""


def named(words: str) -> str:
    """The noun that words end with, behind any word that opens a list."""
    for mark in _MARKER.finditer(words):
        if mark.end() < len(words) - 1:
            words_after = words[mark.end() :]
            return named(words_after)
    words = re.split(r"[,，;；:：、]", TRIM_END.sub("", words))[-1]
    return bare(words)
