"""The addresses of the notifications in the API, below /api/v1/."""

from django.urls import path

from notifications.api.views import NotificationList, NotificationReading

urlpatterns = [
    path("meldingen", NotificationList.as_view(), name="api_notifications"),
    path("meldingen/<uuid:pk>/_lees", NotificationReading.as_view(), name="api_notification_read"),
]
