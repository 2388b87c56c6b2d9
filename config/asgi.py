"""Pages and API over HTTP, live updates over the socket; refuses to start where it is unsafe."""

import os
from concurrent.futures import ThreadPoolExecutor

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

from channels.routing import ProtocolTypeRouter  # noqa: E402  the apps must be ready

from config.checks import refuse_to_serve_unsafely  # noqa: E402
from notifications.routing import sockets  # noqa: E402

# Imported inside the server's event loop, where the ORM may not be used.
with ThreadPoolExecutor(max_workers=1) as aside:
    aside.submit(refuse_to_serve_unsafely).result()

application = ProtocolTypeRouter({"http": pages, "websocket": sockets})
