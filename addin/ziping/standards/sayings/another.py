"""Actuals that speak of something else than the standard does, or say less than it asks for: another doing, another limit, another target, a manner left out, a name cut short."""

from __future__ import annotations

import re

from ziping.standards.sayings.papers import IN_TIME, another_paper
from ziping.standards.words.doings import DOINGS
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["MANNER", "SHOWN_BY", "another_thing", "drops_manner", "narrows", "says_all_of", "shortens"]

_IN_TIME = Pattern(r"按时|及时|按期|如期|准时|提前|延迟|推迟|逾期|延期|滞后|晚于|拖延")
_ACTS = words("开工 完工 竣工 报送 上报 提交 公开 公示 拨付 支付 下达 发放 到位 申报 编制 验收 办结 备案 整改 开展 缴纳 分解 报告 兑付 结算 审核 批复 通知 反馈 答复 回复 印发 下发 发布 公布 出台")
_ALIKE = ({"报送", "上报", "提交", "报告"}, {"完工", "竣工"}, {"拨付", "支付", "发放", "兑付"})


def another_thing(source: str, target: str, text: str) -> bool:
    """按时开工 where 按期完工 is scored, 未超支 where 未超编 is, 合格率达标 where 满意度 is held against its target, 会议费未超预算 where nothing is said of 会议费."""
    return _another_doing(source, target, text) or another_paper(source, text) or _another_limit(source, target, text) or _another_target(source + target, text) or _its_contrary(source, text)


def _another_doing(source: str, target: str, text: str) -> bool:
    """Whether what was done in time is not what is asked to be: 完成 is asked, and 拨付 told, which no more than the clause that earns or the target might name."""
    if not (_BY_THEN.search(text) and _BY_THEN.search(source)):
        return False
    said = {act for act in _ACTS if act in text}
    earning = [clause for clause in _CLAUSES.split(source) if _BY_THEN.search(clause) and _EARNS.search(clause)]
    if (done := [clause for clause in earning if _DONE_IN_TIME.search(clause)]) and len(done) == len(earning):
        acts = "".join(said[0] for clause in done for said in _DONE_TO_IT.finditer(clause))
        whole = _BY_WHOM.sub("", "".join(done))
        asked = {act for act in _ACTS - _ENDS if act in whole} | set(_ENDS_SO.findall(whole))
        if (acts or not all(_AT_ITS_END.search(clause) for clause in done)) and _none_of(said - _ENDS | {end for end in _ENDS if _merely(end, text, whole)}, asked):
            return True  # 按时竣工 of 按时完成验收, 按时完成招标, 按时完成竣工决算
        named = acts or target
        others = said & _NOT_DONE_YET if _DONE_IN_TIME.search(text) else said & _NOT_DONE_YET | {act for act in _DONE_ELSE if act in text}
        return any(act not in named for act in others)  # 按时开工, 按时拨付 of 按时完成
    whose = _BY_WHOM.sub("", "".join(earning)) or source
    asked = {act for act in _ACTS if act in whose}
    return bool(asked) and _none_of(said, asked)


def _merely(end: str, text: str, whole: str) -> bool:
    """Whether the end of the works is what was done, and no part of the name of what is asked for: 按时竣工, and 按时竣工决算 only where no 竣工财务决算 is to be done."""
    _, told, behind = text.partition(end)
    return bool(told) and not (behind and in_order(end + behind[:2], whole))


def _none_of(said: set[str], asked: set[str]) -> bool:
    """Whether something is said to be done, and nothing of it is among what is asked for, in its own words or in those for the same."""
    return bool(said) and not any(act in asked or any(act in group and group & asked for group in _ALIKE) for act in said)


_CLAUSES, _EARNS = Pattern(r"[;。\n]|(?<=分),"), Pattern(r"得(?=\d|满分)|满分|不扣分")
_BY = rf"(?:{IN_TIME}|(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日|底|末|初|[上中下]旬)?(?:之|以)?(?:前|内)|\d{{1,2}}月\d{{1,2}}日|(?:年|季|月)(?:度)?[底末]?(?:之|以)?(?:前|内)|(?:当年|本年|年)(?:度)?内|(?:时间|时限|期限|日期|节点)(?:之|以)?(?:前|内))"
_BY_THEN = Pattern(rf"{_IN_TIME.pattern}|{_BY}")
_DONE_IN_TIME = Pattern(rf"{_BY},?(?:已|全部|均|都|能|全面)*完成")
_BUILT = "工程|建设|项目|施工|改造|修缮|维修|加固|新建|扩建|改建|安装|铺设|修复"
_AT_ITS_END = Pattern(rf"完成(?:年度|全年|各项|全部|既定|计划)*(?:[^,;。得]{{0,14}}(?:{_BUILT}))?(?:的?(?:任务|工作|内容|目标|计划))*(?:的|者)*,?(?=得|满分|不扣分|$)")  # what is done once it is built: nothing else is named behind 完成
_ENDS = words("竣工 完工 建成 交付 投产 办结 投入使用 投用 启用")
_ENDS_SO = Pattern(rf"({'|'.join(_ENDS)})(?:使用|运营)?(?:的?(?:任务|工作|内容|目标|计划))*(?:的|者)*,?(?=得|满分|不扣分|$)")  # 竣工决算 asks for what comes after the end of the works
_DOES = "开工|报送|上报|提交|申报|公开|公示|备案|编制|审核|批复|下达|分解|通知|反馈|答复|回复|开展|拨付|支付|发放|兑付|缴纳|审批|整改|验收|到位|结算|上缴|清算"
_DONE_TO_IT = Pattern(rf"完成(?:[^\W\d并且和与及后]{{0,10}}?)(?:{_DOES})(?!的|后)|(?:{_DOES})(?:工作|任务|手续)?(?:能|已|均|全部|应|须|在)*{_BY},?(?:已|全部|均|都|能)*完成")
_BY_WHOM = Pattern(rf"(?:{_DOES})(?:的|后)(?=[^\W\d得]{{2}})")  # 按批复的方案及时开工
_NOT_DONE_YET = words("开工 报送 上报 提交 申报 公开 公示 备案 编制 审核 批复 下达 分解 通知 反馈 答复 回复 开展")
_DONE_ELSE = words("拨付 支付 发放 兑付 缴纳 审批 整改 验收 到位 结算 上缴 清算")


_LIMITS = Pattern(r"(?P<staff>编|超员)|(?P<contract>合同)|(?P<norm>标准|(?<=超)标)|(?P<plan>计划)|(?P<last>上一?年|去年|同期)|(?P<money>预算|概算|支)")
_HELD = Pattern(r"([^\W\d]{0,8}?)(?:(?:未|没有|不)?超(?:过|出)?(?:编制?|支|预算|概算|标准?|计划|员|合同[价额]?)|(?:未|没有|不)超(?:编|支)|控制在[^\W\d]{1,4}(?:内|以内|范围内))")


def _another_limit(source: str, target: str, text: str) -> bool:
    held = _HELD.fullmatch(text)
    if held is None:
        return False
    if held[1] and (whose := _OF_ALL.sub("", held[1])) and not (whose == "人员" and "编" in text) and not in_order(whose, source + target):
        return True
    said = {m.lastgroup for m in _LIMITS.finditer(text.partition("控制在")[2] or text[max(0, text.find("超")) :])}
    asked = {m.lastgroup for m in _LIMITS.finditer("".join(re.findall(r"超[^,;。得扣]{0,6}|控制在[^,;。得扣]{1,6}|不高于[^,;。得扣]{1,6}", source)))}
    return bool(said and asked) and not said & asked


_OF_ALL = Pattern(r"项目|工程|部门|[我本]?单位|全年|本年度?|当年|年度|实际|总|均|都|已|经费|资金|成本|支出|费用|投资|决算|造价|金额|严格|有效|编制|采购|建设|的")


_TOLD = Pattern(r"(?:未|没有)?(?:完成|达到)([^\W\d]{2,8}?)(?:任务|目标|计划)|([^\W\d未不没]{2,8}?)(?:任务|目标|计划)?(?:已|均|未)?(?:达标|达到目标值?|达到任务|达到要求|达到计划|完成计划|完成任务|完成)")
_GENERIC = Pattern(r"达到|达标|完成|目标|任务|指标|计划|年度|全年|预期|实际|值|数|率|得|满分|分|不|未|否则|的|每|低|扣|基本|大?部分|超额|[\d,;。.%、]|为止|扣完|全部|已|均|按|要求|情况|工作|项目")


def _another_target(source: str, text: str) -> bool:
    said = _TOLD.fullmatch(text)
    if said is None:
        return False
    name = _GENERIC.sub("", said[1] or said[2])
    return len(name) >= 2 and not in_order(name, source)


_KEPT_OF_THEM = Pattern(r"(?:未|没有|尚未)?(?:建立|制定|制订|编制|公示|公开|报送|上报|提供|设立|印发|出台|形成|登记)了?(?P<things>[^\W\d不未非无]{2,10}?(?:台账|档案|名[单录册]|清单|记录|报告))")


def _its_contrary(source: str, text: str) -> bool:
    """Whether 未建立达标企业清单 is told where nothing but a list of 不达标企业 is asked for."""
    told = _KEPT_OF_THEM.fullmatch(text)
    places = [source[:at] for at in range(len(source)) if source.startswith(told["things"], at)] if told is not None and told["things"] in source else []
    return bool(places) and all(before.endswith(("不", "未", "非", "无")) for before in places)


_VERBS = (DOINGS - {"明确", "符合", "达到", "运行"}) | words("提供 通过 保管 储备 填报 更新 核定 确定 提升 占用 申报 收款 立项 设计 持证 列支 取得 购置 覆盖")
_AGENT = Pattern(r"(?:单位|部门|项目|工程|政府|学校|医院|企业|公司|中心|小组|机构|委员会|人员|村|镇|乡|县|市|区|局|委|办|院|站|所|队|户|资金|经费|工作|年度|年|本|当年|全年|我|各级|已|均|了|应|能|能够|由|有|相关|有关|的|开展|组织|举办|进行|实施|建立|制定|召开|报[告表]|材料|资料|信息|文件|台账|档案|合同|[预决]算|目标|指标|任务|方案|制度|补[贴助]|情况|结果|意见|名单|手续|主管|财政|教育|上级|,|:)$")
MANNER = Pattern(r"优质|高标准|科学|真实|细化|提前|首批|招标|专户|专账|长期|定期|依法|(?<![现所存])在(?!线|校|职|编|岗|建|读|库|册|地|用|外|途)[^,;。]{1,8}(?=公开|公示|发布|公布|披露)|深入|扎实|足[额量]|全[面员部体程天]|全过程|全流程|级(?:及)?以上|保质|保量|主要|分管|统一|动态|全覆盖|公开(?=招标|比选|竞|采购|遴选|选聘|招聘)|委托|采用|具[备有]|资质|聘用|所有|各|有效|双人|三级|逐|重新|大幅|高质量|持续|擅自|重复|多头|私自|拖延|越级|有责|实名|现金|个人账户|超|违规|规范|单独|独立|专人|全额|原额|限[时期]|当[日场]|双[人方]|夜间|节假日|实时|常年|异地|电子化|签字|联[网合]|聘请|连续|分[户类级]|主动|网上|门户网站|专线|免费|加密|书面|智能|专职|第三方|一户一档|留痕|同步|专业机构|应急|[国省]级|国家|全国|国内|一级")
_OF_EACH, _WHOLLY = Pattern(r"^(?:各(?:项|类|个)?|所有)"), Pattern(r"已?(?:全部|均|都|完全|全面)")
_SAID_OF_IT = Pattern(r"(?:良好|正常|顺畅|规范|完整|齐全|到位|健全|准确|真实|合理|合规|充分|明显|显著|达标|合格)$")
_LIGHT = Pattern(r"(?:的?(?:情况|工作|任务|活动|事项|等|手续|程序)|等[^,;。]{0,6})?")
_ALL_OF_IT, _WHICH = Pattern(r"全部|均|都|完全"), Pattern(r"(?:各[项类级]|所有)[^\W\d不未无没]{2,8}")  # 全部纳入预算, where 各项收入全部纳入预算 is asked for
SHOWN_BY = Pattern(r"^[^,不未无没]{0,12}使用(?:规范|合规|合法合规),(?=(?:未发现|无|没有|不存在)[^,;。]*违[规纪法])")  # 使用规范，未发现违规行为: the second shows the first
_PART = Pattern(r"[一二三四上下前后中]期|主体|分部|前期|同类|样板|抽[查检]|待|确保|保证|促进|承诺|有助|以[往前]|今后|主要|大额|逐步|部分|邻|其他|(?<![较比与同])[上去]年|负面|强化|查找|整改|试点|约定|审查|污染")
_AMISS = Pattern(r"\d|[失亏停缺错坏乱漏损]|正在")


def drops_manner(phrase: str, text: str) -> bool:
    """开展巡查 for 定期开展巡查, 建立台账 for 建立台账制度, 一期工程质量合格 for 质量合格, 资料齐全，内容失实 for 资料齐全."""
    if _ALL_OF_IT.match(text) and phrase.endswith(text) and _WHICH.fullmatch(phrase.removesuffix(text)):
        return False
    plain = text if text in phrase else re.sub(r"^(?:已经?|均|都|全部)+", "", text)
    phrase = SHOWN_BY.sub("", phrase)
    if phrase == text:
        return False
    if phrase in text:
        extra = text.replace(phrase, "", 1)
        return bool(_PART.search(extra) or ("," in extra and _AMISS.search(extra)))
    before, found, behind = phrase.partition(plain)
    before = _OF_EACH.sub("", before) if _WHOLLY.match(text) else before  # 全部纳入预算, where 各项收入全部纳入预算 is asked for
    if not found or phrase == plain:
        return False
    if before and behind and MANNER.search(before + behind) and not _AGENT.search(before):
        return True
    begins = plain[:2] in _VERBS and not _SAID_OF_IT.search(plain)
    if before and (MANNER.search(before) or (begins and not _AGENT.search(before))):
        return True
    return bool(behind) and begins and len(plain) > 2 and not _LIGHT.fullmatch(behind)


def says_all_of(phrase: str, text: str) -> bool:
    """Whether an actual that repeats its target says what the phrase asks for: 齐全 of 审批文件齐全; not 较健全 of 制度健全, 足额发放 of 及时足额发放."""
    said = text.removeprefix("已")
    return in_order(said, phrase) and not (_IN_TIME.search(phrase) and not _IN_TIME.search(said)) and not drops_manner(phrase, said)


_OWN_SUBJECT = Pattern(r"[^\W\d未不没无较基很略稍仅只半有]{2,}(?:良好|正常|稳定|顺畅|规范|完整|齐全|到位|健全|准确|真实|合理|合规|明显|显著|达标|合格|公开|公示|完备|完善|清晰|有序)")
_WHOSE = Pattern(r"(?:项目|工程|建设|部门|单位|[我本该]?[局县市区镇乡院校村]|专项|财政|资金|经费|补助|奖补|全年|年度|本年度?|当年|期间|所有|全部|各类?|各级|实际|已|均|都|经|相关|有关|的|总体|整体|指标|活动|任务|工作)+")
_ABOUT_IT = Pattern(r"^(?:已|正在|逐步|及时)*(?:处置|盘活|化解|消除|清理|治理|整治|解决|防止|避免|杜绝|纠正|查处|查找|应对|控制|减少)")
_FAILS = Pattern(r"^(?:未|没有|不|无)|闲置|浪费|流失|挪用|截留|挤占|违[规纪法]|事故|投诉|超[标支]|拖欠|滞后|延误|舆情|问题")


def narrows(phrase: str, text: str, source: str) -> bool:
    """盘活资产闲置 is no 闲置 but what is done about it; 涉密信息未公开 where 信息公开 is asked for leaves out most of it, and so does 隐蔽工程验收合格 of 验收合格."""
    before = text.removesuffix(phrase)
    if before == text or not before:
        return False
    if _OWN_SUBJECT.fullmatch(phrase) and not _WHOSE.fullmatch(before) and not in_order(before, source):
        return True
    if not _FAILS.search(phrase):
        return False
    if _ABOUT_IT.search(before) or re.search(rf"预{before}|[、和及与]{before}|{before}[、和及与]", source):
        return True  # 决算未公开, where 预决算 are to be
    whose = next((before[at:] for at in range(1, len(before) - 1) if before[at:] in source), "")
    return bool(whose) and not in_order(before.removesuffix(whose), source) and not _AGENT.search(before.removesuffix(whose))


_TELLS_APART = Pattern(
    r"按[期时]|及时|如期|准时|提前|一次|首次|有效|无效|新增|净增|新建|改建|扩建|续建|[国省市县乡镇区上本]级|高技能|高层次|高素质|优质|规上|规模以上|限上|重[大特]|较大|轻微|标准化|活跃|[^\W\d]均(?!衡)|平均|专职|持证|注册|在职|境外|国[内外]|自主|发明|核心|实际|累计|最[高低大小]|首|末|当年|本年(?!度?$)|历年"
)
_MEMBERS = Pattern(r"新建|改建|扩建|续建|新增|更新|维修|翻修")


def shortens(said: str, name: str, source: str) -> bool:
    """完工率 for 按期完工率, 示范村 for 省级示范村, 培训教师 for 培训教师和学生: what is left out tells this figure from another of the same kind."""
    if any(not in_order(match[0], said) for match in _TELLS_APART.finditer(name)):
        return True
    if len(members := set(_MEMBERS.findall(name))) > 1 and not members <= set(_MEMBERS.findall(said)):
        return True
    return any((before in said) != (behind in said) for before, behind in _BOTH_OF.findall(source) if before in name and behind in name)


_BOTH_OF = Pattern(r"(?=([^\W\d]{2})(?:和|与|、|及(?!时))([^\W\d]{2}))")  # 教师 and 学生 of 培训教师和学生人数
