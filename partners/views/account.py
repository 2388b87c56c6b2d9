"""One's own account, and the capacity in which one works."""

from allauth.mfa.adapter import get_adapter
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from partners.access import own_membership
from partners.capacity import SESSION_KEY
from partners.http import ActorRequest
from partners.models import Membership
from partners.sessions import change_capacity


@require_safe
def account(request: ActorRequest) -> HttpResponse:
    today = timezone.localdate()
    held = Membership.objects.filter(person=request.actor.person).select_related("organisation")
    context = {
        "held": [(one, one.is_in_force(today)) for one in held.order_by("-valid_from", "pk")],
        "has_two_steps": get_adapter().is_mfa_enabled(request.actor.person),
    }
    return render(request, "partners/account.html", context)


@require_POST
def capacity(request: ActorRequest) -> HttpResponse:
    chosen = own_membership(request.memberships, request.POST.get("membership", ""))
    change_capacity(by=request.actor, to=chosen, at=timezone.now())
    request.session[SESSION_KEY] = chosen.pk
    return redirect("home")
