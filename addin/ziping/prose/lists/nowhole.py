"""Totals that are no whole of the parts told behind them: vacant posts, what began beside what ended, means, running sums, cells of a form run together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from ziping.prose.changes.gaps import both_ways
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.slips import slips_to
from ziping.prose.lists.census import some_ages
from ziping.prose.lists.qualities import of_qualities
from ziping.prose.lists.sharing import exactly_of_their_sum, of_another
from ziping.prose.text.divided import head_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.markers import WITHIN
from ziping.prose.text.naming import NAMED
from ziping.prose.text.said import Said

__all__ = ["no_whole"]

_Asked = Callable[[Group], bool]
_VACANT = re.compile("空编|空缺|缺编|余编|超编")
_NEW, _FINISHED = re.compile("新(?:开工|增|建|立|受理|签|批)"), re.compile("完工|竣工|在建|续建|结转|办结|未结|完成|验收")
_SO_FAR = re.compile(r"累计(?!折旧|摊销)|[季月]度?末")
_MEAN = re.compile(r"(?:平均(?:每[^\W\d]{1,2})?|[人户村校馆院站所县镇乡班家店厂]均)(?:为|约)?$")
_AND = "[、和及与]"
_SPENDING = re.compile("支出$")
_POINTS = re.compile(r"(?:得分|分值)(?:为|:)?$")


def no_whole(group: Group, said: Sequence[Said]) -> bool:
    """Whether nobody can be held to this total by its parts: for some of the reasons only where they do not give it."""
    return any(asked(group) for asked in _NEVER) or not group.foots and (any(asked(group) for asked in _BY_ITSELF) or any(asked(group, said) for asked in _IN_ITS_SENTENCE))


def _called(total: re.Pattern[str] | None = None, parts: re.Pattern[str] | None = None, many: int = 1) -> _Asked:
    """Whether the total is called so, and so many of its parts at least."""

    def asked(group: Group) -> bool:
        return (total is None or total.search(group.total.lead) is not None) and (parts is None or sum(parts.search(part.lead) is not None for part in group.parts) >= many)

    return asked


def _divides_nothing(group: Group) -> bool:
    total = group.total.mention
    return total.kind is Kind.COUNT and not total.figure.value


def _came_and_went(group: Group) -> bool:
    return both_ways(group.total, group.parts)


def _earned(group: Group) -> bool:
    earned = not group.total.mention.figure.unit.text and _POINTS.search(group.total.lead) is not None
    return earned and not any(_POINTS.search(part.lead) for part in group.parts)


def _run_together(group: Group, said: Sequence[Said]) -> bool:
    total = group.total.mention
    return not group.total.lead.strip() and (not total.figure.unit.text or any(one.mention.end == total.start and one.mention.figure.unit == total.figure.unit for one in said))


def _out_of_a_form(group: Group) -> bool:
    """Whether numbers without units come out of the cells of a form: a name told twice, 其中 within 其中, a number behind a number."""
    names = [part.name for part in group.parts if part.name]
    twice = len(set(names)) < len(names) or bool(group.total.name) and group.total.name in names
    return not group.total.mention.figure.unit.text and (twice or any(part.lead.count("其中") > 1 or not part.lead.strip() for part in group.parts))


def _of_each(group: Group) -> bool:
    """Whether the total is of each or of every day, and the parts are not: 日均接听74个。…划分为162个."""
    return group.total.price and not group.parts[0].price


def _spent_of_a_budget(group: Group) -> bool:
    """Whether the total was budgeted, or came in, and what is listed was spent: their own total goes untold."""
    given, listed = group.total, [one.name for one in group.parts]
    other = given.stage == "budget" and group.parts[0].stage != "budget" or "收入" in given.name
    return other and not given.name.endswith("支出") and all(_SPENDING.search(name) for name in listed) and not slips_to([one.mention for one in group.parts], given.mention, rounded=True)


def _one_of_several(group: Group) -> bool:
    """Whether the list names the total together with others: …,常规调查196万元。其中普查和常规调查两个项目支出464万元."""
    name, head = group.total.name, head_of(group.parts[0])
    return len(name) >= NAMED and re.search(rf"{_AND}{re.escape(name)}|{re.escape(name)}{_AND}", head) is not None


def _of_some_ages(group: Group) -> bool:
    return some_ages([part.lead for part in group.parts])


def _of_the_other_unit(group: Group, said: Sequence[Said]) -> bool:
    """Whether the count right before the list is what it gives, though in another word than the total."""
    before = said[group.taken[0] - 1] if group.taken and group.taken[0] else None
    given = sum((part.mention.figure.quantity.value for part in group.parts), Decimal(0))
    return before is not None and before is not group.total and before.mention.kind is group.total.mention.kind is Kind.COUNT and before.mention.figure.quantity.value == given


def _of_another_whole(group: Group, said: Sequence[Said]) -> bool:
    """Whether the shares of the parts are of another whole than the total, which stands in a sentence before."""
    loosely = group.marker != WITHIN and (group.apart or not head_of(group.parts[0]).startswith(("其中", "包括")))
    return group.total not in said and (of_another(group, said) or loosely and exactly_of_their_sum(group, said))


_NEVER: tuple[_Asked, ...] = (  # even where the parts give it
    _divides_nothing,  # 下属二级单位0个,其中行政机构7个
    _came_and_went,  # 净增造价64万元,其中增加102万元、核减38万元
    _earned,  # 得分10, above 其中:当年财政拨款207.45
)
_BY_ITSELF: tuple[_Asked, ...] = (  # by how the list is told
    _out_of_a_form,
    _called(total=_VACANT),  # 编制223名,空编27名,其中专业技术人员196人: of those that are there
    _called(total=_NEW, parts=_FINISHED),  # 新开工12个,完工15个: of those of former years too
    _called(parts=_SO_FAR, many=2),  # 一季度末累计支出792万元,二季度末累计支出1648万元: each holds the one before
    _called(total=_MEAN),  # 馆均18人,其中具有职称的128人
    _of_each,
    _spent_of_a_budget,  # 调整后预算90万元。其中基本支出50万元、项目支出30万元
    _one_of_several,
    of_qualities,  # 实现“跨省通办”13项、“全程网办”38项
    _of_some_ages,  # 60岁以上2168人,80岁以上472人
)
_IN_ITS_SENTENCE: tuple[Callable[[Group, Sequence[Said]], bool], ...] = (  # by what else is told there
    _run_together,  # 10其中: a number behind a number, out of a table whose cells run together; 441万元129万元: a word is missing
    _of_the_other_unit,  # 抽查2400人,有效样本2316个,其中满意1728人、…
    _of_another_whole,  # 按性质分,药品40万元,占事业收入的54%
)
