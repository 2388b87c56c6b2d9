"""A desk of a partner: for which theme and region, how to reach it, and from which day."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.throughput import labels
from partners.acting import moment
from partners.actor import Actor
from partners.desks import Desk
from partners.models import Kind, Organisation, ServiceArea
from workflows.forms.fields import day
from workflows.forms.formule_part import text
from workflows.forms.local_settings import FromADay
from workflows.forms.regional_event import served


class DeskForm(FromADay):
    region = forms.ModelChoiceField(
        label=_("Veiligheidsregio"), queryset=Organisation.objects.none(), empty_label=None
    )
    theme = forms.ChoiceField(label=_("Thema"))
    organisation = forms.ModelChoiceField(
        label=_("Partner"), queryset=Organisation.objects.none(), empty_label=_("Kies een partner")
    )
    gemeente = forms.ModelChoiceField(
        label=_("Alleen voor zaken van"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Alle gemeenten"),
        help_text=_("Het aanspreekpunt voor één gemeente gaat vóór dat van de regio."),
    )
    name = text(
        _("Aanspreekpunt"), 120, help_text=_("Een loket of team, zonder naam van een persoon.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = text(_("Telefoon"), 30, required=False)
    valid_from = day(_("Vanaf welke dag?"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(moment())
        regions = served(actor)
        areas = ServiceArea.objects.in_force(today).filter(region__in=regions)
        partners = Organisation.objects.in_force(today).filter(pk__in=areas.values("organisation"))
        chosen: dict[str, Any] = {
            "region": regions,
            "organisation": partners,
            "gemeente": partners.filter(kind=Kind.GEMEENTE),
        }
        for name, rows in chosen.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["region"].initial = regions.first()
        self.fields["theme"].choices = [("", _("Kies een thema")), *labels.themes()]  # type: ignore[attr-defined]  # a ChoiceField

    def desk(self) -> Desk:
        """Of a valid form."""
        given = dict(self.cleaned_data)
        given.pop("valid_from")
        return Desk(**given)


class EndDeskForm(FromADay):
    valid_from = day(_("Vanaf welke dag is hier niemand meer?"))
