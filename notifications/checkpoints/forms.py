"""What the privacy officer fills in: an address for checkpoints, and a checkpoint that was kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from notifications.checkpoints.addresses import MOST, visible_to
from notifications.checkpoints.webhook import NotDelivered, parse
from notifications.models import CheckpointAddress
from partners.actor import Actor

LARGEST = 64 * 1024


class AddressForm(forms.Form):
    kind = forms.ChoiceField(
        label=_l("Hoe?"), choices=CheckpointAddress.Kind.choices, widget=forms.RadioSelect
    )
    target = forms.CharField(
        label=_l("Naar welk adres?"),
        max_length=300,
        help_text=_l(
            "Een mailadres, of een webadres dat met https:// begint. Kies een plek waar de "
            "beheerder van de database niet bij kan."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._mine = visible_to(actor)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        kind, target = given.get("kind"), given.get("target")
        if kind and target:
            self._require_fitting(kind, target)
        if not self.errors and self._mine.count() >= MOST:
            raise ValidationError(
                _("Er zijn al %(most)s adressen. Verwijder er eerst een.") % {"most": MOST}
            )
        return given

    def _require_fitting(self, kind: str, target: str) -> None:
        if self._mine.filter(target=target).exists():
            self.add_error("target", _("Dit adres staat er al."))
        elif kind == CheckpointAddress.Kind.MAIL:
            try:
                validate_email(target)
            except ValidationError:
                self.add_error("target", _("Vul een mailadres in, zoals naam@voorbeeld.nl."))
        else:
            try:
                parse(target)
            except NotDelivered as refusal:
                self.add_error("target", str(refusal))


class KeptForm(forms.Form):
    note = forms.CharField(
        label=_l("Bewaard controlepunt"),
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_l("Plak de tekst zoals u die bewaarde, met de lege regel en de ondertekening."),
    )
    file = forms.FileField(label=_l("Of als bestand"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        note, file = given.get("note", ""), given.get("file")
        if file is not None:
            note = self._read(file)
        if not note.strip() and not self.errors:
            self.add_error("note", _("Plak het controlepunt, of kies het bestand."))
        return {**given, "note": note}

    def _read(self, file: Any) -> str:
        if file.size > LARGEST:
            self.add_error("file", _("Dit bestand is te groot voor een controlepunt."))
            return ""
        try:
            return str(file.read().decode())
        except UnicodeDecodeError:
            self.add_error("file", _("Dit bestand is geen controlepunt: het is geen tekst."))
            return ""
