"""What stands behind the words that were found: 按时完成，比计划晚 and 质量合格（返工后合格） are not yet settled by their first half.

Every piece of an actual is asked what it says: words of the standard, a figure, a state or a deed that is well. What tells of another time, of a plan, a guess, a rest, or of a
deed that is not done yet, or says nothing that is known, may be why the points are not earned.
"""

from __future__ import annotations

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.vocabulary import Pattern

__all__ = ["unsettled"]

_PIECES = Pattern(r"[^,;。()\n]+")
_LEADING = Pattern(r"^(?:(?:[①-⑩]|[我本该](?:单位|部门|项目)|已经|已|均|都|全部|全年|实际|累计|共计|共|其中|并|且|也|还|同时|且已|其[余他它](?:各?[\d一二两三四五六七八九]*[项个])?)+)")
_OPEN = Pattern(
    r"计划|预[计期估]|目标|估[算计]|测算|虚[报假]|返工|返修|重做|整改(?!率|完[成毕]|到位)|低于|差距|[晚迟](?!餐|到率)|延[期迟缓误]|逾期|超期|滞[留后]|上年|去年|往年|[上下]半年|[明次翌来]年|下个?[年月季]|跨年"
    r"|[一二三四]季度|补[办报交做建签发录]|待(?!业|遇)|尚|正在|正(?:办|推|进)|剩余?|余\d|差\d|另有|取消|流于|复[检验核]|疑似|争议|拟|暂|将|拖|仅|只[有完]|[^\W\d]{2}中$|[^\W\d]后(?:合格|完成|通过|达标|补|才)|才(?=[^\W\d])"
    r"|(?<!急)需(?!求|要的|物)|仍|进一步|据说|可能|大概|左右|上下|初步|自[报评]|口头|临时|争取|力争|有望|申请|部分|个别|少数"
)
_WELL = Pattern(
    r"(?:(?:较为|十分|非常)?(?:良好|正常|顺畅|规范|完整|齐全|到位|健全|准确|真实|合理|合规|合法|充分|明显|显著|[达超]标|合格|相?符(?:合(?:要求|规定|标准)?)?|一致|匹配|统一|有效|有序|稳定|清晰|明确|及时|可行|科学|完善|完备|整洁|安全|满意|优秀?|[良好高强]|无误|好评)|(?:改善|提升|提高|好转)|通过|验收|完成|完毕|落实|建立|制定|公开|公示|报送|提交|归档|备案|拨付|支付|发放|签订|配备|编制|填报|交付|投用|投入使用|实施|开展|履行|执行)$"
)
_HAS = Pattern(r"^(?:有|无|未|没有|零|获|通过|提供|建立|制定|编制|召开|纳入|组织|开展)[^\W\d]{2}|^否?是$|^新建$")
_FOUND_BY = Pattern(r"抽[样查检]|问卷|回访|走访|调查|测评|统计|来源|依据|详?见")  # how a figure was found
_FIGURE = Pattern(r"\d|[一两二三四五六七八九十]+[^\W\d]")
_A_SHARE = Pattern(r"(?:实际|已)?(?:完成|进度|达到?|约)*(?:\d{1,2}(?:\.\d+)?%|[\d一二三四五六七八九]成|一半|过半|大半)")  # of what was to be done
_AMISS = Pattern(rf"{FAULTS.pattern}|发生|出现|存在|发现|被|受到|但|差$|问题|批评|处罚|误(?!餐|差)")
_NONE_OF_IT = Pattern(r"(?<![\d.])0(?![\d.])|零|杜绝")
_A_DAY = Pattern(r"\d{1,2}月|月底")
_IN_TIME = Pattern(r"按时|及时|按期|如期|准时")


def unsettled(source: str, target: str, text: str) -> str:
    """The piece of an actual that leaves open whether the others hold, "" where there is none. source: the standard."""
    told = [piece for piece in _PIECES.findall(text) if piece]
    if len(told) < 2:
        return ""
    return next((piece for piece in told if not _settled(piece, source, target)), "")


def _settled(piece: str, source: str, target: str) -> bool:
    said = _LEADING.sub("", piece)
    if said in source or said in target:
        return True
    if any(found[0] not in source for found in _OPEN.finditer(piece)):
        return False
    if _A_DAY.search(piece) and _IN_TIME.search(source) and not _A_DAY.search(source + target):
        return False
    if _A_SHARE.fullmatch(piece) and ("%" not in piece or "%" not in source + target):
        return False
    if (amiss := _AMISS.search(piece)) is not None and amiss[0] not in source and polarity(piece)[1] is True and not _NONE_OF_IT.search(piece):
        return False
    return bool(_FIGURE.search(piece) or _WELL.search(said) or _HAS.search(said) or _FOUND_BY.search(piece) or _of_its_words(said, source + target))


def _of_its_words(said: str, source: str) -> bool:
    """Whether most of what is said is said in the standard too."""
    pairs = [said[at : at + 2] for at in range(len(said) - 1)]
    return bool(pairs) and sum(pair in source for pair in pairs) * 2 >= len(pairs)
