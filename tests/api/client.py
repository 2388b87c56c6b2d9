"""Another system that talks to the API: JSON and a key, and not one cookie."""

import json
from typing import Any

from django.test import Client as DjangoClient

ROOT = "/api/v1"


class Client:
    def __init__(self, key: str = "") -> None:
        self.client = DjangoClient(raise_request_exception=False)
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: str) -> Any:
        return self.client.get(ROOT + path, query, headers={**self.headers, **headers})

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.send("post", path, json.dumps(body if body is not None else {}), **headers)

    def send(
        self,
        method: str,
        path: str,
        body: str | bytes,
        content_type: str = "application/json",
        **headers: str,
    ) -> Any:
        call = getattr(self.client, method)
        given = {**self.headers, **headers}
        return call(ROOT + path, data=body, content_type=content_type, headers=given)
