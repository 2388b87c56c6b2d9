"""The address of what ends soon."""

from django.urls import path

from casework.ending import views

urlpatterns = [path("toegang-eindigt", views.ending_access, name="ending_access")]
