"""`python -m ziping.cli`, for hosts that know only their interpreter."""

from ziping.cli import main

main()
