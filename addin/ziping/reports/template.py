"""Opening a report template, reading what it asks for before anything is rendered, and rendering it: the one place where that happens."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.sandbox import SecurityError

from ziping.amounts import fold
from ziping.reports.data import TemplateFault, misnamed
from ziping.reports.language import BLOCK_OPEN, FIGURE_CALLS, FORM_CALLS, Environment, Language, key_of
from ziping.reports.styles import PAGE
from ziping.reports.tables import FORMS
from ziping.reports.values import settle
from ziping.wordfiles import open_word

DEEPEST = 3  # loops within loops
# What a wording never needs, and what could run without end or fill the memory.
REFUSED = (
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block, nodes.AssignBlock,
)  # fmt: skip
PROPERTIES = {"title": "标题", "subject": "主题", "author": "作者", "keywords": "关键词", "category": "类别", "comments": "备注"}
_NOTES = {"footnotes+xml": "脚注", "endnotes+xml": "尾注"}
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.S)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|[^\"']+")
_WIDE = str.maketrans("（），。【】｜！", "(),.[]|!")
_WIDE_BRACES = re.compile(r"｛[｛{%％]|[｝}%％]｝|\{％|％\}|\{｛|｝\}")
# A paragraph with a tag carries this attribute until it is known whether anything is left in it.
MADE = ("rsidDel", "00FACADE")
_MADE = re.compile(r"<w:p(?=[ >])(?:(?!<w:p[ >]|</w:p>).)*?\{[{%]", re.S)
_MARK = re.compile(r"\{[{%]")


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the template ready for the template language, one line a paragraph; place: where it is, in words."""

    place: str
    xml: str

    def paragraph(self, line: int | None) -> str:
        """The visible text of the paragraph at a line of `xml`, shortened around its first mark."""
        lines = self.xml.split("\n")
        if line is None or not 0 < line <= len(lines):
            return ""
        text = re.sub(r"<[^>]*>", "", lines[line - 1]).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
        at = _MARK.search(text)
        start = max(0, at.start() - 12) if at and len(text) > 40 else 0
        return ("…" if start else "") + text[start : start + 40] + ("…" if len(text) > start + 40 else "")


class Template(DocxTemplate):
    """A template file. TemplateFault for a file that is none, for names that do not exist and for what the sandbox refuses."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        if not path.is_file():
            raise TemplateFault(f"找不到报告模板“{path.name}”，请核对路径。")
        super().__init__(str(path))
        self.docx = open_word(path, f"模板“{path.name}”", TemplateFault, self._ask_for_what_a_report_needs)
        self._source: Source | None = None

    def _ask_for_what_a_report_needs(self, document: Document) -> None:
        """Properties, headers, footers, notes, pages, the tables that docxtpl mends after rendering, and the saving of it all."""
        self.docx = document
        for name in (*PROPERTIES, "revision", "created", "modified", "language", "last_modified_by"):
            getattr(document.core_properties, name)
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(uri):
                self.get_part_xml(part)
        for part, _ in self._note_parts():
            part.blob.decode("utf-8")
        for paragraph in document.paragraphs:
            paragraph.style.name  # noqa: B018 - a style of another kind raises
        for section in document.sections:
            for name in PAGE:
                getattr(section, name)
        self.fix_tables(self.get_xml())
        document.save(io.BytesIO())

    # what it asks for --------------------------------------------------------------------------------------------

    def sources(self) -> Iterator[Source]:
        """Every part with text, the document's properties last."""
        yield _source("正文", self.patch_xml(self.get_xml()))
        for uri, place in ((self.HEADER_URI, "页眉"), (self.FOOTER_URI, "页脚")):
            for _, part in self.get_headers_footers(uri):
                yield _source(place, self.patch_xml(self.get_part_xml(part)))
        for part, place in self._note_parts():
            yield _source(place, self.patch_xml(part.blob.decode("utf-8")))
        for name, place in PROPERTIES.items():
            text = getattr(self.docx.core_properties, name) or ""
            if _MARK.search(text):
                yield Source(f"文档属性“{place}”", text)

    def patch_xml(self, src_xml: str) -> str:
        """docxtpl's repairs of what Word does to tags, and of what a Chinese keyboard does: full-width signs outside quotes."""
        return _TAG.sub(lambda m: _QUOTED.sub(lambda q: q[0] if q[0][0] in "\"'" else fold(q[0]).translate(_WIDE), m[0]), super().patch_xml(src_xml))

    def prepare(self, language: Language, environment: Environment, context: dict[str, object]) -> None:
        """Compare everything the template asks for with what there is; names that a workbook could hold are added to the context."""
        for source in self.sources():
            if found := _WIDE_BRACES.search(re.sub(r"<[^>]*>", "", source.xml)):
                raise self._fault(source, None, f"用了全角的“{found[0]}”，标记的括号应为半角")
            try:
                environment.compile(source.xml)
                tree = environment.parse(source.xml)
            except TemplateSyntaxError as error:
                raise self._fault(source, error.lineno, _syntax(error)) from error
            except RecursionError as error:
                raise self._fault(source, None, "标记嵌套得太深") from error
            self._limit(source, tree)
            self._compare(source, tree, language, context)

    def _limit(self, source: Source, node: nodes.Node, depth: int = 0) -> None:
        """Loops end and texts stay small: no loops deeper than a report needs, no recursion, no text that doubles itself."""
        depth += isinstance(node, nodes.For)
        doubling = isinstance(node, nodes.Assign) and node.find((nodes.Concat, nodes.Add)) is not None
        if isinstance(node, REFUSED) or doubling or depth > DEEPEST or (isinstance(node, nodes.For) and node.recursive):
            raise self._fault(source, node.lineno, "的写法不允许在模板里执行")
        for child in node.iter_child_nodes():
            self._limit(source, child, depth)

    def _compare(self, source: Source, tree: nodes.Template, language: Language, context: dict[str, object]) -> None:
        unknown = meta.find_undeclared_variables(tree) - context.keys()
        for node in tree.find_all(nodes.Getattr):
            name = node.node.name if isinstance(node.node, nodes.Name) else ""
            line = language.line(name, node.attr) if name in unknown else None
            if line is not None:
                unknown.discard(name)
                context[name] = line
        for node in tree.find_all(nodes.Name):
            if node.ctx == "load" and node.name in unknown:
                raise self._fault(source, node.lineno, f"用了没有定义的名称“{node.name}”")
        for call in tree.find_all(nodes.Call):
            called = call.node.name if isinstance(call.node, nodes.Name) else ""
            for argument in call.args if called in FIGURE_CALLS | FORM_CALLS else ():
                if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                    wrong = misnamed(argument.value) if called in FIGURE_CALLS else None
                    if called in FORM_CALLS and argument is call.args[0] and key_of(argument.value) not in FORMS:
                        wrong = f"没有叫“{argument.value}”的表"
                    if wrong:
                        raise self._fault(source, argument.lineno, f"写的“{argument.value}”不对，{wrong}")

    # rendering ---------------------------------------------------------------------------------------------------

    def fill(self, environment: Environment, context: dict[str, object]) -> None:
        """Render every part once; the result is in `docx`."""
        try:
            self.render(context, environment, autoescape=True)
        except TemplateFault:
            raise
        except (TemplateError, RecursionError, OverflowError, MemoryError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
            if _ours(error):
                raise
            raise self._fault(self._source, _line_of(error), _runtime(error)) from error

    def render_xml_part(self, src_xml, part, context, jinja_env=None):  # noqa: ANN001, ANN201 - docxtpl's signature
        """One part, once. docxtpl's signs for literal braces are resolved before rendering, so that the workbook's text keeps such signs."""
        uris = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
        name = str(part.partname).rpartition("/")[2]
        for sign, braces in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            src_xml = src_xml.replace(sign, f"{{{{ '{braces[0]}' }}}}{{{{ '{braces[1]}' }}}}")
        self._source = _source(next((v for k, v in uris.items() if name.startswith(k)), "正文"), src_xml)
        self.current_rendering_part = part
        try:
            marked = _MADE.sub(_note_made, self._source.xml) if self._source.place == "正文" else self._source.xml
            rendered = jinja_env.from_string(marked).render(context)
        except TemplateFault as error:
            raise self._fault(self._source, _line_of(error), str(error)) from error
        if self._source.place != "正文" and BLOCK_OPEN in rendered:
            raise self._fault(self._source, None, "用了素材或表，素材和表只能放在正文里")
        return self.resolve_listing(re.sub(r"\n<w:p([ >])", r"<w:p\1", settle(rendered)))

    def render_properties(self, context, jinja_env=None) -> None:  # noqa: ANN001 - docxtpl's signature
        """Properties are plain text, not markup: nothing is escaped in them."""
        plain = jinja_env.overlay(autoescape=False)
        for name, place in PROPERTIES.items():
            text = getattr(self.docx.core_properties, name) or ""
            self._source = Source(f"文档属性“{place}”", text)
            if _MARK.search(text):
                try:
                    text = settle(plain.from_string(text).render(context))
                except TemplateFault as error:
                    raise self._fault(self._source, None, str(error)) from error
                if BLOCK_OPEN in text:
                    raise self._fault(self._source, None, "用了素材或表，素材和表只能放在正文里")
                setattr(self.docx.core_properties, name, text[:255])

    def render_footnotes(self, context, jinja_env=None) -> None:  # noqa: ANN001 - docxtpl's signature
        """Foot- and endnotes, each once: a second pass would run what the workbook's text contains."""
        for part, _ in self._note_parts():
            xml = self.patch_xml(part.blob.decode("utf-8"))
            part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")

    def _note_parts(self) -> Iterator[tuple[object, str]]:
        for part in self.docx.part.package.iter_parts():
            for ending, place in _NOTES.items():
                if part.content_type.endswith(ending):
                    yield part, place

    def _fault(self, source: Source | None, line: int | None, what: str) -> TemplateFault:
        where = source.paragraph(line) if source else ""
        return TemplateFault(
            f"模板“{self.name}”{source.place if source else ''}{f'“{where}”一段' if where else ''}{what}，没有生成报告，请照模板说明改正后再导出。"
        )


def _note_made(match: re.Match[str]) -> str:
    return f'<w:p w:{MADE[0]}="{MADE[1]}"' + re.sub(r' w:rsidDel="[^"]*"', "", match[0], count=1).removeprefix("<w:p")


def _source(place: str, xml: str) -> Source:
    return Source(place, re.sub(r"<w:p([ >])", r"\n<w:p\1", xml))


def _line_of(error: BaseException) -> int | None:
    """The template's line at which an exception passed, from its traceback."""
    line, trace = getattr(error, "lineno", None), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in ("<template>", "<unknown>"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _ours(error: BaseException) -> bool:
    """Whether an error arose behind the functions that templates call: then it is a fault of ours and no template's."""
    trace, last = error.__traceback__, ""
    while trace is not None:
        last, trace = trace.tb_frame.f_code.co_filename, trace.tb_next
    path = Path(last)
    return path.parent.name == "reports" and path.stem not in ("language", "values", "template")


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if match := re.search(r"No (filter|test) named '(.+?)'", message):
        return f"用了没有的过滤器“{match[2]}”"
    if match := re.search(r"looking for the following tags: (.*?)\.", message):
        tags = match[1].replace("'", "").replace(" or ", "或")
        return f"的标记没有配对，缺少 {{% {tags} %}}"
    if match := re.search(r"unknown tag '(.+?)'", message):
        return f"用了没有的标记“{match[1]}”"
    return "的标记写法有误，括号、引号和 {% %} 要成对"


def _runtime(error: BaseException) -> str:
    if isinstance(error, SecurityError):
        return "的写法不允许在模板里执行"
    if isinstance(error, UndefinedError):
        match = re.search(r"has no attribute '(.+?)'|'(.+?)' is undefined", error.message or "")
        return f"取不到“{match[1] or match[2]}”" if match else "用了没有定义的名称"
    return "的函数或运算用法有误"
