"""The addresses of steps, worklist, requests and terms."""

from django.urls import path

from workflows.views import (
    agenda,
    decision_term,
    equalled_days,
    reporting,
    requests,
    steps,
    worklist,
)

urlpatterns = [
    path("werkvoorraad", worklist.worklist, name="worklist"),
    path("melden", reporting.choose, name="case_report"),
    path("melden/<slug:theme>", reporting.report, name="case_report_theme"),
    path("zaken/<case:reference>/stappen", steps.case_steps, name="case_steps"),
    path(
        "zaken/<case:reference>/termijnen/beslistermijn",
        decision_term.decision_term,
        name="decision_term",
    ),
    path("taken/<int:pk>", steps.step, name="step"),
    path("verzoeken/<uuid:pk>", requests.request_page, name="request"),
    path("verzoeken/<uuid:pk>/antwoord", requests.answer_late, name="request_answer"),
    path("verzoeken/<uuid:pk>/meer-tijd", requests.ask_more_time, name="request_more_time"),
    path("agenda/<str:key>.ics", agenda.feed, name="calendar_feed"),
    path("termijnen/gelijkgestelde-dagen", equalled_days.listing, name="equalled_days"),
    path(
        "termijnen/gelijkgestelde-dagen/verwijderen",
        equalled_days.remove,
        name="equalled_day_remove",
    ),
    path("meer-tijd/<int:pk>", requests.settle_extension, name="extension_settle"),
]
