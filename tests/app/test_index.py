"""An office that opens without an index for finding is searched at once and indexed meanwhile."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kunjungan.app.sitting import sit_down
from kunjungan.services.people import PersonForm, add_person
from kunjungan.services.search import search
from kunjungan.store.database import open_office
from kunjungan.store.finding import index
from kunjungan.store.tables import Person
from tests.store.clock import Clock


def test_the_window_builds_the_index_while_one_works(qtbot: QtBot, closed_office: Path) -> None:
    opened = open_office(closed_office, user="tester", now=Clock())
    with opened.store.change("Many") as session:
        session.add_all(Person(name=f"Tamu {n}") for n in range(3 * index.AT_A_TIME))
    with opened.store._beside_the_journal() as connection:
        index.forget(connection)
    opened.store.close()
    sitting = sit_down(closed_office, "tester")
    add_person(sitting.office, PersonForm("Panca Wijaya"))
    assert len(search(sitting.office, "panca")) == 1

    def whole() -> bool:
        with sitting.office.store.read() as session:
            return index.is_whole(session.connection())

    qtbot.waitUntil(whole)
    assert len(search(sitting.office, "panca widj")) == 1
    assert sitting.office.store.verify() == []
    sitting.close()
