"""Ask whether something is known at partners, and see the answer to one's own question."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework import access, inquiry_policies
from casework.forms.inquiry import InquiryForm
from casework.services import inquiries
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


@require_http_methods(["GET", "HEAD", "POST"])
def inquire(request: ActorRequest) -> HttpResponse:
    require(inquiry_policies.why_not_inquire(request.actor), object_type="inquiry")
    form = InquiryForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        too_often = inquiry_policies.why_not_inquire_again(request.actor, moment())
        if too_often is None:
            made = inquiries.ask(
                sought=form.sought(),
                ground=form.cleaned_data["ground"],
                purpose=form.cleaned_data["purpose"],
                actor=request.actor,
                at=moment(),
            )
            return redirect("inquiry", made.pk)
        form.add_error(None, too_often)
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/inquiry/form.html", {"form": form}, status=status)


@require_safe
def inquiry(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.inquiry(request.actor, pk)
    known = [
        (one, inquiries.where_to_ask(request.actor, one.organisation))
        for one in inquiries.answer(found)
    ]
    context = {"inquiry": found, "known": known, "heading": _("Antwoord")}
    return render(request, "casework/inquiry/page.html", context)
