"""The calendar feed: read by a calendar that does not log in but knows the address."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from partners import calendar_keys
from partners.acting import acting_as
from partners.middleware import public
from workflows.calendar_entries import entries_of
from workflows.ical import MEDIA_TYPE, ical


@public
@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """An unknown key, a revoked one, and one of a person who left look the same."""
    at = timezone.now()
    actor = calendar_keys.actor_behind(key, at)
    if actor is None:
        raise Http404
    with acting_as(actor, at=at), translation.override(settings.LANGUAGE_CODE):
        content = ical(entries_of(actor), at)
    return HttpResponse(content, content_type=MEDIA_TYPE)
