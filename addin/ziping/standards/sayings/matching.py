"""Whether an actual in words repeats a phrase of the standard."""

from __future__ import annotations

import re

from ziping.standards.clauses.awards import DEGREES, GRADES
from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import Arm
from ziping.standards.sayings.another import SHOWN_BY
from ziping.standards.sayings.narrowing import names_a_thing, tells_apart
from ziping.standards.words.doings import DOINGS, NOUN_TOO
from ziping.standards.words.goals import GOALS
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["AS_WELL", "DENIALS", "FREE", "NONE", "NOTHING_LACKING", "NOUNS", "TIMED", "VERBS", "alternatives", "core", "denies", "repeated"]

DENIALS = ("不", "未", "没有", "没", "无", "非", "欠", "不太", "尚未", "未能")
NOTHING_LACKING = words("不缺项 无缺项 没有缺项 未缺项 无缺失 不缺 无遗漏 均不缺 没有缺少")  # of what is listed
NONE = words("无 没有 0 零 未发现 未发生 未出现 不存在 无此情况 无问题 未发现问题 没有发现 没有发生 0处 0次 0起 0例 0件 0项 0个 0人 无异常 零发生")
_OF_A_KIND = Pattern(r"(?:无|零|未发现|未发生|没有|没有发生)(事故|违规|不合规)(?:情况|问题)?|(?:均|全部|都)(合规|符合要求)")
_SAME_KIND = {"事故": Pattern("事故"), "违规": Pattern("[规违]"), "不合规": Pattern("[规违]"), "合规": Pattern("[规违]"), "符合要求": Pattern("要求|[不未][^,;。]{0,3}符合")}
_BESIDE_RULES = Pattern(r"违[纪法]|事故")  # 违规违纪: 无违规 says nothing of the second
TIMED = Pattern(r"按时|及时|按期|如期|准时|期限|时限|时间|前|当年|提前|进度|计划")
_DOES = Pattern(r"完成|完工|达到|办结|实施|报送|下达|拨付")
VERBS = words("未发生 未出现 未发现 没有 不存在")
FREE = Pattern(r"(?:近?[\d一二两三四五]+年(?:之?内|以来|来)|年度内|全年|本年度?|当年|年内|期间|项目|单位|资金|经费|支出|使用|管理|建设|实施|施工|执行|过程中?|中)*(未发生|未出现|未发现|没有|不存在|无)")
_QUALIFIED = Pattern(r"[不未没无非欠尚较很略稍仅只半]|基本|部分|一般|有所|有待|提前|逾期|超额|严格|初步|明显|显著|个别|少数|多数|有[的些]|某些?|一半|其中|其他|兄弟|拟|预[计期]|争取|力争|有望|可能|需要|应(?!急|用|收|付|对)|曾|正在|准备|目标是|季度|半年|月份")
_COMPARED = Pattern(r"[较比与同](?:上一?年度?|去年|往年|同期|上年同期)$|每(?:月|季度?|年度?|周|日)$")
NOUNS = Pattern(r"[^\W\d_]*(?:工资|立项|事项|补贴|补助|津贴|待遇|养老金|款项|件数|处理|处置|规模|余额|单价|价格|造价|预算|决算|设定|设置|次数|人数|总数|总额|金额|比例|率|工程|建设|施工|编制|成本|费用|收入|投入|产出|数量|进度|能力|水平|环境|秩序|安全|满意度|相比|同比|上年|评价|监督|会议|审批|备案|招标|台账|凭证|账目|账务|会计|目标|规定|内容|拨付|支付|下达|执行|申报|发放|到账|资金|经费|资产|信息|人员|数据|依据|措施|业务|服务|质量|项目|政策|年度|时间|方式|要求|流程|职责|组织|机构|设施|档案资料|记录|数字|数值|对象|报告|材料|产品|货物|系统|平台|活动|培训|群众|公众|指标|制度|资料|程序|手续|管理|使用|公开|效果|效益|验收|质量|复审|配置|测评|审查|鉴定|评审|审核|考核|评估|认定|检测|档案|机制|情况|工作|任务|支出|采购|核算|方案|报送|结果|影响|改善|整改)")


def denies(text: str, said: str) -> bool:
    """无, 未发生 deny whatever is asked of; 零事故, 均合规 only a fault of their kind, or one without a name."""
    kind = _OF_A_KIND.fullmatch(text)
    if kind is None:
        return text in NONE
    return not said or bool(_SAME_KIND[kind[1] or kind[2]].search(said) and not (kind[1] == "违规" and _BESIDE_RULES.search(said)))


def repeated(arms: list[Arm], text: str) -> Arm | None:
    """The arm whose phrase the actual repeats: the same words, or the one ends with the other without a negation or degree before it."""
    clean = _founded(text if any(re.match("全部|均|都", a.guard.phrase) for a in arms) else text.removeprefix("已").removeprefix("全部").removeprefix("均").removeprefix("都"))  # type: ignore[union-attr]
    exact = [a for a in arms if _unjoined(text) in (_unjoined(a.guard.phrase), _WHO.sub("", _unjoined(a.guard.phrase)))] or [a for a in arms if a.guard.phrase == f"经{text}"] or [a for a in arms if clean in (founded := _founded(a.guard.phrase), founded.removeprefix("已"))]  # type: ignore[union-attr]
    if exact:
        return exact[0]
    free = [a for a in arms if (match := FREE.match(a.guard.phrase)) and (match[1] == text if text in VERBS else denies(text, a.guard.phrase))]  # type: ignore[union-attr]
    if len(free) == 1:
        return free[0]
    compared = [a for a in arms if _within_bound(text, a.guard.phrase)]  # type: ignore[union-attr]
    if len(compared) == 1:
        return compared[0]
    brief = [a for a in arms if any(_briefly(p, q) for p in (text, clean) for q in (a.guard.phrase,))]  # type: ignore[union-attr]
    if len(brief) == 1 and not any(re.search(r"[不未无没]|基本|部分", p) for p in (text, brief[0].guard.phrase)):  # type: ignore[union-attr]
        return brief[0]
    near = [a for a in arms if any(ends(p, clean) or (ends(clean, p) and not _NOT_NOW.fullmatch(clean.removesuffix(p)) and (not at or in_order(clean.removesuffix(p), a.guard.phrase))) or p == clean for at, p in enumerate(map(_founded, alternatives(a.guard.phrase))))]  # type: ignore[union-attr]
    if not near and len(clean) >= 4:
        begun = [a for a in arms if a.guard.phrase.startswith(clean)]  # type: ignore[union-attr]
        near = begun if len(begun) == 1 and not _QUALIFIED.search(clean) and NOUNS.fullmatch(rest := begun[0].guard.phrase.removeprefix(clean)) and not _FURTHER.match(rest) and not AS_WELL.match(rest) and not _GAINED.search(rest) else []  # type: ignore[union-attr]
    if not near and len(said := [p.removeprefix("已").removeprefix("均") for p in re.split("[,;]", text) if p]) > 1 and not any(re.search(r"[不未无没欠缺仅但]|部分|基本|较|一般|出现|发生|发现|存在|被", p) or (_AMISS.search(p) and not any(p in a.guard.phrase for a in arms)) for p in said):  # type: ignore[union-attr]  # 责任落实，发生事故
        near = [a for a in arms if any(ends(a.guard.phrase, p) or p == a.guard.phrase for p in said)]  # type: ignore[union-attr]
    if not near and "," in text and len(text) >= 6:
        near = [a for a in arms if _BODY.sub("", a.guard.phrase.replace(",", "")) == text.replace(",", "")]  # type: ignore[union-attr]
    if not near and len(arms) > 1 and len(text) >= 2 and arms[0].guard.phrase.endswith(text) and all(len(a.guard.phrase) <= _SHORT and "," not in a.guard.phrase and not a.guard.phrase.endswith(text) for a in arms[1:]):  # type: ignore[union-attr]
        before = _COSTS.sub("", _COMPARED.sub("", arms[0].guard.phrase.removesuffix(text)))  # type: ignore[union-attr]
        near = [] if not _only_names(before, text) or _QUALIFIED.search(before) or re.search(r"[,;、且并或但按在于经]|及时|按时|[年月季内]|连续", before) else [arms[0]]  # 环境得到明显改善得10分，有所改善得6分: the others leave the subject out
    if not near and re.match(r"均|都|全部", text) and len(text) >= 3:
        near = [a for a in arms if a.guard.phrase.endswith(text) and not re.search(r"[未不没无,;且并]|基本|部分", a.guard.phrase.removesuffix(text))]  # type: ignore[union-attr]
    if not near:
        near = [a for a in arms if text.endswith(a.guard.phrase) and len(name := text.removesuffix(a.guard.phrase)) > 1 and not _QUALIFIED.search(name) and any(b is not a and b.guard.phrase.startswith(name) and len(b.guard.phrase) > len(name) for b in arms)]  # type: ignore[union-attr]  # 运转基本有效, where 运转有效 and 基本有效 are told apart
    if not near and text in ("有", "存在"):
        near = [a for a in arms if a.guard.phrase.startswith(text) and ("之一" in a.guard.phrase or any(b.guard.phrase in ("无", "没有", "不存在") for b in arms))]  # type: ignore[union-attr]
    if not near and text in _LEVELS:
        near = [a for a in arms if _GRADED_AS.sub("", a.guard.phrase) == text or a.guard.phrase.endswith("为" + text) or (NOUNS.fullmatch(a.guard.phrase.removesuffix(text)) and a.guard.phrase.endswith(text) and all(b is a or b.guard.phrase in _LEVELS for b in arms))]  # type: ignore[union-attr]
    if not near:
        near = [a for a in arms if _SORT.sub("", clean) in _listed(a.guard.phrase)]  # type: ignore[union-attr]
    if not near:
        near = [a for a in arms if _in_one(a.guard.phrase, text, [b.guard.phrase for b in arms if b is not a])]  # type: ignore[union-attr]
    if not near and (planned := _AS_PLANNED.fullmatch(text)) is not None:
        near = [a for a in arms if any((asked := _AS_PLANNED.fullmatch(p)) is not None and asked.groups() == planned.groups() for p in alternatives(a.guard.phrase))]  # type: ignore[union-attr]
    return near[0] if len(near) == 1 else None


_AS_PLANNED = Pattern(r"(?:资金|款项|经费)?已?(?:根据|按照?|依照|依据)(?:项目)?([^\W\d未不没无非或且并和与及]{2,12}(?:计划|方案|进度))(分期|分批|分年度?)(到位|拨付|下达|支付)的?,?")  # 按年度投资计划分期到位 for 根据项目年度投资计划分期到位
_GAINED = Pattern(r"[并且](?:取得|收到|获|发挥|形成|争取|实现|得到|产生|达到)")  # 按时完成 tells nothing of 整治并取得良好效果
_AMISS = Pattern(rf"发生|出现|存在|发现|被|超|违|迟|漏|错|误|逾|滞后|拖|{FAULTS.pattern}")
_LEVELS = GRADES | DEGREES
_BUT = Pattern(r"但是?|而(?!且)|,")
_BOTH = Pattern(r"(?:已经?)?([^\W\d未不没无已]{2})(并(?:且)?[^\W\d未不没无]{2,8})")
_UNDONE = Pattern(r"((?:未|没有)([^\W\d]{2}))([^\W\d]{2,10})")
_THING = Pattern(r"[^\W\d,;。未不没无并且和]{0,8}(?:制度|办法|机制|体系|方案|计划|规划|台账|档案|目标|指标|清单|预案|小组|机构|队伍|平台|系统|账户|账簿|专账|专户|专栏|流程|责任书|合同|协议|细则|规定)")
_SO_FAR = Pattern(r"(?P<far>(?:基本|部分|较好|大部分)(?:达到|完成|实现))了?(?P<goal>[^\W\d]{2,6})")


def _in_one(phrase: str, text: str, others: list[str]) -> bool:
    """制度健全，执行不到位 for 健全但执行不到位, whose thing another phrase names; 基本达到预期 for 基本达到."""
    if (far := _SO_FAR.fullmatch(text)) is not None and phrase == far["far"]:
        return far["goal"] in GOALS or any(other.endswith(far["goal"]) and other.removesuffix(far["goal"]) in ("达到", "实现", "完成") for other in others)
    if (both := _BOTH.fullmatch(text)) is not None and phrase.startswith(both[1]) and phrase.endswith(both[2]):
        return _THING.fullmatch(phrase.removeprefix(both[1]).removesuffix(both[2])) is not None  # 已建立并及时更新 for 建立台账并及时更新
    if (undone := _UNDONE.fullmatch(text)) is not None and phrase == undone[1]:
        return any(undone[2] + undone[3] in other or re.search(f"{undone[2]}[^,;。]{{0,8}}{undone[3]}", other) for other in others) and _THING.fullmatch(undone[3]) is not None  # 未建立台账 for 未建立
    said, asked = _BUT.sub("", text), _BUT.sub("", phrase)
    if "但" in phrase and len(said) >= 6 and asked.endswith(said) and asked.removesuffix(said) in DOINGS:
        return True  # 台账更新不及时 for 建立台账但更新不及时
    name = said.removesuffix(asked)
    return "但" in phrase and said != text and name != said and len(asked) >= 4 and (not name or any(name in other for other in others))


_WHO = Pattern(r"^(?:企业|本?单位|部门|学校|医院|[本全][县市区镇乡村])(?=无)")  # 企业没有扩建项目
_JOINT = Pattern(r",(?:但|而且|并且|且)")


def _unjoined(phrase: str) -> str:
    """有结余，但不超过上年 is 有结余，未超过上年; 没有 is 无."""
    return _JOINT.sub(",", phrase).replace("未超过", "不超过").replace("没有", "无")


_STATE = Pattern(r"(?:良好|正常|顺畅|规范|完整|齐全|到位|健全|准确|真实|合理|合规|合法|充分|明显|显著|[达超]标|合格|不?相?符|一致|匹配|统一|有效|有序|稳定|清晰|明确|及时|可行|科学|完善|完备|整洁|安全|满意|改善|提升|提高|下降|降低|减少|增加|增长|上升|持平|好转|清零|优秀?|[良好高强大])$")
_HOLDS = Pattern(r"^(?:有|无|获|居|取得|通过|制定|建立|设立|成立|签订|完成|开展|具有|具备|实现|达到)")


def _only_names(before: str, said: str) -> bool:
    """Whether the words before those that are said only name what they are said of: 资金管理制度 of 健全规范, 专项资金 of 专账核算; not 全过程 of 留痕管理, 完善 of 内部控制制度, 有机构 of 有经费."""
    if _STATE.search(said) and _STATE.search(before):
        return False  # 规范, where 完整规范 is asked for
    if before and names_a_thing(said) and tells_apart([before, ""], said, before + said):
        return False  # 居民台账健全, where 城乡居民台账健全 is asked for
    return bool(_STATE.search(said)) or _COMPARED.sub("", before) == "" or (NOUNS.fullmatch(before) is not None and not _HOLDS.match(before))


_COSTS = Pattern(r"^[^\W\d]{1,6}(?:费|费用|支出)(?:、[^\W\d]{1,6}(?:费|费用|支出))+$")  # 水费、电费较上年下降
_SHORT = 6
AS_WELL = Pattern(rf"决定|批准|同意|套取|骗取|挪用|截留|{'|'.join(sorted(DOINGS - NOUN_TOO))}")  # 经集体研究决定实施方案: what was done next
_FURTHER = Pattern(r"[并且和与及或、,]")  # 设置专人管理并建立台账: more than the first
_NOT_NOW = Pattern(r"(?:(?:在|于)?(?:上一?年|去年|往年|前年|每[年季月]|[上下]半年|计划|拟|预计|力争|争取|申报|准备|正在)度?的?)+")
_BOUND = Pattern(r"([^,;。\d]{0,16}?)(低于或等于|低于等于|小于或等于|小于等于|不高于|不超过|未超过|没有超过|未高于|不大于|高于或等于|高于等于|大于或等于|大于等于|不低于|不少于|不小于|低于|小于|少于|高于|大于|多于|超过|等于|持平于)([^,;。\d]{2,16})")
_GRADED_AS = Pattern(r"^[^,;。\d未不没]{0,10}(?:评|定|核)为|(?:等次|等级|档次|级)?的?$")
_AT_MOST = words("低于或等于 低于等于 小于或等于 小于等于 不高于 不超过 未超过 没有超过 未高于 不大于")
_LESS, _MORE = words("低于 小于 少于"), words("高于 大于 多于 超过")
_EQUAL = words("等于 持平于")


def _within_bound(text: str, phrase: str) -> bool:
    """低于市场均价 for 单价低于或等于市场均价: less is at most."""
    said, asked = _BOUND.fullmatch(text), _BOUND.fullmatch(phrase)
    if said is None or asked is None or said[3] != asked[3] or (said[1] and not asked[1].endswith(said[1])):
        return False
    if asked[2] in _LESS | _MORE | _EQUAL:
        return said[2] == asked[2] or any({said[2], asked[2]} <= same for same in (_LESS, _MORE, _EQUAL))
    return said[2] in (_AT_MOST | _LESS if asked[2] in _AT_MOST else (_MORE | {w for w in _ALL_BOUNDS if w not in _AT_MOST})) | _EQUAL


_ALL_BOUNDS = words("低于或等于 低于等于 小于或等于 小于等于 不高于 不超过 未超过 没有超过 未高于 不大于 高于或等于 高于等于 大于或等于 大于等于 不低于 不少于 不小于")
_AND_SO_ON = Pattern(r"等(?:各项|各类|各方面|相关)?(?:要求|方面|内容|情况|条件|事项)?(?=[^,;。]|$)")


def _briefly(text: str, phrase: str) -> bool:
    """按要求分解到村 for 按要求将任务分解到村: the same words without an object that 将 puts first, and without 等各项要求."""
    phrase, text = _AND_SO_ON.sub("", phrase), _AND_SO_ON.sub("", text)
    if text == phrase:
        return len(text) >= 4
    head, put, rest = phrase.partition("将")
    if not put or not text.startswith(head) or len(text) - len(head) < 3:
        return False
    tail = text.removeprefix(head)
    return rest.endswith(tail) and 2 <= len(rest) - len(tail) <= 10 and not re.search(r"[,;、且并]", rest)


_FOUNDED = Pattern(r"(?:建立|完善)[、并和且]?健全|健全[、并和且]?完善")


def _founded(phrase: str) -> str:
    """建立健全 says no more than 健全."""
    return _FOUNDED.sub("健全", phrase)


_DENIED_SO = Pattern(r"([^\W\d未不没无非,;]{2,12})(?:未|不|没有)[^\W\d未不没无非,;]{2,6}$")


def alternatives(phrase: str) -> list[str]:
    """比上年减少或持平: either is meant; a negation before reaches over the 或, and then only the whole counts."""
    first, *more = re.split(r"或者?", phrase)
    if more and all(p.startswith(("未", "不", "没有")) for p in (first, *more)):
        return [first, *more]  # 未按时公开或未公开: each denies for itself
    if more and (lead := _DENIED_SO.match(first)) is not None and all(p.startswith(("未", "不", "没有")) for p in more):
        return [first, *more, *(lead[1] + p for p in more)]  # 编制不完整或不合理: either of them
    if more and all("但" in p for p in (first, *more)):
        return [first, *more]  # 及时但未足额或足额但不及时
    return [phrase] if not more or re.search(r"[不未无没非]", first) else [first, *more]


_BODY = Pattern(r"的?(?:村组?|单位|部门|项目|企业|乡镇|地区|县|户)?的?$")
_NOT_HAPPENED = Pattern(r"(?:全年|年度内|当年|本年)?(?:未发生过?|未出现|没有发生|未发现|没有出现|没有|无)((?:[^\W\d未不没无或]|、){2,24}?)(?:发生|出现)?(?:情况|现象)?")


def core(phrase: str) -> str:
    """安全事故 for 未发生安全事故 and 无安全事故发生."""
    match = _NOT_HAPPENED.fullmatch(phrase)
    return match[1] if match else ""


_SORT = Pattern(r"^(?:存在|有|发生|出现|发现)|(?:情况|行为|问题|现象|情形)$")
_LISTED = Pattern(r"(?:存在|有|出现|发现|发生)(?![不未无没])([^,;。]+?)(?:等[^,;。]{0,6}|情况|行为|问题|现象|情形)")


def _listed(phrase: str) -> list[str]:
    """存在截留、挤占、挪用等情况: what is named."""
    match = _LISTED.fullmatch(phrase)
    return [each for each in re.split("[、,]", match[1]) if not re.search("[不未无没]", each)] if match else []


_PAPERS = Pattern(r"[^\W\d_]+(?:[申请报登记审批统计]表|文件|合同|图纸|证书|清单|协议|票据|发票|花?名册|单据|凭据|申请书|责任书)")
_GIVEN = words("实现 已实现 做到 获 获评 获得 取得 荣获 评为 被评为 有 设有 具有 已有")
_MOVES = Pattern(r"[降减升增提缩延改好转优变持平翻]")  # what may be told against last year: 较上年充分 is more than 充分
_AND_SUCH = Pattern(r"^[^,;]*、[^,;]*等(?=[^\W\d]{2,12}$)")  # 筹资、捐赠等项目资金
_WHEN = Pattern(r"^[^,]{2,8}(?:前|时|后|期间|过程中),")  # 项目实施前，资金一次性到位


_BASIC = Pattern(r"养老金|养老保险|医疗保险|公共卫生|公共服务")  # 基本养老金: a name, no degree


_AT_ONCE = Pattern(r"一次|首次|按[时期]|及时|如期|准时|提前")
_RESULTS = words("合格 达标 通过 通过验收 验收合格 检验合格")


def ends(long: str, short: str) -> bool:
    if len(short) < 2 or not long.endswith(short):
        return False
    long = SHOWN_BY.sub("", _WHEN.sub("", long))
    before = long.removesuffix(short)
    before = (_COMPARED.sub("", before) if _MOVES.search(short) else before).removeprefix("一般公共预算").replace("非税", "")
    before = _AND_SUCH.sub("", before)
    parts = re.split(r"[、和]|及(?!时)", before)
    if before in _GIVEN or before == "基本" and _BASIC.match(short):
        return True
    if _AT_ONCE.search(before) and short in _RESULTS:
        return False  # 合格, where 一次性验收合格 and 按时验收合格 ask for more
    if _HOLDS.match(before) and not _STATE.search(short):
        return False  # 有机构有人员有经费 asks for all of them
    if re.search(r"[,;且并或但]", before) or (len(parts) > 1 and not all(p and (NOUNS.fullmatch(p) or _PAPERS.fullmatch(p)) and not _QUALIFIED.search(p) for p in parts)):
        return False
    if _QUALIFIED.search(before) or before.startswith(("按", "在", "于", "经")) or (_DOES.search(short) and TIMED.search(before)):
        return False
    if len(parts) < 2 and before and names_a_thing(short) and tells_apart([before, ""], short, before + short):
        return False
    return not before or len(parts) > 1 or bool(NOUNS.fullmatch(before))
