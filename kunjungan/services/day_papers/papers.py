"""Who makes each paper of the day."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from kunjungan.domain.day_papers import paper_of
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.office import Office

Maker = Callable[[Office, Wish], Made]
_MAKERS: Mapping[str, str] = MappingProxyType(
    {
        "badges": "badges",
        "tents": "tents",
        "attendance": "attendance",
        "visum": "visum",
        "visum_register": "visum_register",
        "guest_book": "guest_book",
        "catering": "catering",
        "travel": "travel",
        "lo_cards": "liaison",
        "rundown_guest": "programme:rundown_guest",
        "rundown_mc": "programme:rundown_mc",
        "mc_script": "mc:mc_script",
        "cue_cards": "mc:cue_cards",
        "seating": "seating_sheet",
        "room_setup": "room_setup",
        "receiving_line": "orders:receiving_line",
        "photo_order": "orders:photo_order",
        "signing_cards": "signing",
        "place_labels": "labels:place_labels",
        "folder_labels": "labels:folder_labels",
        "vehicle_signs": "signs:vehicle_signs",
        "door_signs": "signs:door_signs",
        "certificates": "certificates",
        "assignment": "letters:assignment",
        "thanks": "letters:thanks",
    }
)
"""The module beside this one that makes a paper, and after a colon its function, else ``make``."""


def make_day_paper(office: Office, slug: str, wish: Wish) -> Made:
    """Return a paper of the day as it is now; its maker is loaded only here.

    Raises:
        NotFound: no paper is called so.
        RuleBroken: it cannot be made of what is known.
    """
    paper_of(slug)
    module, _, function = _MAKERS[slug].partition(":")
    loaded = import_module(f"kunjungan.services.day_papers.{module}")
    maker: Maker = getattr(loaded, function or "make")
    return maker(office, wish)
