"""Ask for more time to answer a request."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Request
from workflows.forms.fields import day, long_text
from workflows.terms import end_of_day


class MoreTimeForm(forms.Form):
    last_day = day(_("Tot en met welke dag?"))
    reason = long_text(_("Waarom heeft u meer tijd nodig?"))

    def __init__(self, *args: Any, request: Request, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_last_day(self) -> date:
        last_day: date = self.cleaned_data["last_day"]
        if last_day <= timezone.localdate(self.request.due_at):
            raise forms.ValidationError(_("Kies een dag na de huidige uiterste datum."))
        return last_day

    def until(self) -> datetime:
        return end_of_day(self.cleaned_data["last_day"])
