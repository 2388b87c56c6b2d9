"""What is for named people stays out of every side door: one set-up, two colleagues."""

import pytest

from casework.models import Disclosure
from config.database_roles import Connection
from notifications.recipients import recipient_ids
from partners.acting import acting_as, moment
from partners.models.membership import CASE_ROLES
from partners.news import News
from tests.cast import Cast
from tests.isolation.conftest import LogIn
from tests.isolation.disclosing_rows import ADVICE
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db

PAIRS = pytest.mark.parametrize(
    ("cleared", "other"), [("coordinator", "second_coordinator"), ("police", "second_police")]
)


@PAIRS
def test_lists_and_their_filters_do_not_tell_of_a_restricted_case(
    cleared: str, other: str, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    """Nor by what a filter finds: nothing found is the same as nothing there."""
    reference = dossier.restricted.reference
    for name, is_there in ((cleared, True), (other, False)):
        browser = log_in(getattr(cast, name))
        page = browser.get("/zaken", {"reference": reference}).content.decode()
        assert (f"/zaken/{reference}" in page) is is_there
        assert ("Geen zaken gevonden" in page) is not is_there


@PAIRS
def test_search_does_not_tell_of_a_restricted_case(
    cleared: str, other: str, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    """The function of the database proposes it; both walls take it out, and its count with it."""
    for name, is_there in ((cleared, True), (other, False)):
        answer = log_in(getattr(cast, name)).post(
            "/zoeken", {"words": dossier.restricted.reference}, headers={"HX-Request": "true"}
        )
        page = answer.content.decode()
        assert (f"/zaken/{dossier.restricted.reference}" in page) is is_there
        assert ("Niets gevonden" in page) is not is_there


@pytest.mark.parametrize("words", [ADVICE, "Proefpersoon 7"])
def test_search_finds_no_named_class_for_who_is_not_cleared(
    words: str, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    page = log_in(cast.second_coordinator).post("/zoeken", {"words": f'"{words}"'})
    assert "Niets gevonden" in page.content.decode()


def test_who_is_not_cleared_does_not_hear_of_what_was_disclosed_by_name(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    """In an open case, where a colleague hears of all the rest."""
    with acting_as(cast.coordinator):
        secret = Disclosure.objects.get(contribution__title=ADVICE, case=dossier.named)
        assert secret.needs_clearance
        heard = {
            clearance: recipient_ids(
                News(
                    kind="disclosure_given",
                    case_reference=dossier.named.reference,
                    organisation_id=cast.police.organisation_id,
                    roles=tuple(sorted(CASE_ROLES)),
                    at=moment(),
                    by=cast.coordinator,
                    link="/zaken",
                    clearance=clearance,
                )
            )
            for clearance in ("", secret.needs_clearance)
        }
    assert cast.second_police.person.pk in heard[""]
    assert cast.second_police.person.pk not in heard[secret.needs_clearance]
    assert cast.police.person.pk in heard[secret.needs_clearance]
    told = owner.execute(
        b"SELECT person_id FROM notifications_notification"
        b" WHERE kind = 'disclosure_given' AND case_reference = %s",
        [dossier.named.reference],
    ).fetchall()
    given = owner.execute(
        b"SELECT needs_clearance = '' FROM casework_disclosure"
        b" WHERE case_id = %s AND receiver_id = %s",
        [dossier.named.pk, cast.police.organisation_id],
    ).fetchall()
    named = given.count((False,))
    heard_more = told.count((cast.police.person.pk,)) - told.count((cast.second_police.person.pk,))
    assert heard_more == named > 0
