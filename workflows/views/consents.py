"""Ask the bevoegd gezag to agree with a disclosure, and the page on which it does or does not."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework import access
from casework import consent_policies as policies
from casework.forms.consent import AskAuthorityForm, ConsentForm
from casework.forms.providing import own_things
from casework.services import consents
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require
from workflows.views.disclosure_requests import to_decide


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = to_decide(request, pk)
    require(policies.why_not_lay_before(found), object_type="disclosurerequest", object_id=pk)
    form = AskAuthorityForm(
        request.POST or None,
        request=found,
        things=own_things(found, request.actor),
        initial={"about": found.about},
    )
    if form.is_valid():
        given = form.cleaned_data
        consents.ask(
            request=found,
            thing=form.chosen(),
            authority=given["authority"],
            question=consents.Question(given["about"], given["interest"]),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("Voorgelegd aan het bevoegd gezag. U hoort het antwoord."))
        return redirect("disclosure_request", pk)
    context = {"asked": found, "case": found.case, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "workflows/consent/ask.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What is asked, for both ends; the authority decides here."""
    found = access.consent(request.actor, pk)
    form = ConsentForm(request.POST or None)
    if request.method == "POST":
        # Whose it is not is refused before the form is judged; who comes late hears so below.
        if found.status == found.Status.ASKED:
            require(
                policies.why_not_consent(request.actor, found),
                object_type="consent",
                object_id=pk,
            )
        if form.is_valid():
            consents.decide(
                consent=found,
                is_granted=form.cleaned_data["decision"] == "granted",
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment(),
            )
            messages.success(request, _("Uw beslissing is vastgelegd. De houder krijgt bericht."))
            return redirect("consent", pk)
    consents.note_reading(consent=found, actor=request.actor, at=moment())
    context = {
        "consent": found,
        "case": found.case,
        "form": form,
        "why_not": policies.why_not_consent(request.actor, found),
    }
    status = 422 if form.is_bound else 200
    return render(request, "workflows/consent/page.html", context, status=status)
