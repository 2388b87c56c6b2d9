"""Processes count tries and used codes together; without Redis nobody is kept out for it."""

from django.test import Client
from pytest_django import Settings

from config.cache import SharedCache
from config.demo.accounts import PASSWORD

GONE = "redis://127.0.0.1:1/0"


def test_a_second_process_knows_what_the_first_saw(settings: Settings) -> None:
    first, second = (SharedCache(settings.REDIS_URL, {}) for _ in range(2))
    first.delete("code")
    assert first.add("code", "y", 30)
    assert not second.add("code", "y", 30)


def test_without_redis_tries_pass_and_codes_count_as_used() -> None:
    gone = SharedCache(GONE, {})
    assert gone.add("allauth:rl:login:x:lock", True)
    assert gone.get("allauth:rl:login:x", []) == []
    assert not gone.add("allauth.mfa.totp.used?user=1&code=123456", "y", 30)


def test_without_redis_people_log_in(db: None, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "config.cache.SharedCache", "LOCATION": GONE}}
    answer = Client().post(
        "/account/login/", {"login": "iv.oss@demo.example", "password": PASSWORD}
    )
    assert answer.status_code == 302
