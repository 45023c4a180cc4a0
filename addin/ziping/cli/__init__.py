"""The command line `ziping`: five-line commands over one public core function each.

Exit codes: 0 done, no error found; 1 done, findings of severity error; 2 input unreadable or call refused (one Chinese sentence on
stderr, nothing written); 130 ended by Ctrl-C. Results go to stdout, as tables and sentences or, with `--json`, as one record and nothing beside
it; progress, questions, notices of what was written and refusals go to stderr.
"""

from ziping.cli.boundary import main

__all__ = ["main"]
