"""The paper an office prints on."""

from enum import StrEnum


class Paper(StrEnum):
    """A sheet size; F4 is the Indonesian folio, which no printer calls Legal."""

    F4 = "f4"
    A4 = "a4"

    @property
    def size_mm(self) -> tuple[int, int]:
        """Width and height in mm (office practice: setting)."""
        return _SIZES_MM[self]


_SIZES_MM = {Paper.F4: (215, 330), Paper.A4: (210, 297)}
