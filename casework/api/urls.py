"""The addresses of cases and requests in the API, below /api/v1/."""

from django.urls import path

from casework.api.cases import CaseDetail, CaseList
from casework.api.contributions import ContributionDetail
from casework.api.destruction import DestructionDecision, DestructionLists
from casework.api.emergencies import EmergencyList
from casework.api.inquiries import InquiryView
from casework.api.meetings import MeetingDetail, MeetingList
from casework.api.requests import RequestDetail, RequestList
from casework.api.rights import RightsAnswering, RightsRequests
from casework.api.search import SearchView
from casework.api.signals import SignalList
from casework.api.throughput import ThroughputView

urlpatterns = [
    path("bekendheidsvragen", InquiryView.as_view(), name="api_inquiries"),
    path("bijdragen/<uuid:pk>", ContributionDetail.as_view(), name="api_contribution"),
    path("casussen", CaseList.as_view(), name="api_cases"),
    path("casussen/<case:referentie>", CaseDetail.as_view(), name="api_case"),
    path("doorstroom", ThroughputView.as_view(), name="api_throughput"),
    path("noodtoegang", EmergencyList.as_view(), name="api_emergencies"),
    path("overleggen", MeetingList.as_view(), name="api_meetings"),
    path("overleggen/<uuid:pk>", MeetingDetail.as_view(), name="api_meeting"),
    path("zoeken", SearchView.as_view(), name="api_search"),
    path("rechten", RightsRequests.as_view(), name="api_rights_requests"),
    path("rechten/<uuid:pk>/antwoord", RightsAnswering.as_view(), name="api_rights_answer"),
    path("signalen", SignalList.as_view(), name="api_signals"),
    path("vernietigingslijsten", DestructionLists.as_view(), name="api_destruction_lists"),
    path(
        "vernietigingslijsten/<uuid:pk>/besluit",
        DestructionDecision.as_view(),
        name="api_destruction_decide",
    ),
    path("verzoeken", RequestList.as_view(), name="api_requests"),
    path("verzoeken/<uuid:pk>", RequestDetail.as_view(), name="api_request"),
]
