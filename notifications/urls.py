"""The addresses of the notifications' pages."""

from django.urls import path

from notifications import views
from notifications.checkpoints import views as checkpoints

urlpatterns = [
    path("auditspoor/checkpoint", checkpoints.checkpoint, name="checkpoint"),
    path("auditspoor/checkpoint.txt", checkpoints.download, name="checkpoint_download"),
    path("auditspoor/checkpoint/controleren", checkpoints.check, name="checkpoint_check"),
    path("auditspoor/checkpoint/adressen", checkpoints.address_add, name="checkpoint_address_add"),
    path(
        "auditspoor/checkpoint/adressen/<int:pk>/verwijderen",
        checkpoints.address_remove,
        name="checkpoint_address_remove",
    ),
    path(
        "auditspoor/checkpoint/adressen/<int:pk>/proef",
        checkpoints.address_try,
        name="checkpoint_address_try",
    ),
    path("meldingen", views.notifications, name="notifications"),
    path("meldingen/stand", views.state, name="notifications_state"),
    path("meldingen/gelezen", views.read_all, name="notifications_read"),
    path("meldingen/mail", views.choose_mail, name="notifications_mail"),
    path("meldingen/<uuid:pk>/open", views.open_one, name="notification_open"),
]
