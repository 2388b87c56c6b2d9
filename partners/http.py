"""A request of someone who acts, and a file as the answer to it."""

from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.http import FileResponse, HttpRequest

from partners.actor import Actor
from partners.models import Membership


class ActorRequest(HttpRequest):
    actor: Actor
    memberships: list[Membership]


class DiskResponse(FileResponse):
    """A file from disk, piece by piece; Django itself would read it whole to send it over ASGI."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = iter(self)

        def following() -> bytes:
            return next(pieces, b"")

        while piece := await sync_to_async(following, thread_sensitive=False)():
            yield piece
