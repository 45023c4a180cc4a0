"""Benchmarks are run by `make bench` alone: a ratio measured on a busy machine is no reason for a red test."""

import os

collect_ignore = [] if os.environ.get("ZIPING_BENCH") else ["bench"]
