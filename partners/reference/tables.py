"""Which file holds which rows: its columns, and the fields of the model that they fill."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from partners.models import Adjacency, Dated, Ground, Kind, Organisation, Region, ServiceArea

M = TypeVar("M", bound=Dated)
CodedM = TypeVar("CodedM", Region, Organisation, Ground)

DATES = {"geldig_van": "valid_from", "geldig_tot": "valid_until"}
KEPT_KINDS = (Kind.GEMEENTE, Kind.POLITIE, Kind.OM, Kind.REGIO)
"""The kinds in the care of the loader; organisations of other kinds it leaves alone."""


@dataclass(frozen=True)
class Table(Generic[M]):
    """`references` are columns that name a row of another file by its code."""

    file: str
    model: type[M]
    fields: dict[str, str]
    identity: Callable[[M], Hashable]
    label: Callable[[M], str]
    references: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.fields, *self.references)


def _code(thing: CodedM) -> str:
    return thing.code


def _named(thing: Region | Organisation) -> dict[str, str]:
    return {"code": thing.code, "name": thing.name}


REGIONS = Table(
    "regios.csv",
    Region,
    {"code": "code", "naam": "name", **DATES},
    identity=_code,
    label=lambda region: _("regio %(code)s %(name)s") % _named(region),
)
ORGANISATIONS = Table(
    "organisaties.csv",
    Organisation,
    {"soort": "kind", "code": "code", "naam": "name", **DATES},
    identity=_code,
    label=lambda organisation: _("organisatie %(code)s %(name)s") % _named(organisation),
    references=("opvolger",),
)
SERVICE_AREAS = Table(
    "werkgebieden.csv",
    ServiceArea,
    DATES,
    identity=lambda area: (area.organisation.code, area.region.code, area.valid_from),
    label=lambda area: (
        _("werkgebied %(code)s in %(region)s vanaf %(day)s")
        % {
            "code": area.organisation.code,
            "region": area.region.code,
            "day": area.valid_from.isoformat(),
        }
    ),
    references=("organisatie", "regio"),
)
ADJACENCIES = Table(
    "buurgemeenten.csv",
    Adjacency,
    DATES,
    identity=lambda pair: (pair.gemeente.code, pair.neighbour.code, pair.valid_from),
    label=lambda pair: (
        _("buurgemeenten %(one)s en %(other)s vanaf %(day)s")
        % {
            "one": pair.gemeente.code,
            "other": pair.neighbour.code,
            "day": pair.valid_from.isoformat(),
        }
    ),
    references=("gemeente", "buurgemeente"),
)
GROUNDS = Table(
    "grondslagen.csv",
    Ground,
    {
        "code": "code",
        "artikel": "article",
        "titel": "title",
        "houder": "holder",
        "voor_verstrekking": "is_for_sending",
        "voor_ontvangst": "is_for_receiving",
        "bron": "source",
        **DATES,
    },
    identity=_code,
    label=lambda ground: _("grondslag %(code)s") % {"code": ground.code},
)
