"""The same functions and buttons over xlwings Server, for an Excel without a Python of its own (Mac, web, Microsoft 365): `python -m ziping.server`.

Floor 5, optional extra `server`. xlwings Server is PolyForm Noncommercial, which names government institutions; nothing else imports it.
The server listens on this computer alone, answers no other origin, and serves office.js itself.
"""
