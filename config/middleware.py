"""What holds for every request: a trace, and answers that no cache keeps."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

from partners.trace import Trace, current_trace

GetResponse = Callable[[HttpRequest], HttpResponseBase]
API = "/api/"
STATIC = "/static/"


class TraceMiddleware:
    """A trace of our own for each request, never one from outside (Authorization Decision Log)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = current_trace.set(Trace.new("api" if request.path.startswith(API) else "web"))
        try:
            return self.get_response(request)
        finally:
            current_trace.reset(token)


class PrivateMiddleware:
    """Pages hold what one organisation may see: no shared or local cache keeps them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path.startswith(STATIC):
            patch_cache_control(response, no_store=True, private=True)
        return response


class DutchFirstMiddleware:
    """The interface is Dutch until someone chooses otherwise, whatever their browser asks."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.META.pop("HTTP_ACCEPT_LANGUAGE", None)
        return self.get_response(request)
