"""A deadline as people read it: a day, or a moment where the clock counts."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format

register = template.Library()

LAST_SECOND = (23, 59, 59)


@register.filter
def deadline(due_at: datetime, form: str = "j F Y") -> str:
    """With its time, unless it is the last second of a day: then the whole day is left."""
    local = timezone.localtime(due_at)
    is_whole_day = (local.hour, local.minute, local.second) == LAST_SECOND
    return date_format(local, form if is_whole_day else f"{form} H:i")
