"""What every page shows of who one is."""

from typing import Any

from django.http import HttpRequest


def capacities(request: HttpRequest) -> dict[str, Any]:
    """The capacities besides the one in use."""
    actor = getattr(request, "actor", None)
    mine = getattr(request, "memberships", [])
    return {"capacities": [one for one in mine if actor and one.pk != actor.membership.pk]}
