"""However long a trail is, a page, a batch and a proof are read along an index."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from partners.acting import acting_as
from partners.audit import trail
from partners.audit.keyring import Keyring
from partners.audit.models import TrailEntry
from partners.audit.sealed_lines import COLUMNS
from partners.audit.sealing import BATCH, Sealer
from partners.audit.trail import PAGE
from partners.audit.wanted import Wanted
from tests.cast import Cast
from tests.isolation.lasting import lasting, logged_in_as
from tests.partners.audit.entries import many_entries
from tests.partners.audit.sealing.conftest import SECRET
from tests.servers import sealer_url

WALKED = re.compile(r"Seq Scan on audit_|\bSort\b|Bitmap")


@pytest.fixture(scope="module")
def long_trails(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """Two trails of thousands, of which most is sealed."""
    with django_db_blocker.unblock(), lasting() as owner:
        cast, sealer = Cast(), Sealer(Keyring(SECRET, host="schakelpunt.example"))
        for actor in (cast.coordinator, cast.police):
            many_entries(actor, 4000)
        with logged_in_as(sealer_url(str(connection.settings_dict["NAME"]))):
            while sealer.seal(at=timezone.now()) == BATCH:
                continue
        many_entries(cast.coordinator, 60)
        owner.execute("VACUUM ANALYZE audit_entry, audit_trailentry, audit_trailindex")
        yield cast


def test_a_page_of_the_trail_is_one_query_along_an_index(long_trails: Cast) -> None:
    officer = long_trails.privacy_officer
    with acting_as(officer):
        page = trail.matching(officer, Wanted())[: PAGE + 1]
        assert len(page) == PAGE + 1
        plan = page.explain(analyze=True)
        older = trail.before(officer, trail.matching(officer, Wanted()), page[PAGE].pk)
        plan_of_older = older[: PAGE + 1].explain()
    for one in (plan, plan_of_older):
        assert "Index Scan Backward using trail_by_moment" in one, one
        assert not WALKED.search(one), one
    # What was read is the page, whatever the length of the trail.
    assert all(int(rows) <= PAGE + 1 for rows in re.findall(r"actual .*?rows=(\d+)", plan))


def test_what_is_unsealed_and_what_is_proven_are_found_along_an_index(
    long_trails: Cast,
) -> None:
    with logged_in_as(sealer_url(str(connection.settings_dict["NAME"]))):
        unsealed = TrailEntry.objects.filter(seq=None).order_by("entry_id")[:BATCH]
        plan = unsealed.values_list("pk", *COLUMNS).explain()
        leaves = TrailEntry.objects.filter(
            organisation=long_trails.police.organisation, seq__gte=512, seq__lt=640
        )
        proof = leaves.order_by("seq").values_list("leaf_hash").explain()
    assert "Index Scan using unsealed_entries" in plan
    assert "one_entry_a_seq" in proof
