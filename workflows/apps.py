from django.apps import AppConfig


class WorkflowsConfig(AppConfig):
    name = "workflows"
    verbose_name = "Workflows"

    def ready(self) -> None:
        import workflows.flows  # noqa: F401, PLC0415  a stored reference to a flow must import
