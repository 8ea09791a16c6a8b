"""PDFium may be called by one thread at a time: whoever calls it holds this lock meanwhile."""

from threading import RLock

PDFIUM = RLock()
"""The library keeps state of its own for the whole program, so its lock is the program's, too."""
