"""One's own account, and the capacity in which one works."""

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from partners import calendar_keys
from partners.access import own_membership
from partners.acting import moment
from partners.capacity import SESSION_KEY
from partners.http import ActorRequest
from partners.models import Membership
from partners.sessions import change_capacity


@require_safe
def account(request: ActorRequest) -> HttpResponse:
    return _page(request)


def _page(request: ActorRequest, *, new_key: str = "") -> HttpResponse:
    today = timezone.localdate()
    held = Membership.objects.filter(person=request.actor.person).select_related("organisation")
    context = {
        "held": [(one, one.is_in_force(today)) for one in held.order_by("-valid_from", "pk")],
        "has_two_steps": get_adapter().is_mfa_enabled(request.actor.person),
        "calendar_key": calendar_keys.key_of(request.actor),
        "new_key": new_key,
        "public_url": settings.PUBLIC_URL,
    }
    return render(request, "partners/account.html", context)


@require_POST
def capacity(request: ActorRequest) -> HttpResponse:
    chosen = own_membership(request.memberships, request.POST.get("membership", ""))
    change_capacity(by=request.actor, to=chosen, at=timezone.now())
    request.session[SESSION_KEY] = chosen.pk
    return redirect("home")


@require_POST
def calendar_make(request: ActorRequest) -> HttpResponse:
    """Shown on this answer and never again: nobody keeps the key itself."""
    return _page(request, new_key=calendar_keys.make(actor=request.actor, at=moment()))


@require_POST
def calendar_revoke(request: ActorRequest) -> HttpResponse:
    calendar_keys.revoke(actor=request.actor, at=moment())
    messages.success(request, _("De koppeling werkt niet meer."))
    return redirect("account")
