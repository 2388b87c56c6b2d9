"""The questions of a disclosure, filled in from the formule: the ordinary case is one click."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.weighing import NAMES
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground
from workflows.forms.step_form import OWN_LAW, StepForm
from workflows.formules.formule import Formule, Sharing
from workflows.receivers import ends_of


class SharingFields(StepForm):
    """The form of a step that shares what it makes; where nothing goes it asks no ground for it."""

    sender_ground = forms.ModelChoiceField(
        label=_("Grondslag voor de verstrekking"),
        queryset=Ground.objects.none(),
        help_text=_("Voorgesteld door de formule. Kies een andere als die beter past."),
    )
    necessity = forms.CharField(
        label=_("Waarom is dit nodig?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Voorgesteld door de formule. Pas aan waar deze zaak anders is."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sharings = [one for one in self._sharings() if self._goes(one)]
        if not sharings:
            for name in ("sender_ground", *NAMES):
                self.fields.pop(name, None)
            return
        sharing = sharings[0]
        grounds = Ground.objects.in_force(timezone.localdate(moment()))
        field = self.fields["sender_ground"]
        field.queryset = grounds.filter(  # type: ignore[attr-defined]  # a ModelChoiceField
            Q(holder__in=holders(self.actor)) | Q(code=sharing.sender_ground), is_for_sending=True
        )
        self.initial.setdefault("sender_ground", _pk_of(sharing.sender_ground))
        if not self.is_weighed:
            self.initial.setdefault("necessity", sharing.necessity)
        for name in ("sender_ground", *NAMES):
            if name in self.fields:
                self.fields[name] = self.fields.pop(name)

    def _sharings(self) -> list[Sharing]:
        formule: Formule = self.step.process.formule
        return formule.sharings_of(self.shared_thing())

    def _goes(self, sharing: Sharing) -> bool:
        """Whether the role matrix lets anybody have it for whom the formule means it."""
        case, classes = self.step.case, self.classes_of(sharing.thing)
        ends = ends_of(case, sharing, self.actor, lets_in=self.lets_in)
        return any(end.why_not(one, case) is None for end in ends for one in classes)

    def announced(self) -> tuple[str, ...]:
        return (self.shared_thing(),)

    def shared_thing(self) -> str:
        """By which name the formule knows what is shared here."""
        return self.shares[0]


class OwnLawFields(SharingFields):
    """Shared as an answer, by the law of who gives it where the formule tells that apart."""

    shares: ClassVar[tuple[str, ...]] = ("answer",)

    def shared_thing(self) -> str:
        own = f"answer_{self.actor.organisation.kind}"
        return own if self.step.process.formule.sharings_of(own) else "answer"


def _pk_of(code: str) -> Any:
    return Ground.objects.filter(code=code).values_list("pk", flat=True).first()


def holders(actor: Actor) -> list[str]:
    """Politie and OM give under their own law alone; the others may lean on the AVG too."""
    kind = actor.organisation.kind
    return [kind] if kind in OWN_LAW else ["", kind]
