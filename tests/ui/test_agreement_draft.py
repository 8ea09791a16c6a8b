"""The dialog of a new agreement: the kinds and languages offered, and what it rests on."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm
from kunjungan.services.agreements import agreement_form
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import parties_of
from kunjungan.ui.labels import language_word
from kunjungan.ui.screens.agreements.facts.draft_dialog import DraftDialog
from kunjungan.ui.screens.agreements.facts.form_parts import is_shown
from tests.builders import Body, an_agreement, prabumulih
from tests.services.memoranda import CITIES, a_foreign_city
from tests.ui.agreements_case import Case, agreements_window
from tests.ui.draft_case import draft, own_office, subject
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def host(case: Case) -> Body:
    """Bandung, whose office this is."""
    return own_office(case)


def kinds(asked: DraftDialog) -> list[str]:
    return [asked.kinds.kind.itemText(n) for n in range(asked.kinds.kind.count())]


def test_the_kinds_follow_the_partner_and_unusual_ones_say_so(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner, city = prabumulih(case.office), a_foreign_city(case.office, *CITIES[0])
    ministry = add_institution(
        case.office, InstitutionForm(InstitutionKind.MINISTRY, "Kementerian Contoh")
    )
    seen: list[str] = []

    def fill(asked: DraftDialog) -> None:
        for body in (partner.id, ministry, city.id):
            asked.parties.rows[1].body.set_value(body)
            seen.append(asked.kinds.kind.currentText())
            assert "(unusual)" not in seen[-1]
        offered = kinds(asked)
        assert any(text.startswith("Joint Agreement") and "(unusual)" in text for text in offered)
        assert not is_shown(asked.kinds.reason)
        subject(asked)

    made = draft(case, monkeypatch, fill)
    assert [text.partition(" (")[0] for text in seen] == [
        "Joint Agreement",
        "Synergy Memorandum",
        "Letter of Intent",
    ]
    assert agreement_form(case.office, made).kind is AgreementKind.LOI
    assert parties_of(case.office, made)[0].institution_id == host.id


def test_a_foreign_partner_brings_alternat_one_language_after_the_other_and_no_stamp(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = a_foreign_city(case.office, *CITIES[0])

    def fill(asked: DraftDialog) -> None:
        assert asked.parties.rows[0].institution() == host.id
        asked.parties.rows[1].body.set_value(city.id)
        assert asked.parties.rows[1].number.isHidden()
        subject(asked)

    form = agreement_form(case.office, draft(case, monkeypatch, fill))
    assert (form.layout, form.alternat, form.stamp_form) == (
        Layout.SEQUENCE,
        True,
        StampForm.NONE,
    )
    assert form.language_clause == "equal"


def test_a_third_language_asks_for_title_and_subject_and_columns_have_no_room_for_it(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = a_foreign_city(case.office, *CITIES[0])

    def fill(asked: DraftDialog) -> None:
        asked.parties.rows[1].body.set_value(city.id)
        assert asked.parties.rows[0].institution() == host.id
        fields = asked.languages
        assert not is_shown(fields.title_third)
        fields.third.set_value("ko")
        assert is_shown(fields.title_third)
        clauses = [fields.clause.itemText(n) for n in range(fields.clause.count())]
        assert "The partner's own language prevails" in clauses
        fields.layout.set_value(Layout.COLUMNS)
        assert (fields.third.value(), fields.third.isEnabled()) == ("", False)
        fields.layout.set_value(Layout.VOLUMES)
        fields.third.set_value("ko")
        fields.title_third.set_value("의향서")
        fields.subject_third.set_value("우호 협력")
        subject(asked)

    made = draft(case, monkeypatch, fill)
    form = agreement_form(case.office, made)
    assert (form.layout, form.third_language) == (Layout.VOLUMES, "ko")
    assert (form.title_third, form.subject_third) == ("의향서", "우호 협력")
    volumes = {line.language for line in list_originals(case.office, made)}
    assert volumes == {"id", "en", "ko"}


def test_at_home_there_is_no_third_language_and_the_law_is_named(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = prabumulih(case.office)

    def fill(asked: DraftDialog) -> None:
        assert asked.parties.rows[0].institution() == host.id
        asked.parties.rows[1].body.set_value(partner.id)
        fields = asked.languages
        assert not is_shown(fields.third)
        assert (fields.clause.count(), fields.clause.isEnabled()) == (1, False)
        assert "UU 24/2009" in fields._about_clause.text()
        fields.layout.set_value(Layout.SEQUENCE)
        assert "unofficial" in fields._about_layout.text()
        subject(asked)

    form = agreement_form(case.office, draft(case, monkeypatch, fill))
    assert (form.layout, form.language_clause) == (Layout.SEQUENCE, "id_prevails")


def test_an_addendum_must_say_what_it_changes_and_offers_the_partners_agreements_first(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = an_agreement(case.office)
    host, guest = (party.institution_id for party in parties_of(case.office, parent))
    settings = office_settings(case.office)
    change_settings(case.office, replace(settings, own_institution=host))

    def fill(asked: DraftDialog) -> None:
        asked.parties.rows[1].body.set_value(guest)
        assert not is_shown(asked.kinds.parent_agreement)
        asked.kinds.kind.set_value(AgreementKind.ADDENDUM)
        assert is_shown(asked.kinds.parent_agreement)
        subject(asked)
        assert not asked.dialog.submit()
        items = asked.kinds.parent_agreement.matches("")
        assert "Pemerintah Kota Prabumulih" in items[0].title
        asked.kinds.parent_agreement.set_value(items[0].key)

    form = agreement_form(case.office, draft(case, monkeypatch, fill))
    assert (form.kind, form.parent_id) == (AgreementKind.ADDENDUM, parent)


def test_the_third_languages_are_those_with_words_for_a_paper(
    case: Case, host: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = a_foreign_city(case.office, *CITIES[0])
    seen: list[str] = []

    def fill(asked: DraftDialog) -> None:
        assert asked.parties.rows[0].institution() == host.id
        asked.parties.rows[1].body.set_value(city.id)
        field = asked.languages.third
        seen.extend(field.itemText(n) for n in range(field.count()))
        subject(asked)

    draft(case, monkeypatch, fill)
    assert {language_word(code) for code in ("ko", "zh-Hans", "ar")} <= set(seen)
    assert not {"Indonesian", "English"} & set(seen)
