"""How a figure of the throughput reads: a suppressed one says so and is never an empty cell."""

from django import template
from django.utils.translation import gettext as _

from casework.throughput.figures import Count, Share

register = template.Library()


@register.filter
def count(number: Count) -> str:
    return _("minder dan 5") if number is None else str(number)


@register.filter
def days(number: int | None) -> str:
    if number is None:
        return "–"
    return _("1 dag") if number == 1 else _("%(count)s dagen") % {"count": number}


@register.filter
def percentage(number: int | None) -> str:
    return "–" if number is None else f"{number}%"


@register.filter
def share(of: Share) -> str:
    if of.is_below and of.percent is not None:
        return _("minder dan %(percent)s%%") % {"percent": of.percent}
    return percentage(of.percent)
