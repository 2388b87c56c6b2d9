"""B2 and B3: the questionnaire, and the term of the decision while it is away."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import Subject, SubjectKind
from casework.services import subjects
from workflows.services.asking import ask_partners
from workflows.services.bibob.clock import begin_decision, go_on, suspend
from workflows.services.deed import Deed
from workflows.services.sharing import share

DAY = timedelta(days=1)


def ask(deed: Deed) -> str:
    """Awb 4:15: the term stands still from the day after the request, until it is met or over."""
    deed.contribute()
    if deed.answers["applied_on"]:
        begin_decision(deed, deed.answers["applied_on"])
        suspend(
            deed,
            deed.answers["issued_on"] + DAY,
            _("Bibob-vragenlijst uitgereikt"),
            deed.answers["reply_by"] + DAY,
        )
    return deed.form.outcome()


def check(deed: Deed) -> str:
    deed.contribute()
    outcome = deed.form.outcome()
    today = timezone.localdate(deed.at)
    if outcome == "repair":
        until = deed.answers["repair_by"] + DAY
        suspend(deed, today + DAY, _("Vragenlijst onvolledig (Awb 4:5)"), until)
    else:
        go_on(deed, deed.answers["received_on"] or today)
    if outcome == "complete":
        _ask_about_involved(deed)
    return outcome


def _ask_about_involved(deed: Deed) -> None:
    """Police and justice are asked about the person concerned alone (Bpg 4:3 lid 1 onder l)."""
    ask_partners(deed, deed.answers["partners"])
    known = Subject.objects.visible_to(deed.actor).filter(
        case=deed.case, kind=SubjectKind.ENTERPRISE
    )
    own = known.filter(organisation=deed.actor.organisation).first() or _as_own(deed, known[0])
    share(deed, own, "involved")


def _as_own(deed: Deed, tipped: Subject) -> Subject:
    """Whom the OM named, the gemeente has from its own questionnaire now."""
    return subjects.record_subject(
        case=deed.case,
        kind=SubjectKind.ENTERPRISE,
        information_class=deed.form.class_for(deed.actor),
        label=tipped.label,
        details=tipped.details,
        actor=deed.actor,
        at=deed.at,
    )
