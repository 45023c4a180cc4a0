"""The UNO component of ziping.oxt: worksheet functions, buttons, and the job on opening a document.

LibreOffice runs this file itself. `pythonpath/` beside it holds the package.
"""

import os
import sys

import unohelper

_HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pythonpath") if "__file__" in globals() else ""
for _path in [_HERE, *[p for p in sys.path if os.path.isdir(os.path.join(p, "ziping", "calc"))]]:
    if _path and os.path.isfile(os.path.join(_path, "ziping", "calc", "uno_functions.py")):
        if _path in sys.path:
            sys.path.remove(_path)
        sys.path.insert(0, _path)  # this extension's own package wins over one that the same Python has installed
        break

from ziping.calc.uno_functions import Functions  # noqa: E402

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Functions, "ziping.calc.Functions", ("ziping.calc.Functions", "com.sun.star.sheet.AddIn"))
