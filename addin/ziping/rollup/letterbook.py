"""Which letters an output's runs have written, so that a further run writes what changed, keeps what an officer wrote into one, and leaves none behind that no longer holds.

One line of JSON a letter, beside the output, noted before the letter is written: its name, what it was made of, and its content, as checksums.
A letter is ours while its content is one that we noted.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from ziping.files import replace_file, sweep


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def letterbook_path(out: Path) -> Path:
    return out.with_name(f".{out.stem}.letters")


class Letterbook:
    """The letters in `folder`; those of earlier runs are known only where this one resumes."""

    def __init__(self, out: Path, folder: Path, resume: bool) -> None:
        self.path, self.folder = letterbook_path(out), folder
        self._known: dict[str, dict[str, str]] = defaultdict(dict)  # name → content → what it was made of
        if resume:
            self._read()

    def _read(self) -> None:
        try:
            lines = [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines() if line.endswith("}")]
            if lines and lines[0] == {"folder": str(self.folder)}:
                for line in lines[1:]:
                    self._known[line["name"]][line["content"]] = line["made_of"]
        except (OSError, ValueError, TypeError, KeyError):
            self._known.clear()  # not ours: then no letter in the folder is

    def _content(self, name: str) -> str | None:
        try:
            return checksum((self.folder / name).read_bytes())
        except OSError:
            return None

    def stands(self, name: str, made_of: str) -> bool:
        """Whether a letter made of the same lies there, as it was written or as an officer went on with it."""
        known, content = self._known.get(name, {}), self._content(name)
        return content is not None and (known.get(content) == made_of or (content not in known and made_of in known.values()))

    def free(self, name: str) -> str:
        """The name, or the next one like it, under which nothing lies that is not ours."""
        stem, number, free = name.removesuffix(".docx"), 1, name
        while (content := self._content(free)) is not None and content not in self._known.get(free, {}):
            free, number = f"{stem}（新{number if number > 1 else ''}）.docx", number + 1
        return free

    def __enter__(self) -> Letterbook:
        sweep(self.folder)
        self._settle(self._known)
        self._file = self.path.open("a", encoding="utf-8")
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def note(self, name: str, made_of: str, content: bytes) -> None:
        """To be called before the letter is written: a run that is killed in between has still noted whose letter it is."""
        self._known[name][checksum(content)] = made_of
        self._file.write(_line(name, checksum(content), made_of))
        self._file.flush()

    def clear(self, names: Collection[str]) -> tuple[list[str], list[str]]:
        """Take away the letters of earlier runs that are none of these; those that an officer changed stay: (taken away, kept)."""
        gone, kept = [], []
        for name in [name for name in self._known if name not in names]:
            content = self._content(name)
            if content in self._known[name]:
                (self.folder / name).unlink()
                gone.append(name)
            elif content is not None:
                kept.append(name)
                continue
            del self._known[name]
        self._settle(self._known)
        return gone, kept

    def _settle(self, known: dict[str, dict[str, str]]) -> None:
        with replace_file(self.path) as temporary, temporary.open("w", encoding="utf-8") as file:
            file.write(json.dumps({"folder": str(self.folder)}) + "\n")
            for name, versions in known.items():
                file.writelines(_line(name, content, made_of) for content, made_of in versions.items())


def _line(name: str, content: str, made_of: str) -> str:
    return json.dumps({"name": name, "content": content, "made_of": made_of}, ensure_ascii=True) + "\n"
