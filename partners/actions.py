"""What the audit trail can tell of access itself."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

ACCESS_DENIED = register("access.denied", _("kreeg geen toegang"))
CAPACITY_CHANGED = register("capacity.changed", _("ging verder in een andere hoedanigheid"))
TRAIL_VIEWED = register("trail.viewed", _("bekeek het auditspoor"), is_look=True)
TRAIL_EXPORTED = register("trail.exported", _("exporteerde het auditspoor"), is_look=True)
CHECKPOINT_VIEWED = register(
    "checkpoint.viewed", _("bekeek het controlepunt van het auditspoor"), is_look=True
)
CHECKPOINT_CHECKED = register(
    "checkpoint.checked", _("hield een bewaard controlepunt tegen het auditspoor"), is_look=True
)
LOG_DIFFERS = register(
    "checkpoint.differs", _("zag dat een spoor niet verder gaat op wat ervan bewaard was")
)
LOGGED_IN = register("session.begun", _("logde in"))
LOG_IN_FAILED = register("session.refused", _("probeerde in te loggen, zonder dat het lukte"))
LOGGED_OUT = register("session.ended", _("logde uit"))
PASSWORD_CHANGED = register("account.password_changed", _("wijzigde het eigen wachtwoord"))
SECOND_STEP_ADDED = register("account.second_step_added", _("zette een tweede inlogstap aan"))
SECOND_STEP_REMOVED = register("account.second_step_removed", _("zette een tweede inlogstap uit"))
SECOND_STEP_RENEWED = register("account.second_step_renewed", _("vernieuwde de herstelcodes"))
CALENDAR_KEY_MADE = register("calendar_key.made", _("maakte een agendakoppeling"))
CALENDAR_KEY_REVOKED = register("calendar_key.revoked", _("trok de eigen agendakoppeling in"))
CLEARANCE_GIVEN = register("clearance.given", _("wees iemand aan voor een thema"))
CLEARANCE_RENEWED = register("clearance.renewed", _("verlengde een aanwijzing voor een thema"))
CLEARANCE_ENDED = register("clearance.ended", _("beëindigde een aanwijzing voor een thema"))
DESK_SET = register("desk.set", _("legde een aanspreekpunt vast"))
DESK_ENDED = register("desk.ended", _("beëindigde een aanspreekpunt"))
