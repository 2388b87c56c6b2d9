"""What the page of a case tells of disclosing: what one gave to whom, asked, or did not get yet."""

from collections import Counter
from typing import Any

from django.db.models import Prefetch

from casework import disclosing_policies as policies
from casework.models import Case, Disclosure, DisclosureRequest
from casework.undisclosed import undisclosed
from partners.acting import moment
from partners.actor import Actor
from partners.models import Organisation


def given_now(actor: Actor) -> "Prefetch[Any, Any, Any]":
    """With each contribution or subject of one's own: who sees it now."""
    rows = Disclosure.objects.in_force(moment()).filter(sender=actor.organisation)
    return Prefetch(
        "disclosures", queryset=rows.select_related("receiver", "case"), to_attr="given_now"
    )


def disclosing_of(actor: Actor, case: Case) -> dict[str, Any]:
    asked = DisclosureRequest.objects.visible_to(actor).filter(case=case)
    held = Counter(one.organisation_id for one in undisclosed(actor, case))
    holders = Organisation.objects.filter(pk__in=held).order_by("name")
    return {
        "disclosure_requests": asked.select_related("asker", "holder"),
        "undisclosed": [(one, held[one.pk]) for one in holders],
        "why_not_ask": policies.why_not_ask_anyone(actor, case),
    }
