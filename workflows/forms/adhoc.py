"""What an ad hoc overleg asks: is it needed, who comes, what was agreed, how does it go."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.models import Commitment
from workflows.forms.begin_form import BeginForm
from workflows.forms.commitment_rows import CommitmentRows
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm

INTAKE = [
    ("own_meeting", _("Een eigen overleg samenstellen")),
    ("existing", _("Naar een bestaand overleg")),
    ("referred", _("Doorverwijzen")),
    ("declined", _("Niet doen")),
]
LASTING = [("incident", _("Incidenteel")), ("lasting", _("Structureel"))]
FORMAL = [("informal", _("Informeel")), ("formal", _("Formeel"))]
AGREEMENT = [
    ("agreed", _("Ja: de afspraken staan hieronder")),
    ("disagreed", _("Nee: dit moet een trede hoger worden besproken")),
]
LEVELS = [
    ("3", _("Managementoverleg (kring van gemeentesecretarissen, regiostaf)")),
    ("4", _("Bestuurlijk: de driehoek of de portefeuillehouders")),
]
RULINGS = [
    ("again", _("Het overleg gaat verder")),
    ("ended", _("Het overleg stopt")),
]
PROGRESS = [
    ("continue", _("Doorgaan zoals afgesproken")),
    ("adjust", _("Bijstellen in een nieuw overleg")),
    ("end", _("Beëindigen")),
]


class ProposalForm(BeginForm):
    title = _("Voorstel voor een overleg")
    shares = ("proposal",)
    page_title = _("Casusgericht overleg voorstellen")
    page_intro = _("Voor een vraagstuk waar geen bestaand overleg bij past. Noem geen personen.")

    issue = long_text(_("Wat is het vraagstuk?"), help_text=_("Feiten, zonder namen."))
    objective = long_text(_("Wat moet het overleg opleveren?"))
    why_not_existing = long_text(_("Waarom past het niet in een bestaand overleg?"))
    wanted = long_text(_("Welke partijen zijn nodig?"))


class IntakeForm(StepForm):
    kind = "intake"
    title = _("Intake")
    intro = _("Drie vragen vooraf. Een bestaand overleg gaat voor een nieuw.")

    is_broad = yes_no(_("Zijn er meerdere partijen nodig?"))
    lasting = choice(_("Is het vraagstuk structureel of incidenteel?"), LASTING)
    formal = choice(_("Moet het overleg formeel of informeel zijn?"), FORMAL)
    course = choice(_("Wat doet u met het voorstel?"), INTAKE)
    explanation = long_text(_("Waarheen, of waarom niet?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("course") in ("existing", "referred", "declined"):
            self.need("explanation")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class ComposeForm(PartnerFields):
    """Who takes part; each brings its own facts, on its own ground."""

    kind = "composition"
    title = _("Samenstelling")
    shares = ("question",)
    partners_help = _("Ieder brengt eigen feiten in, op een eigen grondslag.")

    seats = long_text(
        _("Wie neemt namens elke partij deel, met welk mandaat en welke vervanger?"),
        help_text=_("Noem functies, geen namen."),
    )
    question = long_text(_("Welke vraag legt u hun voor?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.need("partners")
        return answers


class MeetForm(CommitmentRows):
    kind = "meeting"
    title = _("Overleg")
    intro = _(
        "Ieder houdt de eigen bevoegdheid. Een afspraak telt pas als de partij zelf haar aanvaardt."
    )
    shares = ("picture",)

    met_on = day(_("Wanneer was het overleg?"))
    picture = long_text(_("Wat is het gezamenlijke beeld?"))
    agreement = choice(_("Zijn de partijen het eens?"), AGREEMENT)
    views = long_text(_("Welke partij denkt er anders over, en waarom?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("agreement") == "agreed" and not self.errors and not self.rows():
            self.add_error("text_1", _("Leg ten minste één afspraak vast."))
        if answers.get("agreement") == "disagreed":
            self.need("views")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["agreement"])


class StepUpForm(StepForm):
    """A step up has a reason, an asked decision, an addressee and an answer."""

    kind = "escalation"
    title = _("Opschaling")
    intro = _("De partijen werden het niet eens. Vraag een besluit, en leg het antwoord vast.")

    level = choice(_("Waar is het besproken?"), LEVELS)
    asked = long_text(_("Welk besluit is gevraagd?"))
    answered_on = day(_("Wanneer kwam het antwoord?"))
    answer = long_text(_("Wat is het antwoord?"))
    course = choice(_("Hoe gaat het verder?"), RULINGS)

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class FollowUpForm(StepForm):
    kind = "progress"
    title = _("Voortgang")

    state = long_text(_("Hoe staat het met de afspraken?"))
    course = choice(_("Hoe gaat het verder?"), PROGRESS)
    open_motive = long_text(
        _("Waarom beëindigt u het terwijl er nog afspraken openstaan?"), required=False
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("course") == "end" and self.open_commitments:
            self.need("open_motive")
        return answers

    @property
    def open_commitments(self) -> int:
        waiting = [Commitment.Status.PROPOSED, Commitment.Status.ACCEPTED]
        rows = Commitment.objects.visible_to(self.actor).filter(case=self.step.case)
        return rows.filter(status__in=waiting).count()

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])
