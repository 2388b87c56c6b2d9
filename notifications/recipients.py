"""Who hears a piece of news: the holders of its roles on that day, but not who did the act."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from casework.models import Case
from partners.models import Clearance, Membership
from partners.news import News


def recipient_ids(news: News) -> list[int]:
    """Of a restricted case, or of something for named people, only who is cleared for its theme.

    Who acts knows the case; what reaches another all the same, the database shuts at once.
    """
    on = timezone.localdate(news.at)
    needed = Case.objects.filter(reference=news.case_reference, is_restricted=True)
    named = Clearance.objects.in_force(on).filter(membership=OuterRef("pk"))
    holders = (
        Membership.objects.in_force(on)
        .filter(organisation_id=news.organisation_id, role__in=news.roles, person__is_active=True)
        .filter(~Exists(needed) | Exists(named.filter(theme__in=needed.values("theme"))))
        .cleared_for(news.clearance, on)
        .order_by("person_id")
    )
    if news.by is not None:
        holders = holders.exclude(person=news.by.person)
    return list(holders.values_list("person_id", flat=True).distinct())
