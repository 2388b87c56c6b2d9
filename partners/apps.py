"""The partners as an app: what becomes of a session and its account is noted in the trail."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = "Partners"

    def ready(self) -> None:
        from partners.sessions import listen  # noqa: PLC0415  models are there from here on

        listen()
