"""Read a JSON object from a request: not too large, and refused when it is something else."""

import io
from collections.abc import Mapping
from typing import Any

from rest_framework import status
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser

MOST_BYTES = 1024 * 1024


class TooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE


class ObjectParser(JSONParser):
    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """
        :raises TooLarge: before more is read than ever fits a form.
        :raises ParseError: for bad JSON, and for JSON that is no object.
        """
        content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise TooLarge
        try:
            found = super().parse(io.BytesIO(content), media_type, parser_context)
        except RecursionError as error:
            raise ParseError from error
        if not isinstance(found, dict):
            raise ParseError
        return found
