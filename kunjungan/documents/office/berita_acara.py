"""The official report of a visit (Berita Acara): who met on which day, what came of it, signed.

The form is that of the office (Permendagri 1/2023 knows it as a paper of its own); the date is
spelled out, numbers stand in digits and words.
"""

from dataclasses import dataclass

from kunjungan.documents.office.content import OfficePaper, Passage, Said, Signature
from kunjungan.documents.office.visit_report import indonesian
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.number_words import english_words, terbilang
from kunjungan.domain.paper import Paper

TITLE = Bilingual("BERITA ACARA KUNJUNGAN", "OFFICIAL REPORT OF THE VISIT")
_OPENING = Bilingual(
    "{opening}, bertempat di {place}, kami yang bertanda tangan di bawah ini:",
    "{opening}, at {place}, we, the undersigned:",
)
_PLACELESS = Bilingual(
    "{opening}, kami yang bertanda tangan di bawah ini:", "{opening}, we, the undersigned:"
)
_HELD = Bilingual(
    "menyatakan bahwa telah dilaksanakan kunjungan dengan tema {theme}, dengan keterangan sebagai "
    "berikut:",
    "state that a visit on {theme} took place, as follows:",
)
_PLAIN = Bilingual(
    "menyatakan bahwa telah dilaksanakan kunjungan dengan keterangan sebagai berikut:",
    "state that a visit took place, as follows:",
)
_CAME = Bilingual(
    "Tamu yang hadir dari {body} berjumlah {count} ({words}) orang.",
    "Guests who came from {body}: {count} ({words}).",
)
_UNCOUNTED = Bilingual(
    "Tamu yang hadir dari {body} berjumlah ....... (..............................) orang.",
    "Guests who came from {body}: ....... (..............................).",
)
_HOURS = Bilingual(
    "Acara berlangsung dari pukul {start} sampai dengan pukul {end} {zone}.",
    "The event lasted from {start} to {end} {zone}.",
)
_SIGNED = Bilingual("Naskah yang ditandatangani: {agreement}.", "Agreement signed: {agreement}.")
_RESULT = Bilingual("Hasil kunjungan: {result}", "Result of the visit: see the Indonesian text.")
_PROMISE = Bilingual("Tindak lanjut: {promise}.", "Follow-up: see the Indonesian text.")
_CLOSING = Bilingual(
    "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap {count} ({words}) untuk "
    "dipergunakan sebagaimana mestinya.",
    "This official report is made truthfully in {count} ({words}) copies, to be used as required.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """All that a Berita Acara says; ``hours`` are start and end as printed, both or none.

    ``came`` are delegations with the heads that came, ``signers`` those of both sides, the host
    first.
    """

    opening: Bilingual
    place: str
    theme: Bilingual
    came: tuple[tuple[Bilingual, int | None], ...]
    hours: tuple[str, str] | None
    zone: str
    agreements: tuple[Bilingual, ...]
    result: str
    promises: tuple[str, ...]
    signers: tuple[Signature, ...]
    foot: str
    paper: Paper
    english: bool = False
    author: str = ""


def minutes_paper(minutes: Minutes) -> OfficePaper:
    """Return the Berita Acara as a paper, in Indonesian, with the English where wanted."""
    opening = _OPENING if minutes.place else _PLACELESS
    held = _HELD if minutes.theme.id else _PLAIN
    copies = max(len(minutes.signers), 2)
    paper = OfficePaper(
        title=TITLE,
        foot=minutes.foot,
        tables=(
            Passage((opening.filled(opening=minutes.opening, place=minutes.place),)),
            Passage(tuple(map(_signer, minutes.signers)), numbered=True),
            Passage((held.filled(theme=_both(minutes.theme)),)),
            Passage(tuple(_points(minutes)), numbered=True),
            Passage((_CLOSING.filled(count=copies, words=_words(copies)),)),
        ),
        signatures=minutes.signers,
        paper=minutes.paper,
        author=minutes.author,
    )
    return paper if minutes.english else indonesian(paper)


def _points(minutes: Minutes) -> list[Said]:
    points: list[Said] = [_came(*each) for each in minutes.came]
    if minutes.hours is not None:
        start, end = minutes.hours
        points.append(_HOURS.filled(start=start, end=end, zone=minutes.zone))
    points += [_SIGNED.filled(agreement=each) for each in minutes.agreements]
    if minutes.result:
        points.append(_RESULT.filled(result=minutes.result))
    points += [_PROMISE.filled(promise=each.rstrip(".")) for each in minutes.promises]
    return points


def _came(body: Bilingual, count: int | None) -> Bilingual:
    body = _both(body)
    if count is None:
        return _UNCOUNTED.filled(body=body)
    return _CAME.filled(body=body, count=count, words=_words(count))


def _words(count: int) -> Bilingual:
    return Bilingual(terbilang(count), english_words(count))


def _signer(one: Signature) -> Said:
    post = one.post if isinstance(one.post, Bilingual) else Bilingual(one.post, one.post)
    post = _both(post)
    return Bilingual(f"{one.name}, {post.id};", f"{one.name}, {post.en};")


def _both(words: Bilingual) -> Bilingual:
    return Bilingual(words.id, words.en or words.id)
