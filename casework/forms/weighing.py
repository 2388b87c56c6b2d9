"""What the OM weighs at a step that discloses: asked of the person, never filled in beforehand."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.provisions import Weighed
from partners.models import Kind

if TYPE_CHECKING:
    from partners.actor import Actor

NAMES = ("necessity", "proportionality", "subsidiarity")
QUESTIONS = {
    "necessity": _("Noodzaak: waarom heeft de ontvanger juist dit nodig?"),
    "proportionality": _(
        "Proportionaliteit: waarom weegt dat op tegen het belang van wie het betreft?"
    ),
    "subsidiarity": _("Subsidiariteit: waarom kan het niet met minder, of anders?"),
}


def is_weighed(actor: "Actor", shares: tuple[str, ...]) -> bool:
    """Wjsg art. 39f: whatever the OM discloses, somebody there decided in this very case."""
    return actor.organisation.kind == Kind.OM and bool(shares)


def weighing_fields() -> dict[str, forms.Field]:
    return {
        name: forms.CharField(label=label, max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
        for name, label in QUESTIONS.items()
    }


def weighed_in(answers: dict[str, Any]) -> Weighed:
    return Weighed(**{name: answers.get(name) or "" for name in NAMES})
