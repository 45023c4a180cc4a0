"""The installer's zip: `python -m bundle OUT` in `addin/excel`. Everything that a PC without internet and without rights needs.

`wheels` finds the wheels for Windows, `archive` puts the zip together; `files/` is what lies in it as it is: two command files, the installer
(standard library alone) and a note for PCs without Python.
"""
