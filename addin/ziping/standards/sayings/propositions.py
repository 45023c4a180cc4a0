"""A phrase, or a piece of an actual, as a proposition: what it is about, what is said of that, how, and whether it is affirmed.

财务管理制度未按时建立 is about 财务管理制度, says 建立, how 按时, and denies it. Synonyms are one word: 制定 and 建立, 按期 and 及时, 提交 and 报送. What is
denied twice, or denied of a part of the words, is not read at all.
"""

from __future__ import annotations

from functools import lru_cache

from ziping.standards.sayings.statements import FAILED_ONES, WITHOUT
from ziping.standards.words.doings import DOINGS, NOUN_TOO
from ziping.standards.words.records import Record
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["CARRY", "HAVE", "MODAL", "OCCUR", "QUALITIES", "SET_UP", "Proposition", "joint", "names_only", "read"]

HAVE, SET_UP, OCCUR, CARRY = "有", "建立", "发生", "开展"


class Proposition(Record):
    """about: the content words; says: what is said of them, one word for all its synonyms; how: manners; degree: 基本, 较 …; carried: 开展 or the like stands before what is done; aside: words of another year, of a plan, of some only; front: how much of what it is about stands before what is said; actor: how much before the 对 of what it is done to."""

    __slots__ = ("text", "about", "says", "how", "degree", "yes", "carried", "aside", "front", "actor")
    defaults = {"actor": 0}
    text: str
    about: str
    says: frozenset[str]
    how: frozenset[str]
    degree: str
    yes: bool
    carried: bool
    aside: frozenset[str]
    front: int
    actor: int


_QUALITIES = {
    "健全": "建立健全 健全完善 完善健全 健全 完善 完备", "规范": "规范化 规范", "合规": "符合规定 合法合规 合规 合法", "完整": "完整 齐全 齐备", "准确": "准确无误 准确 无误 正确",
    "真实": "真实", "明确": "明确 清晰", "合理": "合理", "有效": "有效", "到位": "到位", "良好": "良好", "正常": "正常", "合格": "合格", "达标": "达标", "一致": "一致 相符",
    "科学": "科学", "可行": "可行", "完好": "完好", "有序": "有序", "严谨": "严谨", "充分": "充分", "显著": "显著 明显", "稳定": "稳定", "细化": "细化", "量化": "量化", "整洁": "整洁", "公正": "公正 公平公正", "权威": "权威",
}  # fmt: skip
QUALITIES = frozenset(_QUALITIES)
_VERBS = {
    SET_UP: "制定有 建立 构建 制定 制订 设立 成立 设置 编制 组建 建有 设有 订立", HAVE: "具备 具有 备有 配有", OCCUR: "存在 发现 发生 出现", CARRY: "开展 组织 举办 进行 实施",
    "报送": "报送 上报 提交 报备", "公开": "公开 公布", "符合": "符合 达到 满足 达成", "完工": "完工 竣工", "签订": "签订 签署", "落实": "落实 执行", "完成": "完成", "提供": "提供",
    "批准": "批准 审批通过 批复", "形成": "形成", "提出": "提出", "纳入": "纳入 列入", "安排": "安排", "超过": "超过 超出", "通过": "通过", "确定": "确定", "兑现": "兑现", "注明": "注明", "做到": "做到",
}  # fmt: skip
_IN_TIME = r"(?:在|于|按照?)?(?:规定|要求|限定|约定|计划)的?(?:时间|时限|期限)(?:要求|节点)?(?:之?内)?|按时间要求|按时限|及时|按时|按期|如期|准时"
_HOWS = {
    "时": _IN_TIME, "足": "足额|全额|足量", "全": "全部|全面|均|都|所有", "规": "(?:按照?|依照?)(?:有关|相关)?(?:规定|要求|程序|标准)|符合(?:有关|相关)?(?:规定|要求|程序|标准)(?=[^\\W\\d])", "严": "严格", "定期": "定期", "专": "专人|专门|专职", "质": "保质保量|保质|高质量",
    "每日": "每[日天]", "每周": "每周", "每月": "每月|逐月", "每季": "每季度?|按季度?", "每年": "每年|逐年", "级": "逐级|层层", "主动": "主动", "统一": "统一", "独立": "独立|单独",
}  # fmt: skip
_DEGREES = "基本|部分|大部分|较为|较|初步|逐步|有所|比较|不够|不太|不甚|稍|略(?!要)|有待|欠(?![款费薪税缴债])"
_DEEDS = NOUN_TOO - {"会议", "清单"} | words("巡查 巡检 排查 演练 检测 鉴定 走访 调研 抽查 督查 督导 慰问 回访 养护 维修 维护 更新 修订 防治 治理 整治 普查 调查 查看 查验 张贴 约谈 采用 推广 创建 救助 清运 消毒 体检 比选 会商 值班 招聘 核查 测评 考察 编报")
_WORDS = {word: name for table in (_QUALITIES, _VERBS) for name, listed in table.items() for word in listed.split()}
_WORDS |= {verb: verb for verb in DOINGS | _DEEDS if verb not in _WORDS and verb not in ("会议", "清单")}
_THINGS = "[年月季周日简]报|报表|栏|情况|制度|办法|机制|方案|计划|规划|机构|小组|领导|人员|干部|职责|责任|经费|资金|项目|单位|部门(?![预决]算)|体系|台账|记录|档案|报告|程序|流程|标准|指标|目标|任务|工作|要求|成果|结果|效果|信息|文件|材料|资料|手续|合同|协议|平台|系统|设施|设备|内容|范围|时间|进度|质量|安全|率|性|度|表|书|牌|员|站|点|案|法|权|费|款|额|价|类|体|期|量|面积|条件|依据|对象|措施|时序|队伍|政策|机关|农田|村"
_TOKEN = Pattern(
    r"(?P<which>(?:制定|编制|制订|安排|下达|发现|反馈|列出|指出)的(?=[^\W\d]{2})|(?:实施|完成|结束|竣工|建成)(?:完成)?(?:之)?后(?=达到|符合|满足))"
    f"|(?P<keep>{FAILED_ONES}|"
    "政务公开(?=[办工领栏平])|基本(?:农田|公共|养老|医疗|建设|支出|情况|信息|数据|单位|药物)|无障碍|无害化|无人机|无线|无偿|无公害|无纸化|有关|有限|所有权|国有|所有(?=制)|有机|有偿|没收|未来|未成年|不动产|不锈钢|公开招标|公开比选|公开竞争|非税|非物质|不断|专项|组织机构|组织领导|一般公共预算|不良|无关)"
    "|(?P<no>尚未|未能|没有|缺少|缺乏|缺失|未|没|无(?!误)|不|缺(?!口))"
    f"|(?P<how>{'|'.join(f'(?P<h{at}>{pattern})' for at, pattern in enumerate(_HOWS.values()))})"
    f"|(?P<degree>{_DEGREES})"
    f"|(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}|(?<![所拥享占含国公持私])有(?![效序力利益机偿所的些毒害无]))"
    "|(?P<little>已经|已|了|的|能够|(?<![节职功技性智可潜产动效电热热])能(?=按|及时|如期|正常|有效)|得到|予以|相关|有关|相应|任何|任意|应当|应(?!急|用|收|付|对)|[须需](?!求)|(?<![主需重纪概摘提])要(?![求素点件])|被|该|其(?![他中它余])|所(?![在属需])[报填提]?|等(?![级次额待])|对(?![象应账比口外])|向|中(?![心央小期等国介标药医学型层])|我|本(?![金级科地来])|经(?![费济营])|实际|现象|行为|人民(?=政府)|情况(?=$)|(?<=[省市县区乡镇])级)"
)
_TOKEN_NO = Pattern(r"[未不没]")
_NAMES = tuple(_HOWS)
_ASIDE = Pattern(
    r"拟|预[计期](?!目标|效果|的|指标|产出|值)|争取|力争|有望|可能|需要|正在|准备|(?:上一?|去|往|前|次|明)年|个别|少数|(?:大?多|绝大多)数|有[的些]|某些?|一半|其他(?:单位|部门|项目)|兄弟|曾|仍|尚(?!未)|待|是否|能否|除|仅|只|半年|季度(?!报)|"
    r"计划(?=[^\W\d]{0,2}(?:建立|制定|设立|成立|完成|开展|公开|报送|实施))|即将|将(?=要|于|在|会|把)|暂|并非|不是|无[须需]|不(?:需|必)|免|应当?(?![急用收付对])|须|(?<![主需重纪概摘提])要(?![求素点件])|因|如(?!期)|若|目标是|[上下]一?季|原|中$"
)  # fmt: skip
MODAL = words("应 应当 须 要")  # of a condition no more than that it is one
_OCCURRED = Pattern(r"(?P<whose>[^,;。未不没无]*?)(?P<no>未|没有|没|不|从未)?(?:存在|发现|发生|出现)(?!的)过?(?P<what>[^,;。]{2,})")
_NOTHING_OF = Pattern(r"(?P<whose>)(?P<no>无(?!误)|没有|杜绝)(?P<what>[^,;。]{2,})")
_SO_OFTEN = Pattern(r"(?:[1-9]\d*|[一二两三四五六七八九十])(?:起|宗|次|件|例|处)$")
_LITTLE = Pattern(r"任何|任意|了|的|现象|行为|情况|情形|等(?![级次额待])|有关|相关")
_JOINTS = Pattern(r"、|以及|(?<![参])[和与](?![谐平解会])|(?<![涉普惠危])及(?![时早格其])")


def joint(text: str) -> bool:
    """Whether several things are named."""
    return bool(_JOINTS.search(text)) or "或" in text


@lru_cache(maxsize=1024)
def read(text: str) -> Proposition | None:
    """The proposition; None where it is not one, or not a plain one."""
    if not text:
        return None
    printed, text = text, _plainly(text)
    aside = frozenset(_ASIDE.findall(text))
    if WITHOUT.fullmatch(text) or "未经" in text:
        return None  # 无预算支出, 未经验收付款: done without it, not: nothing of the kind done
    nothing = _NOTHING_OF.fullmatch(text)
    if nothing is not None and nothing["no"] == "没有" and nothing["what"].startswith(tuple(_WORDS)):
        nothing = None  # 没有建立制度
    occurred = _OCCURRED.fullmatch(text) or (nothing if nothing and _TOKEN_NO.search(nothing["what"]) else None)
    if occurred is not None:
        what = occurred["what"] if occurred["no"] else _SO_OFTEN.sub("", occurred["what"])
        about = _LITTLE.sub("", occurred["whose"].removesuffix("中") + what)
        return Proposition(printed, about, frozenset([OCCUR]), frozenset(), "", not occurred["no"], False, aside, 0) if about else None
    if nothing is not None:
        return Proposition(printed, _LITTLE.sub("", nothing["what"]), frozenset([HAVE]), frozenset(), "", False, False, aside, 0)
    found = [(match.lastgroup or "", match) for match in _TOKEN.finditer(text)]
    about, at, says, how, degree, denials, carried, front, reach, actor = "", 0, [], set(), "", 0, False, 0, 0, 0
    modifying: list[tuple[int, str]] = []
    for _, match in found:
        kind = next(k for k in ("which", "keep", "no", "how", "degree", "word", "little") if match[k])
        between, word = text[at : match.start()], match[0]
        about += "" if between == "、" and says and {says[-1], _WORDS.get(word, "")} <= QUALITIES else between  # 完整、准确
        at = match.end()
        if kind == "keep":
            about += word
        elif kind == "no":
            denials, reach = denials + 1, len(about)
            if word in ("缺少", "缺乏", "缺失", "缺"):
                says.append(HAVE)
        elif word == "对" and not says:
            actor = actor or len(about)
        elif kind == "how":
            how.add(next(name for i, name in enumerate(_NAMES) if match[f"h{i}"]))
        elif kind == "degree":
            if degree:
                return None
            degree = word
        elif kind == "word":
            name = HAVE if word == "有" else _WORDS[word]
            if names_only(word, text[at:]):
                about += word
            elif name == CARRY:
                carried = True
            elif word in _DEEDS and word != "公开":
                modifying.append((len(about), word))
                about += word
            else:
                says.append(name)
                front = len(about)
    about += text[at:]
    says = list(dict.fromkeys(says)) if set(says) <= QUALITIES else says  # 合法、合规
    if denials > 1 or (denials and degree) or len(set(says)) < len(says):
        return None
    if denials and len(under := [start for start, _ in modifying if start >= reach]) + len(set(says) - QUALITIES) > 1 and under:
        return None  # 未持卡结算费用: what of it was not done?
    if not says and modifying:
        front, verb = modifying[-1]  # 对项目进行检查, 开展培训: what is done is the last of them
        about, says = about[:front] + about[front + len(verb) :], [verb]
    elif not says and carried:
        says = [CARRY]
    if denials and len(set(says) - QUALITIES) > 1:
        return None
    if len(says) > 1 and says[0] == HAVE and set(says[1:]) <= QUALITIES and not denials:
        says, front = says[1:], len(about)  # 有完整的手续: 手续完整
    if not about and set(says) <= {HAVE, OCCUR}:
        return None
    if about.endswith("、"):
        return None  # 清楚、完整, of which the first is not known
    return Proposition(printed, about, frozenset(says), frozenset(how), degree, not denials, carried, aside, front, actor)


_OF_A_QUALITY = Pattern(rf"(?:具有|具备|具)?({'|'.join(sorted({word for words in _QUALITIES.values() for word in words.split()}, key=len, reverse=True))})性(?P<short>不足|不够|欠缺|较差)?$")
_AS_SET = Pattern(r"(?:按照?|依照?|依据|根据)(?:其|所|已|有关|相关)?(?:制定|规定|印发|出台)的[^,;。\d]{0,6}?(?:政策方案|方案|办法|制度|规定|细则|流程)(?=进行|予以|规范)")
_TOO_LATE = Pattern(r"(?:超出|超过|晚于|迟于)(?:规定|要求|限定|约定)?的?(?:时间|时限|期限)(?=报送|上报|提交|公开|完成|拨付|支付|下达|发放|报告|反馈|缴纳)")
_ALL_AS_RULED = Pattern(r"(?:按照?|在|于|以)?规定的?(?:内容|时限|时间|范围|方式|渠道|平台|格式|要求|程序)(?:要求)?(?:[、和及,]|以及)+(?:按照?|在|于|以)?(?:规定的?)?(?:内容|时限|时间|范围|方式|渠道|平台|格式|要求|程序)(?:[、和及](?:内容|时限|时间|范围|方式|渠道|平台|格式|要求|程序))*内?")


def _plainly(text: str) -> str:
    """验收程序合法性 says 验收程序合法, 不具权威性 says 不权威; 按规定内容、在规定时限内 is 按规定."""
    text = _AS_SET.sub("按规定", _TOO_LATE.sub("未按时", text))
    text = _OF_A_QUALITY.sub(lambda match: ("不" if match["short"] else "") + match[1], text)
    return _ALL_AS_RULED.sub("按规定", text) if "规定" in text else text


_MODIFIES = Pattern(rf"(?:{_THINGS})")
_NEVER_MODIFIES = words("建立 制定 制订 设立 成立 设置 组建 建有 设有 存在 发现 发生 出现 符合 达到 满足 签订 签署 召开 明确 具备 具有 出台 印发 形成 纳入 列入 超过 超出 通过 做到 安排 编制 健全 完善 建立健全 开展 举办 进行 提供 达成 确定 配备 建成 落实 下达 分解 报送 上报 提交 缴纳 拨付 发放 有 公布 部署 听取 汇报 兑现 编报")


def names_only(word: str, behind: str) -> bool:
    """实施方案, 完成情况, 检查记录: what is done only names a thing."""
    if word in _NEVER_MODIFIES:
        return behind.startswith(("情况", "率", "性", "度")) and not behind.startswith("度假")
    return _MODIFIES.match(behind) is not None
