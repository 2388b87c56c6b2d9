"""The second wall alone: with raw SQL the web's role gets an organisation's rows and no other."""

import pytest
from django.apps import apps
from django.db import connection

from config.database_roles import Connection
from config.privileges import PRIVILEGES
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast
from tests.isolation.dossier import Dossier
from tests.isolation.entitlements import ENTITLED

WORKERS = (
    "coordinator",
    "second_coordinator",
    "mayor",
    "police",
    "second_police",
    "prosecutor",
    "grid",
    "landlord",
    "stranger",
)
OTHERS = ("secretary", "privacy_officer", "administrator", "regional_staff")

pytestmark = pytest.mark.django_db


def seen(table: str) -> set[object]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table}")  # noqa: S608  a table of ours
        return {row[0] for row in cursor.fetchall()}


def entitled(owner: Connection, table: str, actor: Actor) -> set[object]:
    query = f"SELECT id FROM {table} WHERE {ENTITLED[table]}"  # noqa: S608  a table of ours
    who = {
        "org": actor.organisation_id,
        "person": actor.person.pk,
        "clearances": list(actor.clearances),
    }
    return {row[0] for row in owner.execute(query.encode(), who).fetchall()}


@pytest.mark.parametrize("table", ENTITLED)
def test_each_organisation_sees_the_rows_it_is_entitled_to_and_no_other(
    table: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    counts = set()
    for name in WORKERS:
        actor: Actor = getattr(cast, name)
        with acting_as(actor):
            rows = seen(table)
        assert rows == entitled(owner, table, actor), name
        counts.add(len(rows))
    assert len(counts) > 1, f"the dossier tells nobody apart in {table}"


@pytest.mark.parametrize("table", ENTITLED)
def test_who_works_no_case_and_who_acts_for_nobody_sees_no_row_of_any(
    table: str, dossier: Dossier, cast: Cast
) -> None:
    assert seen(table) == set()
    with acting_as(None):
        assert seen(table) == set()
    for name in OTHERS:
        with acting_as(getattr(cast, name)):
            assert seen(table) == set(), name


def test_each_table_of_a_case_that_the_web_may_read_has_an_entitlement() -> None:
    """And so a test above; those without are told here, with why nothing of a case is in them."""
    without_a_case = {
        "casework_casenumber",  # the last number given out in a region
        "casework_submission",  # keys of forms that were sent, each for its sender alone
        "casework_emergency",  # for privacy officers too: entitlements_elsewhere.py
        "casework_inquiry",  # entitlements_elsewhere.py: each for who asked
        "casework_arrangement",  # as above, for who made it and who may receive by it
        "casework_averule",  # who leads and scales in each phase of AVE, as agreed
        "casework_retentionrule",  # how long each class is kept, as the law and partners say
        "casework_payloadrule",  # how long is kept what somebody looked for
        "casework_endnotice",  # entitlements_elsewhere.py: that its organisation was told
        "casework_destructionlist",  # entitlements_elsewhere.py: for the privacy officer too
        "casework_destructionline",  # as above
        "casework_rightsrequest",  # as above, and for the privacy officer alone
        "casework_rightsshare",  # as above
        "casework_rightsitem",  # as above
        "casework_fileremoval",  # keys of files that go, which tell nothing
        "workflows_triagemoment",  # when reports are weighed, as agreed
        "workflows_formuleversion",  # what the law and the region agreed
        "workflows_acceptance",  # which gemeente works by which formule
        "workflows_localsetting",  # where a gemeente has another term
        "workflows_enforcementrow",  # the published policy of a gemeente
        "workflows_equalledday",  # days off by royal decree
        "workflows_equalleddayschange",  # how these changed
        "workflows_termnotice",  # what the watch told: the engine's own, of the case it looks at
        "workflows_eventterm",  # as above, on events
        "workflows_servicecapacity",  # what the services of a region can give
        "workflows_regionalevent",  # a calendar for all who serve the region: test_event_walls
        "workflows_clashruling",  # as above
    }
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ("casework", "workflows")
    }
    readable = {table for table in PRIVILEGES if table.startswith(("casework_", "workflows_"))}
    assert ours | readable == set(ENTITLED) | without_a_case


def test_of_the_contents_each_partner_has_its_own_and_what_it_was_given(
    dossier: Dossier, cast: Cast
) -> None:
    """By hand, for one case: nothing here is derived from a rule."""
    told = "Bericht van het besluit"
    answers = {f"Antwoord op het verzoek ({kind})" for kind in ("om", "netbeheerder", "corporatie")}
    lead = {"Toets van de rapportage", "Spoed beoordelen", "Maatregel kiezen", "Zienswijze"}
    lead |= {"Besluit", told, "Bericht van sluiting"}
    police = {"Signaal", "Onderzoek ter plaatse", "Bestuurlijke rapportage"}
    expected = {
        "coordinator": lead | answers | {"Bestuurlijke rapportage"},
        "police": police | {told},
        "prosecutor": {"Antwoord op het verzoek (om)", told},
        "grid": {"Antwoord op het verzoek (netbeheerder)", "Bericht van sluiting"},
        "landlord": {"Antwoord op het verzoek (corporatie)", told},
        "stranger": set(),
        "secretary": set(),
    }
    for name, titles in expected.items():
        with acting_as(getattr(cast, name)):
            assert contents_of(dossier.settled.pk) == titles, name


def contents_of(case_id: int) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT c.title || CASE c.kind WHEN 'answer' THEN ' (' || o.kind || ')' ELSE '' END
               FROM casework_contribution c
               JOIN partners_organisation o ON o.id = c.organisation_id
               WHERE c.case_id = %s""",
            [case_id],
        )
        return {row[0] for row in cursor.fetchall()}


def test_the_case_that_only_politie_knows_is_known_to_politie_alone(
    dossier: Dossier, cast: Cast
) -> None:
    for name in (*WORKERS, *OTHERS):
        with acting_as(getattr(cast, name)):
            knows = dossier.early.pk in seen("casework_case")
        assert knows is (name in ("police", "second_police")), name


def test_a_disclosure_to_one_person_is_not_for_a_colleague(dossier: Dossier, cast: Cast) -> None:
    with acting_as(cast.police):
        assert "Toets van de rapportage" in contents_of(dossier.asking.pk)
    with acting_as(cast.second_police):
        assert "Toets van de rapportage" not in contents_of(dossier.asking.pk)
