"""What the owner of the data writes on a membership gets a day too, and a day that came ends it."""

from django.db import connection
from django.utils import timezone

from partners.models import Clearance, Membership
from partners.models.clearance import LONGEST


def test_what_the_owner_writes_gets_an_end_and_a_day_that_came_ends_it(as_owner: None) -> None:
    today = timezone.localdate()
    member = Membership.objects.filter(clearances__contains=["bij"])[0]
    assert len(member.clearances) == len(member.clearances_until)
    rows = Clearance.objects.open().filter(membership=member)
    assert {one.theme for one in rows} == set(member.clearances)
    assert {one.valid_until for one in rows} == {today + LONGEST}
    rows.filter(theme="bij").update(valid_until=today)
    with connection.cursor() as cursor:
        cursor.execute("SELECT partners_end_clearances()")
        assert cursor.fetchone()[0] == 1
    member.refresh_from_db()
    assert "bij" not in member.clearances
    assert len(member.clearances) == len(rows.all())
    member.clearances = []
    member.save(update_fields=["clearances"])
    assert not Clearance.objects.open().filter(membership=member).exists()
