"""Hit or no hit says nothing of a class, a case or a theme that is for named people."""

import pytest
from django.db import connection, transaction
from django.utils import timezone

from casework.models import Inquiry, SubjectKind
from casework.models.inquiry import Sought
from casework.services import inquiries
from partners import classes
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.cast import Cast

PREMISES = Sought(SubjectKind.PREMISES, "Voorbeeldlaan 7, Oss")


def ask(sought: Sought, actor: Actor) -> Inquiry:
    with acting_as(actor):
        return inquiries.ask(
            sought=sought,
            ground=Ground.objects.get(code="avg-6-1-e"),
            purpose="Een signaal wegen",
            actor=actor,
            at=timezone.now(),
        )


@pytest.mark.parametrize("one", sorted(classes.rules()))
def test_a_class_answers_only_where_its_rules_say_so(one: str, as_owner: None) -> None:
    """By the owner, who alone can give a case any theme and class; each of them once."""
    cast = Cast()
    rules = classes.rules()[one]
    for theme, is_restricted in (("hennep", False), ("hennep", True), ("bij", True)):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                """INSERT INTO casework_case (reference, theme, title, region_id, lead_id, owner_id,
                       woonkern, priority, stage, opened_at, party_ids, overview_ids, is_restricted)
                   SELECT '2026-VR21-999001', %s, 'Proef', r.id, %s, %s, 'Oss', 'normal',
                       'signal', now(), '{}', '{}', %s FROM partners_region r WHERE r.code = 'VR21'
                   RETURNING id""",
                [
                    *(theme, cast.coordinator.organisation_id, cast.coordinator.membership.pk),
                    is_restricted,
                ],
            )
            (case,) = cursor.fetchone()
            cursor.execute(
                """INSERT INTO casework_subject (case_id, organisation_id, kind,
                       information_class, label, details, created_at)
                   VALUES (%s, %s, 'premises', %s, %s, '{}', now())""",
                [case, cast.police.organisation_id, one, PREMISES.words],
            )
            made = ask(PREMISES, cast.privacy_officer)
            transaction.set_rollback(True)
        is_told = rules.is_known and not is_restricted
        assert made.known_ids == ([cast.police.organisation_id] if is_told else []), theme
