"""Claims about rates and shares: what is held against what, in one sentence or chapters apart."""
