"""Names of bodies: as they are listed, and as they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SEAL = re.compile(r"[(（]\s*(?:加盖|盖)?(?:公章|签章|印章|章)\s*[)）]")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_SIGNS = re.compile(r"[\s“”\"'‘’]")


def named(text: str) -> str:
    """A name without the （盖章） that a form printed beside it and the blanks that spread it over its cell."""
    return _SPREAD.sub("", _SEAL.sub("", text)).strip()


@lru_cache(maxsize=65_536)
def alike(name: str) -> str:
    """What two names of one body have in common: width, blanks, quotation marks and （盖章） make no other body."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", named(name)))
