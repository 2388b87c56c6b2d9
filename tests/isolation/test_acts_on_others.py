"""Seen is not owned: an act on what is another's is refused with a reason, not with an error."""

import pytest

from casework.models import Commitment, Disclosure
from partners.acting import acting_as
from tests.cast import Cast
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", ["accepted", "refused", "done"])
def test_the_lead_settles_no_commitment_of_a_partner(
    status: str, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    with acting_as(cast.coordinator):
        partners = Commitment.objects.get(case=dossier.asking, party=cast.grid.organisation)
    answer = log_in(cast.coordinator).post(f"/afspraken/{partners.pk}", {"status": status})
    assert answer.status_code == 403
    assert "Alleen de partij zelf" in answer.content.decode()


def test_the_receiver_withdraws_no_disclosure(dossier: Dossier, cast: Cast, log_in: LogIn) -> None:
    with acting_as(cast.police):
        received = Disclosure.objects.filter(
            case=dossier.settled, receiver=cast.police.organisation
        )[0]
    answer = log_in(cast.police).post(f"/verstrekkingen/{received.pk}")
    assert answer.status_code == 403
    assert "Alleen wie verstrekte" in answer.content.decode()
