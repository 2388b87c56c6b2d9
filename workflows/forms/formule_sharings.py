"""What a formule proposes to disclose: of what, to whom, for what and on which grounds."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from workflows.forms.formule_part import (
    Content,
    Offer,
    Problem,
    area,
    blank,
    is_out,
    problems_of,
    select,
    text,
)


class SharingForm(forms.Form):
    thing = select(_("Wat"))
    to = select(_("Aan wie"))
    purpose = text(_("Doel"), 300)
    sender_ground = select(_("Grondslag van de verstrekker"))
    receiver_ground = select(_("Grondslag van de ontvanger"))
    necessity = area(_("Noodzaak"), 600)
    conditions = area(_("Voorwaarden"), 300, required=False)

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("thing", offer.things),
            ("to", offer.receivers),
            ("sender_ground", offer.sender_grounds),
            ("receiver_ground", offer.receiver_grounds),
        ):
            self.fields[name].choices = blank(choices)  # type: ignore[attr-defined]


SharingSet = formset_factory(SharingForm, extra=1, can_delete=True, max_num=60)


class SharingsPart:
    slug = "verstrekkingen"
    title = _("Verstrekkingen")
    template = "workflows/formule/_edit_sharings.html"

    def __init__(self, content: Content, data: Any, offer: Offer) -> None:
        self.content = content
        self.forms: BaseFormSet[SharingForm] = SharingSet(
            data, prefix="sharing", initial=content["sharings"], form_kwargs={"offer": offer}
        )

    def is_valid(self) -> bool:
        return self.forms.is_valid()

    def problems(self) -> list[Problem]:
        found = [Problem("", "", str(one)) for one in self.forms.non_form_errors()]
        for number, form in enumerate(self.forms, 1):
            if not is_out(form):
                found += problems_of(form, _now("Verstrekking %(number)d") % {"number": number})
        return found

    def apply(self) -> Content:
        kept = [form for form in self.forms if form.has_changed() or form.initial]
        given = [form.cleaned_data for form in kept if not is_out(form)]
        return {
            **self.content,
            "sharings": [{name: one[name] for name in SharingForm.base_fields} for one in given],
        }
