"""The addresses of keeping and destroying."""

from django.urls import path

from casework.retention import views
from casework.retention import views_of_case as of_case

urlpatterns = [
    path("vernietigen", views.destruction, name="destruction"),
    path("vernietigen/<uuid:pk>", views.destruction_list, name="destruction_list"),
    path("vernietigen/<uuid:pk>/besluit", views.decide, name="destruction_decide"),
    path("vernietigen/<uuid:pk>/verklaring", views.certificate, name="destruction_certificate"),
    path("vernietigen/<uuid:pk>/verklaring.csv", views.certificate_csv, name="destruction_export"),
    path("bewaartermijnen", of_case.rules, name="retention_rules"),
    path("zaken/<case:reference>/bewaren", of_case.case_retention, name="case_retention"),
    path("zaken/<case:reference>/opschorten", of_case.hold, name="retention_hold"),
    path("zaken/<case:reference>/hervatten", of_case.lift, name="retention_lift"),
    path("bijdragen/<uuid:pk>/bewaren", of_case.keep_longer, name="keep_longer"),
]
