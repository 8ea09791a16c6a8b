"""Knows what an article is about by its title, in either language."""

from kunjungan.domain.articles import ARTICLE_NAMES, ArticleKey

_ALSO = {
    ArticleKey.GENERAL: ("pengertian", "definisi", "definitions"),
    ArticleKey.PURPOSE: ("tujuan", "maksud", "purpose", "objectives", "objective"),
    ArticleKey.OBJECT: ("objek kerja sama", "object of cooperation"),
    ArticleKey.SCOPE: ("ruang lingkup kerja sama", "scope of cooperation", "areas of cooperation"),
    ArticleKey.RIGHTS: ("hak dan kewajiban para pihak", "rights and obligations of the parties"),
    ArticleKey.FINANCING: ("pendanaan", "costs", "financial arrangements"),
    ArticleKey.TERM: ("masa berlaku", "duration", "term of validity", "period"),
    ArticleKey.WORKING_GROUP: ("joint working group", "kelompok kerja bersama"),
    ArticleKey.MONITORING: ("pemantauan dan evaluasi", "evaluasi", "evaluation"),
    ArticleKey.CORRESPONDENCE: ("surat-menyurat", "surat menyurat", "pemberitahuan", "notices"),
    ArticleKey.CONFIDENTIALITY: ("data pribadi", "personal data", "kerahasiaan informasi"),
    ArticleKey.FORCE_MAJEURE: ("keadaan memaksa", "force majeure"),
    ArticleKey.DISPUTES: ("penyelesaian sengketa", "dispute settlement", "dispute resolution"),
    ArticleKey.AMENDMENT: ("adendum", "addendum", "perubahan/adendum", "amendments"),
    ArticleKey.TERMINATION: ("pengakhiran perjanjian", "pemutusan", "termination of agreement"),
    ArticleKey.MISCELLANEOUS: ("lain-lain", "ketentuan lain", "other provisions"),
    ArticleKey.CLOSING: ("penutup", "closing", "final provisions"),
}  # fmt: skip
"""Office practice: setting. Other words for the same article."""

_KEYS = {
    title.casefold(): key.value
    for key, name in ARTICLE_NAMES.items()
    for title in (name.id, name.en, *_ALSO.get(key, ()))
}


def article_key(title: str) -> str:
    """Return what an article with a title is about (``purpose``), empty if that says nothing.

    >>> article_key("MAKSUD DAN TUJUAN")
    'purpose'
    """
    return _KEYS.get(" ".join(title.casefold().split()).strip(" .:"), "")
