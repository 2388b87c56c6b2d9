"""What a person is told, the counter that puts it in order, and where checkpoints are sent."""

from notifications.models.checkpoint_address import CheckpointAddress
from notifications.models.inbox import Inbox
from notifications.models.notification import Notification

__all__ = ["CheckpointAddress", "Inbox", "Notification"]
