"""The case as an app: it registers what its acts are called in the trail, and its checks."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"
    verbose_name = "Casework"

    def ready(self) -> None:
        import casework.actions  # noqa: PLC0415  registers the actions of the audit trail
        import casework.converters  # noqa: PLC0415  registers <case:…> for the addresses
        import casework.documents.checks  # noqa: PLC0415  registers the system check
        import casework.jobs  # noqa: PLC0415  registers what is done each minute
        import casework.retention.actions  # noqa: PLC0415  as the actions above
        import casework.rights.actions  # noqa: F401, PLC0415  as the actions above
