"""Logs say that an address was asked for, and not what was looked for there."""

import logging


class WithoutQuery(logging.Filter):
    """What stands after the question mark may be a name that somebody searched for."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                one.partition("?")[0] if isinstance(one, str) and one.startswith("/") else one
                for one in record.args
            )
        return True
