"""A case that closes while something is given in it, each on its own connection."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from casework.models import Case, Disclosure, InformationClass
from casework.services import cases, contributions, disclosures
from casework.services.contributions import Draft
from config.database_roles import Connection
from partners.acting import acting_as
from partners.models import Ground
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.waiting import until_it_waits_or_is_done

NOW = timezone.now()
LATER = NOW + timedelta(hours=1)


def close(case: Case, cast: Cast) -> None:
    """On a connection of its own."""
    try:
        with acting_as(cast.coordinator, at=LATER):
            found = Case.objects.get(pk=case.pk)
            cases.close(case=found, actor=cast.coordinator, at=LATER)
    finally:
        connection.close()


def give(case: Case, cast: Cast) -> Disclosure:
    """By politie to Oss, which leads the case and keeps it."""
    ground = Ground.objects.get(code="wpg-16-1-c")
    made = contributions.contribute(
        case=Case.objects.get(pk=case.pk),
        draft=Draft("note", "Notitie", InformationClass.P, []),
        actor=cast.police,
        at=NOW,
    )
    return disclosures.disclose(
        thing=made,
        receiver=cast.coordinator.organisation,
        basis=disclosures.Basis("Doel", ground, ground, "Nodig."),
        is_told=False,
        actor=cast.police,
        at=NOW,
    )


def test_what_is_given_at_that_second_ends_with_the_case(owner: Connection) -> None:
    cast = Cast()
    case = a_case(cast, at="answer")
    with ThreadPoolExecutor(max_workers=1) as pool:
        with acting_as(cast.police, at=NOW):
            made = give(case, cast)
            second = pool.submit(close, case, cast)
            until_it_waits_or_is_done(owner, second)
            assert not second.done()
        second.result()
    with acting_as(cast.police):
        assert Disclosure.objects.get(pk=made.pk).withdrawn_at == LATER
