"""The notifications as an app: from start-up on they hear what others do."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = "Notifications"

    def ready(self) -> None:
        import notifications.receivers  # noqa: F401, PLC0415  from here on it hears everyone
