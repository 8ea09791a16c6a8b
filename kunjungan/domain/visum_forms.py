"""Where a visum stands on the sheet of a travel order, as data: forms differ by region and year."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.i18n import later
from kunjungan.resources import resource

LEAST_SIZE, MOST_SIZE = 6.0, 14.0
"""Type of a visum in points; what is smaller nobody reads."""
_LEAST_WIDTH = 20.0


class VisumField(StrEnum):
    """What is written at stop II of a travel order: the arrival at the left, the departure."""

    ARRIVED_AT = "arrived_at"
    ARRIVED_ON = "arrived_on"
    ARRIVED_POST = "arrived_post"
    ARRIVED_NAME = "arrived_name"
    ARRIVED_NIP = "arrived_nip"
    LEFT_FROM = "left_from"
    LEFT_TO = "left_to"
    LEFT_ON = "left_on"
    LEFT_POST = "left_post"
    LEFT_NAME = "left_name"
    LEFT_NIP = "left_nip"


@dataclass(frozen=True, slots=True)
class FieldSpot:
    """Where a field begins, in mm from the sheet's upper left corner: ``y`` is its baseline."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class VisumForm:
    """The second sheet of a region's travel orders.

    ``regions`` are the codes of the regions whose form it is, none for any. ``size`` is that of
    the type in points. A field that a form does not have is not written.
    """

    slug: str
    name: Bilingual
    paper: Paper
    size: float
    fields: Mapping[VisumField, FieldSpot]
    regions: tuple[str, ...] = ()


@cache
def shipped_forms() -> tuple[VisumForm, ...]:
    """Return the forms that the program brings, those for any region first."""
    read = tomllib.loads(resource("data/visum_forms.toml").read_text(encoding="utf-8"))
    return tuple(form_of(data) for data in read["form"])


def form_of(data: Mapping[str, Any]) -> VisumForm:
    """Read a form as TOML or an office's own template holds it.

    Raises:
        KeyError, TypeError, ValueError: something is missing or is no number.
    """
    spots = {
        VisumField(name): FieldSpot(*map(float, spot)) for name, spot in data["fields"].items()
    }
    return VisumForm(
        slug=str(data["slug"]),
        name=Bilingual(str(data["name_id"]), str(data.get("name_en") or data["name_id"])),
        paper=Paper(data["paper"]),
        size=float(data["size"]),
        fields=spots,
        regions=tuple(map(str, data.get("regions", ()))),
    )


def data_of(form: VisumForm) -> dict[str, Any]:
    """Return a form as plain values that ``form_of`` reads again."""
    return {
        "slug": form.slug,
        "name_id": form.name.id,
        "name_en": form.name.en,
        "paper": form.paper.value,
        "size": form.size,
        "regions": list(form.regions),
        "fields": {key.value: [spot.x, spot.y, spot.width] for key, spot in form.fields.items()},
    }


def check_form(form: VisumForm) -> None:
    """Refuse a form that cannot be printed.

    Raises:
        RuleBroken: it has no name, its type is out of reach, or a field is beyond the sheet.
    """
    if not form.name.id.strip():
        raise RuleBroken(later("A form needs a name."))
    if not LEAST_SIZE <= form.size <= MOST_SIZE:
        raise RuleBroken(
            later("The type of a visum is {least} to {most} points."),
            least=f"{LEAST_SIZE:g}",
            most=f"{MOST_SIZE:g}",
        )
    if not form.fields:
        raise RuleBroken(later("A form needs one field at least."))
    across, down = form.paper.size_mm
    for spot in form.fields.values():
        inside = spot.x >= 0 and 0 < spot.y <= down and spot.x + spot.width <= across
        if not inside or spot.width < _LEAST_WIDTH:
            raise RuleBroken(
                later(
                    "A field at {x} mm and {y} mm, {width} mm wide, does not stand on a sheet of "
                    "{across} x {down} mm. A field is {least} mm wide or more."
                ),
                x=f"{spot.x:g}",
                y=f"{spot.y:g}",
                width=f"{spot.width:g}",
                across=across,
                down=down,
                least=f"{_LEAST_WIDTH:g}",
            )


def form_for(forms: tuple[VisumForm, ...], region: str) -> VisumForm:
    """Return the form of a region's code, else the first that is for any.

    Raises:
        RuleBroken: there is none at all.
    """
    own = (form for form in forms if region and region in form.regions)
    of_any = (form for form in forms if not form.regions)
    for form in (*own, *of_any):
        return form
    raise RuleBroken(later("No form is for any region. Make one for any first."))
