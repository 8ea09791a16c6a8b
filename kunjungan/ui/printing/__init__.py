"""Printing on real printers: exact papers, a correction for each printer, jobs that resume."""
