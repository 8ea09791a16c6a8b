"""How the heads of the case are called out, and two sample records that are one person."""

from dataclasses import replace

from kunjungan.services.office import Office
from kunjungan.services.officials import official_form
from kunjungan.services.people import PersonForm, add_person, edit_person, person_form
from kunjungan.services.sampling.case import SAMPLE, SampleCase

_SOUNDS = ("YA-na mul-YA-na", "RI-do YAH-ya", "PAN-ca wi-JA-ya AK-bar")


def add_people(office: Office, case: SampleCase) -> None:
    """Say how the three heads are pronounced, and add a person who stands there twice."""
    heads = (case.bandung.head, case.prabumulih.head, case.ogan_ilir.head)
    for head, sound in zip(heads, _SOUNDS, strict=True):
        person_id = official_form(office, head).person_id
        if person_id is not None:
            form = person_form(office, person_id)
            edit_person(
                office,
                person_id,
                replace(form, pronunciation=sound, honorific="Bapak", note=SAMPLE),
            )
    twin = PersonForm("Muhammad Contoh", (), ("S.T.",), rank="Penata Tingkat I", note=SAMPLE)
    add_person(office, replace(twin, grade="III/d", phone="0812-0000-0001"))
    add_person(
        office, PersonForm("Moh. Contoh", phone="0812-0000-0001", diet="Vegetarian", note=SAMPLE)
    )
