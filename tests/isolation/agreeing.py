"""Consent of the bevoegd gezag and arrangements, for tests of the walls."""

from datetime import timedelta

from django.utils import timezone

from casework.models import Arrangement, Case, Consent, DisclosureRequest
from casework.services import arrangements, consents
from casework.services.arrangements import Terms
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Organisation
from tests.isolation.acts import own_contribution


def lay_before(request: DisclosureRequest, of: Actor, authority: Organisation) -> Consent:
    with acting_as(of):
        found = DisclosureRequest.objects.get(pk=request.pk)
        return consents.ask(
            request=found,
            thing=found.contribution or own_contribution(Case.objects.get(pk=found.case_id), of),
            authority=authority,
            question=consents.Question("Eerdere meldingen", "De veiligheid in de wijk."),
            actor=of,
            at=timezone.now(),
        )


def arrange(
    keeper: Actor, *receivers: Organisation, reference: str, **changes: object
) -> Arrangement:
    """As the FG of the sender keeps it: of the RIEC kind, for class P."""
    today = timezone.localdate()
    terms = {
        "kind": Arrangement.Kind.COVENANT,
        "partnership": "Samenwerking in de regio",
        "interest": "De openbare orde.",
        "decided_by_name": "De burgemeester en de officier van justitie",
        "reference": reference,
        "document": "",
        "purpose": "Gezamenlijk optreden",
        "themes": (),
        "classes": ("P",),
        "receiver_ids": tuple(one.pk for one in receivers),
        "ground_codes": ("wpg-18-bpg-4-3-7",),
        "conditions": "",
        "valid_from": today - timedelta(days=10),
        "valid_until": None,
        **changes,
    }
    with acting_as(keeper):
        return arrangements.keep(
            terms=Terms(**terms),  # type: ignore[arg-type]  # by name
            actor=keeper,
            at=timezone.now(),
        )
