"""Builds ziping.xlam from text, without Excel: `python -m xlam OUT` in `addin/excel`.

The VBA project is written by the small writer in `compound` (MS-CFB), `compression` (MS-OVBA 2.4.1), `encryption` (2.4.3) and
`project` (2.3): source only, no compiled code, no random values. The workbook parts come from XlsxWriter; `package` puts both together.
Everything Excel-specific is generated from `ziping.surface`; nothing of xlwings is kept here, its module is read from the installed package.
"""
