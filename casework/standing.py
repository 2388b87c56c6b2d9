"""What stands in a contribution or a record of a subject, item by item, as it can be corrected."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from casework.models import Contribution
from casework.things import Thing

DETAILS: Mapping[str, Any] = {
    "label": _("Aanduiding"),
    "address": _("Adres"),
    "born_on": _("Geboortedatum"),
    "bsn": _("Burgerservicenummer"),
    "contact": _("Contactpersoon"),
    "found_on": _("Datum van de vondst"),
    "is_minor": _("Minderjarig"),
    "kvk": _("KvK-nummer"),
    "legal_form": _("Rechtsvorm"),
    "seat": _("Vestigingsplaats"),
}
"""How the fields of a subject are called; see `subjects` of the forms with which cases begin."""
DAYS = frozenset({"born_on", "found_on"})
YES_OR_NO = {"yes": _("Ja"), "no": _("Nee")}
CHOICES: Mapping[str, Mapping[str, Any]] = {"is_minor": YES_OR_NO}
KEYS = frozenset({"part", "premises"})
"""What a step chose from its own list, and goes by: no text of the record."""


class Item(NamedTuple):
    """`name` is the place of an answer in its contribution, or the field of a subject."""

    name: str
    question: str
    answer: str

    @property
    def shown(self) -> str:
        return str(CHOICES.get(self.name, {}).get(self.answer, self.answer))


def as_it_stands(thing: Thing) -> dict[str, Any]:
    """As a correction keeps it."""
    if isinstance(thing, Contribution):
        return {"content": thing.content}
    return {"label": thing.label, "details": thing.details}


def items(stood: Mapping[str, Any]) -> list[Item]:
    """Of what `as_it_stands` gave, then or now; data that is no text is not for correcting."""
    if "content" in stood:
        return [
            Item(str(place), item["question"], _as_typed(item["answer"]))
            for place, item in enumerate(stood["content"])
        ]
    fields = {"label": stood["label"], **stood["details"]}
    return [
        Item(name, str(DETAILS.get(name, name.replace("_", " "))), value)
        for name, value in fields.items()
        if isinstance(value, str) and name not in KEYS
    ]


def _as_typed(answer: Any) -> str:
    """A browser sends other ends of lines, and no spaces around."""
    return str(answer).replace("\r\n", "\n").strip()
