"""The addresses of the case and what is in it."""

from django.urls import include, path

from casework.views import (
    agenda,
    ave,
    cases,
    commitments,
    contributions,
    disclosures,
    documents,
    meetings,
    subjects,
)

urlpatterns = [
    path("zaken", cases.case_list, name="cases"),
    path("zaken/<case:reference>", cases.case, name="case"),
    path("zaken/<case:reference>/tijdlijn", cases.timeline, name="case_timeline"),
    path("zaken/<case:reference>/eigenaar", cases.change_owner, name="case_owner"),
    path("zaken/<case:reference>/afspraken", commitments.propose, name="commitment_propose"),
    path("zaken/<case:reference>/fase", ave.scale, name="case_ave"),
    path("zaken/<case:reference>/agenda", agenda.put, name="agenda_put"),
    path("overleggen", meetings.meeting_list, name="meetings"),
    path("overleggen/plannen", meetings.plan, name="meeting_plan"),
    path("overleggen/<uuid:pk>", meetings.meeting, name="meeting"),
    path("overleggen/<uuid:pk>/verplaatsen", meetings.move, name="meeting_move"),
    path("overleggen/<uuid:pk>/afzeggen", meetings.cancel, name="meeting_cancel"),
    path("overleggen/<uuid:pk>/aanwezigheid", meetings.hold, name="meeting_hold"),
    path("overleggen/<uuid:pk>/komst", meetings.come, name="meeting_come"),
    path("agendapunten/<int:pk>", agenda.outcome, name="agenda_outcome"),
    path("afspraken/<int:pk>", commitments.settle, name="commitment_settle"),
    path("bijdragen/<uuid:pk>", contributions.contribution, name="contribution"),
    path("bijdragen/<uuid:pk>/documenten", documents.document_add, name="document_add"),
    path("bijdragen/<uuid:pk>/verstrekken", disclosures.disclose, name="disclose"),
    path("betrokkenen/<int:pk>", subjects.subject, name="subject"),
    path("documenten/<uuid:pk>", documents.document_download, name="document_download"),
    path("verstrekkingen/<uuid:pk>", disclosures.disclosure, name="disclosure"),
    path("", include("casework.throughput.urls")),
]
