"""`ziping calc ACTION`: what the Calc buttons need of the core and no other command gives, as JSON.

Runs in the installed `ziping`, on a saved copy of the open document; the document itself is filled by the button. Rooms are imported when needed.
"""

from __future__ import annotations

from pathlib import Path

from ziping.refusal import Refusal

ACTIONS = ("carry-over", "import-accounts", "add-project", "prose")
MISSING = "这一版的自评程序还没有这个功能，请更新后再用。"


def act(action: str, book: Path, *, other: Path | None = None, name: str = "", output: Path | None = None) -> dict[str, object]:
    """The record of one action. Refused for an action that is not there, and for whatever the core refuses."""
    from ziping.forms import read_workbook

    if action not in ACTIONS:
        raise Refusal(MISSING)
    if action == "prose":
        return _prose(book)
    if action == "add-project":
        _core("add_project")(book, name, output)
        return {"written": str(output)}
    if other is None:
        raise Refusal("缺少要读取的文件，请用 --other 给出。")
    if action == "carry-over":
        done = _core("carry_over")(read_workbook(book), read_workbook(other))
    else:
        done = _core("import_accounts")(read_workbook(book), other)
    carried = [
        {"what": item.what, "text": item.text, "sheet": item.target.sheet if item.target else None, "cell": item.target.cell if item.target else None}
        for item in done.carried
    ]
    return {"carried": carried, "kept": len(done.kept)}


def _prose(book: Path) -> dict[str, object]:
    from ziping.forms import read_workbook
    from ziping.prose import Verdict, check_prose

    entries = [(entry.text.place, entry.text.text) for entry in read_workbook(book).narrative if entry.text]
    if not entries:
        raise Refusal("工作簿里没有填写报告素材，没有可核对的文字，请先填写“报告素材”表，或核对导出的报告。")
    failing, holding = [], 0
    for place, text in entries:
        claims = check_prose(text).claims
        holding += sum(claim.verdict is Verdict.HOLDS for claim in claims)
        failing += [f"{place.cell if place else ''}：{claim.explanation}" for claim in claims if claim.verdict is Verdict.FAILS]
    return {"texts": len(entries), "holding": holding, "failing": failing}


def _core(name: str):  # noqa: ANN202 - the core's function
    """A core function of the room `workbooks` that this installation may be without."""
    from ziping import workbooks

    found = getattr(workbooks, name, None)
    if found is None:
        raise Refusal(MISSING)
    return found
