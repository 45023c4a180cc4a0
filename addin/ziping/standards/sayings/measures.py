"""How many of them, put in the standard's own words: 2所学校 where it says 一个学校, the measure words of one noun being many; 认定3项 where it says 每认定1项."""

from __future__ import annotations

import re

from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["in_its_measure"]

_TAKEN_BY = (  # nouns, and the measure words that say one and the same number of them
    ("学校 中学 小学 中小学 幼儿园 医院 卫生院 卫生室 养老院 敬老院 福利院", "所 个 家"),
    ("企业 公司 单位 机构 合作社 商户 门店 超市 工厂 厂家 酒店 银行", "家 个 户"),
    ("部门 科室", "个 家"),
    ("农户 住户 商户 用户 贫困户 脱贫户 低保户 家庭", "户 个 家"),
    ("教师 学生 学员 干部 党员 职工 工人 医生 护士 人员 居民 村民 儿童 老人 患者 工作人员", "人 名 位 个"),
    ("报告 报表 合同 方案 总结 文件 协议", "份 个"),
    ("厕所 公厕 桥梁 泵站 水库 水厂 电站", "座 处 个"),
)
_MEASURES = {noun: words(measures) for nouns, measures in _TAKEN_BY for noun in words(nouns)}
_NUMBER = r"(?:[1-9]\d*|[一二两三四五六七八九十]+)"
_DID = "未不没无违超逾延漏错缺存发出被受通达完按擅"  # what they did begins here: 2家单位负责人 are not two units
_VERB = "认定|查实|核实|确认|查出|核定"


def in_its_measure(text: str, what: str, measure: str, source: str) -> str:
    """The words with the measure word that the standard has for the same noun, and without the verb by which it says how they are found; as they stand elsewhere."""
    if (seen := _FOUND.match(text)) is not None and re.search(rf"每{seen['verb']}[1一]?个?{re.escape(measure)}", source):
        text = text[seen.end() :]
    noun = next((noun for noun, measures in _MEASURES.items() if measure in measures and what.startswith(noun) and what[len(noun) : len(noun) + 1] in _DID), "")
    if noun == what or not noun:
        return text
    others = "|".join(_MEASURES[noun] - {measure})
    return re.sub(rf"^(?P<before>(?:发现|存在|有|共有?)?{_NUMBER})(?:{others})(?={noun}[{_DID}])", rf"\g<before>{measure}", text)


_FOUND = Pattern(rf"(?P<verb>{_VERB})(?={_NUMBER}[^\W\d]{{3,}}$)")
