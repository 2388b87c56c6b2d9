"""A named class in an open case is for who is named: one case, one set-up, two colleagues."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.models import (
    NAMED_CLASSES,
    Case,
    Contribution,
    Disclosure,
    InformationClass,
    Subject,
    SubjectKind,
)
from casework.services import contributions, subjects
from casework.services.contributions import Draft
from partners.acting import acting_as
from partners.actor import Actor
from partners.refusals import Refused
from tests.cast import Cast
from tests.isolation.conftest import LogIn
from tests.isolation.disclosing_rows import ADVICE
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cleared", "other"),
    [
        ("coordinator", "second_coordinator"),
        ("mayor", "second_coordinator"),
        ("police", "second_police"),
    ],
)
def test_a_named_class_in_an_open_case_is_read_by_the_cleared_alone(
    cleared: str, other: str, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    with acting_as(cast.coordinator):
        advice = Contribution.objects.get(case=dossier.named, title=ADVICE)
        person = Subject.objects.get(case=dossier.named, information_class="H")
        pages = [
            f"/bijdragen/{advice.pk}",
            f"/betrokkenen/{person.pk}",
            f"/documenten/{advice.documents.get().pk}",
            f"/verstrekkingen/{Disclosure.objects.get(contribution=advice).pk}",
        ]
    for name, status in ((cleared, 200), (other, 404)):
        browser = log_in(getattr(cast, name))
        assert [browser.get(page).status_code for page in pages] == [status] * 4, name
        case = browser.get(f"/zaken/{dossier.named.reference}")
        assert case.status_code == 200, "the case itself is open"
        assert (ADVICE in case.content.decode()) is (status == 200)
        assert (f"/betrokkenen/{person.pk}" in case.content.decode()) is (status == 200)


BY_COORDINATOR = [one for one in InformationClass if one != InformationClass.Z]
"""What the role matrix lets an IV-coördinator write; see test_role_matrix."""


def test_who_may_not_read_a_class_does_not_write_it(dossier: Dossier, cast: Cast) -> None:
    def write(actor: Actor, information_class: InformationClass) -> None:
        with acting_as(actor), transaction.atomic():
            case = Case.objects.get(pk=dossier.named.pk)
            draft = Draft("advice", "Nog een", information_class, [])
            now = timezone.now()
            contributions.contribute(case=case, draft=draft, actor=actor, at=now)
            subjects.record_subject(
                case=case,
                kind=SubjectKind.PERSON,
                information_class=information_class,
                label="Nog iemand",
                details={},
                actor=actor,
                at=now,
            )
            transaction.set_rollback(True)

    for one in BY_COORDINATOR:
        write(cast.coordinator, one)
        if one in NAMED_CLASSES:
            with pytest.raises(Refused, match="aangewezen"):
                write(cast.second_coordinator, one)
        else:
            write(cast.second_coordinator, one)


@pytest.mark.parametrize("information_class", InformationClass)
def test_the_database_holds_the_named_classes_by_itself(
    information_class: InformationClass, dossier: Dossier, cast: Cast
) -> None:
    """And under another class nobody hides one: what is kept with the row is derived.

    Class Z, which comes from care alone, is refused to both: by the role matrix, whoever is named.
    """

    def put_in(actor: Actor) -> str:
        with acting_as(actor), transaction.atomic():
            made = Contribution.objects.create(
                case_id=dossier.named.pk,
                organisation=actor.organisation,
                author=actor.person,
                kind="x",
                title="x",
                information_class=information_class,
                created_at=timezone.now(),
                needs_clearance="bij",
            )
            transaction.set_rollback(True)
        return made.needs_clearance

    is_named = information_class in NAMED_CLASSES
    may_write = information_class in BY_COORDINATOR
    for actor, is_let in (
        (cast.coordinator, may_write),
        (cast.second_coordinator, may_write and not is_named),
    ):
        if is_let:
            assert put_in(actor) == ("hennep" if is_named else "")
        else:
            with pytest.raises(DatabaseError, match="row-level security"):
                put_in(actor)
