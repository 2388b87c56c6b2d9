"""Who hears a piece of news: the holders of its roles on that day, but not who did the act."""

from django.contrib.postgres.expressions import ArraySubquery
from django.utils import timezone

from casework.models import Case
from partners.models import Membership
from partners.news import News


def recipient_ids(news: News) -> list[int]:
    """Of a restricted case, or of something for named people, only who is cleared for its theme.

    Who acts knows the case; what reaches another all the same, the database shuts at once.
    """
    needed = Case.objects.filter(reference=news.case_reference, is_restricted=True)
    holders = (
        Membership.objects.in_force(timezone.localdate(news.at))
        .filter(organisation_id=news.organisation_id, role__in=news.roles, person__is_active=True)
        .filter(clearances__contains=ArraySubquery(needed.values("theme")))
        .filter(clearances__contains=[news.clearance] if news.clearance else [])
        .order_by("person_id")
    )
    if news.by is not None:
        holders = holders.exclude(person=news.by.person)
    return list(holders.values_list("person_id", flat=True).distinct())
