"""The addresses of steps, worklist and requests."""

from django.urls import path

from workflows.views import handovers, participations, reporting, requests, steps, worklist

urlpatterns = [
    path("werkvoorraad", worklist.worklist, name="worklist"),
    path("melden", reporting.report, name="case_report"),
    path("zaken/<case:reference>/stappen", steps.case_steps, name="case_steps"),
    path("zaken/<case:reference>/overdragen", handovers.offer, name="handover_offer"),
    path("overdrachten/<uuid:pk>", handovers.handover, name="handover"),
    path("overdrachten/<uuid:pk>/aanvaarden", handovers.accept, name="handover_accept"),
    path("overdrachten/<uuid:pk>/weigeren", handovers.refuse, name="handover_refuse"),
    path("overdrachten/<uuid:pk>/intrekken", handovers.revoke, name="handover_revoke"),
    path("deelnames/<int:pk>/einde", participations.end, name="participation_end"),
    path("taken/<int:pk>", steps.step, name="step"),
    path("verzoeken/<uuid:pk>", requests.request_page, name="request"),
    path("verzoeken/<uuid:pk>/antwoord", requests.answer_late, name="request_answer"),
    path("verzoeken/<uuid:pk>/meer-tijd", requests.ask_more_time, name="request_more_time"),
    path("meer-tijd/<int:pk>", requests.settle_extension, name="extension_settle"),
]
