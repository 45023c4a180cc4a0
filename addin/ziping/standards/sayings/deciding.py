"""Which conditions of a standard the statements of an actual decide.

A condition is decided by a statement that shares its content words and leaves none over; what the statement leaves out of the condition may only be
what both are about, never a demand (按时, 经批准) and never what tells one condition from another. What decides two conditions decides none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.sayings.another import MANNER, drops_manner
from ziping.standards.sayings.matching import AS_WELL, NOUNS
from ziping.standards.sayings.narrowing import put_together, tells_apart
from ziping.standards.sayings.statements import JOINED, Statement, pieces, polarity
from ziping.standards.words.doings import DEMAND, DOINGS, does, is_verb
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["CALLED_FOR", "KINDS", "LEVEL", "NO_OCCASION", "OBJECT", "PARTS", "REST", "SAYS", "decide", "left_out", "turned"]


class Decided(Record):
    """For each condition whether it holds, None where it is not told; untold: the first part that is not; stray: a statement that decides nothing; opposed: two statements that contradict each other; closed: nothing but affirmations in the standard's own words; some: whether anything is told."""

    __slots__ = ("holds", "untold", "stray", "opposed", "closed", "some")
    holds: tuple[bool | None, ...]
    untold: tuple[str, ...]
    stray: str
    opposed: str
    closed: bool
    some: bool


PARTS = Pattern(r"[,;]|(?:并且|同时|且)|(?<![合一归兼])并(?![购轨网联发行入])")
REST = Pattern(r"(?:其余|其他|其它|另外|剩余)(?:(?:各|(?P<many>[两二三四五六七八九\d]))?(?:个|项|条)(?:条件|要求|内容)?|条件|要求|内容|方面|工作|事项)?(?:均|都|全部)?(?P<no>尚未|未|不|没有|没)?(?:已)?(?:符合|满足|达到|做到|具备|达标|(?:(?<=未)|(?<=没有))(?:做|开展|完成|实施|实现|进行|建立)|(?P<done>落实(?:到位)?|到位))(?:要求|条件|标准)?")
_SUCH = Pattern(r"^已?(?P<does>制定|建立|具有|具备|设立)(?:或者?(?:具有|具备|有))?(?:(?!制定|建立)[^,;。、\d未不没无并且]){2,16}(?:[,、](?:(?!制定|建立)[^,;。、\d未不没无并且]){2,16})+等(?:相关|各项|有关)?(?P<kind>(?:管理)?(?:制度|办法))$")  # 已制定或具有资金管理办法，财务制度等管理制度: one kind of thing, of which some are named
_CARRIED_OUT, _FIGURE = Pattern(r"制[定订]|建立|明确|实行|落实|[设成]立|设置|配备|签订|开展|组织|召开|编制|印发|出台|定点"), Pattern(r"[≥≤<>=\d]")
_WHOLE = Pattern(r"(?:以上|上述)?(?:各|所有|全部)?(?:[两二三四五六\d]?项)?(?:条件|要求|内容)?(?:均|都|全部)已?(?:符合|满足|达到|具备|做到|达标)(?:要求|条件|标准)?")


def decide(conditions: Sequence[str], text: str, earning: Sequence[bool]) -> Decided:
    """The conditions held against the statements; `earning` tells where all parts of a condition must hold, elsewhere (存在…, …的不得分) parts that differ leave it open."""
    split = [[part for part in PARTS.split(_SUCH.sub(lambda such: such["does"] + such["kind"].removeprefix("" if such["kind"] in text else "管理"), c)) if part] for c in conditions]
    parts = [(i, part, *polarity(part)) for i, each in enumerate(split) for part in each]
    told: dict[int, bool] = {}
    opposed, stray, others, rest, closed, whole = "", "", "", None, True, False
    said = pieces(text, (*conditions, *(p[1] for p in parts), *(p[2] for p in parts)))
    phrases = {p[1] for p in parts}
    lists = _mixed(said) if not all(s.text in phrases for s in said if s.chained) else frozenset()
    for statement in said:
        if (match := REST.fullmatch(statement.text)) and (not match["done"] or match["no"] or all(map(_carried_out, conditions))):
            rest, others = not match["no"], match["many"] or others
            continue
        if _WHOLE.fullmatch(statement.text):
            rest = whole = True
            continue
        hits, same = _hits(statement, conditions, parts)
        hits = [] if statement.text in lists and (not same or statement.yes is not False) else hits
        if not hits:
            stray = stray or statement.text
            continue
        closed = closed and same and statement.yes is not False and any(yes for _, yes in hits)
        for at, yes in hits:
            if told.setdefault(at, yes) != yes:
                opposed = opposed or statement.text
    if rest is not None and not whole and not told:
        stray = stray or text  # 其余符合, and of the others nothing
    if others and told_number(others) != sum(all(told.get(at) is None for at, part in enumerate(parts) if part[0] == i) for i, earns in enumerate(earning) if earns):
        stray = stray or text  # 其余三项 of two
    if whole and False in told.values():
        opposed = opposed or text
    holds, untold = [], []
    for i, each in enumerate(split):
        mine = [told.get(at, rest if earning[i] else None) for at, part in enumerate(parts) if part[0] == i]
        value = _together(mine, earning[i])
        holds.append(value)
        if value is None:
            untold.append(next((part for part, yes in zip(each, mine, strict=True) if yes is None), conditions[i]))
    return Decided(tuple(holds), tuple(untold), stray, opposed, closed, bool(told))


def _carried_out(condition: str) -> bool:
    """Whether 其余已落实 tells it: a thing to be carried out, and not how; of an accident, of satisfaction or of an award it says nothing."""
    plain = condition.replace("明确", "")
    return _CARRIED_OUT.search(condition) is not None and not DEMAND.search(plain) and not _FIGURE.search(plain)


def _together(parts: list[bool | None], earning: bool) -> bool | None:
    if earning and False in parts:
        return False
    return parts[0] if len(set(parts)) == 1 else None


def _mixed(said: list[Statement]) -> frozenset[str]:
    """未细化、量化: in a list that denies one thing nobody knows how far the denial reaches."""
    chained = [s for s in said if s.chained]
    return frozenset(s.text for s in chained) if len({s.yes for s in chained}) > 1 else frozenset()


Part = tuple[int, str, str, bool | None]


def _hits(statement: Statement, conditions: Sequence[str], parts: list[Part]) -> tuple[list[tuple[int, bool]], bool]:
    """The parts that the statement decides, and how; and whether it does so in the condition's own words, not in some of them."""
    whole = [i for i, c in enumerate(conditions) if c == statement.text]
    if whole:
        return [(at, True) for at, part in enumerate(parts) if part[0] in whole], True
    if statement.yes is not None and (as_one := [i for i, c in enumerate(conditions) if "并" in c and (said := polarity(c))[0] == statement.content and said[1] is not None]):
        return [(at, statement.yes == polarity(conditions[part[0]])[1]) for at, part in enumerate(parts) if part[0] in as_one], True
    ranked = [(_shares(statement, part, parts), at) for at, part in enumerate(parts)]
    best = max((rank for rank, _ in ranked), default=0)
    hits = [at for rank, at in ranked if rank == best > 0]
    if len({parts[at][2] for at in hits}) > 1 or (best == _WITHIN and any(_might_mean(statement, part[2]) for at, part in enumerate(parts) if part[2] != parts[hits[0]][2] and not (parts[hits[0]][3] is False and in_order(parts[hits[0]][2], part[2])))):  # 不完整, where 公开不完整 is the fault and 公开及时、完整 what was asked for
        return [], False
    return [(at, parts[at][3] == statement.yes) for at in hits], best == _SAME


_SAME, _WITHIN = 2, 1


def _shares(statement: Statement, part: Part, parts: list[Part]) -> int:
    """_SAME where the content is the same, _WITHIN where the statement says the part's content in fewer words, 0 where it says something else."""
    _, phrase, content, affirmed = part
    if statement.text == phrase:
        return _SAME
    if affirmed and statement.yes and "或" in content and statement.content in _either(content):
        return _WITHIN
    if statement.yes is False and affirmed is False and phrase.endswith(statement.text) and _SUBJECT.fullmatch(before := phrase.removesuffix(statement.text)) and not _ELSEWHERE.search(before):
        return _WITHIN  # 无违纪行为, where 班子成员年度内无违纪行为 is asked for
    if statement.yes is False and affirmed and content != statement.content and content.startswith(statement.content) and SAYS.fullmatch(statement.content) and not FAULTS.search(content):
        return _WITHIN  # 指标值不清晰, where 指标值清晰可衡量 is asked for
    if statement.yes and affirmed is False and len(statement.content) >= 4 and any(len(phrase) > len(no + statement.text) and phrase.endswith(no + statement.text) and not _ELSEWHERE.search(phrase.removesuffix(no + statement.text)) for no in ("未", "没有", "不")):
        return _WITHIN  # 及时整改, where 对反馈的问题未及时整改 is the fault
    if statement.yes is False and affirmed and JOINED.search(content) and _one_of_them(statement.content, content, [p[2] for p in parts if p[2] != content]):
        return _WITHIN  # 项目调整不符合程序, where 申报、批复及项目调整符合办法和程序 is asked for
    if affirmed is False and statement.yes and (down := _DOWN_TO.search(content)) is not None and statement.content == down["does"]:
        return _WITHIN  # 已细化, where 未细化到具体内容 is the fault
    if statement.yes is None or affirmed is None or len(statement.content) < 2 or not set(statement.content) <= set(content):
        return 0
    others = [p[2] for p in parts if p[2] != content]
    orders = list(turned(statement.content))
    if content in orders:
        return _SAME
    asks = statement.yes or not affirmed
    if asks and put_together(statement.content, content):
        return 0
    return _WITHIN if any(_may_be_left(left, statement, content, others) and not (asks and tells_apart(left, said, content)) for said in orders for left in left_out(said, content)) else 0


_DOWN_TO = Pattern(r"(?P<does>细化|分解|量化)到具体[^\W\d]{2,6}$")
_ALL_SO = Pattern(r"(?P<things>[^,;。]{2,}?)(?:均|都|全部)?(?P<says>符合|满足|达到)(?P<goals>[^,;。]{2,})")


def _one_of_them(said: str, asked: str, others: list[str]) -> bool:
    """Whether what is denied is one of several things of which the condition says something together: whoever denies it of one denies the condition."""
    told, whole = _ALL_SO.fullmatch(said), _ALL_SO.fullmatch(asked)
    if told is None or whole is None or told["says"] != whole["says"] or JOINED.search(said):
        return False
    things, goals = (JOINED.split(whole[at]) for at in ("things", "goals"))
    if len(things) < 2 or not any(told["goals"] == goal or goal.endswith(told["goals"]) and len(told["goals"]) > 1 for goal in goals):
        return False
    return sum(told["things"] == thing or told["things"] == thing.removeprefix("项目") or in_order(told["things"], thing) and told["things"][-2:] == thing[-2:] for thing in things) == 1 and not any(told["things"][-2:] in other for other in others)


def _either(content: str) -> list[str]:
    """工作要点 and 工作计划 of 工作要点或计划: each of two things is enough; not where more is asked for behind them."""
    first, _, second = content.partition("或")
    second = second.removeprefix("者")
    if "或" in second or not _A_THING.fullmatch(second) or does(second):
        return []
    return [first, *([second[1:]] if second[0] == "有" else []), *(first[:-n] + second for n in range(2, min(len(first), len(second) + 2)))]


_A_THING = Pattern(r"[^\W\d未不没无并且及和与、]{2,6}")


def _might_mean(statement: Statement, content: str) -> bool:
    """资金及时拨付 might mean 省级配套资金及时拨付: whatever stands before, nothing else is said of it behind. 有目标 means only that it was set."""
    lefts = [left for said in turned(statement.content) for left in left_out(said, content)]
    if _EXISTS.match(statement.text):
        return any(_SETS_UP.match(left[0]) for left in lefts)
    return any(not left[-1] or (not left[0] and is_verb(statement.content)) or not (DEMAND.search(left[-1]) or does(left[-1])) for left in lefts)


def turned(content: str) -> Iterator[str]:
    """部门预算按时公开 is 按时公开部门预算: what is done to it may stand behind."""
    yield content
    for at in range(2, len(content) - 1):
        if content[-2:] in DOINGS:
            yield content[at:] + content[:at]


def left_out(said: str, content: str, most: int = 3) -> Iterator[list[str]]:
    """What stands before, between and behind the words of `said` where they stand in the content in their order, in at most so many pieces."""
    if not said:
        yield [content]
        return
    for length in range(len(said), 0, -1) if most else ():
        at = content.find(said[:length])
        while at >= 0:
            for rest in left_out(said[length:], content[at + length :], most - 1):
                if length == len(said) or rest[0] in _LITTLE or (rest[0] and min(length, len(said) - length) > 1):
                    yield [content[:at], *rest]
            at = content.find(said[:length], at + 1)


_NOTHING = frozenset(["", "有", "相", "了", "的", "其", "应", "能", "进行", "予以", "相关", "有关"])
_LITTLE = frozenset(["有", "相", "立", "过", "了", "的"])  # between single characters: 设目标 for 设有目标
_TAKES_IN = words("纳入 列入 整合 统筹")  # what is not taken in is not, whatever is to become of it
_AND_SUCH = Pattern(r"[^,;。]*、[^,;。]*?等([^\W\d]{2,})")  # A、B等资金 are 资金
OBJECT = Pattern(r"[^\W\d]{0,8}(?:制度|办法|机制|体系|方案|计划|规划|台账|档案|目标|指标|信息|资料|情况|工作|报告|预算|决算|资金|经费|要求|任务|项目|材料|责任书|合同|协议|程序|手续|流程|措施|名单|报表|[年季月周]报|结果|会议|培训|总结|清单|花名册|预案|小组|办公室|委员会|专班|机构|人员|队伍|意见|建议|票据|数据|设备|设施|补贴|补助|岗位|标准|政策)")
KINDS = Pattern(r"主要|分管|建后|后续|后期|前期|高标准农田|高新|高校|高中|高速|无害化|无障碍|优抚|优质|全民|全域|专项|专业|专家|各级|各类")  # of a thing, no demand
SAYS = Pattern(r".{2,}(?:健全|完善|完整|齐全|规范|准确|真实|及时|到位|明确|合理|合规|合法|有效|清晰|整洁|顺畅|良好|统一|一致|相符|匹配|完备|充分|科学|稳定|合格|达标)|.*(?:达到|符合|满足|纳入|列入|通过).+")
_ELSEWHERE = Pattern(r"[未不没无非或并且及和与、]|上年|去年|连续|[两三五]年")
LEVEL = Pattern(r"[上省市县区镇乡本]级|中央|地方|配套|自筹")  # whose, where conditions are told apart by it
_SUBJECT = Pattern(r"[^\W\d]{1,14}")
_WHICH_PROJECT = Pattern(r"有?[^\W\d]{0,14}(?:项目|工程|建设)")  # 编制有高标准农田建设实施方案; not 落实领导包案制度, which is more than 落实制度
_GOODS = Pattern(r"[^\W\d未不没无按经由及和与并一二三四五首多部余剩]{0,4}(?:设备|装备|设施|物资|器材|器械|仪器|车辆|货物|材料|家具|用品|软件|系统|药品|疫苗|图书|教材|耗材|种子|苗木|农机|机具|化肥|农药)")  # 完成装备采购: what was bought
_WHERE = Pattern(r"[^\W\d每各所全未不没无按在于]{0,6}(?:现场|场所|工地|单位|部门|项目|学校|医院|社区|村级|园区|企业|站点|点位|机构|车辆|场馆|窗口|财政)")
_WITH_WHOM = Pattern(r"(?:与|同(?![步时类级等期样])|向|对)[^\W\d和及与或按经]{1,16}")
_NAMED_SO = Pattern(rf"(?:{'|'.join(sorted(DOINGS))}){{1,2}}(?:制度|办法|机制|体系|方案|计划|规定|细则|台账|档案|清单|流程|预案|小组|平台|记录)")  # 公示制度: what a thing is called
_HOW_WELL = Pattern(r"扎实|深入|有力|周密|有序|顺畅|走样|乏力|粗放|缓慢|走过场|缺位|混乱|滞后|薄弱")
NO_OCCASION = Pattern(r"出国|列支|处置|占用|新增|变更|出租|出借|调整|排放|采购|接待|(?<![建设成创确])立项|立项(?!目)|借款|担保|举债|购置|支付|结算|使用|举办|举借|债务|发放津")
CALLED_FOR = Pattern(r"履行|报批|规范|(?:程序|手续)(?:完备|齐全|合规|到位)")
_SETS_UP = Pattern(r"设有|设定|设置|制定|制订|建立|设立|编制|成立|出台|具有|具备|配备|签订|进行|开展")
_HOLDS_IT = Pattern(r"[^\W\d]{0,4}(?:制度|办法|机制|体系|系统|平台|报告|方案|小组|机构)")
_EXISTS = Pattern(r"(?:已|已经)?(?:有|无|没有)(?![效关序力利限益机偿])")


def _may_be_left(left: list[str], statement: Statement, content: str, others: list[str]) -> bool:
    """Whether the words left out leave the sense as it is: no demand out of an affirmation, no verb of which the rest is only the object."""
    if not others and (such := _AND_SUCH.fullmatch(left[0])):
        left = [such[1], *left[1:]]
    if not left[0] and len(left) == 2 and statement.content in _TAKES_IN:
        return statement.yes is False or not DEMAND.search(left[1])
    if _WHERE.fullmatch(left[0]) and not MANNER.search(left[0]) and not does(left[0]) and is_verb(statement.content) and not others:
        content = content.removeprefix(left[0])
        left = ["", *left[1:]]  # 已配备, where 施工现场配备门禁设施 is asked for
    if _WITH_WHOM.fullmatch(left[0]) and not does(left[0]):
        content = content.removeprefix(left[0])
        left = ["", *left[1:]]
    if statement.yes is False and len(left) == 2 and not left[1] and is_verb(statement.content) and not NO_OCCASION.search(statement.content) and not left[0].startswith("对") and not FAULTS.search(content):
        return True  # 未公开, where all ends with what was to be done
    if any(JOINED.search(chunk) or "或" in chunk or "并" in chunk for chunk in left) or FAULTS.search(content):
        return False
    if statement.yes is False and does(statement.content) and left[-1][:1] in ("≥", "≤", ">", "<", "="):
        left = [*left[:-1], ""]  # 未组织演练, where 组织演练≥1次 is asked for
    front, behind = left[0], left[-1]
    if statement.yes is False and NO_OCCASION.search(statement.content) and any(chunk not in _NOTHING for chunk in left):
        return False  # 未处置资产: there was no occasion to follow the procedure
    if statement.yes and (any(how[0] not in statement.content for how in MANNER.finditer(KINDS.sub("", content))) or (not is_verb(statement.content) and AS_WELL.match(behind))):
        return False  # 招标采购 is not 采用公开招标方式采购
    if statement.yes and (front or len(statement.content) > 2) and drops_manner(content, statement.content):
        return False  # 开展巡查 is not 定期开展巡查
    if statement.yes and LEVEL.search(front) and any(LEVEL.search(other) for other in others):
        return False  # 资金到位, where 上级资金 and 县级配套资金 are told apart
    if _EXISTS.match(statement.text) and _SETS_UP.fullmatch(front):
        left, front = left[1:], ""
    if _EXISTS.match(statement.text) and DEMAND.search(front):
        return False  # 无台账 is not 未定期更新台账
    if _HOLDS_IT.fullmatch(behind) and statement.content[-2:] not in DOINGS and not SAYS.fullmatch(statement.content):
        return False  # 未建立台账 is not 未建立台账制度
    if front.startswith(tuple(DOINGS)) and OBJECT.fullmatch(statement.content):
        return False  # 未公开方案 is not 未报送公开方案, 有程序 not 执行采购程序
    denied = statement.yes is False
    if denied and any(CALLED_FOR.search(chunk) for chunk in left):
        return False  # 无项目调整: there was no occasion for what the condition asks for
    if not left[0] and len(left) == 2 and is_verb(statement.content):
        return denied or not (DEMAND.search(behind) or MANNER.search(KINDS.sub("", behind)) or _HOW_WELL.search(behind) or (behind.startswith(tuple(DOINGS)) and not _NAMED_SO.fullmatch(behind)))  # 已执行: the verb alone, whatever its object
    return all(_is_aside(chunk, at == 0 and bool(front), not behind, denied and at < len(left) - 1, others, _says_of_it(statement.content), 0 < at < len(left) - 1) for at, chunk in enumerate(left) if not (denied and 0 < at < len(left) - 1 and (not does(chunk) or _WITH_WHOM.fullmatch(chunk))))


def _says_of_it(content: str) -> bool:
    """资料齐全, 达到省定标准, 按时提标: something is said of a thing, whose full name may stand before."""
    return bool(SAYS.fullmatch(content)) or (len(content) >= 4 and content[-2:] in DOINGS)


def _is_aside(chunk: str, front: bool, last: bool, denied: bool, others: list[str], whole: bool, middle: bool) -> bool:
    chunk = KINDS.sub("", chunk)
    if chunk in _NOTHING:
        return True
    if DEMAND.search(chunk) or (not denied and not front and MANNER.search(chunk)):
        return denied and not does(chunk)
    if front and last and NOUNS.fullmatch(chunk):
        return True
    if _SUBJECT.fullmatch(chunk) and (whole and front and last and not does(chunk) or middle and (_WHICH_PROJECT.fullmatch(chunk) or whole and _GOODS.fullmatch(chunk))):
        return True
    if does(chunk):
        return False
    return bool((NOUNS if front else OBJECT).fullmatch(chunk) and (not middle or denied)) or (len(chunk) > 1 and chunk.isalpha() and any(chunk in other for other in others))
