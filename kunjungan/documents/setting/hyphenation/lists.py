"""Reads the word lists of ``resources/hyphenation``."""

from kunjungan.resources import resource


def word_list(name: str) -> tuple[str, ...]:
    """Return the words of a list; lines that begin with # are remarks."""
    text = resource(f"hyphenation/{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(word for line in lines for word in line.split())
