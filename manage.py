#!/usr/bin/env python
"""Run Django's commands with the settings of this project."""

import os
import sys

from django.core.management import execute_from_command_line

NO_SERVERS = {
    "SECRET_KEY": "reckoning-a-date-keeps-no-secret-and-signs-nothing-at-all",
    "DATABASE_URL": "postgresql://nobody:nothing@127.0.0.1:1/nothing",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}
"""Anyone may check when a term ends: that needs no set-up."""

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] == ["termijn"] and "DATABASE_URL" not in os.environ:
        os.environ.update({**NO_SERVERS, **os.environ})
    execute_from_command_line(sys.argv)
