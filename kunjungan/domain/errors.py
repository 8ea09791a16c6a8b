"""Every reason the office may refuse something, in one family."""


class OfficeError(Exception):
    """A refusal a person can read: an untranslated sentence and the values of its places."""

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


class RuleBroken(OfficeError):
    """A rule of the office forbids it."""


class NotFound(OfficeError):
    """The record is gone or never was."""


class Conflict(OfficeError):
    """Someone else changed the record first."""


class Unavailable(OfficeError):
    """The surroundings do not allow it: disk full, read-only, held by another, damaged, newer."""
