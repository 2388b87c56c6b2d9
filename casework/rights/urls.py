"""The addresses of requests of persons concerned; none of them names a person."""

from django.urls import path

from casework.rights import views

urlpatterns = [
    path("rechten", views.request_list, name="rights_requests"),
    path("rechten/nieuw", views.register, name="rights_register"),
    path("rechten/<uuid:pk>", views.rights_request, name="rights_request"),
    path("rechten/<uuid:pk>/verlengen", views.extend, name="rights_extend"),
    path("rechten/<uuid:pk>/antwoord", views.answer, name="rights_answer"),
    path("rechten/<uuid:pk>/brief", views.letter, name="rights_letter"),
    path("rechten/<uuid:pk>/verzonden", views.send, name="rights_send"),
]
