"""Rights of persons concerned, hit or no hit, and search agree on which names are the same."""

import pytest
from django.utils import timezone

from casework.models import Case, InformationClass, RightsItem, RightsRequest, SubjectKind
from casework.models.inquiry import Sought
from casework.search.results import search
from casework.services import inquiries, subjects
from config.demo.people import actor_of
from config.demo.walk import reported
from partners.acting import acting_as
from partners.models import Ground
from tests.cast import Cast
from tests.isolation.rights_rows import registered

pytestmark = pytest.mark.django_db

BORN_ON = "1984-05-12"


@pytest.fixture
def case(cast: Cast) -> Case:
    return reported(cast.police, address="Ergens anders 1, Oss")


def recorded_by(cast: Cast, case: Case, label: str) -> None:
    with acting_as(cast.police):
        subjects.record_subject(
            case=Case.objects.get(pk=case.pk),
            kind=SubjectKind.PERSON,
            information_class=InformationClass.B,
            label=label,
            details={"born_on": BORN_ON},
            actor=cast.police,
            at=timezone.now(),
        )


def asked_of(label: str) -> bool:
    """Whether politie has to answer a request of a person concerned by that name."""
    registered(actor_of("fg.oss"), label, RightsRequest.Right.ACCESS)
    with acting_as(actor_of("fg.politie")):
        return RightsItem.objects.exists()


def known_by(label: str) -> bool:
    asker = actor_of("fg.oss")
    with acting_as(asker):
        made = inquiries.ask(
            sought=Sought(SubjectKind.PERSON, label, BORN_ON),
            ground=Ground.objects.get(code="avg-6-1-e"),
            purpose="Een signaal wegen",
            actor=asker,
            at=timezone.now(),
        )
    return bool(made.known_ids)


def found_by(label: str, cast: Cast) -> bool:
    actor = cast.police
    with acting_as(actor):
        found = search(words=label, kind="subject", number=1, actor=actor, at=timezone.now())
    return found.count > 0


@pytest.mark.parametrize(
    ("recorded", "asked", "is_same"),
    [
        ("Jan Proefpersoon", " JAN PROEFPERSOON ", True),
        ("Proefpersoon-de Proef, J.", "proefpersoon de proef j", True),
        ("Ömer Şahin", "Omer Sahin", True),
        ("Øystein Łukasz", "oystein lukasz", True),
        ("ÉLISE STRAßER", "E\u0301lise Strasser", True),
        ("J. Proefpersoon", "Jan Proefpersoon", False),
        ("Jan Proefpersoon", "Jan Proefpersonen", False),
    ],
)
def test_a_name_is_the_same_name_to_each_that_looks(
    case: Case, cast: Cast, recorded: str, asked: str, is_same: bool
) -> None:
    recorded_by(cast, case, recorded)
    assert (asked_of(asked), known_by(asked)) == (is_same, is_same)
    if is_same:
        assert found_by(asked, cast), "search finds at least what is the same name"


def test_words_that_are_left_out_stay_left_out(case: Case, cast: Cast) -> None:
    recorded_by(cast, case, "Jan Proefpersoon")
    assert found_by("jan proefpersoon", cast)
    assert not found_by("jan -proefpersoon", cast)
