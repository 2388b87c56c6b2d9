"""E3 to E6: scan, ask for advice, bring the advices together, and judge the plans."""

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.services import disclosures
from casework.services.disclosures import Basis
from partners.models import Ground, Membership, Role
from partners.refusals import Refused
from workflows.events.of_case import event_of
from workflows.forms.evenement.risk import CAPACITY
from workflows.own import event_file
from workflows.services import advice_round, case_terms, regional_events
from workflows.services.asking import ask_partners
from workflows.services.deed import Deed
from workflows.services.evenement.intake import DECISION
from workflows.services.notices import notice
from workflows.services.sharing import share


def scan(deed: Deed) -> str:
    """The class that was chosen, and what is asked of the services, go to the calendar."""
    deed.contribute()
    outcome = deed.form.outcome()
    _follow(deed, event_class=outcome, **{name: deed.answers[name] or 0 for name in CAPACITY})
    return outcome


def ask_advice(deed: Deed) -> str:
    deed.contribute()
    ask_partners(deed, deed.answers["partners"])
    for one in event_file(deed.case, deed.actor):
        share(deed, one, "event_file")
    return deed.form.outcome()


def advise(deed: Deed) -> str:
    outcome = advice_round.answer(deed)
    told = deed.answers.get("intelligence")
    if told:
        _tell_burgemeester(deed, told)
    return outcome


def integrate(deed: Deed) -> str:
    share(deed, deed.contribute(), "integral_advice")
    outcome = deed.form.outcome()
    if outcome == "raised":
        _follow(deed, event_class=deed.answers["event_class"])
    if deed.answers.get("extends") == "yes":
        case_terms.extend(
            case=deed.case,
            code=DECISION,
            reason=deed.answers["extend_reason"],
            actor=deed.actor,
            at=deed.at,
        )
    return outcome


def judge_plans(deed: Deed) -> str:
    share(deed, deed.contribute(), "plans")
    return deed.form.outcome()


def _follow(deed: Deed, **changes: object) -> None:
    event = event_of(deed.case)
    if event is not None:
        regional_events.follow(event=event, actor=deed.actor, at=deed.at, **changes)


def _tell_burgemeester(deed: Deed, told: str) -> None:
    """For the burgemeester in person (domain brief 4.3): of class P, and apart from the advice.

    :raises Refused: when there is none, for whom it then would be is nobody.
    """
    today = timezone.localdate(deed.at)
    mayors = Membership.objects.in_force(today).filter(
        organisation=deed.case.lead, role=Role.DECISION_MAKER
    )
    people = sorted(mayors.values_list("person", flat=True))
    if not people:
        raise Refused(_("De gemeente heeft nog geen besluitnemer die dit mag lezen."))
    question = str(deed.form.fields["intelligence"].label)
    sharing = deed.formule.sharings_of("intelligence")[0]
    kept = notice(
        deed,
        question,
        [("intelligence", question, told)],
        information_class=deed.form.class_for(deed.actor),
    )
    disclosures.disclose(
        thing=kept,
        receiver=deed.case.lead,
        basis=Basis(
            purpose=sharing.purpose,
            sender_ground=Ground.objects.get(code=sharing.sender_ground),
            receiver_ground=Ground.objects.get(code=sharing.receiver_ground),
            necessity=sharing.necessity,
            conditions=sharing.conditions,
            receiver_ids=tuple(people),
        ),
        is_told=False,
        actor=deed.actor,
        at=deed.at,
    )
