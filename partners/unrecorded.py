"""The answer when the trail takes no entries: nothing was done or shown, and no typing is lost."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from partners.api.problems import RETRY_AFTER

OURS = ("csrfmiddlewaretoken",)
SECRET = ("password", "secret", "code")


@dataclass(frozen=True)
class Kept:
    """What a form sent, to be sent again; files a browser never gives twice by itself."""

    address: str
    fields: list[tuple[str, str]]
    has_files: bool

    @property
    def texts(self) -> list[str]:
        """What somebody wrote, to be read and copied: choices and keys are left out."""
        return [value for _name, value in self.fields if " " in value.strip()]


def kept_of(request: HttpRequest) -> Kept | None:
    if request.method != "POST":
        return None
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in OURS and not any(word in name for word in SECRET)
    ]
    return Kept(request.get_full_path(), fields, bool(request.FILES))


def unrecorded_page(request: HttpRequest, kept: Kept | None = None) -> HttpResponse:
    response = render(request, "partners/unrecorded.html", {"kept": kept}, status=503)
    response.headers["Retry-After"] = RETRY_AFTER
    return response
