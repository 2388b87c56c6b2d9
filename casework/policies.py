"""Why not? Each rule answers with None, or with a plain sentence for the person.

Guard, disabled button and tooltip are that one line; a rule about seeing has a twin `visible_to`.
"""

from datetime import date

from django.utils.translation import gettext as _

from casework.class_policies import why_not_by_class, why_not_write_class
from casework.models import (
    NAMED_CLASSES,
    Case,
    ClassChange,
    Commitment,
    Contribution,
    Disclosure,
    Extension,
    InformationClass,
    Request,
    Subject,
)
from casework.models.disclosure import disclosed_to
from partners.actor import Actor
from partners.models import Mandate, Membership, Organisation, Role
from partners.models.mandate import NEVER_MANDATED
from partners.models.membership import CASE_ROLES


def why_not_see_case(actor: Actor, case: Case) -> str | None:
    """Who takes part, and who keeps something of its own in a case that closed."""
    if actor.organisation_id not in case.kept_by_ids:
        return why_not_take_part(actor, case)
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    return why_not_come_near(actor, case.clearance)


def why_not_take_part(actor: Actor, case: Case) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in case.party_ids:
        return _("Uw organisatie neemt niet deel aan deze zaak.")
    return why_not_come_near(actor, case.clearance)


def why_not_come_near(actor: Actor, clearance: str) -> str | None:
    """Whether the actor is named for a theme; an empty `clearance` asks for nothing."""
    if not actor.is_cleared_for(clearance):
        return _("Dit is alleen voor wie voor dit thema is aangewezen.")
    return None


def clearance_for(case: Case, information_class: InformationClass | str) -> str:
    """The theme for which one has to be named to read that class there, or empty."""
    return case.theme if information_class in NAMED_CLASSES else case.clearance


def why_not_keep(actor: Actor, case: Case, information_class: InformationClass) -> str | None:
    """Who may not read a class does not write it either."""
    clearance = clearance_for(case, information_class)
    return why_not_come_near(actor, clearance) or why_not_write_class(
        actor, case, information_class
    )


def why_not_let_in(case: Case, organisation: Organisation, on: date) -> str | None:
    """Of a partner without anyone cleared, nobody could do what it is asked."""
    if not case.clearance:
        return None
    members = Membership.objects.in_force(on).filter(organisation=organisation, role__in=CASE_ROLES)
    if not members.cleared_for(case.clearance, on).exists():
        return _("Bij %(partner)s is voor dit thema niemand aangewezen.") % {
            "partner": organisation.name
        }
    return None


def why_not_overview(actor: Actor, case: Case) -> str | None:
    """Whether the actor may see which steps and partners there are besides its own."""
    if (refusal := why_not_take_part(actor, case)) is not None:
        return refusal
    if actor.organisation_id not in case.overview_ids:
        return _("Uw organisatie ziet in deze zaak alleen haar eigen taken.")
    return None


def why_not_read_contribution(actor: Actor, contribution: Contribution) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if (refusal := why_not_come_near(actor, contribution.needs_clearance)) is not None:
        return refusal
    if (refusal := why_not_by_class(actor, contribution)) is not None:
        return refusal
    if contribution.organisation_id == actor.organisation_id:
        return None
    if disclosed_to(actor).filter(contribution=contribution).exists():
        return None
    return _("Deze bijdrage is niet aan uw organisatie verstrekt.")


def why_not_see_class_change(actor: Actor, change: ClassChange) -> str | None:
    return why_not_read_contribution(actor, change.contribution)


def why_not_see_subject(actor: Actor, subject: Subject) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if (refusal := why_not_come_near(actor, subject.needs_clearance)) is not None:
        return refusal
    if (refusal := why_not_by_class(actor, subject)) is not None:
        return refusal
    if subject.organisation_id == actor.organisation_id:
        return None
    if disclosed_to(actor).filter(subject=subject).exists():
        return None
    return _("Deze gegevens zijn niet aan uw organisatie verstrekt.")


def why_not_see_disclosure(actor: Actor, disclosure: Disclosure) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in (disclosure.sender_id, disclosure.receiver_id):
        return _("Deze verstrekking gaat tussen andere partners.")
    return why_not_come_near(actor, disclosure.needs_clearance)


def why_not_withdraw(actor: Actor, disclosure: Disclosure) -> str | None:
    if disclosure.sender_id != actor.organisation_id:
        return _("Alleen wie verstrekte, kan de verstrekking intrekken.")
    if disclosure.withdrawn_at is not None:
        return _("Deze verstrekking is al ingetrokken.")
    return None


def why_not_see_request(actor: Actor, request: Request) -> str | None:
    if (refusal := why_not_take_part(actor, request.case)) is not None:
        return refusal
    if actor.organisation_id not in (request.asker_id, request.asked_id):
        return _("Dit verzoek gaat tussen andere partners.")
    return None


def directs(actor: Actor, case: Case) -> bool:
    """The IV-coördinator of the lead, or whoever does the same work as the owner beside it."""
    if actor.organisation_id == case.lead_id:
        return actor.role == Role.COORDINATOR
    owner = case.owner
    return (actor.organisation_id, actor.role) == (owner.organisation_id, owner.role)


def why_not_ask(actor: Actor, case: Case, asked: Organisation) -> str | None:
    if not directs(actor, case):
        return _("Alleen de regiehouder of de eigenaar van de zaak vraagt partners.")
    if asked.pk not in case.party_ids:
        return _("Deze partner neemt niet deel aan de zaak.")
    return None


ASKED_ROLES = frozenset({Role.LIAISON, Role.COORDINATOR})
"""Who answers for a partner; at a gemeente that is the IV-coördinator."""


def why_not_answer(actor: Actor, request: Request) -> str | None:
    if request.asked_id != actor.organisation_id or actor.role not in ASKED_ROLES:
        return _("Alleen een liaison van de gevraagde partner kan dit verzoek beantwoorden.")
    if request.is_settled:
        return _("Dit verzoek is al afgehandeld.")
    if request.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None


def why_not_ask_more_time(actor: Actor, request: Request) -> str | None:
    if (refusal := why_not_answer(actor, request)) is not None:
        return refusal
    if request.status != Request.Status.OPEN:
        return _("De ronde is gesloten; uw antwoord is nog welkom, meer tijd is niet nodig.")
    if request.extensions.filter(status=Extension.Status.ASKED).exists():
        return _("U vroeg al om meer tijd; wacht op het antwoord.")
    return None


def why_not_settle_extension(actor: Actor, extension: Extension) -> str | None:
    request = extension.request
    if request.asker_id != actor.organisation_id or not directs(actor, request.case):
        return _("Alleen wie het verzoek deed, beslist over meer tijd.")
    if extension.status != Extension.Status.ASKED:
        return _("Over deze vraag om meer tijd is al beslist.")
    if extension.request.is_settled:
        return _("Dit verzoek is al afgehandeld.")
    return None


def why_not_decide(actor: Actor, case: Case, *, kind: str, on: date) -> str | None:
    """The lead holds the power; another only what the lead mandated it for, that day."""
    mandate = actor.membership.mandate
    if f"{case.theme}.{kind}" in NEVER_MANDATED.get(mandate, ()):
        return _("Dit besluit valt niet onder dit mandaat: %(mandate)s.") % {"mandate": mandate}
    if mandate_for(actor, case, kind, on) is not None:
        return None
    if actor.organisation_id != case.lead_id or actor.role != Role.DECISION_MAKER:
        return _("Alleen de burgemeester, of wie namens deze mag besluiten, neemt dit besluit.")
    if not mandate:
        return _("Bij uw rol is geen bevoegdheid of mandaat vastgelegd.")
    return None


def mandate_for(actor: Actor, case: Case, kind: str, on: date) -> Mandate | None:
    """What the lead mandated to this actor for this kind of decision."""
    if not actor.reads_cases or actor.organisation_id not in case.party_ids:
        return None
    borne = Mandate.objects.borne_by(actor, on=on)
    return borne.filter(giver=case.lead_id, power=f"{case.theme}.{kind}").first()


def why_not_change_owner(actor: Actor, case: Case) -> str | None:
    if actor.organisation_id != case.lead_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van de regiehouder wijst de eigenaar aan.")
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None


def why_not_see_commitment(actor: Actor, commitment: Commitment) -> str | None:
    if (refusal := why_not_take_part(actor, commitment.case)) is not None:
        return refusal
    if commitment.party_id == actor.organisation_id:
        return None
    return why_not_overview(actor, commitment.case)


def why_not_propose_commitment(actor: Actor, case: Case, party: Organisation) -> str | None:
    if (refusal := why_not_overview(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if party.pk not in case.party_ids:
        return _("Deze partner neemt niet deel aan de zaak.")
    return None


def why_not_settle_commitment(
    actor: Actor, commitment: Commitment, status: Commitment.Status
) -> str | None:
    if commitment.party_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de partij zelf beslist over haar afspraak.")
    before = (
        Commitment.Status.ACCEPTED
        if status == Commitment.Status.DONE
        else Commitment.Status.PROPOSED
    )
    if commitment.status != before:
        return _("Deze afspraak is al verder. Ververs de pagina.")
    return None


def why_not_add_document(actor: Actor, contribution: Contribution) -> str | None:
    if contribution.organisation_id != actor.organisation_id or not actor.reads_cases:
        return _("U kunt alleen documenten toevoegen aan een bijdrage van uw eigen organisatie.")
    if contribution.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if is_blocked(contribution):
        return _(
            "Dit is geblokkeerd (Bpg artikel 4:5): er komt geen document bij, want wie het eerder "
            "kreeg, zou dat ook zien. Hef eerst de blokkade op."
        )
    return None


def is_blocked(thing: Contribution | Subject) -> bool:
    """What is taken from what is blocked is blocked with it; only its own organisation can tell."""
    if thing.blockades.in_force().exists():
        return True
    whole = thing.extract_of if isinstance(thing, Contribution) else None
    return whole is not None and is_blocked(whole)
