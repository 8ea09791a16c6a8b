"""The partners that a register names: known by their names, else added as what they look like."""

import re
from functools import lru_cache
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.names import search_key
from kunjungan.domain.regions import government_name, region_name
from kunjungan.store.tables import Institution, Region

_SHORT = (
    (r"\bkab\b\.?", "kabupaten"),
    (r"\bpemkot\b\.?", "pemerintah kota"),
    (r"\bpemkab\b\.?", "pemerintah kabupaten"),
    (r"\bpemprov\b\.?", "pemerintah provinsi"),
    (r"\bprov\b\.?", "provinsi"),
    (r"\bwalikota\b", "wali kota"),
)
_GOVERNMENT = re.compile(r"^pemerintah (daerah )?(?=(kota|kabupaten|provinsi)\b)")
_KINDS = (
    (r"^(pemerintah (daerah )?)?(kota|kabupaten|provinsi)\b", "REGION"),
    (r"\b(universitas|institut|politeknik|sekolah tinggi|university|akademi)\b", "UNIVERSITY"),
    (r"\b(pt|cv|persero|bumd|bumn|bank|perum)\b", "COMPANY"),
    (r"\b(kementerian|badan nasional|lembaga|kejaksaan|kepolisian|ministry|tni)\b", "MINISTRY"),
    (r"\b(dprd|dewan perwakilan)\b", "COUNCIL"),
    (r"\b(dinas|badan|kecamatan|sekretariat|bagian)\b", "AGENCY"),
)


class Partners:
    """Institutions found by name inside one change; who is not there is added once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.added = 0
        self._known: dict[str, UUID] = {}
        for row in session.exec(select(Institution)):
            for name in (row.name_id, row.name_en, row.short_name):
                if name:
                    self._known.setdefault(partner_key(name), row.id)
        self._regions = {
            partner_key(name): row
            for row in session.exec(select(Region))
            for name in (region_name(row.name).id, government_name(row.name).id)
        }

    def of(self, name: str) -> UUID:
        """Return the institution of a name, a region's government also under the region's own."""
        key = partner_key(name)
        if key not in self._known:
            row = self._new(name, self._regions.get(key))
            self._session.add(row)
            self.added += 1
            self._known[key] = row.id
        return self._known[key]

    def _new(self, name: str, region: Region | None) -> Institution:
        if region is None:
            return Institution(kind=_kind(name), name_id=name)
        government = government_name(region.name)
        return Institution(
            kind=InstitutionKind.REGION,
            name_id=government.id,
            name_en=government.en,
            region_id=region.id,
        )


def _kind(name: str) -> InstitutionKind:
    """Return what an institution looks like by its name; an organisation if by nothing."""
    small = _written_out(name)
    for words, kind in _KINDS:
        if re.search(words, small):
            return InstitutionKind[kind]
    return InstitutionKind.ORGANISATION


@lru_cache(maxsize=4096)
def partner_key(name: str) -> str:
    """Return what a partner is known by, whether its region or that region's government is named.

    ``Pemkab. Bandung``, ``Pemerintah Kab. Bandung`` and ``Kabupaten Bandung`` are the same.
    """
    return _GOVERNMENT.sub("", search_key(_written_out(name)))


def _written_out(name: str) -> str:
    small = name.casefold()
    for pattern, whole in _SHORT:
        small = re.sub(pattern, whole, small)
    return small
