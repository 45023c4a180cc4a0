"""Excel as a host: the worksheet functions (`udfs`) and the buttons (`scripts`), thin over the core.

Floor 5. `ziping.xlam` calls `udfs` through xlwings' function server and `scripts` through `host.run`; the optional server calls the same two
modules. `live` reads an open workbook, `marks` writes and removes what 校验 leaves behind, `asking` puts the questions of a button.
"""
