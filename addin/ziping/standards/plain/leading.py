"""What leads up to a rule and what is printed around it: its label (评分标准如下：), the method's name (采用扣分法，), where the figure comes from (经统计，), how many points there are in all (本项共5分，) and how they are rounded."""

from __future__ import annotations

from ziping.standards.words.vocabulary import Pattern

__all__ = ["unlabelled"]

_N = r"\d+(?:\.\d+)?"
_KIND = r"(?:自评得分|(?<=及)|评分|计分|得分|赋分|打分|扣分|记分|评价|考核|考评|自评)"
_SORT = r"(?:具体|本项|该项|本指标|该指标|指标|自评|绩效|量化|分档|分段|分级|定量|部门|项目|考评|参考|分值及|分值和)*"
_WHAT = r"(?:及?参考|计算)*(?:公式|标准|办法|规则|细则|方式|要求|原则|说明)?"
_LABEL = Pattern(rf"(?:^|(?<=[;。\n]))[\[(]?{_SORT}{_KIND}{_WHAT}(?:\([^()\d]{{0,8}}制\))?(?:如下|为)?(?:[\])]:?|:)\n?(?!\d+(?:\.\d+)?分|$)")
_METHOD = Pattern(r"^(?:(?:采用|按照?|实行|运用)[^,;。:\d]{1,10}法(?:进行)?(?:计分|记分|评分|打分|赋分)?|(?:满分|百分|扣分|得分|倒扣|分档计分)制|(?:该|本|此)(?:项)?指标(?:为|属于|是)(?:定量|正向|数量|产出|质量)+指标)[,:。]")
_SOURCE = Pattern(
    r"^(?:经(?:统计|考核|测算|核实|核查|检查|汇总|审核|评价|测评),"
    r"|(?:引用|采用|参考|依据|根据|以)[^,;。:\d扣]{2,36}?(?:得分(?:及|和|、|与)?(?:排名|名次|位次)|排名(?:结果|情况)?),(?=[^\n]*第\d+名)"
    r"|(?:对照|依据|根据|按照?)(?:年初|年度|绩效|设定|预期|既定)*(?:目标|指标|计划|任务)(?:值|数)?(?:的?(?:实际)?完成情况)?(?:进行)?(?:评分|计分|打分|考核|评价|赋分)?[,:。]"
    r"|(?:根据|按照?|依据)(?:指标|任务|目标|工作|项目)*的?(?:实际)?(?:完成|执行|实现)情况(?:进行)?(?:评分|计分|打分|赋分|得分|考核|评价)?[,:。])(?=[^\n]*\d)"
)
_TWO_PLACES = Pattern(r"[,;。(]*(?:计算|最终|最后|得分|评分)*(?:结果|得分|分数|分值)?(?:按|均)?(?:四舍五入)?,?(?:后)?保留(?:到)?(?:小数点?后|小数)?(?:两|2|二)位(?:小数|数)?(?:\(四舍五入\)|,?四舍五入)?\)?(?=[,;。\n]|$)")
_ALL = r"(?:(?:该|本|此|这)(?:项指标|项|指标|条|小项)?(?:满分值?|总分值?|分值|权重分?|标准分|共计?|合计|计)*|(?:指标)?(?:满分值?|总分值?|分值|权重分?)|共计?|合计|总计|计)"
_HEAD = Pattern(rf"^(?:\((?:{_ALL}|计|得)(?:为|是|:)?({_N})分\)[,;。:]?|{_ALL}(?:为|是|:)?({_N})分[,;。:\n](?!\d*分)|满分(?:为|:)?({_N})[,;。](?!\d)|({_N})分。(?=[^\d]))")
_BRACKETED = Pattern(rf"^\(({_N})分\)(?=[^\W\d])|(?<=[。;])\(({_N})分\)[。;]?$")
_TAIL = Pattern(rf"[,;。(]+(?:该|本|此)?(?:项|指标)*(?:得分|总分)?(?:最高|最多)?(?:(?:得分)?(?:不超过|不高于|不得超过|上限为?)|得|为|以)?({_N})分(?:为限|封顶|为上限|为满分)?\)?[。;]?$")
_LIMITS = Pattern(r"最[高多]|不超过|不高于|不得超过|上限|为限|封顶|为满分")
_OTHERWISE = Pattern(r"得分最高|上限|为限|封顶|为满分")
_ADDS = Pattern(r"加|每[^,;。]*得")
_POINTS = Pattern(rf"\({_N}分\)")


_RANK = Pattern(r"(?:^|(?<=[;。\n]))(?:第[一二三四五六]档次?[:,]|其[一二三四五六][,:]|[●◆■▲★○◇□▪•]+)")


_BY_RATE = Pattern(r"^(?:根据|按照?|依据)[^,;。:\d]{0,14}(?:率|完成比例|满意度)(?:进行)?(?:评分|计分|打分|赋分|得分)[,:。](?=[^\n]*(?:每(?:低|少|降|下降|减少|差|超|高)[^,;。]*扣|得\d[^\n]*得\d))")  # the rule itself is behind it
_WITH = Pattern(r"^与[^,;。:\d]{2,24}的(?=[^\W\d]{1,5}(?:性|程度|度|率):)")  # 与规划的相符性：
_SET_AGAINST = Pattern(r"^(?:(?:根据|按照?|以|将)[^,;。:\d未不没无超]{2,24}?(?:完成|实际)[^,;。:\d]{0,4}?(?:与|同|和))(?:年度|年初|计划|下达|全年)*的?(?:任务|计划|目标)(?:任务|值|数|量|面积)?(?:进行|相)?(?:比较|对比|比),(?=按照?(?:实际)?完成(?:比例|率))")  # 根据完成量与年度任务比较，
_TAKEN_IN = Pattern(r"^把[^,;。:\d未不没无]{2,24}(?:纳入|列入)[^,;。:\d未不没无]{2,20},(?=有[^,;。\d有无]{1,8}得\d+(?:\.\d+)?分[,;]有[^,;。\d有无]{1,8}得\d+(?:\.\d+)?分[,;。])")  # 把应急工作纳入年度计划，有部署得2分，有总结得2分
_FAULT = Pattern(r"^(?:(?![^:]*(?:有[责效]|责任|[重特较]大|严重|一般))[^\W\d未不没无]{0,12})(?P<fault>[^\W\d未不没无]{2,6})(?:数量?|次数)?:(?=(?:全年|年度内|当年|本年度?)?(?:无|零|未发生|未出现|没有)(?P=fault)的?,?得[^;。\n]*\d[^;。\n]*[得扣])")  # 核算差错：全年无差错得5分，1-2笔得3分
_LAYERS = 5


def unlabelled(source: str) -> str:
    """The rule without what leads up to it, in whatever order it is printed; the points in all as 满分5分。"""
    source = _TWO_PLACES.sub("", source) or source
    stated, rest = "", source
    for _ in range(_LAYERS):
        plain = rest
        for form in (_RANK, _METHOD, _LABEL, _SOURCE, _BY_RATE, _WITH, _SET_AGAINST, _TAKEN_IN, _FAULT):
            plain = form.sub("", plain) or plain
        if not stated and (head := _HEAD.match(plain)):
            stated, plain = f"满分{head[1] or head[2] or head[3] or head[4]}分。", plain[head.end() :]
        if plain == rest or not plain:
            break
        rest = plain
    if stated and (again := _BRACKETED.search(rest)) and stated == f"满分{again[1] or again[2]}分。":
        rest = rest[: again.start()] + rest[again.end() :]
    if stated and (tail := _TAIL.search(rest)) and _LIMITS.search(tail[0]) and stated == f"满分{tail[1]}分。" and not _ADDS.search(rest[: tail.start()]):
        rest = rest[: tail.start()]
    return stated + rest if stated else _in_all(rest)


def _in_all(source: str) -> str:
    """本项共5分，…; （5分）…; …，最高不超过5分 where points are only taken off or set."""
    if len(_POINTS.findall(source)) == 1 and (alone := _BRACKETED.search(source)):
        return f"满分{alone[1] or alone[2]}分。{source[: alone.start()]}{source[alone.end():]}"
    if (tail := _TAIL.search(source)) and _LIMITS.search(tail[0]):
        before = source[: tail.start()]
        return f"满分{tail[1]}分。{before}" if "扣" in before and not _ADDS.search(before) else f"{before},最高{tail[1]}分" if _OTHERWISE.search(tail[0]) else source
    return source
