"""The gemeenten of the demo region accept every formule that came with the product."""

from django.utils import timezone

from config.demo import refuse_outside_demo_mode
from config.demo.organisations import REGION
from partners.models import Kind, Organisation
from workflows.models import Acceptance, FormuleVersion


def load() -> None:
    """Needs the reference data; may be run again, as when a new theme came."""
    refuse_outside_demo_mode()
    gemeenten = Organisation.objects.filter(kind=Kind.GEMEENTE, regions__code=REGION).distinct()
    for version in FormuleVersion.objects.adopted().filter(region__isnull=True):
        for gemeente in gemeenten:
            Acceptance.objects.get_or_create(
                formule_version=version,
                organisation=gemeente,
                defaults={"accepted_at": timezone.now()},
            )
