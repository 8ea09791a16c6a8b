"""Makes ``resources/hyphenation/th-words.txt`` from the word list of PyThaiNLP (CC0 1.0).

For developers only; the source is ``pythainlp/corpus/words_th.txt`` of the package 5.4.0:

    python packaging/make_thai_words.py WORDS_TH OUT_FILE
"""

import re
import sys
from pathlib import Path

HEAD = (
    "# Thai words, one a line: words_th.txt of PyThaiNLP 5.4.0 (CC0 1.0, no rights reserved),",
    "# without what is not Thai letters alone, single letters, and more than 20 letters.",
)
WORD = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{2,20}")


def main(source: Path, target: Path) -> None:
    """Write the words that a line may end between, sorted."""
    lines = map(str.strip, source.read_text(encoding="utf-8").splitlines())
    words = sorted({line for line in lines if WORD.fullmatch(line)})
    target.write_text("\n".join((*HEAD, *words, "")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
