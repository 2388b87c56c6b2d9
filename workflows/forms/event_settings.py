"""What a gemeente sets for its events, and what a service can give: from a day, with a source."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import Region
from workflows.events.settings import FromDay
from workflows.forms.fields import day
from workflows.forms.formule_part import text
from workflows.forms.local_settings import FromADay


class SinceForm(FromADay):
    valid_from = day(_("Vanaf welke dag?"))
    source = text(
        _("Bron"), 200, help_text=_("Het besluit of beleid waarin dit staat, met de datum.")
    )

    @property
    def since(self) -> FromDay:
        """Of a valid form."""
        return FromDay(self.cleaned_data["valid_from"], self.cleaned_data["source"])


class EventTermForm(SinceForm):
    weeks = forms.IntegerField(
        label=_("Weken vóór het evenement"),
        min_value=0,
        max_value=104,
        help_text=_("Tot wanneer een organisator kan melden of aanvragen."),
    )
    from_score = forms.IntegerField(
        label=_("Vanaf welke score?"),
        min_value=0,
        max_value=15,
        help_text=_("De drie scores van de risicoscan bij elkaar, hoogstens 15."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["weeks", "from_score", "valid_from", "source"])


class CapacityForm(SinceForm):
    region = forms.ModelChoiceField(
        label=_("Veiligheidsregio"), queryset=Region.objects.none(), empty_label=None
    )
    amount = forms.IntegerField(
        label=_("Hoeveel op één dag?"),
        min_value=0,
        max_value=100_000,
        help_text=_("Alles wat u op een dag voor evenementen in deze regio kunt inzetten."),
    )

    def __init__(self, *args: Any, regions: QuerySet[Region], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["region"].initial = regions.first()
        self.order_fields(["region", "amount", "valid_from", "source"])
