"""Words that every agreement's paper says by itself, in both languages."""

from kunjungan.documents.content import AgreementContent, State
from kunjungan.domain.bilingual import Bilingual

ABOUT = Bilingual("TENTANG", "concerning")
NUMBER = Bilingual("Nomor", "Number")
UNTRANSLATED = "[belum diterjemahkan / not yet translated]"
INITIALS = Bilingual("Paraf", "Initials")
PAGE = Bilingual("Halaman {page} dari {pages}", "Page {page} of {pages}")
ORIGINAL = Bilingual(
    "Asli {no} dari {originals}, untuk {holder}", "Original {no} of {originals}, for {holder}"
)
ORIGINAL_ALONE = Bilingual("Asli {no} dari {originals}", "Original {no} of {originals}")
DRAFT_FOOT = Bilingual("Draf {draft}, tidak untuk ditandatangani", "Draft {draft}, not for signing")
COPY_FOOT = Bilingual("Salinan dari asli {no}", "Copy of original {no}")
DRAFT_OF_REFERENCE = Bilingual("draf {draft}", "draft {draft}")
STATE_HEAD = {
    State.DRAFT: Bilingual("DRAF {draft}", "DRAFT {draft}"),
    State.COPY: Bilingual("SALINAN", "COPY"),
}
STAMP = ("METERAI", "Rp10.000")
"""The duty stamp's name and value (UU 10/2020 art 5)."""


def title_line(content: AgreementContent) -> str:
    """Return an agreement's title on one line: "Kesepakatan Bersama tentang ..."."""
    kind = content.title.id
    kind = kind.title() if kind.isupper() else kind
    return f"{kind} {ABOUT.id.lower()} {content.subject.id}"
