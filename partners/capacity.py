"""In which of a person's memberships a request acts; the page says which."""

from django.http import HttpRequest
from django.utils import timezone

from partners.models import Membership, Person

SESSION_KEY = "membership_id"


def memberships_of(person: Person) -> list[Membership]:
    """Those in force today, in a fixed order."""
    today = timezone.localdate()
    rows = Membership.objects.in_force(today).filter(person=person)
    return list(rows.select_related("organisation", "person").order_by("pk"))


def current_membership(request: HttpRequest) -> Membership | None:
    """The one chosen in this session while it is in force, else the first."""
    if not isinstance(request.user, Person):
        return None
    request.memberships = memberships_of(request.user)  # type: ignore[attr-defined]
    chosen = request.session.get(SESSION_KEY)
    mine: list[Membership] = request.memberships  # type: ignore[attr-defined]
    return next((one for one in mine if one.pk == chosen), mine[0] if mine else None)
