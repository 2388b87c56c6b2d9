"""Every address of the API, below /api/v1/; each app names its own."""

from django.urls import include, path, re_path

from config.openapi import OpenApi
from partners.api.views import Nowhere

urlpatterns = [
    path("openapi.json", OpenApi.as_view(), name="api_openapi"),
    path("", include("casework.api.urls")),
    path("", include("workflows.api.urls")),
    path("", include("notifications.api.urls")),
    path("", include("partners.api.urls")),
    re_path("", Nowhere.as_view(), name="api_nowhere"),
]
