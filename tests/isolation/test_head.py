"""A page that asks whether it may still be shown gets a status, no contents, and leaves no look."""

import pytest

from casework.models import Contribution
from partners.acting import acting_as
from partners.audit.models import Entry
from tests.cast import Cast
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db


def test_head_is_no_look_and_get_is_one(dossier: Dossier, cast: Cast, log_in: LogIn) -> None:
    with acting_as(cast.coordinator):
        found = Contribution.objects.filter(case=dossier.asking).first()
    assert found is not None
    reader = log_in(cast.coordinator)
    for path in (f"/bijdragen/{found.pk}", f"/zaken/{dossier.asking.reference}"):
        for method, looks in (("HEAD", 0), ("GET", 1)):
            before = _looks(cast)
            answer = reader.generic(method, path)
            assert answer.status_code == 200
            assert bool(answer.content) is (method == "GET")
            assert "Content-Disposition" not in answer.headers
            assert _looks(cast) - before == looks, (method, path)


def test_head_tells_an_outsider_no_more_than_get(
    dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    stranger = log_in(cast.stranger)
    for path in (f"/zaken/{dossier.asking.reference}", "/zaken/2026-VR21-999999"):
        answer = stranger.head(path)
        assert (answer.status_code, answer.content) == (404, b"")


def _looks(cast: Cast) -> int:
    with acting_as(cast.coordinator):
        return Entry.objects.filter(
            person=cast.coordinator.person, action__in=("contribution.read", "case.viewed")
        ).count()
