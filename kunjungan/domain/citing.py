"""Articles of law as each language cites them."""

import re

from kunjungan.domain.bilingual import Bilingual


def cited(law: str) -> Bilingual:
    """Return articles as each language cites them.

    >>> cited("PP 28/2018 art 30(4)").id
    'PP 28/2018 pasal 30 ayat (4)'
    """
    in_words = re.sub(r"\bart (\d+)\((\d+)\)", r"pasal \1 ayat (\2)", law)
    return Bilingual(
        re.sub(r"\bart (\d+)", r"pasal \1", in_words), law.replace(" art ", " article ")
    )
