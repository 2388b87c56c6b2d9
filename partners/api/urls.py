"""The addresses of the trail in the API, below /api/v1/."""

from django.urls import path

from partners.api.trail import TrailView

urlpatterns = [path("auditregels", TrailView.as_view(), name="api_trail")]
