"""Why not correct, report an error, or confirm? See casework.policies for the form."""

from datetime import datetime

from django.utils.translation import gettext as _

from casework.models import (
    Contribution,
    Correction,
    CorrectionNotice,
    Decision,
    Disclosure,
    ErrorReport,
    Subject,
)
from casework.policies import (
    is_blocked,
    why_not_come_near,
    why_not_read_contribution,
    why_not_see_subject,
)
from partners.actor import Actor


def why_not_see_correction(actor: Actor, correction: Correction) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id != correction.organisation_id:
        return _("Wat er eerst stond, ziet alleen de houder.")
    return why_not_come_near(actor, correction.needs_clearance)


def why_not_see_correction_notice(actor: Actor, notice: CorrectionNotice) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in (notice.sender_id, notice.receiver_id):
        return _("Deze correctie is voor een andere partner.")
    return why_not_come_near(actor, notice.needs_clearance)


def why_not_see_error_report(actor: Actor, report: ErrorReport) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in (report.reporter_id, report.holder_id):
        return _("Deze foutmelding gaat tussen andere partners.")
    return why_not_come_near(actor, report.needs_clearance)


def why_not_correct(actor: Actor, thing: Contribution | Subject, at: datetime) -> str | None:
    """Also after the case was closed: what is wrong stays wrong."""
    if thing.organisation_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de houder corrigeert. Meld hem de fout.")
    if (refusal := why_not_come_near(actor, thing.needs_clearance)) is not None:
        return refusal
    if isinstance(thing, Contribution) and _bears_a_decision(thing):
        return _("Een besluit corrigeert u niet hier: neem een nieuw besluit.")
    return _why_not_correct_blocked(thing, at)


def why_not_report_error(actor: Actor, thing: Contribution | Subject) -> str | None:
    refusal = (
        why_not_read_contribution(actor, thing)
        if isinstance(thing, Contribution)
        else why_not_see_subject(actor, thing)
    )
    if refusal is not None:
        return refusal
    if thing.organisation_id == actor.organisation_id:
        return _("Dit is van uw eigen organisatie: corrigeer het zelf.")
    return None


def why_not_settle_report(actor: Actor, report: ErrorReport) -> str | None:
    if report.holder_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de houder beslist over deze foutmelding.")
    if report.status != ErrorReport.Status.OPEN:
        return _("Over deze foutmelding is al beslist.")
    return None


def why_not_reject_report(actor: Actor, report: ErrorReport) -> str | None:
    if (refusal := why_not_settle_report(actor, report)) is not None:
        return refusal
    if report.is_binding:
        return _("Uw functionaris gegevensbescherming wees dit toe: corrigeer het.")
    return None


def why_not_confirm(actor: Actor, notice: CorrectionNotice) -> str | None:
    if notice.receiver_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de ontvanger bevestigt dat de correctie is verwerkt.")
    if notice.correction_id is None:
        return _(
            "Dit kondigt een correctie aan. Bevestig de correctie zelf, zodra de houder die heeft "
            "gemaakt."
        )
    if notice.confirmed_at is not None:
        return _("Uw organisatie heeft dit al bevestigd.")
    return None


def _why_not_correct_blocked(thing: Contribution | Subject, at: datetime) -> str | None:
    """Bpg art. 4:5: whoever has it, or an extract of it, would be given the new text."""
    things = [thing, *(thing.extracts.all() if isinstance(thing, Contribution) else ())]
    blocked = [one for one in things if is_blocked(one)]
    which = "contribution" if isinstance(thing, Contribution) else "subject"
    given = Disclosure.objects.in_force(at).filter(**{f"{which}__in": blocked})
    if blocked and given.exists():
        return _(
            "Dit is geblokkeerd (Bpg artikel 4:5) en een ander ziet het nog. Trek eerst de "
            "verstrekking in, of hef de blokkade op."
        )
    return None


def _bears_a_decision(contribution: Contribution) -> bool:
    return Decision.objects.filter(contribution=contribution).exists()
