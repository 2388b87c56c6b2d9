"""How a figure of the throughput reads: a suppressed one says so and is never an empty cell."""

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from casework.throughput.figures import Count, Share

register = template.Library()


@register.filter
def count(number: Count) -> str:
    if number is None:
        return _("niet getoond")
    return number_format(number, force_grouping=True)


@register.filter
def days(number: int | None) -> str:
    if number is None:
        return _("niet getoond")
    return _("1 dag") if number == 1 else _("%(count)s dagen") % {"count": number}


@register.filter
def share(of: Share) -> str:
    if of.percent is None:
        return _("niet getoond")
    return f"<{of.percent}%" if of.is_below else f"{of.percent}%"


@register.filter
def cell(value: int | Share | None) -> str | SafeString:
    """In a table, where a dash takes less room; what is read aloud stays in full."""
    text = share(value) if isinstance(value, Share) else count(value)
    if text != count(None):
        return text
    return format_html(
        '<span aria-hidden="true">–</span><span class="sp-hidden-text">{}</span>', text
    )


@register.filter
def percent_cell(number: int | None) -> str | SafeString:
    return cell(None) if number is None else f"{number}%"
