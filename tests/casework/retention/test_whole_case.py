"""A case goes last, with all that hangs on it, when nobody keeps anything in it any more."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from casework import access
from casework.models import Case, Contribution, DestructionLine
from casework.retention import destroying, lists
from casework.retention.due import due
from config.demo.people import actor_of
from config.demo.walk import do, reported
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.refusals import Destroyed, Hidden
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("files", "as_owner")

ERASE = """INSERT INTO casework_retentionextension (contribution_id, subject_id, organisation_id,
        kind, until, weighing, set_by_id, set_at)
    SELECT {0}, 0, 'erased', '2020-01-01', 'Gewist.', %s, now()
    FROM casework_{1} WHERE case_id = %s"""


@pytest.fixture
def case(files: Path, as_owner: None) -> Case:
    """Of Oss, with something of politie and of Oss itself; closed by Oss."""
    cast = Cast()
    found = reported(cast.police)
    do(found, "visit", cast.police)
    do(found, "report", cast.police)
    do(found, "open_case", cast.coordinator)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE casework_case SET closed_at = now(), stage = 'closed' WHERE id = %s", [found.pk]
        )
    return found


def make_all_due(case: Case, by: Actor) -> None:
    with connection.cursor() as cursor:
        for columns, table in (("id, NULL", "contribution"), ("NULL, id", "subject")):
            cursor.execute(ERASE.format(columns, table), [by.membership.pk, case.pk])


def destroy_all_of(by: Actor, officer: Actor) -> int:
    now = timezone.now()
    with acting_as(by):
        items = due(by, timezone.localdate(now))
        made = lists.propose(items=items, actor=by, at=now)
    with acting_as(officer):
        lists.decide(found=made, is_approved=True, reason="", actor=officer, at=now)
    return destroying.destroy_all(now)


def kinds_due(by: Actor) -> set[str]:
    with acting_as(by):
        return {str(one.kind) for one in due(by, timezone.localdate())}


def test_the_lead_takes_nothing_of_others_along(case: Case) -> None:
    cast = Cast()
    make_all_due(case, cast.coordinator)
    oss = actor_of("fg.oss")
    if kinds_due(cast.coordinator):
        destroy_all_of(cast.coordinator, oss)
    assert "case" not in kinds_due(cast.coordinator)
    of_police = Contribution.objects.filter(case=case, organisation=cast.police.organisation)
    assert of_police.count() > 1
    assert destroy_all_of(cast.police, actor_of("fg.politie")) > 1
    assert kinds_due(cast.coordinator) == {"case"}
    assert kinds_due(cast.police) == set(), "the case is its lead's"
    assert destroy_all_of(cast.coordinator, oss) == 1
    assert rows_of(case) == {}
    line = DestructionLine.objects.get(kind="case", object_id=str(case.pk))
    assert (line.result, line.case_reference) == ("destroyed", case.reference)
    for who in (cast.coordinator, cast.police):
        with acting_as(who), pytest.raises(Destroyed, match="Vernietigd op"):
            access.case(who, case.reference)
    with acting_as(cast.stranger), pytest.raises(Hidden):
        access.case(cast.stranger, case.reference)


def rows_of(case: Case) -> dict[str, int]:
    """What still refers to the case, by table: every table that can."""
    found = {"casework_case": Case.objects.filter(pk=case.pk).count()}
    found["notifications"] = Notification.objects.filter(case_reference=case.reference).count()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.fields:
            if field.related_model is Case:
                rows = model._default_manager.filter(**{field.name: case.pk})
                found[f"{model._meta.db_table}.{field.name}"] = rows.count()
    return {name: count for name, count in found.items() if count}
