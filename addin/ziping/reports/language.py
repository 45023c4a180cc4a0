"""The language of report templates: what `{{ … }}` may name, call and filter. Documented for its users in `templates/README.md`.

A template is somebody's Word file: it may read what is offered here and nothing else. The sandbox refuses private attributes;
loops only run over the evaluation's own lists, and what could eat time or memory is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from ziping.evaluation import Form, FormKind
from ziping.reports.catalogue import OPEN, Gap, clean
from ziping.reports.data import COLUMNS, SETTINGS, Data, Line, Row, Rows, TemplateFault, key_of
from ziping.reports.grid import ERROR
from ziping.reports.narrative import Heading, Narrative, Paragraph
from ziping.reports.tables import FORMS, Table, tables_of
from ziping.reports.values import (
    Shown,
    Value,
    Words,
    add,
    change_words,
    convert,
    growth,
    magnitude,
    printed,
    rounded,
    saving_words,
    share,
    trimmed,
    unitless,
)

FIGURE_CALLS = {"数", "有", "占比", "完成率", "增减", "增减词", "增减额", "增减率", "差额", "变动率", "节约", "合计", "净值"}
FORM_CALLS = {"表", "有表"}
_FILTERS = ("default", "d", "first", "last", "join", "length", "count", "list", "map", "sort", "reverse", "trim", "unique", "string", "e", "escape")
_METHODS = {"format", "format_map", "ljust", "rjust", "center", "zfill", "expandtabs", "translate", "encode"}
LONGEST = 100_000  # characters
# Where blocks go: a private character, the number of the block, another one. `clean` keeps them out of workbook text.
BLOCK_OPEN, BLOCK_CLOSE = "\ue010", "\ue011"


class Environment(ImmutableSandboxedEnvironment):
    """Jinja without anything that reaches beyond the data."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=_printable)
        kept = {name: self.filters[name] for name in _FILTERS} | {"replace": _replaced}
        self.globals.clear()
        self.filters.clear()
        self.filters.update(kept)
        self.policies["json.dumps_function"] = None

    def call_binop(self, context, operator, left, right):  # noqa: ANN001, ANN201 - the signature of the sandbox
        if operator == "**" or not all(isinstance(side, int | Decimal) for side in (left, right)):
            raise SecurityError(f"“{operator}”运算")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: object) -> None:
        if super().wrap_str_format(value) is not None:
            raise SecurityError("format")

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return attr not in _METHODS and super().is_safe_attribute(obj, attr, value)


def _replaced(text: object, old: str, new: str) -> str:
    """`replace`, as long as what comes out is no longer than a chapter."""
    result = str(text)
    if len(result) + result.count(str(old)) * len(str(new)) > LONGEST:
        raise SecurityError("replace")
    return Words(result.replace(str(old), str(new)))


def _printable(value: object) -> object:
    """What `{{ … }}` may leave in the text; a list, a function or a yes-or-no is a slip of whoever wrote the tag."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | Shown | Gap | Row | Line | Undefined):
        raise TemplateFault("要打印的不是文字也不是数")
    return printed(value) if isinstance(value, Shown) else value


class Language:
    """What one report's template is rendered with: `context` for the names, `filters`, and the blocks asked for on the way."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.narrative = Narrative(data)
        self.blocks: list[list[Paragraph | Heading] | list[Table]] = []
        self._made: dict[str, list[Table]] = {}

    def environment(self) -> Environment:
        environment = Environment()
        environment.filters.update(self._filters())
        return environment

    def context(self) -> dict[str, object]:
        data = self.data
        context: dict[str, object] = dict(data.roots())
        context |= {caption: data.setting(caption) for caption in SETTINGS if caption not in context}
        short = data.evaluation.settings.get("单位简称")
        context |= {
            "单位": data.unit, "年度": data.year, "上年度": data.last_year, "简称": data.setting("单位简称") if short else Words("本单位"),
            "自评得分": data.score, "等级": data.grade, "项目清单": data.projects, "项目表": data.project_forms, "样例": data.evaluation.sample,
        }  # fmt: skip
        return context | self._functions()

    def line(self, name: str, attribute: str) -> Line | None:
        """A line that this workbook does not have but another one could: `出国经费.本年决算数`. None when the attribute is no column."""
        return Line(self.data, name) if attribute in COLUMNS else None

    # -------------------------------------------------------------------------------------------------------------

    def _functions(self) -> dict[str, Callable]:
        value = self.data.value

        def two(function: Callable[..., object]) -> Callable[..., object]:
            return lambda a, b, 位=2: function(value(a), value(b), 位)

        def difference(a: object, b: object) -> Value:
            return add(value(a), value(b), sign=-1)

        def verb(a: object, b: object) -> str | Gap:
            result = difference(a, b)
            return result if isinstance(result, Gap) else "增加" if result > 0 else "减少" if result < 0 else "持平"

        def total(*items: object) -> Value:
            flat = [value(i["金额"] if isinstance(i, Row) else i) for item in items for i in (item if isinstance(item, list | tuple) else [item])]
            return add(*flat) if flat else self._empty(items[0] if items else "合计")

        return {
            "数": self.data.figure, "有": self.data.has,
            "占比": two(share), "完成率": two(share), "变动率": two(growth),
            "增减率": lambda a, b, 位=2: magnitude(growth(value(a), value(b), 位)),
            "增减": lambda a, b, 基="上年", 率=True: change_words(value(a), value(b), str(基), bool(率)),
            "增减词": verb, "增减额": lambda a, b: magnitude(difference(a, b)), "差额": difference, "净值": difference,
            "节约": lambda budget, executed: saving_words(value(budget), value(executed)),
            "合计": total, "分项": self.data.parts, "列举": self._listing, "非零": self._nonzero,
            "个数": lambda items: 0 if isinstance(items, Gap) else len(items),
            "文": self.narrative.inline, "有素材": self.narrative.has, "素材": self._text, "表": self._form, "有表": lambda name: bool(self._tables(name)),
            "指标": lambda name: self.data.indicators(self._scored(name), name), "失分": lambda name: self.data.indicators(self._scored(name), name, lost=True),
            "未得分": lambda name: self.data.unscored(self._scored(name)),
        }  # fmt: skip

    def _filters(self) -> dict[str, Callable]:
        value = self.data.value

        def unit(name: str) -> Callable[..., Value]:
            return lambda given, decimals=None: convert(value(given), name, decimals)

        return {
            "万元": unit("万元"), "亿元": unit("亿元"), "元": unit("元"), "位": lambda given, decimals=2: rounded(value(given), decimals),
            "去零": lambda given: trimmed(value(given)), "数值": lambda given: unitless(value(given)), "绝对值": lambda given: magnitude(value(given)),
        }  # fmt: skip

    def _empty(self, items: object) -> Gap:
        return Gap(self.data.notes, "REPORT-EMPTY-LIST", getattr(items, "_name", "清单"))

    def _nonzero(self, items: Iterable[object]) -> Rows:
        kept = [item for item in items if (item["金额"] if isinstance(item, Row) else item)]
        return Rows(kept, getattr(items, "_name", "清单"))

    def _listing(self, items: Iterable[object], 列: str = "金额", 分隔: str = "、", 末: str = "") -> str | Gap:  # noqa: PLC2401
        """甲2.06万元、乙17万元和丙80.96万元."""
        if isinstance(items, Gap):
            return items
        words = [f"{item}{item[列] if 列 else ''}" if isinstance(item, Row) else str(item) for item in items]
        if not words:
            return self._empty(items)
        if 末 and len(words) > 1:
            return f"{分隔.join(words[:-1])}{末}{words[-1]}"
        return 分隔.join(words)

    def _block(self, content: list) -> str:
        self.blocks.append(content)
        return f"{BLOCK_OPEN}{len(self.blocks) - 1}{BLOCK_CLOSE}"

    def _text(self, path: str, 下级: bool = True) -> str:  # noqa: PLC2401
        found = self.narrative.blocks(str(path), bool(下级))
        return self._block([Paragraph(str(found))] if isinstance(found, Gap) else found)

    def _tables(self, name: str) -> list[Table]:
        if key_of(name) not in FORMS:
            raise TemplateFault(f"没有叫“{name}”的表，可用的是{'、'.join(FORMS)}")
        if key_of(name) not in self._made:
            self._made[key_of(name)] = tables_of(self.data.evaluation, key_of(name))
        return self._made[key_of(name)]

    def _note(self, tables: list[Table]) -> None:
        """What is marked in the forms is told once a form."""
        for table in tables:
            texts = [cell.text for cell in table.cells.values() if OPEN in cell.text]
            for code, words in (("REPORT-FORM-ERROR", f"【{ERROR}"), ("REPORT-FORM-UNSCORED", "【缺：")):
                if any(words in text for text in texts):
                    self.data.notes.add(code, table.title)

    def _form(self, name: str, 表名: str = "") -> str:  # noqa: PLC2401
        tables = self._tables(name)
        if not tables:
            return self._block([Paragraph(str(Gap(self.data.notes, "REPORT-NO-FORM", name)))])
        self._note(tables)
        return self._block([replace(table, title=clean(str(表名))) for table in tables] if 表名 else tables)

    def _scored(self, name: str) -> Form | None:
        evaluation = self.data.evaluation
        known = {"整体自评表": evaluation.overall, "评分表": evaluation.scoring}
        if name in known:
            return known[name]
        for form in evaluation.projects:
            if form.kind is FormKind.PROJECT and form.project and key_of(form.project.text) == key_of(name):
                return form
        raise TemplateFault(f"没有叫“{name}”的自评表，可用的是整体自评表、评分表或一个项目的名称")


__all__ = ["BLOCK_CLOSE", "BLOCK_OPEN", "FIGURE_CALLS", "FORM_CALLS", "Environment", "Language", "Shown"]
