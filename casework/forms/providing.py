"""Give what was asked for: the whole, or a part of it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.arrangement_policies import (
    LEANS,
    arrangement_for,
    needs_arrangement,
    why_none,
)
from casework.consent_policies import PER_CASE
from casework.forms.disclosure_request import end_of
from casework.forms.weighing import weighed_in, weighing_fields
from casework.models import Arrangement, Consent, Contribution, DisclosureRequest, Document, Subject
from casework.provisions import Part, Provision
from casework.secrecy import why_not_give_secret
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Kind, Organisation

OWN_LAW = frozenset({Kind.POLITIE, Kind.OM})
"""These give under their own law alone; others may lean on the AVG too."""


def holders_for(sender: Organisation) -> list[str]:
    kind = Kind(sender.kind)
    return [kind] if kind in OWN_LAW else ["", kind]


def grounds_to_send(
    actor: Actor,
    request: DisclosureRequest | None = None,
    receivers: Iterable[Organisation] = (),
) -> "QuerySet[Ground]":
    """What asks for more than a click is offered where that more is on record."""
    today = timezone.localdate(moment())
    extra: set[str] = set()
    for receiver in [request.asker] if request else receivers:
        fitting = Arrangement.objects.fitting(
            sender=actor.organisation_id, receiver=receiver.pk, on=today
        )
        extra |= {code for one in fitting for code in one.ground_codes} & set(LEANS)
    if request is not None and request.consents.filter(status=Consent.Status.GRANTED).exists():
        extra.add(PER_CASE)
    usual = Q(is_for_sending=True) & ~Q(code__in=LEANS)
    rows = Ground.objects.in_force(today).filter(usual | Q(code__in=extra))
    return rows.filter(holder__in=holders_for(actor.organisation))


def why_not_on(thing: Contribution | Subject, receiver: Organisation, ground: Ground) -> str | None:
    """Whether this ground lets it go there, as the services would say too."""
    today = timezone.localdate(moment())
    if needs_arrangement(ground) and arrangement_for(thing, receiver, ground, today) is None:
        return why_none(thing, receiver, ground, today)
    return why_not_give_secret(thing, receiver, ground)


def own_things(request: DisclosureRequest, actor: Actor) -> list[Contribution | Subject]:
    """What of the holder's own in this case would answer the request, the newest first."""
    own = {"case": request.case, "organisation": actor.organisation}
    contributions = Contribution.objects.visible_to(actor).filter(**own, extract_of=None)
    subjects = Subject.objects.visible_to(actor).filter(**own)
    if request.contribution_id:
        return list(contributions.filter(pk=request.contribution_id))
    if request.subject_id:
        return list(subjects.filter(pk=request.subject_id))
    return [*contributions.order_by("-created_at", "pk"), *subjects.order_by("kind", "pk")]


def label_of(thing: Contribution | Subject) -> str:
    if isinstance(thing, Subject):
        return f"{thing.get_kind_display()}: {thing.label}"
    day = timezone.localtime(thing.created_at)
    return f"{thing.title}, {day.day}-{day.month}-{day.year}"


class ProvisionFields(forms.Form):
    """Pre-filled from the formule by who makes it; each answer may be changed."""

    sender_ground = forms.ModelChoiceField(
        label=_("Uw grondslag om te verstrekken"), queryset=Ground.objects.none()
    )
    necessity = forms.CharField(
        label=_("Waarom is dit noodzakelijk?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    conditions = forms.CharField(label=_("Voorwaarden"), max_length=300, required=False)
    last_day = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Daarna ziet de partner het niet meer. Leeg: tot u de verstrekking intrekt."),
    )

    def __init__(self, *args: Any, request: DisclosureRequest, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        if actor.organisation.kind == Kind.OM:
            self.fields |= weighing_fields()
            self.initial.pop("necessity", None)
        self.fields["sender_ground"].queryset = grounds_to_send(actor, request)  # type: ignore[attr-defined]

    def clean_last_day(self) -> Any:
        day = self.cleaned_data["last_day"]
        if day is not None and day < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return day

    def check_ground(self, thing: Contribution | Subject | None) -> None:
        """What the services would refuse, beside the question where it can be mended."""
        ground = self.cleaned_data.get("sender_ground")
        if thing is None or ground is None:
            return
        refusal = why_not_on(thing, self.request.asker, ground)
        if refusal:
            self.add_error("sender_ground", refusal)

    def provision(self) -> Provision:
        given = self.cleaned_data
        day = given["last_day"]
        return Provision(
            sender_ground=given["sender_ground"],
            necessity=given["necessity"],
            conditions=given["conditions"],
            valid_until=end_of(day) if day else None,
            weighed=weighed_in(given) if "proportionality" in given else None,
        )


class GiveForm(ProvisionFields):
    thing = forms.ChoiceField(label=_("Wat verstrekt u?"))
    field_order = ["thing"]

    def __init__(self, *args: Any, things: list[Contribution | Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.things = {str(one.pk): one for one in things}
        choices = [(key, label_of(one)) for key, one in self.things.items()]
        if len(choices) != 1:
            choices.insert(0, ("", "---------"))
        self.fields["thing"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        self.check_ground(self.things.get(given.get("thing", "")))
        return given

    def chosen(self) -> Contribution | Subject:
        return self.things[self.cleaned_data["thing"]]


class PartForm(ProvisionFields):
    names = forms.MultipleChoiceField(
        label=_("Welke antwoorden verstrekt u?"), widget=forms.CheckboxSelectMultiple
    )
    hidden = forms.CharField(
        label=_("Welke woorden of zinnen maakt u daarin onleesbaar?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén per regel. Waar zo'n regel letterlijk voorkomt, komt een zwarte balk."),
    )
    documents = forms.ModelMultipleChoiceField(
        label=_("Welke documenten gaan mee?"),
        queryset=Document.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Een document gaat altijd in zijn geheel mee, zonder zwarte balken."),
    )
    field_order = ["names", "hidden", "documents"]

    def __init__(self, *args: Any, contribution: Contribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contribution = contribution
        self.fields["names"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one["name"], f"{one['question']}: {one['answer']}") for one in contribution.content
        ]
        attached = contribution.documents.filter(withdrawn_at=None)
        field: Any = self.fields["documents"]
        field.queryset = attached
        field.label_from_instance = lambda document: document.name
        if not attached.exists():
            field.widget = forms.MultipleHiddenInput()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        self.check_ground(self.contribution)
        return given

    def part(self) -> Part:
        given = self.cleaned_data
        return Part(
            names=given["names"],
            hidden=given["hidden"].splitlines(),
            documents=list(given["documents"]),
        )
