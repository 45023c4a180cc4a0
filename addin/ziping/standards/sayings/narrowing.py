"""Whether what an actual leaves out of a condition's words tells apart what the condition asks for: 养护方案 may be another than 明年养护方案, 预算信息 is half of 预算决算信息.

Only words that are known to tell nothing apart may be left out of a name of which the rest is said: the year that every actual is of, whose it is where it is the body's own, 项目 and
单位 themselves; before a word that names nothing by itself (方案, 管理办法) what it is about too, and before a plan of works what is built. A thing of which nothing is said at all is
none of this: 已制定, 及时上缴.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.standards.words.doings import DOINGS, NOUN_TOO
from ziping.standards.words.vocabulary import Pattern

__all__ = ["names_a_thing", "put_together", "tells_apart"]

_BODY = r"(?:单位|部门|[局县市区镇乡村院校委厅处所站]|街道|地区?|级|中心|公司|学校|医院|项目|工程|行业领域)"
_OWN = rf"(?:年度|全年|本年度?|当年|[我本该]{_BODY}?|各(?:[类项种级]|{_BODY}{{1,2}})|相关|有关|相应|行业领域|[省市县区镇乡村]内(?:(?:工业)?园区)?|单位(?:GDP|产值)能?|项目|工程|部门|单位|的|[有了])"
_WORKS = r"(?:农村公路|(?:乡镇)?水毁道路|病虫害|[公道]路|桥梁|河道|水?渠[道系]?|泵站|水库|堤防|管网|农田|林地|泵站日常)"  # what is built or fought, of which it is told what is done to it
_ABOUT = (
    r"(?:(?:固定|国有)?资产|资金|财[务政]|预算|绩效|采购|合同|档案|业务|工作|管理|使用|建设|实施|运行|维护|养护|管护|生产|安全|质量|监督|检查|考核|考评|巡查|巡渠|值班|考勤|内部控制|内控|风险防控|防汛|抗旱|防火|长效|贫困户|禁烧|预决算|节能|施工|验收|信息|公开|公示|收费|消防|"
    r"会计|核算|统计|培训|人事|档案|保密|后勤|自评|评价|联席|组织|领导|责任|整治|防治|病虫害|奖补|补[贴助]|营造林|林业发展|集体筹集|民主议事|处理结果|群众|立项|审批|"
    r"(?:小型|县级?|乡镇)?(?:农田)?水利|小型水库|高标准农田|耕地地力保护|农村公益事业|村级(?=公路|道路|收费))"
)
_KIND = r"(?:制度|办法|目标|领导小组|标准|报表|机制|体系|方案|计划|规划|台账|档案|投入|任务|预案|小组|机构|队伍|名单|名册|清单|措施|流程|程序|手续|信息|材料|资料|报告|总结|年报|记录|会议|内容|数据|设备|设施|项目库|(?:资金|经费)(?![^\W\d])|专管员|信箱|[三五]年规划)"
_GENERAL = rf"(?:管理|实施|工作|具体|(?:工作)?领导|举报|反馈|公示|联席|风险防控|整合)?{_KIND}"
_WELL = "完整|完备|充分|良好|合格|可行|完善|健全|齐全|齐备|规范|合[理规法]|明确|准确|真实|及时|到位|有效|清晰|科学|量化|细化|相符|经|并|且|均|都|全|按|得到|已|未|不|有|符合|达到|设置|设定"
_DOES = "|".join(sorted(DOINGS))
_BARE = Pattern(rf"{_GENERAL}(?={_WELL}|(?:{_DOES})(?:{_WELL}|$)|[,、;]|$)")
_OF_MONEY, _MONEY = Pattern(rf"(?:{_OWN}|养护|管护|补[助贴]|奖补|专项|财政|建设|重点县|资产)+"), Pattern(r"资金|经费|收益|账")
_NOTHING, _TOPIC = Pattern(rf"{_OWN}+"), Pattern(rf"(?:{_OWN}|{_ABOUT}|{_WORKS})+")
_BUILT = Pattern(rf"(?:{_OWN}|{_WORKS})+")
_DEED = Pattern(r"(?:修复|管护|防治|养护|维护|维修|改造|治理|整治|巡[查检]|修缮|保洁|运[维行])")
_MADE = Pattern(r"^(?!(?:上一?|去|往|明|次|前|来)年)[^\W\d未不没无]{0,10}(?:制定|制订|编制|报送|上报|提交|申报|下达|建立|出台|印发|提供|安排|反馈|发现)的")
_ONLY_DONE = Pattern(rf"(?:{_DOES}|{_WELL}|上缴|全部|足额|按时|按期|如期|准时|定期|完成|累计|进行|制[定订]|设[立定置]|配备|良好|严格|充分|规定|时限?|时间|期限|要求|程序|认证|作出|了|[和及、])+")


def tells_apart(left: Sequence[str], said: str, asked: str, front: int = 0) -> bool:
    """Whether what stands before and between the words that are said, where they stand in what is asked, tells that from another thing; front: so much of what is asked names who does it.

    left: what is left out before, between and behind those words.
    """
    kept = next(_runs(left, said, asked), None)
    if kept is None:
        return True
    for at, (chunk, run) in enumerate(zip(left, kept, strict=False)):
        chunk = _MADE.sub("", chunk[front:] if front <= len(chunk) else chunk) if not at else chunk
        if chunk and chunk[-1] in _PLACES and run[0] in _PLACES:
            return True  # 区 of 各县区
        if not chunk or _NOTHING.fullmatch(chunk) or _OF_ITSELF.match(chunk + run) or not _names_it(run, first=not at):
            continue
        before = kept[at - 1] if at else ""
        if before and not (before[-2:] in DOINGS - NOUN_TOO or before.endswith(_TAKES)):
            return True  # 预算信息 of 预算决算信息
        if not (_BARE.match(run) and _TOPIC.fullmatch(chunk) or _MONEY.match(run) and _OF_MONEY.fullmatch(chunk) or _DEED.match(run) and _BUILT.fullmatch(chunk)):
            return True
    return False


_PLACES = "省市县区镇乡村"
_OF_ITSELF = Pattern("年终总结|年新增")  # a year's end is when one sums up
_WHO = Pattern(r"[^\W\d]{0,6}(?:政府|人大|党委|部门|单位|财政局?)")  # by whom it was approved
_HOW = Pattern(r"[可与按经在向对]|履行|纳入|列入|应(?!急)|能|及时|足额|全部|如期|准时|定期")
_TAKES = ("制订", "设有", "具有", "具备", "确定", "有", "召开", "列入", "纳入", "建立", "健全", "完善")


def names_a_thing(said: str) -> bool:
    """Whether the words begin with the name of a plan, a rule, a paper: 采购管理办法健全; not 效果显著."""
    return _THING.match(said) is not None or _MONEY.match(said) is not None


_OF_A_KIND = Pattern(rf"{_KIND}(?<!投入)$")  # 县级财政安排管护投入 begins with who gives it
_THING = Pattern(rf"[^\W\d]{{0,8}}?{_KIND}")


def _names_it(run: str, first: bool) -> bool:
    """Whether the words name a thing: not 及时上缴, nor, where what is left out is who does it, 安排管护投入."""
    if _ONLY_DONE.fullmatch(run) or first and _HOW.match(run) or _WHO.fullmatch(run):
        return False
    return not (first and run[:2] in DOINGS and run[:2] not in NOUN_TOO and _OF_A_KIND.search(run) is None)


def _runs(left: Sequence[str], said: str, asked: str) -> Iterator[list[str]]:
    """The words that are said, cut where something between them is left out."""
    if not asked.startswith(left[0]):
        return
    asked = asked[len(left[0]) :]
    if len(left) == 1:
        if not said and not asked:
            yield []
        return
    for end in range(len(said), 0, -1):
        if asked.startswith(said[:end]):
            yield from ([said[:end], *rest] for rest in _runs(left[1:], said[end:], asked[end:]))


def put_together(said: str, asked: str) -> bool:
    """Whether two words of what is asked are put together to a name of their own: 公开招标 of 公开招标信息 is a way of tendering, not 公开招标信息 with its object left out; 开展培训 is not 开展县级培训."""
    return (tender := _TENDER.search(said)) is not None and tender[0] not in asked or _of_its_kind(said, asked)


_TENDER = Pattern(r"公开(?:招标|采购|比选|遴选|竞标|竞价|招聘)")
_CARRIES = r"(?:开展|组织|举办|举行|进行|实施)"
_CARRIED = Pattern(rf"{_CARRIES}了?(?P<deed>[^\W\d]{{2}})$|^(?:[^\W\d未不没无]{{0,6}}的)?(?P<put>[^\W\d]{{2}})(?:均|都)?已?(?:经)?{_CARRIES}了?$")
_OF_A_KIND_OF = Pattern(rf"{_CARRIES}了?(?P<kind>[^\W\d,]*)$")


def _of_its_kind(said: str, asked: str) -> bool:
    """Whether 开展培训 leaves out of what kind it was to be (开展县级培训, 开展网络安全培训); not of 开展业务培训, nor a bare 已开展."""
    told = _CARRIED.search(said)
    deed = (told["deed"] or told["put"]) if told is not None else ""
    if deed not in NOUN_TOO or deed not in asked or said in asked:
        return False
    asks = _OF_A_KIND_OF.search(asked[: asked.rindex(deed)])
    kind = re.sub(rf"^{_CARRIES}", "", asks["kind"]) if asks is not None else ""
    return bool(kind) and _TOPIC.fullmatch(kind) is None
