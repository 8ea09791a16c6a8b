"""The words of a signing cue card, step by step, in both languages (office practice)."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kunjungan.documents.office.signing_card import CardHand, CardStep
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.languages import tongue
from kunjungan.domain.originals import StampForm
from kunjungan.domain.signing_rounds import Hand, Handing, Round

NOTHING = Bilingual("", "")
TITLE = Bilingual("KARTU ISYARAT PENANDATANGANAN", "SIGNING CUE CARD")
ORIGINAL = Bilingual("Asli {no}", "Original {no}")
_VOLUME = Bilingual("Asli {no} ({language})", "Original {no} ({language})")
_PLACE = Bilingual(
    "Pendamping meletakkan map terbuka pada halaman tanda tangan, beserta pena.",
    "Aides place the folders open at the signature page, with a pen.",
)
_SIGN = Bilingual("Tanda tangan ke-{round}, bersamaan:", "Signature {round}, at the same time:")
_SWAP = Bilingual("Pendamping menukar map.", "Aides swap the folders.")
_SWAP_BACK = Bilingual("Pendamping menukar kembali map.", "Aides swap the folders back.")
_PASS = Bilingual(
    "Pendamping memindahkan setiap map ke penanda tangan berikutnya.",
    "Aides move every folder on to its next signatory.",
)
_NEXT_STACK = Bilingual("Pendamping mengganti map: naskah {language}.",
                        "Aides change the folders: the text in {language}.")  # fmt: skip
_WITNESSES = Bilingual(
    "Saksi menandatangani setiap naskah: {names}.", "Witnesses sign every original: {names}."
)
_CHECK = Bilingual(
    "Pendamping memeriksa tanda tangan, membubuhkan cap di kirinya, menutup map.",
    "Aides check the signatures, put the seal at their left, close the folders.",
)
_EXCHANGE = Bilingual(
    "Penanda tangan berdiri dan saling menyerahkan map:",
    "The signatories rise and hand over the folders:",
)
_TO = Bilingual("kepada {taker}", "to the {taker}")
_SHAKE = Bilingual(
    "Jabat tangan, lalu foto dengan map menghadap kamera.",
    "They shake hands, then a photograph with the folders facing the camera.",
)
_SIDES = {
    "left": Bilingual("tanda tangan di kiri", "sign at the left"),
    "right": Bilingual("tanda tangan di kanan", "sign at the right"),
}
_OVER: Mapping[StampForm, Bilingual] = MappingProxyType(
    {
        StampForm.ADHESIVE: Bilingual("DI ATAS METERAI", "OVER THE STAMP"),
        StampForm.ELECTRONIC: Bilingual("PADA E-METERAI", "AT THE E-STAMP"),
    }
)
_BARE = Bilingual("tanpa meterai", "no stamp")
_COUNT = Bilingual(
    "Jumlah tanda tangan: {all}, dari {parties} pihak pada {originals} naskah asli.",
    "Signatures in all: {all}, of {parties} parties on {originals} originals.",
)


def original_words(no: int, language: str) -> Bilingual:
    """Return what an original is called: its number, and its language where it is a volume."""
    if not language:
        return ORIGINAL.filled(no=no)
    return _VOLUME.filled(no=no, language=tongue(language).name)


def hand_words(hand: Hand, form: StampForm) -> CardHand:
    """Return what a hand signs, where, and whether over the stamp."""
    over = hand.over_stamp and form in _OVER
    return CardHand(
        original_words(hand.original, hand.language),
        _SIDES[hand.side] if hand.side else NOTHING,
        _OVER[form] if over else _BARE,
        over,
    )


def steps(
    rounds: Sequence[Round],
    order: Sequence[int],
    form: StampForm,
    witnesses: Bilingual,
    given: Sequence[tuple[Handing, Bilingual]],
) -> Iterator[CardStep]:
    """Yield all steps; hands stand in the ``order`` of the seats, parties counted from 1."""
    yield CardStep(_PLACE)
    count = len(order)
    for number, each in enumerate(rounds, 1):
        hands = [each.of(party) for party in order]
        yield CardStep(
            _SIGN.filled(round=number),
            tuple(hand_words(hand, form) if hand else None for hand in hands),
        )
        last = number % count == 0
        yield CardStep(_PASS if count > 2 else _SWAP_BACK if last else _SWAP)
        if last and number < len(rounds):
            yield from _next_stack(rounds[number])
    if witnesses.id:
        yield CardStep(_WITNESSES.filled(names=witnesses))
    yield CardStep(_CHECK)
    for stack in _by_stack(given):
        yield CardStep(_EXCHANGE, tuple(stack.get(party) for party in order))
    yield CardStep(_SHAKE)


def count_words(parties: int, originals: int) -> Bilingual:
    """Return how many signatures there are to be."""
    return _COUNT.filled(all=parties * originals, parties=parties, originals=originals)


def _by_stack(given: Sequence[tuple[Handing, Bilingual]]) -> list[dict[int, CardHand]]:
    """Return what each party hands over at one time, by the party that gives."""
    stacks: list[dict[int, CardHand]] = []
    for one, taker in given:
        words = CardHand(
            original_words(one.original, one.language), _TO.filled(taker=taker), NOTHING, False
        )
        free = next((stack for stack in stacks if one.giver not in stack), None)
        if free is None:
            stacks.append(free := {})
        free[one.giver] = words
    return stacks


def _next_stack(following: Round) -> Iterator[CardStep]:
    language = next((hand.language for hand in following.hands if hand.language), "")
    if language:
        yield CardStep(_NEXT_STACK.filled(language=tongue(language).name))
