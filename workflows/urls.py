"""The addresses of steps, worklist, requests and terms."""

from django.urls import path

from workflows.views import (
    agenda,
    equalled_days,
    event_calendar,
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
    path("evenementenkalender", event_calendar.calendar, name="event_calendar"),
    path("evenementenkalender.csv", event_calendar.export_csv, name="event_calendar_csv"),
    path("evenementenkalender.ics", event_calendar.export_ical, name="event_calendar_ics"),
    path("evenementenkalender/reserveren", event_calendar.reserve, name="event_reserve"),
    path("evenementenkalender/<int:pk>", event_calendar.event, name="event"),
    path("evenementenkalender/<int:pk>/wijzigen", event_calendar.change, name="event_change"),
    path("evenementenkalender/<int:pk>/botsing", event_calendar.clash, name="event_clash"),
    path("meer-tijd/<int:pk>", requests.settle_extension, name="extension_settle"),
]
