"""What the form of a draft may offer for its theme."""

from collections.abc import Iterable

from django.utils import timezone

from casework.throughput import labels
from partners.acting import moment
from partners.models import Ground, Kind
from workflows.forms.formule_part import Choices, Offer
from workflows.formules.catalogue import steps_of, things_of
from workflows.formules.wording import receiver_label, thing_label


def offer_for(theme: str) -> Offer:
    grounds = list(Ground.objects.in_force(timezone.localdate(moment())))
    steps = steps_of(theme)
    return Offer(
        steps={name: labels.step_title(theme, name) for name in in_order(theme)},
        without_term=frozenset(name for name, one in steps.items() if not one.needs_term),
        things=[(thing, thing_label(thing)) for thing in sorted(things_of(theme), key=thing_label)],
        receivers=[(to, receiver_label(to)) for to in ("lead", "asked", "reporter", *Kind.values)],
        sender_grounds=_choices(one for one in grounds if one.is_for_sending),
        receiver_grounds=_choices(one for one in grounds if one.is_for_receiving),
    )


def in_order(theme: str) -> list[str]:
    """The steps as the process comes to them."""
    return sorted(steps_of(theme), key=lambda name: labels.place(theme, name))


def articles() -> dict[str, str]:
    """Of every ground, also one that no longer holds."""
    return dict(Ground.objects.values_list("code", "article"))


def _choices(grounds: Iterable[Ground]) -> Choices:
    return [(one.code, str(one)) for one in grounds]
