"""Which version of a formule a new case gets: agreed in the region, accepted by the gemeente."""

from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _

from casework.throughput import labels
from partners.models import Organisation, Region
from workflows.models import FormuleVersion


def version_for(
    *, theme: str, lead: Organisation, region: Region, day: date
) -> FormuleVersion | None:
    """The newest that began and that `lead` accepted, the region's own before the example.

    A gemeente that did not accept the newest yet goes on with the one it accepted before: the day
    of adoption stops nobody's work, and the variation report shows who is behind.
    """
    begun = FormuleVersion.objects.adopted().for_region(region).filter(theme=theme)
    accepted = begun.filter(valid_from__lte=day, acceptances__organisation=lead)
    return accepted.order_by(F("region").asc(nulls_last=True), "-valid_from", "-version").first()


def agreed_version(*, theme: str, region: Region, day: date) -> FormuleVersion | None:
    """The version in force in a region, whoever accepted it."""
    rows = FormuleVersion.objects.adopted().for_region(region).in_force(day).filter(theme=theme)
    return rows.order_by(F("region").asc(nulls_last=True), "-valid_from", "-version").first()


def why_no_version(*, theme: str, lead: Organisation, region: Region, day: date) -> str:
    """What to do when `version_for` finds none."""
    if agreed_version(theme=theme, region=region, day=day) is None:
        return _("Voor dit thema is nog geen formule vastgesteld.")
    return _(
        "%(gemeente)s heeft de formule voor %(theme)s nog niet aanvaard. Vraag de"
        " gemeentesecretaris van %(gemeente)s om haar te aanvaarden; daarna kan de zaak beginnen."
    ) % {"gemeente": lead.name, "theme": labels.theme_title(theme)}
