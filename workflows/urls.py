"""The addresses of steps, worklist, requests and terms."""

from django.urls import path

from workflows.views import (
    agenda,
    decision_term,
    equalled_days,
    formule_drafts,
    formules,
    local_settings,
    moving,
    reporting,
    requests,
    reuse,
    steps,
    variation,
    worklist,
)

urlpatterns = [
    path("werkvoorraad", worklist.worklist, name="worklist"),
    path("melden", reporting.choose, name="case_report"),
    path("melden/<slug:theme>", reporting.report, name="case_report_theme"),
    path("zaken/<case:reference>/formule", reuse.keep_as_formule, name="case_formule"),
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
    path("formules", formules.formule_list, name="formules"),
    path("formules/inlezen", formule_drafts.formule_import, name="formule_import"),
    path("formules/afwijkingen", variation.variation, name="variation"),
    path("formules/afwijkingen.csv", variation.variation_export, name="variation_export"),
    path("formules/<int:pk>", formules.formule, name="formule"),
    path("formules/<int:pk>/concept", formules.formule_draft, name="formule_draft"),
    path("formules/<int:pk>/bewerken", formule_drafts.formule_edit, name="formule_edit"),
    path("formules/<int:pk>/vaststellen", formules.formule_adopt, name="formule_adopt"),
    path("formules/<int:pk>/aanvaarden", formules.formule_accept, name="formule_accept"),
    path("formules/<int:pk>/verwijderen", formules.formule_delete, name="formule_delete"),
    path("formules/<int:pk>/zaken", moving.running_cases, name="formule_cases"),
    path("formules/verplaatst/<uuid:batch>", moving.undo_move, name="move_undo"),
    path("formules/<int:pk>/bestand", formules.formule_export, name="formule_export"),
    path("instellingen", local_settings.local_settings, name="local_settings"),
    path(
        "instellingen/handhavingsmatrix",
        local_settings.enforcement_row_add,
        name="enforcement_row_add",
    ),
    path(
        "instellingen/handhavingsmatrix/<int:pk>",
        local_settings.enforcement_row_end,
        name="enforcement_row_end",
    ),
    path("instellingen/<slug:name>", local_settings.local_setting, name="local_setting"),
]
