"""The VBA side of the worksheet functions, generated from `ziping.surface`.

Unlike xlwings' own generator, a failure becomes a real error value: SUM passes over a text, and a total that silently leaves out a row is
a wrong figure. Names are ASCII; Chinese help reaches the function wizard through Application.MacroOptions when the add-in opens.
"""

from __future__ import annotations

from ziping.surface import BUTTONS, CATEGORY, FUNCTIONS, Function

MODULE = "ziping.excel.udfs"
SCRIPTS = "ziping.excel.scripts"


def udf_module() -> str:
    """Text of the module ZipingFunctions."""
    head = 'Attribute VB_Name = "ZipingFunctions"\nOption Explicit\n'
    return head + "".join(_wrapper(function) for function in FUNCTIONS)


def _wrapper(function: Function) -> str:
    arguments = ", ".join(("Optional " if a.optional else "") + a.name for a in function.arguments)
    passed = ", ".join(a.name for a in function.arguments)
    trimmed = "\n".join(f"    ZipingTrim {a.name}" for a in function.arguments)
    unfit = " Or ".join(f"ZipingUnfit({a.name})" for a in function.arguments)
    name = function.name
    return f"""
Public Function {name}({arguments})
Attribute {name}.VB_ProcData.VB_Invoke_Func = " \\n14"
    Dim result As Variant, engine As Object
    {name} = CVErr(xlErrNA)
    If Not ZipingReady Then Exit Function
    On Error GoTo failed
{trimmed}
    If {unfit} Then Exit Function
    On Error GoTo unreachable
    Set engine = XLPy
    On Error GoTo failed
    result = engine.CallUDF("{MODULE}", "{name}", Array({passed}), ThisWorkbook, Application.Caller)
    {name} = ZipingCell(result)
    Exit Function
unreachable:
    ZipingRest
failed:
    {name} = CVErr(xlErrNA)
End Function
"""


def unicode_literal(text: str) -> str:
    """A VBA expression for a text with characters beyond ASCII: "PERF" & ChrW(&H7EE9) …"""
    pieces: list[str] = []
    plain = ""
    for character in text:
        if character.isascii() and character not in '"\r\n':
            plain += character
            continue
        if plain:
            pieces.append(f'"{plain}"')
            plain = ""
        pieces.append(f"ChrW(&H{ord(character):04X})")
    if plain:
        pieces.append(f'"{plain}"')
    return " & ".join(pieces) or '""'


def _assigned(variable: str, text: str, indent: str = "    ") -> str:
    """Statements that build a long text piece by piece: a VBA line holds 1023 characters and 24 continuations."""
    lines = [f'{indent}{variable} = ""']
    for start in range(0, len(text), 24):
        lines.append(f"{indent}{variable} = {variable} & {unicode_literal(text[start : start + 24])}")
    return "\n".join(lines) + "\n"


def wizard_module() -> str:
    """Text of the module ZipingWizard: Chinese help for the function wizard (each text at most 255 characters)."""
    out = ['Attribute VB_Name = "ZipingWizard"\nOption Explicit\n\nPublic Sub ZipingDescribeFunctions()\n    Dim label As String\n']
    out.append("    On Error Resume Next\n")
    out.append(_assigned("label", CATEGORY))
    for function in FUNCTIONS:
        out.append(f"    Describe{function.name} label\n")
    out.append("End Sub\n")
    for function in FUNCTIONS:
        count = len(function.arguments)
        out.append(f"\nPrivate Sub Describe{function.name}(label As String)\n    Dim help As String, args({count - 1}) As String\n")
        out.append(_assigned("help", function.help[:255]))
        for i, argument in enumerate(function.arguments):
            out.append(_assigned(f"args({i})", f"{argument.label}：{argument.help}"[:255]))
        out.append(
            f'    Application.MacroOptions Macro:="{function.name}", Description:=help, Category:=label, ArgumentDescriptions:=args\nEnd Sub\n'
        )
    return "".join(out)


def ribbon_module() -> str:
    """Text of the module RibbonZiping: one callback a button, each running one Python script."""
    out = ['Attribute VB_Name = "RibbonZiping"\nOption Explicit\n']
    for button in BUTTONS:
        name = callback(button.handler).removeprefix("RibbonZiping.")
        out.append(f'\nPublic Sub {name}(control As IRibbonControl)\n    ZipingRun "{button.handler}", {button.writes}\nEnd Sub\n')
    return "".join(out)


def callback(handler: str) -> str:
    """The ribbon callback of a button, as customUI names it."""
    return "RibbonZiping.On" + "".join(part.capitalize() for part in handler.split("_"))


TEXTS = {
    "title": "绩效自评",
    "nobook": "没有打开的工作簿，请先打开自评工作簿。",
    "undo": "这一步会写入工作簿，写入后不能再用“撤销”退回之前的操作。建议先保存。是否继续？",
    "wps": "这里是 WPS 表格，自评插件的按钮和 PERF 公式只能在 Microsoft Excel 中运行。已填好的得分、合计等数值在 WPS 中照常显示；校验、报告和送审版可用命令 ziping check、ziping report、ziping finalize 完成。",
    "working": "自评插件正在处理，请稍候……",
    "nopython": "自评程序没有启动成功，请关闭 Excel 后重新运行安装包里的“安装.cmd”，仍不成功时请联系技术人员。",
    "repaired": "已把 PERF 公式重新链接到本机的自评加载项。",
}


def text_module() -> str:
    """Text of the module ZipingTexts: the sentences that VBA itself has to say."""
    out = ['Attribute VB_Name = "ZipingTexts"\nOption Explicit\n\nPublic Function ZipingText(key As String) As String\n    Dim text As String\n']
    out.append("    Select Case key\n")
    for key, text in TEXTS.items():
        out.append(f'    Case "{key}"\n' + _assigned("text", text, "        "))
    out.append("    End Select\n    ZipingText = text\nEnd Function\n")
    return "".join(out)
