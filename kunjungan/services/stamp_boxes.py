"""Where the electronic stamp duty goes on an original: written beside it for who affixes it."""

import hashlib
import json
from collections.abc import Sequence

from kunjungan.documents.content import AgreementContent, StampPlace
from kunjungan.domain.originals import StampForm

_PLACES = 2


def stamp_boxes(
    content: AgreementContent, order: Sequence[int], stamps: Sequence[StampPlace], pdf: bytes
) -> bytes:
    """Return the boxes of an original as JSON, in mm from the left and the top of the page.

    ``order`` is that of the parties on this paper. Empty where no electronic stamp goes on it:
    the e-meterai is affixed to a finished PDF elsewhere (UU 10/2020 art 12(2)).
    """
    if content.stamp_form is not StampForm.ELECTRONIC or not stamps:
        return b""
    width, height = content.paper.size_mm
    told = {
        "reference": content.reference,
        "agreement": content.agreement,
        "original": content.original_no,
        "originals": content.originals,
        "draft": content.draft_no,
        "fingerprint": content.fingerprint,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "unit": "mm",
        "origin": "top left",
        "page_size": {"width": width, "height": height},
        "boxes": [_box(content, order, stamp) for stamp in stamps],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _box(content: AgreementContent, order: Sequence[int], stamp: StampPlace) -> dict[str, object]:
    party = content.parties[stamp.party - 1]
    return {
        "party": order[stamp.party - 1],
        "name": party.government[0],
        "signatory": party.name[0],
        "page": stamp.page,
        "x": round(stamp.x_mm, _PLACES),
        "y": round(stamp.y_mm, _PLACES),
        "width": round(stamp.w_mm, _PLACES),
        "height": round(stamp.h_mm, _PLACES),
    }
