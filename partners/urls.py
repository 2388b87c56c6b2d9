"""The addresses of the partners' pages."""

from django.urls import path

from partners.views.account import account, capacity
from partners.views.trail import trail, trail_export

urlpatterns = [
    path("auditspoor", trail, name="trail"),
    path("auditspoor.csv", trail_export, name="trail_export"),
    path("mijn-account", account, name="account"),
    path("hoedanigheid", capacity, name="capacity"),
]
