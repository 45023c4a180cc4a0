"""Conditions told by their numbers: ①③, 第1、2项, 前三项符合, 除③外均符合; or by how many they are: 三项均符合."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.standards.cells.values import Value
from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.deciding import REST, SAYS
from ziping.standards.sayings.missing import things_listed
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.doings import DOINGS, NOUN_TOO
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["ASKS_WHEN", "MARKS", "Numbers", "PRINTED", "alike_told", "may_be_done", "numbered", "numbers", "of_them_all", "one_by_one", "verdicts"]

MARKS = Pattern(r"[①-⑳]")


class Numbers(Record):
    """The conditions, from 0, that are said to be met and not to be met; rest: what is said of all others, None where nothing is."""

    __slots__ = ("met", "missed", "rest")
    met: frozenset[int]
    missed: frozenset[int]
    rest: bool | None


_GROUP = r"(?P<marks>(?:第)?[①-⑳](?:[、,和及]?(?:第)?[①-⑳])*)(?:[一二两三四五六七八九]?项|条|条件|要求)*"
_SAYS = r"(?P<verdict>不符合|不满足|未满足|未达到|未做到|未(?:开展|建立|制定|完成|执行|落实|提供|健全|到位|具备|实行|设置|组织|经过)|符合|满足|达到|具备|做到)(?:要求|条件)?"
_SAID_AFTER = Pattern(r"(?:仅|只)?" + _GROUP + r"(?:(?:均|都|全部|已)*" + _SAYS + r"(?:[,;、]|$)?(?=[仅只第①-⑳]|$)|$)")
_SAID_BEFORE = Pattern(r"(?:仅|只|已|均)*" + _SAYS + _GROUP + r"(?:[,;、]|$)?(?=[仅只已均不未符满达具做]|$)")
_DIGITS = Pattern(r"(?:符合|满足|达到|具备)?第?[1-9](?:[、和][1-9])+(?:项|条|点)?(?:(?:均|都|已|全部)*(?:符合|满足|达到|做到|具备))?")
_ORDINALS = Pattern(r"第(\d)(?:项|条|点)?")
_SERIES = Pattern(r"第[1-9一二三四五六七八九](?:[、,和及](?:第)?[1-9一二三四五六七八九])*(?:项|条|点)")
_FIRST_FEW = Pattern(r"前([两二三四五2-5])(?:项|条|点)")
_POINT = Pattern(r"(?:^|(?<=[,;]))([1-9](?:[、和][1-9])*)[.、:]?(?=(?:均|都)?(?:不|未)?(?:符合|满足|达到|做到))")
_MARK_ITSELF = Pattern(r"第(?=[①-⑳])|(?<=[①-⑳])项(?=[、,和及][第①-⑳]|不符合|符合|(?:以|之)?外)")
_LACKED = Pattern(r"(?:^|(?<=[,;]))(?:缺少?|缺失|少)(?P<marks>[①-⑳](?:[、,和及]?[①-⑳])*)(?:[一二两三四五六七八九]?项|条|点)*(?=$|[,;])")
_EXCEPT = Pattern(r"除了?([^,;]+?)(?:以|之)?外,?(?:其余|其他|其它)?(?:各项|条件)?((?:均|都|全部)已?(?:符合|满足|达到|做到|达标)(?:要求|条件|标准)?)")


PRINTED = Pattern(r"[①-⑳]|(?:^|(?<=[,;。:\n )]))(?:\([1-9一二三四五六七八九]\)|[1-9][.、](?!\d))")


def one_by_one(source: str, earning: int) -> bool:
    """Whether the numbers that the standard prints are those of its conditions: not where 1. holds two of them."""
    printed = set(PRINTED.findall(source))
    return not printed or len(printed) == earning


def _mark(number: str) -> str:
    return chr(0x245F + int(told_number(number)))  # type: ignore[arg-type]


def numbered(text: str) -> str:
    """第1、2项, 第三项, 前两项, （1） and 1.符合 as the marks ①②③; 除③外均符合 and 缺③, which names all that is missing, as ③不符合，其余均符合."""
    text = re.sub(r"\(([1-9一二三四五六七八九])\)", lambda match: _mark(match[1]), text)
    if _DIGITS.fullmatch(text):
        text = re.sub(r"\d", lambda match: _mark(match[0]), text)
    text = _FIRST_FEW.sub(lambda match: "".join(chr(0x2460 + n) for n in range(int(told_number(match[1])))), text)  # type: ignore[arg-type]
    text = _SERIES.sub(lambda match: "、".join(_mark(each) for each in re.findall(r"[1-9一二三四五六七八九]", match[0])), text)
    text = _ORDINALS.sub(lambda match: _mark(match[1]) if match[1] != "0" else match[0], text)
    text = _POINT.sub(lambda match: re.sub(r"\d", lambda digit: _mark(digit[0]), match[1]), text)
    text = _MARK_ITSELF.sub("", text)
    if (lacked := _LACKED.fullmatch(text)) is not None:
        return f"{lacked['marks']}不符合,其余均符合"
    text = _LACKED.sub(r"\g<marks>不符合", text)
    if (but := _EXCEPT.fullmatch(text)) is not None:
        marked = not re.sub(r"[①-⑳、和及]", "", but[1])
        text = f"{but[1]}不符合,其余{but[2]}" if marked else f"{but[1]},其余{but[2]}" if polarity(but[1])[1] is False else text
    return text


_TOLD = Pattern(r"(?P<marks>[①-⑳](?:[、,和及]?[①-⑳])*)(?:[一二两三四五六七八九]?项|条)?(?:均|都|全部)?(?P<no>尚未|未能|未|没有|不)?(?:已经|已)?(?:得到|予以|进行)?(?P<said>[^,;。\d①-⑳未不没无]{2,12})")
_DONE = Pattern(r"完成|落实|做好|做到|落实到位|完成到位")
ASKS_WHEN = Pattern(r"按[时期]|及时|如期|准时|时[间限]|期限|足额|全额|[率\d%≥≤<>]|[未不没无]")


def may_be_done(phrase: str) -> bool:
    """Whether 已完成 says all of it: something is done, and nothing is asked of its time, its amount or its number."""
    return any(verb in phrase for verb in DOINGS - NOUN_TOO) and not SAYS.fullmatch(phrase) and not ASKS_WHEN.search(phrase)


_IS_THERE = Pattern(r"(?P<marks>[①-⑳](?:[、,和及]?[①-⑳])*)(?:[一二两三四五六七八九]?项|条)?(?:均|都|全部)?(?:已经|已)?(?P<there>尚无|没有|缺失|缺少|具备|具有|有|无|缺)")
_THERE_NEXT = Pattern(r"(?:(?<=[①-⑳][有无])|(?<=[①-⑳]没有))[、和及]?(?=[①-⑳])")  # ①有、②有、③无
_THERE_BEFORE = Pattern(r"(?:^|(?<=[,;]))(?:已)?(?P<there>具有|具备|有|没有|无)(?P<marks>[①-⑳](?:[、,和及]?[①-⑳])*)(?:[一二两三四五六七八九]?项)?(?=[,;。]|$)")
_SET_UP = Pattern(r"(?:已经|已)?(?:有(?![效序关力利])|制定|制订|建立|编制|设立|成立|设有|具有|具备|配备|配有|采取|签订|出台|印发|设置)了?[^\W\d]")
_HOW_IT_IS = Pattern(r"健全|完善|完整|完备|齐全|规范|合[理规法]|有效|科学|严格|清晰|细化|量化|执行|落实|符合|[,;并且]")


def _is_there(phrase: str, lacking: bool, yes: bool) -> bool:
    """Whether 有 says all that the phrase asks for, or 没有 denies it: something to be set up (制定管理办法), or one of the things of which each that is lacking takes points off."""
    if polarity(phrase)[1] is not True or (FAULTS.search(phrase) and not _SET_UP.match(phrase)):
        return False
    if not yes:
        return lacking or _SET_UP.match(phrase) is not None
    return (lacking or _SET_UP.match(phrase) is not None) and not SAYS.fullmatch(phrase) and not _HOW_IT_IS.search(phrase) and not ASKS_WHEN.search(phrase)


def verdicts(text: str, phrases: Sequence[str], lacking: bool = False) -> str:
    """③未得到有效执行, where ③ asks that it be so, is ③不符合; ①②已完成 is ①②符合 of what is to be done, ①有 of what is to be there; lacking: each of them that is not there takes points off."""
    clauses = []
    text = _THERE_BEFORE.sub(lambda m: m["marks"] + ("有" if m["there"] != "无" and m["there"] != "没有" else "没有"), _THERE_NEXT.sub(",", text))
    for clause in text.split(";") if ";" in text else re.split("[,。]", text):
        there = _IS_THERE.fullmatch(clause)
        if there is not None:
            yes = there["there"] in ("有", "具有", "具备")
            those = [phrases[at] if (at := ord(mark) - 0x2460) < len(phrases) else "" for mark in MARKS.findall(there["marks"])]
            clauses.append(there["marks"] + ("符合" if yes else "不符合") if all(phrase and _is_there(phrase, lacking, yes) for phrase in those) else clause)
            continue
        told = _TOLD.fullmatch(clause)
        asked = [phrases[at] if (at := ord(mark) - 0x2460) < len(phrases) else "" for mark in MARKS.findall(told["marks"])] if told is not None else []
        done = told is not None and _DONE.fullmatch(told["said"]) is not None
        if told is not None and told["no"] and all(polarity(phrase)[1] and (done or in_order(told["said"], phrase)) for phrase in asked):
            clause = told["marks"] + "不符合"
        elif told is not None and not told["no"] and asked and all(phrase.removeprefix("已").startswith(told["said"]) and len(told["said"]) == 2 and _SET_UP.match(phrase) and _is_there(phrase, False, True) for phrase in asked):
            clause = told["marks"] + "符合"  # ①已建立, where ① is 建立内控制度
        elif told is not None and not told["no"] and asked and set(asked) == {told["said"]}:
            clause = told["marks"] + "符合"  # ②专款专用, where ② is just that
        elif told is not None and not told["no"] and done and all(may_be_done(phrase) for phrase in asked):
            clause = told["marks"] + "符合"
        clauses.append(clause)
    return ",".join(clauses)


_ONE_VERB = "公开|公示|报送|上报|备案|归档|印发|上墙"
_TOLD_ALIKE = Pattern(rf"(?P<marks>[①-⑳](?:[、和]?[①-⑳])*)(?:均|都)?(?P<yes>已)?(?P<no>未)?(?P<verb>{_ONE_VERB})")
_ABOUT = r"(?:部门|单位|项目|本级|整体|资金|专项|财务|财政|绩效|目标|评价|自评|预算|决算|采购|政府采购|招标|中标|评审|考核|检查|管理|工作|政策|补贴|补助|救助|资产|人员|工程|建设|施工|内控|安全|应急)*"
_THING = r"(?:预算|决算|信息|制度|合同|名单|结果|台账|方案|报告|总结|报表|计划|预案|清单|档案|资料|办法|目录|标准|数据)"
_ASKED_ALIKE = Pattern(rf"{_ABOUT}{_THING}(?P<verb>{_ONE_VERB})")  # 主动公开 and 预算提前公开 ask how as well, of which the bare verb tells nothing
_ALSO_ASKED = Pattern(r"按|及时|如期|准时|时[间限]|期限|[日月]|规定|要求|完整|规范|真实|准确|全面|均|通过|经")


def alike_told(text: str, phrases: Sequence[str], source: str) -> str:
    """①②已公开，③未公开, where ①, ② and ③ each ask that a thing of its own be 公开, and nothing else: each of them must be told."""
    told = [_TOLD_ALIKE.fullmatch(piece) for piece in re.split("[,;]", text)]
    asked = [_ASKED_ALIKE.fullmatch(phrase) for phrase in phrases]
    if not all(told) or not all(asked) or _ALSO_ASKED.search(source) or len({each["verb"] for each in (*told, *asked)}) != 1:  # type: ignore[index]
        return text
    marks = MARKS.findall(text)
    if MARKS.findall(source) != sorted(marks) or len(set(marks)) != len(marks) or len(marks) != len(phrases) or any(each["yes"] and each["no"] for each in told):  # type: ignore[index]
        return text
    return ",".join(f"{each['marks']}{'不' if each['no'] else ''}符合" for each in told)  # type: ignore[index]


def numbers(text: str) -> tuple[Numbers, str] | None:
    """What the numbers tell, and the clauses beside them that tell something in words; None where a number is told twice, or none is."""
    met: set[int] = set()
    missed: set[int] = set()
    rest, beside, count = None, [], 0
    claims = _claims(text)
    for clause in [] if claims is not None else re.split("[,;。]", text):
        if (others := REST.fullmatch(clause)) is not None and (others["no"] or not others["done"]):
            rest = not others["no"]
        elif (said := _claims(clause)) is not None:
            claims = (claims or []) + said
        elif clause:
            beside.append(clause)
    for claim in claims or []:
        told = {ord(mark) - 0x2460 for mark in MARKS.findall(claim["marks"])}
        count += len(MARKS.findall(claim["marks"]))
        (missed if (claim["verdict"] or "").startswith(("不", "未")) else met).update(told)
    if not claims or len(met) + len(missed) < count or met & missed:
        return None
    return Numbers(frozenset(met), frozenset(missed), rest), ",".join(beside)


def _claims(text: str) -> list[re.Match[str]] | None:
    return next((list(form.finditer(text)) for form in (_SAID_AFTER, _SAID_BEFORE) if MARKS.search(text) and not form.sub("", text)), None)


_SO_MANY = Pattern(r"(?:以上|上述)?(\d+|[一二两三四五六七八九十]+)(?:项|条|点|个(?:要点|条件|方面))(?:条件|要求|内容|标准)?(?:均|都|全部?)(?!未|不|没|无)")
_PRINTED = Pattern(r"(\d+|[一二两三四五六七八九十]+)(?:项|条|点|个(?:要点|条件|方面))")
_SENTENCES, _CLAUSES, _MEMBERS = Pattern(r"[;。\n]"), Pattern(r"[,;。:\n]"), Pattern(r"、|且|和|及(?!时)|与")


def of_them_all(text: str, source: str, target: Value | None, parts: int) -> None:
    """NotScorable for 两项均符合 where the standard scores (parts), lists or counts another number of them, or none."""
    said = _SO_MANY.match(text)
    if said is None:
        return
    known = {parts} if parts else _counted(source)
    known |= {len(things_listed(source))} if source else set()
    known.add(source.count("是否"))  # 是否设定了目标，是否细化、量化: so many questions
    if target is not None and target.kind == "number":
        known.add(int(target.low))
    if (number := _number(said[1])) < 2 or number not in known:
        raise NotScorable(f"完成值{quoted(text)}说的是{said[1]}项，评分标准所列的不是这个数，不能当作全部符合，请逐项写明。")


def _counted(source: str) -> set[int]:
    """How many there are by the marks of the source, the members of its lists, its sentences without points, and the numbers it prints."""
    asked = sum(1 for sentence in _SENTENCES.split(source) if sentence and "分" not in sentence)
    return {asked, len(set(MARKS.findall(source)))} | {len(_MEMBERS.split(clause)) for clause in _CLAUSES.split(source)} | {_number(match[1]) for match in _PRINTED.finditer(source)}


def _number(text: str) -> int:
    return int(told_number(text) or 0)
