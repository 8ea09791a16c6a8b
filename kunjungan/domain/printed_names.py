"""What is printed with a signer's name: titles, NIP and rank, by Permendagri 1/2023 art 44."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.capacity import STANDING_IN, Capacity


class DocumentClass(StrEnum):
    """The classes of paper that Permendagri 1/2023 art 44 tells apart, agreements in two parts."""

    REGULATION = "regulation"
    DECREE = "decree"
    ASSIGNMENT = "assignment"
    LETTER = "letter"
    AGREEMENT_TEXT = "agreement_text"
    AGREEMENT_CAPTION = "agreement_caption"
    CERTIFICATE = "certificate"


class SignerClass(StrEnum):
    """The signers art 44 tells apart: heads and deputies, the secretary, officials, stand-ins."""

    HEAD = "head"
    SECRETARY = "secretary"
    OFFICIAL = "official"
    STAND_IN = "stand_in"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed with a name."""

    titles: bool = False
    nip: bool = False
    rank: bool = False


_BARE = Printed()
_TITLES = Printed(titles=True)
_ALL = Printed(titles=True, nip=True, rank=True)
_WITHOUT_TITLES = (DocumentClass.REGULATION, DocumentClass.DECREE, DocumentClass.CERTIFICATE)

PRINTED: Mapping[tuple[DocumentClass, SignerClass], Printed] = MappingProxyType(
    {
        **{(paper, signer): _TITLES for paper in DocumentClass for signer in SignerClass},
        **{(paper, SignerClass.OFFICIAL): _ALL for paper in DocumentClass},
        (DocumentClass.AGREEMENT_TEXT, SignerClass.OFFICIAL): _TITLES,
        (DocumentClass.AGREEMENT_CAPTION, SignerClass.HEAD): _BARE,
        (DocumentClass.AGREEMENT_CAPTION, SignerClass.SECRETARY): _BARE,
        **{(paper, signer): _BARE for paper in _WITHOUT_TITLES for signer in SignerClass},
        **{(paper, SignerClass.STAND_IN): _BARE for paper in DocumentClass},
    }
)
"""Permendagri 1/2023 art 44; what it leaves open for agreements is office practice: setting."""


def agreement_matrix(
    *, titles_in_text: bool, titles_in_caption: bool
) -> Mapping[tuple[DocumentClass, SignerClass], Printed]:
    """Return the matrix with the office's own choice of titles in agreements.

    Under a signature it concerns heads and secretaries; officials below them keep their titles
    and stand-ins have none in either place (Permendagri 1/2023 art 44(3) to (5)).
    """
    text, caption = (_TITLES if shown else _BARE for shown in (titles_in_text, titles_in_caption))
    return {
        **PRINTED,
        (DocumentClass.AGREEMENT_TEXT, SignerClass.HEAD): text,
        (DocumentClass.AGREEMENT_TEXT, SignerClass.SECRETARY): text,
        (DocumentClass.AGREEMENT_TEXT, SignerClass.OFFICIAL): text,
        (DocumentClass.AGREEMENT_CAPTION, SignerClass.HEAD): caption,
        (DocumentClass.AGREEMENT_CAPTION, SignerClass.SECRETARY): caption,
    }


def printed_with_name(
    paper: DocumentClass,
    capacity: Capacity,
    is_head: bool,
    *,
    is_secretary: bool = False,
    matrix: Mapping[tuple[DocumentClass, SignerClass], Printed] = PRINTED,
) -> Printed:
    """Return what is printed with a signer's name, from the matrix an office may change."""
    return matrix[paper, _signer(capacity, is_head, is_secretary)]


def _signer(capacity: Capacity, is_head: bool, is_secretary: bool) -> SignerClass:
    if capacity in STANDING_IN and (is_head or is_secretary):
        return SignerClass.STAND_IN
    if is_head:
        return SignerClass.HEAD
    return SignerClass.SECRETARY if is_secretary else SignerClass.OFFICIAL
