"""Who hears a piece of news: the holders of its roles on that day, but not who did the act."""

from django.utils import timezone

from partners.models import Membership
from partners.news import News


def recipient_ids(news: News) -> list[int]:
    holders = (
        Membership.objects.in_force(timezone.localdate(news.at))
        .filter(organisation_id=news.organisation_id, role__in=news.roles, person__is_active=True)
        .order_by("person_id")
    )
    if news.by is not None:
        holders = holders.exclude(person=news.by.person)
    return list(holders.values_list("person_id", flat=True).distinct())
