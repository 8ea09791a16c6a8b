"""A register with an agreement that ends soon, for the tests of the register's screens."""

from datetime import date
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from tests.builders import Old, an_old_agreement
from tests.ui.agreements_case import Case


def an_ending(case: Case) -> UUID:
    """An agreement that ends in five weeks, current in a list with one that runs on for years."""
    running = Old(
        "2/X", date(2020, 1, 1), 9, "Kota Suwon", "Budaya", AgreementKind.PKS, "Kebudayaan"
    )
    an_old_agreement(case.office, running)
    made = an_old_agreement(case.office, Old("1/X", date(2017, 10, 1)))
    case.register.table.select(made)
    return made
