"""N: figures, dates, years and names."""
