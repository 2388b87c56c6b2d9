"""What was recorded of a subject and given is corrected, and never rewritten in silence."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from casework import access
from casework.models import (
    Case,
    Correction,
    CorrectionNotice,
    InformationClass,
    Subject,
    SubjectKind,
)
from casework.models.correction import Change
from casework.services import corrections, subjects
from partners.acting import acting_as
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.cases import a_case
from tests.cast import Cast
from tests.giving import give

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + timedelta(days=1)
WAS = {"born_on": "2010-02-03", "address": "Proefstraat 1", "is_minor": "yes", "part": "housemate"}
IS = {"born_on": "1980-03-02", "address": "Proefstraat 2", "is_minor": "no", "part": "housemate"}


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def known(case: Case, by: Actor, details: dict[str, str], at: Any = NOW) -> Subject:
    with acting_as(by, at=at):
        return subjects.record_subject(
            case=Case.objects.get(pk=case.pk),
            kind=SubjectKind.PERSON,
            information_class=InformationClass.B,
            label="Proefpersoon 9",
            details=details,
            actor=by,
            at=at,
        )


def test_its_receiver_reads_what_is_right(case: Case, cast: Cast) -> None:
    subject = known(case, cast.police, WAS)
    give(subject, cast.police, cast.coordinator, at=NOW)
    with acting_as(cast.police, at=LATER):
        corrections.correct(
            thing=access.subject(cast.police, subject.pk),
            change=Change({"label": "Proefpersoon 10", **IS}, "Verkeerd."),
            actor=cast.police,
            at=LATER,
        )
    with acting_as(cast.coordinator, at=LATER):
        seen = access.subject(cast.coordinator, subject.pk)
        assert (seen.label, seen.details, seen.corrected_at) == ("Proefpersoon 10", IS, LATER)
        assert CorrectionNotice.objects.filter(subject=subject).count() == 1


@pytest.mark.parametrize("is_given", [True, False])
def test_recorded_again_it_is_a_correction_once_another_had_it(
    is_given: bool, case: Case, cast: Cast
) -> None:
    subject = known(case, cast.police, WAS)
    if is_given:
        give(subject, cast.police, cast.coordinator, at=NOW)
    again = known(case, cast.police, {"address": IS["address"], "kvk": "12345678"}, at=LATER)
    assert again.pk == subject.pk
    assert again.details == {**WAS, "address": IS["address"], "kvk": "12345678"}
    with acting_as(cast.police, at=LATER):
        made = Correction.objects.filter(subject=subject)
        assert [one.before["details"] for one in made] == ([WAS] if is_given else [])
    with acting_as(cast.coordinator, at=LATER):
        assert CorrectionNotice.objects.filter(subject=subject).exists() is is_given


def test_recorded_again_as_it_was_nobody_hears_of_it(case: Case, cast: Cast) -> None:
    give(known(case, cast.police, WAS), cast.police, cast.coordinator, at=NOW)
    known(case, cast.police, WAS, at=LATER)
    with acting_as(cast.police, at=LATER):
        assert not Correction.objects.exists()


@pytest.mark.parametrize("is_given", [True, False])
def test_the_database_rewrites_no_details_that_another_had(
    is_given: bool, case: Case, cast: Cast
) -> None:
    subject = known(case, cast.police, WAS)
    if is_given:
        give(subject, cast.police, cast.coordinator, at=NOW)
    with acting_as(cast.police, at=LATER):
        rows = Subject.objects.filter(pk=subject.pk)
        if is_given:
            with pytest.raises(DatabaseError, match="not kept"), transaction.atomic():
                rows.update(details=IS)
        else:
            assert rows.update(details=IS) == 1
        assert rows.get().details == (WAS if is_given else IS)


def test_the_page_shows_its_holder_what_was_wrong_beside_what_it_is_now(
    case: Case, cast: Cast
) -> None:
    subject = known(case, cast.police, WAS)
    give(subject, cast.police, cast.coordinator, at=NOW)
    page = f"/betrokkenen/{subject.pk}"
    client = log_in(cast.police)
    form = client.get(f"{page}/corrigeren").content.decode()
    assert "Geboortedatum" in form
    assert 'value="2010-02-03"' in form
    assert "housemate" not in form, "a key that steps go by"
    sent = {
        "submission": form.partition('name="submission" value="')[2].partition('"')[0],
        "item_label": "Proefpersoon 9",
        "item_born_on": IS["born_on"],
        "item_address": WAS["address"],
        "item_is_minor": IS["is_minor"],
        "reason": "Verkeerd overgenomen.",
    }
    assert client.post(f"{page}/corrigeren", sent).status_code == 302
    shown = client.get(page).content.decode()
    for text in ("2010-02-03", "1980-03-02", "Minderjarig"):
        assert text in shown, text
    assert "Proefstraat 1" not in shown, "only what changed"
    assert "2010-02-03" not in log_in(cast.coordinator).get(page).content.decode()


def log_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client
