"""What recurs in the questions of Bibob: degrees of danger, grounds, and days that have come."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass
from partners.acting import moment
from workflows.forms.step_form import StepForm

DEGREES = [
    ("none", _("Geen gevaar")),
    ("lesser", _("Mindere mate van gevaar")),
    ("serious", _("Ernstig gevaar")),
]
GROUNDS = [
    ("a", _("a: voordeel uit strafbare feiten benutten")),
    ("b", _("b: strafbare feiten plegen met de beschikking")),
    ("lid6", _("lid 6: een strafbaar feit gepleegd om de beschikking te krijgen")),
]
RELATIONS = [
    ("self", _("Betrokkene zelf")),
    ("control", _("Wie leiding of zeggenschap heeft, of vermogen verschaft")),
    ("partner", _("Een zakelijk samenwerkingsverband")),
]


class SecretForm(StepForm):
    """What is answered here falls under the secrecy of art. 28 Wet Bibob."""

    information_class = InformationClass.X


def several(label: Any, choices: Any, *, required: bool = True) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


def not_yet(form: forms.Form, *names: str) -> None:
    """Refuse days that have not come: these are facts, not plans."""
    today = timezone.localdate(moment())
    for name in names:
        given = form.cleaned_data.get(name)
        if isinstance(given, date) and given > today:
            form.add_error(name, _("Deze dag is nog niet geweest."))
