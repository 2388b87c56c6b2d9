"""The one search box. Sent with POST: what one looks for may be a name, and stays out of URLs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.search.results import LABELS

SHORTEST = 2


class SearchForm(forms.Form):
    """`kind` and `page` are set by the buttons below the results."""

    words = forms.CharField(
        label=_("Waar zoekt u naar?"),
        min_length=SHORTEST,
        max_length=120,
        help_text=_(
            "Zaaknummer, woonkern, onderwerp, of woorden uit wat uw organisatie inbracht of kreeg. "
            "Zet een vaste woordgroep tussen aanhalingstekens."
        ),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"required": _("Vul in waar u naar zoekt.")},
    )
    kind = forms.ChoiceField(
        choices=[("", ""), *LABELS.items()], required=False, widget=forms.HiddenInput
    )
    page = forms.IntegerField(min_value=1, max_value=1000, required=False, widget=forms.HiddenInput)

    def clean_words(self) -> str:
        """A null character is no text for the database."""
        return str(self.cleaned_data["words"]).replace("\x00", "")
