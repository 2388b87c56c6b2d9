"""The partners as an app: each log-in is noted in the trail."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = "Partners"

    def ready(self) -> None:
        from partners.sessions import note_log_in  # noqa: PLC0415  models are there from here on

        user_logged_in.connect(note_log_in)
