"""What is remembered beside the output, so that a killed rollup goes on where it was and a second run reads only what changed.

One line of JSON a workbook, appended as it is done; a line that a kill cut off is dropped when read. A workbook counts as unchanged when
its path, size and content are: the time of a file is no proof. Another version of the program trusts nothing of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import TracebackType

from ziping import __version__, resources
from ziping.checks.belonging import FILE as FORMULAS
from ziping.files import replace_file
from ziping.rollup.record import Record, fingerprint


@cache
def rules() -> str:
    """A fingerprint of the program itself and of the tables that its checks go by: records made by other rules are of no use."""
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parents[1]
    for path in sorted([*package.rglob("*.py"), *package.rglob("schemes/*.toml")]):
        if not {"cli", "rollup"} & set(path.relative_to(package).parts) or path.name in ("record.py", "money.py", "bodies.py"):
            digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    digest.update((resources.folder("workbooks") / FORMULAS).read_bytes())
    return digest.hexdigest()[:16]


def state_path(out: Path) -> Path:
    return out.with_name(f".{out.stem}.rollup")


class State:
    """The state file of an output: `known` from earlier runs, `add` for every record of this one, `close` when it ends well."""

    def __init__(self, out: Path, resume: bool) -> None:
        self.path = state_path(out)
        self.known = self._read() if resume else {}
        self._file = None

    def _read(self) -> dict[str, Record]:
        known: dict[str, Record] = {}
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return known
        for number, line in enumerate(lines):
            try:
                entry = json.loads(line)
                if number == 0:
                    if entry != {"rules": rules()}:
                        return {}
                    continue
                record = Record.from_json(entry)
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # cut off by a kill, or not ours: the workbook is simply read again
            known[record.file] = record
        return known

    def unchanged(self, path: Path) -> Record | None:
        """The record of a workbook whose content is still the same. Files that could not be read at all are tried again."""
        record = self.known.get(str(path))
        return record if record is not None and record.hash and fingerprint(path) == (record.size, record.hash) else None

    def __enter__(self) -> State:
        with replace_file(self.path) as temporary, temporary.open("w", encoding="utf-8") as file:
            self._lines(file, self.known.values())
        self._file = self.path.open("a", encoding="utf-8")
        return self

    def _lines(self, file, records: Iterable[Record]) -> None:  # noqa: ANN001 - a text file
        file.write(json.dumps({"rules": rules()}) + "\n")
        for record in records:
            file.write(_line(record))

    def add(self, record: Record) -> None:
        self._file.write(_line(record))  # type: ignore[union-attr]
        self._file.flush()  # type: ignore[union-attr]

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()  # type: ignore[union-attr]

    def settle(self, records: Iterable[Record]) -> None:
        """Keep exactly these records: what the output now says."""
        with replace_file(self.path) as temporary, temporary.open("w", encoding="utf-8") as file:
            self._lines(file, records)


def _line(record: Record) -> str:
    return json.dumps(record.as_json(), ensure_ascii=True, separators=(",", ":")) + "\n"
