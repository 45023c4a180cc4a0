"""What a share may be a share of: the whole its words name, literally or in general, or the one that the head of its sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.prose.judging.before import Before
from ziping.prose.text.naming import ALL_OF_IT, NAMED, names_agree, plain_name
from ziping.prose.text.said import Said

__all__ = ["headed", "named_wholes", "narrower"]

MOST = 12  # amounts of one name
_OF = re.compile(r"占(?:据|到)?(?P<of>[^占,，;；:]{2,40}?)的?(?:比重|比例|比率|百分比|份额|权重)?(?:分别|各|约|近|仅|只|为|是|达|到|:)*$")
_GENERAL = re.compile(r"(?:地方|公共)?财政(?:总|预算)?(?P<side>支出|收入)(?:总额|总量|总数)?")
_ALL_SPENT = re.compile(f"支出(?:{ALL_OF_IT})(?:为)?$")
_HEAD = re.compile(r"其中|主要|用于|按|[:：,，;；]")


def named_wholes(said: Sequence[Said], index: int, part: Said, before: Before) -> tuple[list[Said], bool]:
    """The amounts under the name that the share gives its whole, and whether they are called just so: 占[实际采购金额]的68%."""
    share, base = said[index], part.mention.figure.unit.base
    if not share.of:
        return [], False
    everywhere = [s for s in before.earlier if s.mention.figure.unit.base == base] + [s for s in said[:index] if s.amount]
    everywhere = [s for s in everywhere if s is not part and s.mention.figure.unit.base == base]
    named = [s for s in everywhere if names_agree(share.of, s.name)][-MOST:] or _general(share, everywhere, "支出" in part.lead)
    named = [s for s in named if s in said] or named
    said_of = _OF.search(share.lead)
    literal = [s for s in named if said_of and len(said_of["of"]) >= NAMED and re.sub("为$", "", s.lead).endswith(said_of["of"])]
    return (literal, True) if len({s.mention.figure.quantity.value for s in literal}) == 1 else (named, False)


def narrower(share: Said, whole: Said) -> bool:
    """Whether the share's words name less than the amount does: 一般公共预算项目支出 beside an amount called 项目支出, 合计 beside 总计."""
    if {word for word in ("合计", "总计") if word in share.lead} ^ {word for word in ("合计", "总计") if word in whole.lead} == {"合计", "总计"}:
        return True
    named, name = plain_name(share.of), plain_name(whole.name)
    return named != name and len(named) > len(name) + 1 and named.endswith(name)


def _general(share: Said, amounts: Sequence[Said], part_spent: bool) -> list[Said]:
    """`财政支出` where the text has told of one 一般公共预算支出 and of no other public spending."""
    if re.fullmatch("全年(?:总|累计)?(?:支出)?", share.of):
        spent = [s for s in amounts if _ALL_SPENT.search(s.lead) and s.stage != "budget" and not s.marker and s.year != -1]
        return spent[-1:] if part_spent and len({s.mention.figure.quantity.value for s in spent}) == 1 else []
    general = _GENERAL.fullmatch(share.of)
    if general is None:
        return []
    public = [s for s in amounts if re.search(r"(?:财政|预算).*" + general["side"] + "$", s.name) and not s.marker and not s.mention.depth]
    return public[-1:] if len({s.mention.figure.quantity.value for s in public}) == 1 else []


def headed(said: Sequence[Said], index: int, before: Before) -> Said | None:
    """The one amount that the head of the sentence names as what is divided: [财政拨款支出]主要用于以下方面:甲12万元,占60%."""
    first = next((one for one in said if one.amount), None)
    if said[index].of or first is None or said[0] is not first:
        return None
    head = plain_name(_HEAD.split(first.lead)[0])
    base = first.mention.figure.unit.base
    alike = [s for s in before.earlier if s.mention.figure.unit.base == base and len(plain_name(s.name)) >= NAMED and plain_name(s.name) in head]
    longest = max((len(plain_name(s.name)) for s in alike), default=0)
    alike = [s for s in alike if len(plain_name(s.name)) == longest and s.stage in ("", "executed", first.stage)]
    return alike[-1] if len({s.mention.figure.quantity.value for s in alike}) == 1 and _HEAD.search(first.lead) else None
