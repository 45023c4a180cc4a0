"""The LibreOffice Calc host.

Floor 5. It travels inside the extension together with floors 1 and 2 and imports nothing else of `ziping`: what needs a higher floor runs as
the installed command line, on a saved copy of the open document.
"""
