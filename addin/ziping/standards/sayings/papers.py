"""Whether what an actual says was sent in time is what the standard asks for: 部分材料, 上年总结 and 决算报告 are not 总结材料, and 月报 alone is not 月报和季报."""

from __future__ import annotations

from ziping.standards.sayings.narrowing import tells_apart
from ziping.standards.words.vocabulary import Pattern

__all__ = ["IN_TIME", "another_paper"]

IN_TIME = r"(?:按时间要求(?:及时)?|按时|及时|按期|如期|准时|提前|按照?(?:规定|要求)的?(?:时间|时限|期限)|在?(?:规定|要求)的?(?:时间|时限|期限)(?:之|以)?内)"
_SEND = r"(?:报送|上报|提交|报告|公开|公示|申报|备案|编制|批复|审批|转发|通知|反馈|拨付|支付|下达|发放|缴纳|兑付|上缴)"
_NAME = r"(?:[^\W\d]|、){0,24}?"
_ALL = r"(?:已|均|都|全部|未能?|没有)"
_SENT = Pattern(rf"(?P<front>{_NAME}){_ALL}*{IN_TIME}{_ALL}*(?:完成)?{_SEND}(?:到位|完毕|完成)?了?(?P<behind>(?![、和与及并且]){_NAME})(?:工作)?(?:情况)?的?")
_BY_A_DAY = Pattern(rf"(?P<front>{_NAME}){_ALL}*(?:在?(?:每年|当年|次年|\d{{4}}年)?(?:\d{{1,2}}|一|二|三|十|十一|十二)月(?:\d{{1,2}}日|底|末|初|[上中下]旬)?(?:之|以)?前)?{_ALL}*(?:报送|上报|提交)(?P<behind>{_NAME})(?:工作)?(?:情况)?的?")
_DONE_AT_ALL = Pattern(rf"(?P<front>{_NAME}){_ALL}*{_SEND}(?P<behind>{_NAME})的?")
_PARTS = Pattern(r"[,;。:\n()①-⑳]|\d+[.、]|不得分|否则|得(?=\d|满分)|扣(?=\d)")
_PAPER = Pattern(r"(?:材料|总结|报告|报表|计划|信息|预算|决算|台账|方案|清单|名单|档案|数据|初稿|草案|[月季年周日快简]报)$")
_NOT_IT = Pattern(r"部分|虚假|不实|上一?年|去年|往年|初稿|草稿|草案|其他|其它|其余|另|半|大多|多数|主要|个别")
_JOINED = Pattern(r"、|[和与]|及(?!时)")
_ALL_AT_THE_END = Pattern(rf"{_ALL}+$")
_LIGHT = Pattern(r"项目|工程|工作|建设|实施|单位|部门|年度|全年|本年|当年|年终|相关|有关|各类|[我本该各][局县市区镇乡院校村]?")


_HAND_IN = Pattern(rf"^{IN_TIME}完成")


def another_paper(source: str, text: str) -> bool:
    """Whether another paper than that of the standard was sent, or not all of it."""
    said = [paper for clause in _PARTS.split(text) for paper in _papers(clause, _SENT)]
    if not said:
        return False
    clauses = _PARTS.split(source)
    timed = [_papers(clause, _SENT) for clause in clauses]
    others = [[p for p in _papers(clause, _DONE_AT_ALL if any(timed) else _BY_A_DAY) if _PAPER.search(p)] for clause in clauses]
    together = timed if any(timed) else others
    asked = [paper for papers in timed + others for paper in papers]
    if any(_NOT_IT.search(paper) and paper not in asked or asked and not any(_same(paper, each) for each in asked) for paper in said):
        return True
    told = [[each in text or any(_same(paper, each) for paper in said) for each in papers] for papers in together]
    return any(any(each) and not all(each) for each in told)


def _papers(clause: str, sent: Pattern) -> list[str]:
    """What the clause says was sent, or was to be."""
    found = sent.fullmatch(clause)
    if found is None:
        return []
    front, behind = (found[at].replace("资料", "材料").replace("文件", "材料") for at in ("front", "behind"))
    named = _JOINED.split(behind)
    return [each for each in (*_JOINED.split(_ALL_AT_THE_END.sub("", front)), *named) if each and (_PAPER.search(each) or each == named[0])]


def _same(said: str, asked: str) -> bool:
    """材料 and 本单位总结材料 for 总结材料; not 决算报告 for 预决算报告."""
    asked = _HAND_IN.sub("", asked)
    plain, whole = _LIGHT.sub("", said), _LIGHT.sub("", asked)
    at_end = asked.endswith(said) and not tells_apart([asked.removesuffix(said), ""], said, asked)
    return at_end or bool(plain) and whole.endswith(plain) and said.endswith(asked[-2:]) and not tells_apart([whole.removesuffix(plain), ""], plain, whole)
