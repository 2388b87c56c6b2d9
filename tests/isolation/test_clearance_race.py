"""Clearances of one person that change at the same second, each on its own connection."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from config.database_roles import Connection
from partners import clearances
from partners.acting import acting_as
from partners.models import Clearance
from tests.cast import Cast
from tests.isolation.ending_rows import name_until
from tests.isolation.waiting import until_it_waits_or_is_done

TOMORROW = timezone.localdate() + timedelta(days=1)


def alone(cast: Cast, theme: str) -> None:
    """On a connection of its own."""
    try:
        name_until(cast.second_coordinator, cast.administrator, TOMORROW, theme)
    finally:
        connection.close()


def test_what_ends_is_not_given_back_by_another_that_is_given_meanwhile(owner: Connection) -> None:
    cast = Cast()
    given = name_until(cast.second_coordinator, cast.administrator, TOMORROW, "hennep")
    member = given.membership_id
    try:
        with ThreadPoolExecutor(max_workers=1) as pool:
            with acting_as(cast.administrator):
                clearances.end(
                    clearance=Clearance.objects.get(pk=given.pk),
                    actor=cast.administrator,
                    at=timezone.now(),
                )
                second = pool.submit(alone, cast, "bij")
                until_it_waits_or_is_done(owner, second)
            second.result()
        query = b"SELECT clearances FROM partners_membership WHERE id = %s"
        assert owner.execute(query, [member]).fetchone() == (["bij"],)
        query = (
            b"SELECT theme FROM partners_clearance WHERE membership_id = %s AND ended_at IS NULL"
        )
        assert owner.execute(query, [member]).fetchall() == [("bij",)]
    finally:
        clear = b"UPDATE partners_membership SET clearances = '{}' WHERE id = %s"
        owner.execute(clear, [member])
