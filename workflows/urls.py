"""The addresses of steps, worklist and requests."""

from django.urls import path

from workflows.views import reporting, requests, steps, worklist

urlpatterns = [
    path("werkvoorraad", worklist.worklist, name="worklist"),
    path("melden", reporting.choose, name="case_report"),
    path("melden/<slug:theme>", reporting.report, name="case_report_theme"),
    path("zaken/<case:reference>/stappen", steps.case_steps, name="case_steps"),
    path("taken/<int:pk>", steps.step, name="step"),
    path("verzoeken/<uuid:pk>", requests.request_page, name="request"),
    path("verzoeken/<uuid:pk>/antwoord", requests.answer_late, name="request_answer"),
    path("verzoeken/<uuid:pk>/meer-tijd", requests.ask_more_time, name="request_more_time"),
    path("meer-tijd/<int:pk>", requests.settle_extension, name="extension_settle"),
]
