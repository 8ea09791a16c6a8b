"""The case of 1 September 2022: the regent is 20 minutes late, and all that follows is told."""

from datetime import time

from kunjungan.domain.rundown_checks import Check
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.rundown.checks import rundown_state
from kunjungan.services.rundown.items import list_items, slip
from kunjungan.services.rundown.lines import rundown
from kunjungan.services.rundown.mending import mend
from kunjungan.services.rundown.sent import mark_sent
from kunjungan.services.sample import make_sample


def test_the_afternoon_slips_by_20_minutes(office: Office) -> None:
    visit = make_sample(office)
    before = list_items(office, visit)
    assert [f"{line.starts_at:%H.%M}" for line in before] == [
        "08.30", "09.00", "09.10", "09.25", "09.40", "10.15", "10.30", "11.30",
        "13.00", "13.10", "13.25", "13.40",
    ]  # fmt: skip
    mark_sent(office, visit)
    told = {finding.check for finding in rundown_state(office, visit).findings}
    assert told <= {Check.ROOM}

    afternoon = [line for line in before if line.starts_at >= time(13)]
    outcome = slip(office, visit, afternoon[0].id, 20)
    assert (outcome.moved, outcome.collides) == (3, ())
    after = list_items(office, visit)
    assert after[:8] == before[:8]
    assert [(f"{line.starts_at:%H.%M}", line.minutes) for line in after[8:]] == [
        ("13.20", 10), ("13.30", 15), ("13.45", 15), ("14.00", 80),
    ]  # fmt: skip

    findings = {finding.check: finding for finding in rundown_state(office, visit).findings}
    assert {Check.HOURS, Check.QUIET, Check.SENT} <= set(findings)
    assert findings[Check.HOURS].values["minutes"] == 20
    assert findings[Check.QUIET].values["start"] == time(15)
    mend(office, visit, findings[Check.HOURS])
    session = rundown(office, visit).session(afternoon[0].session_id)
    assert session is not None
    assert session.ends_at == time(15, 20)

    undo(office)
    undo(office)
    assert list_items(office, visit) == before


def test_the_sample_has_a_signing_for_either_agreement(office: Office) -> None:
    visit = make_sample(office)
    signings = [line for line in list_items(office, visit) if line.kind is ItemKind.SIGNING]
    assert len({line.agreement_id for line in signings} - {None}) == 2
    assert len({line.session_id for line in signings}) == 2
