"""The composition root as an app: it grants the web its privileges after each migrate."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from config.privileges import grant


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Schakelpunt"

    def ready(self) -> None:
        """Django sends this signal for apps with models alone; any one of them tells us."""
        post_migrate.connect(grant_privileges, sender=apps.get_app_config("partners"))


def grant_privileges(using: str, plan: Sequence[tuple[Any, bool]] = (), **kwargs: Any) -> None:
    """And fill the role matrix, which stands in a file beside the code.

    On the way back, which the second part of a step says, nothing: the tables are then those of
    older code, which grants for itself when it migrates.
    """
    if any(is_back for _migration, is_back in plan):
        return
    from partners.models.matrix_cell import fill  # noqa: PLC0415  needs the models

    grant(using)
    fill(using)
