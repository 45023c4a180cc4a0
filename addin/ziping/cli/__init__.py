"""The command line `ziping`: five-line commands over one public core function each.

Exit codes: 0 done, no error found; 1 done, findings of severity error; 2 input unreadable or call refused (one Chinese sentence on
stderr, nothing written); 130 ended by Ctrl-C. Machine output (`--json`) goes to stdout, everything for people to stderr.
"""

from ziping.cli.boundary import main

__all__ = ["main"]
