"""Where a case goes on from a step that is no more."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import choice, long_text
from workflows.forms.step_form import StepForm


class MoveOnForm(StepForm):
    """Offers each step of the flow but those that answer a request, which need one."""

    kind = "moving-on"
    title = _("Zaak verder brengen")
    intro = _(
        "De werkwijze is veranderd en deze stap bestaat niet meer. Kies bij welke stap de zaak "
        "verdergaat. Wat al gedaan is, blijft."
    )
    takes_files = False

    target = choice(_("Bij welke stap gaat de zaak verder?"), [])
    reason = long_text(_("Waarom daar?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nodes = self.step.flow_task.flow_class.instance.nodes()
        steps = [one for one in nodes if one.task_type == "HUMAN" and one.of.__name__ != "asked"]
        self.fields["target"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one.name, str(one.task_title)) for one in steps
        ]

    def outcome(self) -> str:
        return str(self.cleaned_data["target"])
