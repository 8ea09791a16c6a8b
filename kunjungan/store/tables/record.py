"""What every table has in common."""

import re
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel
from typing_extensions import override

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(SQLModel):
    """A row with an identity of its own, even in a merged or shared database.

    ``version`` counts its changes, so that two desks cannot overwrite each other; it is not
    journaled, because then every merge would be a conflict.
    """

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    version: int = Field(default=1, sa_column_kwargs={"info": {"journal": False}})

    @declared_attr.directive
    @classmethod
    @override
    def __tablename__(cls) -> str:
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
