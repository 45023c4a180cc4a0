"""What a figure is held against, put in one wording: 完成年度节能目标的90% is 完成目标的90%, 支出≤年初预算 不高于年初预算, 超过上年决算数的5%以内 a growth."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.cells.values import shown
from ziping.standards.words.desirable import brought_about
from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["plainly_aimed", "share_or_difference"]

_REACHES = "完成(?:年度)?(?:目标|任务|指标|计划)"
_ONE_BESIDE_THE_OTHER = Pattern(r"(?:^|(?<=[;。\n]))(?P<part>[^\W\d未不没无非投漏误错违超逾欠缺损退]{0,10}?(?P<of>里程|面积|长度|户数|件数|个数|次数))(?:\([^()\d]*\))?(?:与|同)(?![^,;。]{0,8}(?:上年|去年|同期|目标|指标|计划|任务|预算|标准|平均|基数|合同|核定|批复|实际))(?P<whole>[^\W\d]{1,10}(?P=of))(?:相比|相比较|比较),每(?:相?差|少|低|缺)(?=1?个?(?:百分点|%)|一个百分点)")
_LASTS = r"(?:工期|周期|用时|耗时|时长|天数|时限)"  # how long something takes, and no day on which it is done
_SHARED = r"(?P<of>面积|里程|长度|投入|投资|资金|户数|人数|件数|个数|数量|总量|支出)"  # of what a share is one
_WORDINGS: Turns = (
    (Pattern(r"(?<=率)(?:按|以)100%计(?:算)?[,;](?=每(?:下降|降低|减少|少|低|差)于?(?:\d|一)[^,;。]*扣)"), "100%,"),  # 筹集率按100%计，每下降1个百分点扣…
    (Pattern(rf"{_SHARED}(?:达到?|不低于|不少于)(?P<whole>[^\W\d未不没无]{{1,10}}(?P=of))的?(?=\d+(?:\.\d+)?%)"), lambda said: said[0] if _HELD_AGAINST.search(said["whole"]) or _COMES_BEHIND.search(said.string[: said.start()]) else f"{said['of']}占{said['whole']}的比例达到"),  # 活动用房面积达到总面积65%
    (Pattern(r"(?:(?<=[,;。\n])|^)为(?=(?:达到|完成|实现)(?:年度|预期)?(?:目标|任务|指标|计划|要求)?值?(?:的,?|,)?(?:每(?:低|差|少|降低|减少|下降|相差)于?(?:\d|[一二两三])[^,;。]*扣))"), "未"),  # 为达到目标每低1个百分点扣…: a slip of the pen for 未
    (Pattern(r"(?:较|比)(?:上一?年度?|去年|上年同期|去年同期)(?=每(?:上升|增加|增长|提高|减少|下降|降低)(?:\d|[一二两三])(?:[^,;。加得]*加\d+(?:\.\d+)?分[,;]每(?:下降|降低|减少)(?:\d|[一二两三]))?[^,;。加得]*扣)"), ""),  # 案件数比上年每上升1起扣…
    (Pattern(r"(?:^|(?<=[^,;。\d\W]{4}))(?:控制)?在(核定|批准|规定)的?(控制数|编制数|编制|控制指标|限额|数额|人数)(?:范围)?(?:以|之)?内(?=的?,?[得计记]\d+(?:\.\d+)?分[,;。]每超)"), r"不超过\1\2"),  # 在核定控制数内得2分，每超1人扣…
    (Pattern(r"(?<=[^\W\d]{2}(?:增加|变更|追加|调增|签证))((?:的)?(?:投资|金额|造价|价款|费用|资金)?)(不超过|不高于|超过|控制在)((?:合同|中标|概算|批复)(?:总)?(?:价|造价|金额|投资))的?(?=\d+(?:\.\d+)?%)"), r"\1占\3的比例\2"),  # 变更增加投资不超过合同价5%
    (Pattern(r"(达到?|不低于|不少于)(\d+(?:\.\d+)?%)(?:及以上|以上)?[,;。](?=(?:低于|不足|少于|未达到)\2的?,?(?:(?:该|本)项(?:指标)?)?不得分[。;]?$)"), lambda said: said[0] if _EARNS.search(said.string) else f"≥{said[2]}得满分;"),  # 就业率达85%以上。低于85%的，该项不得分
    (Pattern(rf"(?:^|(?<=[;。\n,]))(?:此|该|本)项指标(?={_REACHES})"), ""),  # 基本分6分，本项指标完成目标任务得…
    (Pattern(rf"^(?:以|按照?)(?!年|季|月|周|期|次|半|各|每)[^,;。\d]{{2,12}}(?:计分|进行考核|考核|进行评价|评价),(?={_REACHES}|在[^,;。\d]{{2,10}}[以之]内)"), ""),  # 按照下达的年度指标考核，完成目标任务得…
    (Pattern(r"(?:^|(?<=[,;。\n]))在((?:[^\W\d]{0,4})(?:责任|控制|目标|计划|下达|限定)(?:指标|目标|计划|任务)(?:数|值)?)(?:以|之|范围)内(?=的?,?[得计记])"), r"不高于\1"),  # 在责任指标以内的得满分
    (Pattern(r"(?<=[数量额])(超过|低于)([^\W\d]{2,10})(?<![度年标划算值务])(?=\d+(?:\.\d+)?%)"), r"占\2的比例\1"),  # 案件数超过实有人口6%的扣3分
    (Pattern(r"([^\W\d]{2,8}?)(不大于|不高于|不超过|不低于|不小于)[^,;。\d]{2,16}\1的?,得(\d+(?:\.\d+)?)分[,;。]每(超过?|低于?)(?:平均)?\1(?=\d)"), r"\1\2目标值的,得\3分;每\4"),  # 平均年龄不大于市级部门人员平均年龄的，得2分；每超平均年龄1岁…
    (Pattern(r"(?<=[,;。\n])未(?:能)?(?:全部|足额|全额)[^\W\d]{2}的?,(?=按[^,;。\d]{0,12}(?:率|比例|占比)(?:得|计|折|赋))"), "未达到的,"),  # 未全部兑付的，按兑付率计算得分
    (Pattern(r"(?:高于|超过)上年度?[^,;。\d]{0,10}?(?:决算|支出|预算|执行|实际)数的?(\d+(?:\.\d+)?%)以内"), r"较上年增长0%(不含)-\1"),  # 高于上年决算数10%以内的得1分
    (Pattern(r"(?:高于|超过)上年度?[^,;。\d]{0,10}?(?:决算|支出|预算|执行|实际)数的?(?=[1-4]?\d(?:\.\d+)?%\(含)"), "较上年增长≥"),  # 高于上年决算数的20%（含20%）得4分
    (Pattern(r"(?<=[数额值支出费])([≤≥])(?=(?:年初|年度|本年)?(?:预算|计划|批复|核定|目标)[^\W\d]{0,12}的?,?得)"), lambda match: "不高于" if match[1] == "≤" else "不低于"),  # 实际值≤目标值得满分
    (Pattern(r"(?<=[;。,\n])未(?:能)?(?:达到|完成)(?:年度|预期)*目标(?P<what>进度|完成率|支出率|执行率|到位率)的?,按(?:照)?其?(?:当期|实际|当年)(?:完成)?(?P=what)[占与](?:年度|预期)*目标(?P=what)的?(?:比重|比例|比率|百分比|之比)(?:计算得分|折算得分|计算|计分|得分)(?=[;。\n]|$)"), "未达到目标值的,按实际完成值占目标值的比重计分"),  # 未达到目标进度的，按其实际进度占目标进度的比重计算得分
    (Pattern(r"(?<=较上年增长)(≥.+?)(?:高于|超过|增长)(\d+(?:\.\d+)?%)以内"), r"\g<1>0%(不含)-\2"),  # …，高于10%以内的得1分
    (Pattern(rf"(?:^|(?<=[,;。:\n]))(?P<name>[^\W\d未不没无]{{0,10}}?{_LASTS})(?:(?:不超过|未超过|不超出|未超出|不高于|不大于|不长于|不多于|小于或?等于|≤)(?:计划|目标|规定|预定|预计|合同|约定|要求|批复|设计|额定)(?:的)?(?:建设|施工|服务|办理|完成)?{_LASTS}|控制在(?:计划|目标|规定|预定|预计|合同|约定|要求|批复|设计|额定)(?:的)?(?:建设|施工|服务|办理|完成)?{_LASTS}(?:范围)?(?:以|之)?内)(?=的?,?得)"), r"\g<name>不高于目标值"),  # 实际工期不超过计划工期的得满分
    (Pattern(r"(?:^|(?<=[,;。:\n]))(?P<name>[^\W\d未不没无]{0,10}?(?P<of>成本|造价|单价|费用|支出|投资))(?:小于或?等于|≤)(?:计划|目标|预算|预定|预计|合同|批复|核定|概算)(?:的)?(?P=of)(?=的?,?得)"), r"\g<name>不高于目标值"),  # 实际成本≤计划成本
    (Pattern(r"与(?:本地|本级|当地)?(?:上一?年度?|去年|上年同期|去年同期)(?:按?同口径)?(?:相比|相较|比较),(?=每(?:增|减|上|下|提|降))"), ""),  # 事故起数与上年相比，每增加1起…
    (_ONE_BESIDE_THE_OTHER, lambda said: f"{said['part']}占{said['whole']}的比例达到100%。每低"),  # 自检里程与收费里程相比，每差1个百分点…
    (Pattern(r"以(?:前[三两]年|上年|近三年)[^,;。\d]{0,8}为(?:基数|基准|基础),(?=每(?:增|减|上|下|提|降)[^加]*$)"), ""),  # 播种面积以前三年平均值为基数，每减少1%扣…
    (Pattern(r"(?<=[;。\n])未(?:达到|完成)(?:的|目标值的|指标值的),偏离度(?:在|为)?(?P<bands>\d[^;。]*)"), lambda match: ",".join(f"低于目标值{band}" if band[:1].isdecimal() else band for band in match["bands"].split(","))),  # 达到目标值的得满分；未达到的，偏离度在10%以内的得8分
)  # fmt: skip


_OF_ITS_BUDGET = Pattern(r"(?:^|(?<=[;。,\n]))(?P<name>[^\W\d未不没无上去同]{2,16}?)(?:决算|支出|执行|实际)数?(?P<sign>[<>≤≥])(?P=name)(?P<goal>(?:调整|年初|年度|批复|核定)*预算)数?的?,?(?=不得分|得)")
_SIDES = {"≤": "不高于", "≥": "不低于", ">": "高于", "<": "低于"}
_CONTRARY = ("≤>", ">≤", "≥<", "<≥")


def _beside_its_budget(source: str) -> str:
    """接待费决算数>接待费预算数的，不得分；…≤…的，得满分: the target is the budget of the same name; as it stands where another is named, or where the two sides leave a number out or share one."""
    sides = list(_OF_ITS_BUDGET.finditer(source)) if "预算" in source else []
    signs = "".join(said["sign"] for said in sides)
    if len({(said["name"], said["goal"]) for said in sides}) != 1 or len(sides) != len(_COMPARED.findall(source)) or len(sides) > 1 and signs not in _CONTRARY:
        return source
    return _OF_ITS_BUDGET.sub(lambda said: f"{_SIDES[said['sign']]}目标值的,", source)


_COMPARED = Pattern(r"[<>≤≥]")
_DONE_SO = r"(?:实际)?完成(?:数|值|数量|量)"
_PLAN = r"(?:年度|全年|年初)?(?:计划|目标|任务|指标)(?:完成)?(?:数|值|数量|量)"
_SHARED = r"(?:\*(\d+(?:\.\d+)?)%|的?(\d+(?:\.\d+)?)%)?"
_BETWEEN = Pattern(rf"{_PLAN}{_SHARED}([≤<]){_DONE_SO}([≤<]){_PLAN}{_SHARED}(?=的?,?(?:得|扣|按|说明))")
_BESIDE_IT = Pattern(rf"{_DONE_SO}([≤≥<>]){_PLAN}{_SHARED}(?=的?,?(?:得|扣|按|不得分|说明))")
_TIMES_IT = Pattern(rf"{_PLAN}\*\d")
_GIVES_REASONS = Pattern(r"(?<=的,)(?:需|应|须)?说明(?:原因|情况)并(?=扣)")


def _as_a_rate(source: str) -> str:
    """实际完成数≥计划数×120%的…，计划数≤实际完成数＜计划数×120%的…: shares of the target; as it stands where another comparison is beside."""
    if not _TIMES_IT.search(source):
        return source
    plain = _BETWEEN.sub(lambda m: f"{m[1] or m[2] or 100}%\0{m[3]}\0完成率\0{m[4]}\0{m[5] or m[6] or 100}%", source)
    plain = _BESIDE_IT.sub(lambda m: f"完成率\0{m[1]}\0{m[2] or m[3] or 100}%", plain)
    return _GIVES_REASONS.sub("", plain.replace("\0", "")) if not re.search(r"(?<!\0)[<>≤≥]", plain) else source


_EACH_SHARE = Pattern(
    r"^(?:[^,;。\d每]{0,14}[,:])?每(?:完成|达到|实现)(?:年度|全年|绩效|预期)*(?:目标|指标|任务|计划)(?:任务)?(?:值|数|量)?的?(?P<share>\d+(?:\.\d+)?)%的?,?得(?P<each>\d+(?:\.\d+)?)分"
    r"(?:,不足(?P=share)%的?(?:部分)?的?不[得计]分)?(?:,(?:满分|最高|最多|共计|合计|总分)(?:得|不超过|为)?(?P<most>\d+(?:\.\d+)?)分)?(?:为止)?[。;]?$"
)


def _by_shares(source: str) -> str:
    """每完成目标值的10%得0.5分，最高5分: all the points with the whole target, and off for each share that is not complete; as it stands where the shares do not come to that."""
    said = _EACH_SHARE.match(source)
    if said is None or (share := Decimal(said["share"])) <= 0 or 100 % share:
        return source
    whole = Decimal(said["each"]) * (100 / share)
    if said["most"] and Decimal(said["most"]) != whole:
        return source
    return f"完成目标值得{shown(whole)}分,每低于目标值{said['share']}%扣{said['each']}分,不足{said['share']}%按{said['share']}%计"


_NAMED_GOAL = r"(?:年度|全年|年初|预期|计划|绩效)?(?:目标|任务|计划|指标)(?:任务)?(?:值|数|量)?"
_AND_MORE_BEYOND = Pattern(
    rf"^(?P<name>[^,;。:\d率度比例未不没无超少低和与及或、]{{0,16}}?)(?:达到|完成)了?{_NAMED_GOAL}的?,?得(?P<reached>\d+(?:\.\d+)?)分[,;。]"
    rf"(?:超额(?:完成)?(?:{_NAMED_GOAL})?|(?:超过|超出){_NAMED_GOAL})的?(?P<share>\d+(?:\.\d+)?)%(?P<mark>\(含\)以上|及以上|以上)的?,?(?:另加|再加|另再加|额外加|加)(?P<more>\d+(?:\.\d+)?)分[,;。]"
    rf"(?:未(?:能)?(?:达到|完成)(?:{_NAMED_GOAL})?|(?:低于|不足|少于){_NAMED_GOAL})的?,?(?:(?P<none>不得分)|按(?:实际)?(?:完成)?比例(?:得|计)分)[。;]?$"
)


def _beyond_by_a_share(source: str) -> str:
    """达到任务数得7分，超额完成10%以上的另加1分，未达到的按比例得分: bands of the completion, where less than the whole earns its share of the seven; as it stands where more is not known to be better of it, or something is asked of it beside."""
    said = _AND_MORE_BEYOND.match(source)
    if said is None or not brought_about(said["name"]) or _ASKED_OF_IT.search(said["name"]):
        return source
    reached, more = Decimal(said["reached"]), Decimal(said["more"])
    less = "不得分" if said["none"] else f"得分=完成值/指标值*{shown(reached)}分"
    return f"完成目标值的{shown(100 + Decimal(said['share']))}%{said['mark']}得{shown(reached + more)}分;完成目标值的100%以上得{shown(reached)}分;低于100%的,{less}"


_ASKED_OF_IT = Pattern(r"按[时期质量要计]|及时|如期|保[质量]|[各任每均都经逐]|连续|合格|齐全|规范|通过|符合|达标|质量|优质|成本|[工周]期|时[限间长]|名次|[率度月天日年]")
_EARNS = Pattern(r"[得计记加扣]\d+(?:\.\d+)?分|满分")


def share_or_difference(source: str, share: Decimal) -> bool:
    """Whether so many per cent, where 巡检里程与养护里程相比，每差1个百分点 is counted, may be what the two differ by; of more than all nobody knows whether it differs."""
    return not _HALF <= share <= 2 * _HALF and _ONE_BESIDE_THE_OTHER.search(source) is not None


_HALF = 50


def plainly_aimed(source: str) -> str:
    """The standard with its targets in that wording."""
    return _of_goal(_plain_goal(reworded(_as_a_rate(_beside_its_budget(_by_shares(_beyond_by_a_share(source)))), _WORDINGS)))


_ITS_GOAL = Pattern(r"完成([^\W\d]{2,10}?(?:目标|任务|计划))的?,?得\d+(?:\.\d+)?分[,;。]完成\1的\d+(?:\.\d+)?%")


def _plain_goal(source: str) -> str:
    """完成年度节能目标得50分，完成年度节能目标的90%得45分: the one target, in short."""
    goal = _ITS_GOAL.search(source)
    return source.replace(f"完成{goal[1]}", "完成目标") if goal is not None else source


_HELD_AGAINST = Pattern(r"上年|去年|同期|目标|指标|计划|任务|预算|标准|平均|基数|合同|核定|批复|实际|规定|规划|设计|应")  # what a figure may also exceed
_COMES_BEHIND = Pattern(r"[,:][^,;。:\n]*$")  # what stands in front in the same sentence may be a condition
_BANDS = Pattern(r"(?:在|为|达到?|完成)?((?:责任|目标|计划|控制|任务)(?:指标|目标|任务|计划)?(?:数|值)?)的?(?=(\d+(?:\.\d+)?%)-100%)")


def _of_goal(source: str) -> str:
    """在责任指标85%-100%得满分，突破责任指标或低于责任指标85%的不得分: shares of the target, all of them."""
    goal = _BANDS.search(source)
    if goal is None:
        return source
    name = re.escape(goal[1])
    source = _BANDS.sub("完成目标值", source, count=1)
    source = re.sub(rf"(?:突破|超过|超出|高于){name}(?!的?\d)", "超过100%", source)
    return re.sub(rf",?(?:或者?)?(低于|不足|少于|未达到){name}的?(?=\d)", lambda m: ("或" if "或" in m[0] else m[0][0] if m[0][0] == "," else "") + m[1], source)
