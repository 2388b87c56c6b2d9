"""Offer a case to another organisation, answer such an offer, and end a participation."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import Case, Contribution, Handover, Subject
from casework.models.handover import able_to_lead
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Organisation

TASK_OF_GENERAL_INTEREST = "avg-6-1-e"


class ContributionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # only a stub is generic
    def label_from_instance(self, obj: Contribution) -> str:
        """Without its contents: who offers knows what it is by its title and day."""
        day = timezone.localtime(obj.created_at)
        return f"{obj.title}, {day.day}-{day.month}-{day.year}"


class SubjectsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # as above
    def label_from_instance(self, obj: Subject) -> str:
        return f"{obj.get_kind_display()}: {obj.label}"


class OfferForm(OnceForm):
    receiver = forms.ModelChoiceField(
        label=_("Aan welke organisatie?"), queryset=Organisation.objects.none()
    )
    reason = forms.CharField(
        label=_("Waarom draagt u de zaak over?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zonder namen of adressen: de ontvanger leest dit voordat zij beslist."),
    )
    afterwards = forms.ChoiceField(
        label=_("Wat ziet uw organisatie daarna nog?"),
        choices=Handover.Afterwards,
        initial=Handover.Afterwards.NOTHING,
        widget=forms.RadioSelect,
        help_text=_("Wat uw organisatie zelf inbracht, blijft altijd van haar."),
    )
    afterwards_until = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Alleen als u het overzicht tot en met een dag houdt."),
    )
    promised = ContributionsField(
        label=_("Welke bijdragen van uw organisatie verstrekt u aan de ontvanger?"),
        queryset=Contribution.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De ontvanger ziet deze zodra zij aanvaardt, en de andere niet."),
    )
    promised_subjects = SubjectsField(
        label=_("Welke personen en panden die u vastlegde, verstrekt u?"),
        queryset=Subject.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    ground = forms.ModelChoiceField(
        label=_("Grondslag om te verstrekken"), queryset=Ground.objects.none()
    )
    necessity = forms.CharField(
        label=_("Waarom heeft de ontvanger dit nodig?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Alleen als u iets verstrekt."),
    )

    def __init__(self, *args: Any, case: Case, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(moment())
        grounds = Ground.objects.in_force(today).filter(
            holder="", is_for_sending=True, is_for_receiving=True
        )
        own = Q(case=case, organisation=actor.organisation)
        for name, rows in (
            ("receiver", able_to_lead(case, today)),
            ("promised", Contribution.objects.visible_to(actor).filter(own)),
            ("promised_subjects", Subject.objects.visible_to(actor).filter(own)),
            ("ground", grounds),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields
        self.fields["ground"].initial = grounds.filter(code=TASK_OF_GENERAL_INTEREST).first()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        wants_day = given.get("afterwards") == Handover.Afterwards.UNTIL
        day: date | None = given.get("afterwards_until")
        if wants_day and "afterwards_until" in given and day is None:
            self.add_error("afterwards_until", _("Kies tot en met welke dag."))
        if day is not None and day < timezone.localdate(moment()):
            self.add_error("afterwards_until", _("Kies een dag vanaf vandaag."))
        if not wants_day:
            given["afterwards_until"] = None
        gives = given.get("promised") or given.get("promised_subjects")
        if gives and not given.get("necessity"):
            self.add_error("necessity", _("Vul in waarom de ontvanger dit nodig heeft."))
        return given


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom neemt u de zaak niet over?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zonder namen of adressen."),
    )


class EndForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom eindigt de deelname?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zonder namen of adressen; de reden komt in het auditspoor."),
    )
