"""The demo region: real organisations and fictitious people, never outside demo mode."""

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _


def refuse_outside_demo_mode() -> None:
    """
    :raises CommandError: unless this is a demo, which is never served to others over HTTPS.
    """
    if not settings.DEMO:
        raise CommandError(_("Dit kan alleen in de demo: zet DEMO=1."))
    if settings.PUBLIC_URL.lower().startswith("https:"):
        raise CommandError(_("PUBLIC_URL begint met https: dit is geen demo maar productie."))
