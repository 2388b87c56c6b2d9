"""The addresses of tasks, and of acts on requests, in the API, below /api/v1/."""

from django.urls import path

from workflows.api.disclosure_requests import (
    DisclosureRequestDetail,
    DisclosureRequestList,
    DisclosureRequestRuling,
)
from workflows.api.disclosures import Disclosures
from workflows.api.requests import MoreTimeAsking, MoreTimeSettling, RequestAnswering
from workflows.api.steps import StepCompletion, StepDetail, StepList

urlpatterns = [
    path("verstrekkingen", Disclosures.as_view(), name="api_disclosures"),
    path(
        "verstrekkingsverzoeken",
        DisclosureRequestList.as_view(),
        name="api_disclosure_requests",
    ),
    path(
        "verstrekkingsverzoeken/<uuid:pk>",
        DisclosureRequestDetail.as_view(),
        name="api_disclosure_request",
    ),
    path(
        "verstrekkingsverzoeken/<uuid:pk>/_beslis",
        DisclosureRequestRuling.as_view(),
        name="api_disclosure_request_ruling",
    ),
    path("taken", StepList.as_view(), name="api_steps"),
    path("taken/<int:pk>", StepDetail.as_view(), name="api_step"),
    path("taken/<int:pk>/_voltooien", StepCompletion.as_view(), name="api_step_complete"),
    path(
        "verzoeken/<uuid:pk>/_beantwoorden", RequestAnswering.as_view(), name="api_request_answer"
    ),
    path("verzoeken/<uuid:pk>/meer-tijd", MoreTimeAsking.as_view(), name="api_more_time"),
    path(
        "verzoeken/<uuid:pk>/meer-tijd/_beslis",
        MoreTimeSettling.as_view(),
        name="api_more_time_ruling",
    ),
]
