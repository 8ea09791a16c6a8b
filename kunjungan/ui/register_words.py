"""Words of the register: states, what follows, faults of numbers, columns of lists."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from kunjungan.domain.life import AgreementStatus
from kunjungan.domain.number_series import NumberFault
from kunjungan.domain.register_heads import RegisterField
from kunjungan.domain.registry import Due, Follow, Link
from kunjungan.i18n import later

REGISTER_WORDS: Mapping[Enum, str] = MappingProxyType[Enum, str](
    {
        AgreementStatus.DRAFT: later("Being drafted"),
        AgreementStatus.IN_PROCESS: later("In process"),
        AgreementStatus.IN_FORCE: later("In force"),
        AgreementStatus.ENDING: later("Ending soon"),
        AgreementStatus.ENDED: later("Expired"),
        AgreementStatus.EXTENDED: later("Extended"),
        AgreementStatus.TERMINATED: later("Terminated"),
        NumberFault.DUPLICATE: later("Number used twice"),
        NumberFault.MISSING: later("No number"),
        NumberFault.PARTNER_MISSING: later("Partner's number open"),
        NumberFault.GAP: later("Numbers skipped"),
        Follow.NONE: later("nothing done yet"),
        Follow.DRAFTED: later("renewal drafted"),
        Follow.IN_TALKS: later("in talks"),
        Follow.EXTENDED: later("extended"),
        Due.ENDING: later("End of an agreement"),
        Due.TASK: later("Task"),
        Due.ORIGINAL: later("Original lent out"),
        Link.ROOT: later("Beginning"),
        Link.ADDENDUM: later("Addendum"),
        Link.IMPLEMENTING: later("Implementing agreement"),
        Link.RENEWAL: later("Renewal"),
        RegisterField.PARTNER: later("Partner"),
        RegisterField.SUBJECT: later("Subject"),
        RegisterField.KIND: later("Kind"),
        RegisterField.OWN_NUMBER: later("Our number"),
        RegisterField.PARTNER_NUMBER: later("Partner's number"),
        RegisterField.SIGNED_ON: later("Signed"),
        RegisterField.STARTS_ON: later("Starts"),
        RegisterField.ENDS_ON: later("Ends"),
        RegisterField.TERM: later("Length of the term"),
        RegisterField.STATUS: later("State"),
        RegisterField.FIELD: later("Field"),
        RegisterField.UNIT: later("Carried out by"),
        RegisterField.KEPT_AT: later("Original"),
        RegisterField.NOTE: later("Note"),
    }
)
