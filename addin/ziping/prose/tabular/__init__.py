"""Claims in tables and in written-out formulas: rows, columns, a/b×100%=p%."""
