"""Ad hoc overleg: take in, compose, agree, step up, follow up."""

from django.utils.translation import gettext as _

from casework.services import cases, commitments
from workflows.forms.adhoc import MeetForm
from workflows.services.asking import ask_partners
from workflows.services.deed import Deed
from workflows.services.measure import rule
from workflows.services.notices import notice
from workflows.services.sharing import share


def keep(deed: Deed) -> str:
    deed.contribute()
    return deed.form.outcome()


def take_in(deed: Deed) -> str:
    """C1: only what fits nowhere else becomes an overleg of its own."""
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome != "own_meeting":
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome


def compose(deed: Deed) -> str:
    """C2: the parties come in, and get the question that is put to all of them."""
    deed.contribute()
    ask_partners(deed, deed.answers["partners"])
    label = str(deed.form.fields["question"].label)
    asked = notice(
        deed, _("Vraag aan de deelnemers"), [("question", label, deed.answers["question"])]
    )
    share(deed, asked, "question")
    return deed.form.outcome()


def meet(deed: Deed) -> str:
    """C4: what is agreed is proposed to each party, and counts once that accepts it."""
    deed.contribute()
    label = str(deed.form.fields["picture"].label)
    picture = notice(deed, _("Gezamenlijk beeld"), [("picture", label, deed.answers["picture"])])
    share(deed, picture, "picture")
    if isinstance(deed.form, MeetForm):
        for one in deed.form.rows():
            commitments.propose(
                case=deed.case,
                party=one.party,
                text=one.text,
                due_on=one.due_on,
                actor=deed.actor,
                at=deed.at,
            )
    return deed.form.outcome()


def step_up(deed: Deed) -> str:
    """Domain brief 1.7, level 3 and 4: the answer that ended the disagreement."""
    return rule(deed, "escalation").outcome
