"""Why not keep an arrangement, or lean on one? See casework.policies for the form."""

from datetime import date

from django.utils.translation import gettext as _

from casework.models import Arrangement, Contribution, Subject
from partners.actor import Actor
from partners.models import Ground, Organisation, Role

LEANS = {
    "wpg-20": Arrangement.Kind.WPG_20,
    "wpg-18-bpg-4-3-7": Arrangement.Kind.COVENANT,
}
"""Grounds that hold only with a written decision or arrangement (Wpg 20, Bpg 4:3 lid 7)."""
KEEPERS = frozenset({Role.PRIVACY_OFFICER, Role.ADMINISTRATOR})


def why_not_see_arrangement(actor: Actor, arrangement: Arrangement) -> str | None:
    if actor.organisation_id in (arrangement.organisation_id, *arrangement.receiver_ids):
        return None
    return _("Dit is een afspraak tussen andere partners.")


def why_not_keep_arrangements(actor: Actor) -> str | None:
    if actor.role not in KEEPERS:
        return _(
            "Alleen de functionaris gegevensbescherming of de functioneel beheerder legt "
            "beslissingen en convenanten vast."
        )
    return None


def why_not_end_arrangement(actor: Actor, arrangement: Arrangement) -> str | None:
    if arrangement.organisation_id != actor.organisation_id:
        return _("Alleen de organisatie die dit vastlegde, beëindigt het.")
    if arrangement.ended_by_id is not None:
        return _("Dit is al beëindigd.")
    return why_not_keep_arrangements(actor)


def needs_arrangement(ground: Ground) -> bool:
    return ground.code in LEANS


def why_not_lean(
    arrangement: Arrangement,
    thing: Contribution | Subject,
    receiver: Organisation,
    ground: Ground,
    on: date,
) -> str | None:
    """Whether a disclosure fits it: in receiver, class, theme, ground and date."""
    if thing.organisation_id != arrangement.organisation_id:
        return _("Deze afspraak is van een andere organisatie.")
    if not arrangement.is_in_force(on):
        return _("%(reference)s geldt niet op deze dag.") % {"reference": arrangement.reference}
    if receiver.pk not in arrangement.receiver_ids:
        return _("%(receiver)s is geen ontvanger volgens %(reference)s.") % {
            "receiver": receiver.name,
            "reference": arrangement.reference,
        }
    if thing.information_class not in arrangement.classes:
        return _("%(reference)s gaat niet over gegevens van deze klasse.") % {
            "reference": arrangement.reference
        }
    if arrangement.themes and thing.case.theme not in arrangement.themes:
        return _("%(reference)s gaat niet over zaken van dit thema.") % {
            "reference": arrangement.reference
        }
    wanted = LEANS.get(ground.code, arrangement.kind)
    if ground.code not in arrangement.ground_codes or wanted != arrangement.kind:
        return _("%(reference)s noemt deze grondslag niet.") % {"reference": arrangement.reference}
    return None


def arrangement_for(
    thing: Contribution | Subject, receiver: Organisation, ground: Ground, on: date
) -> Arrangement | None:
    """One on which this disclosure may lean, the newest first."""
    rows = Arrangement.objects.fitting(sender=thing.organisation_id, receiver=receiver.pk, on=on)
    fitting = (one for one in rows if why_not_lean(one, thing, receiver, ground, on) is None)
    return next(fitting, None)


def why_none(
    thing: Contribution | Subject, receiver: Organisation, ground: Ground, on: date
) -> str:
    """Why no arrangement carries it: what is wrong with the only one, or that there is none."""
    rows = list(
        Arrangement.objects.filter(
            organisation=thing.organisation_id, ground_codes__contains=[ground.code]
        )
    )
    if len(rows) == 1:
        return why_not_lean(rows[0], thing, receiver, ground, on) or ""
    return _(
        "Op deze grondslag gaat dit alleen met een schriftelijke beslissing of afspraak die "
        "ontvanger, klasse, thema en datum noemt. Die is er niet; vraag uw FG."
    )
