"""Steps put in one wording: 每低了个百分点 is 每低1个百分点, 低于该值的，每低… 低于的，每低…, 每超过规定时间10天 每延迟10天, 每偏高1% 每高1%."""

from __future__ import annotations

import re

from ziping.standards.vocabulary import Pattern, Turns, reworded

__all__ = ["plainly_stepped"]

_DOWN = "低于|低出|降低|减少|下降|少于|相差|缺少|落后|下滑|下浮|不足|低|少|差|降|缺"
_UP = "超过|超出|高于|高出|增加|上升|提高|增长|上浮|升高|超|高|多|增"
_LATE = "延迟|推迟|逾期|延期|滞后|超期|延误|拖延|延后|晚|迟"
_POINTING = r"(?:(?:该|此|上述|以上|前述|这一|本)(?:满分)?(?:比例|标准|数值|值|要求|水平|比率|线|幅度|档|目标值?|数|范围)(?:值|比例)?|(?:满分|规定|控制)(?:标准|比例|要求|目标|线|值|范围)|范围|标准范围)"
_DEADLINE = r"(?:规定|计划|要求|合同|约定|目标|规划|既定|限定)*的?(?:时间|时限|期限|工期|日期|时点|节点|完成时间)"
_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半])"
_STEP = rf"(?={_N}?个?(?:百分点|%|工作日|自然日|日历天|天|日|周|月|年|季度|小时)|{_N})"
_TOLD = Pattern(r"(?:≥|≤|>|<|=|达到?|以上|以下|以内|不低于|不高于|不超过|为|在)?-?\d+(?:\.\d+)?(?:%|‰|[^\W\d得计记满不]{1,4})?(?:\(含[^()]*\))?(?:以上|以下|以内|及以上|及以下)?(?:的|者|时)?[,:]?(?:得|计|记|满分|不扣分|\()")

_WORDINGS: Turns = (
    (Pattern(r"(?<=[\d一二三四五六七八九十])个?百分比(?=的?[,，扣减加得])"), "个百分点"),
    (Pattern(r"壹(?=个|%|分|项|天|日|次)"), "一"),
    (Pattern(rf"每(?:再|又|继续)?(?:偏)?(低|高)(?:了|过|出)?{_STEP}"), r"每\1"),
    (Pattern(rf"每(?:再|又|继续)({_DOWN}|{_UP}|{_LATE})"), r"每\1"),
    (Pattern(rf"每(降低|减少|下降|增加|上升|提高|超过|超出|{_LATE})(?:了|满|达|完成了?)(?={_N})"), r"每\1"),
    (Pattern(rf"每多出{_STEP}"), "每多"),
    (Pattern(rf"每(?:短缺|回落|下挫|偏少){_STEP}"), "每少"),
    (Pattern(rf"(每(?:{_DOWN}|{_UP}|{_LATE}))(?=(?:个?百分点|个月)(?:的|,|扣|减|加))"), r"\g<1>1"),
    (Pattern(rf"每(低于|高于|超过|超出|大于|小于|少于){_POINTING}(?:的)?{_STEP}"), r"每\1"),
    (Pattern(rf"每(?:比|较|与)((?:目标|指标|计划|预期|标准|年度目标|年度指标|年初目标)(?:值|数)?)(?:相比)?(低|少|高|多|差|超)(?:于|出)?{_STEP}"), lambda m: f"每{'低于' if m[2] in '低少差' else '超过'}{m[1]}"),
    (Pattern(rf"(?<=[,;。\n])(?:与|比|较|对比|相比|相对于?|同)((?:目标|指标|计划)(?:值|数)?)(?:相比)?,?每(低|少|高|多|差|超)(?:于|出)?{_STEP}"), lambda m: f"每{'低于' if m[2] in '低少差' else '超过'}{m[1]}"),
    (Pattern(rf"每(?:超过|超出|超|晚于|滞后于?|迟于){_DEADLINE}(?={_N})"), "每延迟"),
    (Pattern(rf"每(?:晚于|滞后于|迟于)(?:计划|规定|要求|合同约定)(?={_N})"), "每延迟"),
    (Pattern(rf"每(?:往后)?(?:推延|耽误|延缓|拖期|误期|后延|延宕|往后推迟|向后推迟)(?:了)?(?={_N}|个)"), "每延迟"),
    (Pattern(rf"(?<=[,;。\n])(逾期|延迟|超期|延期|推迟|滞后)(?:的)?,?每({_N}个?(?:工作日|自然日|天|日|周|月|年)|个?月|天|日|周)(?=的?,?[扣减])"), r"每\1\2"),
    (Pattern(rf"(?<=[,;。\n])超过(?:{_DEADLINE})的?,?每超过?(?={_N}个?(?:工作日|自然日|天|日|周|月|年))"), "每延迟"),
    (Pattern(r"(?<=[\d一二两三四五六七八九十])个?(?:自然日|日历天|日历日|自然天)|(?<=[\d一二两三四五六七八九十])个天"), "天"),
    (Pattern(r"(?<=[\d一二两三四五六七八九十])个?自然月"), "个月"),
)  # fmt: skip

_PLACES = Pattern(r"(?:[,;]?按(?:照)?排[位名](?:打分|计分|赋分|得分),)?每(?:个|一)?(?:位次|名次|名|位)(?:按照?|扣)?(\d+(?:\.\d+)?)分(?:依次|逐位)?递减")
_FEWER = Pattern(r"(?:^|(?<=[,;。\n]))(全年|年度|每年)?(?:少于|不足|低于)(\d+)(次|场|期|篇|项|个)的?,每少[1一]\3(?=[^,;。]{0,3}扣)")
_LOW_CASE = Pattern(rf"(?<=[,;。\n])(?:(?:若|如|如果|对)?(?:低于|未达到?|达不到|不足|少于|没有达到|不达标|小于|未达标)(?:{_POINTING})?(?:的部分|的|者|时|部分)?的?,?|未(?:完成|达到)(?:目标|指标|任务)?(?:的|者)?,?)(?=每(?:{_DOWN}))")
_HIGH_CASE = Pattern(rf"(?<=[,;。\n])(?:若|如|如果|对)?(?:超过|超出|高于|大于|突破|超标|超)(?:{_POINTING})?(?:的部分|的|者|时|部分)?的?,?(?=每(?:{_UP}))")
_DATED = Pattern(r"\d{1,2}月(?:\d{1,2}[日号])?(?:底|末|份)?(?:之?前|以前|内)?|年底前?")
_LASTS = Pattern(rf"{_N}个?(?:工作日|天|日|月|周|小时)(?:以|之)?内|[≤<]|不超过|控制")
_BEYOND = Pattern(rf"每(?:超过|超出|超)(?={_N}个?(?:工作日|天|日|周|月)(?:的|,|扣|减))")
_PUNCTUAL = Pattern(r"(?:按[期时]|如期|及时|准时|在?(?:规定|计划|要求|约定|目标)的?(?:时间|期限|时限)(?:内|前)?|按照?(?:合同约定|规定|计划|要求|目标)的?(?:时间|期限|时限)?(?:内)?)[^,;。\d]{0,6}(?:完成|完工|竣工|开工|报送|上报|拨付|发放|提交|公开|支付)")


def plainly_stepped(source: str) -> str:
    """The source with its steps in that wording."""
    if "每" not in source:
        return source
    source = _PLACES.sub(r",每低1名扣\1分", reworded(source, _WORDINGS))
    if not re.search(r"得\d|满分", source):
        source = _FEWER.sub(r"\1不少于\2\3得满分,每少1\3", source)  # 全年少于4次的，每少1次扣1分
    source = _LOW_CASE.sub(_beyond_the_number, source)
    source = _HIGH_CASE.sub(_beyond_the_number, source)
    if (_DATED.search(source) or _PUNCTUAL.search(source)) and not _LASTS.search(source):
        source = _BEYOND.sub("每延迟", source)  # 12月底前完成得5分，每超过10天扣1分
    return source


def _beyond_the_number(case: re.Match[str]) -> str:
    """低于该值的，每低…, behind a number that earns points: the steps are counted from it anyway; behind 达到目标值 the case stays."""
    before = case.string[: case.start()]
    return "" if _TOLD.search(before) and not re.search(r"目标值|指标值|目标|计划数|任务", before) else case[0]
