"""Which of several conditions a clause of an actual belongs to, where it says the condition's own words and leaves out only what the condition is of.

区财政已安排投入 is of 区级财政安排了小型农田水利投入, 处置收入未及时上缴 denies 资产处置收入及时上缴, 按规定时间报送 is of 各单位按规定时间报送申报材料: what is done or said of
it is kept with all its manners, and left out are whose it is before it, its object behind it, or what tells of that object. A clause adds no word but 已, 均
and 了; one whose words might be of a second condition belongs to none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ziping.standards.sayings.another import MANNER
from ziping.standards.sayings.deciding import KINDS, LEVEL, PARTS, SAYS
from ziping.standards.sayings.narrowing import put_together, tells_apart
from ziping.standards.sayings.propositions import names_only
from ziping.standards.sayings.statements import FAILED_ONES, JOINED, WITHOUT
from ziping.standards.words.doings import DEMAND, DOINGS, NOUN_TOO, does
from ziping.standards.words.records import Record
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["belongs", "in_its_words"]

_LEAST = 4  # signs: less may be said of many things
_CLAUSES = Pattern(r"[,;。]")
_LITTLE = Pattern(r"已经?|(?<=[^\W\d]{2})了(?=[^\W\d])|了$|(?<=[省市县区乡镇])级(?=财政|政府)|(?<=数据)资料")  # what says nothing of its own
_ALL_ALIKE = Pattern(r"[均都](?!衡|匀|等|市)")
_NO = Pattern(rf"(?!{FAILED_ONES})(?:尚未|未能|没有|未|不(?![断同良锈动]))")
_UNCLEAR = Pattern(r"[无非]|是否|能否|或|[≥≤<>=]|不(?:断|仅|但|得|超|低|少|高)|未来")
_FIRST = r"各|各级|各地|各类|相关|有关|本|我|项目|主管|实施|建设|施工|监理|承办|代建"
_OF = r"省|市|县|区|镇|乡|村|街道|地区|单位|部门|政府|人民政府|财政|学校|医院|企业|重点县|资产|资金|财务|预算|绩效|工程|业务|采购|合同|档案|资料|工作|信息|专项|国有|年度|全年|本年度|当年"
_MADE = r"制定|制订|编制|报送|上报|提交|申报|下达|建立|出台|印发|提供"
_HEAD = Pattern(rf"(?:{_FIRST}|{_OF})*(?:(?:{_OF}|项目)的?|(?:{_MADE})的)")  # whose it is, or who made it
_OBJECT = Pattern(r"[^\W\d]*(?:制度|办法|机制|体系|方案|计划|规划|台账|档案|目标|指标|信息|资料|材料|报告|总结|预算|决算|资金|经费|投入|收入|支出|项目|项目库|任务|责任书|合同|协议|手续|流程|措施|名单|报表|会议|培训|清单|预案|小组|机构|队伍|意见|票据|数据|设备|设施|补贴|补助|标准|政策|工作)")
_TELLS_APART = Pattern(r"\d|[一二两三四五六七八九十][年次期项批类级]|上一?年|去年|往年|其他|其余|部分|新增|存量|历年|结转|结余|[上下]半年|季度|在建|续建|应急")


class _Said(Record):
    """The words without a denial, where in them it stood, and the denial; at: where each sign of the words stands in the text."""

    __slots__ = ("words", "denied_at", "no", "at")
    words: str
    denied_at: int
    no: str
    at: tuple[int, ...]


def belongs(conditions: Sequence[str], clause: str) -> tuple[int, bool, str] | None:
    """Which condition the clause is of, whether it affirms it, and what it says in that condition's words; None where it is of none, or might be of two.

    Of a condition and another that denies it (资料完整, 资料不完整) the clause affirms the one or the other.
    """
    asked = [_read(condition) for condition in conditions]
    for said in (_read(clause), _read(_ALL_ALIKE.sub("", clause))):
        if said is None or len(said.words) < _LEAST:
            continue
        fits = [(i, at) for i, each in enumerate(asked) if each is not None and (at := _fits(said, each)) is not None]
        told = [(i, at) for i, at in fits if bool(asked[i].no) == bool(said.no)] or fits  # type: ignore[union-attr]
        if not fits or len(told) > 1 or len({asked[i].words for i, _ in fits}) > 1 or any(_might_be(said, each, condition) for condition, each in zip(conditions, asked, strict=True) if each is None or each.words != asked[told[0][0]].words):  # type: ignore[union-attr]
            continue
        i, at = told[0]
        yes = bool(asked[i].no) == bool(said.no)  # type: ignore[union-attr]
        return i, yes, conditions[i] if yes else _turned(conditions[i], asked[i], at, said.no)  # type: ignore[arg-type]
    return None


def in_its_words(conditions: Sequence[str], text: str) -> str | None:
    """The text with each clause that belongs to a part of one condition put in that part's words; None where no clause does, or two say the same."""
    parts = [part for condition in conditions for part in PARTS.split(condition) if part]
    said = []
    for clause in filter(None, _CLAUSES.split(text)):
        found = belongs(parts, clause) if clause not in parts else None
        said.append(clause if found is None else found[2])
    put = ",".join(said)
    return put if len(set(said)) == len(said) and put != ",".join(filter(None, _CLAUSES.split(text))) else None


def _read(text: str) -> _Said | None:
    """The text as words and at most one plain denial; None where there is more in it than that."""
    found = list(_NO.finditer(text))
    if len(found) > 1 or WITHOUT.search(text):
        return None
    gone = {i for match in (*found, *_LITTLE.finditer(text)) for i in range(*match.span())}
    kept = tuple(i for i in range(len(text)) if i not in gone)
    plain = "".join(text[i] for i in kept)
    if _UNCLEAR.search(plain):
        return None
    return _Said(plain, sum(i < found[0].start() for i in kept) if found else -1, found[0][0] if found else "", kept)


def _fits(said: _Said, asked: _Said) -> int | None:
    """Where in the condition's words the clause's denial stands, 0 where it has none; None where the clause is not of the condition."""
    if (undone := bool(said.no) and not asked.no) is False and put_together(said.words, asked.words):
        return None
    for front, runs in _places(said.words, asked.words, undone):
        if not said.no:
            return 0
        at = len(front) + said.denied_at
        if said.denied_at > runs:
            continue  # behind what is done: 制定方案未报批
        if does(said.words[said.denied_at :][:2]) and SAYS.fullmatch(said.words[said.denied_at :]):
            continue  # 未处置规范: there may have been none
        if asked.no and asked.denied_at == at or not asked.no and not (does(before := said.words[: said.denied_at]) and not _OBJECT.fullmatch(before) or MANNER.search(before) or SAYS.fullmatch(before) or _HOW.search(before)):
            return at
    return None


_HOW = Pattern(r"按|依|及时|如期|准时|足额|全部|全面|严格|定期")


def _places(said: str, asked: str, undone: bool) -> Iterator[tuple[str, int]]:
    """What stands before the clause's words in the condition, and how far in them a denial may stand, for each way in which the one is the other with words left out.

    undone: the clause says that it was not done, and whoever has none at all has none of this kind.
    """
    at = asked.find(said)
    while at >= 0:
        front, behind = asked[:at], asked[at + len(said) :]
        if _may_stand_before(front) and not (front[-1:] in _PLACES and said.startswith(("财政", "政府", "级"))) and (not behind or _does_it(said, behind) and _may_be_object(behind)) and (undone or not tells_apart([front, behind], said, asked)):
            yield front, len(said)
        at = asked.find(said, at + 1)
    for cut in range(2, len(said) - 1):
        run, rest = said[:cut], said[cut:]
        if run[-2:] not in _TAKES or not asked.endswith(rest) or not _OBJECT.fullmatch(rest) or asked.count(run) != 1:
            continue
        at = asked.find(run)
        between = asked[at + cut : len(asked) - len(rest)]
        if len(between) > 1 and _may_stand_before(asked[:at]) and _may_tell(between) and (undone or not tells_apart([asked[:at], between, ""], said, asked)):
            yield asked[:at], cut - 2


_PLACES = tuple("省市县区镇乡村")  # 财政资金 may be of more than 县财政资金
_TAKES = words("制定 制订 编制 建立 构建 成立 设立 印发 出台 安排 签订 形成 报送 上报 提交 公开 公示 开展 组织 召开 举办 落实 完成 纳入 符合")


def _does_it(said: str, behind: str) -> bool:
    """Whether the words end with what is done to the object behind them: not 制定管理 of 制定管理制度, nor 实施采购 of 实施采购预算."""
    if said[-2:] not in DOINGS or names_only(said[-2:], behind) or said[-4:-2] in _CARRIES:
        return False
    return said[-2:] not in NOUN_TOO or said[-4:-2] in _PAYS and behind[:2] not in DOINGS or _AS_ASKED.search(said[:-2]) is not None  # 发放核算, 按规定使用; not 设施运行管理 of 设施运行管理维护机制


_AS_ASKED = Pattern(r"(?:规定|要求|标准|程序|时|期|足额)$")
_CARRIES = words("开展 组织 举办 实施 进行 执行")
_PAYS = words("发放 拨付 支付 分配 下达")  # beside which another doing may stand; 采购 of 完成采购验收手续 is what is done


def _may_stand_before(front: str) -> bool:
    return not front or _HEAD.fullmatch(front) is not None and not LEVEL.search(front)


def _may_be_object(behind: str) -> bool:
    """Whether the words behind what is done are no more than what it is done to: all of it is left out, whatever it is called."""
    return _OBJECT.fullmatch(behind) is not None and (behind[:2] not in DOINGS or names_only(behind[:2], behind[2:])) and _asks_nothing(LEVEL.sub("", behind))


def _may_tell(between: str) -> bool:
    """Whether the words only tell of the object behind them: not of whose money it is, which of two (预算 of 预算决算信息), or how."""
    return not _OF_A_PAIR.search(between) and not LEVEL.search(between) and not JOINED.search(f",{between}") and _asks_nothing(between)


_OF_A_PAIR = Pattern(r"(?:[预决]算|收入|支出|数量|质量)$")


def _asks_nothing(chunk: str) -> bool:
    plain = KINDS.sub("", chunk)
    return not (DEMAND.search(plain) or MANNER.search(plain) or _TELLS_APART.search(chunk) or any(verb in chunk for verb in DOINGS - NOUN_TOO))


def _might_be(said: _Said, other: _Said | None, condition: str) -> bool:
    """Whether all that the clause says could be said of the other condition too."""
    return in_order(said.words, condition if other is None else other.words)


def _turned(condition: str, asked: _Said, at: int, no: str) -> str:
    """The condition denied where the clause denies it, or without its own denial."""
    if asked.no:
        return "".join(condition[i] for i in asked.at)
    start = asked.at[at]
    return condition[:start] + no + condition[start:]
