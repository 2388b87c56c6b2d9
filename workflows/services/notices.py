"""Notices to partners: the fact and the period, without reasons and without persons."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.models import Contribution, Decision, InformationClass, Measure
from casework.services import contributions
from casework.services.contributions import Draft
from workflows.services.deed import Deed


def notice(
    deed: Deed,
    title: str,
    answers: list[tuple[str, str, str]],
    *,
    information_class: InformationClass | None = None,
) -> Contribution:
    """`answers` are name, question and answer; the class is that of the form, if that has one."""
    return contributions.contribute(
        case=deed.case,
        draft=Draft(
            kind="notice",
            title=title,
            information_class=information_class
            or deed.form.information_class
            or InformationClass.B,
            content=[
                {"name": name, "question": question, "answer": answer, "value": answer}
                for name, question, answer in answers
            ],
        ),
        actor=deed.actor,
        at=deed.at,
    )


def measure_notice(deed: Deed, decision: Decision) -> Contribution:
    """Which measure, and for which period if it has one."""
    answers = [("measure", _("Maatregel"), str(Measure(decision.outcome).label))]
    if decision.effective_from and decision.effective_until:
        answers += [
            ("from", _("Vanaf"), shown(decision.effective_from)),
            ("until", _("Tot en met"), shown(decision.effective_until)),
        ]
    return notice(deed, _("Bericht van het besluit"), answers)


def closure_fact(deed: Deed) -> Contribution:
    return fact(deed, _("Bericht van sluiting"), _("Het pand wordt gesloten."))


def fact(
    deed: Deed,
    title: str,
    told: str,
    on: date | None = None,
    *,
    information_class: InformationClass | None = None,
) -> Contribution:
    answers = [("fact", _("Feit"), told)]
    if on is not None:
        answers.append(("on", _("Datum"), shown(on)))
    return notice(deed, title, answers, information_class=information_class)


def shown(day: date) -> str:
    return date_format(day, "j F Y")
