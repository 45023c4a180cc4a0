"""Saving a Word file so that the same evaluation and template give the same bytes: no clock, no order of chance."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx.document import Document

from ziping.files import replace_file
from ziping.reports.catalogue import clean

EPOCH = (1980, 1, 1, 0, 0, 0)


def stamp(document: Document, title: str, author: str, when: datetime) -> None:
    """The properties that are the report's and not the template's; a title written into the template's properties stays."""
    properties = document.core_properties
    properties.title = clean(properties.title or title)[:255]
    properties.author = properties.last_modified_by = clean(author)[:255]
    properties.created = properties.modified = when
    properties.revision = 1
    properties.language = "zh-CN"


def save(document: Document, path: Path) -> None:
    """Write the document whole or not at all."""
    buffer = io.BytesIO()
    document.save(buffer)
    with replace_file(path) as temporary, zipfile.ZipFile(buffer) as source, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(item))
