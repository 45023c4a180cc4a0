"""All who work in a house, told behind the kinds of them: 编制40名,在编人员36名,合同制讲解员14名、安保保洁人员28名,全馆工作人员78名."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, settled, shown
from ziping.prose.judging.slips import one_wrong, slip_of
from ziping.prose.text.ending import ends_there
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike

__all__ = ["staffing_claims"]

FEW = 2  # kinds
_ALL = re.compile(r"^[,，;；](?:目前|年末|现)?全(?:馆|院|校|局|台|站|所|队|中心|园|单位|部门|委|厅)(?:共有|现有|实有|共)?(?:在岗)?(?:工作人员|干部职工|教职员工|教职工|职工|人员)(?:总数|合计|共计|总计|共)?(?:有|为)?$")
_IN_POST = re.compile("在编|在职|实有编内")
_HIRED = re.compile("合同制?|聘用|外聘|编外|劳务派遣|派遣|临时|临聘|保安|安保|保洁|工勤|后勤|公益性岗位|购买服务|见习")
_RETIRED = re.compile("退休|离休|编制|空编|其中|借调|挂职")


def staffing_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for all the staff of a house right behind those in post and those who are hired. It fails where one digit of it is wrong."""
    known = settled(judged)
    for at, total in enumerate(said):
        if total.mention.kind is not Kind.COUNT or total.mention in known or total.mention.loose or not total.amount or not _ALL.match(total.lead) or not ends_there(said, at, (total.noun,)):
            continue
        parts: list[Said] = []
        for one in reversed(said[:at]):
            if not alike(one, total) or not one.amount or one.mention.loose or one.mention.depth or _RETIRED.search(one.lead) or not (_IN_POST.search(one.lead) or _HIRED.search(one.lead)):
                break
            parts.insert(0, one)
            if _IN_POST.search(one.lead):
                break
        if len(parts) < FEW or not _IN_POST.search(parts[0].lead):
            continue
        footing = foots(total.mention.figure, [one.mention.figure for one in parts])
        if footing is not None and (footing.holds or slip_of(total.mention.figure, footing.expected) or one_wrong([one.mention for one in parts], total.mention)):
            worked = in_unit(footing.expected, total.mention)
            sum_ = "+".join(shown(one.mention) for one in parts) + f"={worked}"
            yield recomputed(ClaimKind.SUM, [*(one.mention for one in parts), total.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)
