"""核对文字 without a report: the texts typed into 报告素材, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ziping.prose import Verdict, check_prose
from ziping.refusal import Refusal

SHEETS = ("报告素材", "报告")
SHOWN = 12
_SHORTEST = 8  # characters: shorter cells are captions
_STRINGS = 4  # com.sun.star.sheet.CellFlags.STRING: typed texts, not those of formulas


def verdict(document: object) -> str:
    """How many texts were read, what holds, and each claim that fails with its cell."""
    texts = list(_texts(document))
    if not texts:
        raise Refusal("工作簿里没有填写报告素材，没有可核对的文字，请先填写“报告素材”表，或核对导出的报告。")
    holding, failing = 0, []
    for cell, text in texts:
        claims = check_prose(text).claims
        holding += sum(claim.verdict is Verdict.HOLDS for claim in claims)
        failing += [f"{cell}：{claim.explanation}" for claim in claims if claim.verdict is Verdict.FAILS]
    told = f"核对了报告素材 {len(texts)} 段：相符 {holding} 处，不符 {len(failing)} 处。"
    more = [f"……另有 {len(failing) - SHOWN} 条"] if len(failing) > SHOWN else []
    return "\n".join([told, *(f"· {line}" for line in failing[:SHOWN]), *more])


def _texts(document: object) -> Iterator[tuple[str, str]]:
    name = next((each for each in SHEETS if document.Sheets.hasByName(each)), None)
    if name is None:
        return
    sheet = document.Sheets.getByName(name)
    for area in sheet.queryContentCells(_STRINGS).getRangeAddresses():
        for row in range(area.StartRow, area.EndRow + 1):
            for column in range(area.StartColumn, area.EndColumn + 1):
                cell = sheet.getCellByPosition(column, row)
                if len(cell.String) >= _SHORTEST:
                    yield cell.AbsoluteName.rpartition(".")[2].replace("$", ""), cell.String
