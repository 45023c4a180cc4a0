"""Words that point back at what was printed before them (未建立前述机制; 符合的，得2分 after a row of sentences): put so that they stand on their own."""

from __future__ import annotations

import re

from ziping.standards.clauses.phrases import CONDITIONAL, DANGER, FAULTS
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern

__all__ = ["pointing_back"]

_THING = "机制|制度|办法|体系|方案|机构|小组|平台|队伍|台账|档案|系统|计划|规划|预案|规定|细则|数据库|项目库|活动|培训|会议|检查"
_THE_SAME = Pattern(rf"(未|没有)([^\W\d]{{2}})(?:前述|上述|以上|前款|相关|相应|该|此|这)(?:一|项|种|类|个)*(?:[^\W\d,;。]{{0,6}}?)({_THING})(?=的|,|;|得|不得|扣)")


def pointing_back(source: str) -> str:
    """The standard with what it says of words before put in plain words."""
    return _closed(_SO_ASKED.sub(_so_asked, _THE_SAME.sub(_named, _at_that_time(source))))


_WHEN = r"(?:\d{1,2}月(?:底|末|\d{1,2}日)|[一二三四1-4]季度(?:底|末)?|上半年|半年|全年|年[底末])"
_EARNED_BY_THEN = Pattern(rf"(?:^|(?<=[,;。:\n])){_WHEN}前?[^,;。\d]{{0,12}}?(?:达到?|不低于|≥|完成)\d+(?:\.\d+)?%(?:及?以上)?的?,?得\d+(?:\.\d+)?分(?=[,;。])")
_NOT_BY_THEN = Pattern(r"(?<=分)[,;。](?:任[意一何]一?个?(?:时点|节点))?(?:未|没有)(达到|达标|完成)(?:要求|进度|目标)?的?,?(?:该|本|此|当)(?:时点|时间节点|时间点|节点|季度)(?:的)?(?:不得分|得0分|不计分)(?=[。;]?$)")


def _at_that_time(source: str) -> str:
    """6月底达到50%得2分，9月底达到75%得2分，未达到的该时点不得分: each of the times earns its own points; as it stands where something else earns some."""
    last = _NOT_BY_THEN.search(source)
    if last is None or not 1 < len(_EARNED_BY_THEN.findall(source)) == source.count("得", 0, last.start()):
        return source
    return f"{source[: last.start()]},未{last[1]}的不得分{source[last.end() :]}"


_TIMELY = r"按时|及时|按期|如期|准时"
_SO_ASKED = Pattern(rf"^((?:[^,;。\d未不没无和与及或、并且]{{0,8}}))((?:{_TIMELY})(?:报送|上报|提交|公开|公示|发放|拨付|支付))((?:[^,;。\d未不没无和与及或、并且]{{0,12}})的?,?得(?:\d+(?:\.\d+)?分|满分)[,;。]每?有?[1一]次)(未(?:达到?|符合)要求)(的?,?扣)")  # 按时报送得4分，有一次未达要求的扣1分


def _so_asked(said: re.Match[str]) -> str:
    """未按时报送, beside the standard's own 未达要求; as it stands where another thing is asked for as well."""
    return said[0] if _ASKED_TOO.search(said[3]) else f"{said[1]}{said[2]}{said[3]}未{said[2]}或{said[4]}{said[5]}"


_ASKED_TOO = Pattern(r"质量|合格|规范|完整|准确|真实|齐全|达标|满意|足额|符合|数量")


def _named(match: re.Match[str]) -> str:
    """未建立前述机制, after 建立…机制, is 未建立; where the thing was not named before, or something else was done to it, it stays."""
    before = match.string[: match.start()]
    return match[1] + match[2] if re.search(rf"(?<![未没有]){match[2]}了?[^,;。\d]*{match[3]}", before) else match[0]


_CLOSING = Pattern(r"^([^\n]{4,}?)[。;](?:以上)?((?:均|都|全部)?(?:符合|满足|达到)(?:以上|上述)?(?:条件|要求|标准)?)的?,?(?=得\d)(?=[^。;]*(?:,|;|。)(?:否则|不符合|不满足|未达到)[^。;,得\d]{0,6}不得分。?$)")
_QUIET = frozenset(["TEXT", "GLUE", "PART", "PAUSE", "COMMA", "OCCUR", "SEP"])


def _closed(source: str) -> str:
    """有机构，有专人。符合的，得2分，否则不得分: all that was asked for is one condition."""
    match = _CLOSING.match(source)
    if match is None or not {t.kind for t in tokens(match[1])} <= _QUIET or DANGER.search(match[1]) or CONDITIONAL.search(match[1]) or FAULTS.search(match[1]) or re.search(r"[不未没无]|是否|或", match[1]):
        return source
    return f"{match[2]}{source[match.end() :]}" if match[2].startswith(("均", "都", "全部")) else f"{match[2]}的{source[match.end() :]}"
