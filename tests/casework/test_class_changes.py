"""A class goes up by who reads it and down by its holder alone, with a reason, on record."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from casework.models import Case, ClassChange, Contribution, InformationClass
from casework.reclassing_policies import why_not_reclassify
from casework.services import class_changes, contributions
from casework.services.contributions import Draft
from notifications.models import Notification
from partners import classes
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, Payload
from partners.capacity import SESSION_KEY
from partners.refusals import Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.giving import give

pytestmark = pytest.mark.django_db
B, P, Z, S = (InformationClass(one) for one in "BPZS")


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def given(case: Case, cast: Cast) -> Contribution:
    """Of class P, of politie, and disclosed to Oss."""
    now = timezone.now()
    with acting_as(cast.police):
        made = contributions.contribute(
            case=case, draft=Draft("x", "Notitie", P, []), actor=cast.police, at=now
        )
    give(made, cast.police, cast.coordinator, at=now, ground="wpg-16-1-c")
    return made


def change(thing: Contribution, to: InformationClass, actor: Actor) -> None:
    with acting_as(actor):
        class_changes.reclassify(
            contribution=Contribution.objects.get(pk=thing.pk),
            to=to,
            reason="Er staan gegevens over zorg in.",
            actor=actor,
            at=timezone.now(),
        )


def seen_by(actor: Actor, thing: Contribution) -> str | None:
    """Its class, by both walls together."""
    with acting_as(actor):
        rows = Contribution.objects.visible_to(actor).filter(pk=thing.pk)
        return rows.values_list("information_class", flat=True).first()


def test_a_reader_raises_it_and_its_holder_lowers_it_again(cast: Cast, given: Contribution) -> None:
    change(given, S, cast.coordinator)
    assert seen_by(cast.police, given) == S
    assert seen_by(cast.coordinator, given) == S
    with pytest.raises(Refused, match="lager"):
        change(given, P, cast.coordinator)
    change(given, P, cast.police)
    assert seen_by(cast.coordinator, given) == P


def test_who_may_not_read_the_new_class_loses_it_at_once(cast: Cast, given: Contribution) -> None:
    """Its holder puts it in a class that a gemeente never gets of the police in this theme."""
    change(given, InformationClass.B, cast.police)
    assert seen_by(cast.coordinator, given) == B
    change(given, S, cast.police)
    assert seen_by(cast.coordinator, given) == S
    assert seen_by(cast.grid, given) is None


def test_nobody_takes_away_from_a_partner_what_is_its_own(cast: Cast, given: Contribution) -> None:
    """No role of politie reads class Z; and nobody there is cleared for this theme."""
    for one in (Z, InformationClass.H):
        with pytest.raises(Refused, match="niemand"):
            change(given, one, cast.coordinator)
    with pytest.raises(Refused, match="aangewezen"):
        change(given, InformationClass.H, cast.police)
    assert seen_by(cast.police, given) == P


def test_it_is_on_record_and_its_holder_hears(cast: Cast, given: Contribution) -> None:
    change(given, S, cast.coordinator)
    with acting_as(cast.police):
        entry = Entry.objects.get(action="contribution.class_changed")
        assert entry.organisation_id == cast.coordinator.organisation_id
        told = Notification.objects.filter(person=cast.police.person, kind="class_changed")
        assert told.exists()
    with acting_as(cast.coordinator):
        assert Payload.objects.get(entry=entry).content == {
            "from": "P",
            "to": "S",
            "reason": "Er staan gegevens over zorg in.",
        }


def test_raw_sql_changes_no_class_by_itself(cast: Cast, given: Contribution) -> None:
    def put_in(actor: Actor, **changes: Any) -> None:
        row = {
            "contribution_id": given.pk,
            "organisation": actor.organisation,
            "changed_by": actor.membership,
            "from_class": "P",
            "to_class": "B",
            "reason": "x",
            "changed_at": timezone.now(),
        }
        with acting_as(actor), transaction.atomic():
            ClassChange.objects.bulk_create([ClassChange(**(row | changes))])

    for actor, changes in (
        (cast.coordinator, {}),
        (cast.coordinator, {"organisation": cast.police.organisation}),
        (cast.coordinator, {"changed_by": cast.police.membership, "to_class": "S"}),
        (cast.grid, {"to_class": "S"}),
        (cast.police, {"from_class": "B", "to_class": "S"}),
        (cast.police, {"to_class": "J"}),
    ):
        with pytest.raises(DatabaseError, match="row-level security"):
            put_in(actor, **changes)
    with (
        acting_as(cast.police),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        Contribution.objects.filter(pk=given.pk).update(information_class="B")
    put_in(cast.police)
    assert seen_by(cast.police, given) == B


def test_the_ranks_of_the_database_are_those_of_the_file() -> None:
    with connection.cursor() as cursor:
        for code, rules in classes.rules().items():
            cursor.execute("SELECT casework_class_rank(%s)", [code])
            assert cursor.fetchone() == (rules.rank,), code


def test_the_policy_tells_why_not(cast: Cast, given: Contribution) -> None:
    with acting_as(cast.coordinator):
        found = Contribution.objects.get(pk=given.pk)
        assert why_not_reclassify(cast.coordinator, found) is None
        assert "al" in str(why_not_reclassify(cast.coordinator, found, "P"))
        assert "lager" in str(why_not_reclassify(cast.coordinator, found, "B"))
        assert why_not_reclassify(cast.coordinator, found, "S") is None
        assert "geen zaken" in str(why_not_reclassify(cast.secretary, found, "X"))


def test_the_page_explains_each_class_and_asks_why(cast: Cast, given: Contribution) -> None:
    client = Client()
    client.force_login(cast.coordinator.person)
    session = client.session
    session[SESSION_KEY] = cast.coordinator.membership.pk
    session.save()
    page = client.get(f"/bijdragen/{given.pk}/klasse").content.decode()
    assert "als verband vaststelde" in page
    assert 'value="B"' not in page, "lower is not for a reader to choose"
    kept = client.post(f"/bijdragen/{given.pk}/klasse", {"to_class": "S", "reason": ""})
    assert kept.status_code == 422
    done = client.post(f"/bijdragen/{given.pk}/klasse", {"to_class": "S", "reason": "Zo is het."})
    assert done.status_code == 302
    contents = client.get(f"/bijdragen/{given.pk}").content.decode()
    assert "Zo is het." in contents
    assert "P → S" in contents
