"""Huisverbod: the scene, imposing, help, the judge, and what the burgemeester decides."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.models import Decision, Part
from casework.services import cases, decisions, participations, requests
from casework.services.decisions import Ruling
from workflows.desks import desk_of
from workflows.forms.huisverbod.ban import ImposeForm
from workflows.formules.formule import Formule
from workflows.own import own_subjects
from workflows.services.asking import ask_partners
from workflows.services.deed import Deed
from workflows.services.notices import fact
from workflows.services.sharing import share
from workflows.terms import Length, Term, reckon


def ends_at(formule: Formule, imposed_at: datetime, *, extra_days: int = 0) -> datetime:
    """Whole days from the minute of imposing, outside the Algemene termijnenwet (Wth art. 13)."""
    said = formule.case_terms["ban"]
    length = Length(said.length.count + extra_days, said.length.unit)
    term = Term(length, is_statutory=said.is_statutory, is_exempt=said.is_exempt)
    end = reckon(term, imposed_at).end
    if not isinstance(end, datetime):
        raise TypeError("a clock in hours gives a moment")
    return end


def keep(deed: Deed) -> str:
    deed.contribute()
    return deed.form.outcome()


def tax(deed: Deed) -> str:
    """W1: without danger it ends with a report to care."""
    share(deed, deed.contribute(), "risk")
    return _end_at(deed, "no_danger")


def check(deed: Deed) -> str:
    """W2: where children are at risk Veilig Thuis comes first (Wth art. 2 lid 3)."""
    share(deed, deed.contribute(), "risk")
    return _end_at(deed, "not")


def impose(deed: Deed) -> str:
    """W3, under mandate: the burgemeester hears at once (Wth art. 3 lid 2)."""
    _let_in_at_once(deed)
    ban = _decide_to_impose(deed).contribution
    share(deed, ban, "ban")
    for subject in own_subjects(deed.case, deed.actor):
        share(deed, subject, "household")
    return deed.form.outcome()


def impose_in_person(deed: Deed) -> str:
    """W3, by the burgemeester, who may also refrain: then it ends."""
    if deed.form.outcome() == "refrained":
        _rule(deed, "impose", "refrained")
        return _end_at(deed, "refrained")
    _let_in_at_once(deed)
    share(deed, _decide_to_impose(deed).contribution, "ban_in_person")
    return deed.form.outcome()


def help_at_once(deed: Deed) -> str:
    """W5 and W10: what care does, the gemeente and Veilig Thuis read."""
    share(deed, deed.contribute(), "help")
    return deed.form.outcome()


def judge_child_safety(deed: Deed) -> str:
    """W5, by Veilig Thuis itself: gemeente and care read it."""
    share(deed, deed.contribute(), "child_safety")
    return deed.form.outcome()


def arrange(deed: Deed) -> str:
    """W5: all answer by the eighth day after imposing, whenever they are asked."""
    deed.contribute()
    due = reckon(Term(deed.formule.terms["close_round"].length), _imposed_at(deed)).end
    ask_partners(deed, deed.answers["partners"], due_at=due if isinstance(due, datetime) else None)
    return deed.form.outcome()


def breach(deed: Deed) -> str:
    """W9: burgemeester and OM hear of each breach."""
    share(deed, deed.contribute(), "breach")
    return deed.form.outcome()


def judge(deed: Deed) -> str:
    """W6: what the judge annuls or suspends is over; what stands goes on as it was."""
    deed.contribute()
    outcome = deed.form.outcome()
    told = {
        "annulled": _("De rechter heeft het huisverbod vernietigd."),
        "suspended": _("De rechter heeft het huisverbod geschorst."),
        "stands": _("De rechter laat het huisverbod in stand."),
    }
    _tell(deed, told[outcome])
    if outcome != "stands":
        requests.overtake_open(case=deed.case)
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome


def decide(deed: Deed) -> str:
    """W8: extend, withdraw or let it lapse; never by a hulpofficier (Wth art. 3 lid 1)."""
    outcome = deed.form.outcome()
    if outcome == "withdrawn":
        return _withdraw(deed)
    process = deed.step.process
    if outcome == "extended":
        until = ends_at(deed.formule, _imposed_at(deed), extra_days=deed.answers["days"])
        process.lasts_until = until
        process.save(update_fields=["lasts_until"])
        _rule(deed, "extend", outcome, until=timezone.localdate(until))
        _tell(deed, _("Het huisverbod is verlengd tot %(end)s.") % {"end": _shown(until)})
    else:
        _rule(deed, "extend", outcome)
        _tell(
            deed,
            _("Het huisverbod wordt niet verlengd. Het loopt af op %(end)s.")
            % {"end": _shown(process.lasts_until)},
        )
    return outcome


def end(deed: Deed) -> str:
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == "ended":
        _tell(deed, _("Het huisverbod is afgelopen."))
    return outcome


def withdraw(deed: Deed) -> str:
    if deed.form.outcome() == "withdrawn":
        return _withdraw(deed)
    _rule(deed, "withdraw", "stays")
    return "stays"


def _withdraw(deed: Deed) -> str:
    """Wth art. 2 lid 9."""
    _rule(deed, "withdraw", "withdrawn")
    _tell(deed, _("Het huisverbod is ingetrokken."))
    return "withdrawn"


def _decide_to_impose(deed: Deed) -> Decision:
    """The clock of the case runs from here, and its papers are kept for as long as the law says."""
    if not isinstance(deed.form, ImposeForm):
        raise TypeError("only the form that imposes has the moment")
    imposed_at: datetime = deed.answers["imposed_at"]
    until = ends_at(deed.formule, imposed_at)
    first_day = timezone.localdate(imposed_at)
    retention = deed.formule.retention
    decision = _rule(
        deed,
        "impose",
        "imposed",
        since=first_day,
        until=timezone.localdate(until),
        retain_until=retention.length.after(first_day) if retention else None,
    )
    process = deed.step.process
    process.clock_from, process.lasts_until = imposed_at, until
    process.save(update_fields=["clock_from", "lasts_until"])
    return decision


def _rule(
    deed: Deed,
    kind: str,
    outcome: str,
    *,
    since: date | None = None,
    until: date | None = None,
    retain_until: date | None = None,
) -> Decision:
    return decisions.decide(
        case=deed.case,
        step=deed.key,
        ruling=Ruling(kind, outcome, deed.formule.ground, since, until, retain_until),
        contribution=deed.contribute(),
        actor=deed.actor,
        at=deed.at,
    )


def _let_in_at_once(deed: Deed) -> None:
    """Who hears of a huisverbod the moment it is imposed (domain brief 5.1, W3)."""
    for kind in deed.form.lets_in:
        participations.begin(
            case=deed.case,
            organisation=desk_of(deed.case, kind).organisation,
            part=Part.ASKED,
            has_overview=False,
            actor=deed.actor,
            at=deed.at,
        )


def _imposed_at(deed: Deed) -> datetime:
    """
    :raises ValueError: before it is imposed.
    """
    imposed_at = deed.step.process.clock_from
    if imposed_at is None:
        raise ValueError("the clock of this case does not run")
    return imposed_at


def _tell(deed: Deed, told: str) -> None:
    share(deed, fact(deed, _("Bericht over het huisverbod"), told), "ban_notice")


def _shown(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i")


def _end_at(deed: Deed, last: str) -> str:
    outcome = deed.form.outcome()
    if outcome == last:
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome
