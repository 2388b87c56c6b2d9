"""Within which term each step and the case itself has to be done, with the source of it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from workflows.forms.formule_part import Content, Offer, Problem, problems_of, text, without
from workflows.forms.length_field import LengthField


class FoldedForm(forms.Form):
    """What is seldom set folds away on the page, unless it is set or wrong."""

    RARE: ClassVar[tuple[str, ...]] = ("is_backward", "is_exempt")

    def usual(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.RARE]

    def rare(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name in self.RARE]

    def has_rare(self) -> bool:
        return any(one.value() or one.errors for one in self.rare())


class TermForm(FoldedForm):
    length = LengthField(label=_("Lengte"))
    source = text(
        _("Bron"), 200, help_text=_("Het wetsartikel, of bijvoorbeeld “Afspraak in de regio”.")
    )
    is_statutory = forms.BooleanField(label=_("Wettelijke termijn"), required=False)
    is_backward = forms.BooleanField(
        label=_("Telt terug vanaf de dag die de zaak noemt"), required=False
    )
    is_exempt = forms.BooleanField(label=_("Buiten de Algemene termijnenwet"), required=False)

    def __init__(self, *args: Any, heading: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heading = heading

    def content(self) -> Content:
        return without(dict(self.cleaned_data), ("is_backward", "is_exempt"))


class OptionalTermForm(TermForm):
    """Of a step that brings a term of its own, unless the formule sets one."""

    length = LengthField(label=_("Lengte"), required=False)
    source = text(_("Bron"), 200, required=False)

    def clean(self) -> None:
        given = self.cleaned_data
        if bool(given.get("length")) != bool(given.get("source")):
            self.add_error(None, _("Vul lengte en bron allebei in, of geen van beide."))


class CaseTermForm(FoldedForm):
    title = text(_("Titel"), 120)
    length = LengthField(label=_("Lengte"))
    source = text(_("Bron"), 200)
    is_statutory = forms.BooleanField(label=_("Wettelijke termijn"), required=False)
    extension = LengthField(label=_("Verlenging"), required=False)
    most_pause = LengthField(label=_("Langste opschorting"), required=False)
    warn_days = forms.RegexField(
        r"^\s*(\d{1,3}\s*(,\s*\d{1,3}\s*)*)?$",
        label=_("Waarschuwen (dagen vooraf)"),
        required=False,
        help_text=_("Getallen met komma’s, zoals 14, 3."),
    )
    is_exempt = forms.BooleanField(label=_("Buiten de Algemene termijnenwet"), required=False)

    def __init__(self, data: Any, *, before: Content, prefix: str) -> None:
        warned = ", ".join(map(str, before.get("warn_days", [14, 3])))
        super().__init__(data, initial={**before, "warn_days": warned}, prefix=prefix)
        self.heading = before.get("title", "")
        self.before = before

    def content(self) -> Content:
        """What is not on the form, such as who guards the term, stays as it was."""
        days = [int(one) for one in self.cleaned_data["warn_days"].split(",") if one.strip()]
        given = {**self.before, **self.cleaned_data, "warn_days": days}
        return without(given, ("is_exempt", "extension", "most_pause"))


class TermsPart:
    """A form for each step, and for each term of the case that the formule has."""

    slug = "termijnen"
    title = _("Termijnen")
    template = "workflows/formule/_edit_terms.html"

    def __init__(self, content: Content, data: Any, offer: Offer) -> None:
        self.content = content
        terms = content["terms"]
        self.steps: dict[str, TermForm] = {
            name: (OptionalTermForm if name in offer.without_term else TermForm)(
                data, prefix=f"step-{name}", initial=terms.get(name), heading=title
            )
            for name, title in offer.steps.items()
        }
        self.case_terms = {
            code: CaseTermForm(data, prefix=f"case-{code}", before=before)
            for code, before in content.get("case_terms", {}).items()
        }

    @property
    def all(self) -> list[Any]:
        return [*self.steps.values(), *self.case_terms.values()]

    def is_valid(self) -> bool:
        """Each is judged, so that all mistakes show at once."""
        return not [form for form in self.all if not form.is_valid()]

    def problems(self) -> list[Problem]:
        return [
            problem
            for form in self.all
            for problem in problems_of(
                form, _now("Termijn van “%(step)s”") % {"step": form.heading}
            )
        ]

    def apply(self) -> Content:
        """A term of a step that the flow lost is dropped: nothing would run on it."""
        changed = {
            **self.content,
            "terms": {
                name: form.content()
                for name, form in self.steps.items()
                if form.cleaned_data["length"]
            },
        }
        if self.case_terms:
            changed["case_terms"] = {code: form.content() for code, form in self.case_terms.items()}
        return changed
