"""The flows import at start-up: a stored reference to one must be found, and named everywhere."""

from django.apps import AppConfig


class WorkflowsConfig(AppConfig):
    name = "workflows"
    verbose_name = "Workflows"

    def ready(self) -> None:
        from workflows.actions import register_steps  # noqa: PLC0415  the models must be ready
        from workflows.flows import FLOWS  # noqa: PLC0415
        from workflows.step_titles import register_titles  # noqa: PLC0415

        register_steps(list(FLOWS.values()))
        register_titles()
