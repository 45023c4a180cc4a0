"""The UNO component of ziping.oxt: worksheet functions, buttons, and the job on opening a document.

LibreOffice runs this file itself and has put `pythonpath/`, which lies beside it, on the path.
"""

import os
import sys

import unohelper

# The package of this extension wins over one that the same Python has installed.
for _path in [path for path in sys.path if os.path.isfile(os.path.join(path, "ziping", "calc", "extension.txt"))]:
    sys.path.remove(_path)
    sys.path.insert(0, _path)

from ziping.calc.uno_buttons import Buttons  # noqa: E402
from ziping.calc.uno_functions import Functions  # noqa: E402
from ziping.calc.uno_opening import Opening  # noqa: E402

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Functions, "ziping.calc.Functions", ("ziping.calc.Functions", "com.sun.star.sheet.AddIn"))
g_ImplementationHelper.addImplementation(Buttons, "ziping.calc.Buttons", ("ziping.calc.Buttons", "com.sun.star.frame.ProtocolHandler"))
g_ImplementationHelper.addImplementation(Opening, "ziping.calc.Opening", ("ziping.calc.Opening", "com.sun.star.task.Job"))
