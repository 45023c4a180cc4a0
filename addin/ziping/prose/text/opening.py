"""The words that open a list without saying so: 基本支出 behind the total, the first instalment, a bracket of several, a grant 为 its projects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.prose.text.closed import STAFF, graded, instalment, is_grade, paired
from ziping.prose.text.divided import DIVIDED, THEREOF
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, twin_lead

__all__ = ["opens"]

_AMONG = re.compile(r"[^,，;；。:：]{0,6}中[,，]|中(?![央心小学介间期级等标队有医药型国部东西华文层档途止断转试考专职高外方段和秋位性午奖签尚已仍未可需])")  # 抽检120批次中,甲80批次,乙40批次
_RECEIVED = re.compile(r"合计|总额|资金|受理|收到|接收|交办|转办|接到|派|下达|发现|问题|项目")
_GRANT, _THING = re.compile(r"(?:资金|补助|转移支付|拨款|经费)(?:共|合计|为)*$"), re.compile(r"[,，、][^,，、;；。:：]{2,40}(?:建设|项目|工程|帮助|补助|奖补|资金|经费)$")
_FOR = re.compile(r"[,，]为(?!上级|中央|[省市县区]级|本级|财政|年初|预算|上年|企业|群众)[^,，、;；。:：]{2,30}(?:建设|项目|工程|补助|奖补|资金|经费)$")  # 省级资金90万元,为甲村道路建设50万元,乙渠维修项目40万元
_OPEN = re.compile(r"^[^;；]{0,12}(?:未|正在|在办|尚|其[他它])[^;；]{0,6}$")  # a third outcome: 支持412件,不支持296件,未审结35件

_KIND_OF_STAFF = re.compile(STAFF.pattern + "|公务员|参公|参照|事业|聘用|编外|行政")  # beside others of its kind, no whole of them

_ALL_STAFF = re.compile("在职|在编|在岗|实有|现有|职工|编制")


def opens(said: Sequence[Said], index: int) -> bool:
    """Whether an amount opens a list without a word that says so: 基本支出 behind the total, the first instalment, a bracket of several."""
    one, before = said[index], said[index - 1] if index else None
    if not index and (one.mention.kind is Kind.MONEY and DIVIDED.match(one.lead) or one.mention.kind is Kind.COUNT and THEREOF.match(one.lead)):
        return True
    whole = next((i for i in range(index - 1, -1, -1) if said[i].amount and said[i].mention.figure.unit.base == one.mention.figure.unit.base), None)
    third = said[index + 2] if index + 2 < len(said) else None
    more = third is not None and third.amount and third.mention.figure.unit.base == one.mention.figure.unit.base and third.mention.depth == one.mention.depth and bool(_OPEN.search(third.lead))
    if whole is not None and index + 1 < len(said) and not more and said[index + 1].amount and paired(one.name, said[index + 1].name) and _RECEIVED.search(twin_lead(said, whole)):
        return True
    if before is None or not before.amount:
        return False
    if one.name.endswith("基本支出") and re.search(r"总|合计|支出数|实际支出|决算", before.name + before.lead[-12:]):
        return True
    following = said[index + 1] if index + 1 < len(said) else one
    kin = "、" in (one.lead[:1], before.lead[:1]) or before.marker and not _ALL_STAFF.search(before.name)  # 其中教师31人,管理人员26人、工勤8人
    if not kin and all(STAFF.search(s.name) for s in (one, following)) and not _KIND_OF_STAFF.search(before.name) and following.amount and following is not one:
        return True
    if one.mention.kind is Kind.MONEY is before.mention.kind and _GRANT.search(before.lead) and _FOR.match(one.lead) and following is not one and _THING.search(following.lead):
        return True
    if _AMONG.match(one.lead) and before.mention.kind is not Kind.PLAIN:
        return True
    if one.mention.kind is Kind.COUNT and graded([s.name for s in said[index : index + 3]]) and not is_grade(before.name) and before.mention.figure.unit.base == one.mention.figure.unit.base:
        return True
    if instalment(one.lead) == 1 and index + 1 < len(said) and instalment(said[index + 1].lead) == 2:
        return True
    return one.mention.depth > before.mention.depth and one.lead[:1] == "(" and index + 1 < len(said) and said[index + 1].mention.depth == one.mention.depth
