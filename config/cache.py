"""What all processes must count together: tries to log in, and codes that were used.

Without Redis, people still log in: tries are then counted by axes alone, in the database, and a
code of two steps counts as used, so that none can be used twice.
"""

from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

TRIES = "allauth:rl:"


class SharedCache(RedisCache):
    def add(self, key: str, *args: Any, **kwargs: Any) -> bool:
        try:
            return bool(super().add(key, *args, **kwargs))
        except RedisError:
            return key.startswith(TRIES)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)
        except RedisError:
            return default

    def set(self, key: str, *args: Any, **kwargs: Any) -> None:
        try:
            super().set(key, *args, **kwargs)
        except RedisError:
            return

    def delete(self, key: str, version: int | None = None) -> bool:
        try:
            return bool(super().delete(key, version))
        except RedisError:
            return False
