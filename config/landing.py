"""The pages of the product itself: the way in, the state of health, the accessibility statement."""

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from partners.http import ActorRequest
from partners.middleware import public
from partners.models import Role

HOME = {
    Role.SECRETARY: "throughput",
    Role.ADMINISTRATOR: "throughput",
    Role.PRIVACY_OFFICER: "trail",
}


def home(request: ActorRequest) -> HttpResponse:
    """Each role begins where its work is."""
    return redirect(HOME.get(request.actor.role, "worklist"))


@public
def health(request: HttpRequest) -> JsonResponse:
    """For a load balancer: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "accessibility.html")


@public
def no_such_page(request: HttpRequest, key: str = "") -> HttpResponse:
    """In place of a page of a library that we do not offer."""
    raise Http404
