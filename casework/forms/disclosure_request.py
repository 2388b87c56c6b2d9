"""Ask a partner for a disclosure, ask back, and answer that."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from casework.forms.neutral import refuse_address
from casework.forms.once import OnceForm
from casework.models import Case, RefusalGround
from casework.provisions import Want
from casework.undisclosed import Undisclosed
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Membership, Organisation, Person
from partners.models.membership import CASE_ROLES


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # only a stub is generic
    def label_from_instance(self, obj: Person) -> str:
        return obj.name


class AskForm(OnceForm):
    """`things` is what the asker was told to exist; which is of whom is judged here."""

    holder = forms.ModelChoiceField(
        label=_("Aan welke partner?"), queryset=Organisation.objects.none()
    )
    thing = forms.ChoiceField(
        label=_("Waar vraagt u om?"),
        required=False,
        help_text=_("U ziet alleen dat er iets is, niet wat erin staat."),
    )
    about = forms.CharField(
        label=_("Welke informatie hebt u nodig?"),
        max_length=300,
        validators=[refuse_address],
        help_text=_("Zonder namen of adressen. Bijvoorbeeld: eerdere overlast bij het pand."),
    )
    purpose = forms.CharField(label=_("Doel"), max_length=300, validators=[refuse_address])
    receiver_ground = forms.ModelChoiceField(
        label=_("Uw grondslag om het te ontvangen"), queryset=Ground.objects.none()
    )
    necessity = forms.CharField(
        label=_("Waarom is dit nodig, en kan het niet met minder?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[refuse_address],
    )
    receivers = PeopleField(
        label=_("Wie bij uw organisatie leest het?"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kiest u niemand, dan ziet ieder bij u die aan zaken werkt het."),
    )
    due_on = forms.DateField(
        label=_("Uiterlijk"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(
        self, *args: Any, case: Case, things: list[Undisclosed], actor: Actor, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.things = {one.key: one for one in things}
        holders = Organisation.objects.filter(pk__in=case.party_ids)
        if actor.organisation_id not in case.overview_ids:
            holders = holders.filter(pk=case.lead_id)
        holders = holders.exclude(pk=actor.organisation_id)
        names = dict(holders.values_list("pk", "name"))
        today = timezone.localdate(moment())
        grounds = Ground.objects.in_force(today).filter(
            holder__in=["", actor.organisation.kind], is_for_receiving=True
        )
        colleagues = Membership.objects.in_force(today).filter(
            organisation=actor.organisation, role__in=CASE_ROLES
        )
        people = Person.objects.filter(pk__in=colleagues.values("person"), is_active=True).order_by(
            "name"
        )
        for name, rows in (
            ("holder", holders),
            ("receiver_ground", grounds),
            ("receivers", people),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields
        self.fields["thing"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _now("Niet om een bepaalde bijdrage")),
            *((key, _told(one, names)) for key, one in self.things.items()),
        ]
        if not things:
            del self.fields["thing"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        holder, thing = given.get("holder"), self.things.get(given.get("thing") or "")
        if holder and thing and thing.organisation_id != holder.pk:
            self.add_error("thing", _("Dit is van een andere partner. Kies die partner hierboven."))
        return given

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if day < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return day

    def want(self) -> Want:
        given = self.cleaned_data
        return Want(
            about=given["about"],
            purpose=given["purpose"],
            receiver_ground=given["receiver_ground"],
            necessity=given["necessity"],
            due_at=end_of(given["due_on"]),
            thing=self.things.get(given.get("thing") or ""),
            receiver_ids=tuple(one.pk for one in given["receivers"]),
        )


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def _told(one: Undisclosed, names: dict[int, str]) -> str:
    what = _now("bijdrage") if one.contribution_id else _now("betrokkene of pand")
    made = date_format(timezone.localtime(one.made_at), "j F Y H:i")
    return f"{names.get(one.organisation_id, '')}: {what}, {made}"


class RefuseForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("Grond van de weigering"), choices=[("", "---------"), *RefusalGround.choices]
    )
    reason = forms.CharField(
        label=_("Toelichting"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De vrager leest dit. Zonder namen of adressen."),
        validators=[refuse_address],
    )


class ContraForm(forms.Form):
    reason = forms.CharField(
        label=_("Welke contra-indicatie is er?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sepot, vrijspraak of nog geen beslissing. Alleen het OM leest dit."),
    )


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Wat wilt u weten voordat u beslist?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De termijn staat stil tot de vrager antwoordt. Zonder namen of adressen."),
        validators=[refuse_address],
    )


class AnswerBackForm(forms.Form):
    text = forms.CharField(
        label=_("Uw antwoord"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zonder namen of adressen. Daarna loopt de termijn weer."),
        validators=[refuse_address],
    )
