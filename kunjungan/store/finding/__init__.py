"""The index that finds records by words: derived from the tables, kept inside every change.

It is no part of the journal: it can be thrown away and built anew at any time, and a database
without it, or with that of another version, is searched by reading the records themselves.
"""
