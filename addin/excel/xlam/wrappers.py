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
    name = function.name
    return f"""
Public Function {name}({arguments})
Attribute {name}.VB_ProcData.VB_Invoke_Func = " \\n14"
    On Error GoTo failed
    Dim result
    result = XLPy.CallUDF("{MODULE}", "{name}", Array({passed}), ThisWorkbook, Application.Caller)
    {name} = ZipingCell(result)
    Exit Function
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
    out = ['Attribute VB_Name = "ZipingWizard"\nOption Explicit\n\nPublic Sub ZipingDescribeFunctions()\n    Dim help As String, label As String\n']
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
        name = "Ziping" + "".join(part.capitalize() for part in button.handler.split("_"))
        out.append(f'\nPublic Sub {name}(control As IRibbonControl)\n    ZipingRun "{button.handler}"\nEnd Sub\n')
    return "".join(out)


def callback(handler: str) -> str:
    """The ribbon callback of a button, as customUI names it."""
    return "RibbonZiping.Ziping" + "".join(part.capitalize() for part in handler.split("_"))
