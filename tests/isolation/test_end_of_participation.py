"""A partner that leaves a case loses it at once, by every door; what others have stays theirs.

Others learned this the hard way: TheHive #2366 (rows that stayed behind), #1973 and #1767 (a
removed share that took the owner's data along).
"""

import pytest
from django.apps import apps
from django.db import connection

from casework.models import (
    Case,
    Commitment,
    Contribution,
    Correction,
    Document,
    Extension,
    Participation,
    Request,
    Subject,
)
from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys
from tests.cast import Cast
from tests.isolation.acts import end_participation
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import Dossier
from tests.isolation.entitlements import ENTITLED
from workflows.models import Step
from workflows.worklist import commitments_to_settle, to_do

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def left(dossier: Dossier, owner: Connection) -> Dossier:
    """Netbeheerder and OM were in the midst of the round, and no longer take part."""
    cast = Cast()
    for gone in (cast.grid, cast.prosecutor):
        end_participation(owner, dossier.asking, gone)
    return dossier


def of_case(actor: Actor, case: Case) -> dict[str, int]:
    with acting_as(actor):
        return {
            "case": Case.objects.visible_to(actor).filter(pk=case.pk).count(),
            "steps": Step.objects.visible_to(actor).filter(case=case).count(),
            "to do": to_do(actor).filter(case=case).count(),
            "requests": Request.objects.visible_to(actor).filter(case=case).count(),
            "extensions": Extension.objects.filter(request__case=case).count(),
            "commitments": Commitment.objects.visible_to(actor).filter(case=case).count(),
            "to settle": commitments_to_settle(actor).filter(case=case).count(),
            "received": Contribution.objects.visible_to(actor)
            .filter(case=case)
            .exclude(organisation=actor.organisation)
            .count(),
            "documents": Document.objects.filter(contribution__case=case)
            .exclude(contribution__organisation=actor.organisation)
            .count(),
            "subjects": Subject.objects.visible_to(actor)
            .filter(case=case)
            .exclude(organisation=actor.organisation)
            .count(),
        }


@pytest.mark.parametrize("takes_part", [True, False])
def test_what_is_wrong_in_ones_own_is_corrected_also_after_one_left(
    takes_part: bool, left: Dossier, cast: Cast, log_in: LogIn
) -> None:
    """Who got it hears so; of the case itself the page shows nothing but its number."""
    case = left.settled if takes_part else left.foreign
    with acting_as(cast.police):
        own = Contribution.objects.filter(case=case, organisation=cast.police.organisation)
        thing = own.filter(extract_of=None).exclude(content=[]).earliest("created_at")
    browser = log_in(cast.police)
    address = f"/bijdragen/{thing.pk}/corrigeren"
    page = browser.get(address).content.decode()
    assert case.reference in page
    assert (f'/bijdragen/{thing.pk}"' in page) is takes_part
    kept = page.partition('name="submission" value="')[2].partition('"')[0]
    answers = {f"item_{place}": one["answer"] for place, one in enumerate(thing.content)}
    sent = {**answers, "item_0": "Verbeterd", "reason": "Fout.", "submission": kept}
    assert browser.post(address, sent).status_code == 302
    with acting_as(cast.police):
        made = Correction.objects.get(contribution=thing)
        assert made.case_reference == case.reference
        assert Contribution.objects.get(pk=thing.pk).content[0]["answer"] == "Verbeterd"
    assert log_in(cast.second_police).get(address).status_code == 200
    assert log_in(cast.landlord).get(address).status_code in (403, 404), "and never another's"


def test_who_left_has_nothing_of_the_case_any_more(left: Dossier, cast: Cast) -> None:
    for gone in (cast.grid, cast.prosecutor):
        for case in (left.asking, left.foreign):
            assert set(of_case(gone, case).values()) == {0}, (gone.organisation, case)


def test_who_stayed_has_what_it_had(left: Dossier, cast: Cast) -> None:
    stayed = of_case(cast.landlord, left.asking)
    assert stayed == {
        "case": 1,
        "steps": 1,
        "to do": 1,
        "requests": 1,
        "extensions": 0,
        "commitments": 0,
        "to settle": 0,
        "received": 1,
        "documents": 0,
        "subjects": 1,
    }
    lead = of_case(cast.coordinator, left.asking)
    assert lead["requests"] == 3
    assert lead["extensions"] == 1
    assert lead["commitments"] == 2


def test_raw_sql_of_who_left_finds_its_own_and_nothing_else(left: Dossier, cast: Cast) -> None:
    """Its contributions and its ends of disclosures and corrections stay: a matter of record."""
    own = {"casework_contribution", "casework_subject", "casework_disclosure"}
    own |= {"casework_correctionnotice", "casework_errorreport"}
    with acting_as(cast.grid), connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            if table not in ENTITLED or not hasattr(model, "case") or table in own:
                continue
            cursor.execute(
                f"SELECT count(*) FROM {table} WHERE case_id = %s",  # noqa: S608  a table of ours
                [left.asking.pk],
            )
            own_participation = 1 if model is Participation else 0
            assert cursor.fetchone() == (own_participation,), table
        cursor.execute("SELECT count(*) FROM casework_extension")
        assert cursor.fetchone() == (0,)


def test_pages_and_lists_name_the_case_no_more(left: Dossier, cast: Cast, log_in: LogIn) -> None:
    browser = log_in(cast.grid)
    gone, kept = left.asking.reference, left.settled.reference
    for address in ("/zaken", "/werkvoorraad", f"/zaken?q={gone}"):
        answer = browser.get(address)
        assert answer.status_code == 200
        assert gone not in _links(answer.content.decode()), address
    assert f"/zaken/{kept}" in _links(browser.get("/zaken").content.decode())
    for address in (f"/zaken/{gone}", f"/zaken/{gone}/stappen", f"/zaken/{gone}/tijdlijn"):
        assert browser.get(address).status_code == 404


def _links(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('href="')[1:] if "?" not in part]


def test_the_api_counts_the_case_no_more(left: Dossier, cast: Cast, owner: Connection) -> None:
    keys = Keys(owner)
    try:
        api = ApiClient(keys.give(cast.grid))
        for path in ("/casussen", "/taken", "/verzoeken"):
            found = api.get(path).json()
            assert left.asking.reference not in str(found), path
        for path in ("/taken", "/verzoeken"):
            assert not api.get(path, {"casus": left.asking.reference}).json()["resultaten"]
        assert api.get(f"/casussen/{left.asking.reference}").status_code == 404
    finally:
        owner.execute("DELETE FROM partners_apitoken")


def test_nothing_of_the_owners_is_lost_and_the_trail_still_tells(
    left: Dossier, cast: Cast, owner: Connection
) -> None:
    with acting_as(cast.grid):
        own = Contribution.objects.filter(organisation=cast.grid.organisation)
        assert own.count() == 1
    with acting_as(cast.coordinator):
        kinds = {one.kind for one in Contribution.objects.filter(case=left.asking)}
    assert kinds == {"report", "weighing"}
    told = owner.execute(
        "SELECT count(*) FROM audit_entry e JOIN audit_trailentry t ON t.entry_id = e.id"
        " WHERE t.organisation_id = %s AND e.case_reference = %s",
        [cast.grid.organisation_id, left.asking.reference],
    ).fetchone()
    assert told is not None
    assert int(str(told[0])) > 0
