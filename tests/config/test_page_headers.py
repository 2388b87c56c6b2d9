"""What every page says to the browser: nothing from elsewhere, nothing inline, no frame."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/account/login/", "/", "/nergens"])
def test_no_answer_lets_another_host_or_an_inline_script_in(path: str) -> None:
    headers = Client().get(path).headers
    policy = dict(
        part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";")
    )
    assert "default-src" in policy, policy
    for name, sources in policy.items():
        assert "unsafe" not in sources, name
        assert "*" not in sources, name
        assert "http" not in sources, name
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
