"""The addresses of the throughput; none of them names a case or a person."""

from django.urls import path

from casework.throughput import views

urlpatterns = [
    path("doorstroom", views.throughput, name="throughput"),
    path("doorstroom.csv", views.throughput_export, name="throughput_export"),
]
