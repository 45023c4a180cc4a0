"""Builds ziping.oxt, the LibreOffice Calc extension, from `addin/calc/src`, the lower floors of `ziping` and `ziping.surface`."""
