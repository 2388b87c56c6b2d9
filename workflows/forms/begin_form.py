"""With what a case of any theme begins: the gemeente it is for, and what is known at the start."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import InformationClass, SubjectKind
from partners.acting import moment
from partners.models import Kind, Organisation, ServiceArea
from workflows.forms.step_form import StepForm


@dataclass(frozen=True)
class SubjectDraft:
    """Whom or what the report is about, before it is recorded as the reporter's own."""

    kind: SubjectKind
    label: str
    details: dict[str, Any] = field(default_factory=dict)
    information_class: InformationClass | None = None


class BeginForm(OnceForm, StepForm):
    """An heir adds its questions; `shares` names what the partners from the start get of it."""

    kind = "signal"
    title = _("Melding")
    unkept = StepForm.unkept | {"submission"}
    page_title: Any = _("Zaak melden")
    page_intro: Any = ""
    lead_label: Any = _("Voor welke gemeente is deze zaak?")

    lead = forms.ModelChoiceField(queryset=Organisation.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(moment())
        served = ServiceArea.objects.in_force(today).filter(organisation=self.actor.organisation)
        gemeenten = Organisation.objects.in_force(today).filter(
            kind=Kind.GEMEENTE, regions__in=served.values("region")
        )
        if self.actor.organisation.kind == Kind.GEMEENTE:
            gemeenten = gemeenten.filter(pk=self.actor.organisation_id)
            self.initial.setdefault("lead", self.actor.organisation_id)
        lead = self.fields["lead"]
        lead.label = self.lead_label
        lead.queryset = gemeenten.distinct()  # type: ignore[attr-defined]  # a ModelChoiceField

    def subjects(self) -> list[SubjectDraft]:
        """What to record from valid answers."""
        return []
