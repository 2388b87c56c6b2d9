from casework.models import *
from tests.isolation.dossier import Dossier
from tests.isolation.lasting import without_the_second_wall


def test_x(dossier: Dossier, db) -> None:
    pass


def test_y(dossier) -> None:
    with without_the_second_wall():
        for c in Contribution.objects.order_by("case_id", "created_at"):
            print(c.case_id, c.organisation, c.kind, c.title)
        print(Disclosure.objects.count(), Extension.objects.count())
    assert 0
