"""Formules in draft, a case that moved to another version, and a term of the case that pauses."""

from typing import Any

from django.utils import timezone

from casework.models import Case
from config.database_roles import Connection
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from workflows.formules.formule import CaseTerm, Formule
from workflows.services import case_terms
from workflows.terms import Length


def draft_formules(owner: Connection) -> None:
    """One of the region of the cast, and one of another."""
    owner.execute(
        b"""INSERT INTO workflows_formuleversion (theme, region_id, version, status, content,
                valid_from, origin, adopted_by_name, adopted_by_function)
            SELECT v.theme, r.id, 1, 'draft', v.content, '2020-01-01', '', '', ''
            FROM workflows_formuleversion v, partners_region r
            WHERE v.theme = 'hennep' AND v.region_id IS NULL AND r.code IN ('VR20', 'VR21')"""
    )


def move(owner: Connection, case: Case, by: Actor) -> None:
    """As if it had moved to the version it has."""
    owner.execute(
        """INSERT INTO workflows_move
               (batch, case_id, from_version_id, to_version_id, moved_by_id, moved_at)
           SELECT gen_random_uuid(), case_id, formule_version_id, formule_version_id, %s, now()
           FROM workflows_caseprocess WHERE case_id = %s""",
        [by.membership.pk, case.pk],
    )


def begin_term(case: Case, by: Actor) -> None:
    """A term of the case that pauses."""
    said = CaseTerm(Length.parse("8w"), is_statutory=True, source="Awb 4:13", title="Besluit")
    agreed = Formule("Test", "Awb", (), (), case_terms={"decision": said})
    today = timezone.localdate()
    given: dict[str, Any] = {"case": case, "code": "decision", "actor": by, "at": timezone.now()}
    with acting_as(by), engine_sees(case.pk):
        case_terms.begin(starts_on=today, formule=agreed, **given)
        case_terms.pause(from_on=today, reason="Gegevens ontbreken.", **given)
