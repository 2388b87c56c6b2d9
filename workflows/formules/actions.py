"""What the audit trail can tell of formules and local settings."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

FORMULE_DRAFTED = register("formule.drafted", _("maakte een concept van een formule"))
FORMULE_IMPORTED = register("formule.imported", _("las een formule in uit een bestand"))
FORMULE_CHANGED = register("formule.changed", _("wijzigde een concept van een formule"))
FORMULE_DELETED = register("formule.deleted", _("verwijderde een concept van een formule"))
FORMULE_ADOPTED = register("formule.adopted", _("legde vast dat een formule is vastgesteld"))
FORMULE_ACCEPTED = register("formule.accepted", _("aanvaardde een formule voor de gemeente"))
FORMULE_EXPORTED = register("formule.exported", _("sloeg een formule op als bestand"), is_look=True)
CASE_MOVED = register("case.moved", _("verplaatste een zaak naar een andere versie"))
MOVE_UNDONE = register("case.move_undone", _("zette een zaak terug op haar eerdere versie"))
SETTING_CHANGED = register("setting.changed", _("wijzigde een plaatselijke instelling"))
ROW_ADDED = register("matrix.row_added", _("voegde een regel aan de handhavingsmatrix toe"))
ROW_ENDED = register("matrix.row_ended", _("beëindigde een regel van de handhavingsmatrix"))
VARIATION_VIEWED = register(
    "variation.viewed", _("bekeek waar gemeenten afwijken van de formule"), is_look=True
)
