"""The addresses of the trail and of the log of processing in the API, below /api/v1/."""

from django.urls import path

from partners.api.activities import PATH, ActivityDetail, ActivityList
from partners.api.processing import ProcessingView
from partners.api.trail import TrailView

urlpatterns = [
    path("auditregels", TrailView.as_view(), name="api_trail"),
    path("processing-activities", ProcessingView.as_view(), name="api_processing"),
    path(PATH, ActivityList.as_view(), name="api_activities"),
    path(f"{PATH}/<slug:kenmerk>", ActivityDetail.as_view(), name="api_activity"),
]
