"""A form that may be sent once: it carries a key of its own."""

from uuid import uuid4

from django import forms


class OnceForm(forms.Form):
    """Its view gives `submission` to casework.services.submissions before it acts."""

    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)
