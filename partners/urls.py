"""The addresses of the partners' pages."""

from django.urls import path

from partners.views.account import account, calendar_make, calendar_revoke, capacity
from partners.views.matrix import who_sees_what
from partners.views.trail import trail, trail_export
from partners.views.trail_entry import trail_entry, trail_proof, trail_sealed

urlpatterns = [
    path("wie-ziet-wat", who_sees_what, name="who_sees_what"),
    path("auditspoor", trail, name="trail"),
    path("auditspoor.csv", trail_export, name="trail_export"),
    path("auditspoor.zip", trail_sealed, name="trail_sealed"),
    path("auditspoor/<uuid:pk>", trail_entry, name="trail_entry"),
    path("auditspoor/<uuid:pk>/bewijs", trail_proof, name="trail_proof"),
    path("mijn-account", account, name="account"),
    path("mijn-account/agenda", calendar_make, name="calendar_make"),
    path("mijn-account/agenda/intrekken", calendar_revoke, name="calendar_revoke"),
    path("hoedanigheid", capacity, name="capacity"),
]
