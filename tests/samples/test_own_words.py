"""The samples re-tell the published reports in the project's own words.

No run of 16 characters (blanks and punctuation left out) of a sample's narrative, of its form texts or of a report template's
wording stands in the published text, apart from names and fixed terms of the trade. Skipped where the published texts are not there.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
RUN = 16

# Names of documents, projects, events and headings that have no other words.
NAMES = (
    "全市政务网络（政务外网和党政工作专网）链路租赁经费",
    "全市政务网络运行维护",
    "浏阳市政务信息数据共享交换平台项目经费",
    "浏阳市新型智慧城市云底座（一期）项目初步设计和可研",
    "浏阳市核心政务基础设施及业务系统续保",
    "全市核心政务基础设施及业务系统运维保障经费",
    "政务外网和政府网站安全监控等经费",
    "政务外网和政府网站安全监控经费",
    "市级重点工作专项经费",
    "《浏阳市新型智慧城市“十四五”区域规划》",
    "《浏阳市智慧城市信息化建设“十四五”区域规划顶层设计》",
    "《浏阳市政府投资信息化项目建设管理办法》",
    "《浏阳市政府投资信息化建设项目管理暂行办法》",
    "《浏阳市政务数据归集工作实施方案》",
    "《浏阳市政务信息资源共享管理办法》",
    "《浏阳市政务信息资源目录编制指南》",
    "《长沙市部门数仓建设管理规范》",
    "《长沙市部门数仓建设实施指南》",
    "《浏阳市电子政务外网安全管理办法》",
    "《关于进一步加强政务网络管理与安全使用的通知》",
    "《浏阳市防控指挥部数据分析组联合运行工作方案》",
    "《浏阳市智慧城市总体规划》",
    "“浏阳市第十七届第七次人民代表大会”",
    "“投资一本账、建设一盘棋、应用一张网”",
    "湘赣边区域合作示范区建设三年行动计划",
    "部门整体支出规模、使用方向、主要内容和涉及范围",
    "因公出国（境）费用支出和公务用车（购置）情况",
    "单位在资金管理、项目管理等方面的先进经验及做法",
    "项目资金安排落实、总投入等情况分析",
    "部门整体支出资金管理及使用情况",
    "部门整体支出绩效自评基础数据表",
    "项目支出绩效目标执行监控表",
    "《长沙市芙蓉区数据资源中心职能配置、内设机构和人员编制规定》（芙办发〔2019〕22号）",
    "《芙蓉区数据资源中心单位财务管理办法》",
    "《芙蓉区数据资源中心政府采购内控制度》",
    "《进一步规范政府采购项目履约验收工作管理的通知》（芙财采购〔2016〕2号）",
    "“2022年数字政府服务能力评估暨第二十一届政府网站绩效评估”",
    "“中国优秀政务平台推荐及综合影响力评估”",
    "“2022年度中国数字政府典型案例（十佳）”",
    "全区政务网络安全运维及等级保护测评项目",
    "区机关大楼会议室多媒体设备升级改造项目",
    "政府门户网站及新媒体运维服务项目",
    "芙蓉区雪亮工程及智慧安校平台项目",
    "部门（单位）整体支出规模、使用方向和主要内容、涉及范围等",
    "《湛江市财政局关于开展2022年市级财政资金绩效自评工作的通知》（湛财绩〔2022〕3号）",
    "《湛江市首席数据官制度试点实施方案》",
    "《湛江市数字政府市域治理“一网统管”三年行动计划实施方案》",
    "《湛江市人民政府关于贯彻落实广东省数据要素市场化配置改革行动方案的实施意见》",
    "《湛江市营商环境各项指标工作任务台账》",
    "湛江市政务服务数据管理局",
    "常德市人民政府电子政务管理办公室",
    "《常德市人民政府办公室关于进一步加强预算绩效管理的通知》（常政办发〔2016〕33号）",
    "《党政机关厉行节约反对浪费条例》",
    "《省级财政专项资金绩效评价共性指标》",
    "《常德市政府数据资源共享管理暂行办法》",
    "《常德市政府数据资源共享管理办法》",
    "财务管理与账务处理方面存在的问题",
)

# What each seed's sources are compared with: their own published text and those of the same body.
SOURCES = {
    "liuyang-2021": ("liuyang-2021", "liuyang-2020"),
    "liuyang-2020": ("liuyang-2020", "liuyang-2021"),
    "liuyang-2020-corrected": ("liuyang-2020", "liuyang-2021"),
    "zhanjiang-2021": ("zhanjiang-2021",),
    "furong-2022": ("furong-2022",),
    "changde-2016": ("changde-2016",),
    "changde-2016-corrected": ("changde-2016",),
}
TEMPLATES = {
    "liuyang": ("liuyang-2021", "liuyang-2020"),
    "zhanjiang": ("zhanjiang-2021",),
    "furong": ("furong-2022",),
    "changde": ("changde-2016",),
}


def letters(text: str) -> str:
    """Letters and digits alone, full-width forms folded: what two texts share however they are punctuated."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def shared_runs(own: str, published: str) -> list[str]:
    """The longest runs of at least RUN letters of `own` that stand in `published`, names left out."""
    for name in sorted(NAMES, key=len, reverse=True):
        own = own.replace(name, "\0")
    body = letters(published)
    found = []
    own = re.sub(r"\{\{.*?\}\}|\n", "\0", own)  # a run ends with its line and at a figure of the workbook
    for piece in own.split("\0"):
        text, start = letters(piece), 0
        while start + RUN <= len(text):
            end = start + RUN
            if text[start:end] not in body:
                start += 1
                continue
            while end < len(text) and text[start:end + 1] in body:
                end += 1
            found.append(text[start:end])
            start = end
    return found


def test_a_run_of_sixteen_is_found_and_one_of_fifteen_is_not():
    published = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
    assert shared_runs("前言，" + published[:8] + "、" + published[8:16] + "。", published) == [published[:16]]
    assert shared_runs("前言，" + published[:15] + "。", published) == []
    assert shared_runs(NAMES[0], letters(NAMES[0])) == []


def cases() -> list[tuple[str, Path, str]]:
    files = [(name, ROOT / "workbooks" / "samples" / "source" / f"{name}.{kind}", seeds)
             for name, seeds in SOURCES.items() for kind in ("md", "toml")]
    files += [(f"template {name}", ROOT / "templates" / "source" / f"{name}.md", seeds) for name, seeds in TEMPLATES.items()]
    return [(f"{label} {path.suffix}", path, seed) for label, path, seeds in files if path.exists() for seed in seeds]


@pytest.mark.skipif(not SEEDS.exists(), reason="the published texts are not here")
@pytest.mark.parametrize(("label", "path", "seed"), cases(), ids=lambda value: value if isinstance(value, str) else "")
def test_no_sentence_is_taken_over(label: str, path: Path, seed: str):
    published = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8")
    assert shared_runs(path.read_text(encoding="utf-8"), published) == [], f"{label} repeats {seed}"
