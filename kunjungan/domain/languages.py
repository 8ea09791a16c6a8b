"""The languages a paper can be written in, and the few words it says by itself in each of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import NotFound
from kunjungan.domain.layouts import HOME_LANGUAGES
from kunjungan.domain.number_words import roman
from kunjungan.i18n import later
from kunjungan.resources import resource


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with the words of a paper in it; braces are places to fill.

    ``between`` is empty where a language says it after the names or bends them.
    """

    code: str
    name: Bilingual
    """What comes after "bahasa" and before "language": Korea, Korean."""
    native: str
    between: str
    joining: str
    about: str
    article: str
    annex: str
    for_party: str
    """Over a signature: "for {party}"."""
    page: str
    original: str
    original_alone: str
    """An original that is not yet known to be for anybody."""
    draft: str
    copy: str
    right_to_left: bool = False

    def article_mark(self, count: int) -> str:
        """Return what stands over an article: Pasal 3, Article 3."""
        return self.article.format(n=count)

    def annex_mark(self, count: int) -> str:
        """Return what stands over an annex: LAMPIRAN II; digits where no Roman ones are used."""
        return self.capitals(self.annex.format(n=count, roman=roman(count)))

    def capitals(self, text: str) -> str:
        """Return a text in capitals; a Turkish i keeps its dot."""
        return (text.replace("i", "İ") if self.code == "tr" else text).upper()


def tongue(code: str) -> Tongue:
    """Return a language by its code, ``id`` or ``zh-Hant``; NotFound for one without its words."""
    known = _tongues().get(code)
    if known is None:
        raise NotFound(later("No paper can be written in the language {code}."), code=code)
    return known


def third_tongues() -> tuple[Tongue, ...]:
    """Return the languages of foreign partners, in the order of their Indonesian names."""
    foreign = (each for each in _tongues().values() if each.code not in HOME_LANGUAGES)
    return tuple(sorted(foreign, key=lambda each: (each.name.id, each.code)))


@cache
def _tongues() -> Mapping[str, Tongue]:
    listed = tomllib.loads(resource("data/languages.toml").read_text(encoding="utf-8"))
    return {
        code: Tongue(code, Bilingual(**words.pop("name")), **words)
        for code, words in listed.items()
    }
