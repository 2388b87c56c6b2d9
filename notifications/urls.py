"""The addresses of the notifications' pages."""

from django.urls import path

from notifications import views

urlpatterns = [
    path("meldingen", views.notifications, name="notifications"),
    path("meldingen/stand", views.state, name="notifications_state"),
    path("meldingen/gelezen", views.read_all, name="notifications_read"),
    path("meldingen/mail", views.choose_mail, name="notifications_mail"),
    path("meldingen/<uuid:pk>/open", views.open_one, name="notification_open"),
]
