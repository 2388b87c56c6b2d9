"""Which page numbers a list offers."""

from collections.abc import Iterator

from django import template
from django.core.paginator import Page

register = template.Library()


@register.filter
def offered_numbers(page: Page[object]) -> Iterator[str | int]:
    """The first, the last and the neighbours of this page, with an ellipsis between."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
