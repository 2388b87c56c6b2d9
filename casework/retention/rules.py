"""What the law lets one keep longer, as the rule for all says it; one's own never says more."""

from datetime import date

from django.utils import timezone

from casework.models import Contribution, RetentionRule
from casework.months import months_after


def rule_for_all(contribution: Contribution) -> RetentionRule | None:
    """The one that was in force when it was put in; one's own goes before it."""
    rule = contribution.retention_rule
    if rule is None or rule.organisation_id is None:
        return rule
    rows = RetentionRule.objects.in_force(timezone.localdate(contribution.created_at))
    rows = rows.filter(information_class=contribution.information_class, organisation=None)
    return rows.order_by("-valid_from").first()


def last_day(contribution: Contribution, on: date) -> date | None:
    """Until when a weighing on that day lets it be kept; None where the law names no maximum."""
    rule = rule_for_all(contribution)
    if rule is None or not rule.is_maximum or rule.months is None:
        return None
    return months_after(on, rule.months)
