"""What a standard says beside its rules: labels, definitions, explanations, requirements that give no points."""

from __future__ import annotations

from ziping.amounts import unit_named
from ziping.standards.cells.conversion import COUNTED
from ziping.standards.clauses.awards import GRADES
from ziping.standards.clauses.edges import Edge, RawSpan
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.formulas import read_definition
from ziping.standards.clauses.guards import PERIODS
from ziping.standards.clauses.phrases import ALTERS, CONDITIONAL, CONTEXT, DANGER, FAULTS, FOUGHT, HARMLESS, LABELS, SAMPLED, TURNS
from ziping.standards.clauses.printed import Printed
from ziping.standards.clauses.rule import FULL, Award, Met, Relative
from ziping.standards.clauses.sections import SCORING
from ziping.standards.refusal import NotScorable
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.spelling import told_number
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["Contexts"]

_ASPECT = Pattern(r"[^\W\d得扣分]{1,8}(?:性|情况|程度|效益|效果|方面|公开|知晓度|知晓率|了解度|认可度|认知度|指标|变动率|率|满意度|控制|管理|时间|时限|应用|建设|完成|落实|执行|使用|编制|监控|整改|制度|设置)")
_SAYS = Pattern(r"[未不无没]|完成$|达到|达标|合格|健全$|及时$")  # a condition of its own
_MEANS = Pattern(r"^[^,]{2,20}(?:是指|指的是|系指|主要是指)")


_SCORED_BY = Pattern(r"[^,;。\d扣]{0,16}(?:按照?|根据|依据)[^,;。\d扣]{2,30}(?:赋分|计分|评分|打分|得分|计算)")
_NAMELY = Pattern(r"(?:即|即为|具体为|公式为|计算公式为|具体公式为|其中)?:?[^,;。=\d]{0,10}得分=")
_UNDONE = Pattern(r"(?:未|没有)[^,;。\d]{2,8}的?,?(?:每)?[1一](?:次|项|个|篇|期|场)扣")
_ASKING = Pattern(r"是否[^,;。]*")
_AS_OF = Pattern(r"截[至止]到?(?:\d{4}年度?)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|年?底|年?末)(?=,)")
_CASE = Pattern(r"(?:的|(?<![及按准])时|者|后|情况下)$|^(?:未|不|没有|无|如|若|因|凡)|[,](?:未|不|没有|如|若|因|凡)")  # 未报送的，…: a case of its own
_OFTEN = Pattern(r"[^\d,;。]*每(半?年|季|月|周)度?[^\d一二两三四,;。]{0,8}([\d一二两三四]+)(次|场|期|项|篇|个|条)[^\d,;。]*,?")
_MOVED = Pattern(r"(?:调整|变更)后")
_A_GRADE = Pattern(rf"(?:结果|等次|等级|档次|评级)(?:被?评?定?为|是)(?:{'|'.join(sorted(GRADES))})$")  # 考核结果为良好，得6分
_BOUNDED = Pattern(r"\d[^,;。]{0,4}以[上下]")
_NOUN = Pattern(r"(?:作用|效果|程度|情况|水平|结果|影响|效益|度)$")
_LONGEST = 6  # tokens of a title and its colon
_SENTENCE = 4  # characters: less is a label or a condition of its own
_TELLING = words("TEXT GLUE PART PAUSE COMMA OCCUR OPEN CLOSE UP DOWN BOTH COLON OVER REACH EITHERWAY")


_NAMED_WITHIN = Pattern(r"\((?:即|包括|含)[^()]*\)")


def _dated(cursor: Cursor) -> bool:
    """完成时间：12月31日前 names the date by what it is."""
    unit = cursor.token(2).unit if cursor.kind(2) == "NUM" else None
    return unit is not None and unit.base in ("年", "月")


class Contexts(Printed):
    """Passes over what changes no points; what it says of the whole standard is kept."""

    def _context(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        if cursor.kind() == "GLUE" and cursor.token().text in ("即", "其中"):
            cursor.take()
            return True
        if cursor.kind() in ("TEXT", "AWARD", "GLUE") and cursor.kind(1) in ("COLON", "SEP") and LABELS.fullmatch(cursor.token().text):
            cursor.take()
            return True
        if cursor.kind() == "GLUE" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "COLON" and LABELS.fullmatch(cursor.slice(start, start + 2)):
            cursor.at += 2
            return True
        colon = next((i for i in range(start, len(cursor.tokens)) if cursor.tokens[i].kind in ("COLON", "SEP", "COMMA", "NUM")), len(cursor.tokens))
        if colon + 1 < len(cursor.tokens) and cursor.tokens[colon].kind == "COLON" and any(t.kind == "RATIO" for t in cursor.tokens[start:colon]) and LABELS.fullmatch(cursor.slice(start, colon)):
            cursor.at = colon  # 按完成比例赋分：…
            return True
        if cursor.kind() == "TEXT" and cursor.kind(1) == "COLON" and (cursor.kind(2) in ("TEXT", "GLUE", "ENUM", "OCCUR", "EVERY") or _dated(cursor)) and _ASPECT.fullmatch(cursor.token().text):
            cursor.take()
            return True
        if cursor.kind() == "TEXT" and cursor.kind(1) == "COLON" and cursor.kind(2) == "ENUM" and len(cursor.token().text) <= 14 and not FAULTS.search(cursor.token().text):
            cursor.take()  # 管理制度健全：①…
            return True
        if not self.clauses and not self.asides and (dated := _AS_OF.match(cursor.source, cursor.tokens[start].start if start < len(cursor.tokens) else len(cursor.source))):
            comma = next((i for i in range(start, len(cursor.tokens)) if cursor.tokens[i].start == dated.end()), 0)
            if comma and cursor.source.count("截") == 1:
                self.asides = [dated[0]]
                cursor.at = comma
                return True
        if self._standard_base():
            return True
        if read_definition(cursor):
            self.defined += cursor.slice(start, cursor.at)
            return True
        if self._stated() or self._glossed():
            return True
        comma = next((i for i in range(start, len(cursor.tokens)) if cursor.tokens[i].kind in ("COMMA", "COLON", "SEP", "NUM")), len(cursor.tokens))
        if comma + 1 < len(cursor.tokens) and cursor.tokens[comma].kind in ("COMMA", "COLON") and _NAMELY.match(cursor.source, cursor.tokens[comma + 1].start) and _SCORED_BY.fullmatch(cursor.slice(start, comma)):
            cursor.at = comma + 1  # 按实现程度赋分，即得分=…
            return True
        end = start
        while end < len(cursor.tokens) and cursor.tokens[end].kind not in ("SEP", "COMMA"):
            end += 1
        text = cursor.slice(start, end)
        kinds = {t.kind for t in cursor.tokens[start:end]}
        stop = next((i for i in range(end, len(cursor.tokens)) if cursor.tokens[i].kind == "SEP"), len(cursor.tokens))
        if stop > end and HARMLESS.fullmatch(cursor.slice(start, stop)):
            cursor.at = stop
            return True
        if HARMLESS.fullmatch(text):
            cursor.at = end
            return True
        if text.startswith("是否") and self._question(stop):
            return True
        if not kinds & (SCORING | {"CMP", "NUM"}) and not DANGER.search(text) and CONTEXT.fullmatch(text) and not _MOVED.search(text) and not (_A_GRADE.search(text) and self._earns(end)):
            cursor.at = end
            return True
        return self._preamble() or (start == 0 and self._titled())

    def _earns(self, end: int) -> bool:
        """Whether points stand right behind the comma."""
        return [t.kind for t in self.cursor.tokens[end : end + 1]] == ["COMMA"] and end + 1 < len(self.cursor.tokens) and self.cursor.tokens[end + 1].kind in ("AWARD", "FULL", "ZERO", "DEDUCT", "UNTOUCHED")

    def _question(self, stop: int) -> bool:
        """是否未征求意见，在文件中提出要求的。 All of the sentence is asked, behind its comma as well."""
        cursor = self.cursor
        kinds, text = {t.kind for t in cursor.tokens[cursor.at : stop]}, cursor.slice(cursor.at, stop)
        if "COMMA" not in kinds or not kinds <= _TELLING | {"COMMA"} or DANGER.search(text) or CONDITIONAL.search(text) or stop == len(cursor.tokens):
            return False
        cursor.at = stop
        return True

    def _preamble(self) -> bool:
        """计算部门年初预算数与决算数的偏差程度。 A whole sentence in words before the rules, which gives no points and makes no exception."""
        cursor = self.cursor
        end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind != "SEP":
            end += 1
        last = end + 1 >= len(cursor.tokens)
        if end == cursor.at or (last and (not self.clauses or cursor.kind(-1) != "SEP")) or (end < len(cursor.tokens) and cursor.tokens[end].text == ";"):
            return False
        text = cursor.slice(cursor.at, end)
        kinds = {t.kind for t in cursor.tokens[cursor.at : end]}
        asked = "是否" in text and not kinds & {"NUM"}
        if len(text) < _SENTENCE or not kinds <= (_TELLING | {"CMP"} if asked else _TELLING) or DANGER.search(text) or TURNS.search(plain := _ASKING.sub("", text) if asked else text) or CONDITIONAL.search(plain):
            return False
        cursor.at = end
        return True

    def _aside(self) -> bool:
        """管理规范，完好率≥95%得满分: a circumstance in words before a number; the number decides."""
        cursor = self.cursor
        start = end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind in _TELLING | {"COMMA", "NUM", "CMP", "SIDE"}:
            end += 1
            if cursor.tokens[end - 1].kind != "COMMA":
                continue
            text = cursor.slice(start, end - 1)
            number = any(t.kind in ("NUM", "CMP", "SIDE") for t in cursor.tokens[start:end])
            if len(text) < 2 or DANGER.search(text) or CONDITIONAL.search(text) or (self.asides and self.asides != [text]):
                break
            cursor.at, read = end, len(self.clauses)
            if _CASE.search(text) or FAULTS.search(FOUGHT.sub("", text)):
                if cursor.kind() == "TEXT" and cursor.kind(1) == "EVERY" and FAULTS.search(text) and self._stepped() and isinstance(per := self.clauses[read].effect, Per) and per.counted and per.what and not per.gain:
                    self.asides = [text]  # 被通报批评的，国家级每次扣3分，省级每次扣2分
                    return True
                del self.clauses[read:]
                break
            if number and (asked := self._asked(text)) is not None:
                if self._guarded() and self.clauses[read].guard == Met(True) and self.clauses[read].effect == Award(FULL) and read == 0:
                    self.clauses[read].guard, self.clauses[read].asked = asked, True  # 举办招聘会不低于12场，完成得满分
                    return True
                if len(self.clauses) == read + 1 and isinstance(span := self.clauses[read].guard, RawSpan) and asked.low is not None and span.low is not None and span.low.value == asked.low.value and span.low.unit == asked.low.unit:
                    return True  # 每季度至少检查1次，全年不少于4次得满分: said twice
                del self.clauses[read:]
                cursor.at = end
            if number:
                break
            if (self._spanned() or self._relative() or self._stepped()) and isinstance(self.clauses[read].guard, RawSpan | Met | Relative | None):
                self.asides = [text]
                return True
            del self.clauses[read:]
        cursor.at = start
        return False

    def _asked(self, text: str) -> RawSpan | None:
        """每年专题学法不少于6次: the threshold that a requirement names."""
        if self.asking:
            return None
        try:
            reader = type(self)(text.rstrip(",") + ",得满分")
            reader.asking = True
            clauses = reader.read()  # type: ignore[attr-defined]
        except NotScorable:
            clauses = []
        pieces = [p for p in text.split(",") if _OFTEN.fullmatch(p)]
        if len(pieces) == 1 and not any(t.kind == "NUM" for p in text.split(",") if p not in pieces for t in tokens(p)):
            text = pieces[0]
        if (often := _OFTEN.fullmatch(text)) and (number := told_number(often[2])):
            return RawSpan(Edge(number * PERIODS[often[1][0]], unit_named(often[3]), True), None, "" if often[1][0] == "年" else f"逐{often[1]}")
        span = clauses[0].guard if len(clauses) == 1 and clauses[0].effect == Award(FULL) else None
        return span if isinstance(span, RawSpan) and (span.low is None) != (span.high is None) else None

    def _requirement(self) -> bool:
        """6月底前全部下达完毕。每出现一个…扣0.5分: what is asked for, before nothing but deductions for each breach of it."""
        cursor = self.cursor
        end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind != "SEP":
            end += 1
        text = cursor.slice(cursor.at, end)
        comma = next((i for i in range(cursor.at, end - 1) if cursor.tokens[i].kind == "COMMA" and (cursor.tokens[i + 1].kind in ("EVERY", "DOWN") or cursor.tokens[i + 1].text in ("少报", "缺报", "缺少") or self._fails(i + 1) or self._amiss(i + 1) or _UNDONE.match(self.cursor.source, cursor.tokens[i + 1].start))), end)
        if comma < end and (SAMPLED.search(said := cursor.slice(cursor.at, comma)) or cursor.tokens[comma + 1].kind != "EVERY" or any(t.kind == "DOWN" or t.text in ("缺少", "缺", "缺失") for t in cursor.tokens[comma + 2 : comma + 3])):
            text, end = said, comma  # 随机抽查10个村，每发现1个村不达标扣…
        scoring = SCORING - {"EVERY"} if SAMPLED.search(text) and text.startswith("每") else SCORING
        if end + 1 >= len(cursor.tokens) or {t.kind for t in cursor.tokens[cursor.at : end]} & scoring or DANGER.search(text) or CONDITIONAL.search(_BOUNDED.sub("", _NAMED_WITHIN.sub("", text.removesuffix("达标")))) or any(t.unit is not None and t.unit.base == "分" for t in cursor.tokens[cursor.at : end]):
            return False
        if self.demanded is None and (asked := self._asked(text)) is not None:
            self.demanded = asked
        self.required += "\n" * bool(self.required) + text
        cursor.at = end
        return True

    def _fails(self, at: int) -> bool:
        """一项不符 after a comma: one of the things asked for before it is not there."""
        number, after = self.cursor.tokens[at], self.cursor.tokens[at + 1 : at + 2]
        return number.kind == "NUM" and number.value == 1 and number.unit is not None and number.unit.text in COUNTED and bool(after) and after[0].text[:1] in tuple("不未没无")

    def _amiss(self, at: int) -> bool:
        """迟报一次扣… after a comma."""
        got = self.cursor.tokens[at : at + 3]
        return [t.kind for t in got] in (["LATE", "NUM", "DEDUCT"], ["OCCUR", "NUM", "DEDUCT"]) and got[1].value == 1 and got[1].unit is not None and got[1].unit.text in COUNTED

    def _titled(self) -> bool:
        """存量资金清理：… names the indicator once, at the head of a standard in words."""
        cursor = self.cursor
        colon = next((n for n in range(1, _LONGEST) if cursor.kind(n) not in ("TEXT", "GLUE", "UP", "DOWN")), 0)
        if cursor.kind(colon) != "COLON" or cursor.kind(colon + 1) not in ("TEXT", "GLUE", "OCCUR") or sum(t.kind == "COLON" for t in cursor.tokens) != 1:
            return False
        title = cursor.slice(cursor.at, cursor.at + colon)
        if (colon > 1 or cursor.kind() != "TEXT") and not _NOUN.search(title):
            return False
        if not 2 <= len(title) <= 18 or FAULTS.search(title) or DANGER.search(title) or _SAYS.search(title) or title in GRADES:
            return False
        ahead = colon + 1
        while cursor.kind(ahead) not in ("AWARD", "FULL", "ZERO", "DEDUCT", "ADD", "UNTOUCHED", "END") and not self._worth(ahead):
            if cursor.kind(ahead) in ("CMP", "REACH", "SEP", "RATIO"):
                return False  # a number may belong to the name
            ahead += 1
        cursor.at += colon
        return True

    def _worth(self, ahead: int) -> bool:
        """优秀5分，…: points right behind a word, and nothing that makes a limit of them."""
        number = self.cursor.token(ahead)
        points = number.kind == "NUM" and number.unit is not None and number.unit.base == "分"
        return points and self.cursor.kind(ahead - 1) == "TEXT" and self.cursor.kind(ahead + 1) in ("COMMA", "SEP", "PAUSE", "END")

    def _glossed(self) -> bool:
        """编制数：机构编制部门核定的人数。What a word of a definition means, up to the end of the sentence."""
        cursor = self.cursor
        named = cursor.kind() == "TEXT" and cursor.kind(1) == "COLON" and len(cursor.token().text) >= 2 and cursor.token().text in self.defined
        if not named and not (cursor.kind() == "TEXT" and _MEANS.search(cursor.token().text)):
            return False
        end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind != "SEP":
            end += 1
        kinds = {t.kind for t in cursor.tokens[cursor.at : end]}
        if kinds & SCORING or DANGER.search(cursor.slice(cursor.at, end)) or ALTERS.search(cursor.slice(cursor.at, end)):
            return False
        cursor.at = end
        return True

    def _listed(self) -> bool:
        """An enumerated point without an award (①目标明确；②目标细化), to which a later clause refers."""
        cursor = self.cursor
        if not self.numbered or cursor.kind(-1) == "COMMA":
            return False
        end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind not in ("SEP", "ENUM"):
            end += 1
        text = cursor.slice(cursor.at, end)
        if {t.kind for t in cursor.tokens[cursor.at : end]} <= {"TEXT", "GLUE", "PART", "PAUSE", "COMMA", "OCCUR", "UP", "DOWN", "REACH", "OPEN", "CLOSE"} and not DANGER.search(text):
            cursor.at = end
            self.listed = True
            return True
        return False
