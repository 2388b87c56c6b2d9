"""What the audit trail can tell of looking ahead."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

ENDING_VIEWED = register("ending.viewed", _("bekeek welke toegang eindigt"), is_look=True)
