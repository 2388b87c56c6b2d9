"""Until which day: no longer than the rule lets it, as its whole, and never past an erasure."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from casework.models import (
    Case,
    ClassChange,
    Contribution,
    Decision,
    RetentionExtension,
    RetentionRule,
)
from casework.months import months_after
from casework.retention import destroying, lists, policies
from casework.retention.due import due
from casework.services import extracts
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from tests.cases import a_case
from tests.casework.retention.conftest import approve
from tests.casework.retention.test_retention_pages import log_in
from tests.cast import Cast
from tests.giving import give

pytestmark = pytest.mark.usefixtures("files", "as_owner")

LONG_AGO = timedelta(days=200)
ANSWERS = [{"name": "q", "question": "Wat zag u?", "answer": "Niets", "value": "Niets"}]


@pytest.fixture
def cast(as_owner: None) -> Cast:
    return Cast()


@pytest.fixture
def case(cast: Cast, files: Path) -> Case:
    return a_case(cast, at="answer")


def put_in(case: Case, by: Actor, of: str, ago: timedelta = LONG_AGO) -> Contribution:
    return Contribution.objects.create(
        case=case,
        organisation=by.organisation,
        author=by.person,
        kind="note",
        title="Notitie",
        information_class=of,
        content=ANSWERS,
        created_at=timezone.now() - ago,
    )


def change(thing: Contribution, by: Actor, kind: str, until: date) -> None:
    RetentionExtension.objects.create(
        contribution=thing,
        organisation=by.organisation,
        kind=kind,
        until=until,
        weighing="Gewogen.",
        set_by=by.membership,
        set_at=timezone.now(),
    )


def refused(thing: Contribution, by: Actor, kind: str, until: date) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        change(thing, by, kind, until)


def day_of(thing: Contribution) -> date | None:
    return Contribution.objects.get(pk=thing.pk).retain_until


def own_rule(by: Actor, of: str, **says: Any) -> None:
    RetentionRule.objects.create(
        information_class=of,
        organisation=by.organisation,
        valid_from="2020-01-01",
        source="Eigen beleid",
        **says,
    )


def test_a_weighing_keeps_it_as_long_again_as_the_maximum_and_no_longer(
    case: Case, cast: Cast
) -> None:
    by, today = cast.coordinator, timezone.localdate()
    thing = put_in(case, by, "S")
    first = day_of(thing)
    assert first == months_after(timezone.localdate(thing.created_at), 60)
    last = months_after(today, 60)
    for until in (first, last + timedelta(days=1)):
        refused(thing, by, "extended", until)
    change(thing, by, "extended", last)
    assert day_of(thing) == last


def test_only_what_the_rule_for_all_lets_one_keep_longer_is(case: Case, cast: Cast) -> None:
    """Whatever one's own rule says, and no longer when its class changed to one that knows none."""
    by, later = cast.coordinator, months_after(timezone.localdate(), 59)
    own_rule(by, "S", event="created", months=12)
    own_rule(by, "B", event="created", months=12)
    with pytest.raises(IntegrityError, match="extended_by_the_rule"), transaction.atomic():
        own_rule(by, "Z", event="created", months=12, is_extendable=True)
    extendable, plain = put_in(case, by, "S"), put_in(case, by, "B")
    refused(plain, by, "extended", later)
    assert policies.why_not_keep_longer(by, Contribution.objects.get(pk=plain.pk)) is not None
    assert policies.why_not_keep_longer(by, Contribution.objects.get(pk=extendable.pk)) is None
    change(extendable, by, "extended", later)
    assert day_of(extendable) == later
    ClassChange.objects.create(
        contribution=extendable,
        organisation=by.organisation,
        changed_by=by.membership,
        from_class="S",
        to_class="B",
        reason="Geen resultaat van het verband.",
        changed_at=timezone.now(),
    )
    assert day_of(extendable) == months_after(timezone.localdate(extendable.created_at), 12)


def test_what_is_to_be_erased_is_not_kept_longer(case: Case, cast: Cast) -> None:
    by, today = cast.coordinator, timezone.localdate()
    first = put_in(case, by, "S")
    change(first, by, "extended", months_after(today, 60))
    change(first, by, "erased", today)
    assert day_of(first) == today
    refused(first, by, "extended", months_after(today, 60))
    told = policies.why_not_keep_longer(by, Contribution.objects.get(pk=first.pk))
    assert told is not None
    assert "gewist" in told
    fixed = put_in(case, by, "H")
    refused(fixed, by, "erased", today)


def test_a_maximum_counts_from_its_own_event(case: Case, cast: Cast) -> None:
    """Not from the day that a decision names, nor from that of one's own rule."""
    by = cast.coordinator
    own_rule(by, "S", event="closed", months=60)
    advice, result = put_in(case, by, "X"), put_in(case, by, "S")
    longest = months_after(timezone.localdate(advice.created_at), 60)
    assert (day_of(advice), day_of(result)) == (longest, longest)
    Decision.objects.create(
        case=case,
        step="x",
        kind="bibob",
        organisation=by.organisation,
        decided_by=by.membership,
        decided_at=timezone.now(),
        outcome="refuse",
        retain_until=longest + timedelta(days=1000),
        contribution=advice,
    )
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now(), stage="closed")
    assert (day_of(advice), day_of(result)) == (longest, longest)


def test_an_extract_has_the_day_of_its_whole_and_goes_with_it(case: Case, cast: Cast) -> None:
    by, today, now = cast.coordinator, timezone.localdate(), timezone.now()
    whole = put_in(case, by, "B")
    with acting_as(by):
        extract = extracts.extract(
            contribution=whole, names=["q"], hidden=["Niets"], actor=by, at=now
        )
    give(extract, by, cast.grid, at=now)
    assert policies.why_not_keep_longer(by, extract) is not None
    refused(extract, by, "erased", today)
    assert day_of(extract) is None
    change(whole, by, "erased", today)
    assert (day_of(whole), day_of(extract)) == (today, today)
    with acting_as(by):
        items = due(by, today)
        assert [one.object_id for one in items] == [str(whole.pk)]
        made = lists.propose(items=items, actor=by, at=now)
    approve(made, actor_of("fg.oss"))
    assert destroying.destroy_all(now) == 1
    assert not Contribution.objects.filter(pk__in=[whole.pk, extract.pk]).exists()
    for actor, status in ((cast.grid, 410), (by, 410), (cast.stranger, 404)):
        browser: Client = log_in(actor)
        assert browser.get(f"/bijdragen/{extract.pk}").status_code == status, actor.organisation


def test_no_list_takes_an_extract_without_its_whole(case: Case, cast: Cast) -> None:
    by = cast.coordinator
    whole = put_in(case, by, "B")
    with acting_as(by):
        extract = extracts.extract(
            contribution=whole, names=["q"], hidden=[], actor=by, at=timezone.now()
        )
    change(whole, by, "erased", timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_why_not_destroy('contribution', %s)", [str(extract.pk)])
        assert cursor.fetchone() == ("not_due",)
        cursor.execute("SELECT casework_why_not_destroy('contribution', %s)", [str(whole.pk)])
        assert cursor.fetchone() == ("",)
