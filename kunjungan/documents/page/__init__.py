"""Lines put on pages: rows, tables, page breaks, drawing in reading order."""
