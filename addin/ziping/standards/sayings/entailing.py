"""Whether what an actual says affirms a condition, denies it, or does not speak of it.

It affirms the condition when it says the same of it, in the same words or their synonyms, with no manner or degree lost, and leaves out only words that
name what the condition is about. It denies the condition when it denies what the condition says. All else is not spoken of.
"""

from __future__ import annotations

from ziping.standards.sayings.another import MANNER
from ziping.standards.sayings.deciding import NO_OCCASION, OBJECT, left_out
from ziping.standards.sayings.matching import NOUNS
from ziping.standards.sayings.narrowing import put_together, tells_apart
from ziping.standards.sayings.propositions import CARRY, HAVE, MODAL, OCCUR, QUALITIES, SET_UP, Proposition, joint, names_only
from ziping.standards.sayings.statements import JOINED
from ziping.standards.words.doings import DEMAND, DOINGS, NOUN_TOO
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["EXACT", "NEAR", "asks_nothing", "concerns", "relation"]

EXACT, _SAME, NEAR = 3, 2, 1  # the same words; the same matter; the matter with words left out that name it
_AKIN = ({HAVE, SET_UP}, {HAVE, OCCUR})


def relation(said: Proposition, asked: Proposition, fault: bool = False) -> tuple[int, bool | None]:
    """How near, and True for affirmed, False for denied; (0, None) where it is not spoken of. fault: what is asked about takes points off."""
    if said.text == asked.text:
        return EXACT, True
    if said.aside != asked.aside - (MODAL - said.aside) or said.degree != asked.degree:
        return 0, None
    same = said.yes == asked.yes
    if not (_says_all(said, asked) if same else _denies(said, asked)):
        return 0, None
    if same and not said.yes and said.how != asked.how:
        return 0, None  # 未公开 is another fault than 未及时公开
    if not same and not (said.says and said.says <= QUALITIES) and NO_OCCASION.search(said.text) and (said.how, said.about) != (asked.how, asked.about):
        return 0, None  # 未处置资产: there was no occasion for what is asked of it
    if said.about == asked.about:
        return _SAME, same
    if not said.says and not (said.yes and asked.yes):
        return 0, None
    if _by_the_same(said, asked) or any(_may_leave(said, asked, left, same, fault) for left in left_out(said.about, asked.about, 4)):
        return NEAR, same
    return 0, None


def concerns(said: Proposition, asked: Proposition) -> bool:
    """Whether the actual might be meant of the condition, though it does not decide it: its words are among the condition's, whatever is lost."""
    if not _akin(said.says & asked.says, said, asked) and said.says:
        return False
    return any(True for _ in left_out(said.about, asked.about, 4)) if said.about else True


def _akin(shared: frozenset[str], said: Proposition, asked: Proposition) -> bool:
    return bool(shared) or any(said.says & pair and asked.says & pair for pair in _AKIN)


def _says_all(said: Proposition, asked: Proposition) -> bool:
    """The same is said, and of its manners none is lost."""
    if said.says != asked.says and said.says | asked.says not in _AKIN:
        return said.says == {CARRY} and asked.carried and not said.about and said.how >= asked.how
    if not said.says and said.about[-2:] != asked.about[-2:]:
        return False
    kept = said.how | ({"规"} if said.says & _BY_RULE else set())
    return kept >= asked.how - (_PERIODS if "时" in said.how & asked.how else frozenset())


_BY_RULE = words("规范 合规")
_PERIODS = words("每日 每周 每月 每季 每年")  # 按时 is as often as was set


def _denies(said: Proposition, asked: Proposition) -> bool:
    """What one of the two denies the other affirms, with no manner beyond."""
    no, yes = (said, asked) if not said.yes else (asked, said)
    if not no.how <= yes.how:
        return False  # 未按时公开 says nothing against 公开
    if not no.says:
        return not yes.says
    if no.says == yes.says or no.says | yes.says in _AKIN:
        return True
    if no is asked:
        return False
    if no.says < yes.says and (no.says <= QUALITIES | {SET_UP} or not no.about and yes.text.startswith(no.text.lstrip("尚未没有"))):
        return True
    return no.says <= {SET_UP, HAVE} and yes.says <= QUALITIES | {SET_UP} and OBJECT.fullmatch(no.about) is not None and yes.about.endswith(no.about[-2:])


_ENDS = Pattern(r"(?:[表单书册证牌费款室站点栏卡簿账图库网函员县市区镇乡村局委办院校厅处所部会队户]|部门|单位|项目|工程|学校|医院|企业|中心|小组|政府|机关|人员|资金|经费|事项|人民政府|同志|群众|年度|年初|年终|年末|年底|制度|办法|政策|岗位|情况|保险|经济|机构|活动|结余|结转|主体|内容|会议|比例|数据|数字|领导|问题|事件|纪要|[年月季周日简]报|残疾人|贫困人口|老年人|儿童|学生|居民|村民|农户|职工|教师|党员)$")
_HIDDEN = Pattern(r"\d|由|^在|全[省市县国区镇乡村]|经(?![费济营])|[按依]|依据|根据|结合|围绕|针对|参照|会同|联合|牵头|带队|亲自|现场|实地|多种|多渠道|专题|逐|以[上下内]|一致|独立|[两三四五六七八九]|全[部面额员程]|覆盖|率|比例|批准|同意|通过|审核|签字|备案|签署")
_HARMLESS = Pattern(r"(?:实施|承办|代建|施工)单位|非税|各类|各项|(?:完成|落实|执行|整改|建设|使用|管理|公开|实施)情况|动态(?=表|信息|数据)|20\d\d年度?|高标准农田|高新|高校|高中|高速|无害化|无障碍|优抚|专项(?=资金|经费|债)|质量(?=标准|体系|目标)|先进|后续|后期|前期|先行|内部|对象|方向|独立核算|办法|村级|优质|公平")


def asks_nothing(chunk: str) -> bool:
    """Whether the words ask for nothing, and tell nothing that is done."""
    chunk = _HARMLESS.sub("", chunk)
    return not (DEMAND.search(chunk) or MANNER.search(chunk) or _HIDDEN.search(chunk) or joint(chunk) or any(verb in chunk for verb in DOINGS - NOUN_TOO))


def _names(chunk: str, acts: bool) -> bool:
    """Whether the words are the name of something: they ask for nothing and end with a thing, and (acts: beside something done) not with another thing done."""
    rest = _HARMLESS.sub("", chunk)
    if not rest:
        return True
    return asks_nothing(chunk) and not (acts and rest[-2:] in NOUN_TOO) and (NOUNS.fullmatch(rest) is not None or OBJECT.fullmatch(rest) is not None or _ENDS.search(rest) is not None)


def _may_leave(said: Proposition, asked: Proposition, left: list[str], same: bool, fault: bool) -> bool:
    """Whether the words left out leave the sense as it is: never the thing itself behind its name (公开预算 of 公开预算执行结果)."""
    if (said.yes or not asked.yes) and (put_together(said.text, asked.text) or tells_apart(left, said.about, asked.about, asked.front)):
        return False
    if said.yes and asked.yes and left[-1].startswith("或"):
        left = [*left[:-1], ""]  # 经区政府批准, where either may
    nothing = not said.yes and OCCUR in asked.says
    behind = left[-1]
    if said.about and behind and not _LIGHT.fullmatch(behind) and not nothing and not (len(behind) == len(asked.about) - asked.front and said.front == len(said.about)):
        return False
    if any("或" in chunk for chunk in left):
        return False
    if said.about and asked.front < len(asked.about) and not said.about.endswith(_WHOSE_EVER) and not asked.says <= QUALITIES | {SET_UP, HAVE} and any(_LEVEL.search(chunk) for chunk in (left[0][asked.front :], *left[1:])):
        return False  # 纳入项目库 is not 纳入市级项目库
    if not same and asked.yes and not (nothing or fault):  # a condition denied: whatever else it asks for, this is missing
        return not any(_OCCASION.search(chunk) for chunk in left)
    acts = not asked.says <= QUALITIES | {OCCUR, HAVE}
    held = said.about[-2:] in _HOLDERS and not behind
    if said.about and not held:
        return all(_names(chunk, acts) for chunk in left)
    if acts and not said.about and (after := asked.about[asked.front :])[:2] in DOINGS and not names_only(after[:2], after[2:]):
        return False  # 建成投入使用: more was to be done
    members = [each for chunk in left for each in JOINED.split(chunk)]
    if held and asked.says <= QUALITIES | {SET_UP, HAVE}:
        return all(asks_nothing(chunk) for chunk in members) and (len(members) == len(left) or said.about in _HOLDERS and not asked.says <= QUALITIES)
    whole = held or members[-1].endswith("情况")  # 项目建设和资金情况: of both
    if not said.about and said.says and said.says <= QUALITIES:
        return all(asks_nothing(chunk) for chunk in members) and _names(members[-1], acts=False)  # 合规、完整, of 财务和业务制度合规、完整
    return all(_names(chunk, acts and not whole) for chunk in members)


def _by_the_same(said: Proposition, asked: Proposition) -> bool:
    """市级未检查, of 市级部门对项目进行检查: who does it is named, and not to what."""
    if not (said.front and 0 < asked.actor < asked.front and said.about[said.front :] == asked.about[asked.front :]):
        return False
    who, of_whom = said.about[: said.front], asked.about[: asked.actor]
    return of_whom.startswith(who) and _names(of_whom.removeprefix(who), acts=False) and not _ASKS_HOW.search(asked.about[asked.actor : asked.front])


_ASKS_HOW = Pattern(rf"{MANNER.pattern}|按|依|经(?!费|济|营)|每|各|逐|均|全[部面额员]|[未不没无]")
_LIGHT = Pattern(r"工作|情况|任务|活动|事项|手续|问题")
_WHOSE_EVER = ("要求", "规定")  # 符合要求, whose requirements they are
_HOLDERS = words("制度 办法 机制 方案 体系 规划 台账 档案 记录 预案 政策")  # 已建立制度, of 资金与项目管理制度
_OCCASION = Pattern(r"履行|报批|(?:程序|手续)(?:完备|齐全|合规|到位)|处置|变更|调整")
_LEVEL = Pattern(r"[省市县区镇乡]|上级|国家")
