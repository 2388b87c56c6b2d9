"""The pages on which people read what they were told."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from notifications import inbox
from partners.acting import moment
from partners.http import ActorRequest

PAGE = 50


@require_GET
def notifications(request: ActorRequest) -> HttpResponse:
    person = request.actor.person
    page = Paginator(inbox.of(person), PAGE).get_page(request.GET.get("page"))
    is_fragment = request.htmx  # type: ignore[attr-defined]  # set by django-htmx
    template = "_list.html" if is_fragment else "list.html"
    context = {"page": page, "mails": inbox.wants_mail(person)}
    return render(request, f"notifications/{template}", context)


@require_GET
def state(request: ActorRequest) -> JsonResponse:
    now = inbox.standing(request.actor.person.pk)
    return JsonResponse({"epoch": now.epoch, "seq": now.seq, "unread": now.unread})


@require_POST
def open_one(request: ActorRequest, pk: UUID) -> HttpResponse:
    notification = inbox.open_one(among=inbox.of(request.actor.person), pk=pk, at=moment())
    return redirect(notification.link)


@require_POST
def read_all(request: ActorRequest) -> HttpResponse:
    inbox.read_all(person=request.actor.person, at=moment())
    return redirect("notifications")


@require_POST
def choose_mail(request: ActorRequest) -> HttpResponse:
    mails = request.POST.get("mails") == "1"
    inbox.choose_mail(person=request.actor.person, mails=mails)
    messages.success(request, _("U krijgt mail.") if mails else _("U krijgt geen mail meer."))
    return redirect("notifications")
