"""What the trail can tell of keeping and destroying; a sentence follows the name of who did it."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

EXTENDED = register("retention.extended", _("bewaart een bijdrage langer, na een weging"))
HELD = register("retention.held", _("schortte het vernietigen op"))
HOLD_LIFTED = register("retention.hold_lifted", _("hief de opschorting van het vernietigen op"))
PROPOSED = register("destruction.proposed", _("droeg informatie voor om te vernietigen"))
APPROVED = register("destruction.approved", _("keurde een vernietigingslijst goed"))
REFUSED = register("destruction.refused", _("keurde een vernietigingslijst niet goed"))
DESTROYED = register("destruction.destroyed", _("liet informatie vernietigen"))
LEFT = register("destruction.left", _("liet iets van een vernietigingslijst staan"))
CERTIFIED = register(
    "destruction.certified", _("haalde een verklaring van vernietiging op"), is_look=True
)
