"""The amounts that a list goes through, up to where its subject changes: another year, another stage, what is left, what all come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ziping.prose.text.divided import other_stage
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["HEADED", "TOGETHER", "YEARS", "carried_over", "members_of", "new_scope"]

LONGEST = 60  # parts that one list may have

_NEW_SCOPE = re.compile(r"另外|保有|此外|另有|合计|共计|总计|总额|总支出|总收入|结余|结转|年初|年末|上年|去年|同期|节约|预算(?:数|为|安排)|(?<!项)目前|截[至止]|已(?:经)?(?:拨付|支付|支出|使用|完成|到位)|[年度](?:收入|支出)合计|(?:全年|实际|累计)(?:共计?|实际|累计)?(?:执行|支出|使用|支付)")
_LEFT = ("结余", "结转")
HEADED = re.compile(r"来源|构成|组成|^分.+[批次期笔]")
_GIVEN = ("下达", "拨付", "安排", "支付", "到位")
_ASIDE = re.compile(r"[,，(](?:上年|去年|(?:19|20)\d\d年)(?:同期)?(?:数|的|为)*")
_DENIED = re.compile(r"[,，、;；]?(?:尚)?未(?P<what>[^,，、;；。\d]{2})")
_RESTATED = re.compile(r"[,，]?调整?(?:后)?(?:为|到|至)$")
_DUE = re.compile("应|计划|需|总额")
TOGETHER = re.compile(r"(?:\([^()]*\)|\))?[,，、;；](?:以上|[两二三四五六七八九]?[项者批笔])?(?:共|合计|共计|总计|累计)[^,，、;；。]{0,6}$")  # 甲a、乙b,共c
_GRAND, _NEXT = re.compile("(?:收入|支出|收|支)总[量计]"), re.compile("[,，、;；]结转(?:至)?下年(?:支出|使用)?$")
_WORKED_OUT = re.compile(r"(?:^|按[^;；。]{2,40})(?:计算|测算|核算|折算)(?:应)?(?:约|共)?为$")  # 甲68万元,按每人每天380元计算为64万元: no part of its own
_VERB = re.compile("[,，;；](?P<verb>新增|新建|改建|新开|改造|建成|完成|培训|发放|修建|建设|购置|救助|服务|开展|办理)[^,，、;；。\\d]{2,}")
YEARS = re.compile(r"(?:19|20)\d\d年")
_SPENT = re.compile("^(?!.*收入).*支出|收支|缺口")
_CARRIED, _SOURCE = re.compile("[,，、;；](?:上年|年初|以前年度)(?:财政拨款)?结[转余](?:和结余|资金|收入)*$"), re.compile("拨款|收入|资金")
_TAIL = re.compile(r"[^\s,，;；、。:：()（）][^,，;；。()（）]*[,，]")  # …22万元[按规定结转下年使用,]自筹3万元: said of the part before


def members_of(said: Sequence[Said], index: int, taken: set[int], total: Said, through: bool = False) -> list[int]:
    """The parts: amounts of the same measure and bracket that follow until the subject changes, or (`through`) whatever their subject."""
    first = said[index]
    years = len(set(YEARS.findall(total.lead))) > 1 or first.marker.startswith("分") and first.marker[-2:] in _GIVEN or "累计" in total.lead and bool(YEARS.search(first.lead))  # 2021年、2022年共下达…,其中2021年…,2022年…
    members = []
    for i in range(index, min(len(said), index + 3 * LONGEST)):
        part = said[i]
        if part.mention.depth < first.mention.depth:
            break
        if members and "一是" not in first.lead and re.search("[;；。][二三四五六]是", part.lead):
            break  # …900万元中,尚有260万元未付;二是…
        if part.mention.depth > first.mention.depth or i in taken:
            continue
        if part.mention.kind is Kind.SCORE and part.earned != first.earned:
            continue
        if part.role is not Role.AMOUNT or part.mention.loose and i > index or part.price and not first.price or part.source:
            continue
        if part.mention.figure.unit.base != first.mention.figure.unit.base or part.mention.kind is not first.mention.kind:
            continue
        if members and (denied := _DENIED.match(part.lead)) and denied["what"] in total.lead and not _DUE.search(total.lead):
            continue  # 到位80万元,其中县级到位30万元,未到位20万元
        if "收入" in first.name and _SPENT.search(part.name):
            continue  # 收入合计90万元,其中甲收入50万元,支出40万元;乙收入…
        following = said[i + 1] if i + 1 < len(said) else None
        if members and following is not None and following.explicit:
            continue  # 甲62万元,占任务数80万元的78%
        restated = _RESTATED.match(total.lead) is not None
        if restated and following is not None and _RESTATED.match(following.lead) or not restated and _RESTATED.match(part.lead):
            continue  # 乙由90万元调整为95万元: of two states the one that the total is told in
        if members and (_ASIDE.fullmatch(part.lead) or _WORKED_OUT.search(part.lead)):
            continue  # 接待费3万元,上年4万元
        if members and not through and (again := _VERB.match(part.lead)) and again["verb"] in total.lead and again["verb"] not in first.lead:
            break  # 新增铁路639公里,其中高铁370公里,新增公路2600公里
        if len(members) > 1 and TOGETHER.match(part.lead.removeprefix(said[i - 1].noun)):
            break
        if members and not through and not HEADED.search(first.marker) and not (_GRAND.search(total.lead) and _NEXT.match(part.lead)) and new_scope(replace(part, year=first.year) if years else part, first):
            break
        members.append(i)
        if len(members) == LONGEST:
            break
    return members


def carried_over(part: Said, first: Said) -> bool:
    """Whether money left of last year ends a list of where money comes from: 拨款90万元、事业收入6万元、上年结转收入4万元."""
    return bool(_CARRIED.match(part.lead) and _SOURCE.search(first.name))


def new_scope(part: Said, first: Said) -> bool:
    """Whether an amount behind a list speaks of something else: another year, another stage, a total, a carry-over."""
    clause = _TAIL.sub("", re.split("[;；]", part.lead)[-1])
    turned = any(word[0] not in first.lead and not (word[0] in _LEFT and any(other in first.lead for other in _LEFT)) for word in _NEW_SCOPE.finditer(clause))
    return turned or (part.year is not None and part.year != first.year and not (part.year == 0 and first.year != -1)) or other_stage(part, first)
