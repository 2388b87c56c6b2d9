"""Why not? The rules of keeping longer, holding back, proposing to destroy and approving that."""

from django.utils.translation import gettext as _

from casework.models import (
    Case,
    Contribution,
    DestructionLine,
    DestructionList,
    RetentionExtension,
    RetentionHold,
    TombstoneReader,
)
from casework.models.destruction import PROPOSERS
from casework.policies import why_not_come_near, why_not_see_case
from casework.retention.rules import rule_for_all
from partners.actor import Actor
from partners.models import Role


def _not_ours() -> str:
    return _("Dit is niet van uw organisatie.")


def why_not_see_extension(actor: Actor, extension: RetentionExtension) -> str | None:
    if not actor.reads_cases or extension.organisation_id != actor.organisation_id:
        return _not_ours()
    return why_not_come_near(actor, extension.needs_clearance)


def why_not_see_hold(actor: Actor, hold: RetentionHold) -> str | None:
    if not actor.reads_cases or hold.organisation_id != actor.organisation_id:
        return _not_ours()
    return why_not_come_near(actor, hold.needs_clearance)


def why_not_see_list(actor: Actor, found: DestructionList) -> str | None:
    if not actor.reads_trail or found.organisation_id != actor.organisation_id:
        return _not_ours()
    return None


def why_not_see_line(actor: Actor, line: DestructionLine) -> str | None:
    """The privacy officer sees what is of the organisation; contents there are none."""
    is_own = line.organisation_id == actor.organisation_id
    if not actor.reads_cases:
        return None if is_own and actor.reads_trail else _not_ours()
    if not is_own and not _knew(actor, line):
        return _not_ours()
    return why_not_come_near(actor, line.needs_clearance)


def _knew(actor: Actor, line: DestructionLine) -> bool:
    return TombstoneReader.objects.filter(line=line, organisation=actor.organisation).exists()


def why_not_keep_longer(actor: Actor, contribution: Contribution) -> str | None:
    """Only where the law knows it: domain brief 1.5, class S."""
    if contribution.organisation_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de organisatie van wie de bijdrage is, kan haar langer bewaren.")
    if contribution.extract_of_id is not None:
        return _("Een uittreksel wordt even lang bewaard als het geheel.")
    rule = rule_for_all(contribution)
    if rule is None or not rule.is_extendable or contribution.retain_until is None:
        return _("Voor deze informatieklasse kent de wet geen verlenging van de bewaartermijn.")
    erased = RetentionExtension.Kind.ERASED
    if any(one.kind == erased for one in contribution.retention_extensions.all()):
        return _("Dit moet worden gewist op verzoek van de betrokkene.")
    return None


def why_not_hold(actor: Actor, case: Case) -> str | None:
    if (refusal := why_not_see_case(actor, case)) is not None:
        return refusal
    if actor.role not in PROPOSERS:
        return _("Alleen een IV-coördinator of liaison schort het vernietigen op.")
    return None


def why_not_propose(actor: Actor) -> str | None:
    if actor.role not in PROPOSERS:
        return _("Alleen een IV-coördinator of liaison draagt informatie voor om te vernietigen.")
    return None


def why_not_view_lists(actor: Actor) -> str | None:
    if actor.role not in (*PROPOSERS, Role.PRIVACY_OFFICER):
        return _(
            "Vernietigen is werk van de IV-coördinator of liaison en de functionaris "
            "gegevensbescherming."
        )
    return None


def why_not_decide_list(actor: Actor, found: DestructionList) -> str | None:
    """Two persons in two roles; the database holds the same."""
    if (refusal := why_not_see_list(actor, found)) is not None:
        return refusal
    if actor.role != Role.PRIVACY_OFFICER:
        return _("Alleen de functionaris gegevensbescherming keurt een vernietigingslijst goed.")
    if found.proposer_id == actor.person.pk:
        return _("U droeg deze lijst zelf voor. Een ander moet haar goedkeuren.")
    if found.decided_at is not None:
        return _("Over deze lijst is al beslist.")
    return None


def why_not_certify(found: DestructionList, lines: list[DestructionLine]) -> str | None:
    if not found.is_approved:
        return _("Deze lijst is niet goedgekeurd: er is niets vernietigd.")
    if any(one.result == DestructionLine.Result.OPEN for one in lines):
        return _("Het vernietigen loopt nog. Kom straks terug voor de verklaring.")
    return None
