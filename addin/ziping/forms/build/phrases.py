"""Formulas that several forms write, and texts that carry the year."""

from __future__ import annotations

from collections.abc import Iterable

from ziping.amounts import Unit
from ziping.evaluation import Datum
from ziping.forms.build.canvas import Book, Cell, Key, Page, Style, Write, converted

YEAR: Key = ("setting", "评价年度")
UNIT_NAME: Key = ("setting", "单位名称")
SCHEME: Key = ("setting", "评价方案")


def dated(text: str, year: int | None) -> str:
    """`{year}年…` with the year put in."""
    if year is None:
        return text.replace("{year}", "").replace("{last}", "上").replace("{next}", "下")
    return text.replace("{year}", str(year)).replace("{last}", str(year - 1)).replace("{next}", str(year + 1))


def put_dated(page: Page, row: int, column: int, text: str, style: Style, rows: int = 1, columns: int = 1, **more) -> Cell:
    """A caption; where it names a year it is a formula on the year of 设置, so that the year is typed once."""
    if "{" not in text:
        return page.put(row, column, text, style, rows, columns, **more)

    def write(book: Book) -> str | None:
        ref = book.ref(YEAR, page)
        if ref is None:
            return None
        said = '"' + text.replace('"', '""') + '"'
        for name, shift in (("{year}", ""), ("{last}", "-1"), ("{next}", "+1")):
            said = said.replace(name, f'"&({ref}{shift})&"' if shift else f'"&{ref}&"')
        return "=" + said.removeprefix('""&').removesuffix('&""')

    return page.put(row, column, None, style, rows, columns, write=write, **more)


def put_unit_name(page: Page, row: int, style: Style, columns: int, typed: str = "") -> Cell:
    """`填报单位：…` in one cell, with the name of 设置 unless another one was typed."""
    if typed:
        return page.put(row, 0, f"填报单位：{typed}", style, columns=columns)

    def write(book: Book) -> str | None:
        ref = book.ref(UNIT_NAME, page)
        return f'="填报单位："&{ref}' if ref else None

    return page.put(row, 0, None, style, columns=columns, write=write)


def put_title(page: Page, row: int, title: Datum, text: str, style: Style, columns: int, owner: object) -> Cell:
    """The title of a form: as it was typed, else the scheme's."""
    if title.blank or title.formula is not None:
        return put_dated(page, row, 0, text, style, columns=columns, owner=(owner, "title"))
    return page.put(row, 0, title.text, style, columns=columns, owner=(owner, "title"), typed=title)


def total_of(keys: Iterable[Key], page: Page, unit: Unit) -> Write:
    """A sum that stays blank while all of its parts are blank; None when there are no parts. A part may stand on any page, in any unit."""
    wanted = list(keys)

    def write(book: Book) -> str | None:
        parts = [(book.ref(key, page), book.unit(key)) for key in wanted if book.has(key)]
        if not parts:
            return None
        refs = ",".join(_runs([ref for ref, _ in parts]))
        if len({own.shift for _, own in parts}) == 1:
            return f'=IF(COUNT({refs})=0,"",{converted(f"SUM({refs})", parts[0][1], unit)})'
        return f'=IF(COUNT({refs})=0,"",{"+".join(converted(f"N({ref})", own, unit) for ref, own in parts)})'

    return write


def signed_total(parts: Iterable[tuple[Key, int]], page: Page) -> Write:
    """A total some of whose parts are taken off (累计折旧); blank while all of them are blank."""
    wanted = list(parts)

    def write(book: Book) -> str | None:
        refs = [(book.ref(key, page), sign) for key, sign in wanted if book.has(key)]
        if not refs:
            return None
        if all(sign > 0 for _, sign in refs):
            return total_of([key for key, _ in wanted], page, book.unit(wanted[0][0]))(book)
        added = ",".join(_runs([ref for ref, sign in refs if sign > 0]))
        taken = ",".join(_runs([ref for ref, sign in refs if sign < 0]))
        return f'=IF(COUNT({",".join(part for part in (added, taken) if part)})=0,"",{f"SUM({added})" if added else "0"}-SUM({taken}))'

    return write


def of_execution(name: str, executed: Key, budget: Key, page: Page, points: Key | None = None) -> Write:
    """`=PERF_RATE(F7,E7)` or `=PERF_EXEC_SCORE(F7,E7,G7)`, blank while it cannot give a value.

    The native condition in front says the same as the function itself; with it a blank form stays blank without the add-in too.
    """

    def write(book: Book) -> str | None:
        top, bottom, full = book.ref(executed, page), book.ref(budget, page), book.ref(points, page) if points else None
        if top is None or bottom is None:
            return None
        return f'=IF(OR({top}="",N({bottom})=0),"",{name}({top},{bottom}{"," + full if full else ""}))'

    return write


def rate(part: Key, whole: Key, page: Page, change: bool = False) -> Write:
    """part ÷ whole, or (part − whole) ÷ whole, in native functions: blank where one is blank or the whole is zero."""

    def write(book: Book) -> str | None:
        top, bottom = book.ref(part, page), book.ref(whole, page)
        if top is None or bottom is None:
            return None
        return f'=IF(OR({top}="",N({bottom})=0),"",{f"({top}-{bottom})" if change else top}/{bottom})'

    return write


def link(key: Key, page: Page, unit: Unit) -> Write:
    return lambda book: book.link(key, page, unit)


def shown_with(key: Key, text: str, page: Page) -> Write:
    """A text that shows while the named cell is filled."""

    def write(book: Book) -> str | None:
        ref = book.ref(key, page)
        return f'=IF({ref}="","","{text}")' if ref else None

    return write


def first_of(*writers: Write | None) -> Write | None:
    """The first writer that finds its cells."""
    known = [writer for writer in writers if writer is not None]
    if not known:
        return None
    return lambda book: next((formula for writer in known if (formula := writer(book)) is not None), None)


def _runs(refs: list[str]) -> list[str]:
    """Neighbouring cells of one column or row as a range: B5, B6, B7 → B5:B7."""
    found: list[list[str]] = []
    for ref in refs:
        if found and _follows(found[-1][-1], ref):
            found[-1].append(ref)
        else:
            found.append([ref])
    return [run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in found]


def _follows(before: str, after: str) -> bool:
    if "!" in before or "!" in after:
        return False
    a, b = (ref.rstrip("0123456789") for ref in (before, after))
    return a == b and int(after[len(b) :]) == int(before[len(a) :]) + 1

