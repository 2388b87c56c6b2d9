"""What the audit trail can tell of access itself."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

ACCESS_DENIED = register("access.denied", _("kreeg geen toegang"))
CAPACITY_CHANGED = register("capacity.changed", _("ging verder in een andere hoedanigheid"))
TRAIL_VIEWED = register("trail.viewed", _("bekeek het auditspoor"), is_look=True)
TRAIL_EXPORTED = register("trail.exported", _("exporteerde het auditspoor"), is_look=True)
LOGGED_IN = register("session.begun", _("logde in"))
