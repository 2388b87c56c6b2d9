"""The addresses of naming people for a theme."""

from django.urls import path

from casework.clearances import views

urlpatterns = [
    path("aanwijzingen", views.listing, name="clearances"),
    path("aanwijzingen/geven", views.give, name="clearance_give"),
    path("aanwijzingen/<int:pk>/verlengen", views.renew, name="clearance_renew"),
    path("aanwijzingen/<int:pk>/beeindigen", views.end, name="clearance_end"),
]
