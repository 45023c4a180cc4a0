"""What the two cells beside a standard hold: targets and actuals as figures with units, dates and words."""
