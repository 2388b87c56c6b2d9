"""Viewflow's own pages for the bare flow: an ASGI application for the same server as ours."""

from django.core.asgi import get_asgi_application

application = get_asgi_application()
