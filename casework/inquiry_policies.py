"""Why not ask whether something is known at partners? Each rule answers None, or one sentence."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from casework.models import Inquiry
from partners.actor import Actor
from partners.models import Role

NAMED_FOR = "ondermijning"
"""A coordinator who is cleared for it asks sources before contents (domain brief 7.2)."""
HOUR = timedelta(hours=1)


def why_not_inquire(actor: Actor) -> str | None:
    """Its twin is the wall of INSERT on casework_inquiry."""
    is_named = actor.role == Role.COORDINATOR and actor.is_cleared_for(NAMED_FOR)
    if actor.role == Role.PRIVACY_OFFICER or is_named:
        return None
    return _(
        "Alleen een functionaris gegevensbescherming, of een IV-coördinator die voor "
        "ondermijning is aangewezen, vraagt of iemand bij partners bekend is."
    )


def why_not_inquire_again(actor: Actor, at: datetime) -> str | None:
    asked = Inquiry.objects.filter(person=actor.person, asked_at__gt=at - HOUR).count()
    if asked < settings.KNOWN_CHECKS_PER_HOUR:
        return None
    return _("U vroeg dit het afgelopen uur al %(count)d keer. Probeer het later opnieuw.") % {
        "count": asked
    }


def why_not_see_inquiry(actor: Actor, inquiry: Inquiry) -> str | None:
    own = (actor.person.pk, actor.organisation_id)
    if (inquiry.person_id, inquiry.organisation_id) != own:
        return _("Alleen wie de vraag stelde, ziet het antwoord.")
    return None
