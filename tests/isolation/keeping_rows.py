"""Holds, extensions and lists of destruction: one carried out, and some that wait."""

from collections.abc import Sequence

from django.utils import timezone

from casework.models import Case, Contribution, InformationClass, RetentionHold
from casework.retention import destroying, keeping, lists
from casework.retention.due import due
from casework.services import contributions
from casework.services.contributions import Draft
from config.database_roles import Connection
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Kind
from tests.giving import give

TITLE = "Te vernietigen"
ERASE = """
INSERT INTO casework_retentionextension (contribution_id, organisation_id, kind, until, weighing,
    set_by_id, set_at)
SELECT id, organisation_id, 'erased', '2020-01-01', 'Gewist.', %s, now()
FROM casework_contribution WHERE id = %s
"""
CLOSE = "UPDATE casework_case SET closed_at = now(), stage = 'closed' WHERE id = %s"
KEPT = """
SELECT 'contribution', kind, information_class, retain_until, '' FROM casework_contribution
WHERE case_id = %s
UNION ALL SELECT 'case', theme, stage, closed_at::date, '' FROM casework_case WHERE id = %s
UNION ALL SELECT kind, object_id, information_class, retain_until, result
FROM casework_destructionline WHERE case_reference = %s AND result <> 'destroyed'
"""
ERASE_ALL = """
INSERT INTO casework_retentionextension (contribution_id, subject_id, organisation_id, kind, until,
    weighing, set_by_id, set_at)
SELECT {columns}, organisation_id, 'erased', '2020-01-01', 'Gewist.', %s, now()
FROM casework_{table} WHERE case_id = %s AND organisation_id = %s
"""


def keep(owner: Connection, cases: Sequence[Case], by: Actor, to: Actor) -> None:
    """In the first, what `to` was given is gone; in the last, nothing is approved yet."""
    first = cases[0]
    for case in cases:
        hold(case, by)
    given = a_contribution(first, by, InformationClass.B)
    give(given, by, to, is_told=True)
    lift(first, by)
    make_due(owner, given, by)
    carry_out(by, actor_of(by.person.email.partition("@")[0].replace("iv.", "fg.")))
    for information_class in (InformationClass.B, InformationClass.X):
        make_due(owner, a_contribution(first, by, information_class), by)
    propose(by)


def a_contribution(case: Case, by: Actor, information_class: InformationClass) -> Contribution:
    with acting_as(by):
        return contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", TITLE, information_class, []),
            actor=by,
            at=timezone.now(),
        )


def make_due(owner: Connection, one: Contribution, by: Actor) -> None:
    owner.execute(ERASE.encode(), [by.membership.pk, one.pk])


def propose(by: Actor) -> None:
    with acting_as(by):
        items = due(by, timezone.localdate())
        lists.propose(items=items, actor=by, at=timezone.now())


def carry_out(by: Actor, officer: Actor) -> None:
    with acting_as(by):
        items = due(by, timezone.localdate())
        made = lists.propose(items=items, actor=by, at=timezone.now())
    with acting_as(officer):
        lists.decide(found=made, is_approved=True, reason="", actor=officer, at=timezone.now())
    destroying.destroy_all(timezone.now())


def dispose(owner: Connection, case: Case, *holders: Actor) -> None:
    """Close it and destroy all of it: what each holder put in, and the case by the last of them."""
    owner.execute(CLOSE, [case.pk])
    for by in holders:
        for columns, table in (("id, NULL", "contribution"), ("NULL, id", "subject")):
            erase = ERASE_ALL.format(columns=columns, table=table)
            owner.execute(erase.encode(), [by.membership.pk, case.pk, by.organisation_id])
    for by in (*holders, holders[-1]):
        kind = by.organisation.kind
        carry_out(by, actor_of("fg.politie" if kind == Kind.POLITIE else "fg.oss"))
    kept = owner.execute(KEPT.encode(), [case.pk, case.pk, case.reference]).fetchall()
    assert kept == [], "it was not disposed of"


def hold(case: Case, by: Actor) -> None:
    with acting_as(by):
        keeping.hold(
            case=Case.objects.get(pk=case.pk),
            reason=RetentionHold.Reason.COURT,
            actor=by,
            at=timezone.now(),
        )


def lift(case: Case, by: Actor) -> None:
    with acting_as(by):
        keeping.lift(case=Case.objects.get(pk=case.pk), actor=by, at=timezone.now())
