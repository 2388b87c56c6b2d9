"""The demo accounts: who may log in, as what, with one password that everybody may know."""

from dataclasses import dataclass

from config.demo import organisations as demo
from partners.models import Role
from workflows.mandates import HOVJ

PASSWORD = "klaprozen-langs-de-maas"  # noqa: S105  public on purpose, and useless outside the demo
DOMAIN = "demo.example"


RESTRICTED = ("bibob", "huisverbod", "bij", "agressie", "ondermijning", "nazorg")
"""Themes with cases or classes for named people alone; of a pair of colleagues the first is one."""


@dataclass(frozen=True)
class Capacity:
    """`deputises` is the name before the @ of whom one stands in for."""

    organisation: str
    role: Role
    mandate: str = ""
    deputises: str = ""
    clearances: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    login: str
    name: str
    capacities: tuple[Capacity, ...]

    @property
    def email(self) -> str:
        return f"{self.login}@{DOMAIN}"


def _account(
    login: str,
    title: str,
    code: str,
    role: Role,
    mandate: str = "",
    *,
    clearances: tuple[str, ...] = (),
) -> Account:
    capacity = Capacity(code, role, mandate, clearances=clearances)
    return Account(login, f"Demo {title}", (capacity,))


def _gemeente(code: str, name: str) -> tuple[Account, ...]:
    at = name.lower()
    return (
        _account(
            f"iv.{at}", f"IV-coördinator {name}", code, Role.COORDINATOR, clearances=RESTRICTED
        ),
        _account(
            f"burgemeester.{at}",
            f"burgemeester {name}",
            code,
            Role.DECISION_MAKER,
            "burgemeester",
            clearances=RESTRICTED,
        ),
        _account(f"secretaris.{at}", f"gemeentesecretaris {name}", code, Role.SECRETARY),
        _account(f"fg.{at}", f"FG {name}", code, Role.PRIVACY_OFFICER),
        _account(f"beheer.{at}", f"functioneel beheerder {name}", code, Role.ADMINISTRATOR),
    )


def _partner(
    code: str,
    at: str,
    name: str,
    *,
    liaisons: int = 1,
    clearances: tuple[str, ...] = (),
) -> tuple[Account, ...]:
    numbers = range(1, liaisons + 1) if liaisons > 1 else ("",)
    return (
        *(
            _account(
                f"liaison{n}.{at}",
                f"liaison {n} {name}".replace("  ", " "),
                code,
                Role.LIAISON,
                clearances=clearances if n in ("", 1) else (),
            )
            for n in numbers
        ),
        _account(f"fg.{at}", f"FG {name}", code, Role.PRIVACY_OFFICER),
    )


OSS, BERNHEZE, MEIERIJSTAD = "GM0828", "GM1721", "GM1948"

ACCOUNTS: tuple[Account, ...] = (
    *_gemeente(OSS, "Oss"),
    *_gemeente(MEIERIJSTAD, "Meierijstad"),
    _account(
        "iv.bernheze",
        "IV-coördinator Bernheze",
        BERNHEZE,
        Role.COORDINATOR,
        clearances=RESTRICTED,
    ),
    Account(
        "iv2.oss",
        "Demo tweede IV-coördinator Oss, plaatsvervanger Bernheze",
        (
            Capacity(OSS, Role.COORDINATOR),
            Capacity(BERNHEZE, Role.COORDINATOR, deputises="iv.bernheze"),
        ),
    ),
    *_partner(demo.POLITIE, "politie", "politie", liaisons=2, clearances=RESTRICTED),
    *_partner(demo.OM, "om", "OM", liaisons=2, clearances=RESTRICTED),
    _account(
        "ovj.om",
        "officier van justitie",
        demo.OM,
        Role.DECISION_MAKER,
        "officier van justitie",
        clearances=RESTRICTED,
    ),
    *_partner(demo.NETBEHEERDER, "netbeheerder", "netbeheerder"),
    *_partner(demo.CORPORATIE, "corporatie", "woningcorporatie", clearances=("nazorg",)),
    *_partner(demo.RIEC, "riec", "RIEC", clearances=("bibob", "ondermijning")),
    *_partner(demo.ZVH, "zvh", "Zorg- en Veiligheidshuis", clearances=RESTRICTED),
    *_partner(demo.BRANDWEER, "brandweer", "brandweer"),
    *_partner(demo.GHOR, "ghor", "GHOR"),
    *_partner(demo.OMGEVINGSDIENST, "omgevingsdienst", "omgevingsdienst"),
    *_partner(demo.PRORAIL, "prorail", "ProRail"),
    *_partner(demo.DJI, "dji", "penitentiaire inrichting", clearances=("nazorg",)),
    *_partner(
        demo.RECLASSERING, "reclassering", "reclassering", clearances=("nazorg", "huisverbod")
    ),
    *_partner(demo.VEILIG_THUIS, "veiligthuis", "Veilig Thuis", clearances=("huisverbod",)),
    *_partner(demo.ZORG, "zorg", "hulpverlening", clearances=("nazorg", "huisverbod")),
    _account(
        "hovj.politie",
        "hulpofficier van justitie",
        demo.POLITIE,
        Role.LIAISON,
        HOVJ,
        clearances=("huisverbod",),
    ),
    _account("regiostaf.vrbn", "regiostaf", demo.VEILIGHEIDSREGIO, Role.SECRETARY),
    _account("fg.vrbn", "FG veiligheidsregio", demo.VEILIGHEIDSREGIO, Role.PRIVACY_OFFICER),
)
