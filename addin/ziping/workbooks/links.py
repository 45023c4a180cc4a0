"""修复公式链接: formulas that point at another copy of the add-in call the bare PERF_ names again.

Excel saves `[1]!PERF_SCORE(…)` or `'C:\\…\\ziping.xlam'!PERF_SCORE(…)` when the add-in lay elsewhere; other hosts `_xll.` and `_xldudf_`; a
spreadsheet that did not know the name writes it in small letters, LibreOffice before 25.2 `ZIPING.CALC.FUNCTIONS.PERFSCORE(…)`. Everything else in the file stays byte for byte.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from lxml import etree

from ziping.forms.formula_syntax import bare_name
from ziping.surface import FUNCTIONS
from ziping.workbooks.cells import writable
from ziping.workbooks.package import RELATION, Package, main, relations_of

_NAMES = "|".join(sorted((function.name for function in FUNCTIONS), key=len, reverse=True))
_CALL = re.compile(
    r'("(?:[^"]|"")*")'  # a text is left alone
    r"|(?:'(?:[^']|'')*'!|\[(\d+)\]!|(?<![\w.\]'])[\w.\-]+\.xla[m]?!)?"
    rf"(?<![\w.])((?:_xlfn\.|_xll\.|_xludf\.|_xldudf_)*)({_NAMES}|ziping\.calc\.functions\.(?:{_NAMES.replace('_', '')}))(?=\s*\()",
    re.I,
)
_FORMULA = re.compile(rb"(<(?:\w+:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?(?<!/)>)([^<]*)(</)")
_NUMBERED = re.compile(r"\[(\d+)\]")
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def bare(formula: str) -> str:
    """A formula with every spelling of a PERF_ function made bare; texts within it are left alone."""
    return _CALL.sub(lambda match: match[1] if match[1] is not None else bare_name(match[4]), formula)


def repair_links(path: Path, out: Path) -> int:
    """Writes the repaired workbook and returns how many formulas were changed; nothing is written when there are none."""
    writable(path, out)
    package = Package(path)
    repaired, linked = 0, set[int]()
    for name in package.names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            mender = _Mender()
            changed = _FORMULA.sub(mender, package.utf8(name))
            if mender.count:
                package.put(name, changed)
                repaired += mender.count
                linked |= mender.linked
    if repaired:
        _drop_links(package, linked)
        package.write(out)
    return repaired


class _Mender:
    """Makes the formulas of a part bare, counting them and the links they pointed at."""

    def __init__(self) -> None:
        self.count = 0
        self.linked: set[int] = set()

    def __call__(self, match: re.Match[bytes]) -> bytes:
        text = unescape(match[2].decode("utf-8"), _ENTITIES)
        mended = bare(text)
        if mended == text:
            return match[0]
        self.count += 1
        self.linked |= {int(found[2]) for found in _CALL.finditer(text) if found[2]}
        return match[1] + escape(mended).encode("utf-8") + match[3]


def _drop_links(package: Package, linked: set[int]) -> None:
    """The external links to an add-in that nothing refers to any more go; the others are counted anew."""
    book = package.workbook()
    tree = package.tree(book)
    listed = tree.find(main("externalReferences"))
    if listed is None:
        return
    relations = package.relations(book)
    used = _numbers(package)
    gone = {}
    for number, entry in enumerate(listed, start=1):
        key = entry.get(f"{{{RELATION}}}id", "")
        target = relations.get(key, ("", "", False))[1]
        if number not in used and (number in linked or _is_addin(package, target)):
            gone[number] = (entry, key, target)
    if not gone:
        return
    kept = [number for number in range(1, len(listed) + 1) if number not in gone]
    _renumber(package, {old: new for new, old in enumerate(kept, start=1) if old != new})
    tree = package.tree(book)  # its defined names may have been counted anew
    listed = tree.find(main("externalReferences"))
    for entry in [e for e in listed if e.get(f"{{{RELATION}}}id", "") in {key for _, key, _ in gone.values()}]:
        listed.remove(entry)
    if not len(listed):
        tree.remove(listed)
    package.put(book, tree)
    listing = package.tree(relations_of(book))
    for entry in [e for e in listing if e.get("Id") in {key for _, key, _ in gone.values()}]:
        listing.remove(entry)
    package.put(relations_of(book), listing)
    for _, _, target in gone.values():
        package.remove(target)


def _is_addin(package: Package, part: str) -> bool:
    if part not in package.names:
        return False
    names = [target for _, target, _ in package.relations(part).values()]
    return any(re.search(r"ziping[^/\\\\]*\.xla[m]?$", name, re.I) for name in names) or _calls_ours(package.tree(part))


def _calls_ours(link: etree._Element) -> bool:
    return any(re.fullmatch(_NAMES, name.get("name", ""), re.I) for name in link.iter(main("definedName")))


def _parts(package: Package) -> list[str]:
    return [name for name in package.names if name.startswith("xl/") and name.endswith(".xml") and "/externalLinks/" not in name]


def _numbers(package: Package) -> set[int]:
    """The numbers of external links that formulas and names still use."""
    return {
        int(number)
        for name in _parts(package)
        for match in _FORMULA.finditer(package.utf8(name))
        for number in _NUMBERED.findall(unescape(match[2].decode("utf-8"), _ENTITIES))
    }


def _renumber(package: Package, numbers: dict[int, int]) -> None:
    if not numbers:
        return

    def count(match: re.Match[bytes]) -> bytes:
        text = _NUMBERED.sub(lambda m: f"[{numbers.get(int(m[1]), int(m[1]))}]", match[2].decode("utf-8"))
        return match[1] + text.encode("utf-8") + match[3]

    for name in _parts(package):
        content = package.utf8(name)
        changed = _FORMULA.sub(count, content)
        if changed != content:
            package.put(name, changed)
