"""What the audit trail can tell of the steps."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

STEP_DONE = register("step.done", _("rondde een taak af"))
STEP_READ = register("step.read", _("opende een taak"), is_look=True)
