"""Every office knows the same regions and holidays, and learns what a release brings."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from kunjungan.domain.regions import RegionKind
from kunjungan.domain.workdays import HolidayKind
from kunjungan.resources import resource
from kunjungan.store import seeds
from kunjungan.store.memory import open_memory
from kunjungan.store.seeds import LISTS, seed
from kunjungan.store.store import Store
from kunjungan.store.tables import Holiday, Region, Term
from tests.store.checks import check_replay, state


def region(session: Session, code: str) -> Region:
    return session.exec(select(Region).where(Region.code == code)).one()


def test_all_regions_and_holidays_are_there(seeded_store: Store) -> None:
    with seeded_store.read() as session:
        regions = session.exec(select(func.count(col(Region.id)))).one()
        days = session.exec(select(func.count(col(Holiday.id)))).one()
        bandung, jawa_barat = region(session, "32.73"), region(session, "32")
        joint = session.exec(select(Holiday).where(Holiday.kind == HolidayKind.JOINT_LEAVE)).all()
    lines = [len(resource(name).read_text(encoding="utf-8").splitlines()) - 1 for name in LISTS]
    assert (regions, days) == (lines[0] + lines[1], lines[2])
    assert (bandung.kind, bandung.name, bandung.province_code) == (
        RegionKind.CITY,
        "Kota Bandung",
        "32",
    )
    assert (jawa_barat.kind, jawa_barat.name_en) == (RegionKind.PROVINCE, "West Java")
    assert joint


def test_the_seed_is_one_change_that_nobody_undoes(seeded_store: Store) -> None:
    assert [done.kind for done in seeded_store.recent()] == ["system"]
    assert seeded_store.undo_label is None
    check_replay(seeded_store)


def test_two_offices_have_the_same_ids() -> None:
    one, other = open_memory(seed=True), open_memory()
    seed(other)
    assert state(one) == state(other)
    one.close()
    other.close()


def test_seeding_again_does_nothing(seeded_store: Store) -> None:
    seq = seeded_store.head().seq
    seed(seeded_store)
    assert seeded_store.head().seq == seq


def test_a_release_adds_and_corrects_and_leaves_the_offices_own_rows_alone(
    seeded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with seeded_store.change("Local holiday") as session:
        session.add(
            Holiday(on=date(2026, 9, 25), kind=HolidayKind.NATIONAL, name_id="HUT", name_en="City")
        )
    for name in LISTS:
        text = resource(name).read_text(encoding="utf-8")
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("Kota Bandung", "Kota Bandung Raya"), encoding="utf-8")
    with (tmp_path / LISTS[2]).open("a", encoding="utf-8") as file:
        file.write("2030-01-01,libur_nasional,Tahun Baru Masehi,New Year's Day\n")
    monkeypatch.setattr(seeds, "resource", lambda name: tmp_path / name)
    seed(seeded_store)
    with seeded_store.read() as session:
        assert region(session, "32.73").name == "Kota Bandung Raya"
        assert session.exec(select(Holiday).where(Holiday.on == date(2030, 1, 1))).one()
        assert session.exec(select(Holiday).where(Holiday.name_id == "HUT")).one()
    assert seeded_store.recent()[0].rows == 3
    assert seeded_store.undo_label == "Local holiday"
    check_replay(seeded_store)


def test_a_release_never_changes_doubles_or_brings_back_a_term_of_the_office(
    seeded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with seeded_store.change("Own terms") as session:
        mayor = session.exec(select(Term).where(Term.words_id == "Camat")).one()
        mayor.words_en = "District Chief"
        session.exec(select(Term).where(Term.words_id == "Presiden")).one().active = False
        session.add(Term(words_id="Kota Kembar", words_en="Sister City"))
    for name in LISTS:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(resource(name).read_bytes())
    with (tmp_path / LISTS[3]).open("a", encoding="utf-8") as file:
        file.write("kota kembar,Twin City,visit,,\nuji coba,trial,visit,,\n")
    monkeypatch.setattr(seeds, "resource", lambda name: tmp_path / name)
    seed(seeded_store)
    with seeded_store.read() as session:
        terms = {row.words_id: row for row in session.exec(select(Term))}
    assert terms["Camat"].words_en == "District Chief"
    assert not terms["Presiden"].active
    assert "kota kembar" not in terms
    assert terms["uji coba"].words_en == "trial"
