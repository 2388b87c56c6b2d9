"""Why not? The rules of requests of persons concerned: work of privacy officers alone."""

from django.utils.translation import gettext as _

from casework.models import RightsRequest, RightsShare
from partners.actor import Actor


def why_not_handle(actor: Actor) -> str | None:
    if not actor.is_privacy_officer:
        return _("Verzoeken van betrokkenen behandelt de functionaris gegevensbescherming.")
    return None


def why_not_see_rights_request(actor: Actor, found: RightsRequest) -> str | None:
    if (refusal := why_not_handle(actor)) is not None:
        return refusal
    if found.organisation_id == actor.organisation_id:
        return None
    if not found.shares.filter(organisation=actor.organisation).exists():
        return _("Uw organisatie heeft hier niets te beantwoorden.")
    return None


def why_not_see_share(actor: Actor, share: RightsShare) -> str | None:
    """One's own; of others what they answered, but for a refusal that may not be told."""
    if (refusal := why_not_handle(actor)) is not None:
        return refusal
    if share.organisation_id == actor.organisation_id:
        return None
    is_told = share.outcome != RightsShare.Outcome.REFUSED or share.may_be_told
    if share.request.organisation_id != actor.organisation_id or not is_told:
        return _("Dit is het deel van een ander.")
    if share.answered_at is None:
        return _("Dit deel is nog niet beantwoord.")
    return None


def why_not_answer_share(actor: Actor, share: RightsShare) -> str | None:
    if (refusal := why_not_handle(actor)) is not None:
        return refusal
    if share.organisation_id != actor.organisation_id:
        return _("Elke organisatie antwoordt voor haar eigen gegevens.")
    if share.answered_at is not None:
        return _("Uw organisatie heeft al geantwoord.")
    return None


def why_not_choose(
    right: RightsRequest.Right, outcome: RightsShare.Outcome, *, chosen: int, kept: int
) -> str | None:
    """Whether so many of the kept records can be granted by this answer.

    A record that is erased or restricted has no parts; what is told of one, or mended in the only
    one, can itself be a part.
    """
    if outcome == RightsShare.Outcome.GRANTED:
        if 0 < chosen < kept:
            return _("U wijst alles toe, maar koos een deel. Kies alles, of wijs deels toe.")
        return None
    if outcome == RightsShare.Outcome.REFUSED:
        return _("U weigert, maar koos wel gegevens. Kies er geen.") if chosen else None
    if chosen == 0:
        return _("Kies welke gegevens u toewijst.")
    if chosen == kept and not _has_parts(right, kept):
        if kept == 1:
            return _("Het gaat om één gegeven: wijs het toe, of weiger het.")
        return _("U koos alle gegevens. Kies een deel, of wijs het verzoek toe.")
    return None


def _has_parts(right: RightsRequest.Right, kept: int) -> bool:
    if right == RightsRequest.Right.RECTIFICATION:
        return kept == 1
    return right in (RightsRequest.Right.ACCESS, RightsRequest.Right.OBJECTION)


def why_not_lead(actor: Actor, found: RightsRequest) -> str | None:
    """Whether the actor got the request, and it is still to be answered."""
    if (refusal := why_not_handle(actor)) is not None:
        return refusal
    if found.organisation_id != actor.organisation_id:
        return _("Alleen de organisatie die het verzoek kreeg, doet dit.")
    if found.answered_at is not None:
        return _("De antwoordbrief is al verzonden.")
    return None


def why_not_extend_term(actor: Actor, found: RightsRequest) -> str | None:
    if (refusal := why_not_lead(actor, found)) is not None:
        return refusal
    if found.extended_at is not None:
        return _("De termijn is al een keer verlengd.")
    return None


def why_not_send(actor: Actor, found: RightsRequest, *, is_complete: bool) -> str | None:
    if (refusal := why_not_lead(actor, found)) is not None:
        return refusal
    if not is_complete:
        return _("Nog niet alle antwoorden zijn binnen.")
    return None
