"""What is ready is found ready: every template with its data, the true case; and how fast."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.ranks import ranks
from kunjungan.services.office import Office
from kunjungan.services.preflight import Finding, preflight
from kunjungan.services.sample import make_sample
from kunjungan.store.tables import Agreement, Clause
from tests.builders import an_agreement
from tests.services.proving import alter, first, found, rows, said, write
from tests.services.ready_agreements import ready


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("kind", AgreementKind)
def test_every_template_with_its_data_is_ready(
    kind: AgreementKind, layout: Layout, office: Office
) -> None:
    told = [(f.code, f.blocking) for f in found(office, ready(office, kind, layout))]
    asked = [("full-powers", False), ("missing-evidence", False)]
    assert told == (asked if kind is AgreementKind.MSP else [])


def test_the_true_case_is_ready(office: Office, press: Press) -> None:
    make_sample(office)
    with office.store.read() as session:
        agreements = [row.id for row in session.exec(select(Agreement))]
    assert len(agreements) == 2
    assert [preflight(office, press, agreement) for agreement in agreements] == [[], []]


def test_no_day_makes_a_ready_agreement_unready(office: Office) -> None:
    agreement = an_agreement(office)
    day = date(2024, 2, 29)
    for _ in range(40):
        alter(office, agreement, signing_on=day)
        assert not any(finding.blocking for finding in found(office, agreement)), day
        day += timedelta(days=37)


ODD = st.text(max_size=60) | st.sampled_from(
    ["", "{", "{}", "{{kind}}", "**", "__**__", "<b>", "\x00\x1f", "Pasal ayat () huruf", "\n\n",
     "tanggal 99 (xx) bulan 31-31-9999", "Article 0 paragraph (0)", "disebut **", "a" * 5000,
     "9" * 400, "1.2.3,4.5", "Lampiran XXXXXXXXXX", "ayat (99999999999999999999)"]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text_id=ODD, text_en=ODD)
def test_no_text_is_too_odd_to_be_looked_through(
    text_id: str, text_en: str, odd: tuple[Office, UUID]
) -> None:
    office, agreement = odd
    write(office, first(office, agreement), text_id, text_en)
    findings = found(office, agreement)
    assert all(isinstance(finding, Finding) and said(finding) for finding in findings)
    assert bool(text_id.strip() and text_en.strip()) or findings


@pytest.fixture
def odd(office: Office) -> tuple[Office, UUID]:
    """An office with an agreement to write odd things into."""
    return office, an_agreement(office)


def test_rows_written_many_times_are_no_figures_that_differ(office: Office) -> None:
    agreement = an_agreement(office)
    text = rows(office, agreement)
    body = [row for row in text if row.level is not Level.CLOSING] * 7
    with office.store.change("Grow") as session:
        for rank, row in zip(ranks(400), body[:400], strict=True):
            values = row.model_dump(exclude={"id", "version", "rank"})
            session.add(Clause(**values, rank=f"z{rank}"))
    findings = found(office, agreement)
    assert len(rows(office, agreement)) == 400 + len(text)
    assert [finding for finding in findings if finding.code == "figures-differ"] == []
