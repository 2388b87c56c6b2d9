"""Of what named people alone may know, nobody else at their organisation hears a word.

One open case, and one act on something of class B and of class H: of two colleagues who both
hear of the first, one hears of the second.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from django.utils import timezone

from casework.models import (
    Case,
    Consent,
    Contribution,
    DisclosureRequest,
    Emergency,
    InformationClass,
)
from casework.models.correction import Change
from casework.models.disclosure_request import RefusalGround
from casework.provisions import Want
from casework.services import (
    class_changes,
    consents,
    contributions,
    corrections,
    disclosure_decisions,
    disclosure_requests,
    emergencies,
    error_reports,
)
from casework.services.contributions import Draft
from casework.undisclosed import Undisclosed
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.cast import Cast
from tests.giving import give
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db
NOW = timezone.now() + timedelta(hours=1)
ITEM = {"name": "x", "question": "Wat?", "answer": "Fout", "value": "Fout"}
OSS, POLITIE = ("coordinator", "second_coordinator"), ("police", "second_police")


class Scene(NamedTuple):
    """`is_named` is whether what is acted upon is of class H."""

    cast: Cast
    case_id: int
    is_named: bool

    def put_in(self, by: Actor, to: Actor | None = None, of: str = "") -> Contribution:
        with acting_as(by, at=NOW):
            made = contributions.contribute(
                case=Case.objects.get(pk=self.case_id),
                draft=Draft(
                    "note", "x", InformationClass(of or ("H" if self.is_named else "B")), [ITEM]
                ),
                actor=by,
                at=NOW,
            )
        if to is not None:
            give(made, by, to, at=NOW)
        return made

    def ask_for(self, thing: Contribution, by: Actor) -> DisclosureRequest:
        with acting_as(by, at=NOW):
            return disclosure_requests.ask(
                case=Case.objects.get(pk=self.case_id),
                holder=thing.organisation,
                want=Want(
                    about="x",
                    purpose="Wegen",
                    receiver_ground=Ground.objects.get(code="avg-6-1-e"),
                    necessity="Nodig.",
                    due_at=NOW + timedelta(days=9),
                    thing=Undisclosed(thing.pk, None, thing.organisation_id, NOW),
                ),
                actor=by,
                at=NOW,
            )

    def lay_before_mayor(self) -> Consent:
        """Something of politie, that Oss asked for."""
        oss, police = self.cast.coordinator, self.cast.police
        thing = self.put_in(police)
        asked = self.ask_for(thing, oss)
        with acting_as(police, at=NOW):
            return consents.ask(
                request=DisclosureRequest.objects.get(pk=asked.pk),
                thing=thing,
                authority=oss.organisation,
                question=consents.Question("Eerdere meldingen", "De veiligheid in de wijk."),
                actor=police,
                at=NOW,
            )


def corrected(scene: Scene) -> tuple[str, ...]:
    oss, police = scene.cast.coordinator, scene.cast.police
    thing = scene.put_in(oss, police)
    with acting_as(oss, at=NOW):
        change = Change({"0": "Goed"}, "Verkeerd.")
        corrections.correct(thing=thing, change=change, actor=oss, at=NOW)
    return POLITIE


def error_reported(scene: Scene) -> tuple[str, ...]:
    thing = scene.put_in(scene.cast.coordinator, scene.cast.police)
    with acting_as(scene.cast.police, at=NOW):
        error_reports.report(thing=thing, text="x", actor=scene.cast.police, at=NOW)
    return OSS


def error_rejected(scene: Scene) -> tuple[str, ...]:
    oss, police = scene.cast.coordinator, scene.cast.police
    thing = scene.put_in(oss, police)
    with acting_as(police, at=NOW):
        report = error_reports.report(thing=thing, text="x", actor=police, at=NOW)
    with acting_as(oss, at=NOW):
        error_reports.reject(report=report, answer="Het klopt.", actor=oss, at=NOW)
    return POLITIE


def class_changed(scene: Scene) -> tuple[str, ...]:
    police = scene.cast.police
    thing = scene.put_in(scene.cast.coordinator, police, of="B")
    with acting_as(police, at=NOW):
        class_changes.reclassify(
            contribution=thing,
            to=InformationClass("H" if scene.is_named else "P"),
            reason="x",
            actor=police,
            at=NOW,
        )
    return OSS


def disclosure_asked(scene: Scene) -> tuple[str, ...]:
    scene.ask_for(scene.put_in(scene.cast.coordinator), scene.cast.police)
    return OSS


def disclosure_refused(scene: Scene) -> tuple[str, ...]:
    oss = scene.cast.coordinator
    asked = scene.ask_for(scene.put_in(oss), scene.cast.police)
    with acting_as(oss, at=NOW):
        disclosure_decisions.refuse(
            request=asked, ground=RefusalGround.NECESSITY, reason="x", actor=oss, at=NOW
        )
    return POLITIE


def consent_asked(scene: Scene) -> tuple[str, ...]:
    scene.lay_before_mayor()
    return OSS


def consent_refused(scene: Scene) -> tuple[str, ...]:
    asked, mayor = scene.lay_before_mayor(), scene.cast.mayor
    with acting_as(mayor, at=NOW):
        consents.decide(consent=asked, is_granted=False, reason="x", actor=mayor, at=NOW)
    return POLITIE


def emergency_opened(scene: Scene) -> tuple[str, ...]:
    thing, by = scene.put_in(scene.cast.coordinator), scene.cast.police
    with acting_as(by, at=NOW):
        case = Case.objects.get(pk=scene.case_id)
        emergencies.open_in_emergency(
            case=case,
            closed=next(one for one in emergencies.closed_things(case) if one.key == str(thing.pk)),
            kind=Emergency.Kind.VIOLENCE,
            reason="Er is een melding van geweld op dit adres.",
            actor=by,
            at=NOW,
        )
    return OSS


ACTS: tuple[Callable[[Scene], tuple[str, ...]], ...] = (
    *(corrected, error_reported, error_rejected, class_changed),
    *(disclosure_asked, disclosure_refused, consent_asked, consent_refused, emergency_opened),
)


def hears(actor: Actor, kind: str) -> bool:
    with acting_as(actor, at=NOW):
        return Notification.objects.filter(kind=kind, created_at__gte=NOW).exists()


@pytest.mark.parametrize("is_named", [False, True])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act.__name__))
def test_only_who_is_named_for_it_hears_of_it(
    act: Callable[[Scene], tuple[str, ...]], is_named: bool, dossier: Dossier, cast: Cast
) -> None:
    named, other = act(Scene(cast, dossier.named.pk, is_named))
    kind = act.__name__
    assert hears(getattr(cast, named), kind)
    assert hears(getattr(cast, other), kind) is not is_named


@pytest.mark.parametrize("is_named", [False, True])
def test_both_privacy_officers_hear_of_each_emergency(
    is_named: bool, dossier: Dossier, cast: Cast
) -> None:
    """They answer for it, and are shown who took it and why: never the thing."""
    emergency_opened(Scene(cast, dossier.named.pk, is_named))
    for login in ("fg.oss", "fg.politie"):
        assert hears(actor_of(login), "emergency_opened"), login
    assert not hears(actor_of("fg.om"), "emergency_opened")
