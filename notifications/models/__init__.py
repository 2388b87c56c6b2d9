"""What a person is told, and the counter that puts it in order."""

from notifications.models.inbox import Inbox
from notifications.models.notification import Notification

__all__ = ["Inbox", "Notification"]
