"""The audit trail as an app, with a short label for its tables."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "partners.audit"
    label = "audit"
    verbose_name = "Audit trail"
