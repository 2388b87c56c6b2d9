"""What is to be rectified is corrected, and all who ever got it hear that first."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework import access
from casework.models import (
    Case,
    CorrectionNotice,
    ErrorReport,
    RightsRequest,
    RightsShare,
)
from casework.models.correction import Change
from casework.services import corrections, disclosures, error_reports
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import TrailEntry
from partners.refusals import Refused
from tests.casework.rights.namesakes import (
    NAME,
    OTHER,
    case_of_namesakes,
    item_of,
    kept,
    log_in,
)
from tests.cast import Cast
from tests.giving import give
from tests.isolation.rights_rows import answered, registered

pytestmark = pytest.mark.django_db

ASKED = "Mijn huisnummer is 21a."


@pytest.fixture
def case(cast: Cast) -> Case:
    """Both records of politie went to the OM, and the first to the corporatie, where it ended."""
    found = case_of_namesakes(cast)
    for label in (NAME, OTHER):
        give(kept(label), cast.police, cast.prosecutor)
    ended = give(kept(), cast.police, cast.landlord)
    with acting_as(cast.police):
        disclosures.withdraw(disclosure=ended, actor=cast.police, at=timezone.now())
    return found


@pytest.fixture
def granted(case: Case) -> RightsRequest:
    """Of the two, the one that went to both."""
    found = registered(actor_of("fg.oss"), NAME, RightsRequest.Right.RECTIFICATION, asked=ASKED)
    chosen = [item_of(found, kept()).pk]
    answered(found, actor_of("fg.politie"), RightsShare.Outcome.PART, chosen=chosen)
    return found


def heard(actor: Actor, kind: str) -> list[str]:
    with acting_as(actor):
        rows = Notification.objects.filter(person=actor.person, kind=kind)
        return sorted(rows.values_list("link", flat=True))


def announced_to(receiver: Actor) -> str:
    (link,) = heard(receiver, "correction_announced")
    return link


def report_on(label: str) -> ErrorReport | None:
    with acting_as(Cast().police):
        return ErrorReport.objects.filter(subject=kept(label)).first()


def test_the_people_of_the_holder_have_to_correct_the_chosen_record(
    granted: RightsRequest, cast: Cast
) -> None:
    report = report_on(NAME)
    assert report is not None
    assert report_on(OTHER) is None
    assert ASKED in report.text
    assert "Ons antwoord." in report.text
    for who in (cast.police, cast.second_police):
        assert heard(who, "rights_granted") == [f"/foutmeldingen/{report.pk}"]
    page = log_in(cast.police).get(f"/foutmeldingen/{report.pk}").content.decode()
    assert "Toegewezen aan de betrokkene" in page
    assert "Afwijzen" not in page
    assert log_in(cast.prosecutor).get(f"/foutmeldingen/{report.pk}").status_code == 404


def test_all_who_ever_got_it_hear_that_it_will_be_corrected(
    granted: RightsRequest, cast: Cast
) -> None:
    for receiver in (cast.prosecutor, cast.landlord):
        link = announced_to(receiver)
        page = log_in(receiver).get(link).content.decode()
        assert "Naar de correctie" not in page
        assert "De houder gaat dit corrigeren" in page
        assert "Wij hebben dit verwerkt" not in page
        assert ASKED not in page
        with acting_as(receiver):
            notice = access.correction_notice(receiver, UUID(link.rpartition("/")[2]))
            assert CorrectionNotice.objects.visible_to(receiver).standing().get() == notice
            with pytest.raises(Refused, match="Dit kondigt een correctie aan"):
                corrections.confirm(notice=notice, actor=receiver, at=timezone.now())
        with acting_as(receiver):
            entries = TrailEntry.objects.filter(organisation=receiver.organisation_id)
            assert entries.filter(entry__action="correction.announced").count() == 1
    for other in (cast.grid, cast.coordinator):
        assert heard(other, "correction_announced") == []


def test_when_it_is_corrected_they_confirm_and_the_officer_sees_it(
    granted: RightsRequest, cast: Cast
) -> None:
    later = timezone.now() + timedelta(hours=1)
    officer = log_in(actor_of("fg.politie"))
    assert "Nog te corrigeren" in officer.get(f"/rechten/{granted.pk}").content.decode()
    report = report_on(NAME)
    with acting_as(cast.police, at=later):
        corrections.correct(
            thing=access.subject(cast.police, kept().pk),
            change=Change({"address": "Hescheweg 21a, Oss"}, "Verkeerd overgenomen."),
            report=report,
            actor=cast.police,
            at=later,
        )
    settled = report_on(NAME)
    assert settled is not None
    assert settled.status == ErrorReport.Status.ACCEPTED
    assert heard(cast.second_police, "error_accepted") == []
    for receiver in (cast.prosecutor, cast.landlord):
        (link,) = heard(receiver, "corrected")
        with acting_as(receiver, at=later):
            notice = CorrectionNotice.objects.get(pk=link.rpartition("/")[2])
            corrections.confirm(notice=notice, actor=receiver, at=later)
        page = log_in(receiver).get(announced_to(receiver)).content.decode()
        assert "De houder heeft dit gecorrigeerd" in page
        assert f'href="{link}"' in page
        assert "De houder gaat dit corrigeren" not in page
        assert "Naar de correctie" not in log_in(receiver).get(link).content.decode()
        with acting_as(receiver, at=later):
            rows = CorrectionNotice.objects.visible_to(receiver)
            assert [str(one.pk) for one in rows.standing()] == [link.rpartition("/")[2]]
    assert "Nog te corrigeren" not in officer.get(f"/rechten/{granted.pk}").content.decode()


def test_what_was_granted_is_not_rejected_after_all(granted: RightsRequest, cast: Cast) -> None:
    report, now = report_on(NAME), timezone.now()
    assert report is not None
    with acting_as(cast.police), pytest.raises(Refused, match="wees dit toe"):
        error_reports.reject(report=report, answer="Het klopt.", actor=cast.police, at=now)
    address = f"/foutmeldingen/{report.pk}"
    assert log_in(cast.police).post(address, {"answer": "Het klopt."}).status_code == 403
    with (
        acting_as(cast.police),
        pytest.raises(DatabaseError, match="binding_is_not_rejected"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            """UPDATE casework_errorreport SET status = 'rejected', answer = 'x',
                   settled_at = now(), settled_by_id = %s WHERE id = %s""",
            [cast.police.membership.pk, report.pk],
        )


@pytest.mark.parametrize(("is_binding", "may"), [(False, True), (True, False)])
def test_only_a_granted_right_binds_the_holder(
    case: Case, cast: Cast, *, is_binding: bool, may: bool
) -> None:
    """The OM may say that it is wrong, and not that it must be corrected."""
    statement = """INSERT INTO casework_errorreport (id, case_id, case_reference, subject_id,
            reporter_id, holder_id, text, reported_by_id, reported_at, is_binding, status, answer)
        SELECT gen_random_uuid(), s.case_id, %s, s.id, %s, s.organisation_id, 'x', %s, now(), %s,
            'open', '' FROM casework_subject s WHERE s.id = %s"""
    om = cast.prosecutor
    values: list[Any] = [
        case.reference,
        om.organisation_id,
        om.membership.pk,
        is_binding,
        kept().pk,
    ]
    with acting_as(om), transaction.atomic(), connection.cursor() as cursor:
        if may:
            cursor.execute(statement, values)
            assert cursor.rowcount == 1
            transaction.set_rollback(True)
            return
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute(statement, values)


def test_whom_it_was_told_is_for_the_officer_who_granted_it(
    granted: RightsRequest, cast: Cast
) -> None:
    with acting_as(actor_of("fg.politie")):
        share = RightsShare.objects.get(request=granted)
    counts = {}
    for by in (actor_of("fg.politie"), actor_of("fg.oss"), cast.police):
        with acting_as(by), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_rights_rectified(%s)", [share.pk])
            counts[by.person.email.partition("@")[0]] = len(cursor.fetchall())
    assert counts == {"fg.politie": 3, "fg.oss": 0, "liaison1.politie": 0}
