"""What the office keeps of its own beside what the program brings: label sheets, visum forms."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import TemplateUse
from kunjungan.store.tables import Template


class Named(Protocol):
    """A value with a name and the slug that it is known by."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def slug(self) -> str:
        """What it is known by; that of the program's own where it stands for one."""

    @property
    def name(self) -> Bilingual:
        """What it is called."""


T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True)
class OwnTemplates(Generic[T]):
    """The templates for one use; ``read`` takes one from its data, or raises where it cannot."""

    use: TemplateUse
    read: Callable[[Any], T]
    data: Callable[[T], Any]

    def kept(self, session: Session) -> dict[str, T]:
        """Return those that can be read, by slug, in the order of their names."""
        found = (one for row in self._rows(session) if (one := self._read(row)) is not None)
        return {one.slug: one for one in found}

    def keep(self, session: Session, one: T) -> str:
        """Keep one inside a change and return its slug; an empty slug makes a new one."""
        row = self._row(session, one.slug) if one.slug else None
        row = row or Template(use=self.use, name_id="")
        kept = replace(one, slug=one.slug or str(row.id))
        row.name_id, row.name_en, row.rows = kept.name.id, kept.name.en, (self.data(kept),)
        session.add(row)
        return kept.slug

    def remove(self, session: Session, slug: str) -> bool:
        """Remove one inside a change; False where the office has none by this slug."""
        row = self._row(session, slug)
        if row is not None:
            session.delete(row)
        return row is not None

    def _row(self, session: Session, slug: str) -> Template | None:
        return next((row for row in self._rows(session) if self._slug(row) == slug), None)

    def _rows(self, session: Session) -> list[Template]:
        query = select(Template).where(Template.use == self.use).order_by(Template.name_id)
        return list(session.exec(query))

    def _slug(self, row: Template) -> str:
        one = self._read(row)
        return one.slug if one is not None else str(row.id)

    def _read(self, row: Template) -> T | None:
        try:
            return self.read(row.rows[0])
        except (KeyError, IndexError, TypeError, ValueError, RuleBroken):
            return None
