"""The real regions, gemeenten, units and parketten, as they were counted elsewhere."""

from datetime import date

import pytest
from django.db.models import Count, Q, QuerySet

from partners.models import Ground, Kind, Organisation, Region

pytestmark = pytest.mark.django_db

ON = date(2024, 1, 1)
GEMEENTEN_OF = {
    "Noord-Nederland": {"VR01": 10, "VR02": 18, "VR03": 12},
    "Oost-Nederland": {"VR04": 11, "VR05": 14, "VR06": 22, "VR07": 15, "VR08": 14},
    "Midden-Nederland": {"VR09": 26, "VR14": 6, "VR25": 6},
    "Noord-Holland": {"VR10": 16, "VR11": 7, "VR12": 9},
    "Amsterdam": {"VR13": 6},
    "Den Haag": {"VR15": 9, "VR16": 18},
    "Rotterdam": {"VR17": 13, "VR18": 10},
    "Zeeland-West-Brabant": {"VR19": 13, "VR20": 24},
    "Oost-Brabant": {"VR21": 11, "VR22": 21},
    "Limburg": {"VR23": 15, "VR24": 16},
}


def of_kind(kind: Kind) -> QuerySet[Organisation]:
    return Organisation.objects.in_force(ON).filter(kind=kind)


@pytest.mark.parametrize(
    ("kind", "count"), [(Kind.GEMEENTE, 342), (Kind.POLITIE, 10), (Kind.OM, 10), (Kind.REGIO, 25)]
)
def test_each_kind_is_complete(kind: Kind, count: int) -> None:
    assert of_kind(kind).count() == count


def test_there_are_25_regions() -> None:
    codes = Region.objects.in_force(ON).values_list("code", flat=True)

    assert list(codes) == [f"VR{number:02}" for number in range(1, 26)]


def test_each_region_has_its_number_of_gemeenten() -> None:
    counted = Region.objects.annotate(
        gemeenten=Count("organisations", filter=Q(organisations__kind=Kind.GEMEENTE))
    )

    assert dict(counted.values_list("code", "gemeenten")) == {
        region: count for regions in GEMEENTEN_OF.values() for region, count in regions.items()
    }


@pytest.mark.parametrize(
    ("kind", "prefix"), [(Kind.POLITIE, "Politie-eenheid"), (Kind.OM, "Arrondissementsparket")]
)
def test_units_and_parketten_serve_their_regions(kind: Kind, prefix: str) -> None:
    served = {
        one.name: {region.code for region in one.regions.all()}
        for one in of_kind(kind).prefetch_related("regions")
    }

    assert served == {f"{prefix} {name}": set(regions) for name, regions in GEMEENTEN_OF.items()}


def test_brabant_noord_holds_its_eleven_gemeenten() -> None:
    names = of_kind(Kind.GEMEENTE).filter(regions__code="VR21").values_list("name", flat=True)

    assert set(names) == {
        "Bernheze",
        "Boekel",
        "Boxtel",
        "Heusden",
        "Land van Cuijk",
        "Maashorst",
        "Meierijstad",
        "Oss",
        "'s-Hertogenbosch",
        "Sint-Michielsgestel",
        "Vught",
    }


def test_every_gemeente_has_one_region_one_unit_and_one_parket() -> None:
    gemeenten = of_kind(Kind.GEMEENTE).annotate(
        in_regions=Count("regions", distinct=True),
        units=Count(
            "regions__organisations",
            filter=Q(regions__organisations__kind=Kind.POLITIE),
            distinct=True,
        ),
        parketten=Count(
            "regions__organisations", filter=Q(regions__organisations__kind=Kind.OM), distinct=True
        ),
    )

    assert not gemeenten.exclude(in_regions=1, units=1, parketten=1).exists()


def test_gemeenten_carry_their_official_codes() -> None:
    assert not of_kind(Kind.GEMEENTE).exclude(code__regex=r"^GM\d{4}$").exists()
    assert Organisation.objects.get(code="GM0828").name == "Oss"
    assert Organisation.objects.get(code="GM0820").name == "Nuenen, Gerwen en Nederwetten"


def test_a_ground_names_its_official_source() -> None:
    sources = Ground.objects.values_list("source", flat=True)

    assert sources
    assert all(
        source.startswith(("https://wetten.overheid.nl/BWBR", "https://eur-lex.europa.eu/eli/"))
        for source in sources
    )


def test_a_ground_that_is_younger_than_the_case_does_not_hold_yet() -> None:
    before = Ground.objects.in_force(date(2025, 2, 28))

    assert not before.filter(code="wgs-riec").exists()
    assert Ground.objects.in_force(date(2025, 3, 1)).filter(code="wgs-riec").exists()
