"""N0 to N4: each partner gets what its own condition needs, and nothing of the others."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import Contribution, InformationClass, SubjectKind
from casework.services import cases, subjects
from workflows.equalled_days import equalled_days
from workflows.own import last_person, last_start_plan
from workflows.release import release_on
from workflows.services.asking import ask_partners
from workflows.services.deed import Deed
from workflows.services.notices import fact, notice
from workflows.services.sharing import share
from workflows.terms import Term, end_of_day, reckon


def screen(deed: Deed) -> str:
    """N0: risk information is a contribution of its own, for named people (Pbw 18b)."""
    share(deed, deed.contribute(), "screening")
    told = deed.answers["risk"]
    if told:
        question = str(deed.form.fields["risk"].label)
        risk = notice(
            deed,
            _("Risico-informatie"),
            [("risk", question, told)],
            information_class=InformationClass.J,
        )
        share(deed, risk, "risk")
    return deed.form.outcome()


def start_plan(deed: Deed) -> str:
    """N1: the gemeente knows the person as its own from here on."""
    subjects.record_subject(
        case=deed.case,
        kind=SubjectKind.PERSON,
        information_class=InformationClass.B,
        label=deed.answers["person"],
        details={},
        actor=deed.actor,
        at=deed.at,
    )
    deed.contribute()
    return deed.form.outcome()


def refer(deed: Deed) -> str:
    """N2: that it was referred, and nothing of the case it went to."""
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == "closed":
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome


def ask(deed: Deed) -> str:
    """N3: due four weeks before the release, or as soon as can be when that is past."""
    deed.contribute()
    asked = deed.answers["partners"]
    ask_partners(deed, asked, due_at=_due_at(deed))
    if person := last_person(deed.case, deed.actor):
        share(deed, person, "person")
    if plan := last_start_plan(deed.case, deed.actor):
        share(deed, plan, "start_plan")
    if "corporatie" in asked:
        share(deed, _need(deed, "housing_need", InformationClass.B), "need_housing")
    if "zorg" in asked:
        share(deed, _need(deed, "care_need", InformationClass.Z), "need_care")
    return deed.form.outcome()


def draw_plan(deed: Deed) -> str:
    share(deed, deed.contribute(), "plan")
    return deed.form.outcome()


def hand_over(deed: Deed) -> str:
    """N4: a release that moved is told to all who prepare for it."""
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == "moved":
        told = fact(
            deed,
            _("Bericht: de vrijlating is verplaatst"),
            _("De vrijlating is verplaatst."),
            on=deed.answers["moved_to"],
        )
        share(deed, told, "release_notice")
    return outcome


def _due_at(deed: Deed) -> datetime | None:
    """None leaves each partner its own term."""
    release = release_on(deed.case)
    if release is None:
        return None
    before = Term(deed.formule.terms["close_round"].length, is_backward=True)
    end = reckon(before, release, equalled_days()).day
    return end_of_day(end) if end > timezone.localdate(deed.at) else None


def _need(deed: Deed, name: str, information_class: InformationClass) -> Contribution:
    question = str(deed.form.fields[name].label)
    return notice(
        deed,
        _("Wat er nodig is"),
        [(name, question, deed.answers[name])],
        information_class=information_class,
    )
