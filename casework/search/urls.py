"""The address of search; what one looks for is never part of it."""

from django.urls import path

from casework.search import views

urlpatterns = [path("zoeken", views.search_page, name="search")]
