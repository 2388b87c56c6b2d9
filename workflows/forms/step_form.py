"""The form of a step: its questions, and how the answers are kept."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from casework.forms.uploads import FilesField
from casework.forms.weighing import NAMES, is_weighed, weighing_fields
from casework.models import InformationClass
from partners.actor import Actor
from partners.classes import ClassRules, rules
from partners.models import Kind

OWN_LAW = {Kind.POLITIE: InformationClass.P, Kind.OM: InformationClass.J}
"""What politie and OM put in falls under Wpg and Wjsg (domain brief 1.5)."""

CLASS_OF = OWN_LAW | {
    Kind.DJI: InformationClass.J,
    Kind.RECLASSERING: InformationClass.Z,
    Kind.VEILIG_THUIS: InformationClass.Z,
    Kind.ZORG: InformationClass.Z,
    Kind.RIEC: InformationClass.S,
    Kind.ZVH: InformationClass.S,
}
"""The class of what each kind of partner puts in; the rest is bestuurlijk."""


class StepForm(forms.Form):
    """`kind` and `title` name the contribution it becomes; `shares` the sharings it proposes.

    `aside` is a template that stands beside the questions. `information_class` is set where what
    is asked here has a class of its own, whoever answers. `lets_in` are the partners that take part
    from this step on. Of what it shares, `by_answer` goes or not as is answered, and `shared_as`
    has the class of what is not kept as the answers are.
    """

    kind: ClassVar[str]
    title: ClassVar[Any]
    intro: ClassVar[Any] = ""
    shares: ClassVar[tuple[str, ...]] = ()
    aside: ClassVar[str] = ""
    information_class: ClassVar[InformationClass | None] = None
    by_answer: ClassVar[frozenset[str]] = frozenset()
    shared_as: ClassVar[Mapping[str, InformationClass]] = {}
    lets_in: ClassVar[tuple[Kind, ...]] = ()
    takes_files: ClassVar[bool] = True
    unkept: ClassVar[frozenset[str]] = frozenset({"attachments", "sender_ground", *NAMES})

    def __init__(self, *args: Any, step: Any, actor: Actor, **kwargs: Any) -> None:
        self.step = step
        self.actor = actor
        super().__init__(*args, **kwargs)
        if self.takes_files:
            self.fields["attachments"] = FilesField(label=_("Bijlagen"), required=False)
        if self.is_weighed:
            self.fields |= weighing_fields()

    @property
    def is_weighed(self) -> bool:
        """Whether the OM says here why it gives this, and its person alone (Wjsg art. 39f)."""
        return is_weighed(self.actor, self.shares)

    def class_for(self, actor: Actor) -> InformationClass:
        of_partner = CLASS_OF.get(Kind(actor.organisation.kind), InformationClass.B)
        return self.information_class or of_partner

    @property
    def class_rules(self) -> ClassRules:
        """What the page tells of the class in which the answers are kept."""
        return rules()[self.class_for(self.actor)]

    def announced(self) -> tuple[str, ...]:
        """By which names the formule knows what this person shares here."""
        return self.shares

    def is_sure(self, name: str) -> bool:
        """Whether it goes whatever is answered."""
        return name not in self.by_answer

    def classes_of(self, name: str) -> frozenset[str]:
        """In which classes that is kept what goes by this name; none where there is nothing yet."""
        return frozenset({self.shared_as.get(name) or self.class_for(self.actor)})

    def need(self, *names: str) -> None:
        """Demand questions that this course of things makes necessary, beside what is wrong."""
        for name in names:
            if self.cleaned_data.get(name) in (None, "", []) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])

    def outcome(self) -> str:
        """The slug on which the gateways behind this step decide."""
        return "done"

    def content(self) -> list[dict[str, Any]]:
        """Questions and answers, frozen as they were put; unanswered ones are left out."""
        return [
            {
                "name": name,
                "question": str(field.label),
                "answer": shown(field, self.cleaned_data[name]),
                "value": as_data(self.cleaned_data[name]),
            }
            for name, field in self.fields.items()
            if name not in self.unkept and self.cleaned_data.get(name) not in (None, "", [])
        ]


def shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, models.QuerySet | list | tuple):
        return ", ".join(shown(field, one) for one in value)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, datetime):
        return format_date(timezone.localtime(value), "j F Y H:i")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if hasattr(value, "strftime"):
        return format_date(value, "j F Y")
    choices = {str(key): label for key, label in getattr(field, "choices", [])}
    return str(choices.get(str(value), value))


def as_data(value: Any) -> Any:
    if isinstance(value, models.QuerySet | list | tuple):
        return [as_data(one) for one in value]
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, bool | int):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)
