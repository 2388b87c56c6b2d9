"""A case that closes while something is given in it, each on its own connection."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from casework.models import Case, Disclosure
from casework.services import cases
from config.database_roles import Connection
from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import put_in
from tests.giving import give
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


def test_what_is_given_at_that_second_ends_with_the_case(owner: Connection) -> None:
    """By politie to Oss, which leads the case and keeps it."""
    cast = Cast()
    case = a_case(cast, at="answer")
    note = put_in(case, cast.police)
    with ThreadPoolExecutor(max_workers=1) as pool:
        with acting_as(cast.police, at=NOW):
            made = give(note, cast.police, cast.coordinator, at=NOW, ground="wpg-16-1-c")
            second = pool.submit(close, case, cast)
            until_it_waits_or_is_done(owner, second)
            assert not second.done()
        second.result()
    with acting_as(cast.police):
        assert Disclosure.objects.get(pk=made.pk).withdrawn_at == LATER
