"""The socket's address, and all that stands between it and the outside."""

from channels.routing import URLRouter
from channels.security.websocket import AllowedHostsOriginValidator, WebsocketDenier
from channels.sessions import SessionMiddlewareStack
from django.urls import path, re_path

from notifications.consumers import NotificationConsumer

websocket_urlpatterns = [
    path("ws/meldingen", NotificationConsumer.as_asgi()),
    re_path(r"", WebsocketDenier.as_asgi()),
]

# The consumer asks for itself, and again and again, who is behind the session.
sockets = AllowedHostsOriginValidator(SessionMiddlewareStack(URLRouter(websocket_urlpatterns)))
