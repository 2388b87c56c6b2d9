"""Pages and API over HTTP, live updates over the socket; refuses to start where it is unsafe."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

from channels.routing import ProtocolTypeRouter  # noqa: E402  the apps must be ready

from config.checks import refuse_to_serve_unsafely  # noqa: E402
from notifications.routing import websocket_application  # noqa: E402

refuse_to_serve_unsafely()

application = ProtocolTypeRouter({"http": pages, "websocket": websocket_application})
