"""What the audit trail can tell of checkpoints that are sent."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

ADDRESS_SET = register("checkpoint.address_set", _("stelde een adres voor controlepunten in"))
ADDRESS_REMOVED = register(
    "checkpoint.address_removed", _("verwijderde een adres voor controlepunten")
)
SENT = register("checkpoint.sent", _("verstuurde het controlepunt van het auditspoor"))
NOT_SENT = register("checkpoint.not_sent", _("kon het controlepunt niet bezorgen"))
