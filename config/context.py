"""What every page shows of the product itself, and the ways through it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from casework.ending.policies import LOOKING_AHEAD
from config.demo import accounts
from notifications.inbox import standing
from partners.actor import Actor
from partners.models import Kind, Role
from partners.models.membership import CASE_ROLES

WAYS = {
    "worklist": CASE_ROLES,
    "cases": CASE_ROLES,
    "disclosure_requests": CASE_ROLES,
    "search": CASE_ROLES,
    "meetings": CASE_ROLES,
    "signals": CASE_ROLES,
    "event_calendar": CASE_ROLES | {Role.SECRETARY},
    "rights_requests": frozenset({Role.PRIVACY_OFFICER}),
    "destruction": frozenset({Role.COORDINATOR, Role.LIAISON, Role.PRIVACY_OFFICER}),
    "throughput": frozenset(Role) - {Role.PRIVACY_OFFICER},
    "aggression_report": frozenset({Role.SECRETARY}),
    "inquire": frozenset({Role.PRIVACY_OFFICER}),
    "formules": frozenset({Role.ADMINISTRATOR, Role.SECRETARY, Role.COORDINATOR}),
    "local_settings": frozenset({Role.ADMINISTRATOR}),
    "disclosure_register": CASE_ROLES | {Role.PRIVACY_OFFICER},
    "ending_access": LOOKING_AHEAD,
    "clearances": frozenset({Role.ADMINISTRATOR, Role.PRIVACY_OFFICER}),
    "desks": frozenset({Role.ADMINISTRATOR}),
    "trail": frozenset({Role.PRIVACY_OFFICER}),
    "emergencies": frozenset({Role.PRIVACY_OFFICER}),
    "arrangements": frozenset({Role.PRIVACY_OFFICER, Role.ADMINISTRATOR}),
    "equalled_days": frozenset({Role.ADMINISTRATOR}),
}

ON_THE_BAR = 8
"""As many fit on one line of 1,280 pixels; where there are more, the last place opens the rest."""

OF_GEMEENTEN = frozenset({"signals", "aggression_report"})
"""Neighbours are gemeenten, and so are the employers of the report: others see none of these."""


@dataclass(frozen=True)
class Way:
    url: str
    label: str
    current: bool


@dataclass(frozen=True)
class Navigation:
    """In order of use."""

    ways: tuple[Way, ...] = ()

    @property
    def bar(self) -> tuple[Way, ...]:
        return self.ways[: len(self.ways) if len(self.ways) <= ON_THE_BAR else ON_THE_BAR - 1]

    @property
    def further(self) -> tuple[Way, ...]:
        return self.ways[len(self.bar) :]

    @property
    def is_further(self) -> bool:
        """Whether the present page is one of the rest."""
        return any(one.current for one in self.further)


def product(request: HttpRequest) -> dict[str, Any]:
    return {
        "version": settings.VERSION,
        "source_url": f"{settings.SOURCE_URL}/tree/v{settings.VERSION}",
        "accessibility_url": reverse("accessibility"),
        "matrix_url": reverse("who_sees_what"),
        "capacity_url": reverse("capacity"),
        "notifications_url": reverse("notifications"),
        "is_demo": settings.DEMO,
        "demo_accounts": demo_accounts if settings.DEMO else None,
    }


def demo_accounts() -> dict[str, Any]:
    """Called by the one page that shows them."""
    return {
        "accounts": accounts.ACCOUNTS,
        "domain": accounts.DOMAIN,
        "password": accounts.PASSWORD,
    }


def navigation(request: HttpRequest) -> dict[str, Navigation]:
    """The pages this role has; a link to a page one may not see helps nobody."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {"navigation": Navigation()}
    labels = {
        "worklist": _("Werkvoorraad"),
        "cases": _("Zaken"),
        "disclosure_requests": _("Informatieverzoeken"),
        "search": _("Zoeken"),
        "meetings": _("Overleggen"),
        "signals": _("Signalen"),
        "event_calendar": _("Evenementen"),
        "rights_requests": _("Rechten van betrokkenen"),
        "destruction": _("Te vernietigen"),
        "throughput": _("Doorstroom"),
        "aggression_report": _("Agressie"),
        "inquire": _("Bekendheid"),
        "formules": _("Formules"),
        "local_settings": _("Instellingen"),
        "disclosure_register": _("Verstrekkingen"),
        "ending_access": _("Toegang die eindigt"),
        "clearances": _("Aanwijzingen"),
        "desks": _("Aanspreekpunten"),
        "trail": _("Auditspoor"),
        "emergencies": _("Noodtoegang"),
        "arrangements": _("Convenanten"),
        "equalled_days": _("Gelijkgestelde dagen"),
    }
    is_gemeente = actor.organisation.kind == Kind.GEMEENTE
    ways = tuple(
        Way(reverse(name), labels[name], request.path.startswith(reverse(name)))
        for name, roles in WAYS.items()
        if actor.role in roles and (is_gemeente or name not in OF_GEMEENTEN)
    )
    return {"navigation": Navigation(ways)}


def live(request: HttpRequest) -> dict[str, Any]:
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return {}
    now = standing(actor.person.pk)
    return {"live": now, "unread_count": now.unread}
