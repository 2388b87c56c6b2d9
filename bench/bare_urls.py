"""Where the bare flow is served."""

from django.http import HttpResponse
from django.urls import path
from viewflow.urls import Site
from viewflow.workflow.flow import FlowAppViewset

from bench.bare import BareFlow

site = Site(title="bare", viewsets=[FlowAppViewset(BareFlow)])
urlpatterns = [path("klaar", lambda _request: HttpResponse()), path("", site.urls)]
