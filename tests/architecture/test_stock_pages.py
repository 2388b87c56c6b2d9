"""The process engine has no pages of its own here, and nothing is open that does not say so."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.urls import URLPattern, get_resolver

from config.landing import no_such_page
from partners.middleware import is_public

OURS = ("casework.", "config.", "notifications.", "partners.", "workflows.")


def patterns(found: Any = None, route: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in get_resolver().url_patterns if found is None else found:
        if isinstance(one, URLPattern):
            yield route + str(one.pattern), one
        else:
            yield from patterns(one.url_patterns, route + str(one.pattern))


def test_no_address_leads_to_a_page_of_the_process_engine() -> None:
    for route, pattern in patterns():
        view = getattr(pattern.callback, "view_class", pattern.callback)
        bases = getattr(view, "__mro__", (view,))
        assert not [base for base in bases if base.__module__.startswith("viewflow")], route
        assert "viewflow" not in pattern.callback.__module__, route


def test_no_address_leads_to_an_administration_of_django() -> None:
    assert not apps.is_installed("django.contrib.admin")
    assert not [route for route, one in patterns() if "admin" in one.callback.__module__]


def test_the_pages_of_ours_that_anyone_may_open_are_known() -> None:
    """Logging in is the rule; what opts out is named here."""
    public = {
        one.name
        for _route, one in patterns()
        if one.callback.__module__.startswith(OURS)
        and is_public(one.callback)
        and one.callback is not no_such_page
    }
    assert public == {"health", "accessibility", "calendar_feed"}


def test_each_address_of_ours_has_a_name_of_its_own() -> None:
    names = [one.name for _route, one in patterns() if one.callback.__module__.startswith(OURS)]
    assert None not in names
    assert len(names) == len(set(names))
