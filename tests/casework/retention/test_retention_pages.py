"""From what is due to the certificate, through the pages; and what is told of what is gone."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from casework.models import Case, Contribution, InformationClass
from casework.retention import destroying, lists
from casework.retention.due import due
from casework.services import contributions
from casework.services.contributions import Draft
from config.demo.people import actor_of
from config.demo.walk import reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import TrailEntry
from partners.capacity import SESSION_KEY
from tests.casework.retention.conftest import approve
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def log_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client


def keys_on(page: str) -> list[str]:
    return re.findall(r'name="items" value="([^"]+)"', page)


def trail(reader: Actor) -> list[str]:
    with acting_as(reader):
        rows = TrailEntry.objects.filter(organisation=reader.organisation_id)
        rows = rows.filter(entry__action__startswith=("destruction")).select_related("entry")
        return [row.entry.action for row in rows.order_by("entry")]


def test_from_due_to_the_certificate(case: Case, cast: Cast, fg: Actor) -> None:
    police, officer, coordinator = map(log_in, (cast.police, fg, cast.coordinator))
    page = police.get("/vernietigen").content.decode()
    keys = keys_on(page)
    assert len(keys) > 1
    assert "Wpg art. 3" in page
    assert case.reference in page
    empty = police.post("/vernietigen", {"submission": ""})
    assert empty.status_code == 422
    assert "Kies ten minste één regel." in empty.content.decode()
    made = police.post("/vernietigen", {"items": keys})
    address = made["Location"]
    assert keys_on(police.get("/vernietigen").content.decode()) == []
    assert "Wacht op goedkeuring" in officer.get("/vernietigen").content.decode()
    assert police.get(f"{address}/besluit").status_code == 403
    assert coordinator.get(address).status_code == 404
    refused = officer.post(f"{address}/besluit", {"decision": "refuse"})
    assert refused.status_code == 422
    assert "Schrijf op waarom" in refused.content.decode()
    assert officer.get(f"{address}/verklaring").status_code == 403
    assert officer.post(f"{address}/besluit", {"decision": "approve"}).status_code == 302
    assert destroying.destroy_all(timezone.now()) == len(keys)
    for one in (officer, police):
        certificate = one.get(f"{address}/verklaring").content.decode()
        assert certificate.count("Vernietigd") >= len(keys)
        csv = one.get(f"{address}/verklaring.csv").content.decode()
        assert csv.count(case.reference) == len(keys)
    gone = next(key for key in keys if key.startswith("contribution")).partition(":")[2]
    told = police.get(f"/bijdragen/{gone}")
    assert told.status_code == 410
    assert "Vernietigd op" in told.content.decode()
    assert coordinator.get(f"/bijdragen/{gone}").status_code == 404
    case_page = police.get(f"/zaken/{case.reference}").content.decode()
    assert "vernietigd op" in case_page
    assert f"/bijdragen/{gone}" not in case_page
    assert trail(fg) == [
        "destruction.proposed",
        "destruction.approved",
        *(["destruction.destroyed"] * len(keys)),
        *(["destruction.certified"] * 4),
    ]
    assert trail(actor_of("fg.oss")) == []


def test_a_hold_takes_it_off_the_page_until_it_is_lifted(case: Case, cast: Cast) -> None:
    police = log_in(cast.police)
    address = f"/zaken/{case.reference}"
    assert police.post(f"{address}/opschorten", {}).status_code == 422
    assert police.post(f"{address}/opschorten", {"reason": "court"}).status_code == 302
    assert police.post(f"{address}/opschorten", {"reason": "court"}).status_code == 409
    assert keys_on(police.get("/vernietigen").content.decode()) == []
    assert "Lopende rechtszaak" in police.get(f"{address}/bewaren").content.decode()
    assert police.post(f"{address}/hervatten").status_code == 302
    assert keys_on(police.get("/vernietigen").content.decode()) != []


def test_what_the_wgs_lets_one_keep_is_kept_longer_after_a_weighing(
    cast: Cast, files: Path
) -> None:
    """As long again as the maximum, from the weighing; and class B knows no extension."""
    found = reported(cast.police)
    by, now = cast.police, timezone.now()
    today = timezone.localdate(now)
    with acting_as(by):
        result, plain = (
            contributions.contribute(
                case=found,
                draft=Draft("note", "Notitie", information_class, []),
                actor=by,
                at=now - timedelta(days=200),
            )
            for information_class in (InformationClass.S, InformationClass.B)
        )
    police = log_in(by)
    address = f"/bijdragen/{result.pk}/bewaren"
    assert police.get(f"/bijdragen/{plain.pk}/bewaren").status_code == 403
    weighing = {"weighing": "Het netwerk is nog actief."}
    early = police.post(address, {"until": (today + timedelta(days=9)).isoformat()} | weighing)
    assert early.status_code == 422
    assert "Het netwerk is nog actief." in early.content.decode()
    late = police.post(address, {"until": (today + timedelta(days=1900)).isoformat()} | weighing)
    assert late.status_code == 422
    assert "Langer dan tot en met" in late.content.decode()
    until = today + timedelta(days=1800)
    assert police.post(address, {"until": until.isoformat()} | weighing).status_code == 302
    with acting_as(by):
        assert Contribution.objects.get(pk=result.pk).retain_until == until
    assert "Het netwerk is nog actief." in police.get(address).content.decode()


def test_the_rules_are_shown_with_their_source(cast: Cast) -> None:
    page = log_in(cast.secretary).get("/bewaartermijnen").content.decode()
    assert "Wth art. 10" in page
    assert "Selectielijst gemeenten 2020" in page
    assert "vroeg of iets bij partners bekend is" in page.lower()


def test_a_part_of_a_page_is_told_the_sentence_alone(case: Case, cast: Cast, fg: Actor) -> None:
    """It takes the place of the part, so that the part asks no more."""
    police = log_in(cast.police)
    key = next(
        one for one in keys_on(police.get("/vernietigen").content.decode()) if "contrib" in one
    )
    with acting_as(cast.police):
        items = [one for one in due(cast.police, timezone.localdate()) if one.key == key]
        proposed = lists.propose(items=items, actor=cast.police, at=timezone.now())
    approve(proposed, fg)
    assert destroying.destroy_all(timezone.now()) == 1
    address = f"/bijdragen/{key.partition(':')[2]}"
    whole, part = police.get(address), police.get(address, headers={"HX-Request": "true"})
    assert whole.status_code == part.status_code == 410
    assert "HX-Reswap" not in whole
    assert part["HX-Reswap"] == "outerHTML"
    text = part.content.decode()
    assert text.startswith("<p")
    assert text.count("Vernietigd op") == 1
    assert "<h1" not in text
    assert "<h1" in whole.content.decode()
