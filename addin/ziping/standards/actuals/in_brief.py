"""A case told in brief, what it is done to left out: 均已出台 of 各镇均出台方案, 已建立健全 of 建立健全档案制度, 无专人负责, 事业编制 of 属事业编制, 仅市级已成立.

It is asked last, and answers only where nothing else is asked for and the other cases say what the brief words deny.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import half_up
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import Arm, Award
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.earning import fixed
from ziping.standards.sayings.another import MANNER
from ziping.standards.sayings.entailing import asks_nothing
from ziping.standards.sayings.marks import ASKS_WHEN, may_be_done
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.doings import DOINGS
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["in_brief"]


def in_brief(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The points of the case; None where the words do not tell it."""
    if bound.counts or bound.late or bound.absent or bound.spans or not all(isinstance(a.effect, Award) for a in (*bound.words, *bound.otherwise, *bound.relative)):
        return None
    text = actual.text.rstrip("。;,")
    if bound.additive and target is not None and (whole := _just_as_aimed(bound, target.text.rstrip("。;,"), text)) is not None:
        return whole
    if bound.additive:
        return _by_level(bound, text) if not bound.relative else None
    if (able := _as_able(bound, text)) is not None:
        return fixed(bound, able, actual)
    if bound.relative:
        return None
    earning = [a for a in bound.words if _earns(a)]
    held = next((arm for reader in (_each_of_them, _all_had, _sound, _somebody) if earning and (arm := reader(bound, earning, text)) is not None), None) or _of_its_kind(bound, text)
    held = held or (_passed(bound, earning, target, text) if earning else None) or (_in_time(bound, earning, target, text) if earning else None)
    return fixed(bound, held, actual) if held is not None else None


def _earns(arm: Arm) -> bool:
    return bool(arm.effect.amount.value)  # type: ignore[union-attr]


def _phrase(arm: Arm) -> str:
    return arm.guard.phrase  # type: ignore[union-attr]


_AIMED = Pattern(r"(?:以上|上述)?(?:(?P<many>\d+|[两二三四五六七八九十])项|各项|所有|全部)?(?:内容|工作|任务|条件|要求)?(?:均|都|全部|全面)?已?(?P<does>完成|落实|具备|做到|落实到位|符合|满足|达到|达标)(?:要求|标准|条件)?")
_ONLY_DONE, _IN_TIME_OR_FULL = words("完成 落实 落实到位"), Pattern("及时|[足全]额")
_ALL_OF_IT = Pattern(r"均|都|全部|全面|所有|各项")


def _just_as_aimed(bound: Bound, target: str, text: str) -> Outcome | None:
    """全部落实 beside a target of the same words: what is aimed at is all that is listed, each of which is something to be done; 4项均完成 of four that are numbered, whatever they ask. Not where one of them is that something does not happen, or is a number."""
    said = _AIMED.fullmatch(text) if text == target and _ALL_OF_IT.search(text) else None
    earning = [a for a in bound.words if _earns(a)]
    if said is None or said["many"] and told_number(said["many"]) != len(earning) or not all(isinstance(a.effect, Award) for a in bound.words):
        return None
    numbered = bool(said["many"]) and len(set(_MARKED.findall(bound.rule.source))) == len(earning)
    if said["does"] in _ONLY_DONE:
        numbered = numbered and not any(_IN_TIME_OR_FULL.search(_phrase(a)) for a in earning)  # done is neither in time nor in full
    if any(polarity(_phrase(a))[1] is not True or FAULTS.search(_phrase(a)) or _FIGURE.search(_phrase(a)) or not (numbered or _merely_done(_phrase(a))) for a in earning):
        return None
    return bound.full, lambda: f"完成值“{text}”与指标值相同，各项条件均满足，得满分{shown(bound.full)}分", len(earning)


def _merely_done(phrase: str) -> bool:
    """明确责任人, 推进节能工作: done or not, and nothing is asked of when or how."""
    return (may_be_done(phrase) or _SETS_UP.match(phrase) is not None and not ASKS_WHEN.search(phrase)) and not MANNER.search(_SETS_UP.sub("", phrase).replace("明确专人负责", ""))


_MARKED = Pattern(r"(?:^|(?<=[,;。:\n]))\(?[1-9一二三四五六七八九](?:\)|[.、](?!\d))|[①-⑳]")
_SETS_UP = Pattern(r"^(?:明确|推进|设置|落实)(?=[^\W\d]{2})")
_FIGURE = Pattern(r"\d")
_HAS = r"(?:具有|具备|备有|有)(?![效序关力利限益机偿害待所])"
_EACH_PIECE = Pattern(r",|、(?=已?(?:具?有|无|没有))")
_ALL_HAD = Pattern(rf"{_HAS}(?P<list>[^\W\d未不没无或且并经按均]{{2,12}}(?:(?:、|[和与及])[^\W\d未不没无或且并经按均]{{2,12}})+)")
_HAD_OR_NOT = Pattern(rf"(?:(?P<no>无|没有|缺少?)|已?{_HAS})(?P<names>[^\W\d未不没无或且并]{{2,12}}(?:(?:、|[和与及])[^\W\d未不没无或且并]{{2,12}})*)")


def _all_had(bound: Bound, earning: list[Arm], text: str) -> Arm | None:
    """有记录，无签批, where 有记录和签批 earns everything and all else nothing: each is told by its name, and one that is not there is enough."""
    if len(bound.words) != 1 or len(bound.otherwise) != 1 or (asked := _ALL_HAD.fullmatch(_phrase(earning[0]))) is None:
        return None
    items, told = _SEPARATE.split(asked["list"]), {}
    for piece in _EACH_PIECE.split(text):
        if (said := _HAD_OR_NOT.fullmatch(piece)) is None:
            return None
        for name in _SEPARATE.split(said["names"]):
            hits = [item for item in items if item == name] or [item for item in items if item.endswith(name)]
            if len(hits) != 1 or hits[0] in told:
                return None
            told[hits[0]] = said["no"] is None
        if said["no"] and _SEPARATE.search(said["names"]) and len(told) < len(items):
            return None  # 无记录和签批 beside a third: which of them is not there, or both?
    return bound.otherwise[0] if False in told.values() else earning[0] if len(told) == len(items) else None


_EACH = Pattern(r"(?:辖区内?|全[省市县区])?(?:各|所有|每个)(?P<who>[^,;。\d未不没无均都]{1,16}?)(?:均|都|全部)已?(?P<does>[^,;。\d未不没无]{2,30})")
_NOT_ALL = Pattern(r"(?:未|没有)(?:全部|均|都)(?P<does>[^,;。\d未不没无]{0,30})|(?:有|存在)(?:未|没有)(?P<one>[^,;。\d未不没无]{2,30})")
_ALL_DID = Pattern(r"(?:均|都|全部)已?(?P<does>[^\W\d未不没无计拟将]{2,30})")
_SOME_DID_NOT = Pattern(r"(?:其中|仍|尚)?有?(?:[1-9]\d*|[一二两三四五六七八九十])(?:个|家|所|名|户|处|座|支)?(?P<who>[^,;。\d未不没无均都]{1,16}?)(?:仍|尚)?(?:未|没有)(?P<does>[^,;。\d未不没无计拟]{2,30})")
_TITLE = Pattern(r"^(?:[“\"《][^”\"》]{1,20}[”\"》]|十[一二三四五]五)")  # 十四五规划: what a plan is called
_HOW = Pattern(r"^(?:按[时期]|按照?(?:要求|规定)|及时|如期|准时|足额|全面|规范|严格)+")
_PLACES = Pattern(r"[省市县区镇乡村旗、]+")


def _each_of_them(bound: Bound, earning: list[Arm], text: str) -> Arm | None:
    """均已出台 and 2个镇未出台, where 各镇均出台禁烧方案 earns everything and whatever else nothing."""
    asked = _EACH.fullmatch(_phrase(earning[0]))
    others = [*bound.otherwise, *(a for a in bound.words if a is not earning[0])]
    if asked is None or len(others) != 1 or not bound.costs_all(others[0]) or earning[0].effect.amount.of(bound.full) != bound.full:  # type: ignore[union-attr]
        return None
    if not bound.otherwise and ((missed := _NOT_ALL.fullmatch(_phrase(others[0]))) is None or not asked["does"].startswith(missed["does"] or missed["one"] or "")):
        return None
    if (did := _ALL_DID.fullmatch(text)) is not None:
        return earning[0] if did["does"] == asked["does"] or _verb_of(did["does"], asked["does"]) and _plain_thing(asked["does"].removeprefix(did["does"])) else None
    left = _SOME_DID_NOT.fullmatch(text)
    if left is None or not (asked["who"].endswith(left["who"]) or left["who"] in asked["who"] and _PLACES.fullmatch(asked["who"])):
        return None
    return others[0] if left["does"] == asked["does"] or _verb_of(left["does"], asked["does"]) or _verb_of(left["does"], _HOW.sub("", asked["does"])) else None


def _verb_of(said: str, asked: str) -> bool:
    """按时报送 of 按时报送年度总结: what is done, and how, without what it is done to."""
    return asked.startswith(said) and said[-2:] in DOINGS and _HOW.sub("", said) in DOINGS


_MATTERS = (
    "工作|实施|管理|政府|公开|活动|行动|任务|项目|工程|资金|预算|绩效|年度|安全|生产|消防|防火|防汛|抗旱|防灾|减灾|应急|禁烧|节水|节能|供水|供热|环保|环境|卫生|健康|防疫|防震|疫情|垃圾|污水|秸秆|河湖|林业|农业|水利|交通|教育|文化|"
    "旅游|体育|就业|养老|救助|扶贫|乡村|振兴|规划|建设|发展|整治|治理|保护|防治|防控|考核|监管|监督|内控|内部控制|值班|交接班|考勤|库房|仓库|物资|设备|设施|信息|数据|统计|会计|业务|资料|人事|培训|宣传|采购|资产|财务|档案|信访|普法|示范区|园区|产业园|工业园|景区|社区"
)
_THING = Pattern(rf"(?:{_MATTERS})*(?:方案|办法|制度|机制|体系|规划|计划|预案|台账|档案|细则|规定|通知|意见|总结|报告|责任书|承诺书|协议书?|合同|清单|专班|领导小组|小组|委员会|机构|队伍|网络|人员|专干|保安|任务|活动|演练|培训|督查)")


def _plain_thing(rest: str) -> bool:
    """节水方案, what it is and what it is about, and not how it is to be: of 电子台账 and 持证人员 a bare verb tells nothing."""
    return not rest or _THING.fullmatch(_TITLE.sub("", rest)) is not None


_ABLE = Pattern(r"(?:(?:根据|按照?|依据|对照)[^,;。:未不没无]{2,30}?(?:任务|目标|计划|要求|指标),)?能够?(?P<does>[^,;。\d未不没无]{4,30})")
_DID = Pattern(r"(?:均|全部)?(?:已(?:经|全部)?)?(?P<does>[^\W\d未不没无计拟将已能]{4,30})")


def _as_able(bound: Bound, text: str) -> Arm | None:
    """已保质按时完成, where 能保质按时完成 is asked for: done is more than able."""
    did = _DID.fullmatch(text)
    able = [(a, said["does"]) for a in bound.words if _earns(a) and (said := _ABLE.fullmatch(_phrase(a))) is not None]
    if did is None or len(able) != 1:
        return None
    arm, does = able[0]
    return arm if did["does"] == does or _verb_of(did["does"], does) and _HOW.search(does) and asks_nothing(does.removeprefix(did["does"])) else None


_SET_UP = r"(?:建立[、并和]?健全|健全完善|建立[、并和]?完善|健全)"
_SYSTEM = Pattern(rf"已?{_SET_UP}(?P<thing>[^,;。\d未不没无并且和及与、或]{{0,16}}(?:制度|机制|体系|办法|规定|台账|档案|网络|队伍))")
_LACKS = Pattern(r"(?:未|没有)(?:建立|制定)(?:健全)?(?P<thing>[^,;。\d未不没无或]{0,18})(?:(?:,|或者?)[^,;。\d未没无或]{0,18}不(?:健全|完善))?|[^,;。\d未没无或]{0,18}不(?:健全|完善)|[^,;。\d未没无或]{0,18}(?:建立|有)但不(?:健全|完善)")
_SOUND = Pattern(rf"(?:已经?)?{_SET_UP}(?P<thing>[^,;。\d未不没无并且和及与、或]{{0,18}})")
_ABSENT = Pattern(r"(?:尚)?(?:未|没有)建立(?P<thing>[^,;。\d未不没无并且和及与、或]{0,18})")


def _sound(bound: Bound, earning: list[Arm], text: str) -> Arm | None:
    """已建立健全, where 建立健全档案制度 earns everything and 未建立 or 不健全 is what is set against it; 未建立 as one of its ways."""
    whole = [a for a in earning if _SYSTEM.fullmatch(_phrase(a)) is not None and a.effect.amount.of(bound.full) == bound.full]  # type: ignore[union-attr]
    others = [a for a in bound.words if a not in whole]
    if len(whole) != 1 or not others or bound.otherwise or any(_LACKS.fullmatch(_phrase(a)) is None for a in others):
        return None
    thing = _SYSTEM.fullmatch(_phrase(whole[0]))["thing"]  # type: ignore[index]
    if (sound := _SOUND.fullmatch(text)) is not None:
        return whole[0] if thing.endswith(sound["thing"]) and _plain_thing(thing) else None
    absent = _ABSENT.fullmatch(text)
    lacking = [a for a in others if (lack := _LACKS.fullmatch(_phrase(a))) is not None and lack["thing"] is not None and thing.endswith(lack["thing"])] if absent is not None and thing.endswith(absent["thing"]) else []
    return lacking[0] if len(lacking) == 1 and bound.costs_all(lacking[0]) else None


_APPOINTS = r"(?:设置|设立|落实|安排|指定|明确|配备|确定)"
_IN_CHARGE = Pattern(rf"已?(?:{_APPOINTS}|有|由)了?专人(?P<does>负责|管理|维护|管护)?(?:(?:负责|的)?(?:{_MATTERS})*(?:管理|维护|管护|保管|工作))?")
_NOBODY = Pattern(rf"(?:无|没有|未{_APPOINTS})专人(?P<does>负责|管理|维护|管护)?[^,;。\d未不没无并且、]{{0,16}}")
_WHO = Pattern(rf"(?P<no>无|没有|(?:未|没有){_APPOINTS})?(?:已?(?:{_APPOINTS}|有)了?)?专人(?P<does>负责|管理|维护|管护)?")


def _somebody(bound: Bound, earning: list[Arm], text: str) -> Arm | None:
    """无专人负责 and 有专人负责, where 设置专人负责信息管理 earns everything and 无专人负责 nothing."""
    said, others = _WHO.fullmatch(text), [a for a in bound.words if a is not earning[0]]
    if said is None or len(others) != 1 or bound.otherwise or not bound.costs_all(others[0]) or earning[0].effect.amount.of(bound.full) != bound.full:  # type: ignore[union-attr]
        return None
    asked, nobody = _IN_CHARGE.fullmatch(_phrase(earning[0])), _NOBODY.fullmatch(_phrase(others[0]))
    if nobody is None or said["does"] not in (None, nobody["does"]):
        return None
    if said["no"]:
        return others[0]
    return earning[0] if asked is not None and asked["does"] in (said["does"], nobody["does"]) else None


_TRIAL = r"(?:竣工|交工|完工|初步|最终|专家|项目|初|终)?(?:验收|评审|审核|审查|评估|论证|鉴定|考核|认证|认定|复核)"
_WHAT_PASSES = r"(?:信息|应用|软件|建设|管理|本)*(?:系统|项目|工程|平台|软件|设备|课题|成果|方案|产品)?"
_PASSES = Pattern(rf"{_WHAT_PASSES}(?:均|都|全部)?(?:已经?|能够?)?(?:顺利)?通过(?P<trial>{_TRIAL})")
_FAILS = Pattern(rf"{_WHAT_PASSES}(?:未|没有|未能|不能)(?:能够?)?通过(?P<trial>{_TRIAL})?")
_PASSED = Pattern(r"(?P<trial>验收)?(?:(?P<no>未能?|没有)|已经?|均|都)?通过")


def _passed(bound: Bound, earning: list[Arm], target: Value | None, text: str) -> Arm | None:
    """未通过, where 系统通过验收 earns everything and 未通过验收 nothing: there is one trial alone that it can be of, and no second time."""
    said, others = _PASSED.fullmatch(text), [a for a in bound.words if a is not earning[0]]
    asked = _PASSES.fullmatch(_phrase(earning[0]))
    failed = _FAILS.fullmatch(_phrase(others[0])) if len(others) == 1 and not bound.otherwise else None
    if said is None or asked is None or failed is None or bound.rule.source.count("通过") != 2 or failed["trial"] not in (None, asked["trial"]):
        return None
    if said["trial"] not in (None, asked["trial"]) or not _aims_at(target, asked["trial"]) or not bound.costs_all(others[0]) or earning[0].effect.amount.of(bound.full) != bound.full:  # type: ignore[union-attr]
        return None
    return others[0] if said["no"] else earning[0]


def _aims_at(target: Value | None, trial: str) -> bool:
    aim = _PASSES.fullmatch(target.text) if target is not None else None
    return target is None or target.text == "通过" or aim is not None and aim["trial"] == trial


_WHEN = "及时|按时|按期|如期"
_DONE_WHEN = Pattern(rf"已?(?P<when>{_WHEN})完成")
_OF_WHAT = r"(?:项目|工程|初步|年度|实施|建设|施工|采购|勘察|[省市县区])*"
_ACT = (
    rf"{_OF_WHAT}(?:勘察设计|勘察|勘测|测绘|设计|招标|招投标|采购|备案|归档|移交|报批|报审|报备)(?:审批|报批|报审|备案|工作)?|(?:编制|制定|印发|报送|上报|报备|提交){_OF_WHAT}(?:方案|计划|规划|预案|清单|台账|报表|总结|报告)|"
    rf"{_OF_WHAT}(?:方案|计划|规划|预案|清单|报表|总结|报告)(?:编制|制定|印发|报送|上报|提交)|报[省市县区]?[^\W\d未不没无得获经]{{0,6}}(?:局|厅|委|部门|政府|办公室)(?:备案|审批|审核)?|(?:填报|录入)[^\W\d未不没无得获经]{{2,14}}(?:系统|平台)"
)
_ASKED_WHEN = Pattern(rf"(?P<when>{_WHEN})完成(?:{_ACT})(?:(?:、|并)(?:{_ACT}))*")
_NOT_WHEN = Pattern(rf"未(?:{_WHEN})完成")


def _in_time(bound: Bound, earning: list[Arm], target: Value | None, text: str) -> Arm | None:
    """已及时完成, where 及时完成勘察、设计并报批 earns everything and 未按时完成 is all that is set against it: of doings that are done or not, and nothing of how well."""
    said, others = _DONE_WHEN.fullmatch(text), [a for a in bound.words if a is not earning[0]]
    asked = _ASKED_WHEN.fullmatch(_phrase(earning[0]))
    if said is None or asked is None or said["when"] != asked["when"] or len(others) != 1 or bound.otherwise or _NOT_WHEN.fullmatch(_phrase(others[0])) is None:
        return None
    whole = bound.costs_all(others[0]) and earning[0].effect.amount.of(bound.full) == bound.full  # type: ignore[union-attr]
    aimed = target is None or (aim := _DONE_WHEN.fullmatch(target.text)) is not None and aim["when"] == asked["when"]
    return earning[0] if whole and aimed else None


_OF_A_KIND = Pattern(r"(?:属于?|为|是)?(?P<kind>[^,;。\d未不没无属]{2,12})")
_MERELY = Pattern(r"未[^,;。\d未不没无仅只]{2,16}?(?P<only>[仅只][^,;。\d未不没无仅只]{2,20})")


def _of_its_kind(bound: Bound, text: str) -> Arm | None:
    """事业编制, where 属行政编制 and 属事业编制 are told apart; 仅挂牌子 of 未单设机构仅挂牌子."""
    merely = [a for a in bound.words if (said := _MERELY.fullmatch(_phrase(a))) is not None and said["only"] == text]
    if len(merely) == 1:
        return merely[0]
    kind = _OF_A_KIND.fullmatch(text)
    kinds = [a for a in bound.words if "属" in _phrase(a)]
    mine = [a for a in kinds if _phrase(a) in (f"属{kind['kind']}", f"属于{kind['kind']}")] if kind is not None and len(kinds) > 1 else []
    return mine[0] if len(mine) == 1 and not any(_phrase(a).endswith(kind["kind"]) for a in bound.words if a is not mine[0]) else None  # type: ignore[index]


_AT_A_LEVEL = Pattern(rf"(?P<who>[^,;。\d未不没无]{{1,14}}?)已?(?P<does>(?:{'|'.join(sorted(DOINGS))})[^,;。\d未不没无]{{0,20}})")
_LEVEL = Pattern(r"(?:[^\W\d]{0,12}所在的?)?(?P<level>[省市县区村]|乡镇?|镇)(?:级|本级)?(?:人民政府|政府|层面)?")
_TOLD = Pattern(rf"(?P<only>仅有?|只有?)?(?P<who>[^,;。\d未不没无已均都]{{1,16}}?)?(?P<all>均|都)?(?P<no>已|未|没有)?(?P<does>(?:{'|'.join(sorted(DOINGS))})[^,;。\d未不没无已均都仅只]{{0,22}})")
_SEPARATE, _TOGETHER = Pattern(r"[、和与及]"), Pattern(r"[省市县区村镇]{2,}")


def _by_level(bound: Bound, text: str) -> Outcome | None:
    """市级、县级均已成立 and 仅市级已成立, where 市级成立专班 earns some and 项目所在县成立专班 the rest; each level must be told of."""
    found = [_AT_A_LEVEL.fullmatch(_phrase(a)) for a in bound.words]
    if not all(found) or not all(map(_earns, bound.words)) or len({said["does"] for said in found}) != 1:  # type: ignore[index]
        return None
    levels = [_level(said["who"]) for said in found]  # type: ignore[index]
    if "" in levels or len(set(levels)) < len(levels):
        return None
    does, held = found[0]["does"], {}  # type: ignore[index, var-annotated]
    for piece in text.split(","):
        said = _TOLD.fullmatch(piece)
        if said is None or not (said["does"] == does or does.startswith(said["does"]) and said["does"] in DOINGS and _plain_thing(does.removeprefix(said["does"]))):
            return None
        names = [] if not said["who"] else list(said["who"]) if _TOGETHER.fullmatch(said["who"]) else _SEPARATE.split(said["who"])
        told = [_level(name) for name in names] or (levels if said["all"] else [])
        if not told or any(level in held or level not in levels for level in told):
            return None
        held |= dict.fromkeys(told, said["no"] in (None, "已"))
        if said["only"] and (said["no"] not in (None, "已") or "," in text):
            return None
        held |= dict.fromkeys((level for level in levels if said["only"] and level not in held), False)
    if len(held) < len(levels):
        return None
    met = [a for a, level in zip(bound.words, levels, strict=True) if held[level]]
    points = half_up(sum((a.effect.amount.of(bound.full) for a in met), Decimal(0)), 2)  # type: ignore[union-attr]
    named = "、".join(map(_phrase, met)) or "无"
    return points, lambda: f"完成值“{text}”，满足的条件：{named}，得{shown(points)}分", len(met)


def _level(who: str) -> str:
    """县 of 项目所在县 and of 县级."""
    said = _LEVEL.fullmatch(who)
    return "" if said is None else "镇" if said["level"] in ("乡", "镇", "乡镇") else said["level"]
